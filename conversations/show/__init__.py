"""Showing what came of it: everybody who was asked sees the result and the answer, and nobody sees it before them."""

from conversations.show.flow import CONVERSATION

__all__ = ["CONVERSATION"]
