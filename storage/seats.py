"""Who was introduced to whom in a round of a practice, and whom the lot fell on."""

from collections.abc import Collection, Sequence

from sqlalchemy import ForeignKey, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.values import dataclass
from storage import happenings
from storage.db import WITHOUT_ROWID, Rows
from storage.given import GivenRow, On
from storage.happenings import UNTIL_SHARED, Happening
from storage.matching.draw import Entry
from storage.people import PersonRow
from storage.prepared import prepared
from storage.work import Work

NOWHERE = 0


class SeatRow(Rows):
    """Somebody's place at a MATCH they said yes to. Kept until they give it back, or leave; else with the round."""

    __tablename__ = "seat"
    __table_args__ = (WITHOUT_ROWID,)
    happening_id: Mapped[int] = mapped_column(
        ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="At what."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
        doc="Who.",
    )
    place: Mapped[int] = mapped_column(doc="Number of the group, or 1 for whom the lot fell on. 0: no place this time.")
    rank: Mapped[int] = mapped_column(doc="The order in which places are passed on.")


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place: `place` 0 is none this time."""

    person: int
    name: str
    place: int


_SEATS = prepared(
    select(SeatRow.person_id, PersonRow.name, SeatRow.place)
    .join(PersonRow, PersonRow.id == SeatRow.person_id)
    .where(SeatRow.happening_id == bindparam("on"), PersonRow.active)
    .order_by(SeatRow.place, SeatRow.rank)
)


async def givers(work: Work, on: On) -> Sequence[int]:
    """The numbers of those who said something with their name, and work here."""
    found = select(GivenRow.person_id).join(PersonRow, PersonRow.id == GivenRow.person_id)
    found = found.where(GivenRow.happening_id == on.id, PersonRow.active).order_by(GivenRow.ref)
    return [row.person_id for row in await work.connection.execute(found)]


async def keep(work: Work, one: Happening, places: Collection[tuple[int, int]]) -> None:
    """Keeps person and place in this order."""
    rows = [
        {"happening_id": one.on.id, "person_id": person, "place": place, "rank": rank}
        for rank, (person, place) in enumerate(places)
    ]
    if rows:
        await work.connection.execute(insert(SeatRow), rows)


async def of(work: Work, one: Happening) -> list[Seat]:
    """Everybody's who still works here, group by group; those without a place first."""
    rows = await _SEATS.rows(work.connection, on=one.on.id)
    return [Seat(row.person_id, row.name, row.place) for row in rows]


async def entries(work: Work, one: Happening, people: Collection[int]) -> list[Entry]:
    """What a fair draw needs: how often each of them won and went without in earlier rounds of this practice."""
    earlier = [number for number in await happenings.like(work.connection, one) if number != one.on.id]
    found = select(SeatRow.person_id, SeatRow.place).where(SeatRow.happening_id.in_(earlier))
    rows = (await work.connection.execute(found)).all()
    won = [row.person_id for row in rows if row.place]
    without = [row.person_id for row in rows if not row.place]
    return [Entry(str(each), won.count(each), without.count(each)) for each in people]


async def yes_taken_back(work: Work, asked: Happening, person: int) -> list[tuple[Happening, Seat]]:
    """Whoever takes back what they said to this question has no place any more in what is made up among those who said
    something (P8). Returns who moves up, and where."""
    around = await happenings.in_round(work.connection, asked.round)
    found = [(one, await give_back(work, one, person)) for one in around if _stands_on(one, asked)]
    return [(one, up) for one, up in found if up]


async def give_back(work: Work, one: Happening, person: int) -> Seat | None:
    """Removes somebody's place. Of a draw the next in order gets it, and is returned, until the round is answered back."""
    mine = (SeatRow.happening_id == one.on.id, SeatRow.person_id == person)
    gone = await work.connection.execute(delete(SeatRow).where(*mine).returning(SeatRow.place))
    place = gone.scalar()
    if not place or one.spec["size"] or one.stage not in UNTIL_SHARED:
        return None
    waiting = select(func.min(SeatRow.rank)).where(SeatRow.happening_id == one.on.id, SeatRow.place == NOWHERE)
    next_one = (SeatRow.happening_id == one.on.id, SeatRow.rank == waiting.scalar_subquery())
    up = await work.connection.execute(
        update(SeatRow).where(*next_one).values(place=place).returning(SeatRow.person_id)
    )
    number = up.scalar()
    return next((each for each in await of(work, one) if each.person == number), None) if number else None


def _stands_on(one: Happening, asked: Happening) -> bool:
    return one.kind == "MATCH" and one.spec.get("among") == asked.name
