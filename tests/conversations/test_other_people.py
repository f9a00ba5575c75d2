"""What was said to some stays theirs when a practice goes to others; nobody outside answers back in a hidden network."""

import secrets

import pytest
from sqlalchemy import update

from bot.events import Opened, Show, Submitted
from bot.ui import plain
from storage import circles, directory, happenings, practices
from storage.people import MembershipRow
from storage.practices import Running
from storage.work import Work
from tests.conversations.briefing import says
from tests.conversations.networks import HIDDEN, founded, joins, leaves
from tests.harness import Colleague, Office

NETWORK, SAID = "LGBT+ network", "Pride, the film"


async def number(work: Work, who: Colleague) -> int:
    person = await directory.meet(work.connection, who.account)
    assert person
    return person.id


async def club(office: Office) -> tuple[Colleague, Colleague, Colleague]:
    """A steward who is outside, the lead and a member of a hidden network, in which a culture club runs from 3 November."""
    dario, amara, bryn = [await office.hire(each) for each in ("Dario Moretti", "Amara Okafor", "Bryn Pritchard")]
    await office.grant(dario, "steward")
    await founded(dario, amara, NETWORK, HIDDEN)
    await joins(bryn, NETWORK)
    async with office.works.ledger.begin() as work:
        [of] = await circles.networks(work.connection)
        lead = await number(work, amara)
        practice = office.works.house.practices["culture-club"]
        await practices.start(work, practices.Start(practice, of.id, lead, "Europe/London", office.clock.now()))
    return dario, amara, bryn


async def runs(office: Office) -> list[Running]:
    async with office.works.ledger.begin() as work:
        return await practices.running(work, office.works.house.practices)


async def refs(office: Office, who: Colleague) -> dict[str, str]:
    """What stands in forms for this person, for all staff and for the network."""
    async with office.works.ledger.begin() as work:
        person = await number(work, who)
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        found = [-each.id for each in await circles.networks(work.connection)]
        named = {"who": person, "everyone": -everyone, "network": (found or [0])[0]}
        return {name: directory.opaque(work, number) for name, number in named.items()}


async def reads(who: Colleague, action: str, ref: str) -> str:
    bot, event = who.office.works.bot, f"{secrets.token_hex(8)}"
    shown = await bot.answer(Opened(event, who.account, action, ref))
    return plain(shown.form) if isinstance(shown, Show) else repr(shown)


async def changes(who: Colleague, ref: str, values: dict[str, str]) -> str:
    event = Submitted(secrets.token_hex(8), who.account, "practices.change", ref, {"often": "file", **values})
    shown = await who.office.works.bot.answer(event)
    return "\n".join((plain(shown.form), *shown.form.errors.values())) if isinstance(shown, Show) else ""


async def moments(office: Office) -> dict[str, str]:
    """The refs of the first round's moments by their kind, the first of each."""
    async with office.works.ledger.begin() as work:
        found = await happenings.in_round(work.connection, 1)
        return {each.kind: each.on.ref for each in reversed(found)}


async def test_another_circle_has_a_programme_of_its_own_and_the_past_stays_with_those_who_were_asked(
    bare: Office,
) -> None:
    dario, amara, bryn = await club(bare)
    chidi = await bare.hire("Chidi Nwosu")
    await bare.until("2026-11-03T12:01")
    await says(bryn, SAID)
    [before] = await runs(bare)
    to = await refs(bare, dario)
    said = await changes(dario, before.ref, {"circle": to["everyone"], "who": to["who"], "day": "2027-01-12"})
    assert "Tuesday 12 January" in said
    [after] = await runs(bare)
    assert after.ref != before.ref
    assert "New: Culture club" in await chidi.visits_home()
    asked = (await moments(bare))["ASK"]
    assert SAID not in await reads(chidi, "say.read", asked)
    assert SAID not in await chidi.visits_home()
    assert SAID in await reads(amara, "say.read", asked)
    await leaves(bryn, NETWORK)
    assert SAID not in await reads(amara, "say.read", asked)
    mine = await refs(bare, amara)
    back = await changes(dario, after.ref, {"circle": mine["network"], "who": mine["who"], "day": "2027-01-12"})
    assert "Tuesday 12 January" in back
    assert [each.ref for each in await runs(bare)] == [before.ref], "what had been stopped there goes on there"


async def test_p6_only_who_is_shown_there_answers_back_in_a_hidden_network(bare: Office) -> None:
    dario, amara, bryn = await club(bare)
    [one] = await runs(bare)
    mine, theirs = await refs(bare, dario), await refs(bare, amara)
    refused = await changes(dario, one.ref, {"circle": mine["network"], "who": mine["who"], "day": "2026-11-17"})
    assert "In a hidden network its lead, co-lead or sponsor says what came of it" in refused
    start = {"which": "culture-club", "circle": mine["network"], "who": mine["who"], "day": ""}
    shown = await bare.works.bot.answer(Submitted("s1", dario.account, "practices.look", "", start))
    assert isinstance(shown, Show)
    assert "others would read who belongs to it" in shown.form.errors["who"]
    assert "Tuesday 17 November" in await changes(
        dario, one.ref, {"circle": mine["network"], "who": theirs["who"], "day": "2026-11-17"}
    )
    await bare.until("2026-11-17T12:01")
    await leaves(amara, NETWORK)
    await says(bryn, SAID)
    for each in (amara, dario):
        assert SAID not in await reads(each, "share.answer", (await moments(bare))["SHOW"])


async def test_what_a_lead_who_leaves_had_promised_passes_to_whoever_leads_then(bare: Office) -> None:
    _, amara, bryn = await club(bare)
    async with bare.works.ledger.begin() as work:
        [of] = await circles.networks(work.connection)
        person = await number(work, bryn)
        theirs = (MembershipRow.circle_id == of.id, MembershipRow.person_id == person)
        await work.connection.execute(update(MembershipRow).where(*theirs).values(role="co-lead"))
    await bare.until("2026-11-03T12:01")
    await says(bryn, SAID)
    await leaves(amara, NETWORK)
    [one] = await runs(bare)
    assert one.answerer_name == "Bryn Pritchard"
    assert SAID not in await reads(amara, "share.answer", (await moments(bare))["SHOW"])


@pytest.mark.parametrize(("day", "well"), [("2026-11-03", False), ("2026-11-10", True), ("2026-11-17", True)])
async def test_p12_what_is_new_never_opens_before_it_was_listed_for_five_working_days(
    day: str, well: bool, bare: Office
) -> None:
    dario = await bare.hire("Dario Moretti")
    await bare.grant(dario, "steward")
    to = await refs(bare, dario)
    start = {"which": "culture-club", "circle": to["everyone"], "who": to["who"], "day": ""}
    ahead = await bare.works.bot.answer(Submitted("s1", dario.account, "practices.look", "", start))
    assert isinstance(ahead, Show)
    await bare.works.bot.answer(Submitted("s2", dario.account, ahead.form.action, ahead.form.ref, {}))
    [one] = await runs(bare)
    said = await changes(dario, one.ref, {"circle": to["everyone"], "who": to["who"], "day": day})
    assert ("People read on which day it first opens." in said) is not well
    [after] = await runs(bare)
    assert (str(after.next_wall.date()) == day) is well
