"""A flood is held back, in memory and by keyed hashes; it never shuts the other way in, and passes by itself."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.second_door import gate
from adapters.second_door.gate import Busy, Gate
from tests.harness import HandClock

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ATTACKER, NEIGHBOUR = "93.184.216.34", "93.184.216.35"


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOON)


def spends(opened: Gate, host: str | None, times: int) -> int:
    """How many of so many are let through."""
    done = 0
    for _ in range(times):
        try:
            opened.spend(opened.source(host), "asked")
        except Busy:
            continue
        done += 1
    return done


@pytest.mark.long
def test_one_address_cannot_use_up_what_the_others_have(clock: HandClock) -> None:
    opened = Gate(clock.now)
    assert spends(opened, ATTACKER, 10_000) == gate.EACH["asked"].at_once
    assert spends(opened, NEIGHBOUR, 1) == 1
    clock.at += timedelta(minutes=1)
    assert spends(opened, ATTACKER, 10_000) == 1


def test_a_flood_by_the_onion_leaves_the_other_way_open_and_the_other_way_round(clock: HandClock) -> None:
    opened = Gate(clock.now)
    assert spends(opened, "127.0.0.1", 10_000) == gate.TOGETHER["asked"].at_once
    assert spends(opened, NEIGHBOUR, 1) == 1
    flooded = Gate(clock.now)
    for number in range(200):
        spends(flooded, f"93.184.{number}.1", 10)
    assert spends(flooded, NEIGHBOUR, 1) == 0
    assert spends(flooded, None, 1) == 1


def test_the_door_opens_again_by_itself_even_while_the_flood_goes_on(clock: HandClock) -> None:
    opened = Gate(clock.now)
    spends(opened, "10.0.0.1", 10_000)
    for _ in range(10):
        clock.at += timedelta(seconds=4)
        assert spends(opened, "10.0.0.1", 100) == 1
    clock.at += timedelta(hours=1)
    assert spends(opened, "10.0.0.1", 1_000) == gate.TOGETHER["asked"].at_once


def test_few_are_inside_at_once_and_each_leaves_whatever_happens(clock: HandClock) -> None:
    opened = Gate(clock.now)
    source = opened.source(ATTACKER)

    def enters(left: int) -> None:
        with opened.through(source):
            if left:
                enters(left - 1)

    enters(gate.AT_ONCE_EACH - 1)
    with pytest.raises(Busy):
        enters(gate.AT_ONCE_EACH)
    with pytest.raises(ZeroDivisionError), opened.through(source):
        _ = 1 / 0
    enters(gate.AT_ONCE_EACH - 1)
    shared = opened.source("::1")
    with pytest.raises(Busy):
        _crowd(opened, shared, gate.AT_ONCE)
    _crowd(opened, shared, gate.AT_ONCE - 1)


def _crowd(opened: Gate, source: gate.Source, left: int) -> None:
    with opened.through(source):
        if left:
            _crowd(opened, source, left - 1)


def test_no_address_can_be_read_in_memory_and_a_network_counts_as_one(clock: HandClock) -> None:
    opened = Gate(clock.now)
    spends(opened, ATTACKER, 3)
    spends(opened, "2a00:1450:4009:80b::200e", 1)
    held = repr((opened._left, opened._inside))
    for told in (ATTACKER, "2a00", r"]\xb8\xd8", bytes([93, 184, 216, 34]).hex()):
        assert told not in held
    one, same, other = (
        opened.source(f"2a00:1450:4009:{net}::{host}") for net, host in (("80b", 1), ("80b", 2), ("80c", 1))
    )
    assert one == same != other
    assert Gate(clock.now).source(ATTACKER) != opened.source(ATTACKER)  # the key dies with the process


def test_many_addresses_do_not_fill_the_memory(clock: HandClock) -> None:
    opened = Gate(clock.now)
    for number in range(gate.REMEMBERED + 100):
        spends(opened, f"93.{number >> 16}.{number >> 8 & 255}.{number & 255}", 1)
    assert len(opened._left) <= gate.REMEMBERED


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.0.9", "fd00::1", "100.64.0.1", None, "", "testclient"]
)
def test_an_address_that_others_may_share_counts_as_one_for_all(clock: HandClock, host: str | None) -> None:
    assert Gate(clock.now).source(host).way == "shared"
