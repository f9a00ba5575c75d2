"""Forms whose results were published: which round and programme each belongs to, its dates and its questions."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import detail
from bot.detail import Detail
from bot.exports import Row
from bot.question import Question, Spoken, read_back, spoken
from bot.values import dataclass
from storage.events.rows import GuestsRow
from storage.loop import AskedRow, MomentRow, ProgrammeRow, ReleaseRow, RoundRow
from storage.people import CircleRow
from storage.releases import Stored, StoredFigure
from storage.rounds import SUMMED
from storage.uncounted import LEFT_OUT

ANY = ("closed", "shared")
SHARED = ("shared",)


@dataclass(frozen=True, slots=True)
class Form:
    """One form that was closed and counted. `asked` is how many people it was put to; results are also shown `by` a detail
    that people may have said about themselves. Where it `sums` up the turns of a cycle by team, so many: it asked nobody.
    `uncounted`: groups and teams were left out, because they could not be counted."""

    moment: int
    round: int
    ref: str
    programme: int
    programme_ref: str
    template: str
    zone: str
    subject: Spoken
    questions: tuple[Question, ...]
    opened_at: datetime
    closed_at: datetime
    answer_by: datetime
    shared_at: datetime | None
    threshold: int
    asked: int
    by: Detail | None = None
    sums: int = 0
    uncounted: bool = False

    def attribute_named(self, attribute: str, language: str) -> str:
        """What people read for a detail's id: "staff group"."""
        return spoken(self.by.name, language) if self.by and self.by.id == attribute else attribute

    def group_order(self, each: Stored | StoredFigure) -> tuple[str, int, str]:
        """Groups stand as they were written down, behind what is not by groups."""
        return each.attribute, self.by.place(each.group) if self.by and each.attribute else 0, each.group

    def group_named(self, group: str, language: str) -> str:
        """What people read for a group's id."""
        known = {each.id: each.label for each in self.by.groups} if self.by else {}
        return spoken(known[group], language) if group in known else group


async def form_of(connection: AsyncConnection, ref: str, stages: tuple[str, ...] = SHARED) -> Form | None:
    """The published form of the round with this ref; None where there is none, or its round is in another stage."""
    row = (await connection.execute(_forms(RoundRow.ref == ref, RoundRow.stage.in_(stages)))).first()
    return _form(row) if row else None


async def forms_of(connection: AsyncConnection, programme: str, stages: tuple[str, ...] = SHARED) -> list[Form]:
    """Every published form of the programme with this ref, the oldest first."""
    found = _forms(ProgrammeRow.ref == programme, RoundRow.stage.in_(stages))
    return [_form(row) for row in await connection.execute(found.order_by(MomentRow.closes_at))]


async def forms_of_all_staff(connection: AsyncConnection, before: datetime) -> list[Form]:
    """Every form that was put to all staff, closed before an instant, and whose outcome they were told; the oldest first."""
    staff = select(CircleRow.id).where(CircleRow.kind == "everyone")
    guests = select(GuestsRow.programme_id)
    where = (
        ProgrammeRow.circle_id.in_(staff),
        ProgrammeRow.id.not_in(guests),
        RoundRow.stage.in_(SHARED),
        MomentRow.voice == "unlinked",
        ~SUMMED,
    )
    found = _forms(*where, MomentRow.closes_at < before)
    return [_form(row) for row in await connection.execute(found.order_by(MomentRow.closes_at, MomentRow.id))]


async def newest(connection: AsyncConnection) -> list[Form]:
    """The newest shared form of every programme that has one."""
    last = (
        select(func.max(RoundRow.id))
        .join(MomentRow, MomentRow.round_id == RoundRow.id)
        .join(ReleaseRow, ReleaseRow.moment_id == MomentRow.id)
        .where(RoundRow.stage.in_(SHARED), ~SUMMED)
        .group_by(RoundRow.programme_id)
    )
    found = _forms(RoundRow.id.in_(last)).order_by(RoundRow.programme_id)
    return [_form(row) for row in await connection.execute(found)]


def about(form: Form) -> Row:
    """A round as one line."""
    return {
        "round": form.ref,
        "programme": form.programme_ref,
        "subject": form.subject["en"],
        "opened_at": form.opened_at.isoformat(timespec="seconds"),
        "closed_at": form.closed_at.isoformat(),
        "answer_by": form.answer_by.isoformat(),
        "shared_at": form.shared_at.isoformat(timespec="seconds") if form.shared_at else None,
        "asked": form.asked,
        "sums": form.sums or None,
        "k": form.threshold,
        "uncounted": form.uncounted,
    }


def _forms(*where: ColumnElement[bool]) -> Select[Any]:
    asked = select(func.count()).where(AskedRow.round_id == RoundRow.id).scalar_subquery()
    return (
        select(
            MomentRow.id,
            MomentRow.spec,
            MomentRow.closes_at,
            MomentRow.round_id,
            RoundRow.ref,
            RoundRow.programme_id,
            RoundRow.opened_at,
            RoundRow.answer_by,
            RoundRow.shared_at,
            RoundRow.threshold,
            SUMMED.label("summed"),
            ProgrammeRow.ref.label("programme_ref"),
            ProgrammeRow.template,
            ProgrammeRow.zone,
            asked.label("asked"),
        )
        .join(RoundRow, RoundRow.id == MomentRow.round_id)
        .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
        .join(ReleaseRow, ReleaseRow.moment_id == MomentRow.id)
        .where(MomentRow.closed, *where)
    )


def _form(row: Any) -> Form:
    return Form(
        moment=row.id,
        round=row.round_id,
        ref=row.ref,
        programme=row.programme_id,
        programme_ref=row.programme_ref,
        template=row.template,
        zone=row.zone,
        subject=row.spec["subject"],
        questions=tuple(map(read_back, row.spec["questions"])),
        opened_at=row.opened_at,
        closed_at=row.closes_at,
        answer_by=row.answer_by,
        shared_at=row.shared_at,
        threshold=row.threshold,
        asked=row.asked,
        by=detail.read_back(row.spec["by"]) if "by" in row.spec else None,
        sums=row.spec["turns"] if row.summed else 0,
        uncounted=row.spec.get(LEFT_OUT, False),
    )
