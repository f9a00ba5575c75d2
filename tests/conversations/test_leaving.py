"""People come with strange time zones, and leave in the middle: nobody else's question stops."""

import pytest

from tests.harness import Office


async def test_one_strange_time_zone_stops_nobody_s_question(bare: Office) -> None:
    steward = await bare.hire("Dario Moretti")
    await bare.grant(steward, "steward")
    rest = await bare.hire_many(4)
    odd = await bare.hire("Amara Okafor", zone="Mars/Olympus")
    endless = await bare.hire("Bryn Pritchard", zone="x" * 5000, language="y" * 5000)
    await bare.start_pulse(steward)
    await bare.until("2026-11-05T10:00")
    assert all("How work has been" in each.newest.text for each in (*rest, odd, endless))


@pytest.mark.long
async def test_when_the_answerer_leaves_a_steward_hears_and_another_answers_for_what_is_open(bare: Office) -> None:
    steward = await bare.hire("Dario Moretti")
    other = await bare.hire("Lowri Bevan")
    for each in (steward, other):
        await bare.grant(each, "steward")
    rest = await bare.hire_many(5)
    await bare.start_pulse(steward)
    await bare.until("2026-11-05T10:00")
    await bare.leaves(steward)
    await bare.wait(minutes=1)
    assert "the person who answers back has left" in other.newest.text
    assert "somebody who has left answers back" in await rest[0].visits_home()
    for each in rest:
        await each.answers(6)
        await each.dismisses()
    await other.visits_home()
    await other.presses("Start a question")
    await other.fills({"Who answers back?": "Lowri Bevan"})
    await other.sends()
    await other.sends()
    assert "Lowri Bevan answers back" in await rest[0].visits_home()
    await bare.until("2026-11-16T12:00")
    await other.presses("Answer back")
    assert "5 people answered." in other.dialog.text


async def test_a_form_that_another_person_opened_is_shown_to_nobody_else(bare: Office) -> None:
    steward = await bare.hire("Dario Moretti")
    await bare.grant(steward, "steward")
    nurse = await bare.hire("Amara Okafor")
    await steward.visits_home()
    await steward.presses("Start a question")
    await bare.forges(nurse, "steward.start", "pulse", {"who": "x"})
    assert "Only stewards can do this." in " ".join(nurse.dialog.errors)
    assert not any(nurse.dialog.fields.values())


async def test_reminders_end_alike_before_anything_is_sent(bare: Office) -> None:
    steward = await bare.hire("Dario Moretti")
    await bare.grant(steward, "steward")
    rest = await bare.hire_many(5)
    await bare.start_pulse(steward)
    await bare.until("2026-11-05T10:00")
    await rest[0].answers(6)
    bare.driver.refuses = True  # type: ignore[attr-defined]
    await bare.until("2026-11-09T10:00")
    assert await bare.reminder_rows() == {("done", None, None, 0, None, None)}
