"""Days of a practice move off those on which offices are closed and take turns, and every mistake in a rhythm is told."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.moments import Act, Meet, Show
from bot.practice import Planned, following, planned
from storage.templates import TemplateMistake, load_programmes
from storage.working_days import Calendar
from tests.harness import TEMPLATES
from tests.test_practices import GOOD, read_own

RHYTHM = 'rhythm: {weeks: 4, day: tuesday, at: "12:00"}'
WRONG_RHYTHMS = (
    ("avoid: [football]", "6: The value 'football' is not known here. Use one of bank-holidays."),
    ("avoid: bank-holidays", "6: Here a list is expected."),
    ("avoid: [bank-holidays], rotate: [hour, hour]", "6: The same stands here twice."),
    ("avoid: [bank-holidays], rotate: [month]", "6: The value 'month' is not known here. Use one of weekday, hour."),
    ("rotate: [weekday]", "6: With another weekday, something would be due on a weekend. Add avoid: [bank-holidays]."),
    ("spread: [weekday]", "6: The key spread is not known here."),
)


@pytest.mark.parametrize(("more", "said"), WRONG_RHYTHMS)
def test_each_mistake_in_a_rhythm_is_told_too(more: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as told:
        read_own(tmp_path, GOOD.replace(RHYTHM, f"{RHYTHM[:-1]}, {more}}}"))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


def test_what_takes_turns_leaves_room_is_no_weekend_and_comes_more_than_once(tmp_path: Path) -> None:
    turns = GOOD.replace('"12:00"}', '"12:00", avoid: [bank-holidays], rotate: [weekday]}')
    for wrong, said in (
        (
            turns.replace("at: +20d", "at: +22d"),
            "12: The next round may come before this, because the weekday takes turns.",
        ),
        (turns.replace("day: tuesday", "day: sunday"), "6: On this day offices are closed each week."),
        (
            GOOD.replace("weeks: 4", "once: true").replace('"12:00"}', '"12:00", rotate: [hour]}'),
            "6: What happens once",
        ),
    ):
        with pytest.raises(TemplateMistake) as told:
            read_own(tmp_path, wrong)
        assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


@pytest.mark.parametrize("nation", ["england", "scotland", "northern-ireland", "elsewhere"])
def test_for_ten_years_nothing_is_due_when_offices_are_closed_and_every_hour_of_every_weekday_has_its_turn(
    nation: str,
) -> None:
    calendar = Calendar(nation)
    talk = load_programmes(TEMPLATES, calendar=calendar).practices["big-conversation"]
    zone, rounds = ZoneInfo("Europe/London"), list(following(talk, datetime(2026, 11, 4, 12), "Europe/London", 65))
    for moments, after in pairwise(rounds):
        by = {each.moment.id: each for each in moments}
        due = [each.closes for each in moments if isinstance(each.moment, Meet | Act | Show) and each.closes]
        assert all(calendar.is_working(each.astimezone(zone).date()) for each in due)
        assert calendar.is_working(moments[0].opens.astimezone(zone).date())
        assert all(each.closes is None or each.opens < each.closes for each in moments)
        assert by["themes"].opens >= _end(by["say"])
        assert by["weigh"].opens >= _end(by["themes"])
        assert by["answers"].opens >= _end(by["weigh"])
        assert by["back"].opens >= _end(by["answers"])
        assert after[0].opens - moments[0].opens > timedelta(days=45)
    walls = [each[0].opens.astimezone(zone) for each in rounds]
    assert len({(each.weekday(), each.hour) for each in walls[:40]}) == 20
    assert {each.hour for each in walls} == {8, 12, 16, 20}


def _end(one: Planned) -> datetime:
    assert one.closes
    return one.closes


def test_a_round_moves_off_christmas_and_the_order_of_its_days_stays(tmp_path: Path) -> None:
    text = GOOD.replace("day: tuesday", "day: friday").replace('"12:00"}', '"12:00", avoid: [bank-holidays]}')
    club = read_own(tmp_path, text).practices["reading-list"]
    first, *_, show = planned(club, datetime(2026, 12, 25, 12), "Europe/London")
    assert (first.opens, first.instead) == (datetime(2026, 12, 29, 12, tzinfo=UTC), date(2026, 12, 25))
    assert first.closes == datetime(2026, 12, 31, 12, tzinfo=UTC)
    assert show.closes == datetime(2027, 1, 14, 12, tzinfo=UTC)
    hours = text.replace("[bank-holidays]", "[bank-holidays], rotate: [hour]").replace("weeks: 4", "months: every")
    rounds = following(
        read_own(tmp_path, hours).practices["reading-list"], datetime(2027, 3, 5, 12), "Europe/London", 3
    )
    begins = [each[0].opens.isoformat() for each in rounds]
    assert begins == ["2027-03-05T12:00:00+00:00", "2027-04-02T15:00:00+00:00", "2027-05-07T19:00:00+00:00"]
