"""The turns of thanking: find the colleague, keep what is said, let them read it; both can take it away again."""

from collections.abc import Mapping
from datetime import timedelta

from bot.conversation import Conversation, HomeParts, Issue, NotePart, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Block
from bot.values import dataclass, field
from conversations.thanks import cards, store
from conversations.thanks import words as w
from conversations.thanks.store import Found
from storage import directory, happenings, notes, thanked
from storage.happenings import Happening
from storage.work import work_of

MONTH = timedelta(weeks=4)
TO_A_PERSON = "person"
ON_HOME = 3


@dataclass(frozen=True, slots=True)
class Filled:
    """What was sent: whom it means, as far as that is clear, and what is to be mended by field."""

    to: Found | None
    found: list[tuple[str, Found]]
    errors: Mapping[str, str] = field(default_factory=dict)


async def open_form(turn: Turn, event: Opened) -> Show:
    one = await _mine(turn, event.ref)
    if not one.takes(turn.now):
        return Show(only_text(turn.words, w.SAY, turn.words(w.OVER)))
    return Show(cards.form(turn.words, one))


async def send(turn: Turn, event: Submitted) -> Show:
    """Keeps it where it is clear who is meant; else asks, with the words still there."""
    one, said = await _mine(turn, event.ref), event.values
    filled = await _read(turn, one, said)
    if filled.errors or filled.to is None:
        return Show(again(cards.form(turn.words, one, filled.found), said, filled.errors))
    work, to, connection = work_of(turn), filled.to.person, work_of(turn).connection
    why, public = said[cards.WHY].strip(), said[cards.SHOWN] == cards.PUBLIC
    await store.keep(work, one.on.id, turn.somebody.id, to.id, why=why, public=public, at=turn.now)
    now = turn.now
    await notes.plan(connection, directory.only(to.id), earliest=lambda _zone: now)
    return Show(only_text(turn.words, w.DONE_TITLE, turn.words(w.DONE, name=to.name)))


async def say_sent_again(turn: Turn, event: Submitted) -> Show | None:
    """To a form that was delivered twice: what it says is in already."""
    one = await _mine(turn, event.ref)
    filled = await _read(turn, one, event.values)
    if filled.to is None or filled.errors:
        return None
    to, why = filled.to.person, event.values[cards.WHY].strip()
    there = await store.told(work_of(turn), turn.somebody.id, to.id, why)
    return Show(only_text(turn.words, w.DONE_TITLE, turn.words(w.DONE, name=to.name))) if there else None


async def keep_private(turn: Turn, event: Opened) -> Show:
    """Whoever was thanked wants it between the two."""
    if not await store.end_public(work_of(turn), event.ref, turn.somebody.id):
        raise Refusal(turn.words(w.NOT_YOURS))
    return Show(only_text(turn.words, w.KEEP_PRIVATE, turn.words(w.KEPT_PRIVATE)))


async def remove(turn: Turn, event: Opened) -> Show:
    """Either of the two; the words are the same whether it was there."""
    await store.remove(work_of(turn), event.ref, turn.somebody.id)
    return Show(only_text(turn.words, w.TITLE, turn.words(w.REMOVED)))


async def read_all(turn: Turn, event: Opened) -> Show:
    """What everybody may read; and for stewards, whether it reaches every team."""
    one, connection = await _mine(turn, event.ref), work_of(turn).connection
    rounds = await happenings.like(connection, one)
    since = turn.now - MONTH
    found = await store.public(connection, rounds, since, cards.A_PAGE)
    steward = await directory.belongs(connection, turn.somebody.id, directory.STEWARDS)
    teams = await thanked.reached(connection, since, turn.house.threshold) if steward else None
    return Show(cards.all_read(turn.words, found, teams))


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """Thanks to the reader are worth a note; what all may read, and the question, ride in one that comes anyway."""
    connection, since = work_of(turn).connection, issue.since or turn.now - MONTH
    parts = []
    for each in await store.to_person(connection, turn.somebody.id, since):
        summary = turn.words(w.SUMMARY, name=each.by)
        parts.append(NotePart("thanks", cards.received(turn.words, each), summary))
    for one in await _open(turn):
        rounds = await happenings.like(connection, one)
        if found := await store.public(connection, rounds, since, cards.IN_NOTE):
            parts.append(NotePart("thanks", cards.digest(turn.words, found), "", enough=False))
        parts.append(NotePart("thanks", cards.asked(turn.words, one), "", enough=False))
    return tuple(parts)


async def home(turn: Turn) -> HomeParts:
    """The way to say it; whom one thanked; who thanked one."""
    connection, mine, since = work_of(turn).connection, turn.somebody.id, turn.now - MONTH
    now = [block for one in await _open(turn) for block in cards.home_open(turn.words, one)]
    said, came = list[Block](), list[Block]()
    for each in (await store.by_person(connection, mine, since))[:ON_HOME]:
        said += cards.given(turn.words, each)
    for each in (await store.to_person(connection, mine, since))[:ON_HOME]:
        came += cards.received(turn.words, each)
    return {"now": tuple(now), "said": tuple(said), "came": tuple(came)}


async def _read(turn: Turn, one: Happening, said: Mapping[str, str]) -> Filled:
    work, name = work_of(turn), said.get(cards.WHO, "").strip()[: cards.LONGEST_NAME]
    everybody = await store.called(work.connection, one.circle, name) if name else []
    people = [(directory.opaque(work, each.person.id), each) for each in everybody]
    people = [(ref, each) for ref, each in people if each.person.id != turn.somebody.id]
    wrong, why = _wrong_name(turn, name, len(everybody), len(people)), said.get(cards.WHY, "").strip()
    errors = {cards.WHO: wrong} if wrong else {}
    if not why or len(why) > cards.LONGEST:
        long = turn.words(w.TOO_LONG, size=len(why), n=cards.LONGEST)
        errors[cards.WHY] = long if why else turn.words(w.NEEDED)
    if said.get(cards.SHOWN) not in (cards.PUBLIC, cards.PRIVATE):
        errors[cards.SHOWN] = turn.words(w.CHOOSE)
    if not one.takes(turn.now):
        errors[""] = turn.words(w.OVER)
    if wrong:
        return Filled(None, [], errors)
    chosen = next((each for ref, each in people if ref == said.get(cards.WHICH)), None)
    if len(people) > 1 and chosen is None:
        return Filled(None, people, {cards.WHICH: turn.words(w.SEVERAL, n=len(people))} | errors)
    return Filled(chosen or people[0][1], people if len(people) > 1 else [], errors)


def _wrong_name(turn: Turn, name: str, everybody: int, others: int) -> str:
    if not name:
        return turn.words(w.NEEDED)
    if not others:
        return turn.words(w.YOURSELF if everybody else w.NOBODY_CALLED)
    return turn.words(w.TOO_MANY, n=store.MOST_FOUND) if everybody > store.MOST_FOUND else ""


async def _open(turn: Turn) -> list[Happening]:
    found = await happenings.open_for(work_of(turn).connection, turn.somebody.id, turn.now)
    return [each for each in found if each.kind == "ASK" and each.spec["to"] == TO_A_PERSON]


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.of(work_of(turn).connection, ref, turn.somebody.id)
    if one is None or one.kind != "ASK" or one.spec["to"] != TO_A_PERSON:
        raise Refusal(turn.words(w.NOT_YOURS))
    return one


CONVERSATION = Conversation(
    name="thanks",
    opens={
        "thanks.open": open_form,
        "thanks.read": read_all,
        "thanks.keep_private": keep_private,
        "thanks.remove": remove,
    },
    submits={"thanks.send": send},
    home=home,
    note=note,
    again={"thanks.send": say_sent_again},
)
