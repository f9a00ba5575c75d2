"""What was promised to people in a time: answers kept, late and dropped, and the newest words of those who answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.paper import Item
from bot.values import dataclass
from bot.words import Words
from storage.exports import words as w
from storage.exports.said import shortened
from storage.loop import MomentRow, RoundRow
from storage.news import News, news_of

MOST = 3
LONGEST_DO, LONGEST_NOT = 200, 120


@dataclass(frozen=True, slots=True)
class Promise:
    """One closed round: by when an answer was promised, when it came, whether the round was cancelled, what was said."""

    answer_by: datetime
    shared_at: datetime | None
    cancelled: bool
    news: News | None


async def promises(connection: AsyncConnection, programme: int, begins: datetime, ends: datetime) -> list[Promise]:
    """Of every round of the programme that closed in this time, the newest first."""
    found = (
        select(RoundRow.id, RoundRow.answer_by, RoundRow.shared_at, RoundRow.stage)
        .join(MomentRow, MomentRow.round_id == RoundRow.id)
        .where(RoundRow.programme_id == programme, MomentRow.kind == "ASK", RoundRow.stage != "open")
        .where(MomentRow.closes_at >= begins, MomentRow.closes_at < ends)
        .order_by(MomentRow.closes_at.desc())
    )
    rows = (await connection.execute(found)).all()
    return [
        Promise(row.answer_by, row.shared_at, row.stage == "void", await news_of(connection, row.id)) for row in rows
    ]


def items(words: Words, promised: Sequence[Promise], now: datetime) -> tuple[Item, ...]:
    """How many answers back were kept, and three things promised: those whose day has passed first, then the newest."""
    stands = [_stands(each, now) for each in promised]
    counted = [words(w.KEPT, kept=stands.count("kept"), late=stands.count("late"), dropped=stands.count("dropped"))]
    if "waiting" in stands:
        counted.append(words(w.WAITING, waiting=stands.count("waiting")))
    news, today = [each.news for each in promised if each.news], words.today(now)
    if passed := sum(each.passed(today) for each in news):
        counted.append(words(w.PASSED, n=passed))
    first = sorted(news, key=lambda each: not each.passed(today))[:MOST]
    told = [_told(words, each, passed=each.passed(today)) for each in first]
    return (Item("", " ".join(counted)), *(told or [Item("", words(w.NO_PROMISES))]))


def _stands(promise: Promise, now: datetime) -> str:
    if promise.cancelled:
        return "dropped"
    if promise.shared_at is None:
        return "late" if now > promise.answer_by else "waiting"
    return "kept" if promise.shared_at <= promise.answer_by else "late"


def _told(words: Words, news: News, *, passed: bool) -> Item:
    told = [words(w.WILL, day=words.dated(news.by_day), will_do=shortened(news.will_do, LONGEST_DO))]
    if passed:
        told.append(words(w.NO_NEWS, day=words.dated(news.heard_at)))
    if news.will_not:
        told.append(words(w.WILL_NOT, will_not=shortened(news.will_not, LONGEST_NOT)))
    return Item("", " ".join(told))
