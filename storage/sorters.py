"""Who sorts what people said with whoever promised the answer: named before people speak, or free to read it anyway."""

from collections.abc import Sequence

from sqlalchemy import ForeignKey, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversation import Person
from storage.circles import LEADING
from storage.db import WITHOUT_ROWID, Rows
from storage.directory import EVERYONE, STEWARDS
from storage.given import HappeningRow
from storage.loop import ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.prepared import prepared

MOST = 3
"""So many, because a card names each of them."""


class SortsWithRow(Rows):
    """Who is to sort in the next rounds of a practice. Kept until somebody chooses otherwise, or they leave."""

    __tablename__ = "sorts_with"
    __table_args__ = WITHOUT_ROWID
    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="In which practice."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True, doc="Who."
    )


class SorterRow(Rows):
    """Who sorts what people said to one question, beside whoever answers back. Kept with the round, or until they leave."""

    __tablename__ = "sorter"
    __table_args__ = WITHOUT_ROWID
    happening_id: Mapped[int] = mapped_column(
        ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Said to what."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True, doc="Who."
    )


_PERSON = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone)
_BELONGS = MembershipRow.circle_id == ProgrammeRow.circle_id
# Whoever left the circle reads no more of it, named or not.
_OF = prepared(
    _PERSON.join(SorterRow, SorterRow.person_id == PersonRow.id)
    .join(HappeningRow, HappeningRow.id == SorterRow.happening_id)
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(MembershipRow, _BELONGS & (MembershipRow.person_id == SorterRow.person_id))
    .where(
        SorterRow.happening_id == bindparam("on"),
        SorterRow.person_id != RoundRow.answerer_id,
        PersonRow.active,
    )
    .order_by(PersonRow.name, PersonRow.id)
)


async def of(connection: AsyncConnection, happening: int) -> tuple[Person, ...]:
    """Who sorts what was said to this question, beside whoever answers back."""
    return tuple(Person(*row) for row in await _OF.rows(connection, on=happening))


async def offered(connection: AsyncConnection, circle: int) -> list[Person]:
    """Who can be asked to: lead and co-lead of a network, whose names are everybody's to read; for all staff the stewards."""
    key = (await connection.execute(select(CircleRow.key).where(CircleRow.id == circle))).scalar_one()
    there = select(MembershipRow.person_id).where(MembershipRow.circle_id == circle)
    if key == EVERYONE:
        stewards = select(CircleRow.id).where(CircleRow.key == STEWARDS).scalar_subquery()
        may = PersonRow.id.in_(select(MembershipRow.person_id).where(MembershipRow.circle_id == stewards))
    else:
        may = PersonRow.id.in_(there.where(MembershipRow.role.in_(LEADING)))
    found = _PERSON.where(PersonRow.active, PersonRow.id.in_(there), may).order_by(PersonRow.name, PersonRow.id)
    return [Person(*row) for row in await connection.execute(found)]


async def chosen(connection: AsyncConnection, programme: str) -> set[int]:
    """Who is to sort in the next rounds of this practice, by its ref."""
    found = select(SortsWithRow.person_id).join(ProgrammeRow, ProgrammeRow.id == SortsWithRow.programme_id)
    return set((await connection.execute(found.where(ProgrammeRow.ref == programme))).scalars())


async def any_for(connection: AsyncConnection, programme: int) -> bool:
    found = select(SortsWithRow.person_id).where(SortsWithRow.programme_id == programme).limit(1)
    return (await connection.execute(found)).first() is not None


async def choose(connection: AsyncConnection, programme: str, people: Sequence[int]) -> None:
    """From the next round on, because only its cards name them."""
    number = (await connection.execute(select(ProgrammeRow.id).where(ProgrammeRow.ref == programme))).scalar_one()
    await connection.execute(delete(SortsWithRow).where(SortsWithRow.programme_id == number))
    if people:
        rows = [{"programme_id": number, "person_id": each} for each in people]
        await connection.execute(insert(SortsWithRow), rows)


async def fix(connection: AsyncConnection, number: int, names: Sequence[str]) -> None:
    """When a round opens: whoever was chosen sorts what is said to these of its questions, and nobody else will in
    confidence."""
    who = (
        select(HappeningRow.id, SortsWithRow.person_id)
        .join(RoundRow, RoundRow.id == HappeningRow.round_id)
        .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
        .join(SortsWithRow, SortsWithRow.programme_id == ProgrammeRow.id)
        .join(MembershipRow, _BELONGS & (MembershipRow.person_id == SortsWithRow.person_id))
        .where(HappeningRow.round_id == number, HappeningRow.name.in_(names))
    )
    await connection.execute(insert(SorterRow).from_select(["happening_id", "person_id"], who))


async def invite(connection: AsyncConnection, happening: int, people: Sequence[int]) -> None:
    """These from now on, and nobody else. Callers see to it that each can read what was said without that."""
    await connection.execute(delete(SorterRow).where(SorterRow.happening_id == happening))
    if people:
        rows = [{"happening_id": happening, "person_id": each} for each in people]
        await connection.execute(insert(SorterRow), rows)


async def left(connection: AsyncConnection, leaver: int) -> None:
    for rows in (SortsWithRow, SorterRow):
        await connection.execute(delete(rows).where(rows.person_id == leaver))
