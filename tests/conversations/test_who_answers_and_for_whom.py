"""A practice for a team, and somebody who is asked first whether they will say what came of it."""

from bot.events import Account, Arrived, Profile
from storage import directory
from tests.harness import Colleague, Office

HERE = {"What would you like to start?": "Our pledge", "For whom?": "A team: its name stands below"}
MINE = {"Who says what came of it?": "Dario Moretti"}
ELSE = {"Who says what came of it?": "Somebody else: their name stands below"}
QUIET = 15
"""So many more work here."""


async def at_work(office: Office) -> tuple[Colleague, Colleague]:
    dario, una = await office.hire("Dario Moretti"), await office.hire("Una Byrne")
    await office.grant(dario, "steward")
    await office.until("2026-11-02T10:00")
    return dario, una


async def team(office: Office, name: str, *people: Colleague, above: str = "", role: str = "member") -> None:
    """A team of these people, in the directory."""
    key = f"{above} {name}".strip()
    async with office.works.ledger.begin() as work:
        await directory.circle_id(work.connection, key, name, above or directory.EVERYONE)
        for each in people:
            who = await directory.meet(work.connection, each.account)
            assert who
            await directory.join(work.connection, who.id, key, role)


async def wants(who: Colleague, **said: str) -> None:
    """Fills in the form and asks to be shown what it would do."""
    labels = {"team": "Which team?", "name": "Who else?", "what": "What would you like to start?"}
    await who.visits_home()
    await who.presses("Start a practice")
    given = {labels[key]: value for key, value in said.items()}
    everybody = {"For whom?": f"All staff ({QUIET + len(who.office.people)} people)"}
    await who.fills({**HERE, **({} if "team" in said else everybody), **(ELSE if "name" in said else MINE), **given})
    await who.sends()


async def test_it_can_be_for_a_team_that_is_found_by_its_name(office: Office) -> None:
    dario, una = await at_work(office)
    amara = await office.hire("Amara Okafor")
    await team(office, "Ward 7", una)
    await wants(dario, what="Four questions at the huddle", team="ward 9")
    assert "No team has that name." in "\n".join(dario.dialog.errors)
    await dario.fills({"Which team?": "ward 7"})
    await dario.sends()
    assert (
        "Four questions at the huddle, for everybody in Ward 7. Dario Moretti says what came of it."
        in dario.dialog.text
    )
    assert "It reaches 1 person as of today" in dario.dialog.text
    await dario.sends()
    await dario.dismisses()
    assert "The next round opens" not in await amara.visits_home()
    assert "New: Four questions at the huddle, for everybody in Ward 7." in await una.visits_home()
    await dario.visits_home()
    await dario.presses("Practices that run")
    await dario.presses("Change")
    await dario.sends()
    assert "Changed." in dario.dialog.text


async def test_what_few_say_in_confidence_is_not_asked_of_a_small_team(office: Office) -> None:
    dario, una = await at_work(office)
    await team(office, "Ward 7", una)
    await wants(dario, what="Big Conversation", team="Ward 7")
    assert "Fewer than 5 people are there" in "\n".join(dario.dialog.errors)


async def test_two_teams_of_one_name_are_told_apart_by_the_one_above(office: Office) -> None:
    dario, una = await at_work(office)
    for above in ("Medicine", "Surgery"):
        await team(office, above)
        await team(office, "Ward 7", una, above=above)
    await wants(dario, what="Four questions at the huddle", team="Ward 7")
    assert "Ward 7, Medicine; Ward 7, Surgery" in "\n".join(dario.dialog.errors)
    await dario.fills({"Which team?": "Ward 7, Surgery"})
    await dario.sends()
    assert "for everybody in Ward 7" in dario.dialog.text


async def test_whoever_leads_a_team_starts_something_for_it_and_for_nobody_else(office: Office) -> None:
    _, una = await at_work(office)
    await team(office, "Ward 7", una, role="lead")
    await una.visits_home()
    await una.presses("Start a practice")
    assert una.dialog.fields["For whom?"] == ("Ward 7 (1 person)",)
    assert "Which team?" not in una.dialog.fields


async def test_a_colleague_is_asked_first_and_nothing_starts_before_they_say_yes(office: Office) -> None:
    dario, una = await at_work(office)
    await wants(dario, what="Culture club", name="Una Byrne")
    assert "Una Byrne says what came of it." in dario.dialog.text
    await dario.sends()
    assert "Nothing has started yet. Una Byrne is asked first" in dario.dialog.text
    await dario.dismisses()
    home = await dario.visits_home()
    assert "Culture club, for all staff, has not started: on Monday 2 November Una Byrne was asked" in " ".join(
        home.split()
    )
    assert "New: Culture club" not in home
    await office.wait(minutes=1)
    assert "asks you to say what came of it" in una.newest.text
    await una.visits_home()
    await una.presses("Look at it")
    assert "By " in una.dialog.text
    await una.sends()
    assert "Started." in una.dialog.text
    await una.dismisses()
    await office.wait(minutes=1)
    assert "Culture club, for all staff, was started." in dario.newest.text
    assert "Una Byrne says what came of it" in await dario.visits_home()


async def test_what_was_named_stands_in_the_form_again_when_something_is_to_be_changed(office: Office) -> None:
    dario, una = await at_work(office)
    await team(office, "Ward 7", una)
    await wants(dario, what="Four questions at the huddle", team="ward 7", name="una byrne")
    await dario.presses("Change something")
    assert dario.dialog.values["Which team?"] == "Ward 7"
    assert dario.dialog.values["Who else?"] == "Una Byrne"
    await dario.sends()
    assert "for everybody in Ward 7. Una Byrne says what came of it." in dario.dialog.text


async def test_a_no_starts_nothing_and_whoever_proposed_it_hears_so(office: Office) -> None:
    dario, una = await at_work(office)
    await wants(dario, what="Culture club", name="una byrne")
    await dario.sends()
    await dario.dismisses()
    await office.wait(minutes=1)
    await una.visits_home()
    await una.presses("Look at it")
    await una.presses("No")
    assert "That is fine. Dario Moretti hears that somebody else is needed." in una.dialog.text
    await una.dismisses()
    await office.wait(minutes=1)
    assert "was not started: Una Byrne would rather not" in dario.newest.text
    assert "Look at it" not in await una.visits_home()
    await dario.visits_home()
    await dario.presses("Put it away")
    await dario.dismisses()
    assert "Culture club" not in await dario.visits_home()


async def test_whoever_proposed_it_can_withdraw_it_and_then_a_yes_comes_too_late(office: Office) -> None:
    dario, una = await at_work(office)
    await wants(dario, what="Culture club", name="Una Byrne")
    await dario.sends()
    await dario.dismisses()
    await office.wait(minutes=1)
    await una.visits_home()
    await una.presses("Look at it")
    await dario.visits_home()
    await dario.presses("Withdraw it")
    await dario.dismisses()
    await una.sends()
    assert "This is not here any more." in "\n".join((una.dialog.text, *una.dialog.errors))


async def test_a_name_that_nobody_has_and_one_that_two_have_are_told(office: Office) -> None:
    dario, _ = await at_work(office)
    await wants(dario, name="Nobody At-All")
    assert "Nobody who works here has that name." in "\n".join(dario.dialog.errors)
    twin = Arrived("twin", Account("slack", "T1", "twin"), "joined", Profile("Una Byrne"))
    await office.works.bot.answer(twin)
    await dario.fills({"Who else?": "Una Byrne"})
    await dario.sends()
    assert "More than one person has that name." in "\n".join(dario.dialog.errors)
