"""The next round of a programme as it would open if nothing changes until then: for whoever looks at it before."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from math import ceil

from sqlalchemy import exists, select

from bot.by_what import Groups, detail_of
from bot.conversation import Person
from bot.detail import Detail
from bot.programme import NOTICE, Ask, Dates, Template, dates, first_round, next_round, parse_wall
from bot.question import Question
from bot.settings import House
from bot.values import dataclass, replace
from storage import cycles, directory, opening, programmes
from storage.ballots import Urn
from storage.coming import Coming
from storage.disclosure.presets import SMALL_UNDER, Preset, TooFew, preset_for, usual
from storage.loop import ProgrammeRow, RoundRow
from storage.programmes import heads, now_running, people_of, zones_of
from storage.rotation import RotationRow
from storage.rounds import Asking
from storage.work import Work

AFTER_ALL = 2**31 - 1
"""The number of a round that comes after every round there is."""
Turn = tuple[datetime, tuple[Question, ...]]
"""When a round opens, and what it asks."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be asked next, how it is announced, also by what, and what comes after it where items take turns, each of
    them once. `running`: it asks people already."""

    asking: Asking
    coming: Coming
    following: tuple[Turn, ...]
    running: bool
    announced: Detail | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """The programme of a template as it lies there; the number is 0 where it was never started."""

    number: int
    wall: datetime
    zone: str
    running: bool
    asked: bool


async def foresee(
    work: Work, template: Template, answerer: Person, *, house: House, now: datetime, by: str | None = None
) -> Foreseen:
    """The round that opens next, or that would if it were started now with this person, and its results shown also `by` this
    (`storage.programmes.Start`). Raises TooFew where it would not open."""
    template = await now_running(work, template) or programmes.shown_by(template, by)
    circle = await directory.circle_id(work.connection, template.circle)
    size, zones = await heads(work.connection, people_of(circle)), await zones_of(work, circle)
    of = template.ask.one_in(size)
    preset = usual(house.preset, house.threshold)
    preset = preset if template.ask.voice == "named" else preset_for(size // of, preset)
    known = await _known(work, template, house, now)
    before = await _before(work, known.number, template.ask, of)
    when = dates(template, known.wall, known.zone, zones)
    shown = await opening.shown_by(work, template.ask, house.details, preset=preset, now=when.opens)
    in_turn = template.ask.by_team and of > 1 and preset.teams and shown is None
    asking = replace(
        asking_of(
            template,
            when,
            programme=known.number,
            answerer=answerer,
            preset=preset,
            before=before.items,
            keeper=house.keeper,
        ),
        by=shown,
        turns=of if in_turn else 0,
        sampled=of > 1 and not in_turn,
    )
    coming = Coming(known.number, template, when.opens, answerer.name, new=not known.asked, one_in=of)
    following = tuple(_following(template, known, zones, before=before))
    return Foreseen(asking, coming, following, known.running, detail_of(house, template.ask.by))


def groups(house: House, heads: int) -> Groups:
    """What could be shown by groups (A6) of a question that asks so many people (A8)."""
    chosen = usual(house.preset, house.threshold)
    try:
        enough = preset_for(heads, chosen).attributes
    except TooFew:
        enough = False
    return Groups(enough, SMALL_UNDER, chosen.values_from)


def asking_of(
    template: Template,
    when: Dates,
    *,
    programme: int,
    answerer: Person,
    preset: Preset,
    before: int = 0,
    keeper: str = "",
) -> Asking:
    """A question as it will be met on the day it opens, after so many rounds `before`. `keeper` is who has second keys."""
    questions = template.ask.form(before)
    return Asking(
        urn=Urn(0, "", b""),
        round=AFTER_ALL,
        round_ref="",
        programme=programme,
        stage="open",
        voice=template.ask.voice,
        closed=False,
        opens_at=when.opens,
        closes_at=when.closes,
        answer_by=when.answer_by,
        answerer=answerer.id,
        answerer_name=answerer.name,
        threshold=preset.k,
        preset=preset.name,
        subject=template.ask.about(questions),
        questions=questions,
        comment=template.ask.comment,
        keeper=keeper if template.ask.voice == "unlinked" else "",
    )


@dataclass(frozen=True, slots=True)
class _Before:
    """How many times items have moved on, and the next round's turn of so many that are asked the same."""

    items: int
    turn: int = 0
    of: int = 1

    def later(self, rounds: int) -> int:
        return self.items + (self.turn + rounds) // self.of


async def _before(work: Work, programme: int, ask: Ask, of: int) -> _Before:
    """Where results by team come of a cycle, all its turns are asked the same."""
    if of == 1 or not ask.by_team:
        return _Before(await opening.rounds_before(work, programme))
    row = (await work.connection.execute(select(RotationRow).where(RotationRow.programme_id == programme))).first()
    runs = row is not None and row.cycle is not None and row.turn % row.slots > 0
    begun = await cycles.before(work, programme, row.cycle if row and runs and row.cycle else "")
    return _Before(begun, row.turn % row.slots if row and runs else 0, of)


async def _known(work: Work, template: Template, house: House, now: datetime) -> _Known:
    asked = exists().where(RoundRow.programme_id == ProgrammeRow.id).label("asked")
    found = select(ProgrammeRow, asked).where(ProgrammeRow.template == template.name)
    row = (await work.connection.execute(found)).first()
    if row and row.next_at:
        return _Known(row.id, parse_wall(row.next_wall), row.zone, running=True, asked=row.asked)
    wall = first_round(template, now + NOTICE, house.zone)
    return _Known(row.id if row else 0, wall, house.zone, running=False, asked=bool(row and row.asked))


def _following(template: Template, known: _Known, zones: list[str], *, before: _Before) -> Iterator[Turn]:
    """The rounds in which another item has its turn, until every one has had it, if none is left out."""
    rotation = template.ask.rotation
    left = ceil(len(rotation.items) / rotation.each) - 1 if rotation else 0
    wall, asked = known.wall, before.items
    for rounds in count(1):
        following = next_round(template, wall)
        if following is None or not left:
            return
        wall, number = following, before.later(rounds)
        if number != asked:
            left, asked = left - 1, number
            yield dates(template, wall, known.zone, zones).opens, template.ask.form(number)
