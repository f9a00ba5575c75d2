"""Sorting: a person puts what people said under themes, a machine may guess, and everybody sees how many said what."""

from conversations.sort.flow import CONVERSATION

__all__ = ["CONVERSATION"]
