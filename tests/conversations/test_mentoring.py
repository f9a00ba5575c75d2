"""Mentoring from the invitation to the day on which nothing but numbers is left of it, on every platform."""

import pytest

from tests.conversations.mentoring import FIRST_MEETING, cohort, joins, led, ref_of
from tests.harness import Colleague, Office


async def asked(people: list[Colleague]) -> list[Colleague]:
    """Those who are asked whether they would like a pair."""
    return [each for each in people if "There could be a" in await each.visits_home()]


async def sent(lead: Colleague) -> None:
    await lead.visits_home()
    await lead.presses("Look at the pairs")
    await lead.sends()


async def says_that_they_met(mentee: Colleague) -> None:
    await mentee.visits_home()
    await mentee.presses("Did you meet?")
    await mentee.fills({"Have the two of you met for meeting 1?": "Yes"})
    await mentee.sends()
    assert "Recorded." in mentee.dialog.text
    await mentee.dismisses()
    assert "Did you meet?" not in (await mentee.sees_home()).buttons


@pytest.mark.long
async def test_two_people_become_a_pair_meet_and_part(office: Office) -> None:
    lead = await led(office)
    mentors, mentees = await cohort(office)
    assert "pairs wait for you to look at them." in lead.newest.text
    await lead.presses("Look at the pairs")
    assert "both want to talk about: being heard; both have time: mornings" in lead.dialog.text
    await lead.sends()
    assert "pairs are being asked." in lead.dialog.text
    await lead.dismisses()
    await office.wait(hours=1)
    [mentee, *_] = await asked(mentees)
    assert await asked(mentors) == []
    assert not any(each.name in mentee.newest.text for each in mentors)
    assert "You both want to talk about: being heard. You both have time: mornings." in " ".join(
        mentee.newest.text.split()
    )
    await mentee.presses("Yes, please")
    await office.wait(hours=1)
    [mentor] = await asked(mentors)
    assert mentee.name not in mentor.newest.text
    await mentor.presses("Yes, please")
    assert f"You and {mentee.name} are a pair" in mentor.newest.text
    await office.wait(hours=1)
    assert f"You and {mentor.name} are a pair" in mentee.newest.text
    await lead.visits_home()
    await lead.presses("How mentoring goes")
    assert f"{mentor.name} for {mentee.name}: a pair" in lead.dialog.text
    await lead.dismisses()
    await office.until(FIRST_MEETING)
    await says_that_they_met(mentee)
    await mentor.visits_home()
    await mentor.presses("End this pair")
    await office.wait(days=3)
    for each, other in ((mentor, mentee), (mentee, mentor)):
        assert f"Your pair with {other.name} has ended. Nobody has to say why." in await each.visits_home()
    assert f"Your pair with {mentor.name} has ended." in mentee.newest.text


@pytest.mark.long
async def test_not_this_time_is_told_to_nobody_but_the_lead_and_not_of_whom(bare: Office) -> None:
    lead = await led(bare, reverse=True)
    mentors, mentees = await cohort(bare)
    await sent(lead)
    await lead.dismisses()
    await bare.wait(hours=1)
    assert await asked(mentees) == []  # the other way round: the junior people are the mentors
    one, other, *_ = await asked(mentors)
    await one.presses("Not this time")
    assert "That is fine." in one.newest.text
    await other.presses("Yes, please")
    await bare.wait(hours=1)
    [mentee] = await asked(mentees)
    seen = mentee.messages()
    await lead.visits_home()
    await lead.presses("How mentoring goes")
    assert f"{other.name} for {mentee.name}: they are being asked" in lead.dialog.text
    await lead.dismisses()
    await mentee.presses("Not this time")
    await mentee.presses("Not this time")
    assert "This has been answered already." in mentee.newest.text
    assert mentee.messages()[: len(seen)] == seen
    await bare.wait(days=1)
    for each in (other, mentee, one):
        assert "You are on the waiting list: there is no pair for you yet." in await each.visits_home()
    await lead.visits_home()
    await lead.presses("How mentoring goes")
    assert f"{other.name} for {mentee.name}: not this time" in lead.dialog.text
    assert lead.dialog.text.count("not this time") == 2


@pytest.mark.long
async def test_a_lead_puts_pairs_aside_and_nobody_can_be_singled_out(bare: Office) -> None:
    lead = await led(bare)
    await cohort(bare, 6)
    await lead.presses("Look at the pairs")
    first = lead.dialog.fields["Does not fit"]
    person = first[0].partition(" for ")[0]
    for _ in range(2):
        [pair] = [each for each in lead.dialog.fields["Does not fit"] if each.startswith(person)]
        await lead.fills({"Does not fit": pair})
        await lead.sends()
        assert pair not in lead.dialog.fields["Does not fit"]
    [pair] = [each for each in lead.dialog.fields["Does not fit"] if each.startswith(person)]
    await lead.fills({"Does not fit": pair})
    await lead.sends()
    assert f"Two pairs were put aside for {person} already." in " ".join(lead.dialog.errors)
    await lead.dismisses()
    await sent(lead)
    assert "pairs are being asked." in lead.dialog.text


async def test_who_does_not_fill_the_form_in_reads_what_to_do_and_loses_no_word(bare: Office) -> None:
    lead = await led(bare)
    nurse = await bare.hire("Amara Okafor", team="ward-7")
    twins = [await bare.hire("Kim Lee", team=team) for team in ("ward-1", "ward-2")]
    await nurse.visits_home()
    await nurse.presses("Read more and join")
    apart = {"Is there anybody whom you would rather not meet?": "Nobody Known"}
    await nurse.fills(apart)
    await nurse.sends()
    said = " ".join(nurse.dialog.errors)
    assert "Nobody called Nobody Known works here." in said
    assert "Tick this if you agree." in said
    assert "Choose at least one of these, and at most 4." in said
    assert nurse.dialog.values["Is there anybody whom you would rather not meet?"] == "Nobody Known"
    await nurse.dismisses()
    await joins(nurse, "A mentor", apart="kim lee")
    assert "Several people are called kim lee. Write the team behind the name" in " ".join(nurse.dialog.errors)
    await nurse.fills({"Is there anybody whom you would rather not meet?": "Kim Lee, ward-2\nDario Moretti"})
    await nurse.sends()
    assert "You have joined." in nurse.dialog.text
    await nurse.dismisses()
    await joins(twins[0], "A mentee")
    await twins[0].dismisses()
    assert "1 mentors and 1 mentees have joined" in await lead.visits_home()
    await nurse.visits_home()
    await nurse.presses("Say it anew")
    assert nurse.dialog.values["Is there anybody whom you would rather not meet?"] == ""
    await nurse.dismisses()
    await nurse.presses("Leave mentoring")
    assert "What you had written is erased." in nurse.newest.text
    assert "Read more and join" in (await nurse.sees_home()).buttons


async def test_nobody_else_leads_it_and_no_steward_begins_one_with_nonsense(bare: Office) -> None:
    lead = await led(bare)
    nurse = await bare.hire("Amara Okafor")
    home = await nurse.sees_home()
    assert "Start mentoring" not in home.buttons
    await lead.visits_home()
    await lead.presses("How mentoring goes")
    for action in ("match.begin", "match.pairs", "match.stop"):
        await bare.forges(nurse, action, await ref_of(bare), {})
        assert "mentoring" in nurse.dialog.text + " ".join(nurse.dialog.errors)
        await nurse.dismisses()
    await lead.dismisses()
    await lead.visits_home()
    await lead.presses("Start mentoring")
    await lead.fills({"What is it called?": "x" * 61, "Until which day can people join?": "2026-11-03"})
    await lead.sends()
    said = " ".join(lead.dialog.errors)
    assert "This has 61 characters; at most 60 fit." in said
    assert "Choose a day from Monday 9 November to Friday 1 January." in said
