"""Speaking up: filing under load, a look for replies, a guardian's first look at the list, and what a guess costs."""

import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.timing import at_rate, percentile
from storage.cases import enrolment, filing, locks, reporter
from storage.cases.casework import GUARDIAN, Casework
from storage.cases.filing import Report
from storage.cases.overview import Overview
from storage.cases.sessions import Guardian
from storage.secrets import SecretFiles
from storage.threads import recipients, rows
from storage.threads.arrivals import Arrivals
from storage.threads.cabinet import Cabinet, open_cabinet, prepare
from storage.threads.keys import LIGHT, PRODUCTION, derive
from storage.threads.patience import Patience
from storage.threads.pool import Minted, Pool
from storage.threads.receipts import mint

FILED, OPENED = 300.0, 5.0
"""Milliseconds that 99 of 100 reports take at most, and seconds for a guardian's list."""
A_SECOND = 20
AT_ONCE = 50
SAID = "The fridge on the ward is too warm at night, and nobody writes it down. " * 8


async def measure(*, seconds: float = 10, reports: int = 1000, step: float = 2.0, looks: int = 5) -> list[Figure]:
    """With databases and keys of their own, on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        work, guardian = await _desk(Path(folder))
        figures = [await _filing(work, guardian, seconds), *await _looking(work, guardian, step, looks)]
        await work.cabinet.database.close()
    with tempfile.TemporaryDirectory() as folder:
        work, guardian = await _desk(Path(folder))
        figures.append(await _opening(work, guardian, reports))
        await work.cabinet.database.close()
    return [*figures, *_guesses()]


async def _filing(work: Casework, guardian: Guardian, seconds: float) -> Figure:
    """Receipts are minted before: what is left to do while somebody waits."""
    number = max(2, int(A_SECOND * seconds))
    minted = iter(await _minted(work.cabinet, number + 1))
    await filing.file(work, next(minted), _report(guardian), {})
    taken = await at_rate(_each(work, guardian, minted), rate=A_SECOND, number=number)
    note = f"{number} reports, half of them take {percentile(taken, 50) * 1000:.0f} ms"
    return Figure(f"Filing at {A_SECOND} a second, 99 of 100", percentile(taken, 99) * 1000, "ms", FILED, note=note)


async def _looking(work: Casework, guardian: Guardian, step: float, looks: int) -> list[Figure]:
    """At the usual cost of a receipt, and with the wait; what is found must not show in the time."""
    real = replace(work, cabinet=replace(work.cabinet, cost=PRODUCTION, patience=Patience(step=step)))
    there = await Pool(real.cabinet).take()
    await filing.file(real, there, _report(guardian), {})
    taken: dict[str, list[float]] = {"known": [], "unknown": []}
    for _ in range(looks):
        for name, receipt in (("known", there.receipt), ("unknown", mint())):
            begun = time.perf_counter()
            await reporter.look(real, receipt)
            taken[name].append(time.perf_counter() - begun)
    every = [each for name in taken for each in taken[name]]
    apart = abs(sorted(taken["known"])[looks // 2] - sorted(taken["unknown"])[looks // 2]) * 1000
    return [
        Figure("A look for replies, the longest", max(every), "s", note=f"each takes a whole number of {step:g} s"),
        Figure("  known and unknown receipts apart", apart, "ms", note="of the middle ones; the wait hides the rest"),
    ]


async def _opening(work: Casework, guardian: Guardian, reports: int) -> Figure:
    """From nothing, as after signing in; all of them are for this guardian."""
    minted = await _minted(work.cabinet, reports)
    for at in range(0, reports, AT_ONCE):
        made = [await filing.prepared(work, each, _report(guardian), {}) for each in minted[at : at + AT_ONCE]]
        await rows.add(work.cabinet, [row for each in made for row in each])
    tomorrow = replace(work.cabinet, today=_tomorrow)
    overview, begun = Overview(), time.perf_counter()
    await overview.look(replace(work, cabinet=tomorrow), guardian, patience=None)
    seconds = time.perf_counter() - begun
    return Figure("A guardian's list, from nothing", seconds, "s", OPENED, note=f"{len(overview.cases):,} cases")


def _guesses() -> Sequence[Figure]:
    """What whoever has stolen everything pays for each guess."""
    receipt, held = mint(), locks.fresh()
    tried = locks.lock(held, "a passphrase to try", locks.new_code(), secret=bytes(32), cost=GUARDIAN)
    who = locks.number(held.key)
    return [
        Figure("One guess at a receipt", _took(lambda: derive(receipt, bytes(32), PRODUCTION)), "ms", note="128 MiB"),
        Figure(
            "One guess at a passphrase",
            _took(lambda: locks.by_passphrase(tried, who, "another", secret=bytes(32), cost=GUARDIAN)),
            "ms",
            note="256 MiB",
        ),
    ]


async def _desk(folder: Path) -> tuple[Casework, Guardian]:
    """Two guardians; receipts cost little, because they are worked out before anybody waits."""
    url = f"sqlite:///{folder / 'main.db'}"
    await prepare(url)
    cabinet: Cabinet = replace(open_cabinet(url, SecretFiles(folder / "keys"), folder / "keys"), cost=LIGHT)
    seed, pin = enrolment.new_signer()
    keys = [locks.fresh().key for _ in range(2)]
    one, two = (recipients.public(key, name, "guardian") for key, name in zip(keys, ("Ines", "Olga"), strict=True))
    work = Casework(cabinet, pin)
    directory = await enrolment.publish(work, seed, [one, replace(two, outside=True)])
    return work, Guardian(keys[0], one, directory)


async def _minted(cabinet: Cabinet, number: int) -> list[Minted]:
    pool = Pool(cabinet)
    return [await pool.take() for _ in range(number)]


def _each(work: Casework, guardian: Guardian, minted: Iterator[Minted]) -> Callable[[], Awaitable[None]]:
    arrivals = Arrivals(work.cabinet)

    async def act() -> None:
        await arrivals.add(await filing.prepared(work, next(minted), _report(guardian), {}))

    return act


def _report(guardian: Guardian) -> Report:
    return Report(SAID, "patient-safety", [guardian.named.opens])


def _tomorrow() -> date:
    return date.today() + timedelta(days=2)  # noqa: DTZ011 - past every window, in any zone


def _took(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000
