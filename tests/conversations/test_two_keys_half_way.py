"""Where the keeper or the server stops half way, nothing is half made, and the next look makes it good: on both databases."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.conversation import Turn
from bot.events import Due
from conversations import ask
from storage.loop import CellRow, ReleaseRow
from storage.second_keys import LATE
from tests.attack.world import built, instead
from tests.databases import on_both
from tests.harness import Office
from tests.keeping import CLOSE, MOMENT, NAME, OPENS, Staffside, answered, asking, at_work, held, hired, looks_at, stage

pytestmark = on_both("database_url")


@pytest.fixture
def keeper(tmp_path: Path) -> Staffside:
    return Staffside(tmp_path / "staffside")


@pytest.fixture
async def office(tmp_path: Path, database_url: str, keeper: Staffside) -> AsyncIterator[Office]:
    home = tmp_path / "hearback"
    home.mkdir()
    async with at_work(home, database_url, keeper) as opened:
        yield opened


async def test_while_the_keeper_cannot_be_reached_nothing_opens_and_nothing_is_half_made(
    office: Office, keeper: Staffside, tmp_path: Path
) -> None:
    people = await hired(office)
    start = datetime.fromisoformat(f"{OPENS}+00:00")
    keeper.cut = True
    before = sorted((tmp_path / "hearback" / "secrets").glob("ballot-*"))
    await looks_at(office, keeper, start)
    await looks_at(office, keeper, start + MOMENT)
    assert (await stage(office), sorted((tmp_path / "hearback" / "secrets").glob("ballot-*"))) == ([], before)
    assert not any("has not opened yet" in each.text for each in people[0].messages())
    for _ in range(2):  # told once, however often it is tried
        await looks_at(office, keeper, office.clock.at + LATE)
    told = [each.text for each in people[0].messages() if "has not opened yet" in each.text]
    assert len(told) == 1
    assert f"{NAME}, who has the second key of each question, cannot be reached" in told[0]
    keeper.cut, keeper.loses_answers = False, True
    await looks_at(office, keeper, office.clock.at + MOMENT)
    assert (await stage(office), len(keeper.held())) == ([], 1)
    keeper.loses_answers = False
    await looks_at(office, keeper, office.clock.at + MOMENT)
    assert (await stage(office), list(keeper.held())) == (["open"], [(await asking(office)).urn.ref])
    assert people[1].newest.text.count("Answer") >= 1


async def test_b8_killed_before_the_commit_or_before_the_keeper_heard_of_it_the_next_look_makes_it_good(
    office: Office, keeper: Staffside
) -> None:
    await answered(office)
    whole = office.works.bot
    office.works.bot = built(office.works, instead(replace(ask.CONVERSATION, dues={"ask.closes": dies})))
    await looks_at(office, keeper, CLOSE)
    assert (await held(office, CellRow), len(keeper.held())) == (0, 1)
    office.works.bot = whole

    async def cuts() -> None:
        """The key was given out, and then the line is cut."""
        keeper.cut = keeper.requests[-1] == "DELETE"

    keeper.looks = cuts
    await looks_at(office, keeper, CLOSE + MOMENT)
    assert (await stage(office), len(keeper.held())) == (["closed"], 1)
    await looks_at(office, keeper, office.clock.at + timedelta(seconds=2))
    keeper.looks, keeper.cut = None, False
    await looks_at(office, keeper, office.clock.at + MOMENT)
    assert keeper.held() == {}
    assert await held(office, ReleaseRow) == 1


async def dies(turn: Turn, event: Due) -> None:
    """Raises when everything has been written."""
    await ask.CONVERSATION.dues["ask.closes"](turn, event)
    raise ConnectionError("the power went")
