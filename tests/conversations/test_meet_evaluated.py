"""After an event: those who came are asked without their names, its lead answers back, and it stands in the next invitation."""

import pytest
from sqlalchemy import select

from storage import ballots, directory, rounds
from storage.events import coming, rsvps
from storage.loop import AskedRow, MomentRow
from storage.people import PersonRow
from tests.conversations.meeting import DAY, NO, YES, announces, at_work, opens_mine, says
from tests.harness import Colleague, Office

USEFUL, TOOK_PART = "How useful was the meeting to you?", "I could take part as fully as I wanted to."
ASKED = "How the meeting was: Staying at work"


async def come(office: Office, lead: Colleague, many: int) -> None:
    """So many people who are never heard of say that they come."""
    async with office.works.ledger.begin() as work:
        number = await directory.meet(work.connection, lead.account)
        assert number is not None
        [event] = await coming.coming(work.connection, number.id, office.clock.now(), 1)
        quiet = select(PersonRow.id).where(PersonRow.name == "Somebody quiet").limit(many)
        for person in (await work.connection.execute(quiet)).scalars().all():
            assert (await rsvps.say(work.connection, event, person, "room"))[0].comes


async def answer(office: Office, score: str) -> int:
    """Everybody who was asked and is never heard of answers this; returns how many were asked."""
    async with office.works.ledger.begin() as work:
        moment = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id.desc()).limit(1)
        asking = await rounds.question(work.connection, (await work.connection.execute(moment)).scalar_one())
        assert asking is not None
        assert asking.voice == "unlinked"
        found = select(AskedRow.person_id, PersonRow.name).join(PersonRow, PersonRow.id == AskedRow.person_id)
        people = (await work.connection.execute(found.where(AskedRow.round_id == asking.round))).all()
        for person, name in people:
            if name == "Somebody quiet":
                await ballots.cast(work, asking.urn, person, ballots.Ballot(None, {"useful": score}, ""))
        return len(people)


@pytest.mark.long
async def test_those_who_came_are_asked_and_what_was_promised_stands_in_the_next_invitation(office: Office) -> None:
    dario, amara, bryn = await at_work(office)
    await announces(dario)
    assert "Afterwards those who come are asked how it was, without their names" in await says(amara, YES, look=True)
    await says(bryn, NO)
    await come(office, dario, 14)
    await office.until("2026-11-19T10:05")
    assert ASKED in await amara.visits_home()
    assert ASKED not in await bryn.visits_home()
    await dario.visits_home()
    await dario.presses("Write the catch-up")
    assert "Those who came are asked how it was, without their names." in dario.dialog.text
    await dario.dismisses()
    await amara.visits_home()
    await amara.presses("Answer", on=ASKED)
    await amara.fills({USEFUL: "8", TOOK_PART: "Agree"})
    await amara.sends()
    assert "Recorded." in amara.dialog.text
    await amara.dismisses()
    assert await answer(office, "9") == 15
    await office.until("2026-11-26T12:05")
    assert ASKED in await dario.visits_home()
    await dario.presses("Answer back")
    await dario.fills({"What will be done?": "Chairs for everybody.", "By when?": "2026-12-09"})
    await dario.sends()
    await dario.dismisses()
    assert "Chairs for everybody." in await amara.visits_home()
    await opens_mine(dario, "Duplicate last")
    await dario.fills({DAY: "2026-12-09"})
    await dario.sends()
    assert "After last time, what changes: Chairs for everybody." in dario.dialog.text


async def test_of_too_few_nobody_is_asked_and_the_lead_reads_why(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    await announces(dario)
    for each in (amara, bryn):
        await says(each, YES)
    await come(bare, dario, 13)
    await bare.until("2026-11-18T13:40")
    await bryn.visits_home()
    await bryn.presses("I could not be there")
    await bryn.sends()
    await bryn.dismisses()
    await bare.until("2026-11-19T10:05")
    assert ASKED not in await amara.visits_home()
    await dario.visits_home()
    await dario.presses("Write the catch-up")
    assert "Nobody is asked how it was: fewer than 15 people said that they come" in dario.dialog.text


async def test_with_fewer_places_than_it_takes_nothing_is_said_of_it_and_nobody_is_asked(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    shown = await announces(dario, places="14")
    assert "how it was" not in shown
    assert "how it was" not in await says(amara, YES, look=True)
    await come(bare, dario, 13)
    await bare.until("2026-11-19T10:05")
    assert ASKED not in await amara.visits_home()
    await dario.visits_home()
    await dario.presses("Write the catch-up")
    assert "how it was" not in dario.dialog.text


async def test_with_few_places_in_a_room_and_a_link_for_everybody_else_it_is_said(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    await announces(dario, places="14", link="https://meet.example.org/x")
    assert "Afterwards those who come are asked how it was" in await says(amara, "Yes, online", look=True)
