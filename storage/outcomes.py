"""Rounds that have closed, as people meet them again: those that nobody has answered back yet, and what came of the others."""

from datetime import datetime

from sqlalchemy import Integer, bindparam, func, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.loop import MomentRow, RoundRow
from storage.news import News, news_of
from storage.prepared import prepared
from storage.rounds import ASKED, ASKING, Asking, as_asking

UNANSWERED = or_(RoundRow.stage == "open", RoundRow.stage == "closed")
ON_HOME = 4
"""So many answered rounds stand on Home and on each page of earlier ones."""
LOOKED_BACK = 8
"""So many rounds back one is looked for that is late: a question comes once a week, and is answered within about a month."""

_UNANSWERED_FOR = prepared(
    ASKED.where(UNANSWERED, or_(MomentRow.closed, MomentRow.closes_at <= bindparam("uncounted")))
    .order_by(RoundRow.answer_by, RoundRow.id)
    .limit(bindparam("most", type_=Integer))
)
_ANSWERED_FOR = prepared(
    ASKED.where(or_(RoundRow.stage == "shared", RoundRow.stage == "void"))
    .order_by(func.coalesce(RoundRow.shared_at, MomentRow.closes_at).desc(), RoundRow.id.desc())
    .limit(bindparam("most", type_=Integer))
    .offset(bindparam("after", type_=Integer))
)
_LAST_SHARED = prepared(
    ASKING.where(
        RoundRow.programme_id == bindparam("programme"),
        RoundRow.stage == "shared",
        RoundRow.shared_at <= bindparam("before"),
    )
    .order_by(RoundRow.shared_at.desc())
    .limit(1)
)
_BETWEEN = prepared(
    ASKING.where(
        RoundRow.programme_id == bindparam("programme"),
        RoundRow.id > bindparam("earlier"),
        RoundRow.id < bindparam("later"),
    )
    .order_by(RoundRow.id.desc())
    .limit(bindparam("most", type_=Integer))
)


async def unanswered_for(connection: AsyncConnection, person: int, most: int, uncounted: datetime) -> list[Asking]:
    """The closed rounds of this person without an answer, the one promised first on top; also those that are not counted
    though they closed by `uncounted`."""
    found = await _UNANSWERED_FOR.rows(connection, person=person, most=most, uncounted=uncounted)
    return [as_asking(row, row.team_id) for row in found]


async def answered_for(connection: AsyncConnection, person: int, after: int, most: int) -> list[Asking]:
    """The rounds of this person that were answered back or cancelled, the latest news first; `after` so many of them."""
    found = await _ANSWERED_FOR.rows(connection, person=person, after=after, most=most)
    return [as_asking(row, row.team_id) for row in found]


async def last_shared(connection: AsyncConnection, programme: int, before: datetime) -> tuple[Asking, News] | None:
    """The newest round of a programme that was answered back before an instant, with its news."""
    row = await _LAST_SHARED.first(connection, programme=programme, before=before)
    if row is None:
        return None
    told = await news_of(connection, row.round)
    return (as_asking(row), told) if told else None


async def between(connection: AsyncConnection, earlier: int, later: Asking) -> list[Asking]:
    """The newest rounds that the same programme asked between a round, by its number, and this one; the newest first."""
    found = await _BETWEEN.rows(
        connection, programme=later.programme, earlier=earlier, later=later.round, most=LOOKED_BACK
    )
    return [as_asking(row) for row in found]
