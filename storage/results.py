"""Which rounds there are to look at, and how many answers the next one can be expected to bring."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.programme import Voice
from bot.question import Spoken
from bot.values import dataclass
from storage.loop import CellRow, MomentRow, ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.prepared import prepared
from storage.rounds import SUMMED, Asking
from storage.snapshot import WHOLE

CAUTIOUS = 40
"""Of a hundred people who are asked, so many are expected to answer where nothing is known yet."""
_ANSWERS = prepared(select(RoundRow.id).where(RoundRow.answerer_id == bindparam("person")).limit(1))


@dataclass(frozen=True, slots=True)
class Listed:
    """A round in a list. `stage` is open, closed, shared or void; instants are aware UTC."""

    ref: str
    moment: int
    subject: Spoken
    voice: Voice
    stage: str
    closes_at: datetime
    answer_by: datetime
    answerer_name: str


async def rounds_for(connection: AsyncConnection, answerer: int | None, most: int) -> list[Listed]:
    """The newest rounds of every programme, or those that this person answers for, the last to close first."""
    found = (
        select(
            RoundRow.ref,
            MomentRow.id,
            MomentRow.spec,
            MomentRow.voice,
            RoundRow.stage,
            MomentRow.closes_at,
            RoundRow.answer_by,
            PersonRow.name,
        )
        .join(MomentRow, MomentRow.round_id == RoundRow.id)
        .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
        .where(MomentRow.kind == "ASK")
        .order_by(MomentRow.closes_at.desc(), RoundRow.id.desc())
        .limit(most)
    )
    if answerer is not None:
        found = found.where(RoundRow.answerer_id == answerer)
    rows = (await connection.execute(found)).all()
    return [Listed(ref, moment, spec["subject"], *rest) for ref, moment, spec, *rest in rows]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A round that was published before another one of its programme: when it closed, and the ids of its questions."""

    moment: int
    closed: datetime
    questions: frozenset[str]


async def earlier(connection: AsyncConnection, asking: Asking, person: int) -> list[Earlier]:
    """The rounds of the same programme and kind that closed before this one and that this person may read, the newest
    first."""
    found = (
        select(MomentRow.id, MomentRow.closes_at, MomentRow.spec)
        .join(RoundRow, RoundRow.id == MomentRow.round_id)
        .where(*_readable(asking, person), MomentRow.closes_at < asking.closes_at)
        .order_by(MomentRow.closes_at.desc())
    )
    rows = (await connection.execute(found)).all()
    return [Earlier(row.id, row.closes_at, frozenset(each["id"] for each in row.spec["questions"])) for row in rows]


async def read_by(connection: AsyncConnection, asking: Asking, person: int) -> set[datetime]:
    """When those rounds of the same programme and kind closed that this person may read: answered back, or theirs to
    answer."""
    found = (
        select(MomentRow.closes_at).join(RoundRow, RoundRow.id == MomentRow.round_id).where(*_readable(asking, person))
    )
    return {closed for closed in (await connection.execute(found)).scalars() if closed}


def _readable(asking: Asking, person: int) -> tuple[ColumnElement[bool], ...]:
    """Before it is answered, nobody reads a result but the one person who has to answer. Single turns are compared with
    single rounds, whole cycles with whole cycles."""
    readable = or_(RoundRow.stage == "shared", and_(RoundRow.stage == "closed", RoundRow.answerer_id == person))
    kind = SUMMED if asking.summed else ~SUMMED
    return RoundRow.programme_id == asking.programme, MomentRow.kind == "ASK", readable, kind


async def answers_for(connection: AsyncConnection, person: int) -> bool:
    """Whether this person is the one who answers back for any round."""
    return await _ANSWERS.first(connection, person=person) is not None


async def expected(connection: AsyncConnection, template: str, asked: int) -> int:
    """How many answers a programme's next round can be expected to bring, out of so many people asked: as many as its last
    released round, else a cautious part of them."""
    last = (
        select(MomentRow.id)
        .join(RoundRow, RoundRow.id == MomentRow.round_id)
        .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
        .join(CellRow, CellRow.moment_id == MomentRow.id)
        .where(ProgrammeRow.template == template, CellRow.node == WHOLE, CellRow.attribute == "", ~SUMMED)
        .order_by(MomentRow.closes_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    most = select(func.max(CellRow.answers)).where(CellRow.moment_id == last, CellRow.node == WHOLE)
    return await connection.scalar(most) or asked * CAUTIOUS // 100
