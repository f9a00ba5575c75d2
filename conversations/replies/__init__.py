"""Replying to comments without a name, and hearing whether their authors wrote again."""

from conversations.replies.flow import CONVERSATION

__all__ = ["CONVERSATION"]
