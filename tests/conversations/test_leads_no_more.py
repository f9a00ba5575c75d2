"""Whoever leads a network no more reads nothing of what they led there, and another leads it on; what was hidden stays so."""

import pytest
from sqlalchemy import select

from bot.events import Opened, Show, Submitted
from bot.ui import plain
from storage import circles
from storage.events.event import find
from storage.events.rows import EventRow
from tests.conversations.meeting import YES, announces
from tests.conversations.meeting import says as answers_event
from tests.conversations.mentoring import joins as joins_mentoring
from tests.conversations.mentoring import ref_of
from tests.conversations.networks import HIDDEN, answers, asks, founded, joins, leaves
from tests.harness import Colleague, Office

NETWORK, NEED = "LGBT+ network", "A seat near the door; I take medication at one."
CO_LEAD = "Co-lead: leads it with you, and after you"


async def at_work(office: Office) -> tuple[Colleague, Colleague, Colleague, Colleague]:
    """A steward outside; lead, co-lead and a member of a hidden network."""
    names = ("Dario Moretti", "Amara Okafor", "Chidi Nwosu", "Bryn Pritchard")
    dario, amara, chidi, bryn = [await office.hire(each) for each in names]
    await office.grant(dario, "steward")
    await founded(dario, amara, NETWORK, HIDDEN)
    await asks(amara, NETWORK, "Chidi Nwosu", CO_LEAD)
    await answers(chidi, "Yes")
    await joins(bryn, NETWORK)
    return dario, amara, chidi, bryn


async def event_ref(office: Office) -> str:
    async with office.works.database.begin() as connection:
        return str((await connection.execute(select(EventRow.ref))).scalar_one())


async def opens(who: Colleague, action: str, ref: str, event: str) -> str:
    shown = await who.office.works.bot.answer(Opened(event, who.account, action, ref))
    return plain(shown.form) if isinstance(shown, Show) else repr(shown)


@pytest.mark.long
async def test_p6_a_former_lead_reads_no_more_who_comes_nor_what_they_need(bare: Office) -> None:
    _, amara, chidi, bryn = await at_work(bare)
    await bare.until("2026-11-09T10:00")
    await announces(amara, name="Secret")
    ref = await event_ref(bare)
    await leaves(amara, NETWORK)
    await answers_event(bryn, YES, NEED)
    assert "medication" not in await opens(amara, "meet.who", ref, "e1")
    cancelled = await bare.works.bot.answer(Submitted("e2", amara.account, "meet.cancel", ref))
    assert "cancelled" not in repr(cancelled)
    await bare.wait(minutes=1)
    assert "medication" in await opens(chidi, "meet.who", ref, "e3")
    async with bare.works.database.begin() as connection:
        event = await find(connection, ref)
        assert event
        assert (event.lead_name, event.state) == ("Chidi Nwosu", "announced")
        [of] = await circles.networks(connection)
        await circles.close(connection, of)
        closed = await find(connection, ref)
        assert closed is None or closed.audience.hidden, "what was hidden stays hidden when its network is gone"


@pytest.mark.long
async def test_p6_a_former_lead_leads_its_mentoring_no_more(bare: Office) -> None:
    _, amara, _, _ = await at_work(bare)
    people = [
        await bare.hire(f"{part} {each}", team=f"{part}-{each}") for part in ("Mentor", "Mentee") for each in "AB"
    ]
    for each in people:
        await joins(each, NETWORK)
    await amara.visits_home()
    await amara.presses("Start mentoring")
    await amara.fills({"What is it called?": "Winter", "Who may join?": NETWORK})
    await amara.fills({"Who mentors whom?": "The more experienced person is the mentor"})
    await amara.fills(
        {"How long does it go?": "3 months, with six meetings", "How long is a meeting?": "About 45 minutes"}
    )
    await amara.fills({"Until which day can people join?": "2026-11-13"})
    await amara.sends()
    await amara.dismisses()
    for each in people:
        await joins_mentoring(each, "A mentor" if "Mentor" in each.name else "A mentee")
        await each.dismisses()
    await leaves(amara, NETWORK)
    await bare.until("2026-11-16T10:05")
    assert "Winter" not in await amara.visits_home()
    ref = await ref_of(bare)
    for number, action in enumerate(("match.pairs", "match.state")):
        assert "Mentor A" not in await opens(amara, action, ref, f"e{number}")
