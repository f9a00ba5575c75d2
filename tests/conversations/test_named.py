"""A question answered with one's name: it is shown as said, listed under What I said, and can be taken back for good."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from conversations.sort import store
from storage import pools, rounds, themes
from storage.loop import MomentRow
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    pulse = opened.works.house.templates["pulse"]
    changed = {"pulse": replace(pulse, ask=replace(pulse.ask, voice="named"))}
    opened.works.house.templates.update(changed)  # type: ignore[attr-defined]
    yield opened
    await opened.close()


async def test_what_is_said_with_a_name_is_shown_with_it_even_by_one_person(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    nurse, porter = await office.hire("Amara Okafor"), await office.hire("Olwen Edwards")
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    assert "Your name is shown with what you say." in nurse.newest.text
    await nurse.answers(4, "The lift is out again.")
    await nurse.dismisses()
    assert "The lift is out again." in await nurse.visits_home()
    await office.until("2026-11-16T12:00")
    await steward.presses("Answer back")
    assert "Amara Okafor: 4 - The lift is out again." in steward.dialog.text
    await steward.fills({"What will be done?": "It is mended on Friday.", "By when?": "2026-11-20"})
    await steward.sends()
    await porter.visits_home()
    await porter.presses("See it all")
    assert "Amara Okafor: 4 - The lift is out again." in porter.dialog.text


async def test_what_was_taken_back_is_in_no_later_view(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    nurse = await office.hire("Amara Okafor")
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    await nurse.answers(4, "The lift is out again.")
    await office.until("2026-11-16T12:00")
    await nurse.dismisses()
    await nurse.visits_home()
    await nurse.presses("Take it back")
    assert "removed for everyone" in nurse.dialog.text
    await nurse.sends()
    assert "The lift" not in await nurse.visits_home()
    await steward.presses("Answer back")
    assert "The lift" not in steward.dialog.text


async def test_what_was_taken_back_is_under_no_theme(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    nurse = await office.hire("Amara Okafor")
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    await nurse.answers(4, "The lift is out again.")
    await nurse.dismisses()
    async with office.works.ledger.begin() as work:
        ref = (await work.connection.execute(select(MomentRow.ref).where(MomentRow.kind == "ASK"))).scalar_one()
        asking = await rounds.question(work.connection, ref)
        assert asking
        said = await pools.said_in(work.connection, pools.of_asking(asking))
        assert list(said.values()) == ["The lift is out again."]
        lifts = await store.add(work, pools.of_asking(asking), "Lifts")
        assert await store.place(work, pools.of_asking(asking), list(said), lifts) == 1
    await nurse.visits_home()
    await nurse.presses("Take it back")
    await nurse.sends()
    async with office.works.ledger.begin() as work:
        assert await themes.links_of(work.connection, asking.urn.ref) == {}
        assert await pools.said_in(work.connection, pools.of_asking(asking)) == {}
