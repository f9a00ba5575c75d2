"""Events: announced to a group by whoever leads it, answered in two taps, never lost for those who could not come."""

from conversations.meet.flow import CONVERSATION

__all__ = ["CONVERSATION"]
