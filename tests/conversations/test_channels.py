"""A channel belongs to a circle: events are posted there once, changes and cancellations too, and never for a hidden one."""

import pytest
from sqlalchemy import select

from bot.events import Uninstalled
from storage import circles
from storage.channels.rows import ChannelPostRow, ChannelRow
from storage.events.rows import EventRow
from storage.people import CircleRow
from tests.conversations.meeting import CAN, YES, at_work, cancels, changes, read, writes
from tests.conversations.networks import HIDDEN, OPEN, founded, looks_at
from tests.drivers import Driver, fake_slack, fake_teams_client
from tests.drivers.bare import BareDriver
from tests.drivers.slack import SlackDriver
from tests.drivers.teams import TeamsDriver
from tests.harness import Colleague, Office

WHICH, CALLED, ALSO = "To which does this channel belong?", "What is this channel called?", "Also post it in"
STAFF, LATER = "all staff", "Announce it on"


def aloud(who: Colleague, words: str) -> int:
    """How many messages with these words stand in the channel."""
    return sum(words in each.text for each in who.messages("channel"))


def deleted(driver: Driver) -> None:
    """The channel is deleted, or Hearback is removed from it."""
    match driver:
        case BareDriver():
            driver.channel_lost = True
        case SlackDriver():
            driver.slack.channels.discard(fake_slack.CHANNEL)
        case TeamsDriver():
            driver.fake.lost.add(fake_teams_client.THREAD.partition(";")[0])
        case _:
            raise TypeError(driver.platform)


async def links(who: Colleague, name: str = "general", circle: str = STAFF) -> None:
    """Writes `link` in the channel, and chooses."""
    await who.says("Link", "channel")
    await who.presses("Choose", on="@Hearback unlink ends that")
    await who.fills({CALLED: name, WHICH: circle})
    await who.sends()
    assert f"#{name} belongs to {circle}" in who.dialog.text, who.dialog.errors
    await who.dismisses()
    await who.office.wait(minutes=1)


async def announces(lead: Colleague, **said: str) -> None:
    await writes(lead, **said)
    await lead.sends()
    assert "Announced" in lead.dialog.text, lead.dialog.text
    await lead.dismisses()
    await lead.office.wait(minutes=1)


async def posted(office: Office) -> list[tuple[str, str]]:
    async with office.works.database.begin() as connection:
        found = select(ChannelPostRow.card, ChannelPostRow.state).order_by(ChannelPostRow.id)
        return [(card, state) for card, state in await connection.execute(found)]


@pytest.mark.long
async def test_a_linked_channel_reads_an_event_its_change_and_its_end_each_once(office: Office) -> None:
    dario, amara, _ = await at_work(office)
    await amara.says("link", "channel")
    assert aloud(amara, "Whoever leads a team or an open network can link a channel to it") == 1
    await amara.says("unlink", "channel")
    assert aloud(amara, "there is nothing to unlink") == 1
    await links(dario)
    assert aloud(amara, "This channel belongs to all staff from now on") == 1
    await amara.says("unlink", "channel")
    assert aloud(amara, "so can a steward") == 1
    await writes(dario)
    assert dario.dialog.fields[ALSO] == ("#general",)
    assert dario.dialog.values[ALSO]
    await dario.sends()
    assert "Announced" in dario.dialog.text
    await dario.dismisses()
    await office.wait(minutes=1)
    await office.wait(minutes=1)
    assert aloud(amara, "Wednesday 18 November, 12:30, Room 2, for all staff.") == 1
    await amara.presses(CAN, on="12:30, Room 2, for all staff.")
    await amara.fills({CAN: YES})
    await amara.sends()
    assert "You come to Staying at work" in amara.dialog.text
    await amara.dismisses()
    await changes(dario, room="Room 3")
    assert aloud(amara, "Staying at work has changed: Wednesday 18 November, 12:30, Room 3.") == 1
    await cancels(dario)
    assert aloud(amara, "Staying at work, Wednesday 18 November, 12:30, is cancelled.") == 1
    await dario.says("unlink", "channel")
    assert aloud(dario, "nothing is posted here.") == 1
    await writes(dario, day="2026-11-25")
    assert ALSO not in dario.dialog.fields


@pytest.mark.long
async def test_a_channel_that_is_gone_ends_the_link_and_its_lead_reads_so(office: Office) -> None:
    dario, amara, _ = await at_work(office)
    await links(dario)
    if office.driver.platform == "web":  # its channel cannot be deleted; the app can be taken away
        await office.works.bot.answer(Uninstalled("u", "web", office.driver.tenant))
    else:
        deleted(office.driver)
        await announces(dario)
        await office.wait(minutes=1)
        assert read(dario, "I cannot post Staying at work in #general: to have it there, invite me") == 1
        assert read(amara, "I cannot post") == 0
    assert "#general is not linked to all staff any more" in await dario.visits_home()
    assert not {state for _, state in await posted(office)} & {"pending", "sending", "waiting"}
    await writes(dario, day="2026-11-25")
    assert ALSO not in dario.dialog.fields
    await dario.sends()
    await dario.dismisses()
    await office.wait(days=15)
    await office.works.tidy()
    if office.driver.platform != "web":
        assert sum("#general is not linked" in each.text for each in dario.messages()) == 1
        assert read(dario, "I cannot post Staying at work in #general") == 1
    assert "#general" not in await dario.visits_home()


async def test_two_leads_whose_events_wait_when_a_channel_is_lost_are_told_each_of_their_own(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    await bare.grant(amara, "steward")
    await links(dario)
    await writes(amara, name="Choir")
    await amara.fills({LATER: "2026-11-12"})
    await amara.sends()
    await amara.dismisses()
    deleted(bare.driver)
    await announces(dario)
    await bare.wait(minutes=1)
    assert [read(each, "I cannot post Choir in #general") for each in (dario, amara)] == [0, 1]
    assert [read(each, "I cannot post Staying at work in #general") for each in (dario, amara)] == [1, 0]


@pytest.mark.parametrize("refused", ["moved", "cancelled"])
async def test_a_post_that_is_refused_once_is_told_once_with_what_to_do(bare: Office, refused: str) -> None:
    driver = bare.driver
    assert isinstance(driver, BareDriver)
    dario, amara, _ = await at_work(bare)
    await links(dario)
    await announces(dario)
    driver.post_refused = True
    await (changes(dario, room="Room 3") if refused == "moved" else cancels(dario))
    await bare.wait(days=1)
    told = "I could not post Staying at work in #general: to have it there, write @Hearback events in that channel."
    off = "Staying at work is cancelled, and #general may not read so from me: please say it there yourself."
    assert [read(dario, each) for each in (told, off)] == ([1, 0] if refused == "moved" else [0, 1])
    assert [read(amara, each) for each in (told, off)] == [0, 0]


async def test_nothing_is_told_of_a_post_once_the_network_is_hidden(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    await founded(dario, amara, "Carers", OPEN)
    await links(amara, circle="Carers")
    deleted(bare.driver)
    await writes(amara)
    await amara.sends()
    await amara.dismisses()
    await looks_at(dario, "Carers")
    await dario.presses("Make it hidden")
    await dario.sends()
    await dario.dismisses()
    await bare.wait(minutes=2)
    assert [read(each, "I cannot post") for each in (dario, amara, bryn)] == [0, 0, 0]


async def test_only_whoever_leads_it_can_link_it_and_a_hidden_network_never(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    await founded(dario, amara, "Quiet circle", HIDDEN)
    await founded(dario, bryn, "Readers", OPEN)
    await amara.says("link", "channel")
    assert "who is in a channel is seen" in amara.messages("channel")[-1].text
    assert "Quiet circle" not in amara.messages("channel")[-1].text
    await bryn.says("link", "group")
    assert "Only a channel of your own organisation" in bryn.messages("group")[-1].text
    await bryn.says("link", "channel")
    async with bare.works.database.begin() as connection:
        ref = (await connection.execute(select(ChannelRow.ref))).scalar_one()
    for who in (amara, dario):
        await bare.forges(who, "channels.link", ref, {"circle": await _key(bare, "Quiet circle"), "name": "x"})
        assert "belongs to" not in (who.dialog.text if who.has_dialog else "")
        await who.dismisses()
    await bryn.presses("Choose", on="@Hearback unlink ends that")
    assert bryn.dialog.fields[WHICH] == ("Readers",)
    await bryn.fills({CALLED: "readers", WHICH: "Readers"})
    await bryn.sends()
    await bryn.dismisses()
    await bryn.says("link", "channel")
    assert "This channel belongs to Readers:" in bryn.messages("channel")[-1].text
    await bare.forges(dario, "channels.link", ref, {"circle": await _key(bare, "all-staff"), "name": "x"})
    assert "This has been decided" in dario.dialog.errors[0]
    await dario.dismisses()


@pytest.mark.long
async def test_it_is_posted_on_the_day_that_was_chosen_and_nothing_more_once_the_network_is_hidden(
    bare: Office,
) -> None:
    dario, _, bryn = await at_work(bare)
    await founded(dario, bryn, "Readers", OPEN)
    await links(bryn, "readers", "Readers")
    await announces(dario)
    assert aloud(bryn, "for all staff.") == 0
    await writes(bryn, name="Book", day="2026-11-25")
    await bryn.fills({LATER: "2026-11-11"})
    await bryn.sends()
    await bare.until("2026-11-11T08:30")
    assert aloud(bryn, "for Readers.") == 0
    await bare.until("2026-11-11T09:30")
    assert aloud(bryn, "for Readers.") == 1
    await changes(bryn, day="2026-11-26")
    key = await _key(bare, "Readers")
    async with bare.works.database.begin() as connection:
        readers = await circles.network(connection, key)
        assert readers is not None
        await circles.hide(connection, readers)
    await cancels(bryn)
    assert (aloud(bryn, "has changed"), aloud(bryn, "is cancelled")) == (1, 0)
    await bryn.says("unlink", "channel")
    assert "nothing to unlink" in bryn.messages("channel")[-1].text


async def test_a_channel_that_was_not_ticked_reads_nothing_neither_of_a_change(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    await links(dario)
    await writes(dario)
    await bare.forges(dario, "meet.send", await _ref(bare), {})
    await dario.dismisses()
    await changes(dario, room="Room 3")
    await cancels(dario)
    assert aloud(amara, "Staying at work") == 0


async def _ref(office: Office) -> str:
    async with office.works.database.begin() as connection:
        return str((await connection.execute(select(EventRow.ref))).scalar_one())


async def _key(office: Office, name: str) -> str:
    async with office.works.database.begin() as connection:
        found = select(CircleRow.key).where((CircleRow.name == name) | (CircleRow.key == name))
        return str((await connection.execute(found)).scalar_one())
