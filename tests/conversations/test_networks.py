"""People find a network, join it quietly, lead it, hand it on and leave it without a trace; on every platform."""

import pytest

from tests.conversations.networks import ALLY, OPEN, answers, asks, founded, joins, leaves, looks_at
from tests.harness import Colleague, Office
from tests.witness import Dump, dump

NAME, CLUB = "Disability network", "Culture club"
CO_LEAD, SPONSOR, LEAD = (
    "Co-lead: leads it with you, and after you",
    "Sponsor: somebody who can open doors for it",
    "Lead, in your place: you stay as a member",
)
IN, OUT = (
    "You are in. Nobody was told.",
    "You are not in it. Nothing is kept of your having been, and nobody gets a message.",
)
IN_OPEN = "You are in. Nobody gets a message, and whoever is in it can read your name."


async def _people(office: Office) -> tuple[Colleague, Colleague, Colleague, Colleague]:
    """A steward, and three others."""
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    amara, bryn, chidi = [await office.hire(name) for name in ("Amara Okafor", "Bryn Pritchard", "Chidi Nwosu")]
    return dario, amara, bryn, chidi


async def test_a_hidden_network_is_founded_joined_quietly_and_left_without_a_trace(office: Office) -> None:
    dario, amara, bryn, chidi = await _people(office)
    assert "Networks and groups" not in (await bryn.sees_home()).buttons
    await founded(dario, amara, NAME)
    before = _of_people(office)
    page = await looks_at(bryn, NAME)
    assert "Lead Amara Okafor" in page
    assert "Co-lead nobody yet" in page
    assert "nobody; whoever leads it sees only those who want to be seen" in page
    assert IN in await joins(bryn, NAME)
    await looks_at(bryn, NAME)
    assert "You are in it as a member." in bryn.dialog.text
    await bryn.presses("Change how")
    await bryn.fills({f"How do you want to belong to {NAME}?": ALLY})
    await bryn.fills({"Who may read your name?": "Whoever leads it, and nobody else"})
    await bryn.sends()
    assert IN in bryn.dialog.text
    assert IN in await joins(chidi, NAME)
    await looks_at(amara, NAME)
    await amara.presses("Lead it")
    assert "Bryn Pritchard (ally)" in amara.dialog.text
    assert "Chidi" not in amara.dialog.text
    assert OUT in await leaves(bryn, NAME)
    assert OUT in await leaves(chidi, NAME)
    assert await looks_at(bryn, NAME) == page
    assert _of_people(office) == before


@pytest.mark.long
async def test_the_lead_is_handed_on_and_no_network_is_left_alone_without_a_word(office: Office) -> None:
    dario, amara, bryn, chidi = await _people(office)
    await office.until("2026-11-02T10:00")
    await founded(dario, amara, NAME)
    await looks_at(amara, NAME)
    await amara.presses("Lead it")
    await amara.presses("Write it")
    await amara.fills({"What must a new lead know?": "We meet on the first Tuesday."})
    await amara.sends()
    assert "Kept." in amara.dialog.text
    assert "Chidi Nwosu has been asked" in await asks(amara, NAME, "chidi  nwosu", CO_LEAD)
    await office.wait(minutes=1)
    assert "Hearback: something for you" in chidi.newest.text
    assert NAME not in chidi.newest.text
    await chidi.presses("Read it")
    assert f"You are asked to be co-lead of {NAME}." in chidi.dialog.text
    assert "We meet on the first Tuesday." in chidi.dialog.text
    await chidi.fills({"Will you?": "Yes"})
    await chidi.sends()
    await chidi.dismisses()
    assert "Co-lead Chidi Nwosu" in await looks_at(dario, NAME)
    assert "your name does not stand there" in await leaves(amara, NAME)
    assert "Lead Chidi Nwosu" in await looks_at(bryn, NAME)
    assert "Co-lead Chidi" not in await looks_at(bryn, NAME)
    await office.wait(minutes=1)
    assert "Hearback: something for you" in chidi.newest.text
    await chidi.presses("Look at it")
    assert "You lead it." in chidi.dialog.text
    await office.leaves(chidi)
    await office.wait(minutes=1)
    assert "Hearback: something for you" in dario.newest.text
    assert f"Nobody leads {NAME}." in await dario.visits_home()


@pytest.mark.long
async def test_an_open_one_shows_its_people_to_its_people_and_can_become_hidden(office: Office) -> None:
    dario, amara, bryn, chidi = await _people(office)
    await office.until("2026-11-02T10:00")
    await founded(dario, amara, CLUB, OPEN)
    assert IN_OPEN in await joins(bryn, CLUB)
    await looks_at(bryn, CLUB)
    assert "Who is in it" in bryn.dialog.text
    await bryn.presses("Leave")
    assert "your name stands on its page no longer" in bryn.dialog.text
    await bryn.dismisses()
    assert "Who is in it\n" not in await looks_at(chidi, CLUB)
    assert "Bryn" not in chidi.dialog.text
    assert "Bryn Pritchard has been asked" in await asks(amara, CLUB, "Bryn Pritchard", SPONSOR)
    await office.wait(minutes=1)
    assert f"You are asked to be the sponsor of {CLUB}." in bryn.newest.text
    await answers(bryn, "No, not me")
    await office.wait(minutes=1)
    assert f"{CLUB}: somebody whom you asked has answered." in amara.newest.text
    assert "Chidi Nwosu has been asked" in await asks(amara, CLUB, "Chidi Nwosu", LEAD)
    await answers(chidi, "Yes")
    assert "Lead Chidi Nwosu" in await looks_at(amara, CLUB)
    assert "You are in it as a member." in amara.dialog.text
    await amara.dismisses()
    await looks_at(dario, CLUB)
    await dario.presses("Make it hidden")
    assert "This cannot be undone" in dario.dialog.text
    await dario.sends()
    assert "Make it hidden" not in (await looks_at(dario, CLUB), dario.dialog.buttons)[1]
    assert "Bryn" not in await looks_at(amara, CLUB)


async def test_bad_names_doubles_and_markup_get_one_clear_sentence_and_lose_nothing(office: Office) -> None:
    dario, amara, *_ = await _people(office)
    await founded(dario, amara, NAME)
    await dario.visits_home()
    await dario.presses("Networks and groups")
    await dario.presses("Start a network")
    wrong = {
        "<!channel> *network*": "Use letters, digits, spaces and",
        " dis\N{LATIN SMALL LETTER A}bility  NETWORK ": "There is a Disability network already.",
        "++": "Use letters, digits, spaces and",
    }
    await dario.fills({"What is it for?": "Work that fits <b>us</b> & *you*.", "Who may see who is in it?": OPEN})
    for name, said in wrong.items():
        await dario.fills({"What is it called?": name, "Who is to lead it?": "Nobody Atall"})
        await dario.sends()
        errors = " ".join(dario.dialog.errors)
        assert said in errors
        assert "Nobody who works here has that name." in errors
    await dario.fills({"What is it called?": "LGBT+ network", "Who is to lead it?": "Amara Okafor"})
    await dario.sends()
    assert "LGBT+ network opens when Amara Okafor has said yes" in dario.dialog.text
    await answers(amara, "Yes")
    assert "Work that fits <b>us</b> & *you*." in await looks_at(amara, "LGBT+ network")


async def test_two_people_of_one_name_are_told_apart_by_their_team(bare: Office) -> None:
    dario, amara, *_ = await _people(bare)
    for team in ("Ward 7", "Theatres"):
        await bare.hire("Mei Chen", team=team)
    await founded(dario, amara, NAME)
    assert "Write the team too, in this way: Mei Chen, Theatres; Mei Chen, Ward 7." in await asks(
        amara, NAME, "Mei Chen", CO_LEAD
    )
    assert "Mei Chen has been asked" in await asks(amara, NAME, "mei chen, ward 7", CO_LEAD)
    await bare.hire("Mei Chen", team="Ward 7")
    assert "I cannot tell them apart" in await asks(amara, NAME, "Mei Chen, Ward 7", CO_LEAD)
    assert "Amara Okafor has a part in this network already." in await asks(amara, NAME, "Amara Okafor", SPONSOR)


async def test_who_says_no_or_leaves_before_saying_anything_leaves_it_to_the_stewards(bare: Office) -> None:
    dario, amara, bryn, _ = await _people(bare)
    await bare.until("2026-11-02T10:00")
    await dario.visits_home()
    await dario.presses("Networks and groups")
    await dario.presses("Start a network")
    await dario.fills({"What is it called?": NAME, "What is it for?": "Work that fits."})
    await dario.fills({"Who may see who is in it?": OPEN, "Who is to lead it?": "Amara Okafor"})
    await dario.sends()
    await dario.dismisses()
    assert "Networks and groups" not in (await bryn.sees_home()).buttons
    await answers(amara, "No, not me")
    await bare.wait(minutes=1)
    assert "somebody whom you asked has answered" in dario.newest.text
    await dario.visits_home()
    await dario.presses("Networks and groups")
    assert f"{NAME}: not open, because nobody has agreed to lead it." in dario.dialog.text
    await dario.presses(NAME)
    await dario.presses("Name a lead")
    await dario.fills({"Who?": "Bryn Pritchard"})
    await dario.sends()
    await bare.leaves(bryn)
    await looks_at(dario, NAME)
    await dario.presses("Close it")
    await dario.sends()
    assert "It is closed." in dario.dialog.text
    rows = dump(bare.works.database)
    assert rows["network"] == rows["part"] == []


@pytest.mark.parametrize("action", ["circles.write", "circles.purpose", "circles.ask"])
async def test_what_leads_can_do_a_member_cannot_and_nobody_is_told_more_than_that(bare: Office, action: str) -> None:
    dario, amara, bryn, chidi = await _people(bare)
    await founded(dario, amara, NAME)
    await joins(bryn, NAME)
    said = set()
    for who in (bryn, chidi):
        await bare.forges(who, action, _key(bare), {"text": "x", "role": "co-lead", "who": "Chidi Nwosu"})
        said.add(" ".join(who.dialog.errors))
    assert len(said) == 1
    assert "Only th" in said.pop()


def _of_people(office: Office) -> Dump:
    """Everything kept, but for what changes with each visit: how to reach somebody, which event was answered, whether what
    was written before has arrived, and in which month somebody who leads it looked."""
    rows = dump(office.works.database, without=("inbox", "account", "network"))
    return rows | {"delivery": [row[:5] for row in rows["delivery"]]}


def _key(office: Office) -> str:
    """The network's key, as its buttons carry it."""
    [row] = [row for row in dump(office.works.database)["circle"] if NAME in row]
    return str(row[1])
