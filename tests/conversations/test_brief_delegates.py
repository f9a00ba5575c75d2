"""A delegate drafts a brief's answers; nothing goes out before the one who promised them has sent it, and either ends it."""

import pytest
from sqlalchemy import insert, update

from storage import directory
from storage.people import CircleRow, MembershipRow, NetworkRow
from tests.conversations.briefing import (
    ASKED,
    COMES,
    OPENS,
    THINGS,
    brief_comes,
    brief_of,
    joins,
    known,
    runs_in,
    says,
)
from tests.harness import Colleague, Office

FOOD, ROOM, _ = THINGS
NAMES = ("Maya Osei", "Bela Smith", "Amara Okafor", "Chidi Eze")


@pytest.mark.long
async def test_a_delegate_drafts_and_whoever_promised_sends_it_in_one_press(office: Office) -> None:
    maya, bela, amara, chidi = [await office.hire(each) for each in NAMES]
    known(office, ASKED, "name")
    await brief_comes(office, maya, {amara: FOOD, chidi: ROOM})
    await _names(maya, "Bela Smith")
    await office.wait(minutes=1)
    assert "Maya Osei asks you to draft answers for them." in "\n".join(each.text for each in bela.messages())
    assert "You draft for Maya Osei, by Tuesday 24 November." in await bela.visits_home()
    await bela.presses("Draft answers")
    await bela.presses("1. Yes, by")
    await bela.sends()
    assert "Kept as a draft. Maya Osei sends it, or changes it; nobody else reads it before." in bela.dialog.text
    await bela.presses("2. Not now, because")
    await bela.fills({"Why not now?": "No room."})
    await bela.sends()
    await bela.dismisses()
    assert "Yes, by" not in await amara.visits_home()
    await maya.visits_home()
    await maya.presses("Answer it")
    assert "Bela Smith drafts: Yes, by Friday 19 February." in maya.dialog.text
    await maya.presses("1. Send this draft")
    assert "Sent. It stands on Home now" in maya.dialog.text
    await maya.presses("2. Not now, because")
    await maya.fills({"Why not now?": "There is no room before March."})
    await maya.sends()
    assert "Everything here is answered." in maya.dialog.text
    await maya.dismisses()
    await office.wait(minutes=1)
    home = await amara.visits_home()
    assert "Yes, by Friday 19 February." in home
    assert "Not now, because: There is no room before March." in home
    assert "Bela" not in home


async def test_either_ends_it_and_so_does_leaving(bare: Office) -> None:
    maya, bela, amara, chidi = [await bare.hire(each) for each in NAMES]
    known(bare, ASKED, "name")
    await brief_comes(bare, maya, {amara: FOOD})
    ref = f"{(await brief_of(bare)).on.ref}.0"
    await _names(maya, "Nobody Such", says="Nobody here is called that.")
    await _names(maya, "Maya Osei", says="Please name somebody else.")
    await _names(maya, "Bela Smith")
    await bare.forges(bela, "brief.yes", ref, {"what": "Draft.", "due_on": "2026-12-20"})
    await bela.dismisses()
    await bela.visits_home()
    await bela.presses("Not for me")
    await bela.sends()
    assert "You draft nothing for them now." in bela.dialog.text
    await bela.dismisses()
    await bare.wait(minutes=1)
    assert "Nobody drafts your answers now" in maya.newest.text
    assert "You draft for" not in await bela.visits_home()
    await bare.forges(bela, "brief.not_now", ref, {"why": "Mine."})
    assert "Only Maya Osei answers this." in "\n".join((bela.dialog.text, *bela.dialog.errors))
    await maya.visits_home()
    await maya.presses("Answer it")
    assert "Bela Smith drafts: Yes, by Sunday 20 December: Draft." in maya.dialog.text
    await maya.dismisses()
    await _names(maya, "Chidi Eze")
    assert "You draft for" in await chidi.visits_home()
    await _names(maya, "", says="Nobody drafts for you now.")
    assert "You draft for" not in await chidi.visits_home()
    await _names(maya, "Bela Smith")
    await bare.leaves(bela)
    await maya.visits_home()
    await maya.presses("Answer it")
    assert "Draft." not in maya.dialog.text
    await maya.presses("Let a colleague draft")
    assert "Bela" not in str(maya.dialog.values)


async def test_p6_a_hidden_network_s_brief_goes_to_a_delegate_who_belongs_and_nobody_hears_who_does(
    bare: Office,
) -> None:
    maya, bela, amara, _ = [await bare.hire(each) for each in NAMES]
    for who in (maya, amara):
        await joins(bare, who, "pride", "Pride network")
    await _hide(bare, "pride", maya)
    known(bare, ASKED, "name")
    await bare.until("2026-11-09T10:00")
    await runs_in(bare, "pride", maya)
    await bare.until(OPENS)
    await says(amara, FOOD)
    await bare.until(COMES)
    assert FOOD in maya.newest.text
    assert "Our sponsor" not in maya.driver.cards(maya.account)[-1].summary  # type: ignore[attr-defined]
    shown = await _names(maya, "Bela Smith")
    assert "Nobody is told whether they belong to a hidden network" in shown
    ref = (await brief_of(bare)).on.ref
    for action in ("brief.not_now", "brief.yes"):
        await bare.forges(bela, action, f"{ref}.0", {"why": "x", "what": "x", "due_on": "2026-12-20"})
        assert "Only Maya Osei answers this." in "\n".join((bela.dialog.text, *bela.dialog.errors))
        await bela.dismisses()
    assert "sponsor" not in await bela.visits_home()
    assert "Pride" not in "\n".join(each.text for each in bela.messages())
    await bare.forges(maya, "brief.pass_on", f"{ref}.0", {"who": "Bela Smith"})
    await bare.wait(minutes=1)
    assert "passed this on" not in await bela.visits_home()
    assert "Passed on to Bela Smith." in await amara.visits_home()


async def _names(who: Colleague, name: str, *, says: str = "") -> str:
    """Names a delegate from Home; returns what was said before."""
    await who.visits_home()
    await who.presses("Let a colleague draft")
    before = who.dialog.text
    await who.fills({"Who drafts for you?": name})
    await who.sends()
    expected = says or f"{name} drafts for you now, and has been told."
    assert expected in "\n".join((who.dialog.text, *who.dialog.errors))
    await who.dismisses()
    return before


async def _hide(office: Office, key: str, sponsor: Colleague) -> None:
    async with office.works.ledger.begin() as work:
        circle = await directory.circle_id(work.connection, key)
        await work.connection.execute(update(CircleRow).where(CircleRow.id == circle).values(kind="network"))
        network = {"purpose": "Us", "hidden": True, "opened": True, "hand_over": "", "others": 0}
        await work.connection.execute(insert(NetworkRow).values(circle_id=circle, **network))
        person = await directory.meet(work.connection, sponsor.account)
        assert person
        theirs = (MembershipRow.circle_id == circle, MembershipRow.person_id == person.id)
        await work.connection.execute(update(MembershipRow).where(*theirs).values(role="sponsor"))


async def test_only_whoever_has_a_brief_to_answer_can_ask_a_colleague_to_draft(bare: Office) -> None:
    nosy, amara = await bare.hire("Nosy Parker"), await bare.hire("Amara Okafor")
    await bare.forges(nosy, "brief.delegate", "", {"who": "Amara Okafor"})
    assert "nothing to draft" in " ".join((nosy.dialog.text, *nosy.dialog.errors))
    assert not amara.messages()
