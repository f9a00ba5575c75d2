"""Made-up people live in a real database: asked, answering, closed and answered back, beside the demo's own people."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from bot.events import Account, Opened, Show, Visited, Welcome
from bot.serve import seed_once, working
from bot.settings import House, Settings
from bot.ui import Open, buttons
from storage.belonging import Unfit
from storage.db import Database
from storage.demo import organisation as made_up
from storage.loop import AskedRow, BallotRow, CellRow, DeliveryRow
from storage.people import AccountRow, PersonRow
from storage.simulate.live import Crowd, kept
from storage.simulate.moods import MoodName
from storage.simulate.organisation import organisation
from storage.simulate.play import Plan
from storage.snapshot import WHOLE
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office, templates

PLAN = Plan(people=120, weeks=1, seed=4, mood=MoodName.rough)


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    url = await fresh_sqlite(tmp_path)
    return Settings(url, tmp_path / "secrets", house=House(templates=templates()))


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


async def test_a_crowd_is_asked_answers_and_is_published_and_nothing_is_sent_to_it(bare: Office) -> None:
    works = bare.works
    crowd = Crowd(works.database, works.secrets, organisation(120, 4), mood=MoodName.rough, seed=4)
    steward = await bare.hire("Dario Moretti")
    async with works.ledger.begin() as work:
        await crowd.hire(work, "Europe/London")
    await bare.start_pulse(steward)
    await bare.until("2026-11-05T10:00")
    answered = await crowd.act()
    assert (answered > 50, await crowd.act()) == (True, 0)
    await bare.until("2026-11-16T12:00")
    async with works.database.begin() as connection:
        assert (await connection.execute(select(func.count()).where(AskedRow.round_id == 1))).scalar_one() == 136
        cells = select(CellRow.node, CellRow.answers).where(CellRow.moment_id == 1)
        shown = dict(iter((await connection.execute(cells)).all()))
        sent = await connection.execute(select(DeliveryRow.person_id).distinct())
        assert len(sent.all()) == 1
    assert shown[WHOLE] == answered
    assert any(node.startswith("made-up-") for node in shown)


@pytest.mark.long
async def test_the_command_fills_an_empty_database_once(settings: Settings) -> None:
    heard: list[float] = []
    assert await seed_once(settings, heard.append, crowd=PLAN)
    assert (heard == sorted(heard), heard[-1]) == (True, 1.0)
    database = Database(settings.database_url)
    async with database.begin() as connection:
        assert (await connection.execute(select(func.count()).select_from(BallotRow))).scalar_one() > 60
    await database.close()
    assert not await seed_once(settings, heard.append, crowd=PLAN)


@pytest.mark.long
async def test_one_looks_around_as_a_nurse_who_is_asked(settings: Settings) -> None:
    assert await seed_once(settings, lambda _: None, crowd=PLAN)
    nurse = next(each for each in made_up.read().people if each.featured and each.job == "Staff nurse")
    async with working(replace(settings, demo=True)) as works:
        account = Account(made_up.PLATFORM, made_up.TENANT, nurse.account)
        home = await works.bot.answer(Visited("1", account))
        assert isinstance(home, Welcome)
        asked = next(each for each in buttons(home.home) if isinstance(each, Open) and each.action == "ask.answer")
        form = await works.bot.answer(Opened("2", account, asked.action, asked.ref))
        assert isinstance(form, Show)
        assert form.form.fields


async def test_a_database_with_real_people_is_refused(settings: Settings) -> None:
    database = Database(settings.database_url)
    async with database.begin() as connection:
        person = {"id": 1, "name": "Amara Okafor", "language": "en", "zone": "Europe/London", "active": True}
        await connection.execute(insert(PersonRow), person)
        account = {
            "person_id": 1,
            "platform": "slack",
            "tenant": "T1",
            "external": "U1",
            "reach": "",
            "preferred": True,
        }
        await connection.execute(insert(AccountRow), account)
    await database.close()
    with pytest.raises(Unfit, match="Real people are in this database"):
        await seed_once(settings, lambda _: None, crowd=PLAN)


@pytest.mark.parametrize(
    ("given", "said"),
    [(None, ""), (True, "yes"), (False, "no"), (0, "0"), ("2", "2"), (("1", "3"), "1,3"), ("  a\x07b ", "a b")],
)
def test_what_the_simulator_says_is_kept_as_a_ballot_keeps_it(given: object, said: str) -> None:
    assert kept(given) == said  # type: ignore[arg-type]
