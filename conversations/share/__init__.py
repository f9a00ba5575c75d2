"""Share: something to know in a practice, and what came of its round, said by the person who promised to."""

from conversations.share.flow import CONVERSATION

__all__ = ["CONVERSATION"]
