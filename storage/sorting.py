"""Sorting as a practice asks for it: one of its questions is put under themes, and later moments read the themes."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.promises import first_news
from bot.question import Spoken
from bot.theming import Told
from storage import commitments, happenings, pools, themes
from storage.commitments import Made
from storage.happenings import Happening
from storage.pools import PUBLISHED, SORT_BY

TOMORROW = timedelta(days=1)


async def begin(connection: AsyncConnection, ask: Happening, by: datetime) -> None:
    """From now on whoever answers back finds what was said to this ASK on Home, to be sorted by then; read it can be when
    the ASK is over. Begun twice, the first day stands."""
    if SORT_BY not in ask.spec:
        await happenings.write(connection, ask, {SORT_BY: by.isoformat()})


async def asked_by(connection: AsyncConnection, one: Happening) -> Happening | None:
    """The ASK that a moment of the same round looks at in the end: itself, or what its `among` leads to."""
    there = {each.name: each for each in await happenings.in_round(connection, one.round)}
    found: Happening | None = one
    while found and "among" in found.spec:
        found = there.pop(found.spec["among"], None)
    return found if found and found.kind == "ASK" else None


async def publish(connection: AsyncConnection, number: int) -> None:
    """When a round of a practice is answered back, the numbers of what was said in confidence are fixed. Else somebody who
    saw a colleague take their words back could see under which theme one is missing (P5)."""
    for ask in await happenings.in_round(connection, number):
        pool = pools.of_ask(ask)
        found = await themes.themes_of(connection, ask.on.ref) if pool else {}
        if pool and found and pool.voice == "confidential":
            counts = await pools.counts_of(connection, pool, found)
            await happenings.write(connection, ask, {PUBLISHED: asdict(counts)})


async def promise_all(
    connection: AsyncConnection, number: int, owner: int, subject: Spoken, *, now: datetime, zone: str
) -> None:
    """When a round is answered back, what is done about a theme becomes a promise of whoever answers back, with a day for
    the next news: so doing always has an owner (P2, P3)."""
    today = now.astimezone(ZoneInfo(zone)).date()
    for each in await themes.of_round(connection, number):
        if each.how == "doing" and each.due_on and not each.promise:
            news = max(first_news(each.due_on, today), today + TOMORROW)
            made = Made(subject, f"{each.title}: {each.reason}", each.due_on, news)
            ref = await commitments.make(connection, number, owner, made, now=now, zone=zone)
            await themes.promised(connection, each.ref, ref)


async def titles(connection: AsyncConnection, one: Happening) -> Mapping[str, str]:
    """The themes to choose among, by their refs: those with a name that are no part of another. `one` is the SORT, or the ASK
    that was sorted."""
    ask = await asked_by(connection, one)
    found = await themes.themes_of(connection, ask.on.ref) if ask else {}
    return {each.ref: each.title for each in themes.whole(found) if each.title}


async def told_of(connection: AsyncConnection, one: Happening) -> Told | None:
    """What everybody whom the round is for may know of the themes of this SORT; None before the round is answered back, and
    where nobody sorted (P7)."""
    ask = await asked_by(connection, one) if one.stage == "shared" else None
    pool = await pools.with_others(connection, ask) if ask else None
    return await pools.told_of(connection, pool) if pool else None
