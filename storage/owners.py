"""Who sees to a promise: somebody is asked to take it on, says yes or no, or leaves, and it falls to somebody else."""

from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Person
from storage import directory
from storage.commitments import CommitmentRow, Entry, asked_on, enter, one
from storage.loop import ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.work import Work

FEW = 2
"""More than one is too many to know who is meant."""


async def hold(connection: AsyncConnection, ref: str, role: str) -> None:
    """In which role its owner sees to it: said once."""
    mine = update(CommitmentRow).where(CommitmentRow.ref == ref, CommitmentRow.role == "")
    await connection.execute(mine.values(role=role))


async def offer(connection: AsyncConnection, ref: str, to: int, role: str) -> bool:
    """Asks somebody to take it on; until they say yes, its owner keeps it. False for its owner, who has it already."""
    row = await one(connection, ref)
    if row is None or row.owner_id == to:
        await hold(connection, ref, role)
        return False
    mine = update(CommitmentRow).where(CommitmentRow.ref == ref)
    await connection.execute(mine.values(offered_id=to, offered_role=role))
    return True


async def called(connection: AsyncConnection, name: str) -> list[Person]:
    """Who works here under that name, in whatever letters; behind a comma there may be their team's."""
    alone, _, team = (part.strip() for part in name.rpartition(",")) if "," in name else (name.strip(), "", "")
    found = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone).where(PersonRow.active)
    whole = found.where(func.lower(PersonRow.name) == func.lower(name.strip()))
    people = (await connection.execute(whole.limit(FEW))).all()
    if not people and team:
        of = (
            select(MembershipRow.person_id)
            .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
            .where(CircleRow.kind == "team", func.lower(CircleRow.name) == func.lower(team))
        )
        there = found.where(func.lower(PersonRow.name) == func.lower(alone), PersonRow.id.in_(of))
        people = (await connection.execute(there.limit(FEW))).all()
    return [Person(*row) for row in people]


async def behind(work: Work, ref: str) -> Person | None:
    """Who works here and is what stands in a form for them: looked for among all, for nothing leads back from it."""
    found = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone).where(PersonRow.active)
    rows = (await work.connection.execute(found)).all()
    return next((Person(*row) for row in rows if directory.opaque(work, row.id) == ref), None)


async def accept(
    connection: AsyncConnection, ref: str, person: int, next_on: date, *, now: datetime, zone: str
) -> bool:
    """Somebody takes on what they were asked to; False where they were not, or not any more."""
    row = await one(connection, ref)
    if row is None or row.offered_id != person:
        return False
    taken = {"owner_id": person, "role": row.offered_role, "offered_id": None, "offered_role": "", "next_on": next_on}
    taken |= {"ask_at": asked_on(next_on, now, zone) if row.state == "doing" else None, "asked": 0, "asked_at": None}
    await connection.execute(update(CommitmentRow).where(CommitmentRow.id == row.id).values(taken))
    await enter(connection, row, Entry("taken", person), now)
    return True


async def decline(connection: AsyncConnection, ref: str, person: int) -> int | None:
    """Somebody says no to it; returns the number of its owner, who keeps it. None where they were not asked."""
    row = await one(connection, ref)
    if row is None or row.offered_id != person:
        return None
    kept = update(CommitmentRow).where(CommitmentRow.id == row.id).values(offered_id=None, offered_role="")
    await connection.execute(kept)
    return int(row.owner_id)


async def left(connection: AsyncConnection, leaver: int, now: datetime) -> list[tuple[int, str]]:
    """Somebody has left: what they had promised falls to whoever answers back, else to a steward. Returns to whom, and the
    ref. Where nobody is there, it stays with the one who left, and shows so."""
    offered = update(CommitmentRow).where(CommitmentRow.offered_id == leaver)
    await connection.execute(offered.values(offered_id=None, offered_role=""))
    found = (
        select(CommitmentRow, RoundRow.answerer_id, ProgrammeRow.answerer_id.label("next_answerer"))
        .join(RoundRow, RoundRow.id == CommitmentRow.round_id)
        .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
        .where(CommitmentRow.owner_id == leaver)
        .order_by(CommitmentRow.id)
    )
    fell = []
    for row in (await connection.execute(found)).all():
        heir = await _heir(connection, (row.answerer_id, row.next_answerer))
        if heir is None:
            continue
        here = update(CommitmentRow).where(CommitmentRow.id == row.id)
        await connection.execute(here.values(owner_id=heir, role="", asked=0, asked_at=None))
        await enter(connection, row, Entry("left", heir), now)
        fell += [(heir, row.ref)] if row.state == "doing" else []
    return fell


async def _heir(connection: AsyncConnection, answerers: tuple[int, int]) -> int | None:
    here = select(PersonRow.id).where(PersonRow.id.in_(answerers), PersonRow.active)
    active = set((await connection.execute(here)).scalars())
    stewards = [each.id for each in await directory.members(connection, directory.STEWARDS)]
    return next((each for each in answerers if each in active), stewards[0] if stewards else None)
