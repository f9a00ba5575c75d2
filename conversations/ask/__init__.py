"""Asking: a question arrives, is answered in a form, and the answer is kept apart from the name."""

from conversations.ask.flow import CONVERSATION

__all__ = ["CONVERSATION"]
