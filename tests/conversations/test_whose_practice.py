"""Practices that run stays with those whom it is for: another circle or answerer takes nothing along."""

import pytest

from bot.events import Opened, Show, Submitted
from bot.ui import plain
from storage import circles, directory, happenings, practices
from storage.practices import Running
from tests.conversations import briefing
from tests.conversations.networks import HIDDEN, founded, joins, leaves
from tests.harness import Colleague, Office

NETWORK, SAID = "LGBT+ network", "Pride, the film"


@pytest.mark.long
async def test_what_was_said_in_a_hidden_network_stays_there_when_it_then_runs_for_all_staff(bare: Office) -> None:
    dario, amara, bryn, chidi = await _club(bare)
    await bare.until("2026-11-03T12:01")
    await briefing.says(bryn, SAID)
    [one] = await _running(bare)
    await _slower(bare, one)
    everyone, who = await _refs(bare, dario)
    told = await _sends(dario, "practices.change", one.ref, circle=everyone, who=who, day="2027-01-12", often="8")
    assert "Changed. The next round opens on" in told
    [new] = await _running(bare)
    assert (new.ref != one.ref, new.circle_name, new.weeks) == (True, "", 8)
    assert "New: Culture club, for all staff" in await chidi.visits_home()
    asked = await _asked(bare)
    assert SAID in await _opens(bryn, "say.read", asked)
    assert SAID not in await _opens(chidi, "say.read", asked) + await _opens(dario, "say.read", asked)
    await leaves(bryn, NETWORK)
    assert SAID not in await _opens(amara, "say.read", asked), "their words went with them"


@pytest.mark.long
async def test_in_a_hidden_network_only_those_whose_names_all_may_read_answer_back(bare: Office) -> None:
    dario, amara, bryn, _ = await _club(bare)
    [one] = await _running(bare)
    _, outsider = await _refs(bare, dario)
    _, lead = await _refs(bare, amara)
    [hidden] = await _hidden(bare)
    form = await _opens(dario, "practices.change", one.ref)
    assert "Amara Okafor" in form
    assert "Bryn" not in form
    for who in (outsider, (await _refs(bare, bryn))[1]):
        for action, ref in (("practices.change", one.ref), ("practices.look", "")):
            asked = {"circle": hidden, "who": who, "day": "2027-01-12", "often": "file", "which": "local-pledge"}
            said = await _sends(dario, action, ref, **asked)
            assert "its lead, co-lead or sponsor" in said or "Please choose one of these." in said
    started = await _sends(dario, "practices.look", "", circle=hidden, who=lead, which="local-pledge", day="")
    assert "Amara Okafor says what came of it" in started
    [one] = await _running(bare)
    assert one.answerer_name == "Amara Okafor"


async def _club(office: Office) -> tuple[Colleague, ...]:
    """A steward, the lead of a hidden network and somebody in it, and somebody else; a culture club for the network."""
    names = ("Dario Moretti", "Amara Okafor", "Bryn Pritchard", "Chidi Nwosu")
    dario, amara, bryn, chidi = [await office.hire(each) for each in names]
    await office.grant(dario, "steward")
    await founded(dario, amara, NETWORK, HIDDEN)
    await joins(bryn, NETWORK)
    async with office.works.ledger.begin() as work:
        [of] = await circles.networks(work.connection)
        lead = await directory.meet(work.connection, amara.account)
        assert lead
        club = office.works.house.practices["culture-club"]
        await practices.start(work, practices.Start(club, of.id, lead.id, "Europe/London", office.clock.now()))
    return dario, amara, bryn, chidi


async def _slower(office: Office, one: Running) -> None:
    async with office.works.ledger.begin() as work:
        to = practices.Change(one.answerer, one.next_wall, one.next_at, one.circle, 8)
        assert await practices.change(work, one.ref, to)


async def _running(office: Office) -> list[Running]:
    async with office.works.ledger.begin() as work:
        return await practices.running(work, office.works.house.practices)


async def _asked(office: Office) -> str:
    async with office.works.ledger.begin() as work:
        found = await happenings.in_round(work.connection, 1)
    return next(each.on.ref for each in found if each.kind == "ASK")


async def _hidden(office: Office) -> list[str]:
    async with office.works.ledger.begin() as work:
        return [directory.opaque(work, -each.id) for each in await circles.networks(work.connection)]


async def _refs(office: Office, who: Colleague) -> tuple[str, str]:
    """What stands for all staff, and for this person, in forms."""
    async with office.works.ledger.begin() as work:
        me = await directory.meet(work.connection, who.account)
        assert me
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        return directory.opaque(work, -everyone), directory.opaque(work, me.id)


async def _opens(who: Colleague, action: str, ref: str) -> str:
    return _read(await who.office.works.bot.answer(Opened(f"{who.name}{action}", who.account, action, ref, "")))


async def _sends(person: Colleague, action: str, ref: str, /, **values: str) -> str:
    event = Submitted(f"{action}{sorted(values.items())}", person.account, action, ref, values)
    return _read(await person.office.works.bot.answer(event))


def _read(reply: object) -> str:
    if not isinstance(reply, Show):
        return repr(reply)
    choices = [option.label for field in reply.form.fields for option in getattr(field, "options", ())]
    return "\n".join((plain(reply.form), *choices, *reply.form.errors.values()))
