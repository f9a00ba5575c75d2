"""A meeting that a practice arranges for its host: everybody is invited, and hears where it is when the host says it."""

from storage import directory
from storage.events.announcing import Meeting, arrange, event_of
from tests.conversations.meeting import LINK, ROOM, YES, at_work, opens_mine, read, says
from tests.harness import Colleague, Office

REFERENCE = "round:meet"


async def arranged(office: Office, host: Colleague, reference: str = REFERENCE, *, on: str = "2026-11-18") -> None:
    """What the engine does when the invitation of a round is due."""
    async with office.works.ledger.begin() as work:
        person = await directory.meet(work.connection, host.account)
        assert person is not None
        circle = await directory.circle_id(work.connection, directory.EVERYONE)
        at = (f"{on}T12:30", "Europe/London", 50)
        meeting = Meeting(reference, "s" * 32, "Culture club", "We talk about the book.", *at, circle, person.id)
        once = await arrange(work.connection, meeting, office.clock.now())
        assert once == await arrange(work.connection, meeting, office.clock.now())
        assert once == await event_of(work.connection, reference)
        assert (once is None) is (on < f"{office.clock.now():%Y-%m-%d}")
    await office.wait(minutes=1)


async def test_a_practice_invites_for_its_host_who_says_later_where_it_is(office: Office) -> None:
    dario, amara, bryn = await at_work(office)
    await arranged(office, bryn)
    assert read(amara, "Wednesday 18 November, 12:30, the place follows, for all staff.") == 1
    assert read(bryn, "You host Culture club, Wednesday 18 November, 12:30. It is announced.") == 1
    said = await says(amara, "Yes")
    assert "You come to Culture club: Wednesday 18 November, 12:30, the place follows." in said
    assert "You have no place until you say yes." in await says(dario, "Not sure yet: remind me")
    await office.until("2026-11-16T11:00")
    assert read(bryn, "please say where. I do not ask again.") == 1
    assert "People wait to hear where." in await bryn.visits_home()
    await bryn.presses("Say where it is")
    assert set(bryn.dialog.fields) == {ROOM, LINK}
    await bryn.fills({LINK: "the library"})
    await bryn.sends()
    assert "A link begins with https://" in "\n".join(bryn.dialog.errors)
    await bryn.fills({LINK: ""})
    await bryn.sends()
    assert "Give a place, a link, or both." in "\n".join(bryn.dialog.errors)
    await bryn.fills({ROOM: "The library"})
    await bryn.sends()
    assert "hear of it once" in bryn.dialog.text
    await bryn.dismisses()
    await office.wait(minutes=1)
    assert read(amara, "Culture club has changed: Wednesday 18 November, 12:30, The library.") == 1
    assert "People wait to hear where." not in await bryn.visits_home()
    await opens_mine(bryn, "Who comes")
    assert "Amara Okafor" in bryn.dialog.text
    assert "Not sure yet" in bryn.dialog.text
    await bryn.dismisses()
    await office.until("2026-11-17T13:00")
    for each in (amara, dario):
        assert read(each, "Coming up: Culture club, Wednesday 18 November, 12:30, The library.") == 1
    assert read(dario, "12:30, The library. You were not sure yet.") == 1
    await dario.presses("Can you come?", on="Coming up")
    await dario.dismisses()


async def test_only_online_after_all_is_how_people_come_and_what_is_past_is_not_arranged(bare: Office) -> None:
    _, amara, bryn = await at_work(bare)
    await arranged(bare, bryn, "past", on="2026-11-08")
    assert read(amara, "Culture club") == 0
    await arranged(bare, bryn)
    await says(amara, "Yes")
    await bare.leaves(bryn)
    await bare.wait(minutes=1)
    dario = bare.people[0]
    assert read(dario, "You host Culture club") == read(dario, "You lead it from now on.") == 1
    await dario.visits_home()
    await dario.presses("Say where it is")
    await dario.fills({LINK: "https://meet.example.org/x"})
    await dario.sends()
    await dario.dismisses()
    assert "You said that you come online." in await amara.visits_home()
    await amara.presses("Change your answer")
    assert YES not in amara.dialog.text
