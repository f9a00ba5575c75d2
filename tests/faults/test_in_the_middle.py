"""What happens while a question is open: people move, leave and come, change their minds, and answer in the last minute."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.conversation import Begins, Turn
from bot.events import Due
from conversations import ask
from storage import ballots, counting, directory, rounds
from storage.ballots import Ballot
from storage.loop import BallotRow, CellRow, CommentRow, ReleaseRow, RoundRow
from storage.people import CircleRow
from storage.snapshot import WHOLE
from tests.attack.harvest import published, read, stored
from tests.attack.walk import texts
from tests.attack.world import CLOSED, World, built, instead, world

GIVEN: dict[str, list[int | None]] = {
    "ash": [7, 3, 9] * 4,
    "birch": [2, 8, 10] * 4,
    "cedar": [5, 9, 8] * 5,
    "elder": [6] * 12,
    "hazel": [7] * 10,
}


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        yield made


async def cells(of: World) -> dict[str, int]:
    async with of.works.database.begin() as connection:
        return dict(iter((await connection.execute(select(CellRow.node, CellRow.answers))).all()))


@pytest.mark.long
async def test_moving_leaving_and_coming_while_it_is_open_changes_nothing_in_the_release(
    here: World, tmp_path: Path
) -> None:
    """A1: the same answers in the same workplace, in which nobody moves, give the same rows."""
    async with world(tmp_path / "still") as still:
        for each in (here, still):
            await each.answer({team: scores[:6] for team, scores in GIVEN.items()})
        await moved(here)
        for each in (here, still):
            await each.answer(GIVEN)
            await each.office.until(CLOSED)
        assert await stored(here) == await stored(still)
        assert (await cells(here))["ash"] == 12


async def moved(of: World) -> None:
    """Half of ash goes to hazel, one leaves for good, a team is renamed and belongs elsewhere, somebody new comes."""
    async with of.works.ledger.begin() as work:
        for who in of.staff["ash"][:6]:
            await directory.leave(work.connection, who, "ash")
            await directory.join(work.connection, who, "hazel")
        await directory.leave(work.connection, of.staff["birch"][0], directory.EVERYONE)
        await directory.circle_id(work.connection, "oak", "Oak", "surgery")
        birch = update(CircleRow).where(CircleRow.key == "birch")
        await work.connection.execute(birch.values(name="Rowan", parent_id=None))
    await of.office.leaves(of.roles["other lead"])
    await of.office.hire("Idris Bevan", team="ash")


async def test_who_comes_later_is_not_asked_and_is_told_so_kindly(here: World) -> None:
    newcomer = here.roles["newcomer"]
    assert newcomer.messages() == []
    ref = (await here.asking()).urn.ref
    await here.office.forges(newcomer, "ask.answer", ref, {"overall-1": "0"})
    assert newcomer.dialog.errors
    async with here.works.database.begin() as connection:
        assert (await connection.execute(select(BallotRow.tag))).all() == []


async def test_answering_twice_and_moving_in_between_counts_once_where_one_was_asked(here: World) -> None:
    nurse = here.roles["nurse"]
    await here.answer(GIVEN)
    await nurse.answers(0)
    await nurse.dismisses()
    async with here.works.ledger.begin() as work:
        who = await directory.meet(work.connection, nurse.account)
        assert who
        await directory.leave(work.connection, who.id, "ash")
        await directory.join(work.connection, who.id, "hazel")
    await nurse.answers(10)
    await here.office.until(CLOSED)
    found = await cells(here)
    assert (found["ash"], found[WHOLE]) == (13, 62)
    of = await published(here, GIVEN)
    assert of.cells["ash"][0] == 5  # four of the team said 9, and the nurse 10


@pytest.mark.long
async def test_a_close_that_fails_before_its_commit_shows_nothing_and_succeeds_the_next_time(here: World) -> None:
    """As if the process were killed after the release was written and before the transaction ended (B8)."""
    await here.answer(GIVEN)
    asking = await here.asking()
    whole = here.works.bot
    here.works.bot = built(here.works, instead(replace(ask.CONVERSATION, dues={"ask.closes": dies})))
    here.office.clock.at = asking.closes_at
    await here.works.catch_up()
    assert await stored(here) == {"release": [], "cell": [], "figure": [], "comment": []}
    assert not any("people answered" in text for pages in (await read(here)).values() for _, text in texts(pages))
    assert here.works.secrets.get(f"ballot-{asking.urn.ref}")
    here.works.bot = whole
    await here.works.catch_up()
    assert (await cells(here))[WHOLE] == 61
    await here.works.catch_up()
    assert here.works.secrets.get(f"ballot-{asking.urn.ref}") is None


async def dies(turn: Turn, event: Due) -> None:
    """Raises when everything has been written."""
    await ask.CONVERSATION.dues["ask.closes"](turn, event)
    raise ConnectionError("the power went")


@pytest.mark.long
async def test_a_lost_secret_store_voids_the_round_and_nothing_is_half_shown(here: World) -> None:
    await here.answer(GIVEN, comment="The lift is broken.")
    for key in (here.folder / "secrets").glob("ballot-*"):
        key.unlink()
    await here.office.until(CLOSED)
    said = {role: " ".join(text for _, text in texts(pages)) for role, pages in (await read(here)).items()}
    assert "This round was cancelled, because the key to the answers was lost" in said["nurse"]
    assert "the key to the answers was lost" in said["steward"]
    assert not any("people answered" in each or "lift" in each for each in said.values())
    async with here.works.database.begin() as connection:
        stages = (await connection.execute(select(RoundRow.stage).order_by(RoundRow.id))).scalars().all()
        assert stages[0] == "void"
        for table in (ReleaseRow.moment_id, CellRow.node, CommentRow.text, BallotRow.tag):
            assert (await connection.execute(select(table))).all() == []


@pytest.mark.long
async def test_two_thousand_answers_in_the_last_minute_and_one_that_began_before_the_close_all_count(
    tmp_path: Path,
) -> None:
    """The close counts before its transaction; an answer that commits in between is counted too, and none after."""
    async with world(tmp_path, sizes={"ash": 1000, "birch": 1003}) as here:
        began = time.monotonic()
        await here.answer({"ash": [8] * 1000, "birch": [4] * 1000})
        asking = await here.asking()
        here.office.clock.at = asking.closes_at
        begin, bot = here.works.ledger.begin, here.works.bot
        async with begin() as work:
            full = await counting.urnful(work, asking)
            number = await directory.circle_id(work.connection, "birch")
        early = await counting.count(here.works.secrets, full)

        async def prepares(_begin: Begins, _event: Due) -> object:
            """Counted when the minute ended; the slow turn commits after that."""
            async with begin() as work:
                late = Ballot(number, {asking.questions[0].id: "4"})
                await ballots.cast(work, asking.urn, here.staff["birch"][1000], late)
            return early

        assert early.released
        assert early.released.questions[0].cells[0].n == 2000
        here.works.bot = built(here.works, instead(replace(ask.CONVERSATION, prepares={"ask.closes": prepares})))
        await here.works.catch_up()
        here.works.bot = bot
        assert await cells(here) == {WHOLE: 2001, "birch": 1001}
        with pytest.raises(ballots.KeysLost):
            await here.answer({"birch": [None] * 1001 + [0]})
        assert time.monotonic() - began < 60
        async with begin() as work:
            closed = await rounds.question(work.connection, asking.urn.ref)
        assert closed
        assert closed.closed
