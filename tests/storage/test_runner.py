"""Each lane is drained by one task at a time, when it is woken, when its time comes, and not in a hot loop."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.ports import Clock
from storage.db import Database
from storage.runner import LocalRunner
from tests.storage.sending import NOON, HandClock, Office, Wall, note


class Lanes:
    """Stands in for the sending: counts runs, and says when it wants to run next."""

    def __init__(self, *nexts: datetime | Exception | None) -> None:
        self.clock = HandClock(Wall())
        self.nexts, self.runs, self.inside = list(nexts), list[str](), 0
        self.started, self.go_on = asyncio.Event(), asyncio.Event()
        self.due: list[str] = []
        self.go_on.set()

    async def drain(self, lane: str) -> datetime | None:
        self.inside += 1
        assert self.inside == 1
        self.runs.append(lane)
        self.started.set()
        await self.go_on.wait()
        self.inside -= 1
        at = self.nexts.pop(0) if self.nexts else None
        if isinstance(at, Exception):
            raise at
        return at

    async def lanes_due(self) -> list[str]:
        return self.due

    def runner(self, stop: Callable[[], None] = lambda: None) -> LocalRunner:
        return LocalRunner(self.drain, self.lanes_due, clock=self.clock, stop_claiming=stop)


def near(clock: Clock) -> datetime:
    return clock.now() + timedelta(milliseconds=5)


async def test_a_wake_during_a_run_causes_one_more_run_and_never_two_at_once() -> None:
    lanes = Lanes()
    lanes.go_on.clear()
    runner = lanes.runner()
    runner.wake("slack:T1")
    await lanes.started.wait()
    runner.wake("slack:T1")
    runner.wake("slack:T1")
    lanes.go_on.set()
    await runner.idle()
    assert lanes.runs == ["slack:T1"] * 2
    await runner.stop()


async def test_a_lane_is_drained_again_when_it_said_so() -> None:
    lanes = Lanes()
    lanes.nexts = [near(lanes.clock)]
    runner = lanes.runner()
    runner.wake("slack:T1")
    await runner.idle()
    assert lanes.runs == ["slack:T1"]
    lanes.started.clear()
    await lanes.started.wait()
    await runner.stop()
    assert lanes.runs == ["slack:T1"] * 2


async def test_an_earlier_time_replaces_a_later_one_and_not_the_other_way_round() -> None:
    lanes = Lanes()
    runner = lanes.runner()
    runner.wake("slack:T1", NOON + timedelta(seconds=50))
    runner.wake("slack:T1", near(lanes.clock))
    runner.wake("slack:T1", NOON + timedelta(seconds=40))
    runner.wake("slack:T1", NOON + timedelta(days=3))
    await lanes.started.wait()
    await runner.stop()
    assert lanes.runs == ["slack:T1"]


async def test_a_sweep_wakes_all_lanes_that_are_due() -> None:
    lanes = Lanes()
    lanes.due = ["slack:T1"]
    runner = lanes.runner()
    runner.soon()
    runner.soon()
    await lanes.started.wait()
    await runner.idle()
    await runner.stop()
    assert set(lanes.runs) == {"slack:T1"}


async def test_a_lane_that_breaks_rests_before_it_is_tried_again_even_if_it_is_woken() -> None:
    lanes = Lanes(ValueError("somebody's words"), ValueError("more words"))
    lanes.due = ["slack:T1"]
    runner = lanes.runner()
    await runner.idle()
    await runner.idle()
    runner.wake("slack:T1")
    await runner.idle()
    assert lanes.runs == ["slack:T1"]
    await runner.stop()


async def test_stopping_waits_for_what_is_under_way_and_starts_nothing() -> None:
    lanes = Lanes(NOON)
    lanes.go_on.clear()
    stopped: list[bool] = []
    runner = lanes.runner(lambda: stopped.append(True))
    runner.wake("slack:T1")
    await lanes.started.wait()
    stopping = asyncio.create_task(runner.stop())
    await asyncio.sleep(0)
    assert stopped
    assert not stopping.done()
    lanes.go_on.set()
    await stopping
    runner.wake("slack:T1")
    runner.soon()
    await runner.idle()
    assert lanes.runs == ["slack:T1"]


async def test_idle_sends_everything_that_is_due_on_all_lanes(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2)
    await office.tell(note(1), note(2, not_before=NOON + timedelta(hours=1)))
    runner = LocalRunner(office.delivery.drain, office.delivery.lanes_due, clock=office.clock)
    await runner.idle()
    assert await office.states() == ["sent", "pending"]
    office.later(3600)
    await runner.idle()
    assert await office.states() == ["sent", "sent"]
    await runner.stop()


async def test_stopping_in_the_middle_gives_back_what_was_not_called_for(database: Database) -> None:
    office = Office(database)
    await office.hire(*range(1, 21))
    await office.tell(*(note(n) for n in range(1, 21)))
    runner = LocalRunner(
        office.delivery.drain, office.delivery.lanes_due, clock=office.clock, stop_claiming=office.delivery.stop
    )

    async def stop() -> None:
        office.delivery.stop()

    office.slack.meanwhile = stop
    await runner.idle()
    await runner.stop()
    states = await office.states()
    assert 1 <= states.count("sent") == len(office.slack.letters) <= 8
    assert set(states) == {"sent", "pending"}
