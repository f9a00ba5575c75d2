"""The calendar of marked days says the right dates, says where it is unsure, and says in time that it runs out."""

from datetime import date, datetime

import pytest
from holidays import country_holidays

from conversations.meet import awareness
from conversations.meet.awareness import CalendarMistake, Marked, marked, running_out
from conversations.meet.clashes import Clash, clashes

DAYS = {day.id: day for day in awareness.known()}


def when(name: str, year: int) -> list[date]:
    return [each.first for each in marked([DAYS[name]], date(year, 1, 1), date(year, 12, 31))]


@pytest.mark.parametrize(
    ("name", "year", "on"),
    [
        ("women", 2027, "03-08"),
        ("learning-at-work", 2026, "05-18"),
        ("good-friday", 2026, "04-03"),
        ("easter", 2026, "04-05"),
        ("ramadan", 2026, "02-18"),
        ("eid-fitr", 2026, "03-20"),
        ("yom-kippur", 2027, "10-11"),
    ],
)
def test_each_kind_of_rule_finds_its_day(name: str, year: int, on: str) -> None:
    assert when(name, year) == [date.fromisoformat(f"{year}-{on}")]


def test_a_hijri_day_can_come_twice_in_a_year() -> None:
    assert len(when("ramadan", 2030)) == 2


@pytest.mark.parametrize(
    ("name", "country", "called"),
    [
        ("lunar-new-year", "CN", "Spring Festival"),
        ("holi", "IN", "Holi"),
        ("diwali", "IN", "Diwali"),
        ("gurpurab", "IN", "Nanak"),
        ("vesak", "SG", "Vesak"),
        ("passover", "IL", "Pesach"),
        ("rosh-hashanah", "IL", "Rosh"),
        ("yom-kippur", "IL", "Kippur"),
    ],
)
def test_the_rows_that_were_looked_up_are_those_of_an_independent_calendar(
    name: str, country: str, called: str
) -> None:
    language = "en_SG" if country == "SG" else "en_IN" if country == "IN" else "en_US"
    kinds = ("public", "optional") if country == "IN" else None
    there = country_holidays(country, years=range(2026, 2030), language=language, categories=kinds)
    assert all(called in there.get(date.fromisoformat(row), "") for row in DAYS[name].rule)
    assert {date.fromisoformat(row).year for row in DAYS[name].rule} >= {2027, 2028, 2029}


def test_every_entry_says_where_it_is_from_and_when_it_was_looked_at() -> None:
    assert all(day.source and day.reviewed <= date.today() for day in DAYS.values())  # noqa: DTZ011 - a day is enough


def test_ninety_days_before_the_rows_end_somebody_is_told() -> None:
    rows = [DAYS["diwali"], DAYS["women"], DAYS["ramadan"]]
    assert running_out(rows, date(2029, 8, 6)) == []
    assert running_out(rows, date(2029, 8, 7)) == [DAYS["diwali"]]
    assert DAYS["south-asian-heritage"] in running_out(list(DAYS.values()), date(2026, 11, 22))  # never guessed


def test_bank_holidays_differ_by_nation() -> None:
    year = awareness.bank_holidays(date(2026, 1, 1), date(2026, 12, 31))
    count = {nation: sum(nation in each.nations for each in year) for nation in awareness.NATIONS.values()}
    assert count == {"England": 9, "Wales": 9, "Scotland": 11, "Northern Ireland": 12}


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2027-02-10T12:00", Clash("fast", "Ramadan")),
        ("2027-02-07T12:00", Clash("perhaps", "Ramadan")),
        ("2027-10-10T18:00", Clash("eve", "Yom Kippur")),
        ("2027-10-11T09:00", Clash("fast", "Yom Kippur")),
        ("2026-11-30T10:00", Clash("bank in", "Saint Andrew's Day", ("Scotland",))),
        ("2026-12-04T12:00", Clash("friday")),
    ],
)
def test_who_plans_is_warned(wall: str, expected: Clash) -> None:
    assert clashes(datetime.fromisoformat(wall), 60, awareness.known()) == [expected]


@pytest.mark.parametrize("wall", ["2026-12-02T12:00", "2027-10-10T10:00", "2026-12-04T14:30", "2026-12-04T11:00"])
def test_and_not_without_need(wall: str) -> None:
    assert clashes(datetime.fromisoformat(wall), 60, awareness.known()) == []


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("{id: x, name: X, fixed: 02-30, source: s, reviewed: 2026-01-01}", 3),
        ("{id: x, name: X, fixed: 01-01, easter: 1, source: s, reviewed: 2026-01-01}", 3),
        ("{id: x, name: X, whenever: 1, source: s, reviewed: 2026-01-01}", 3),
        ("{id: x, name: X, rows: [soon], source: s, reviewed: 2026-01-01}", 3),
    ],
)
def test_a_mistake_is_told_with_its_line(entry: str, line: int) -> None:
    text = f"days:\n  - {{id: y, name: Y, fixed: 01-01, source: s, reviewed: 2026-01-01}}\n  - {entry}\n"
    with pytest.raises(CalendarMistake, match=rf"^mine\.yaml:{line}: "):
        awareness.read(text, "mine.yaml")


def test_a_range_is_met_by_what_began_before_it() -> None:
    [found] = marked([DAYS["black-history"]], date(2026, 10, 30), date(2026, 11, 2))
    assert found == Marked(DAYS["black-history"], date(2026, 10, 1), date(2026, 10, 31))
