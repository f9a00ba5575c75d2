"""How many have answered while a question is open: one figure for all who were asked, counted once a day, rounded down (A2).

Whoever could look twice within a day, or at a team, would see who answered in between. So the figure is written down when
a day begins and read from there; nobody's look counts anything.
"""

from datetime import UTC, date, datetime

from sqlalchemy import ForeignKey, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Rows, inserts
from storage.directory import EVERYONE
from storage.events.rows import GuestsRow
from storage.loop import AskedRow, BallotRow, ContributionRow, MomentRow, ProgrammeRow, RoundRow
from storage.people import CircleRow
from storage.prepared import Prepared, prepared

STEP = 10


class RateRow(Rows):
    """How many had answered when a day began, of all who were asked, in whole tens of a hundred. Kept with the round; after
    its close nobody is shown it."""

    __tablename__ = "rate"
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which form."
    )
    day: Mapped[int] = mapped_column(doc="Day number of the count; it is made once a day.")
    percent: Mapped[int] = mapped_column(doc="0, 10, 20 and so on to 100, rounded down. Of no team, ever.")


_OF_EVERYBODY = (
    select(RoundRow.id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(CircleRow, CircleRow.id == ProgrammeRow.circle_id)
    .where(CircleRow.key == EVERYONE, ProgrammeRow.id.not_in(select(GuestsRow.programme_id)))
)
_WITHOUT = prepared(
    select(MomentRow.id, MomentRow.round_id, MomentRow.voice)
    .outerjoin(RateRow, RateRow.moment_id == MomentRow.id)
    .where(MomentRow.round_id.in_(_OF_EVERYBODY))
    .where(MomentRow.kind == "ASK", MomentRow.closed.is_(False), MomentRow.opens_at <= bindparam("now"))
    .where(or_(RateRow.day.is_(None), RateRow.day < bindparam("day")))
)
_SAID = {
    named: prepared(select(func.count().label("many")).where(rows.moment_id == bindparam("moment")))
    for named, rows in ((True, ContributionRow), (False, BallotRow))
}
_ASKED = prepared(select(func.count().label("many")).where(AskedRow.round_id == bindparam("round")))
_COUNTED = Prepared(
    inserts(
        RateRow,
        lambda row: row.on_conflict_do_update(
            index_elements=["moment_id"], set_={"day": row.excluded.day, "percent": row.excluded.percent}
        ),
    )
)


async def refresh(connection: AsyncConnection, now: datetime) -> None:
    """Counts every open question to all staff that has no figure of today. The day is that of UTC, the same for everybody."""
    day = now.astimezone(UTC).date().toordinal()
    for moment, number, voice in await _WITHOUT.rows(connection, now=now, day=day):
        answered = await _SAID[voice == "named"].first(connection, moment=moment)
        percent = rounded(answered.many, await people_asked(connection, number))
        await _COUNTED.rows(connection, moment_id=moment, day=day, percent=percent)


async def rate_of(connection: AsyncConnection, moment: int) -> tuple[int, date] | None:
    """The figure in per cent and the day it is of; None before the first count."""
    row = (await connection.execute(select(RateRow.percent, RateRow.day).where(RateRow.moment_id == moment))).first()
    return (row.percent, date.fromordinal(row.day)) if row else None


async def has_rate(connection: AsyncConnection, number: int) -> bool:
    """Whether a figure is shown while this round is open: only of all staff, never of a team."""
    return (await connection.execute(_OF_EVERYBODY.where(RoundRow.id == number))).first() is not None


async def people_asked(connection: AsyncConnection, number: int) -> int:
    """How many people a round asks, in all."""
    return int((await _ASKED.first(connection, round=number)).many)


def rounded(answered: int, asked: int) -> int:
    """In per cent, down to a whole ten; 0 where nobody was asked."""
    return min(100, 100 * answered // asked // STEP * STEP) if asked else 0
