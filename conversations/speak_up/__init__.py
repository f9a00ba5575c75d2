"""Speaking up: for now, where to turn; opening it leaves no trace anywhere in Hearback."""

from conversations.speak_up.flow import CONVERSATION

__all__ = ["CONVERSATION"]
