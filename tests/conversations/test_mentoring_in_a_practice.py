"""Mentoring that a practice opens has the rules of mentoring: people join, pairs are looked at, both say yes."""

import pytest

from tests.conversations.conftest import on_every_door
from tests.conversations.mentoring import joins
from tests.harness import Office
from tests.together import runs


@pytest.mark.long
@on_every_door
async def test_a_practice_opens_the_cohort_that_whoever_answers_back_leads(office: Office) -> None:
    dario = await office.hire("Dario Moretti", team="people-team")
    await office.grant(dario, "steward")
    people = [await office.hire(f"Person {'ABCDEFGHIJ'[n]}", team=f"team-{n}") for n in range(10)]
    await runs(office, "mentoring", dario)
    await office.until("2026-11-09T10:01")
    assert "You can join as mentor or mentee until Friday 27 November." in await people[0].visits_home()
    for number, each in enumerate(people):
        await joins(each, "A mentor" if number < 5 else "A mentee")
        await each.dismisses()
    await office.until("2026-11-28T10:05")
    await dario.visits_home()
    await dario.presses("Look at the pairs")
    assert "both want to talk about: being heard" in dario.dialog.text
    await dario.sends()
    assert "pairs are being asked." in dario.dialog.text
    await dario.dismisses()
    await office.until("2026-11-30T12:00")
    asked = [each for each in people[5:] if "There could be a mentor for you." in await each.visits_home()]
    assert asked
    assert "six meetings of an hour in half a year" in await people[0].visits_home()
