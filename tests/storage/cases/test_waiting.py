"""A case says who waits for what, since when, and when that is too long."""

from datetime import date, timedelta

import pytest

from storage.cases.waiting import Waits, waits, working_days
from storage.threads.recipients import Recipient
from storage.threads.transcript import Message

MONDAY = date(2026, 11, 2)
INES = Recipient(b"o" * 32, b"s" * 32, "Ines", "guardian")


def said(day: int, kind: str = "said", text: str = "x", *, by: Recipient | None = None, mine: bool = False) -> Message:
    return Message(kind, text, MONDAY + timedelta(days=day), True, mine, by, {})  # type: ignore[arg-type]


def at(day: int, *messages: Message, closed: bool = False) -> Waits:
    return waits(messages, closed=closed, today=MONDAY + timedelta(days=day))


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
    assert working_days(MONDAY, MONDAY + timedelta(days=until)) == days
