"""Whether memory stays flat: many turns of every kind in one process, and how large the process is on the way."""

import gc
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from benchmarks.figure import Figure
from benchmarks.workplace import Workplace, workplace
from bot.events import Account, Event, Opened, Pressed, Said, Submitted, Visited

BOUND = 8.0
SHARES = (0.1, 0.5, 1.0)
Moment = Literal["said", "opened", "submitted", "pressed", "visited"]


async def measure(*, people: int = 500, turns: int = 5_000) -> list[Figure]:
    """Megabytes after a tenth, half and all of the turns; what comes after the first tenth should be next to nothing."""
    marks = {max(1, int(turns * share)): 0.0 for share in SHARES}
    async with workplace(people, platform="slack", tenant="T") as place:
        events = _events(place, await place.open_round())
        for number in range(1, turns + 1):
            await place.works.bot.answer(next(events))
            if number in marks:
                marks[number] = _megabytes()
    sizes = list(marks.values())
    said = ", ".join(f"{size:.1f} MB after {number:,}" for number, size in marks.items())
    return [Figure(f"Memory grown over {turns:,} turns", max(0.0, sizes[-1] - sizes[0]), "MB", BOUND, note=said)]


def _events(place: Workplace, ref: str) -> Iterator[Event]:
    """Every kind of turn in its turn, by one person after another, each event new."""
    kinds: tuple[Moment, ...] = ("said", "opened", "submitted", "pressed", "visited")
    for number in itertools.count():
        who = place.people[number // len(kinds) % len(place.people)]
        yield _event(kinds[number % len(kinds)], f"event-{number}", who, ref)


def _event(kind: Moment, id_: str, who: Account, ref: str) -> Event:
    match kind:
        case "said":
            return Said(id_, who, "hello")
        case "opened":
            return Opened(id_, who, "ask.answer", ref)
        case "submitted":
            return Submitted(id_, who, "ask.answer", ref, {"overall": "7", "comment": f"Words that differ: {id_}."})
        case "pressed":
            return Pressed(id_, who, "home.show")
        case "visited":
            return Visited(id_, who)


def _megabytes() -> float:
    """What the process holds now, after the rubbish was taken out."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
