"""Between a proposal and its yes things change: what could not be proposed today does not start, and its proposer hears so."""

import secrets
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot.events import Opened, Show, Submitted
from bot.ui import plain
from storage import circles, proposals
from storage.loop import ProgrammeRow
from storage.proposals import Proposal
from storage.work import Work
from tests.conversations.networks import HIDDEN, OPEN, founded, leaves
from tests.conversations.test_who_answers_and_for_whom import ELSE, team
from tests.harness import Colleague, Office

NETWORK, CLUB = "Blue network", "Culture club"


async def proposed(office: Office) -> list[Proposal]:
    async with office.works.ledger.begin() as work:
        assert isinstance(work, Work)
        return await proposals.all_proposed(work)


async def runs(office: Office) -> list[str]:
    async with office.works.database.begin() as connection:
        return list((await connection.execute(select(ProgrammeRow.template))).scalars())


async def says_yes(who: Colleague, ref: str) -> str:
    event = Submitted(secrets.token_hex(8), who.account, "practices.accept", ref, {})
    shown = await who.office.works.bot.answer(event)
    return plain(shown.form) if isinstance(shown, Show) else repr(shown)


async def wants(who: Colleague, whom: str, *, what: str = CLUB, name: str = "", of: str = "", answer: str = "") -> str:
    """Fills in the form, and proposes it if it can be; returns what was said last."""
    await who.visits_home()
    await who.presses("Start a practice")
    option = next(each for each in who.dialog.fields["For whom?"] if each.startswith(whom))
    given = {"What would you like to start?": what, "For whom?": option} | ({"Which team?": of} if of else {})
    given |= {**ELSE, "Who else?": name} if name else {"Who says what came of it?": answer or who.name}
    await who.fills(given)
    await who.sends()
    await who.sends()
    said = " ".join((who.dialog.text, *who.dialog.errors))
    await who.dismisses()
    await who.office.wait(minutes=1)
    return said


async def people(office: Office) -> tuple[Colleague, Colleague, Colleague]:
    dario, amara, una = [await office.hire(each) for each in ("Dario Moretti", "Amara Okafor", "Una Byrne")]
    await office.grant(dario, "steward")
    await office.until("2026-11-02T10:00")
    return dario, amara, una


async def hides(office: Office, _amara: Colleague, _una: Colleague) -> None:
    async with office.works.database.begin() as connection:
        [of] = await circles.networks(connection)
        await circles.hide(connection, of)


async def steps_down(_office: Office, amara: Colleague, _una: Colleague) -> None:
    await leaves(amara, NETWORK)


async def goes(office: Office, amara: Colleague, _una: Colleague) -> None:
    await office.leaves(amara)


@pytest.mark.parametrize("changes", [hides, steps_down, goes])
async def test_p6_what_was_proposed_under_other_conditions_does_not_start(
    bare: Office, changes: Callable[[Office, Colleague, Colleague], Awaitable[None]]
) -> None:
    dario, amara, una = await people(bare)
    await founded(dario, amara, NETWORK, OPEN)
    assert "Una Byrne is asked first" in await wants(amara, NETWORK, name="Una Byrne")
    await changes(bare, amara, una)
    for each in await proposed(bare):
        assert "It was not started" in await says_yes(una, each.ref)
    assert await runs(bare) == []
    if changes is hides:
        assert "people or parts have changed" in await amara.visits_home()


async def test_a_team_that_shrank_is_not_asked_in_confidence(bare: Office) -> None:
    dario, _, una = await people(bare)
    five = [await bare.hire(f"Nurse {n}") for n in range(5)]
    await team(bare, "Ward 7", *five)
    await wants(dario, "A team", what="Big Conversation", of="Ward 7", name="Una Byrne")
    await bare.leaves(five[0])
    [one] = await proposed(bare)
    assert "It was not started" in await says_yes(una, one.ref)
    assert await runs(bare) == []


async def test_whoever_leads_a_hidden_network_is_asked_before_answering_to_all_staff(bare: Office) -> None:
    dario, amara, _ = await people(bare)
    await founded(dario, amara, NETWORK, HIDDEN)
    assert "Amara Okafor is asked first" in await wants(dario, "All staff", answer="Amara Okafor")
    assert await runs(bare) == []


async def test_somebody_is_asked_once_a_day_however_often_it_is_proposed(bare: Office) -> None:
    dario, _, una = await people(bare)
    for _ in range(3):
        await wants(dario, "All staff", name="Una Byrne")
        [one] = await proposed(bare)
        await bare.works.bot.answer(Opened(secrets.token_hex(8), dario.account, "practices.withdraw", one.ref))
    assert sum("asks you to say what came of it" in screen.text for screen in una.messages()) == 1


async def test_nobody_proposes_over_what_somebody_else_has_proposed(bare: Office) -> None:
    dario, amara, _ = await people(bare)
    await bare.grant(amara, "steward")
    await wants(dario, "All staff", name="Una Byrne")
    assert "Dario Moretti has proposed this" in await wants(amara, "All staff", name="Una Byrne")
    [one] = await proposed(bare)
    assert one.by_name == "Dario Moretti"


async def test_a_yes_to_what_runs_already_starts_nothing_and_says_so_to_nobody_else(bare: Office) -> None:
    dario, _, una = await people(bare)
    await wants(dario, "All staff", name="Una Byrne")
    assert "Started." in await wants(dario, "All staff")
    [one] = await proposed(bare)
    assert "It runs for these people already." in await says_yes(una, one.ref)
    await bare.wait(minutes=1)
    assert not any("was started" in screen.text for screen in dario.messages())


async def test_teams_are_found_in_the_letters_of_every_language(bare: Office) -> None:
    dario, _, una = await people(bare)
    await team(bare, "Łódź Ward", una)
    assert "Started." in await wants(dario, "A team", what="Four questions at the huddle", of="łódź ward")
