"""Say: a moment of a practice that is answered in words."""

from conversations.say.flow import CONVERSATION

__all__ = ["CONVERSATION"]
