"""Sorting as a practice asks for it: one of its questions is put under themes, and later moments read the themes."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.theming import Told
from storage import happenings, pools, themes
from storage.happenings import Happening
from storage.pools import SORT_BY


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


def by_when(one: Happening) -> datetime:
    """By when a SORT is wanted: as the practice says, else when the round is answered back."""
    return datetime.fromisoformat(one.spec["by"]) if "by" in one.spec else one.answer_by


async def titles(connection: AsyncConnection, one: Happening) -> Mapping[str, str]:
    """The themes to choose among, by their refs: those with a name that are no part of another. `one` is the SORT, or the ASK
    that was sorted."""
    ask = await asked_by(connection, one)
    found = await themes.themes_of(connection, ask.on.ref) if ask else {}
    return {each.ref: each.title for each in themes.whole(found) if each.title}


async def told_of_round(connection: AsyncConnection, number: int) -> list[Told]:
    """What everybody whom a round is for may know of its themes once it has been answered back, question by question."""
    asked = [pools.of_ask(each) for each in await happenings.in_round(connection, number)]
    told = [await pools.told_of(connection, each) for each in asked if each]
    return [each for each in told if each]
