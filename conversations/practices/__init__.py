"""Practices: what stewards and leads start, look ahead at, change and stop, without touching a file."""

from conversations.practices.flow import CONVERSATION

__all__ = ["CONVERSATION"]
