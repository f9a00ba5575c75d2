"""The weekly note: one message a week at a time that each person chose, and the form in which they choose it."""

from conversations.note.flow import CONVERSATION

__all__ = ["CONVERSATION"]
