"""Who may do what stewards do."""

from bot.conversation import Turn
from bot.mishap import Refusal
from conversations.steward import words as w
from storage import directory
from storage.work import work_of


async def only_stewards(turn: Turn) -> None:
    """Raises Refusal for everybody else."""
    if not await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_STEWARD, operator=turn.house.operator))
