"""Weigh: people choose a few things out of a handful, and nobody sees a tally before the close."""

from conversations.weigh.flow import CONVERSATION

__all__ = ["CONVERSATION"]
