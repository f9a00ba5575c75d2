"""A case says who waits for what, since when, and when that is too long."""

from datetime import date, timedelta

import pytest

from storage.cases.waiting import Waits, waits
from storage.threads.recipients import Recipient
from storage.threads.transcript import Message
from storage.working_days import ENGLAND, NATIONS, Calendar

MONDAY = date(2026, 11, 2)
INES = Recipient(b"o" * 32, b"s" * 32, "Ines", "guardian")


def said(day: int, kind: str = "said", text: str = "x", *, by: Recipient | None = None, mine: bool = False) -> Message:
    return Message(kind, text, MONDAY + timedelta(days=day), True, mine, by, {})  # type: ignore[arg-type]


def at(day: int, *messages: Message, closed: bool = False) -> Waits:
    return waits(messages, ENGLAND, closed=closed, today=MONDAY + timedelta(days=day))


def test_an_answer_is_waited_for_until_a_guardian_speaks() -> None:
    report = said(0, mine=True)
    assert at(0, report) == Waits(MONDAY, unread=True)
    assert at(1, report, said(1, "state", "read", by=INES)) == Waits(MONDAY)
    assert at(1, report, said(1, by=INES)) == Waits()
    again = said(4, mine=True)
    assert at(4, report, said(1, by=INES), again) == Waits(MONDAY + timedelta(days=4), unread=True)
    assert at(9, report, said(1, "state", "closed", by=INES), closed=True) == Waits()


def test_after_three_working_days_and_after_three_months_it_is_too_long() -> None:
    report, read = said(0, mine=True), said(1, "state", "read", by=INES)
    assert not at(3, report).overdue
    assert at(4, report).overdue
    assert not at(9, report, read).overdue
    assert not at(92, report, read).overdue
    assert at(93, report, read).overdue
    assert not at(400, report, read, said(80, by=INES), closed=True).overdue


def test_what_nobody_can_trust_answers_nothing() -> None:
    forged = Message("said", "x", MONDAY, False, False, None, {})
    assert at(9, said(0, mine=True), forged) == Waits(MONDAY, unread=True, overdue=True)


@pytest.mark.parametrize(("until", "days"), [(0, 0), (1, 1), (4, 4), (5, 4), (6, 4), (7, 5), (-3, 0)])
def test_weekends_are_no_working_days(until: int, days: int) -> None:
    assert ENGLAND.working_days(MONDAY, MONDAY + timedelta(days=until)) == days


@pytest.mark.parametrize(
    ("nation", "days"),
    # From Christmas Eve to 4 January: 29, 30, 31 December and the Monday, on which Scotland makes up for its 2 January.
    [("england", 4), ("wales", 4), ("northern-ireland", 4), ("scotland", 3), ("elsewhere", 7)],
)
def test_bank_holidays_are_no_working_days(nation: str, days: int) -> None:
    assert Calendar(nation).working_days(date(2026, 12, 24), date(2027, 1, 4)) == days


def test_each_nation_has_its_own_bank_holidays() -> None:
    def off(day: date) -> set[str]:
        return {nation for nation in NATIONS if not Calendar(nation).is_working(day)}

    assert off(date(2026, 12, 25)) == NATIONS.keys() - {"elsewhere"}
    assert off(date(2026, 12, 28)) == NATIONS.keys() - {"elsewhere"}  # Boxing Day is a Saturday
    assert off(date(2026, 4, 6)) == {"england", "wales", "northern-ireland"}  # Easter Monday
    assert off(date(2026, 11, 30)) == {"scotland"}  # St Andrew
    assert off(date(2026, 3, 17)) == {"northern-ireland"}  # St Patrick
    assert off(date(2026, 12, 26)) == set(NATIONS)
    assert off(date(2026, 11, 3)) == set()


def test_over_christmas_an_answer_is_late_after_three_days_on_which_people_worked() -> None:
    told = [Message("said", "x", date(2026, 12, 24), True, True, None, {})]
    late = {
        day: waits(told, ENGLAND, closed=False, today=day).overdue for day in (date(2026, 12, 31), date(2027, 1, 4))
    }
    assert late == {date(2026, 12, 31): False, date(2027, 1, 4): True}
    assert waits(told, Calendar("elsewhere"), closed=False, today=date(2026, 12, 30)).overdue  # the control
