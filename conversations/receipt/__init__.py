"""Reading a reply to one's own comment with the words that were kept; nobody is told who reads, not even this code."""

from conversations.receipt.flow import CONVERSATION

__all__ = ["CONVERSATION"]
