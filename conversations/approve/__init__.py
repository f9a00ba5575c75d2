"""Approve: what somebody said is shared only in words to which they have said yes."""

from conversations.approve.flow import CONVERSATION

__all__ = ["CONVERSATION"]
