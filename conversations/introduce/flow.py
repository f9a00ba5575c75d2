"""The turns of being introduced: the day comes, people read with whom they are together, and may give their place back."""

from secrets import token_hex

from bot.conversation import Conversation, HomeParts, Message, Turn
from bot.events import Due, Opened, Show, Submitted
from bot.forms import only_text
from bot.mishap import Refusal
from bot.ui import Block, Card
from conversations.introduce import cards
from conversations.introduce import words as w
from storage import appointments, happenings, seats
from storage.happenings import UNTIL_SHARED, Happening
from storage.matching.draw import draw
from storage.matching.introductions import introduce
from storage.work import work_of

COHORT = "match.opens"
"""Mentoring has rules of its own: the clock hands it over at once."""


async def opens(turn: Turn, event: Due) -> None:
    """Only those who said yes with their name are introduced, or drawn. Each hears of it: it is news of their own yes."""
    work = work_of(turn)
    one = await happenings.take_opening(work.connection, event.ref, turn.now)
    if one is None:
        return
    if _is_cohort(one):
        await appointments.make(work.connection, COHORT, one.on.ref, turn.now)
        return
    around = await happenings.in_round(work.connection, one.round)
    asked = next(each for each in around if each.name == one.spec["among"])
    people = list(await seats.givers(work, asked.on))
    await seats.keep(work, one, await (_drawn if one.spec["draw"] else _seated)(turn, one, people))
    for person in people:
        turn.tell(Message(person, "introduce.told", one.on.ref, f"{one.on.ref}:place", counts=False))


async def draw_told(turn: Turn, ref: str) -> Card | None:
    one = await happenings.of(work_of(turn).connection, ref, turn.somebody.id)
    if one is None or one.stage not in UNTIL_SHARED:
        return None
    return cards.told(turn.words, one, await seats.of(work_of(turn), one), turn.somebody.id)


async def ask_back(turn: Turn, event: Opened) -> Show:
    return Show(cards.ask_back(turn.words, await _mine(turn, event.ref)))


async def give_back(turn: Turn, event: Submitted) -> Show:
    """Without a reason. Whoever moves up is told; whoever was at the same table reads it on Home."""
    one = await _mine(turn, event.ref)
    up = await seats.give_back(work_of(turn), one, turn.somebody.id)
    if up:
        turn.tell(Message(up.person, "introduce.told", one.on.ref, f"{one.on.ref}:up", counts=False))
    return Show(only_text(turn.words, w.TITLE, turn.words(w.GIVEN_BACK)))


async def home(turn: Turn) -> HomeParts:
    """Under what is coming: with whom somebody is together. For whoever answers back: on whom the lot fell."""
    work, coming = work_of(turn), list[Block]()
    for one in await happenings.matched_for(work.connection, turn.somebody.id):
        coming += cards.mine(turn.words, one, await seats.of(work, one), turn.somebody.id)
    for one in await happenings.to_do(work.connection, turn.somebody.id, "MATCH"):
        if _is_cohort(one):
            continue
        coming += cards.to_answerer(turn.words, one, await seats.of(work, one))
    return {"coming": tuple(coming)}


async def _seated(turn: Turn, one: Happening, people: list[int]) -> list[tuple[int, int]]:
    found = await introduce(work_of(turn), one.circle, people, turn.now, size=one.spec["size"])
    placed = [(person, number) for number, table in enumerate(found.tables, 1) for person in table]
    return [*placed, *((person, seats.NOWHERE) for person in found.waiting)]


async def _drawn(turn: Turn, one: Happening, people: list[int]) -> list[tuple[int, int]]:
    """Those first who went without before; among them, lot."""
    found = draw(await seats.entries(work_of(turn), one, people), one.spec["draw"], token_hex(16))
    return [(int(each), 1 if each in found.winners else seats.NOWHERE) for each in found.order]


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.of(work_of(turn).connection, ref, turn.somebody.id)
    if one is None or one.kind != "MATCH" or _is_cohort(one) or one.stage not in UNTIL_SHARED:
        raise Refusal(turn.words(w.GONE))
    return one


def _is_cohort(one: Happening) -> bool:
    return bool(one.spec.get("by"))


CONVERSATION = Conversation(
    name="introduce",
    opens={"introduce.ask": ask_back},
    submits={"introduce.give_back": give_back},
    dues={"introduce.opens": opens},
    cards={"introduce.told": draw_told},
    home=home,
)
