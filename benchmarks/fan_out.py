"""A question to many people: writing down whom to send it to, and handing the messages over to a platform."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta

from benchmarks.figure import Figure
from benchmarks.workplace import OPEN, Workplace, workplace
from bot.ports import Letter, Missing, Sent
from storage.db import PRAGMAS

DELIVERY = (
    "INSERT INTO delivery (person_id, cause, card, ref, lane, urgent, forget, counts, state, not_before, attempts) "
    "VALUES (?, ?, 'bare', '', 'bare', 0, 0, 1, 'pending', '2026-11-05 10:00:00.000000', 0)"
)


class Nobody:
    """A platform that takes everything at once."""

    def __init__(self) -> None:
        self.taken = 0

    async def send(self, letter: Letter) -> Sent:
        self.taken += 1
        return Sent(letter.key)

    async def find(self, _letter: Letter) -> Missing:
        return Missing()


async def measure(*, asked: int = 10_000, sent: int = 1_000) -> list[Figure]:
    """Both against the bare driver writing as many rows into the same table, all in one commit."""
    async with workplace(asked, platform="slack", tenant="T") as place:
        before = time.process_time()
        await place.open_round()
        written = time.process_time() - before
        raw = _raw(place, asked)
    dealt, again = await _in_turn(asked)
    async with workplace(sent, platform="slack", tenant="T") as place:
        await place.open_round()
        cpu, wall = await _drain(place, sent)
        row = _raw(place, sent) / sent
    note = f"{asked / written:,.0f} people a second of CPU: asked, one note each"
    slow = f"{sent / wall:,.0f} a second, {cpu / sent * 1000:.2f} ms of CPU each; one durable commit each"
    turns = f"one in four, after {dealt:.2f} s of CPU for the first round, in which everybody is dealt a slot"
    return [
        Figure(f"Opening a round for {asked:,}, to a bare insert each", written / raw, "x", note=note),
        Figure(f"Opening a later round in turn for {asked:,}", again / raw, "x", note=turns),
        Figure("Handing over one message, to a bare insert", cpu / sent / row, "x", note=slow),
    ]


async def _in_turn(people: int) -> tuple[float, float]:
    """CPU seconds of the first and of the second round of a question that goes to one person in four each week."""
    took = []
    async with workplace(people, platform="slack", tenant="T", template="pulse-in-turn") as place:
        for week in range(2):
            place.clock.at = OPEN + timedelta(weeks=week)
            before = time.process_time()
            await place.works.ticker.tick(place.works.bot)
            took.append(time.process_time() - before)
    return took[0], took[1]


async def _drain(place: Workplace, sent: int) -> tuple[float, float]:
    """CPU and wall seconds until every prompt has been handed over."""
    nobody = place.works.senders["slack"] = Nobody()
    cpu, wall = time.process_time(), time.perf_counter()
    while nobody.taken < sent:
        await place.works.delivery.drain("slack:T")
    return time.process_time() - cpu, time.perf_counter() - wall


def _raw(place: Workplace, number: int) -> float:
    """CPU seconds of the bare driver for as many rows of the delivery table."""
    file = place.settings.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as driver:
        for pragma in PRAGMAS:
            driver.execute(f"PRAGMA {pragma}")
        before = time.process_time()
        driver.executemany(DELIVERY, [(person, "bare") for person in range(1, number + 1)])
        driver.commit()
        return time.process_time() - before
