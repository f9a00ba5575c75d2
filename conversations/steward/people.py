"""Who may do what stewards do."""

from bot.conversation import Turn
from bot.core import Refusal
from bot.programme import Template
from conversations.steward import words as w
from storage import directory, programmes
from storage.work import work_of


async def only_stewards(turn: Turn) -> None:
    """Raises Refusal for everybody else."""
    if not await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_STEWARD, operator=turn.house.operator))


async def size_of(turn: Turn, template: Template) -> int:
    """How many people are in the circle that a template asks."""
    connection = work_of(turn).connection
    circle = await directory.circle_id(connection, template.circle)
    return await programmes.heads(connection, programmes.people_of(circle))
