"""Who may hold a workshop, for whom inside, and whose it is: asked of whoever acts, in every turn."""

from datetime import date

from bot.conversation import Turn
from bot.mishap import Refusal
from bot.programme import NOTICE
from bot.workshop import Workshop
from conversations.workshop import words as w
from storage import circles, directory
from storage.work import work_of
from storage.workshops import reading


async def circles_of(turn: Turn) -> list[tuple[str, int, str]]:
    """What stands for each circle in a form, its number and its name, empty for all staff. Stewards: all staff and every
    network; leads: their own. No hidden one: its title would stand on a screen (P6)."""
    work, mine = work_of(turn), turn.somebody.id
    steward = await is_steward(turn)
    known = await (circles.networks(work.connection) if steward else circles.announceable(work.connection, mine))
    found = [(each.id, each.name) for each in known if not each.hidden]
    if steward:
        found.insert(0, (await directory.circle_id(work.connection, directory.EVERYONE), ""))
    return [(directory.opaque(work, -number), number, name) for number, name in found]


async def is_steward(turn: Turn) -> bool:
    return await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS)


async def held(turn: Turn, ref: str) -> Workshop:
    """For whoever holds it, and for stewards; raises Refusal. Nobody else writes in it until this turn has ended."""
    connection = work_of(turn).connection
    await reading.hold(connection, ref=ref)
    found = await reading.one(connection, ref)
    if found is None or not (found.facilitator == turn.somebody.id or await is_steward(turn)):
        raise Refusal(turn.words(w.NOT_HERE))
    return found


def first_day(turn: Turn) -> date:
    """It is listed for five working days before it can be held (P12)."""
    return turn.words.today(turn.now) + NOTICE
