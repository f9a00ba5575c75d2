"""A ward of 25, a charity of 30, a team of one; nobody answers, everybody answers the same: never a dead end."""

from pathlib import Path

import pytest

from storage.snapshot import WHOLE
from tests.attack.harvest import NOBODY, found_out, published, read
from tests.attack.walk import texts
from tests.attack.world import CLOSED, NEXT, World, answer_back, world

ONE_OF_EACH = 5
"""People with an account and a role, in every workplace here: all are asked, and none answers."""


async def everything_read(of: World) -> dict[str, str]:
    """By role: all that they can read."""
    return {role: " ".join(text for _, text in texts(pages)) for role, pages in (await read(of)).items()}


@pytest.mark.long
@pytest.mark.parametrize(
    ("sizes", "answers"),
    [
        ({"ward": 20}, {"ward": [7, 9, 4] * 6}),
        ({"kitchen": 13, "outreach": 12}, {"kitchen": [8] * 9, "outreach": [3] * 6}),
    ],
    ids=["a ward of 25", "a charity of 30"],
)
async def test_a_small_place_sees_its_whole_figure_and_no_team_of_it(
    sizes: dict[str, int], answers: dict[str, list[int | None]], tmp_path: Path
) -> None:
    async with world(tmp_path, sizes=sizes) as here:
        asking = await here.asking()
        assert (asking.threshold, asking.preset) == (5, "small")
        assert "only when at least 5 people answer" in (await everything_read(here))["nurse"]
        await here.answer(answers)
        await here.office.until(CLOSED)
        await answer_back(here)
        total = sum(map(len, answers.values()))
        said = await everything_read(here)
        for role in ("nurse", "lead", "steward"):
            assert f"{total} people answered." in said[role]
        of = await published(here, answers)
        assert set(of.cells) == {WHOLE}
        assert found_out(of, 5) == NOBODY


@pytest.mark.long
async def test_where_nobody_answers_the_round_ends_in_plain_words_and_can_be_answered_back(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        await here.office.until(CLOSED)
        assert "Closed. Dario Moretti answers back by" in (await everything_read(here))["nurse"]
        await answer_back(here)
        said = (await everything_read(here))["nurse"]
        assert "Not enough answers to show." in said
        assert "Hot food at night." in said
        assert "No comments can be shown for this question." in said
        await here.office.until(NEXT)
        assert "people answered" not in here.roles["nurse"].newest.text


@pytest.mark.long
async def test_where_everybody_answers_the_same_it_says_at_least_and_proves_it_of_nobody(tmp_path: Path) -> None:
    async with world(tmp_path, sizes={"ward": 20}) as here:
        await here.answer({"ward": [1] * 18})
        await here.office.until(CLOSED)
        await answer_back(here)
        assert "0% chose 9 or 10, at least 89% chose 6 or less" in (await everything_read(here))["lead"]


async def test_where_every_team_answers_the_same_each_figure_leaves_two_in_doubt(tmp_path: Path) -> None:
    given: dict[str, list[int | None]] = {"ash": [1] * 14, "birch": [1] * 12, "cedar": [1] * 16, "elder": [1] * 13}
    async with world(tmp_path) as here:
        await here.answer(given)
        await here.office.until(CLOSED)
        of = await published(here, given)
        assert len(of.cells) > 4
        assert all(good + middle >= 2 for good, middle, _ in of.cells.values())
        assert found_out(of, 10) == NOBODY


async def test_a_team_of_one_is_shown_nowhere_and_cannot_be_worked_out(tmp_path: Path) -> None:
    given: dict[str, list[int | None]] = {
        "ash": [7, 2, 9] * 4,
        "cedar": [9, 3, 8] * 4,
        "elder": [5, 8] * 6,
        "birch": [0],
    }
    async with world(tmp_path, sizes={"ash": 20, "cedar": 20, "elder": 14, "birch": 1}) as here:
        await here.answer(given)
        await here.office.until(CLOSED)
        of = await published(here, given)
        assert set(of.cells) == {WHOLE, "surgery", "cedar", "elder"}
        assert found_out(of, 10) == NOBODY


async def test_fewer_than_15_are_not_asked_without_their_names_and_the_steward_is_told_what_to_do(
    tmp_path: Path,
) -> None:
    async with world(tmp_path, sizes={"ward": 9}) as here:
        assert here.roles["nurse"].messages() == []
        assert "fewer than" in here.roles["steward"].newest.text
