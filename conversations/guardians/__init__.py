"""What guardians are told in chat: that it is time to look, and never what there is to see."""

from conversations.guardians.flow import CONVERSATION

__all__ = ["CONVERSATION"]
