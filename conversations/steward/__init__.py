"""What stewards do: start a programme, see the result of a round, and answer back."""

from conversations.steward.flow import CONVERSATION

__all__ = ["CONVERSATION"]
