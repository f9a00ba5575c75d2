"""Workshops with tables that need no account: staff, patients and carers say what matters, and hear what came of it."""

from conversations.workshop.flow import CONVERSATION

__all__ = ["CONVERSATION"]
