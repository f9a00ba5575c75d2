"""How often somebody did something is counted for an hour, and whom it was about is kept nowhere."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import tries
from bot.events import Account
from bot.tries import Tries

AMARA, LOWRI = Account("slack", "T1", "U-AMARA"), Account("slack", "T1", "U-LOWRI")
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_each_person_may_do_it_so_many_times_in_any_hour() -> None:
    counted = Tries()
    at = [NOW + timedelta(minutes=20 * each) for each in range(5)]
    assert [counted.allowed(AMARA, "a", 2, now) for now in at[:3]] == [True, True, False]
    assert counted.allowed(LOWRI, "a", 2, at[2])
    assert counted.allowed(AMARA, "b", 2, at[2])
    assert not counted.allowed(AMARA, "a", 2, at[3])
    assert counted.allowed(AMARA, "a", 2, at[3] + timedelta(minutes=50))


def test_an_event_that_is_delivered_again_is_known_and_forgotten_after_an_hour() -> None:
    counted = Tries()
    assert counted.first_time("e1", NOW)
    assert not counted.first_time("e1", NOW + timedelta(minutes=59))
    assert counted.first_time("e1", NOW + timedelta(hours=2))


def test_what_is_kept_names_nobody_and_only_so_much_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Tries()
    counted.allowed(AMARA, "a", 2, NOW)
    assert "AMARA" not in repr(vars(counted))
    monkeypatch.setattr(tries, "REMEMBERED", 3)
    for number in range(9):
        counted.first_time(f"e{number}", NOW)
    assert len(counted._seen) == 3
