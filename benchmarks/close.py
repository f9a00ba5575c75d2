"""Closing a round: from opened ballots in memory to the release, first without and then with the attack on it."""

import time
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from benchmarks.figure import Figure
from storage.disclosure.derived import Derived
from storage.disclosure.measures import Measure
from storage.disclosure.presets import DEFAULT
from storage.disclosure.release import Close, Round, release
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import Tree, tree_of
from storage.disclosure.values import Attribute

WITHOUT, WITH = 60.0, 600.0
VALUES = tuple(f"v{number}" for number in range(8))
SKIPPED, OWN = 0.03, 0.6


async def measure(*, ballots: int = 10_000, nodes: int = 1_000, questions: int = 10) -> list[Figure]:
    """One attribute of eight values that go with the teams, one derived figure; three of a hundred answers are left out."""
    chance = Random(1)
    of = _round(nodes, questions)
    sheets = _sheets(chance, of, ballots)
    figures = []
    for gated, bound in ((False, WITHOUT), (True, WITH)):
        began = time.perf_counter()
        released = release(of, sheets, Close(b"measured", gated=gated))
        seconds = time.perf_counter() - began
        cells = sum(len(question.cells) for question in released.questions)
        note = f"{ballots:,} ballots, {nodes:,} nodes, {questions} questions: {cells:,} cells, {released.verdict.level}"
        figures.append(Figure(f"Close, {'with' if gated else 'without'} the gate", seconds, "s", bound, note=note))
    return figures


def _round(nodes: int, questions: int) -> Round:
    measures = tuple(Measure(f"q{number}", 1, 5, frozenset({4, 5}), frozenset({1, 2})) for number in range(questions))
    names = tuple(measure.id for measure in measures)
    meaning: dict[str, str | None] = {"all": None, "first": "all", "second": "all"}
    meaning |= {value: ("first", "second")[number % 2] for number, value in enumerate(VALUES)}
    figure = Derived("figure", (names[:3], names[3:6])) if questions >= 6 else Derived("figure", (names,))
    return Round(_tree(nodes), measures, DEFAULT, (Attribute("value", meaning),), (figure,))


def _tree(nodes: int) -> Tree:
    divisions = max(2, nodes // 25)
    parent: dict[str, str | None] = {"org": None}
    parent |= {f"d{number}": "org" for number in range(divisions)}
    parent |= {f"t{number}": f"d{number % divisions}" for number in range(nodes - divisions - 1)}
    return tree_of(parent)


def _sheets(chance: Random, of: Round, ballots: int) -> Sequence[Sheet]:
    """Teams differ in mood and in the value that most of them hold, which is what an attacker lives on."""
    teams = [node for node, below in of.tree.children.items() if not below]
    mood = {team: chance.random() for team in teams}
    own = {team: chance.choice(VALUES) for team in teams}
    empty = Sheet("", {})
    return [
        replace(
            empty,
            node=team,
            answers={each.id: _answer(chance, mood[team]) for each in of.measures},
            values={"value": own[team] if chance.random() < OWN else chance.choice(VALUES)},
            comment="It went well." if chance.random() < 0.2 else "",
        )
        for team in chance.choices(teams, k=ballots)
    ]


def _answer(chance: Random, mood: float) -> int | None:
    return None if chance.random() < SKIPPED else min(5, max(1, round(chance.gauss(1 + 4 * mood, 1))))
