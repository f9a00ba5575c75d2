"""Putting people together: 2,000 into pairs with a year of meetings behind them, and 2,000 mentees to 2,000 mentors."""

import time
from collections import defaultdict
from itertools import combinations
from random import Random

from benchmarks.figure import Figure
from storage.matching.mentors import Hopes, propose
from storage.matching.tables import Pair, seat

PAIRING, ASSIGNMENT = 10.0, 30.0
TEAM = 20
TOPICS = tuple(f"topic {number}" for number in range(9))


async def measure(*, people: int = 2_000, rounds: int = 26, mentees: int = 2_000) -> list[Figure]:
    """Four in five turn up each time; teams of twenty never meet among themselves."""
    return [*_tables(people, rounds), _mentors(mentees)]


def _tables(people: int, rounds: int) -> list[Figure]:
    chance = Random(1)
    names = [f"person {number:05}" for number in range(people)]
    teams = [names[start : start + TEAM] for start in range(0, people, TEAM)]
    never = [pair for team in teams for pair in combinations(team, 2)]
    when: dict[Pair, list[int]] = defaultdict(list)
    for number in range(rounds):
        shuffled = chance.sample(names, people * 4 // 5)
        for pair in zip(shuffled[::2], shuffled[1::2], strict=False):
            when[min(pair), max(pair)].append(number)
    met = {pair: [rounds - each for each in found] for pair, found in when.items()}
    figures = []
    for size, said in ((2, "in pairs"), (4, "at tables of four")):
        began = time.process_time()
        seating = seat(names, size, "measured", met=met, never=never)
        seconds = time.process_time() - began
        again = sum((one, other) in met for table in seating.tables for one, other in combinations(sorted(table), 2))
        note = f"{rounds} rounds behind them, {again} meet again"
        figures.append(Figure(f"{people:,} people {said}, CPU", seconds, "s", PAIRING, note=note))
    return figures


def _mentors(many: int) -> Figure:
    chance = Random(1)
    sides = [[_hopes(f"{side} {number:05}", chance) for number in range(many)] for side in ("mentee", "mentor")]
    asking, offering = sides
    apart = [(chance.choice(asking).name, chance.choice(offering).name) for _ in range(many * 10)]
    began = time.process_time()
    found = propose(asking, offering, apart, b"m" * 32)
    seconds = time.process_time() - began
    note = f"{len(found):,} pairs; the libraries' import is in it"
    return Figure(f"{many:,} mentees to {many:,} mentors, CPU", seconds, "s", ASSIGNMENT, note=note)


def _hopes(name: str, chance: Random) -> Hopes:
    topics = frozenset(chance.sample(TOPICS, 3))
    return Hopes(name, topics, frozenset(["online"]), frozenset(chance.sample(["early", "day", "late"], 2)))
