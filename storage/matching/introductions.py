"""Introduces people of a circle to one another, in pairs or at tables, and remembers for a year who has met whom.

For a moment of the kind MATCH: hand in those who said yes to it, and they alone. In a circle whose people are hidden, somebody
learns of another by it; whoever was not asked must not stand at a table.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import combinations
from secrets import token_hex

from sqlalchemy import delete, insert, select

from bot.values import dataclass
from storage.matching import kin
from storage.matching.tables import Pair, seat
from storage.people import IntroductionRow
from storage.work import Work

A_YEAR = timedelta(days=365)
KEY = "introductions"


@dataclass(frozen=True, slots=True)
class Introduced:
    """People's numbers by table. Whoever stands in `waiting` has nobody this time, and is to be told so."""

    tables: tuple[tuple[int, ...], ...]
    waiting: tuple[int, ...]


async def introduce(
    work: Work, circle: int, people: Collection[int], now: datetime, *, size: int = 2, across_teams: bool = False
) -> Introduced:
    """Seats these people, so that as far as can be nobody meets the same person again, and remembers it.

    `size`: 2 for pairs, of which one is a three where the number is odd; 4 for tables of four. With `across_teams` nobody
    sits with somebody of their own team, or with whom they report to.
    """
    marks = {_mark(work, circle, each): each for each in people}
    today = now.date()
    old = IntroductionRow.day <= today - A_YEAR
    await work.connection.execute(delete(IntroductionRow).where(old))
    never = await _too_close(work, marks) if across_teams else []
    seating = seat(marks, size, token_hex(16), met=await _met(work, circle), never=never)
    pairs = {pair for table in seating.tables for pair in combinations(sorted(table), 2)}
    rows = [{"circle_id": circle, "day": today, "one": one, "other": other} for one, other in sorted(pairs)]
    again = IntroductionRow.circle_id == circle, IntroductionRow.day == today
    await work.connection.execute(delete(IntroductionRow).where(*again))
    if rows:
        await work.connection.execute(insert(IntroductionRow), rows)
    tables = tuple(tuple(marks[each] for each in table) for table in seating.tables)
    return Introduced(tables, tuple(marks[each] for each in seating.waiting))


async def _met(work: Work, circle: int) -> dict[Pair, list[int]]:
    """For each pair how many rounds ago they met; 1 is the last one."""
    found = select(IntroductionRow.day, IntroductionRow.one, IntroductionRow.other)
    rows = (await work.connection.execute(found.where(IntroductionRow.circle_id == circle))).all()
    ago = {day: number for number, day in enumerate(sorted({row.day for row in rows}, reverse=True), start=1)}
    met: dict[Pair, list[int]] = defaultdict(list)
    for row in rows:
        met[row.one, row.other].append(ago[row.day])
    return met


async def _too_close(work: Work, marks: dict[str, int]) -> list[Pair]:
    places = await kin.places(work.connection, marks.values())
    pairs = combinations(sorted(marks), 2)
    return [(one, other) for one, other in pairs if kin.too_close(places[marks[one]], places[marks[other]])]


def _mark(work: Work, circle: int, person: int) -> str:
    key = work.secrets.lasting(KEY)
    return blake2b(f"{circle}:{person}".encode(), key=key, digest_size=16).hexdigest()
