"""Which network a button is about, and who may do what there: asked of the directory each time, never of the button."""

from bot.conversation import Person, Turn
from bot.mishap import Refusal
from conversations.circles import words as w
from storage import circles, directory
from storage.circles import LEADING, Network
from storage.named import Namesake, named
from storage.work import work_of


async def is_steward(turn: Turn) -> bool:
    return await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS)


async def only_stewards(turn: Turn) -> None:
    """Raises Refusal for everybody else."""
    if not await is_steward(turn):
        raise Refusal(turn.words(w.NOT_STEWARD, operator=turn.house.operator))


async def network_of(turn: Turn, key: str) -> Network:
    """The network that a button stands for; one that waits for a lead is there for stewards only."""
    of = await circles.network(work_of(turn).connection, key)
    if of is None or not (of.opened or await is_steward(turn)):
        raise Refusal(turn.words(w.GONE))
    return of


async def led_by_me(turn: Turn, key: str) -> Network:
    """The same, for its lead and co-lead; Refusal for everybody else, whether they are in it or not."""
    of = await network_of(turn, key)
    if await circles.role_of(work_of(turn).connection, of, turn.somebody.id) not in LEADING:
        raise Refusal(turn.words(w.NOT_LEAD))
    return of


async def whom(turn: Turn, written: str) -> tuple[Person | None, str]:
    """The one colleague of that name; or None and what is to be mended."""
    if not written.strip():
        return None, turn.words(w.NEEDED)
    found = await named(work_of(turn).connection, written)
    if len(found) == 1:
        return found[0].person, ""
    return None, _unclear(turn, found)


def _unclear(turn: Turn, found: list[Namesake]) -> str:
    if not found:
        return turn.words(w.NOBODY_SO_NAMED)
    ways = sorted({each.written() for each in found})
    if len(ways) < len(found):
        return turn.words(w.SAME_NAME)
    return turn.words(w.SEVERAL_SO_NAMED, example="; ".join(ways[:3]))
