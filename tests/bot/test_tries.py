"""How often somebody did something is counted for an hour, and whom it was about is kept nowhere."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import tries
from bot.events import Account
from bot.tries import DAY, Limit, Tries
from bot.words import Sentence

AMARA, LOWRI = Account("slack", "T1", "U-AMARA"), Account("slack", "T1", "U-LOWRI")
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
OFTEN, MANY = Sentence("toy.often", "Too often."), Sentence("toy.many", "Too many.")
TWICE = Limit("a", 2, OFTEN)
REPORT = Limit("report", 3, OFTEN, per=DAY, together=4, too_many=MANY, when_done=True)


def test_each_person_may_do_it_so_many_times_in_any_hour() -> None:
    counted = Tries()
    at = [NOW + timedelta(minutes=20 * each) for each in range(5)]
    assert [counted.refused(AMARA, TWICE, now) for now in at[:3]] == [None, None, OFTEN]
    assert counted.refused(LOWRI, TWICE, at[2]) is None
    assert counted.refused(AMARA, replace(TWICE, name="b"), at[2]) is None
    assert counted.refused(AMARA, TWICE, at[2] + timedelta(minutes=19)) == OFTEN
    assert counted.refused(AMARA, TWICE, at[3]) is None


def test_some_things_are_counted_for_a_day_and_for_everybody_together_for_an_hour() -> None:
    counted = Tries()
    assert [counted.refused(AMARA, REPORT, NOW) for _ in range(4)] == [None, None, None, OFTEN]
    assert [counted.refused(LOWRI, REPORT, NOW) for _ in range(2)] == [None, MANY]
    later = NOW + timedelta(hours=2)
    assert [counted.refused(each, REPORT, later) for each in (AMARA, LOWRI)] == [OFTEN, None]
    counted.give_back(LOWRI, REPORT)
    assert [counted.refused(LOWRI, REPORT, later) for _ in range(3)] == [None, None, OFTEN]
    assert counted.refused(AMARA, REPORT, NOW + DAY) is None


def test_an_event_that_is_delivered_again_is_known_and_forgotten_after_an_hour() -> None:
    counted = Tries()
    assert counted.first_time("e1", NOW)
    assert not counted.first_time("e1", NOW + timedelta(minutes=59))
    assert counted.first_time("e1", NOW + timedelta(hours=2))


def test_what_is_kept_names_nobody_and_only_so_much_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Tries()
    counted.refused(AMARA, TWICE, NOW)
    assert "AMARA" not in repr(vars(counted))
    monkeypatch.setattr(tries, "REMEMBERED", 3)
    for number in range(9):
        counted.first_time(f"e{number}", NOW)
    [seen] = counted._seen.values()
    assert len(seen) == 3
