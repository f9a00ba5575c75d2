"""Keeps whose turn it is where a question goes to a part of the circle each time, and says who is asked now."""

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Select, String, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.programme import Ask
from bot.values import dataclass
from storage import sampling
from storage.db import Rows
from storage.disclosure.presets import FEWEST
from storage.loop import AskedRow, RoundRow
from storage.people import CircleRow
from storage.programmes import heads
from storage.sampling import Listed
from storage.snapshot import team_of
from storage.work import Work

A_WEEK = timedelta(weeks=1)


class RotationRow(Rows):
    """How far the turns of a programme are that asks a part of its circle each time. Kept while it does so."""

    __tablename__ = "rotation"
    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which programme."
    )
    slots: Mapped[int] = mapped_column(doc="In how many rounds everybody is asked once.")
    turn: Mapped[int] = mapped_column(doc="How many rounds there were since the slots were dealt.")
    dealt_on: Mapped[date] = mapped_column(doc="The day of the first of them: after a year they are dealt anew.")
    cycle: Mapped[str | None] = mapped_column(
        String(32), doc="Random, of the cycle that runs and is to end with results by team. Empty: none such."
    )


class SlotRow(Rows):
    """In which round of a cycle somebody is asked. It says nothing of who answered. Deleted at the first round after they
    left, and when slots are dealt anew."""

    __tablename__ = "slot"
    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="In which programme."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Who."
    )
    slot: Mapped[int] = mapped_column(doc="Which round of a cycle, from 0.")


@dataclass(frozen=True, slots=True)
class Turn:
    """Which of so many turns of a cycle this is, from 0. A cycle in which everybody is asked once, to end with results by
    team, has a random `cycle`."""

    cycle: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is asked in a round; a `sample` is a part of the circle."""

    people: Select[Any]
    sample: bool
    turn: Turn | None = None


def works_with(people: int) -> int:
    """In how many parts a circle of this size can be asked so that none is too small (A8); below 2 only all at once."""
    return people // FEWEST


async def take_turn(work: Work, programme: int, circle: Select[Any], ask: Ask, *, wall: datetime) -> Whom:
    """Who is asked in the round that begins at this wall-clock time. Call it once a round: it moves the turn on.

    Whether everybody is asked, and whether teams are shown at its end, is decided when a cycle begins, so that nobody is
    asked twice in one.
    """
    row = (await work.connection.execute(select(RotationRow).where(RotationRow.programme_id == programme))).first()
    if row is None and ask.sample == 1:
        return Whom(circle, sample=False)
    if row is None or row.turn % row.slots == 0 or row.slots != ask.sample:
        size = await heads(work.connection, circle) if ask.sample_from else 0
        if ask.one_in(size) == 1:
            await _forget(work, programme)
            return Whom(circle, sample=False)
    today, slots = wall.date(), ask.sample
    listed = await _listed(work, circle)
    key = secrets.token_bytes(32)  # thrown away: nobody can foretell the order, or work it out afterwards
    if row is None or row.slots != slots or sampling.deal_anew(row.turn, slots, (today - row.dealt_on) // A_WEEK):
        await _forget(work, programme)
        turn, cycle = 0, _cycle(ask)
        rotation = {"programme_id": programme, "slots": slots, "turn": 1, "dealt_on": today, "cycle": cycle}
        await work.connection.execute(insert(RotationRow).values(rotation))
        await _change(work, programme, {}, sampling.deal(listed, slots, key))
    else:
        turn = row.turn
        cycle = row.cycle if turn % slots else _cycle(ask)
        moved = update(RotationRow).where(RotationRow.programme_id == programme)
        await work.connection.execute(moved.values(turn=turn + 1, cycle=cycle))
        given = await _given(work, programme)
        await _change(work, programme, given, sampling.admit(listed, given, slots, key))
    mine = select(SlotRow.person_id.label("id")).where(SlotRow.programme_id == programme, SlotRow.slot == turn % slots)
    if cycle is None:
        return Whom(mine, sample=True)
    return Whom(mine.where(SlotRow.person_id.not_in(_had(cycle))), sample=True, turn=Turn(cycle, turn % slots, slots))


def _cycle(ask: Ask) -> str | None:
    return secrets.token_hex(16) if ask.by_team else None


def _had(cycle: str) -> Select[Any]:
    """Who has had a turn in this cycle. Somebody who left and came back has another slot, and would get a second one."""
    asked = select(AskedRow.person_id).join(RoundRow, RoundRow.id == AskedRow.round_id)
    return asked.where(RoundRow.cycle == cycle)


async def _given(work: Work, programme: int) -> dict[int, int]:
    found = select(SlotRow.person_id, SlotRow.slot).where(SlotRow.programme_id == programme)
    return {row.person_id: row.slot for row in await work.connection.execute(found)}


async def _change(work: Work, programme: int, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Writes only who came and who went: everybody else keeps their slot."""
    gone = [person for person in before if person not in after]
    new = [{"programme_id": programme, "person_id": who, "slot": at} for who, at in after.items() if who not in before]
    if gone:
        leaver = delete(SlotRow).where(SlotRow.programme_id == programme, SlotRow.person_id == bindparam("who"))
        await work.connection.execute(leaver, [{"who": person} for person in gone])
    if new:
        await work.connection.execute(insert(SlotRow), new)


async def _forget(work: Work, programme: int) -> None:
    for table in (SlotRow, RotationRow):
        await work.connection.execute(delete(table).where(table.programme_id == programme))


async def _listed(work: Work, circle: Select[Any]) -> list[Listed]:
    """Everybody in the circle under their division and team."""
    who, of = circle.subquery(), team_of()
    found = select(who.c.id, of.c.team).outerjoin(of, of.c.person_id == who.c.id)
    people = (await work.connection.execute(found)).all()
    above = await _above(work.connection)
    stratum = {team: (str(_division(above, team)), str(team)) for team in {row.team for row in people}}
    return [Listed(row.id, stratum[row.team]) for row in people]


async def _above(connection: AsyncConnection) -> dict[int, int | None]:
    """Each team with the team above it."""
    found = select(CircleRow.id, CircleRow.parent_id).where(CircleRow.kind == "team")
    rows = {row.id: row.parent_id for row in await connection.execute(found)}
    return {team: parent if parent in rows else None for team, parent in rows.items()}


def _division(above: Mapping[int, int | None], team: int | None) -> int | None:
    """The uppermost team that this one lies in."""
    seen: set[int] = set()
    while team is not None and team not in seen and (higher := above[team]) is not None:
        seen.add(team)
        team = higher
    return team
