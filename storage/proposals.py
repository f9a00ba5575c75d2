"""Practices that somebody wants to start and that wait: for whoever is to answer back, or for a second steward."""

import secrets
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ForeignKey, Identity, String, UniqueConstraint, case, delete, select, update
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.programme import parse_wall, write_wall
from bot.values import dataclass
from storage import db
from storage.db import Rows
from storage.happenings import EVERYONE
from storage.loop import ProgrammeRow
from storage.people import CircleRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

State = Literal["asks", "second", "refused", "declined", "void"]
WAITING: tuple[State, ...] = ("asks", "second")
ALONE = 500
"""To so many people somebody may start something alone."""


class ProposalRow(Rows):
    """A practice that waits for somebody's yes. Deleted when it is started, or when whoever proposed it puts it away."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("practice", "circle_id"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    practice: Mapped[str] = mapped_column(String(60), doc="Which practice.")
    circle_id: Mapped[int] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), doc="For whom.")
    answerer_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), doc="Who would answer back.")
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), doc="Who wants to start it.")
    not_before: Mapped[str] = mapped_column(String(16), doc="The earliest day of its first round, as wall clock.")
    state: Mapped[str] = mapped_column(
        String(8),
        doc="asks (whoever is to answer back), second (a steward), refused by the one, declined by the other, or void.",
    )
    since: Mapped[date] = mapped_column(doc="The day on which it came to that.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """`not_before` is a wall clock in the house's zone. The circle's name is empty for all staff."""

    ref: str
    practice: str
    circle: int
    circle_name: str
    answerer: int
    answerer_name: str
    by: int
    by_name: str
    not_before: datetime
    state: State
    since: date


_By = aliased(PersonRow)
_READ = (
    select(
        ProposalRow.ref,
        ProposalRow.practice,
        ProposalRow.circle_id.label("circle"),
        case((CircleRow.kind == EVERYONE, ""), else_=CircleRow.name).label("circle_name"),
        ProposalRow.answerer_id.label("answerer"),
        PersonRow.name.label("answerer_name"),
        ProposalRow.by_id.label("by"),
        _By.name.label("by_name"),
        ProposalRow.not_before,
        ProposalRow.state,
        ProposalRow.since,
    )
    .join(CircleRow, CircleRow.id == ProposalRow.circle_id)
    .join(PersonRow, PersonRow.id == ProposalRow.answerer_id)
    .join(_By, _By.id == ProposalRow.by_id)
    .order_by(ProposalRow.id)
)


_ALL = prepared(_READ)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody proposes: `by` and `answerer` are people, `not_before` a wall clock in the house's zone."""

    practice: str
    circle: int
    answerer: int
    by: int
    not_before: datetime


async def propose(work: Work, wanted: Wanted, state: State, today: date) -> str:
    """In the place of what was proposed before for the same circle; returns its ref."""
    same = {"practice": wanted.practice, "circle_id": wanted.circle}
    values = {"ref": secrets.token_hex(16), "answerer_id": wanted.answerer, "by_id": wanted.by}
    values |= {"not_before": write_wall(wanted.not_before), "state": state, "since": today}
    row = db.insert(work.connection, ProposalRow).values(**same, **values)
    await work.connection.execute(row.on_conflict_do_update(index_elements=list(same), set_=values))
    return str(values["ref"])


async def waiting(work: Work, wanted: Wanted) -> Proposal | None:
    """What somebody else has proposed already for the same people, and waits."""
    same = (ProposalRow.practice == wanted.practice, ProposalRow.circle_id == wanted.circle)
    found = _READ.where(*same, ProposalRow.by_id != wanted.by, ProposalRow.state.in_(WAITING))
    row = (await work.connection.execute(found)).first()
    return _read(row) if row else None


async def all_proposed(work: Work) -> list[Proposal]:
    """Everything that there is, the oldest first."""
    return [_read(row) for row in await _ALL.rows(work.connection)]


async def take(work: Work, ref: str, state: State) -> Proposal | None:
    """The proposal with this ref, which is then gone; None where somebody was quicker."""
    found = await one(work, ref)
    mine = (ProposalRow.ref == ref, ProposalRow.state == state)
    gone = await work.connection.execute(delete(ProposalRow).where(*mine))
    return found if found and gone.rowcount else None


async def turn_to(work: Work, ref: str, state: State, to: State, *, today: date) -> bool:
    """It comes from one state to another; False where somebody was quicker."""
    mine = update(ProposalRow).where(ProposalRow.ref == ref, ProposalRow.state == state)
    return bool((await work.connection.execute(mine.values(state=to, since=today))).rowcount)


async def withdraw(work: Work, ref: str, by: int) -> bool:
    """Whoever proposed it puts it away, whatever it waits for."""
    mine = delete(ProposalRow).where(ProposalRow.ref == ref, ProposalRow.by_id == by)
    return bool((await work.connection.execute(mine)).rowcount)


async def one(work: Work, ref: str) -> Proposal | None:
    row = (await work.connection.execute(_READ.where(ProposalRow.ref == ref))).first()
    return _read(row) if row else None


async def ref_of_started(work: Work, one: Proposal) -> str | None:
    """What runs of it for these people."""
    mine = (ProgrammeRow.template == one.practice, ProgrammeRow.circle_id == one.circle)
    runs = select(ProgrammeRow.ref).where(*mine, ProgrammeRow.next_at.is_not(None))
    return (await work.connection.execute(runs)).scalar()


def _read(row: Any) -> Proposal:
    told = (row.ref, row.practice, row.circle, row.circle_name, row.answerer, row.answerer_name, row.by, row.by_name)
    return Proposal(*told, parse_wall(row.not_before), row.state, row.since)
