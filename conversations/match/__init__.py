"""Mentoring: people join, pairs are proposed, both say yes, and nothing but numbers is left of it."""

from conversations.match.flow import CONVERSATION

__all__ = ["CONVERSATION"]
