"""Everybody is asked once in a cycle, each week asks a fair part of everything, and whoever joins or leaves upsets nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.sampling import Listed, Slots, admit, asked, deal, deal_anew

KEY = b"a key of this year"
STRATA = st.tuples(st.sampled_from("AB"), st.sampled_from("1234"), st.sampled_from(["nurse", "porter", "office"]))
WORKPLACES = st.lists(STRATA, max_size=50).map(lambda strata: [Listed(at, each) for at, each in enumerate(strata)])
CYCLES = st.integers(1, 9)


def uneven(people: Iterable[Listed], slots: Slots, cycle: int, depth: int) -> int:
    """By how much the fullest slot exceeds the emptiest, in the worst part of this depth (0 is the whole)."""
    counts: dict[tuple[str, ...], Counter[int]] = defaultdict(Counter)
    for each in people:
        counts[each.stratum[:depth]][slots[each.person]] += 1
    return max((max(c.values()) - min(c[slot] for slot in range(cycle)) for c in counts.values()), default=0)


@settings(max_examples=30, deadline=None)
@given(WORKPLACES, CYCLES, st.integers(0, 60))
def test_each_person_is_asked_exactly_once_in_any_cycle(people: list[Listed], cycle: int, first: int) -> None:
    slots = deal(people, cycle, KEY)
    met = [person for week in range(first, first + cycle) for person in asked(slots, week, cycle)]
    assert sorted(met) == [each.person for each in people]


@settings(max_examples=30, deadline=None)
@given(WORKPLACES, CYCLES)
def test_in_every_prefix_of_the_stratum_the_slots_differ_by_at_most_one(people: list[Listed], cycle: int) -> None:
    slots = deal(people, cycle, KEY)
    assert [uneven(people, slots, cycle, depth) <= 1 for depth in range(4)] == [True] * 4


@settings(max_examples=30, deadline=None)
@given(WORKPLACES, WORKPLACES, CYCLES)
def test_slots_survive_joiners_and_the_finest_stratum_stays_even(
    people: list[Listed], more: list[Listed], cycle: int
) -> None:
    before = deal(people, cycle, KEY)
    everybody = people + [Listed(1000 + each.person, each.stratum) for each in more]
    after = admit(everybody, before, cycle, KEY)
    assert before.items() <= after.items()
    assert len(after) == len(everybody)
    assert uneven(everybody, after, cycle, 3) <= 1


@settings(max_examples=30, deadline=None)
@given(WORKPLACES, CYCLES, st.data())
def test_leavers_only_thin_the_slots(people: list[Listed], cycle: int, data: st.DataObject) -> None:
    before = deal(people, cycle, KEY)
    stayed = [each for each in people if data.draw(st.booleans())]
    after = admit(stayed, before, cycle, KEY)
    assert after == {each.person: before[each.person] for each in stayed}


def test_of_equally_filled_slots_a_joiner_takes_the_one_that_the_team_lacks() -> None:
    people = [Listed(1, ("A", "1", "nurse")), Listed(2, ("A", "1", "porter"))]
    slots = {1: 0, 2: 1}
    assert admit([*people, Listed(3, ("A", "1", "office"))], slots, 3, KEY)[3] == 2
    assert admit([*people, Listed(3, ("A", "1", "nurse"))], slots, 2, KEY)[3] == 1


def test_a_slot_that_leavers_thinned_is_filled_first() -> None:
    people = [Listed(at, ("A", "1", "nurse")) for at in range(8)]
    slots = deal(people, 4, KEY)
    thinned = [each for each in people if slots[each.person] != 2]
    assert [admit([*thinned, Listed(99, ("A", "1", "nurse"))], slots, 4, KEY)[99]] == [2]


def test_admitting_twice_changes_nothing_and_does_not_hang_on_the_order_of_the_list() -> None:
    people = [Listed(at, ("A", str(at % 3), "nurse")) for at in range(30)]
    once = admit(people, deal(people[:10], 4, KEY), 4, KEY)
    assert admit(people, once, 4, KEY) == once
    assert admit(people[::-1], deal(people[:10], 4, KEY), 4, KEY) == once


def test_whoever_moves_keeps_their_slot() -> None:
    people = [Listed(at, ("A", "1", "nurse")) for at in range(6)]
    slots = deal(people, 3, KEY)
    moved = [Listed(0, ("B", "9", "nurse")), *people[1:]]
    assert admit(moved, slots, 3, KEY) == slots


def test_another_key_deals_otherwise_and_the_same_one_the_same() -> None:
    people = [Listed(at, ("A", "1", "nurse")) for at in range(40)]
    assert deal(people, 4, KEY) == deal(people[::-1], 4, KEY)
    assert deal(people, 4, KEY) != deal(people, 4, b"another")


def test_a_cycle_of_one_week_is_a_census() -> None:
    people = [Listed(at, ("A",)) for at in range(5)]
    assert asked(deal(people, 1, KEY), 17, 1) == [0, 1, 2, 3, 4]


def test_cards_are_dealt_anew_after_a_year_when_a_cycle_begins() -> None:
    assert [week for week in range(70) if deal_anew(week, 6, week)] == [54, 60, 66]
    assert deal_anew(52, 4, 52)
    assert not deal_anew(48, 4, 48)
    assert deal_anew(28, 4, 56)  # asked every second week


def test_a_year_of_joiners_and_leavers_keeps_the_parts_nearly_even() -> None:
    people = [Listed(at, (f"d{at % 4}", f"t{at % 23}", f"v{at % 5}")) for at in range(600)]
    slots: Slots = deal(people, 4, KEY)
    for week in range(52):
        joiner = 600 + 2 * week
        people = people[2:] + [Listed(at, (f"d{at % 4}", f"t{at % 23}", f"v{at % 5}")) for at in (joiner, joiner + 1)]
        slots = admit(people, slots, 4, KEY)
    assert uneven(people, slots, 4, 0) <= 10  # of about 150 in a slot


def test_a_cycle_without_slots_is_refused() -> None:
    for wrong in (lambda: deal([], 0, KEY), lambda: admit([], {}, 0, KEY), lambda: asked({}, 0, 0)):
        with pytest.raises(ValueError, match="at least one slot"):
            wrong()
