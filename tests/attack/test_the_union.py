"""T1 to T6, T9 and T12 on what a whole installation publishes: asked, answered, sealed, opened, counted and stored."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from storage import directory
from storage.ballots import Ballot
from storage.counting import published as counted_at_the_close
from storage.disclosure.cells import Cell
from storage.examples import ASKING
from storage.snapshot import WHOLE, Teams
from tests.attack import weak
from tests.attack.harvest import (
    NOBODY,
    Published,
    asked_in,
    counted,
    found_out,
    published,
    read,
    truth_of,
)
from tests.attack.walk import texts
from tests.attack.world import CLOSED, SIZES, answer_back, built, world

pytestmark = pytest.mark.attack

K = 10
PARTICIPATION = re.compile(
    r"\d+ (?:of|out of) \d+ .*answered|\d+ (?:have|has) not answered|response rate", re.IGNORECASE
)
Given = dict[str, list[int | None]]


def harsh(seed: int) -> tuple[Teams, Given]:
    """Small teams of one mind in divisions of uneven size, some of whom do not answer."""
    chance = Random(seed)
    parent: dict[str, str | None] = {WHOLE: None}
    given: Given = {}
    for division in range(chance.randint(2, 4)):
        parent[f"d{division}"] = WHOLE
        for number in range(chance.randint(1, 4)):
            team = f"d{division}t{number}"
            parent[team] = f"d{division}"
            mood = chance.choice([(0, 3), (2, 9), (7, 10), (9, 10)])
            size = chance.choice([1, 3, 6, 9, 11, 14, 20])
            given[team] = [chance.randint(*mood) if chance.random() < 0.8 else None for _ in range(size)]
        given[f"d{division}"] = [chance.randint(0, 5) for _ in range(chance.choice([0, 1, 2]))]
    keys = dict(enumerate(given))
    asked = {key: len(scores) for key, scores in given.items() if scores}
    return Teams(parent, {key: key for key in given}, keys, asked), given


def released(seed: int, least: int = 0) -> Published:
    """What the close publishes of a harsh organisation; with `least`, what a page with a plain threshold would."""
    teams, given = harsh(seed)
    numbers = {key: number for number, key in teams.keys.items()}
    opened = [
        Ballot(numbers[team], {"score": str(score)})
        for team, scores in given.items()
        for score in scores
        if score is not None
    ]
    cells: Sequence[Cell]
    if least:
        cells = weak.naive(ASKING, teams, opened, least)
    else:
        cells = counted_at_the_close(ASKING, teams, opened)[0].questions[0].cells
    return Published(teams, {each.node: (each.good, each.middle, each.poor) for each in cells}, truth_of(given))


@pytest.mark.parametrize("seed", range(10))
def test_t9_two_viewers_of_different_teams_together_find_nobody_out(seed: int) -> None:
    of = released(seed)
    teams = [team for team in of.teams.parent if team.startswith("d")]
    one, other = teams[seed % len(teams)], teams[-1 - seed % len(teams)]
    assert found_out(of, K, [*of.teams.path(one), *of.teams.path(other)]) == NOBODY
    assert found_out(of, K) == NOBODY


def test_t9_the_same_two_viewers_find_people_out_where_there_is_a_threshold_and_no_blocks() -> None:
    found = [found_out(released(seed, least=5), K) for seed in range(5)]
    assert sum(each["counted apart"] for each in found) > 30
    assert sum(each["proven"] for each in found) > 10


async def test_t9_a_viewer_whose_scope_changes_reads_no_more_than_the_release(tmp_path: Path) -> None:
    """The lead of one team becomes the lead of another; both readings, and the table behind them, are attacked."""
    given: Mapping[str, Sequence[int | None]] = {
        "ash": [2, 3, 1, 4] * 3,
        "birch": [*[0] * 11, 9],
        "cedar": [9, 10, 8] * 5,
        "elder": [5] * 3,
        "hazel": [6] * 10,
    }
    async with world(tmp_path) as here:
        await here.answer(given)
        await here.office.until(CLOSED)
        await answer_back(here)
        before = counted(await read(here))
        lead = here.roles["lead"]
        async with here.works.ledger.begin() as work:
            who = await directory.meet(work.connection, lead.account)
            assert who
            await directory.leave(work.connection, who.id, "ash")
            await directory.join(work.connection, who.id, "elder", "lead")
        after = counted(await read(here))
        of = await published(here, given)
        assert WHOLE in of.cells
        assert len(of.cells) > 2
        assert found_out(of, K) == NOBODY
        assert min(before + after) >= K
        assert_participation_is_open(of)


async def test_t9_t12_the_attack_finds_people_out_where_a_close_publishes_every_team(tmp_path: Path) -> None:
    given: Mapping[str, Sequence[int | None]] = {
        "ash": [2] * 12,
        "birch": [*[0] * 11, 9],
        "cedar": [9] * 15,
        "elder": [5] * 3,
        "hazel": [6] * 10,
    }
    async with world(tmp_path) as here:
        here.works.bot = built(here.works, weak.publishes_from(1))
        await here.answer(given)
        await here.office.until(CLOSED)
        of = await published(here, given)
        found = found_out(of, K)
        assert (found["counted apart"], found["proven"] >= 12) == (3, True)
        with pytest.raises(AssertionError):
            assert_participation_is_open(of)


async def test_t12_no_page_says_how_many_of_a_team_answered_and_reminders_all_look_alike(tmp_path: Path) -> None:
    async with world(tmp_path, sizes={**SIZES, "oak": 3}) as here:
        await here.answer({"ash": [7] * 14, "oak": [3, 3, None]})
        nurse = here.roles["nurse"]
        await nurse.answers(5)
        await nurse.dismisses()
        assert rates(await read(here)) == []
        await here.office.until("2026-11-09T10:00")
        assert await here.office.reminder_rows() == {("done", None, None, 0, None, None)}
        assert rates(await read(here, weak.tells_rates())) != []
        await here.office.until(CLOSED)
        assert rates(await read(here)) == []


def rates(reading: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Every text that speaks of who has answered among whom."""
    return [text for pages in reading.values() for _, text in texts(pages) if PARTICIPATION.search(text)]  # type: ignore[arg-type]


def assert_participation_is_open(of: Published) -> None:
    """From how many were asked and how many answered, it never follows of fewer than k people who did: neither in a
    shown node nor in what is left of it without the shown nodes right below."""
    for node, counts in of.cells.items():
        below = [each for each in of.cells if each != node and node in of.teams.path(each)]
        nearest = [each for each in below if not set(below) & set(of.teams.path(each)[1:])]
        for parts in ([], nearest):
            asked = asked_in(of.teams, node) - sum(asked_in(of.teams, each) for each in parts)
            answered = sum(counts) - sum(sum(of.cells[each]) for each in parts)
            assert asked == 0 or asked >= K or answered not in (0, asked), (node, parts)
