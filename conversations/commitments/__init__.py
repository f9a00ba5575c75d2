"""What was promised, and what became of it: owners give news, and everybody who was asked reads it."""

from conversations.commitments.flow import CONVERSATION

__all__ = ["CONVERSATION"]
