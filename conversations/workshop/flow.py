"""The turns of whoever holds a workshop: set it up, look after it, move it on; and everybody's part of Home and the note."""

from datetime import timedelta

from bot.conversation import Conversation, HomeParts, Issue, NotePart, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.ui import Block, Form
from bot.workshop import Stage, Workshop
from conversations.workshop import cards, form, rules, sorting
from conversations.workshop import words as w
from conversations.workshop.permission import circles_of, first_day, held, is_steward
from storage import directory, promises
from storage.disclosure.presets import usual
from storage.work import work_of
from storage.workshops import holding, reading
from storage.workshops.holding import Begun

A_YEAR, FIRST_LOOK = timedelta(days=366), timedelta(days=14)
ON_HOME = 2
IN_THE_ROOM: tuple[Stage, ...] = ("notes", "themes", "merging", "room")


async def open_start(turn: Turn, _event: Opened) -> Show:
    return Show(await _start_form(turn))


async def start(turn: Turn, event: Submitted) -> Show:
    """A workshop on a day that is far enough for it to have been listed (P12), with an answer by a day (P1)."""
    known, empty = await circles_of(turn), await _start_form(turn)
    wanted = rules.wanted(turn.words, event.values, first_day(turn))
    circle = next((number for ref, number, _ in known if ref == event.values.get(form.WHOM)), None)
    missing = {} if circle is not None else {form.WHOM: turn.words(w.NOT_CHOSEN)}
    if isinstance(wanted, dict) or circle is None:
        errors = wanted if isinstance(wanted, dict) else {}
        return Show(again(empty, event.values, errors | missing))
    begun = Begun(wanted.title, wanted.question, wanted.day, wanted.tables, circle, turn.somebody.id, turn.house.zone)
    rule = usual(turn.house.preset, turn.house.threshold)
    ref = await holding.begin(work_of(turn).connection, begun, now=turn.now, usual=rule)
    return Show(await _desk(turn, ref))


async def show_desk(turn: Turn, event: Opened) -> Show:
    return Show(await _desk(turn, event.ref))


async def open_move(turn: Turn, event: Opened) -> Show:
    of = await held(turn, event.ref)
    if missing := _missing(turn, of):
        return Show(await _desk(turn, of.ref, told=missing))
    return Show(form.move(turn.words, of, _next(turn, of)))


async def move(turn: Turn, event: Submitted) -> Show:
    """On to the next stage, if it still stands where it stood when the button was drawn."""
    ref, _, stood = event.ref.partition(":")
    of = await held(turn, ref)
    if of.stage != stood:
        return Show(await _desk(turn, ref, told=turn.words(w.MOVED_ALREADY)))
    if missing := _missing(turn, of):
        return Show(await _desk(turn, ref, told=missing))
    to, connection = _next(turn, of), work_of(turn).connection
    if await holding.move(connection, of, to) and to == "shared":
        await holding.share(connection, of, turn.now)
    return Show(await _desk(turn, ref))


async def show_came(turn: Turn, event: Opened) -> Show:
    """For those inside whom it was for (P7), and for whoever looks after it."""
    connection = work_of(turn).connection
    of = await reading.one(connection, event.ref)
    mine = await directory.circles_of(connection, turn.somebody.id)
    if of is None or of.stage != "shared" or not (of.circle in mine or of.facilitator == turn.somebody.id):
        raise Refusal(turn.words(w.NOT_HERE))
    made = await promises.of_round(connection, of.round)
    return Show(cards.came(turn.words, of, made, turn.words.today(turn.now)))


async def home(turn: Turn) -> HomeParts:
    """For whoever holds one, the way to it; for everybody what is coming, and what came of it."""
    connection, mine, first, now = work_of(turn).connection, turn.somebody.id, list[Block](), list[Block]()
    for each in await reading.facilitated(connection, mine, steward=await is_steward(turn)):
        # A room full of people waits for it: it stands where what is late does.
        late = turn.now > each.answer_by
        (first if late or each.stage in IN_THE_ROOM else now).extend(cards.home_held(turn.words, each, late=late))
    lead = cards.home_start(turn.words) if await circles_of(turn) else ()
    coming, came, today = list[Block](), list[Block](), turn.words.today(turn.now)
    found = await reading.for_person(connection, mine, turn.now - A_YEAR)
    for each in [one for one in found if one.stage == "listed" and one.day >= today][:ON_HOME]:
        coming += cards.home_listed(turn.words, each)
    for each in [one for one in found if one.stage == "shared"][:ON_HOME]:
        came += cards.home_came(turn.words, each, len(await promises.of_round(connection, each.round)))
    return {"late": tuple(first), "now": tuple(now), "lead": lead, "coming": tuple(coming), "came": tuple(came)}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """What came of a workshop since the last note. News of its promises comes with all others."""
    connection, since = work_of(turn).connection, issue.since or turn.now - FIRST_LOOK
    found = await reading.for_person(connection, turn.somebody.id, since)
    told = [(each, len(await promises.of_round(connection, each.round))) for each in found if each.stage == "shared"]
    return (NotePart("came", cards.in_note(turn.words, told), turn.words(w.NOTE)),) if told else ()


def _next(turn: Turn, of: Workshop) -> Stage:
    """The stage that can follow now; raises Refusal at the end."""
    if (to := cards.following(of)) is None:
        raise Refusal(turn.words(w.NOT_HERE))
    return to


def _missing(turn: Turn, of: Workshop) -> str:
    """What has to be done before it can be moved on, in one sentence; empty where nothing is missing."""
    to, open_ones = cards.following(of), [each.name for each in of.in_order() if each.how is None]
    if to == "notes" and turn.words.today(turn.now) < of.day:
        return turn.words(w.NOT_YET, day=turn.words.dated(of.day))
    if to == "room" and not (of.room or of.alone()):
        return turn.words(w.NO_THEMES)
    if to == "shared" and open_ones:  # P2
        return turn.words(w.NOT_ENDED, names=turn.words.listed(open_ones[:5]))
    return ""


async def _desk(turn: Turn, ref: str, *, told: str = "") -> Form:
    return await sorting.desk(turn, ref, told=told)


async def _start_form(turn: Turn) -> Form:
    known = await circles_of(turn)
    if not known:
        raise Refusal(turn.words(w.NOT_FOR_YOU))
    return form.start(turn.words, [(ref, name) for ref, _, name in known], first_day(turn))


CONVERSATION = Conversation(
    name="workshop",
    opens={
        "workshop.start": open_start,
        "workshop.desk": show_desk,
        "workshop.paper": sorting.open_paper,
        "workshop.tables": sorting.open_tables,
        "workshop.merge": sorting.open_merge,
        "workshop.apart": sorting.open_apart,
        "workshop.end": sorting.open_end,
        "workshop.move": open_move,
        "workshop.came": show_came,
    },
    submits={
        "workshop.start": start,
        "workshop.paper": sorting.look_at_paper,
        "workshop.keep": sorting.keep_paper,
        "workshop.tables": sorting.keep_tables,
        "workshop.merge": sorting.put_together,
        "workshop.apart": sorting.take_apart,
        "workshop.end": sorting.keep_end,
        "workshop.move": move,
    },
    home=home,
    note=note,
)
