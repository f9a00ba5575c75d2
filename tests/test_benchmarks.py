"""Every measurement can still be taken; what it measures is for `make bench`, on a quiet machine."""

from collections.abc import Awaitable, Callable, Mapping

import pytest

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
from benchmarks.__main__ import chosen
from benchmarks.figure import Figure, table

MEASUREMENTS: Mapping[str, Callable[[], Awaitable[list[Figure]]]] = {
    "slack": lambda: slack.measure(people=15, turns=2, each=2, seconds=0.1),
    "teams": lambda: teams.measure(people=15, turns=2, each=2),
    "ballots": lambda: ballots.measure(turns=2, each=2),
    "close": lambda: close.measure(ballots=60, nodes=8, questions=2),
    "whole_close": lambda: whole_close.measure(people=70, nodes=6, questions=2),
    "last_turn": lambda: last_turn.measure(ballots=300, nodes=8),
    "results": lambda: results.measure(rounds=3, nodes=3, turns=2, each=2),
    "cold_start": lambda: cold_start.measure(starts=1, warm=False, doors={"without a door": {}}),
    "fan_out": lambda: fan_out.measure(asked=20, sent=15),
    "sorting": lambda: sorting.measure(number=90, placed=3),
    "speak_up": lambda: speak_up.measure(seconds=0.1, reports=3, step=0.01, looks=1),
    "practice": lambda: practice.measure(people=30, willing=6),
    "matching": lambda: matching.measure(people=40, rounds=3, mentees=20),
    "memory": lambda: memory.measure(people=15, turns=10),
}


@pytest.mark.process
@pytest.mark.parametrize("name", MEASUREMENTS)
async def test_every_measurement_says_something(name: str) -> None:
    figures = await MEASUREMENTS[name]()
    assert figures
    assert all(figure.value >= 0 or figure.name.startswith("  -") for figure in figures)
    assert table(figures).row_count == len(figures)


def test_every_measurement_is_run_by_the_command() -> None:
    assert set(chosen([], full=False)) == set(MEASUREMENTS)


def test_a_missed_bound_is_said() -> None:
    assert not Figure("too slow", 11.0, "x", bound=10.0).held
    assert Figure("for information", 11.0, "x").held
