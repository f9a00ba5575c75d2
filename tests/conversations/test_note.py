"""The weekly note as people live it: at their own time, and never too much."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.events import Arrived, Profile
from bot.programme import Offset
from bot.question import Question
from storage.loop import DeliveryRow
from storage.people import WishRow
from tests.harness import Colleague, Office

FIRST, SECOND, THIRD = "2026-11-05T10:00", "2026-11-12T10:00", "2026-11-19T10:00"
REMINDED, REMINDED_AGAIN = "2026-11-09T10:00", "2026-11-16T10:00"


async def at_work(office: Office, people: int = 6) -> tuple[Colleague, Colleague, list[Colleague]]:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    nurse = await office.hire("Amara Okafor")
    rest = await office.hire_many(people - 2)
    await office.start_pulse(steward)
    return steward, nurse, rest


async def wishes(who: Colleague, **fields: str) -> None:
    """Opens the form on Home and keeps it with these fields; the names are labels with _ for spaces."""
    await who.visits_home()
    await who.presses("When may I write?")
    await who.fills({label.replace("_", " "): value for label, value in fields.items()})
    await who.sends()


def census_beside_the_pulse(office: Office, closes: Offset, item: Question | None = None) -> None:
    """A second programme, which asks four times a year."""
    pulse = office.works.house.templates["pulse"]
    assert pulse.ask.rotation
    item = replace(item or pulse.ask.rotation.items[0], subject={"en": "The census"})
    asked = replace(pulse.ask, rotation=replace(pulse.ask.rotation, items=(item,)), until=closes)
    rhythm, shown = replace(pulse.rhythm, weeks=13), replace(pulse.show, at=Offset(30))
    office.works.house.templates["census"] = replace(  # type: ignore[index]
        pulse, name="census", rhythm=rhythm, ask=asked, show=shown
    )


def notes(who: Colleague) -> list[str]:
    return [each.text for each in who.messages() if "Speak up" in each.text]


async def test_the_greeting_rides_in_the_first_note_and_comes_once(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    await bare.until(FIRST)
    [first] = nurse.messages()
    assert "Hello. Once a week I may ask one question" in first.text
    assert "This is the first question." in first.text
    await bare.until(SECOND)
    assert "Hello." not in nurse.newest.text
    assert nurse.newest.buttons == ("Answer", "Later", "Not this time")


async def test_a_note_comes_at_the_day_and_time_that_were_chosen(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    await wishes(
        nurse,
        **{"When may I write?": "I work nights: 20:00 to 06:00", "Day of the weekly note": "Saturday"},
        Time_of_the_weekly_note="23:00",
        **{"Which days do you work?": "Any day of the week"},
    )
    assert "Kept. Your next note comes on Saturday 7 November, 23:00" in nurse.dialog.text
    await bare.until("2026-11-07T22:59")
    assert nurse.messages() == []
    await bare.until("2026-11-07T23:00")
    assert "This is the first question." in nurse.newest.text


async def test_what_cannot_be_kept_says_why_and_keeps_the_words(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    hours = {"When may I write?": "Other hours, chosen below", "Not before": "09:00", "Not after": "09:00"}
    await wishes(
        nurse, **hours, **{"Which days do you work?": "Four days on, four days off", "Pause until": "2020-01-01"}
    )
    assert "Choose two different times, or one of the answers above." in nurse.dialog.errors
    assert "Choose a first day on, within a year of today." in nurse.dialog.errors
    assert "Choose a day after today, within a year." in nurse.dialog.errors
    assert "09:00" in nurse.dialog.values.values()
    await nurse.fills({"Not after": "12:00", "The first of four days on": "2026-11-03", "Pause until": "2026-11-20"})
    await nurse.sends()
    assert "Kept." in nurse.dialog.text
    await nurse.dismisses()
    await nurse.presses("When may I write?")
    assert nurse.dialog.values["Not after"] == "12:00"
    assert nurse.dialog.values["Pause until"] == "2026-11-20"


async def test_nothing_comes_in_a_pause_and_the_next_question_comes_after_it(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    await wishes(nurse, Pause_until="2026-11-17")
    await bare.until("2026-11-16T23:00")
    assert nurse.messages() == []
    await bare.until(THIRD)
    assert len(notes(nurse)) == 1


async def test_only_when_i_open_it_means_that_nothing_is_sent_and_home_is_as_ever(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    await wishes(nurse, **{"When may I write?": "Only when I open it"})
    assert "What is open for you stands on Home." in nurse.dialog.text
    await nurse.dismisses()
    await bare.until(SECOND)
    assert nurse.messages() == []
    await nurse.visits_home()
    await nurse.answers(7)
    assert "Recorded" in nurse.dialog.text
    await nurse.dismisses()
    await wishes(nurse, **{"When may I write?": "Daytime, 10:00 to 16:00"})
    await bare.until("2026-11-13T10:00")
    assert len(notes(nurse)) == 1


@pytest.mark.long
async def test_of_two_questions_in_a_week_the_one_due_sooner_comes_first_and_the_other_waits(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare)
    census_beside_the_pulse(bare, closes=Offset(21))
    await bare.start_pulse(steward, template="census")
    await bare.until(FIRST)
    [note] = notes(nurse)
    assert "The census: one question" not in note
    assert "The census" in await nurse.visits_home()
    await bare.until(SECOND)
    assert ["The census: one question" in each for each in notes(nurse)] == [False, False]
    await bare.until("2026-11-26T10:00")
    assert ["The census: one question" in each for each in notes(nurse)] == [False, False, True, False]
    assert [each.count("Results are shown only") for each in notes(nurse)] == [1, 1, 1, 1]


async def test_an_outcome_without_a_question_is_a_note_of_its_own(bare: Office) -> None:
    steward = await bare.hire("Dario Moretti")
    await bare.grant(steward, "steward")
    rest = await bare.hire_many(5)
    templates = bare.works.house.templates
    pulse = templates["pulse"]
    templates["pulse"] = replace(pulse, rhythm=replace(pulse.rhythm, weeks=8))  # type: ignore[index]
    await bare.start_pulse(steward)
    await bare.until(FIRST)
    for each in rest:
        await each.answers(7)
        await each.dismisses()
    await bare.until("2026-11-18T15:00")
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "Hot food at night.", "By when?": "2026-12-01"})
    await steward.sends()
    await bare.until("2026-11-18T15:01")
    assert "What came of it: How work has been" in notes(rest[0])[-1]
    assert "Hot food at night." in notes(rest[0])[-1]
    assert rest[0].newest.buttons == ("See it all", "When may I write?")
    await bare.until("2026-12-20T15:01")
    assert len(notes(rest[0])) == 2


@pytest.mark.long
async def test_what_is_answered_late_comes_in_the_next_note_however_much_has_closed_since(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare)
    census_beside_the_pulse(bare, closes=Offset(11))
    await bare.start_pulse(steward, template="census")
    await bare.until("2026-12-15T12:00")  # five weekly questions have closed since
    await steward.visits_home()
    await steward.presses("Answer back")  # what has waited longest stands on top
    assert "The census" in steward.dialog.text
    await steward.fills({"What will be done?": "Hot food at night.", "By when?": "2027-01-01"})
    await steward.sends()
    assert "Hot food at night." in await nurse.visits_home()
    await bare.until("2026-12-17T10:00")
    assert "What came of it: The census" in notes(nurse)[-1]
    await bare.until("2026-12-24T10:00")
    assert "What came of it" not in notes(nurse)[-1]


async def test_a_note_that_is_due_just_when_a_question_opens_waits_for_it(bare: Office) -> None:
    steward, nurse, rest = await at_work(bare)
    await bare.until(FIRST)
    for each in (nurse, *rest):
        await each.answers(7)
        await each.dismisses()
    await bare.until("2026-11-16T12:00")
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "Hot food at night.", "By when?": "2026-12-01"})
    await steward.sends()
    before = len(nurse.messages())
    bare.clock.at = datetime(2026, 11, 19, 10, tzinfo=UTC)
    await bare.works.runner.sweep()  # whoever sends is quicker than the clock
    await bare.works.runner.idle()
    assert len(nurse.messages()) == before
    await bare.until("2026-11-19T10:01")
    assert "Last time: 5 people answered." in nurse.newest.text
    assert nurse.newest.buttons == ("Answer", "Later", "Not this time")


@pytest.mark.long
async def test_three_weeks_of_shifts_and_zones_stay_within_the_week(bare: Office) -> None:
    _, nurse, _ = await at_work(bare, people=5)
    far = [await bare.hire(f"From {zone}", zone=zone) for zone in ("America/New_York", "Australia/Lord_Howe")]
    nights = {"When may I write?": "I work nights: 20:00 to 06:00", "Which days do you work?": "Any day of the week"}
    await wishes(nurse, **nights)
    for week in range(3):
        await bare.until((date(2026, 11, 6) + timedelta(weeks=week)).isoformat() + "T12:00")
        for each in (nurse, *far):
            assert len(notes(each)) == week + 1
            assert len(each.messages()) <= 2 * (week + 1)
    kept = await rows_of(bare, DeliveryRow)
    assert {row.state for row in kept if row.card == "note.weekly"} <= {"sent", "pending", "dropped"}


async def test_who_leaves_takes_their_wishes_with_them_and_a_platform_does_not_change_a_chosen_language(
    bare: Office,
) -> None:
    _, nurse, _ = await at_work(bare)
    object.__setattr__(bare.works.house, "languages", ("en", "de"))
    await wishes(nurse, Language="Deutsch")
    await bare.works.bot.answer(Arrived("x", nurse.account, "changed", Profile("Amara Okafor", "fr", "Europe/Paris")))
    [wish] = await rows_of(bare, WishRow)
    assert wish.language == "de"
    await bare.until(FIRST)
    assert "donnerstag" not in nurse.newest.text.lower()
    assert "Montag 16 November" in nurse.newest.text
    await bare.leaves(nurse)
    assert await rows_of(bare, WishRow) == []


async def test_a_day_off_and_the_day_of_the_note_can_be_taken_back(bare: Office) -> None:
    _, nurse, _ = await at_work(bare)
    await wishes(nurse, A_day_off_each_week="Thursday", Day_of_the_weekly_note="Monday")
    await wishes(nurse, A_day_off_each_week="None", Day_of_the_weekly_note="Any day")
    [wish] = await rows_of(bare, WishRow)
    assert (wish.off, wish.note_day) == ("56", None)


async def rows_of(office: Office, table: type) -> list[Any]:
    async with office.works.database.begin() as connection:
        return list(await connection.execute(select(table.__table__)))  # type: ignore[attr-defined]
