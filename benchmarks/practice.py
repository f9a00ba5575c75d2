"""A round of a practice for many people: it opens, people say something, they are introduced and drawn."""

import time
from datetime import datetime, timedelta

from sqlalchemy import func, insert, select

from benchmarks.figure import Figure
from benchmarks.workplace import MONDAY, ZONE, Workplace, workplace
from bot.main import TEMPLATES
from bot.programme import NOTICE
from storage import directory, happenings, practices, quoting
from storage.given import GivenRow
from storage.happenings import Happening
from storage.practices import Start
from storage.seats import SeatRow
from storage.templates import load_programmes

OPENS, DRAWS = 10.0, 10.0
"""Seconds."""


async def measure(*, people: int = 10_000, willing: int = 2_000) -> list[Figure]:
    """CPU seconds of the ticks in which a round opens for everybody (deliveries written), and in which those are drawn who
    said that they would like to."""
    practice = load_programmes(TEMPLATES).practices["opportunity"]
    async with workplace(people, platform="slack", tenant="T") as place:
        async with place.works.ledger.begin() as work:
            everyone = await directory.circle_id(work.connection, directory.EVERYONE)
            place.works.house.practices[practice.name] = practice  # type: ignore[index]
            opens = await practices.start(work, Start(practice, everyone, 1, ZONE, MONDAY + NOTICE))
            if opens is None:
                raise RuntimeError("it ran already, so nothing was measured")
        opened = await _tick(place, opens)
        await _write(place)
        await _tick(place, opens + timedelta(days=1))
        await _say(place, willing)
        drawn = await _tick(place, opens + timedelta(days=12))
        async with place.works.database.begin() as connection:
            if await connection.scalar(select(func.count()).select_from(SeatRow)) != willing:
                raise RuntimeError("nobody was drawn, so nothing was measured")
    return [
        Figure(
            f"A practice's round for {people:,} opens", opened, "s", bound=OPENS, note="CPU; a weekly note for each"
        ),
        Figure(f"A fair draw among {willing:,}", drawn, "s", bound=DRAWS, note="CPU; all are told by one message"),
    ]


async def _tick(place: Workplace, at: datetime) -> float:
    """CPU seconds of what is due at this instant: the round, then what happens in it."""
    place.clock.at = at
    before = time.process_time()
    for _ in range(2):
        await place.works.ticker.tick(place.works.bot)
    return time.process_time() - before


async def _write(place: Workplace) -> None:
    """What it is about, for which everything else waits."""
    async with place.works.database.begin() as connection:
        [one] = await happenings.to_do(connection, 1, "UPDATE")
        await quoting.quote(connection, one, "A place on an interview panel.")


async def _say(place: Workplace, willing: int) -> None:
    """So many say, with their name, that they would like to."""
    async with place.works.database.begin() as connection:
        [asked] = [each for each in await happenings.open_for(connection, 1, place.clock.at) if each.kind == "ASK"]
        await connection.execute(insert(GivenRow), [_given(asked, number) for number in range(1, willing + 1)])


def _given(asked: Happening, person: int) -> dict[str, object]:
    mark = person.to_bytes(32)
    return {
        "ref": f"{person:032x}",
        "happening_id": asked.on.id,
        "mark": mark,
        "person_id": person,
        "value": {"said": "I would like to."},
    }
