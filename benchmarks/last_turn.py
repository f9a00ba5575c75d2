"""The end of a cycle: from what its turns came to in each team to the one release by teams, with the attack on it (A13)."""

import time
from collections import Counter
from random import Random

from benchmarks.figure import Figure
from storage.disclosure.cycle import Part, sum_up
from storage.disclosure.measures import Measure
from storage.disclosure.presets import DEFAULT
from storage.disclosure.release import Close, Round
from storage.disclosure.tree import tree_of

BOUND = 600.0
"""As for a close with the gate."""
ANSWERED = 0.6


async def measure(*, ballots: int = 10_000, nodes: int = 1_000, questions: int = 1, turns: int = 4) -> list[Figure]:
    """Everybody has had one turn; six of ten answered, in teams that differ in mood. By default one question, as a pulse in
    turn asks it: each turn asks the same."""
    chance = Random(1)
    divisions = max(2, nodes // 25)
    parent: dict[str, str | None] = {"org": None}
    parent |= {f"d{number}": "org" for number in range(divisions)}
    parent |= {f"t{number}": f"d{number % divisions}" for number in range(nodes - divisions - 1)}
    teams = [name for name in parent if name.startswith("t")] or [name for name in parent if name.startswith("d")]
    names = [f"q{number}" for number in range(questions)]
    mood = {team: chance.random() for team in teams}
    people = [(team, number % turns) for number, team in enumerate(chance.choices(teams, k=round(ballots / ANSWERED)))]
    parts = [_part(chance, mood, names, [team for team, turn in people if turn == each]) for each in range(turns)]
    measures = tuple(Measure(name, 1, 5, frozenset({4, 5}), frozenset({1, 2})) for name in names)
    heads = Counter(team for team, _ in people)
    of = Round(tree_of(parent, heads), measures, DEFAULT)
    began = time.perf_counter()
    released = sum_up(of, parts, Close(b"measured"))
    seconds = time.perf_counter() - began
    cells = sum(len(question.cells) for question in released.questions)
    what = f"{turns} turns, {ballots:,} answers, {nodes:,} nodes, {questions} questions"
    note = f"{what}: {cells:,} cells, {released.verdict.level}"
    return [Figure("The end of a cycle, with the gate", seconds, "s", BOUND, note=note)]


def _part(chance: Random, mood: dict[str, float], names: list[str], asked: list[str]) -> Part:
    counts: dict[str, dict[str, Counter[int]]] = {name: {} for name in names}
    for team in asked:
        if chance.random() < ANSWERED:
            for name in names:
                score = min(5, max(1, round(chance.gauss(1 + 4 * mood[team], 1))))
                counts[name].setdefault(team, Counter())[score] += 1
    return Part(counts, Counter(asked))
