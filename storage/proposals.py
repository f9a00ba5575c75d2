"""Practices that somebody wants to start for so many people that a second steward has to agree first."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Identity, String, UniqueConstraint, case, delete, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.programme import parse_wall, write_wall
from bot.values import dataclass
from storage import db
from storage.db import Rows
from storage.happenings import EVERYONE
from storage.people import CircleRow, PersonRow
from storage.work import Work

ALONE = 500
"""To so many people somebody may start something alone."""


class ProposalRow(Rows):
    """A practice that waits for a second steward. Deleted when it is started or declined."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("practice", "circle_id"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    practice: Mapped[str] = mapped_column(String(60), doc="Which practice.")
    circle_id: Mapped[int] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), doc="For whom.")
    answerer_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), doc="Who would answer back.")
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), doc="Who wants to start it.")
    not_before: Mapped[str] = mapped_column(String(16), doc="The earliest day of its first round, as wall clock.")


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
    )
    .join(CircleRow, CircleRow.id == ProposalRow.circle_id)
    .join(PersonRow, PersonRow.id == ProposalRow.answerer_id)
    .join(_By, _By.id == ProposalRow.by_id)
    .order_by(ProposalRow.id)
)


async def propose(work: Work, practice: str, circle: int, *, answerer: int, by: int, not_before: datetime) -> None:
    """In the place of what was proposed before for the same circle."""
    same = {"practice": practice, "circle_id": circle}
    values = {"ref": secrets.token_hex(16), "answerer_id": answerer, "by_id": by, "not_before": write_wall(not_before)}
    row = db.insert(work.connection, ProposalRow).values(**same, **values)
    await work.connection.execute(row.on_conflict_do_update(index_elements=list(same), set_=values))


async def all_proposed(work: Work) -> list[Proposal]:
    """Everything that waits, the oldest first."""
    return [_read(row) for row in (await work.connection.execute(_READ)).all()]


async def take(work: Work, ref: str) -> Proposal | None:
    """The proposal with this ref, which is then gone; None where somebody was quicker."""
    row = (await work.connection.execute(_READ.where(ProposalRow.ref == ref))).first()
    gone = await work.connection.execute(delete(ProposalRow).where(ProposalRow.ref == ref))
    return _read(row) if row and gone.rowcount else None


async def one(work: Work, ref: str) -> Proposal | None:
    row = (await work.connection.execute(_READ.where(ProposalRow.ref == ref))).first()
    return _read(row) if row else None


def _read(row: Any) -> Proposal:
    return Proposal(
        row.ref,
        row.practice,
        row.circle,
        row.circle_name,
        row.answerer,
        row.answerer_name,
        row.by,
        row.by_name,
        parse_wall(row.not_before),
    )
