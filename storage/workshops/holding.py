"""What whoever holds a workshop does with it: begin it, move it on, put themes together, say what comes of each."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.endings import How
from bot.programme import instant
from bot.values import dataclass, replace
from bot.workshop import BY, CODE, FEW, LETTERS, STAGES, Stage, Table, Theme, Workshop
from storage import commitments, notes
from storage.commitments import Made
from storage.disclosure.presets import Preset
from storage.loop import ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.workshops.rows import WorkshopPickRow, WorkshopRow, WorkshopTableRow, WorkshopThemeRow

TEMPLATE = ":workshop"
"""No file can be called that: what runs from files is never taken for a workshop."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What somebody decides when a workshop is set up: `tables` are names with their voices, `circle` is who inside hears
    what comes of it."""

    title: str
    question: str
    day: date
    tables: Sequence[tuple[str, str]]
    circle: int
    answerer: int
    zone: str


async def begin(connection: AsyncConnection, wanted: Begun, *, now: datetime, usual: Preset) -> str:
    """A workshop with a round of its own, so that what is promised in it is kept like every promise. Returns its ref."""
    wall, ref = f"{wanted.day}T00:00", secrets.token_hex(16)
    programme = insert(ProgrammeRow).values(
        ref=secrets.token_hex(16),
        template=TEMPLATE,
        circle_id=wanted.circle,
        zone=wanted.zone,
        answerer_id=wanted.answerer,
        next_wall=wall,
        next_at=None,
    )
    of = (await connection.execute(programme.returning(ProgrammeRow.id))).scalar_one()
    round_ = insert(RoundRow).values(
        ref=secrets.token_hex(16),
        programme_id=of,
        wall=wall,
        stage="open",
        opened_at=now,
        answer_by=instant(datetime.combine(wanted.day + BY, time(12)), wanted.zone),
        answerer_id=wanted.answerer,
        threshold=usual.k,
        preset=usual.name,
        teams=[],
    )
    number = (await connection.execute(round_.returning(RoundRow.id))).scalar_one()
    row = insert(WorkshopRow).values(
        ref=ref,
        round_id=number,
        title=wanted.title,
        question=wanted.question,
        day=wanted.day,
        stage="listed",
        screen=secrets.token_hex(16),
        token=secrets.token_hex(16),
        phones=0,
    )
    workshop = (await connection.execute(row.returning(WorkshopRow.id))).scalar_one()
    await connection.execute(insert(WorkshopTableRow), [_table(workshop, *each) for each in wanted.tables])
    return ref


async def move(connection: AsyncConnection, of: Workshop, to: Stage) -> bool:
    """On to the next stage, once; False where somebody has moved it before."""
    mine = update(WorkshopRow).where(WorkshopRow.id == of.number, WorkshopRow.stage == of.stage)
    if STAGES.index(to) != STAGES.index(of.stage) + 1 or not (await connection.execute(mine.values(stage=to))).rowcount:
        return False
    if to == "room":
        for table, theme in of.alone():
            await put_together(connection, of, theme.name, [(table, theme)])
    if to == "promises":
        await _count(connection, of)
        await connection.execute(update(RoundRow).where(RoundRow.id == of.round).values(stage="closed"))
    return True


async def share(connection: AsyncConnection, of: Workshop, now: datetime) -> None:
    """Everybody is told: those in its circle have a weekly note coming, and the address of the progress says it too."""
    mine = update(RoundRow).where(RoundRow.id == of.round, RoundRow.stage == "closed")
    await connection.execute(mine.values(stage="shared", shared_at=now))
    people = select(PersonRow.id).join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    people = people.where(MembershipRow.circle_id == of.circle, PersonRow.active)
    await notes.plan(connection, people, earliest=lambda _zone: now)


async def put_together(
    connection: AsyncConnection, of: Workshop, name: str, themes: Sequence[tuple[Table, Theme]]
) -> None:
    """One theme of the room out of some tables' own."""
    ref = secrets.token_hex(16)
    await connection.execute(insert(WorkshopThemeRow).values(ref=ref, workshop_id=of.number, name=name, reason=""))
    mine = update(WorkshopThemeRow).where(WorkshopThemeRow.ref.in_([theme.ref for _, theme in themes]))
    await connection.execute(mine.values(into=ref))


async def take_apart(connection: AsyncConnection, of: Workshop, theme: Theme) -> None:
    """The tables' own themes stand alone again."""
    alone = update(WorkshopThemeRow).where(WorkshopThemeRow.into == theme.ref)
    await connection.execute(alone.values(into=None))
    gone = delete(WorkshopThemeRow).where(WorkshopThemeRow.ref == theme.ref)
    await connection.execute(gone.where(WorkshopThemeRow.workshop_id == of.number))


async def leave(connection: AsyncConnection, of: Workshop, table: Table, *, left: bool) -> None:
    """A table takes no part any more, or comes back."""
    mine = update(WorkshopTableRow).where(WorkshopTableRow.id == table.number)
    await connection.execute(mine.where(WorkshopTableRow.workshop_id == of.number).values(left=left))


async def end(connection: AsyncConnection, theme: Theme, how: How, reason: str) -> None:
    """How a theme of the room ends, where nothing is promised for it."""
    mine = update(WorkshopThemeRow).where(WorkshopThemeRow.ref == theme.ref, WorkshopThemeRow.promise.is_(None))
    await connection.execute(mine.values(how=how, reason=reason))


async def promise(
    connection: AsyncConnection, of: Workshop, theme: Theme, made: Made, *, owner: int, now: datetime, zone: str
) -> str:
    """Something is promised for a theme; its owner has it until somebody takes it on. Returns its ref."""
    ref = await commitments.make(connection, of.round, owner, made, now=now, zone=zone)
    mine = update(WorkshopThemeRow).where(WorkshopThemeRow.ref == theme.ref)
    await connection.execute(mine.values(how="doing", reason="", promise=ref))
    return ref


async def with_phones(connection: AsyncConnection, of: Workshop) -> Workshop:
    """With how many phones have chosen by now, while the room chooses."""
    if of.stage != "room":
        return of
    many = select(func.count()).select_from(WorkshopPickRow).where(WorkshopPickRow.workshop_id == of.number)
    return replace(of, phones=int((await connection.execute(many)).scalar_one()))


async def _count(connection: AsyncConnection, of: Workshop) -> None:
    """Counts what was chosen, and forgets which phone chose what. Nothing is shown of fewer than five phones."""
    mine = WorkshopPickRow.workshop_id == of.number
    kept = (await connection.execute(select(WorkshopPickRow.picks).where(mine))).scalars().all()
    known = {theme.ref for theme in of.room}
    chosen = [picks for picks in kept if known.intersection(picks)]
    await connection.execute(update(WorkshopRow).where(WorkshopRow.id == of.number).values(phones=len(chosen)))
    if len(chosen) >= FEW:
        for theme in of.room:
            many = sum(theme.ref in picks for picks in chosen)
            counted = update(WorkshopThemeRow).where(WorkshopThemeRow.ref == theme.ref)
            await connection.execute(counted.values(picks=many))
    await connection.execute(delete(WorkshopPickRow).where(mine))


def _table(workshop: int, name: str, voice: str) -> dict[str, object]:
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE))
    ref = secrets.token_hex(16)
    return {"ref": ref, "workshop_id": workshop, "code": code, "name": name, "voice": voice, "left": False}
