"""Thanks: a colleague is thanked, before everybody or between the two; no points and no league table."""

from conversations.thanks.flow import CONVERSATION

__all__ = ["CONVERSATION"]
