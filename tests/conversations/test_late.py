"""What is late stands on Home until there is an answer, and what is answered can be found again."""

from datetime import date, timedelta

import pytest

from tests.conversations.test_pulse import CLOSE, at_work
from tests.harness import Colleague, Office

WEEK = timedelta(days=7)


async def told(steward: Colleague, number: int, will_do: str) -> None:
    """Answers the round that was asked so many weeks after the first one."""
    closed = date.fromisoformat(CLOSE[:10]) + number * WEEK
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": will_do, "By when?": (closed + WEEK).isoformat()})
    await steward.sends()
    await steward.dismisses()


async def closes(office: Office, number: int) -> None:
    closed = date.fromisoformat(CLOSE[:10]) + number * WEEK
    await office.until(f"{closed.isoformat()}T12:00")


@pytest.mark.long
async def test_what_is_late_stays_on_home_on_top_however_many_rounds_come_after_it(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare, people=3)
    await closes(bare, 0)
    for number in range(1, 7):
        await closes(bare, number)
        await told(steward, number, f"Thing {number}.")
    home = await nurse.visits_home()
    late = "Dario Moretti promised an answer by Monday 30 November. There is no news since."
    assert home.index(late) < home.index("Thing 6.")
    assert "Thing 3." in home
    assert [home.count(f"Thing {each}.") for each in range(1, 7)] == [1] * 6  # two of them as what nobody told of since
    await nurse.presses("Earlier outcomes")
    assert "Thing 2." in nurse.dialog.text
    assert "Thing 3." not in nurse.dialog.text
    assert nurse.dialog.text.count("Thing") == 2
    newcomer = await bare.hire("New Here")
    assert "Earlier outcomes" not in (await newcomer.sees_home()).buttons


@pytest.mark.long
async def test_many_late_rounds_are_all_counted_on_home(bare: Office) -> None:
    _, nurse, _ = await at_work(bare, people=3)
    await closes(bare, 17)
    home = await nurse.visits_home()
    assert home.count("There is no news since.") == 12
    assert "6 more questions have no answer yet." in home


@pytest.mark.long
async def test_earlier_outcomes_lead_to_everything_of_a_round(office: Office) -> None:
    steward, nurse, _ = await at_work(office)
    for number in range(5):
        await closes(office, number)
        await told(steward, number, f"Thing {number}.")
    await nurse.visits_home()
    await nurse.presses("Earlier outcomes")
    assert [each for each in range(5) if f"Thing {each}." in nurse.dialog.text] == [0]
    await nurse.presses("See it all")
    assert "Thing 0." in nurse.dialog.text


@pytest.mark.long
async def test_earlier_outcomes_come_in_pages(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare, people=3)
    for number in range(9):
        await closes(bare, number)
        await told(steward, number, f"Thing {number}.")
    await nurse.visits_home()
    await nurse.presses("Earlier outcomes")
    assert [each for each in range(9) if f"Thing {each}." in nurse.dialog.text] == [1, 2, 3, 4]
    await nurse.presses("Earlier outcomes")
    assert [each for each in range(9) if f"Thing {each}." in nurse.dialog.text] == [0]


@pytest.mark.long
async def test_the_note_says_first_what_is_late_and_dates_an_older_outcome(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare, people=3)
    await closes(bare, 0)
    await told(steward, 0, "Hot food.")
    await bare.until("2026-11-19T10:00")
    assert "Last time: Not enough answers to show." in nurse.newest.text
    await bare.until("2026-11-26T10:00")
    assert "What closed on 16 November 2026: Not enough answers to show." in nurse.newest.text
    assert "Dario Moretti answered: Hot food." in nurse.newest.text
    await bare.until("2026-12-10T10:00")
    late = "Dario Moretti promised an answer by Monday 7 December to the question that closed on Monday 23 November."
    text = nurse.newest.text
    assert text.index(late) < text.index("What closed on 16 November 2026")
    assert "Last time" not in text


@pytest.mark.long
async def test_the_note_says_that_a_first_answer_is_late(bare: Office) -> None:
    _, nurse, _ = await at_work(bare, people=3)
    await bare.until("2026-12-03T10:00")
    assert "Dario Moretti promised an answer by Monday 30 November to the question" in nurse.newest.text
    assert "answers back by Monday 30 November" not in nurse.newest.text


async def test_what_was_to_be_done_by_a_day_that_has_passed_is_marked(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare, people=3)
    await closes(bare, 0)
    await told(steward, 0, "Hot food.")
    await bare.until("2026-11-23T23:30")
    assert "By: Monday 23 November. There is news of it then." in await nurse.visits_home()
    await bare.until("2026-11-24T00:30")
    marked = "By: Monday 23 November. No news since Monday 16 November."
    assert marked in await nurse.visits_home()
    await nurse.presses("See it all")
    assert marked in nurse.dialog.text
