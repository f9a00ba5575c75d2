"""How fast messages go out: evenly, more slowly after a complaint, and soon as fast as the platform allows."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.ports import Sent, Throttled
from storage.db import Database
from storage.tempo import Pace, Tempo
from tests.storage.sending import NOON, Office, note

SOON = timedelta(seconds=0.2)


async def test_messages_keep_their_distance(database: Database) -> None:
    office = Office(database)
    office.pace = Pace(rates={"slack": 4.0}, apart=1.1)
    office.restart()
    await office.hire(*range(1, 9))
    await office.tell(*(note(n) for n in range(1, 9)))
    await office.drain()
    times = [at for at, _ in office.slack.letters]
    # The lane was idle: its first message goes at once, and the one slot that may be caught up with it.
    assert [round(b - a, 3) for a, b in pairwise(times)] == [0.0] + [0.25] * 6


async def test_one_person_gets_no_two_messages_within_a_second(database: Database) -> None:
    office = Office(database, apart=1.1)
    await office.hire(1)
    await office.tell(*(note(1, str(n)) for n in range(4)))
    await office.drain()
    times = [at for at, _ in office.slack.letters]
    assert all(b - a >= 1.0999 for a, b in pairwise(times))


async def test_a_complaint_pauses_the_whole_lane_and_is_remembered_by_another_process(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2, 3, 4)
    await office.tell(*(note(n) for n in (1, 2, 3, 4)))
    office.slack.answers = [Sent("ts1"), Throttled(30)]
    assert await office.drain() == pytest.approx(NOON + timedelta(seconds=30), abs=SOON)
    assert sorted(await office.states()) == ["pending", "pending", "pending", "sent"]
    office.restart()
    office.until(NOON + timedelta(seconds=29))
    assert await office.drain() == pytest.approx(NOON + timedelta(seconds=30), abs=SOON)
    assert len(office.slack.letters) == 2
    assert (await office.lane())["rate"] == pytest.approx(50, abs=2)
    office.later(1.1)
    assert await office.drain() is None
    assert set(await office.states()) == {"sent"}
    assert 48 < (await office.lane())["rate"] < 100


@pytest.mark.long
async def test_a_storm_of_complaints_loses_nothing_and_doubles_nothing(database: Database) -> None:
    office = Office(database)
    people = range(1, 61)
    await office.hire(*people)
    await office.tell(*(note(n) for n in people))
    office.slack.answers = [Throttled(2), Sent("x"), Throttled(1), Throttled(1)] * 10
    while (at := await office.drain()) is not None:
        office.until(at)
    arrived = [row for row in await office.rows() if row["state"] == "sent"]
    assert len(arrived) == 60
    assert len(office.slack.letters) == 60 + 30


def test_several_complaints_about_one_burst_halve_the_rate_once() -> None:
    tempo = Tempo(40.0, apart=0, lowest=1.0)
    for _ in range(5):
        tempo.complained(3.0, now=100.0)
    assert (tempo.rate, tempo.paused(101.0)) == (20.0, 2.0)


@pytest.mark.parametrize(("set_to", "allowed"), [(50.0, 40.0), (40.0, 40.0)])
def test_a_rate_that_is_set_too_high_finds_the_one_that_is_allowed(set_to: float, allowed: float) -> None:
    tempo, now, sent, taken = Tempo(set_to, apart=0, lowest=0.25), 0.0, 0, list[float]()
    while now < 300:
        now += tempo.paused(now)
        now += max(0.0, tempo.slot(sent, now))
        taken = [at for at in taken if at > now - 1]
        if len(taken) >= allowed + 1:
            tempo.complained(3.0, now)
            continue
        taken.append(now)
        sent += 1
        tempo.went_well()
    assert sent / now > 0.75 * allowed


def test_a_lane_recovers_to_its_full_rate() -> None:
    tempo = Tempo(4.0, apart=0, lowest=0.25)
    tempo.complained(1.0, now=0.0)
    for _ in range(1200):
        tempo.went_well()
    assert tempo.learnt() is None


def test_a_machine_clock_that_is_set_back_does_not_stop_the_lane() -> None:
    tempo = Tempo(4.0, apart=1.1, lowest=0.25)
    tempo.slot(1, now=10_000.0)
    assert tempo.slot(1, now=5.0) <= 1.1
    assert tempo.slot(2, now=5.0) <= 0.5


def test_settings_under_which_messages_could_be_sent_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="grace must be longer"):
        Pace(rates={}, fence=10, longest=25, grace=35)
    with pytest.raises(ValueError, match="above 0"):
        Pace(rates={"slack": 0.0})
