"""A channel belongs to a circle, and the events of that circle are posted in it."""

from conversations.channels.flow import CONVERSATION

__all__ = ["CONVERSATION"]
