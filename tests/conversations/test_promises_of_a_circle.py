"""What a circle was promised is for that circle alone: nobody else reads, changes or guesses it."""

import pytest
from sqlalchemy import delete, insert, select, update

from bot.events import Opened, Say
from bot.ui import plain
from storage import directory
from storage.commitments import CommitmentRow
from storage.loop import AskedRow, ProgrammeRow, RoundRow
from storage.people import CircleRow, NetworkRow
from storage.promises import of_everybody
from storage.work import Work
from tests.conversations.promising import PROMISE, answered_back
from tests.harness import Colleague, Office
from tests.together import runs


@pytest.fixture
async def ward(bare: Office) -> tuple[Office, Colleague, Colleague, Colleague]:
    """A promise that was made to one circle only: Amara is in it, Lowri is not."""
    dario, amara = await answered_back(bare)
    await dario.dismisses()
    lowri = await bare.hire("Lowri Bevan")
    async with bare.works.ledger.begin() as work:
        circle = await directory.circle_id(work.connection, "carers", "Carers' network")
        hidden = update(CircleRow).where(CircleRow.id == circle)
        await work.connection.execute(hidden.values(kind="network"))
        network = {"purpose": "Who cares for somebody", "hidden": True, "opened": True, "hand_over": "", "others": 0}
        await work.connection.execute(insert(NetworkRow).values(circle_id=circle, **network))
        await work.connection.execute(update(ProgrammeRow).values(circle_id=circle))
        await work.connection.execute(delete(AskedRow).where(AskedRow.person_id != await _number(work, amara)))
    return bare, dario, amara, lowri


async def test_p7_the_circle_that_was_asked_is_the_one_that_reads_its_promises(
    ward: tuple[Office, Colleague, Colleague, Colleague],
) -> None:
    office, dario, amara, lowri = ward
    assert PROMISE in await amara.visits_home()
    assert PROMISE not in await lowri.visits_home()
    assert "What is going on?" not in (await lowri.sees_home()).buttons
    ref, round_ref = await _refs(office)
    for action, at, said in (
        ("commitments.news", ref, "There is no promise here for you to read."),
        ("commitments.more", ref, "There is no promise here for you to read."),
        ("commitments.offer", ref, "There is no promise here for you to read."),
        ("commitments.add", round_ref, "Only Dario Moretti can promise something here."),
    ):
        await office.forges(lowri, action, at, {"what": "Mine now.", "state": "done", "answer": "yes"})
        assert said in " ".join(lowri.dialog.errors)
        await lowri.dismisses()
    for action in ("commitments.news", "commitments.more", "commitments.offer"):
        await office.forges(amara, action, ref, {"what": "Mine now.", "state": "done", "answer": "yes", "who": "Amara"})
        await amara.dismisses()
    assert "Mine now." not in await dario.visits_home()
    amara_reads = await office.works.bot.answer(Opened("1", amara.account, "commitments.one", ref))
    lowri_reads = await office.works.bot.answer(Opened("2", lowri.account, "commitments.one", ref))
    assert PROMISE in plain(amara_reads.form)
    assert isinstance(lowri_reads, Say)
    assert PROMISE not in plain(lowri_reads.card)
    async with office.works.ledger.begin() as work:
        assert await of_everybody(work.connection) == []  # P6: what a circle was promised stands on no public page


async def test_p7_whoever_joins_the_circle_later_reads_what_it_was_promised(
    ward: tuple[Office, Colleague, Colleague, Colleague],
) -> None:
    office, _, _, lowri = ward
    async with office.works.ledger.begin() as work:
        await directory.join(work.connection, await _number(work, lowri), "carers")
    await lowri.visits_home()
    await lowri.presses("What is going on?")
    assert PROMISE in lowri.dialog.text


async def test_p6_no_lock_screen_says_what_a_hidden_circle_was_promised(
    ward: tuple[Office, Colleague, Colleague, Colleague],
) -> None:
    office, dario, _, _ = ward
    await office.until("2026-12-14T10:00")
    assert dario.newest.text.startswith("Hearback: something for you")
    assert "You promised news by now: A quiet room for breaks." in dario.newest.text


async def test_p2_what_listens_promises_nothing_in_its_first_round(bare: Office) -> None:
    dario, amara = await bare.hire("Dario Moretti"), await bare.hire("Amara Okafor")
    await runs(bare, "skill-booster", dario)
    for day, may_promise in (("2026-12-07T12:30", False), ("2027-01-04T12:30", True)):
        await bare.until(day)
        await dario.visits_home()
        await dario.presses("Say what came of it")
        await dario.fills({"What came of it?": "Most of you tried it."})
        await dario.sends()
        assert ("Promise something" in dario.dialog.buttons) is may_promise
        await dario.dismisses()
        async with bare.works.ledger.begin() as work:
            found = select(RoundRow.ref).where(RoundRow.stage == "shared").order_by(RoundRow.id.desc())
            ref = (await work.connection.execute(found)).scalars().first()
        await bare.forges(dario, "commitments.add", str(ref), {"what": "Tea.", "due_on": "2027-01-20"})
        said = dario.dialog.text + " ".join(dario.dialog.errors)
        assert ("This listens first: nothing is promised in its first round." in said) is not may_promise
        await dario.dismisses()
    assert "Tea." in await _going_on(amara)


async def _going_on(who: Colleague) -> str:
    await who.visits_home()
    await who.presses("What is going on?")
    return who.dialog.text


async def _number(work: Work, who: Colleague) -> int:
    number = await directory.by_account(work.connection, who.account.platform, who.account.id)
    assert number is not None
    return number


async def _refs(office: Office) -> tuple[str, str]:
    """The promise's ref and its round's, as somebody might find them out."""
    found = select(CommitmentRow.ref, RoundRow.ref.label("round")).join(RoundRow, RoundRow.id == CommitmentRow.round_id)
    async with office.works.database.begin() as connection:
        row = (await connection.execute(found)).one()
    return row.ref, row.round
