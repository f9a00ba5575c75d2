"""The numbers that a practice asks for, round by round under one key, and what was changed between them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.values import dataclass
from storage.given import HappeningRow
from storage.happenings import Happening
from storage.loop import ProgrammeRow, RoundRow
from storage.prepared import prepared
from storage.work import Work

SERIES, VALUE, TOLD = "series", "value", "told"


@dataclass(frozen=True, slots=True)
class Measured:
    """One round: when it was asked for, the number (None: nobody gave one), and what was changed before the next."""

    asked_at: datetime
    value: float | None
    changed: Sequence[str] = ()


_TOLD = prepared(
    select(HappeningRow.round_id, HappeningRow.opens_at, HappeningRow.spec)
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .where(
        ProgrammeRow.ref == bindparam("programme"),
        HappeningRow.kind == "UPDATE",
        HappeningRow.opened,
        RoundRow.stage != "void",
    )
    .order_by(HappeningRow.opens_at, HappeningRow.id)
)


async def of(work: Work, one: Happening, now: datetime) -> list[Measured]:
    """Every round of this programme in which the number of this key was asked for, the oldest first. One that is not due yet
    is left out until it is there."""
    rows = await _TOLD.rows(work.connection, programme=one.programme)
    found = []
    for row in rows:
        if row.spec.get(SERIES) != one.spec.get(SERIES):
            continue
        value = row.spec.get(VALUE)
        if value is not None or now > datetime.fromisoformat(row.spec["by"]):
            changed = [str(each.spec[TOLD]) for each in rows if _changed(each, row.round_id)]
            found.append(Measured(row.opens_at, value, changed))
    return found


def is_measured(one: Happening) -> bool:
    """Whether it asks for, or shows, a number that is kept as a series."""
    return bool(one.spec.get(SERIES))


def _changed(row: object, round_id: int) -> bool:
    spec = row.spec  # type: ignore[attr-defined]
    return row.round_id == round_id and not spec.get(SERIES) and TOLD in spec  # type: ignore[attr-defined]
