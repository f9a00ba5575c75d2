"""A round as whoever answers back meets it when they promise something in it: of a question, or of a practice."""

from collections.abc import Mapping
from typing import get_args

from sqlalchemy import bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.endings import ways
from bot.programme import Intent
from bot.values import dataclass
from storage.given import HappeningRow
from storage.loop import MomentRow, RoundRow
from storage.people import PersonRow
from storage.prepared import prepared

EARLIER = aliased(RoundRow)


@dataclass(frozen=True, slots=True)
class Answered:
    """`subject` is what it was about. A practice that listens promises nothing in its first round, and people are told so:
    then it `listens`."""

    number: int
    ref: str
    stage: str
    answerer: int
    answerer_name: str
    subject: Mapping[str, str]
    listens: bool


_ROUND = prepared(
    select(
        RoundRow.id,
        RoundRow.ref,
        RoundRow.stage,
        RoundRow.answerer_id,
        PersonRow.name,
        exists()
        .where(EARLIER.programme_id == RoundRow.programme_id, EARLIER.id < RoundRow.id, EARLIER.stage == "shared")
        .label("before"),
    )
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
    .where(RoundRow.ref == bindparam("ref"))
)
_ASKED = prepared(
    select(MomentRow.spec).where(MomentRow.round_id == bindparam("round"), MomentRow.kind == "ASK").limit(1)
)
_HAPPENED = prepared(
    select(HappeningRow.spec).where(HappeningRow.round_id == bindparam("round"), HappeningRow.kind == "SHOW").limit(1)
)


async def behind(connection: AsyncConnection, ref: str) -> Answered | None:
    """The round with this ref, whoever asks; callers check who may do what."""
    row = await _ROUND.first(connection, ref=ref)
    if row is None:
        return None
    asked = await _ASKED.first(connection, round=row.id)
    about = asked or await _HAPPENED.first(connection, round=row.id)
    if about is None:
        return None
    subject = about.spec["subject" if asked else "title"]
    listens = not asked and "doing" not in ways(_intent(about.spec), first=not row.before)
    return Answered(row.id, row.ref, row.stage, row.answerer_id, row.name, subject, listens)


def _intent(spec: Mapping[str, object]) -> Intent:
    found: Intent = next((each for each in get_args(Intent) if each == spec.get("intent")), "advise")
    return found
