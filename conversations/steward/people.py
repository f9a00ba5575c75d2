"""Who may do what stewards do, and who can be named as the one who answers back."""

from bot.conversation import Person, Turn
from bot.core import Refusal
from bot.programme import Template
from conversations.steward import words as w
from storage import directory, programmes
from storage.work import work_of


async def only_stewards(turn: Turn) -> None:
    """Raises Refusal for everybody else."""
    if not await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_STEWARD, operator=turn.house.operator))


async def answerers(turn: Turn) -> list[tuple[str, Person]]:
    """The stewards, each under an opaque ref: neither a name nor a number may travel in a form."""
    work = work_of(turn)
    stewards = await directory.members(work.connection, directory.STEWARDS)
    return [(directory.opaque(work, each.id), each) for each in stewards]


async def size_of(turn: Turn, template: Template) -> int:
    """How many people are in the circle that a template asks."""
    connection = work_of(turn).connection
    circle = await directory.circle_id(connection, template.circle)
    return await programmes.heads(connection, programmes.people_of(circle))
