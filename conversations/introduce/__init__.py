"""People of a practice are introduced to one another, or drawn by lot."""

from conversations.introduce.flow import CONVERSATION

__all__ = ["CONVERSATION"]
