"""About you: what people may say about themselves if they want to, so that results can be shown by it."""

from conversations.about_you.flow import CONVERSATION

__all__ = ["CONVERSATION"]
