"""Mentors for mentees: nobody meets whom they must not, everybody reads two reasons, and a missing pair proves nothing."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.matching.mentors import LEFT_OUT, Hopes, Proposal, propose

TOPICS = tuple("abcdefgh")
WAYS, TIMES = ("online", "in-person"), ("early", "day", "late")
SEED = b"s" * 32


def person(name: str, chance: Random, *, seats: int = 1) -> Hopes:
    topics = frozenset(chance.sample(TOPICS, chance.randint(1, 3)))
    ways = frozenset(chance.sample(WAYS, chance.randint(1, 2)))
    return Hopes(name, topics, ways, frozenset(chance.sample(TIMES, 2)), seats)


def cohort(chance: Random, mentees: int, mentors: int) -> tuple[list[Hopes], list[Hopes]]:
    asking = [person(f"mentee {each}", chance) for each in range(mentees)]
    return asking, [person(f"mentor {each}", chance, seats=chance.randint(1, 2)) for each in range(mentors)]


@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 12))
@settings(deadline=None, max_examples=60)
def test_hard_exclusions_hold_and_everybody_has_at_most_their_seats(draw: int, mentees: int, mentors: int) -> None:
    chance = Random(draw)
    asking, offering = cohort(chance, mentees, mentors)
    apart = {(one.name, other.name) for one in asking for other in offering if chance.random() < 0.3}
    found = propose(asking, offering, apart, SEED)
    assert not {(each.mentee, each.mentor) for each in found} & apart
    assert len({each.mentee for each in found}) == len(found)
    for other in offering:
        assert sum(each.mentor == other.name for each in found) <= other.seats
    by_name = {each.name: each for each in (*asking, *offering)}
    for each in found:
        _suits(by_name[each.mentee], by_name[each.mentor], each)
    assert propose(asking[::-1], offering[::-1], sorted(apart), SEED) == found


def _suits(one: Hopes, other: Hopes, proposal: Proposal) -> None:
    """The reasons are true of both, two different ones, and say nothing else."""
    first, second = proposal.reasons
    assert first != second
    assert first.kind == "topic"
    for reason in (first, second):
        held = {"topic": one.topics & other.topics, "way": one.ways & other.ways, "time": one.times & other.times}
        assert reason.kind == "elsewhere" or reason.value in held[reason.kind]


def test_nobody_waits_who_could_have_somebody() -> None:
    chance = Random(3)
    same = [Hopes(f"{side} {n}", frozenset("a"), frozenset(WAYS), frozenset()) for side in "ab" for n in range(30)]
    chance.shuffle(same)
    asking, offering = ([each for each in same if each.name.startswith(side)] for side in "ab")
    assert len(propose(asking, offering, (), SEED)) == 30


@pytest.mark.long
def test_a_lot_stays_when_others_come_and_leaves_out_one_pair_in_four() -> None:
    one, other = (Hopes(name, frozenset("a"), frozenset(WAYS), frozenset(TIMES)) for name in ("a", "b"))
    seeds = [each.to_bytes(32, "big") for each in range(1, 2001)]
    left = sum(not propose([one], [other], (), seed) for seed in seeds)
    assert abs(left / len(seeds) - LEFT_OUT) < 0.04


def attacked(*, left_out: float) -> float:
    """How sure the best attacker can be at most. They know everybody's hopes and reporting lines and see that two people
    who suit nobody else are not paired; a priori it is even whether one has named the other."""
    asking, offering = cohort(Random(5), 4, 4)
    one, other = (Hopes(name, frozenset(["only"]), frozenset(WAYS), frozenset(TIMES)) for name in ("one", "other"))
    seeds = [each.to_bytes(32, "big") for each in range(1, 401)]

    def paired(seed: bytes, apart: list[tuple[str, str]]) -> bool:
        found = propose([*asking, one], [*offering, other], apart, seed, left_out=left_out)
        return ("one", "other") in {(each.mentee, each.mentor) for each in found}

    without = sum(not paired(seed, []) for seed in seeds) / len(seeds)
    named = sum(not paired(seed, [("one", "other")]) for seed in seeds) / len(seeds)
    assert named == 1.0
    return named / (named + without)


def test_that_no_pair_comes_proves_nothing() -> None:
    assert attacked(left_out=LEFT_OUT) < 5 / 6


def test_control_without_the_lot_it_would_be_proof() -> None:
    assert attacked(left_out=0.0) == 1.0
