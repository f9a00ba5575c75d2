"""Home with its four headings, help, and what Hearback says when somebody writes to it."""

from conversations.home.flow import CONVERSATION

__all__ = ["CONVERSATION"]
