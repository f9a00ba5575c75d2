"""Networks and champions' groups: find one, join quietly, leave without a trace; lead one; found one."""

from conversations.circles.flow import CONVERSATION

__all__ = ["CONVERSATION"]
