"""A question that cannot be counted has an end: without what is at fault, or cancelled; nothing half shown, in plain words."""

import csv
import io
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from adapters.charts.studio import Studio
from bot.exports import Exports, File, Format, NotHere
from bot.languages import speaking
from bot.main import outlet
from bot.programme import instant
from bot.settings import Settings
from storage import releases, rounds
from storage.loop import BallotRow, CellRow, MomentRow, ProgrammeRow, ReleaseRow, RoundRow
from tests.conversations.conftest import DOORS, DRIVERS
from tests.conversations.test_by_group import CLOSES, SECOND, at_work, everybody_else_answers
from tests.databases import fresh_sqlite
from tests.harness import Colleague, Office

LEFT_OUT = "Results by groups and by team could not be counted"
FILES: tuple[Format, ...] = ("csv", "json")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
CLOSE = instant(datetime.fromisoformat(CLOSES), "Europe/London")


async def opened(door: str, folder: Path) -> Office:
    return await Office.open(DRIVERS[door](), await fresh_sqlite(folder), folder, quiet=118, details=("age-band",))


async def newest(office: Office) -> str:
    async with office.works.database.begin() as connection:
        found = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id.desc())
        return (await connection.execute(found)).scalars().first() or ""


async def spec_of(office: Office, ref: str) -> dict[str, Any]:
    async with office.works.database.begin() as connection:
        return dict((await connection.execute(select(MomentRow.spec).where(MomentRow.ref == ref))).scalar_one())


async def break_the_groups(office: Office, ref: str) -> None:
    """A group that lies in none there is: the attack on results by groups stumbles over it every time."""
    spec = await spec_of(office, ref)
    groups = [{**each, "above": "nowhere"} for each in spec["by"]["groups"]]
    async with office.works.database.begin() as connection:
        broken = {**spec, "by": {**spec["by"], "groups": groups}}
        await connection.execute(update(MomentRow).where(MomentRow.ref == ref).values(spec=broken))


async def set_teams(office: Office, ref: str, teams: list[Any]) -> list[Any]:
    """Puts another tree of teams into a round, such as one that nothing can read; returns the one that was there."""
    async with office.works.database.begin() as connection:
        asking = await rounds.question(connection, ref)
        assert asking
        mine = RoundRow.id == asking.round
        before = (await connection.execute(select(RoundRow.teams).where(mine))).scalar_one()
        await connection.execute(update(RoundRow).where(mine).values(teams=teams))
    return list(before)


async def looks_at_the_clock(office: Office, at: datetime, *, times: int = 1) -> None:
    for number in range(times):
        office.clock.at = at + number * MINUTE
        await office.works.catch_up()


async def left(office: Office, ref: str) -> tuple[int, int, int, bool]:
    """Ballots, releases and cells of a question, and whether there is a key to it."""
    async with office.works.ledger.begin() as work:
        asking = await rounds.question(work.connection, ref)
        assert asking
        counted = [
            len((await work.connection.execute(select(table).where(table.moment_id == asking.urn.id))).all())
            for table in (BallotRow, ReleaseRow, CellRow)
        ]
        key = work.secrets.get(f"ballot-{ref}") is not None
    ballots, made, cells = counted
    return ballots, made, min(1, cells), key


@pytest.mark.long
@pytest.mark.parametrize("door", DOORS)
async def test_groups_that_can_never_be_counted_are_left_out_after_an_hour_and_everybody_is_told(
    door: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    office = await opened(door, tmp_path)
    steward, nurse = await at_work(office)
    await office.until(SECOND)
    ref = await newest(office)
    await everybody_else_answers(office, ref)
    await break_the_groups(office, ref)
    await looks_at_the_clock(office, CLOSE, times=6)
    assert await left(office, ref) == (118, 0, 0, True)
    assert "the round has closed" not in " ".join(each.text for each in steward.messages()[-1:])
    await looks_at_the_clock(office, CLOSE + HOUR, times=3)
    assert await left(office, ref) == (0, 1, 1, False)
    assert LEFT_OUT in steward.newest.text
    assert "Please tell Northfield IT" in steward.newest.text
    said = [each.getMessage() for each in caplog.records if "could not be counted" in each.getMessage()]
    assert [each.partition(": ")[0].startswith("reference ") for each in said] == [True] * len(said)
    async with office.works.database.begin() as connection:
        asking = await rounds.question(connection, ref)
        assert asking
        assert await releases.groups_of(connection, asking.urn.id, asking.questions) == {}
    assert "tries" not in await spec_of(office, ref)
    await tells_everybody(office, ref, (steward, nurse), tmp_path)
    await office.close()


async def tells_everybody(office: Office, ref: str, people: tuple[Colleague, Colleague], folder: Path) -> None:
    steward, nurse = people
    async with office.works.database.begin() as connection:
        earlier = update(RoundRow).where(RoundRow.stage == "closed")
        asking = await rounds.question(connection, ref)
        assert asking
        await connection.execute(earlier.where(RoundRow.id != asking.round).values(stage="void"))
    await steward.visits_home()
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "A new kettle.", "By when?": "2026-12-20"})
    await steward.sends()
    await steward.dismisses()
    await nurse.visits_home()
    await nurse.presses("See it all")
    assert LEFT_OUT in nurse.dialog.text
    assert "118 people answered." in nurse.dialog.text
    async with office.works.database.begin() as connection:
        programme = (await connection.execute(select(ProgrammeRow.ref))).scalar_one()
    assert await marks(office, ref, folder) == {True}
    listed = await exported(office, folder).rounds(programme)
    assert not isinstance(listed, NotHere)
    assert [each["uncounted"] for each in listed if each["round"] == asking.round_ref] == [True]


def exported(office: Office, folder: Path) -> Exports:
    works = office.works
    settings = Settings("", folder, house=works.house)
    return outlet(settings, works.database, works.clock, speaking({}), charts=Studio())


async def marks(office: Office, ref: str, folder: Path) -> set[bool]:
    """What the lines that leave say of groups and teams: the table, the JSON and, once it is shared, the API alike."""
    exports = exported(office, folder)
    async with office.works.database.begin() as connection:
        asking = await rounds.question(connection, ref)
    assert asking
    table, figures = [await exports.file(asking.round_ref, form, shared=False) for form in FILES]
    assert isinstance(table, File)
    assert isinstance(figures, File)
    inside = json.loads(figures.body)
    said = [inside["round"], *inside["results"]]
    if asking.stage == "shared":
        served = await exports.results(asking.round_ref)
        assert served == inside["results"]
    written = [row["uncounted"] for row in csv.DictReader(io.StringIO(table.body.decode("utf-8-sig"), newline=""))]
    assert written == [str(row["uncounted"]).lower() for row in inside["results"]]
    return {row["uncounted"] for row in said}


@pytest.mark.long
async def test_a_count_that_stumbles_twice_and_then_works_shows_everything_and_is_not_spoken_of(tmp_path: Path) -> None:
    office = await opened("bare", tmp_path)
    steward, _ = await at_work(office)
    await office.until(SECOND)
    ref = await newest(office)
    await everybody_else_answers(office, ref)
    teams = await set_teams(office, ref, [["broken"]])
    await looks_at_the_clock(office, CLOSE, times=2)
    assert ((await left(office, ref))[:2], (await spec_of(office, ref))["tries"]) == ((118, 0), 2)
    await set_teams(office, ref, teams)
    await looks_at_the_clock(office, CLOSE + 2 * MINUTE)
    assert await left(office, ref) == (0, 1, 1, False)
    async with office.works.database.begin() as connection:
        asking = await rounds.question(connection, ref)
        assert asking
        assert len((await releases.groups_of(connection, asking.urn.id, asking.questions))["age-band"]) == 4
    assert (LEFT_OUT in steward.newest.text, "tries" in await spec_of(office, ref)) == (False, False)
    assert await marks(office, ref, tmp_path) == {False}
    await office.close()


@pytest.mark.long
async def test_a_round_of_which_nothing_can_be_counted_is_cancelled_after_a_day_and_the_key_destroyed(
    tmp_path: Path,
) -> None:
    office = await opened("bare", tmp_path)
    steward, nurse = await at_work(office)
    await office.until(SECOND)
    ref = await newest(office)
    await everybody_else_answers(office, ref)
    await set_teams(office, ref, [["broken"]])
    for late in (0 * HOUR, HOUR, 5 * HOUR, 23 * HOUR):
        await looks_at_the_clock(office, CLOSE + late, times=6)
        assert await left(office, ref) == (118, 0, 0, True)
    await looks_at_the_clock(office, CLOSE + DAY, times=2)
    assert await left(office, ref) == (0, 0, 0, False)
    assert "the answers could not be counted within a day" in steward.newest.text
    assert "the answers could not be counted: something went wrong on our side" in await nurse.visits_home()
    await office.close()
