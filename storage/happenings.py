"""What happens in rounds of practices as people meet it: what is open for whom, what has come, what is due."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.moments import Kind
from bot.values import dataclass
from storage.answering import outside
from storage.given import HappeningRow, On
from storage.loop import ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PersonRow
from storage.prepared import prepared
from storage.sorters import SorterRow


@dataclass(frozen=True, slots=True)
class Happening:
    """One moment of a round. Instants are aware UTC; `closes_at` is None for what only comes. `answerer` is the person who says
    what came of it by `answer_by`, 0 for nobody. Counts below the `threshold` are not shown. `circle` is the number of those it
    is for; its name is empty for all staff; a `hidden` network is named nowhere."""

    on: On
    name: str
    kind: Kind
    round: int
    round_ref: str
    programme: str
    practice: str
    circle: int
    circle_name: str
    hidden: bool
    stage: str
    opens_at: datetime
    closes_at: datetime | None
    opened: bool
    closed: bool
    answer_by: datetime
    shared_at: datetime | None
    answerer: int
    answerer_name: str
    threshold: int
    spec: Mapping[str, Any]

    @property
    def by(self) -> datetime:
        """By when whoever answers back has done it, as people are told."""
        return datetime.fromisoformat(self.spec["by"]) if "by" in self.spec else self.answer_by

    def takes(self, now: datetime) -> bool:
        """Whether something can be given to it at this instant."""
        return self.opened and not self.closed and self.closes_at is not None and now < self.closes_at


EVERYONE = "everyone"
UNTIL_SHARED = ("open", "closed")
"""The stages of a round that has not been answered back yet."""
UNDER_WAY = or_(RoundRow.stage == "open", RoundRow.stage == "closed")
_OUTSIDE = outside(ProgrammeRow.circle_id, RoundRow.answerer_id)
ANSWERER = case((_OUTSIDE, 0), else_=RoundRow.answerer_id)
"""Nobody, where whoever promised it leads that hidden network no more and there is nobody else yet (P6)."""
_FROM: Select[Any] = (
    select(
        *HappeningRow.__table__.columns,
        RoundRow.ref.label("round_ref"),
        RoundRow.stage,
        RoundRow.answer_by,
        RoundRow.shared_at,
        ANSWERER.label("answerer_id"),
        RoundRow.threshold,
        ProgrammeRow.ref.label("programme"),
        ProgrammeRow.template.label("practice"),
        ProgrammeRow.circle_id,
        CircleRow.name.label("circle_name"),
        CircleRow.kind.label("circle_kind"),
        func.coalesce(NetworkRow.hidden, false()).label("hidden"),
        case((_OUTSIDE, ""), else_=PersonRow.name).label("answerer_name"),
    )
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(CircleRow, CircleRow.id == ProgrammeRow.circle_id)
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
    .outerjoin(NetworkRow, NetworkRow.circle_id == CircleRow.id)
)
_FOR = _FROM.join(MembershipRow, MembershipRow.circle_id == ProgrammeRow.circle_id).where(
    MembershipRow.person_id == bindparam("person")
)
_OPENED = _FOR.where(HappeningRow.opened).order_by(HappeningRow.opens_at, HappeningRow.id)
_BY_REF = prepared(_FROM.where(HappeningRow.ref == bindparam("ref")))
_OF_REF = prepared(_FOR.where(HappeningRow.ref == bindparam("ref"), HappeningRow.opened))
_OPEN_FOR = prepared(
    _OPENED.where(HappeningRow.closed.is_(False), HappeningRow.closes_at > bindparam("now"), UNDER_WAY)
)
_CAME_FOR = prepared(_OPENED.where(HappeningRow.kind != "ASK", RoundRow.stage != "void"))
_MATCHED_FOR = prepared(_OPENED.where(HappeningRow.kind == "MATCH", UNDER_WAY))
_IN_ROUND = prepared(_FROM.where(HappeningRow.round_id == bindparam("round")).order_by(HappeningRow.id))
_TO_ANSWER = prepared(
    _FROM.where(
        HappeningRow.kind == "SHOW",
        HappeningRow.opened,
        RoundRow.stage == "closed",
        bindparam("person") == ANSWERER,
    ).order_by(RoundRow.answer_by)
)
_TO_DO = prepared(
    _FROM.where(
        HappeningRow.kind == bindparam("kind"),
        HappeningRow.opened,
        UNDER_WAY,
        bindparam("person") == ANSWERER,
    ).order_by(HappeningRow.opens_at, HappeningRow.id)
)
_OVER = _FROM.where(HappeningRow.kind == "ASK", HappeningRow.closed, UNDER_WAY).order_by(HappeningRow.id)
_OVER_FOR = prepared(_OVER.where(bindparam("person") == ANSWERER))
_SORTS = _OVER.join(SorterRow, SorterRow.happening_id == HappeningRow.id)
_OVER_WITH = prepared(_SORTS.where(SorterRow.person_id == bindparam("person")))
_BEFORE = prepared(
    _FROM.where(
        HappeningRow.kind == "SHOW",
        RoundRow.stage != "void",
        ProgrammeRow.ref == bindparam("programme"),
        RoundRow.id < bindparam("round"),
    )
    .order_by(RoundRow.id.desc())
    .limit(1)
)


async def of(connection: AsyncConnection, ref: str, person: int) -> Happening | None:
    """What is behind a ref, if it has come and this person is one of those whom it is for."""
    row = await _OF_REF.first(connection, ref=ref, person=person)
    return _happening(row) if row else None


async def behind(connection: AsyncConnection, ref: str) -> Happening | None:
    """What is behind a ref, for whomever; callers check what they show to whom."""
    row = await _BY_REF.first(connection, ref=ref)
    return _happening(row) if row else None


async def open_for(connection: AsyncConnection, person: int, now: datetime) -> list[Happening]:
    """Everything that this person can give something to now, the oldest first."""
    return [_happening(row) for row in await _OPEN_FOR.rows(connection, person=person, now=now)]


async def came_for(connection: AsyncConnection, person: int) -> list[Happening]:
    """What was shared with this person, chosen, and answered back, the oldest first."""
    return [_happening(row) for row in await _CAME_FOR.rows(connection, person=person)]


async def matched_for(connection: AsyncConnection, person: int) -> list[Happening]:
    """The introductions and draws of rounds that go on, of the circles that this person belongs to."""
    return [_happening(row) for row in await _MATCHED_FOR.rows(connection, person=person)]


async def in_round(connection: AsyncConnection, number: int) -> list[Happening]:
    """All moments of a round, in the order of the practice."""
    return [_happening(row) for row in await _IN_ROUND.rows(connection, round=number)]


async def before(connection: AsyncConnection, one: Happening) -> Happening | None:
    """The SHOW of the round before this one: what came of it, or who promised to say so."""
    row = await _BEFORE.first(connection, programme=one.programme, round=one.round)
    return _happening(row) if row else None


async def like(connection: AsyncConnection, one: Happening) -> Sequence[int]:
    """The numbers of the same moment in every round of its programme."""
    found = select(HappeningRow.id).join(RoundRow, RoundRow.id == HappeningRow.round_id)
    found = found.join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    same = (ProgrammeRow.ref == one.programme, HappeningRow.name == one.name)
    return (await connection.execute(found.where(*same))).scalars().all()


async def to_answer(connection: AsyncConnection, person: int) -> list[Happening]:
    """What waits for this person to say what came of it, the oldest first."""
    return [_happening(row) for row in await _TO_ANSWER.rows(connection, person=person)]


async def over_for(connection: AsyncConnection, person: int) -> list[Happening]:
    """The questions that nobody can answer any more, in rounds that this person has still to answer back; then those of
    others that they were named to sort, whether they still may or not."""
    found = [*await _OVER_FOR.rows(connection, person=person), *await _OVER_WITH.rows(connection, person=person)]
    return [_happening(row) for row in found]


async def to_do(connection: AsyncConnection, person: int, kind: Kind) -> list[Happening]:
    """What has come of this kind in rounds that this person answers back in, done or not, the oldest first. They need not
    belong to those whom it is for."""
    return [_happening(row) for row in await _TO_DO.rows(connection, person=person, kind=kind)]


async def take_opening(connection: AsyncConnection, ref: str, now: datetime) -> Happening | None:
    """What is to come now, taken so that it comes once; None if that has been done."""
    mine = (HappeningRow.opened.is_(False), HappeningRow.opens_at <= now)
    return await _take(connection, ref, mine, {"opened": True})


async def take_closing(connection: AsyncConnection, ref: str, now: datetime) -> Happening | None:
    """What is to close now, taken so that it closes once; None if that has been done."""
    mine = (HappeningRow.closed.is_(False), HappeningRow.closes_at <= now)
    return await _take(connection, ref, mine, {"closed": True})


async def write(connection: AsyncConnection, one: Happening, more: Mapping[str, Any]) -> None:
    """Adds to what is known of it: what is chosen among, what came of it."""
    changed = update(HappeningRow).where(HappeningRow.id == one.on.id).values(spec={**one.spec, **more})
    await connection.execute(changed)


def people_for(one: Happening) -> Select[Any]:
    """The numbers of those whom it is for, as they are now: whoever joins late is one of them."""
    member = select(PersonRow.id).join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    return member.where(MembershipRow.circle_id == one.circle, PersonRow.active)


async def _take(
    connection: AsyncConnection, ref: str, when: Sequence[ColumnElement[bool]], values: Mapping[str, Any]
) -> Happening | None:
    taken = update(HappeningRow).where(HappeningRow.ref == ref, *when).values(**values)
    return await behind(connection, ref) if (await connection.execute(taken)).rowcount else None


def _happening(row: Any) -> Happening:
    return Happening(
        on=On(row.id, row.ref, row.voice),
        name=row.name,
        kind=row.kind,
        round=row.round_id,
        round_ref=row.round_ref,
        programme=row.programme,
        practice=row.practice,
        circle=row.circle_id,
        circle_name="" if row.circle_kind == EVERYONE else row.circle_name,
        hidden=bool(row.hidden),
        stage=row.stage,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        opened=row.opened,
        closed=row.closed,
        answer_by=row.answer_by,
        shared_at=row.shared_at,
        answerer=row.answerer_id,
        answerer_name=row.answerer_name,
        threshold=row.threshold,
        spec=row.spec,
    )
