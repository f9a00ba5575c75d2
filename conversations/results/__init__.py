"""Following rounds: how many have answered, what was released, how it moves over time, and where support is needed."""

from conversations.results.flow import CONVERSATION

__all__ = ["CONVERSATION"]
