"""Before the themes of a practice are published, those who were asked see them for some days and may say: mine is missing.

That is one more question of the round, which stands beside what was sorted: with its own key where it is in confidence, open
until a day that people are told, and taken back like everything else.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import given, happenings, sorters, themes
from storage.db import insert
from storage.given import HappeningRow
from storage.happenings import Happening
from storage.pools import SORT_BY, SORTERS, Pool
from storage.work import Work

SORTER, TITLES = "sorter", "titles"
USUAL, LEAST = timedelta(days=7), timedelta(days=3)
"""A week, so that everybody's weekly note falls into it; not beyond the day by which it is to be sorted, but three days."""


async def begin(work: Work, pool: Pool, titles: Sequence[str], now: datetime) -> datetime | None:
    """From now on they see these titles; returns until when. None where they do, or have done, already."""
    until, ref = ends(pool, now), secrets.token_hex(16)
    confidential = pool.voice != "named"
    spec: dict[str, Any] = {"title": pool.subject, "prompt": pool.prompt, "to": SORTER, TITLES: list(titles)}
    spec |= {SORTERS: True} if pool.others else {}
    row = insert(work.connection, HappeningRow).values(
        ref=ref,
        round_id=pool.round,
        name=_name(pool.asked),
        kind="ASK",
        voice="confidential" if confidential else "named",
        opens_at=now,
        closes_at=until,
        opened=True,
        closed=False,
        keyed=confidential,
        spec=spec,
    )
    once = row.on_conflict_do_nothing(index_elements=["round_id", "name"]).returning(HappeningRow.id)
    number = (await work.connection.execute(once)).scalar()
    if number is None:
        return None
    await sorters.invite(work.connection, number, [each.id for each in pool.others])
    if confidential:
        given.make_key(work, ref)
    return until


async def of(connection: AsyncConnection, pool: Pool) -> Happening | None:
    """Whether they are asked, or have been: then with which titles and until when."""
    found = await happenings.in_round(connection, pool.round)
    return next((each for each in found if each.name == _name(pool.asked)), None)


async def open_for(connection: AsyncConnection, person: int, now: datetime) -> list[Happening]:
    """Everything that this person may look at now."""
    found = await happenings.open_for(connection, person, now)
    return [each for each in found if is_check(each)]


async def wanted(connection: AsyncConnection, number: int) -> Happening | None:
    """What keeps a round from being answered back: a sorted question whose themes nobody was shown yet (then the question),
    or whose themes are being looked at (then the check). None: nothing does."""
    there = {each.name: each for each in await happenings.in_round(connection, number)}
    for each in list(there.values()):
        if SORT_BY in each.spec and await themes.themes_of(connection, each.on.ref):
            check = there.get(_name(each.on.ref))
            if check is None or not check.closed:
                return check or each
    return None


def is_check(one: Happening) -> bool:
    return one.kind == "ASK" and one.spec["to"] == SORTER


def ends(pool: Pool, now: datetime) -> datetime:
    """Until when they may say so."""
    return max(now + LEAST, min(now + USUAL, pool.by or now))


def _name(asked: str) -> str:
    """No id in a practice looks like it, and each sorted question has one of its own."""
    return f"check:{asked}"
