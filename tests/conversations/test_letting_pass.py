"""Questions that people put off or let pass: nothing is kept that says who did."""

from datetime import date

from storage.loop import DeliveryRow, QuietRow
from storage.people import AttentionRow
from tests.conversations.test_note import FIRST, REMINDED, REMINDED_AGAIN, at_work, rows_of
from tests.harness import Colleague, Office


async def puts_off(who: Colleague, answer: str) -> None:
    await who.presses("Later")
    await who.fills({"When shall I come back to this?": answer})
    await who.sends()
    assert not who.dialog.errors
    await who.dismisses()


async def test_not_this_time_stops_the_reminder_and_leaves_no_trace_of_who_pressed(bare: Office) -> None:
    _, nurse, rest = await at_work(bare)
    await bare.until(FIRST)
    before = await rows_of(bare, QuietRow)
    await rest[0].presses("Later")
    await rest[0].fills({"When shall I come back to this?": "Not this time"})
    await rest[0].sends()
    after = await rows_of(bare, QuietRow)
    assert (len(before), len(after)) == (6, 7)
    assert {(row.day, len(row.tag)) for row in after} == {(None, 32)}
    await bare.until(REMINDED)
    assert [len(each.messages()) for each in (nurse, rest[0], rest[1])] == [2, 1, 2]
    assert await bare.reminder_rows() == {("done", None, None, 0, None, None)}
    days = {(row.other_on, row.other_for) for row in await rows_of(bare, AttentionRow)}
    assert {day for day, _ in days} == {date(2026, 11, 9)}
    assert len(days) == 1
    await bare.until("2026-11-16T12:00")
    assert len(await rows_of(bare, QuietRow)) == 6  # of the second question; the first has closed


async def test_later_brings_the_question_back_once_and_no_row_stays_of_it(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    await bare.until(FIRST)
    await puts_off(nurse, "In a day")
    await bare.until("2026-11-06T10:00")
    assert "you asked me to come back to this" in nurse.newest.text
    await bare.until("2026-11-11T10:00")
    assert len(nurse.messages()) == 2
    kept = await rows_of(bare, DeliveryRow)
    assert [row for row in kept if row.card == "ask.again"] == []
    await nurse.presses("Later", on="Hello.")
    await nurse.fills({"When shall I come back to this?": "In a day"})
    await nurse.sends()
    assert "I have come back to this once" in nurse.dialog.text
    await nurse.dismisses()
    other = bare.people[-1]
    await other.presses("Later", on="Hello.")
    await other.fills({"When shall I come back to this?": "In a week"})
    await other.sends()
    assert "The question closes before that. Choose another answer." in other.dialog.errors


async def test_who_let_one_question_pass_gets_no_reminder_of_the_next_and_nobody_can_tell(bare: Office) -> None:
    _, nurse, rest = await at_work(bare)
    await bare.until(FIRST)
    await nurse.answers(5)
    await nurse.dismisses()
    await bare.until(REMINDED)
    assert [len(each.messages()) for each in (nurse, rest[0])] == [1, 2]
    await bare.until(REMINDED_AGAIN)
    assert [len(each.messages()) for each in (nurse, rest[0])] == [3, 3]
    assert "last reminder" in nurse.newest.text
    assert len([row for row in await rows_of(bare, DeliveryRow) if row.forget]) == 12
    assert len(await rows_of(bare, QuietRow)) == 12
