"""Brief: whoever answers back reads the few things that matter most, and says yes, not now or passes on, each in three taps."""

from conversations.brief.flow import CONVERSATION

__all__ = ["CONVERSATION"]
