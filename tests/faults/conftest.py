"""The office of conversations' tests, in which faults are planted here."""

from tests.conversations.conftest import bare, office

__all__ = ["bare", "office"]
