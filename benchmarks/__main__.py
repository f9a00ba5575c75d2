"""Runs the measurements: `python -m benchmarks`, all or those that are named; `--full` takes 100,000 turns for memory."""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from functools import partial

from benchmarks import (
    ballots,
    close,
    cold_start,
    fan_out,
    last_turn,
    matching,
    memory,
    practice,
    results,
    slack,
    sorting,
    speak_up,
    teams,
    whole_close,
)
from benchmarks.figure import Figure, show

FULL = 100_000
Measure = Callable[[], Awaitable[list[Figure]]]


def chosen(names: list[str], *, full: bool) -> dict[str, Measure]:
    """The measurements by name; without names all of them."""
    every: dict[str, Measure] = {
        "slack": slack.measure,
        "teams": teams.measure,
        "ballots": ballots.measure,
        "close": close.measure,
        "whole_close": whole_close.measure,
        "last_turn": last_turn.measure,
        "results": results.measure,
        "cold_start": cold_start.measure,
        "fan_out": fan_out.measure,
        "practice": practice.measure,
        "sorting": sorting.measure,
        "speak_up": speak_up.measure,
        "matching": matching.measure,
        "memory": partial(memory.measure, turns=FULL) if full else memory.measure,
    }
    unknown = set(names) - set(every)
    if unknown:
        raise SystemExit(f"There is no {', '.join(sorted(unknown))}. Name some of: {', '.join(every)}.")
    return {name: measure for name, measure in every.items() if not names or name in names}


def main(arguments: list[str]) -> None:
    logging.basicConfig(level=logging.ERROR)
    figures: list[Figure] = []
    for name, measure in chosen([name for name in arguments if name != "--full"], full="--full" in arguments).items():
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures += asyncio.run(_run(measure))
    show(figures)
    raise SystemExit(0 if all(figure.held for figure in figures) else 1)


async def _run(measure: Measure) -> list[Figure]:
    return await measure()


if __name__ == "__main__":
    main(sys.argv[1:])
