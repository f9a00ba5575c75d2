"""T7 and T8: whoever reads everything before and after one person's act learns nothing of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from storage import ballots, directory
from storage.people import CircleRow
from tests.attack import weak
from tests.attack.harvest import bytes_of, counted, figures, read, stored
from tests.attack.walk import changed
from tests.attack.world import CLOSED, World, answer_back, world

pytestmark = pytest.mark.attack

MANY = {"ash": [7, 3, 9] * 4, "birch": [2, 8, 10] * 4, "cedar": [5, 9, 8] * 5, "elder": [6] * 12, "hazel": [7] * 10}


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        await made.answer({team: scores[:-1] for team, scores in MANY.items()})
        yield made


async def test_t7_while_it_is_open_no_byte_changes_when_somebody_answers_changes_it_and_takes_it_back(
    here: World,
) -> None:
    first = await read(here)
    assert counted(first) == []
    readings = [bytes_of(first)]
    for act in ({"ash": [0]}, {"ash": [10]}):
        await here.answer(act)
        readings.append(bytes_of(await read(here)))
    await here.take_back("ash", 0)
    await here.answer({"birch": [None] * 11 + [0]})
    readings.append(bytes_of(await read(here)))
    assert [changed(readings[0], each) for each in readings[1:]] == [[], [], []]
    assert len(readings[0]) > 30


async def test_t7_the_attack_finds_a_count_that_is_live(here: World) -> None:
    before = bytes_of(await read(here, weak.counts_live()))
    await here.answer({"birch": [None] * 11 + [0]})
    after = bytes_of(await read(here, weak.counts_live()))
    assert len([each for each in changed(before, after) if each.endswith("Home")]) == 5


async def test_t7_what_one_person_does_at_the_door_changes_nothing_for_anybody_else(here: World) -> None:
    before = bytes_of(await read(here), {"nurse"})
    nurse = here.roles["nurse"]
    await nurse.answers(0, "The rota came on Friday.")
    await nurse.dismisses()
    answered = bytes_of(await read(here), {"nurse"})
    await nurse.visits_home()
    await nurse.presses("Take it back")
    await nurse.sends()
    assert [changed(before, each) for each in (answered, bytes_of(await read(here), {"nurse"}))] == [[], []]


async def test_t7_t8_after_the_close_no_act_changes_a_figure(here: World) -> None:
    """A late answer, leaving, moving, renaming, and a lowered threshold."""
    await here.office.until(CLOSED)
    await answer_back(here)
    rows, before, again = await stored(here), figures(await read(here)), []
    assert "56 people answered." in " ".join(before)
    with pytest.raises(ballots.KeysLost):
        await here.answer({"ash": [None] * 11 + [0]})
    for act in (late_answer, leaving, moving, renaming, lowered):
        await act(here)
        again.append(figures(await read(here)) ^ before)
    assert again == [set()] * 5
    assert await stored(here) == rows


async def test_t8_the_attack_finds_figures_that_are_computed_again(here: World) -> None:
    await here.office.until(CLOSED)
    before = figures(await read(here, weak.computes_again()))
    await moving(here)
    assert figures(await read(here, weak.computes_again())) ^ before


async def late_answer(of: World) -> None:
    nurse = of.roles["nurse"]
    await nurse.presses("Answer", on="This is the first question.")
    assert not nurse.dialog.fields
    await nurse.dismisses()


async def leaving(of: World) -> None:
    await of.office.leaves(of.roles["other lead"])
    del of.roles["other lead"]  # type: ignore[attr-defined]


async def moving(of: World) -> None:
    """Half of a team goes to another one, and somebody who was not asked comes."""
    async with of.works.ledger.begin() as work:
        for who in of.staff["ash"][:6]:
            await directory.leave(work.connection, who, "ash")
            await directory.join(work.connection, who, "hazel")
        await directory.leave(work.connection, of.staff["birch"][0], directory.EVERYONE)


async def renaming(of: World) -> None:
    async with of.works.ledger.begin() as work:
        renamed = update(CircleRow).where(CircleRow.key == "birch")
        await work.connection.execute(renamed.values(name="Rowan", parent_id=None))


async def lowered(of: World) -> None:
    """Who runs the server sets a lower threshold and starts it again: `copied` reads the works' house."""
    of.works.house = replace(of.works.house, threshold=5, preset="small")
