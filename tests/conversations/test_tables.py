"""A census of a trust on every platform: how sure engagement is, teams in their tree, options by team, groups for everybody."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.question import Question
from storage import ballots, rounds
from storage.loop import AskedRow, MomentRow
from storage.people import CircleRow, PersonRow
from tests.conversations.conftest import DOORS, DRIVERS
from tests.conversations.crowd import settle
from tests.databases import fresh_sqlite
from tests.harness import COMMENT, Colleague, Office, templates

MEALS = tuple({"en": meal} for meal in ("Soup", "Stew", "Pie"))
MEAL = Question("meal", "one_of", {"en": "What should be served at night?"}, {"en": "Night meals"}, options=MEALS)
FORM = (*templates()["census"].ask.form(0), MEAL)
ONLY_WHOLE = "Only for the whole organisation, not on my team's page"
AGES = ("under-30", "from-30", "to-59", "from-60")
TEAMS = ["Medicine", "Ward 7", "Ward 9", "Surgery", "Theatres"]


@pytest.fixture(params=DOORS)
async def trust(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    url = await fresh_sqlite(tmp_path)
    office = await Office.open(DRIVERS[request.param](), url, tmp_path, quiet=0, details=("age-band",))
    await settle(office)
    yield office
    await office.close()


async def at_work(office: Office) -> tuple[Colleague, Colleague]:
    pulse = office.works.house.templates["pulse"]
    asked = replace(pulse.ask, questions=FORM, rotation=None, by="age-band")
    office.works.house.templates["pulse"] = replace(pulse, ask=asked)  # type: ignore[index]
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor", team="ward-9")
    await office.grant(dario, "steward")
    await office.start_pulse(dario)
    return dario, amara


async def cast(office: Office, mood: int) -> None:
    """Everybody quiet answers about so well; of Ward 7 only four, and none of the youngest wants pie."""
    async with office.works.ledger.begin() as work:
        newest = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id.desc()).limit(1)
        asking = await rounds.question(work.connection, (await work.connection.execute(newest)).scalar_one())
        assert asking
        people = (
            select(AskedRow.person_id, AskedRow.team_id, CircleRow.key)
            .join(CircleRow, CircleRow.id == AskedRow.team_id)
            .join(PersonRow, PersonRow.id == AskedRow.person_id)
            .where(AskedRow.round_id == asking.round, PersonRow.name == "Somebody quiet")
            .order_by(AskedRow.person_id)
        )
        rows = (await work.connection.execute(people)).all()
        wards = [row for row in rows if row.key == "ward-7"]
        for number, (person, team, _) in enumerate(row for row in rows if row not in wards[4:]):
            said = {each.id: str(max(1, min(5, mood + (number + at) % 3 - 1))) for at, each in enumerate(FORM[:-1])}
            age = AGES[number % 4]
            meal = str(1 + number % (2 if age == "under-30" else 3))
            ballot = ballots.Ballot(team, {**said, "meal": meal}, values={"age-band": age})
            await ballots.cast(work, asking.urn, person, ballot)


@pytest.mark.long
async def test_what_was_published_is_read_with_its_certainty_by_teams_and_by_groups(trust: Office) -> None:
    dario, amara = await at_work(trust)
    await trust.until("2026-11-05T10:00")
    await amara.presses("Answer")
    await amara.fills({COMMENT: "The lift.", "Where may the comment be shown?": ONLY_WHOLE})
    await amara.sends()
    assert "Recorded." in amara.dialog.text
    await amara.dismisses()
    await cast(trust, mood=4)
    await trust.until("2026-11-12T10:00")
    await cast(trust, mood=2)
    await trust.until("2026-11-23T12:00")
    await _engagement_fell_for_certain(dario)
    await _teams_stand_in_their_tree(dario)
    await dario.presses("Back to the round")
    await dario.presses("By age")
    shown = re.findall(r"(\d\d) answers", dario.dialog.text)
    await dario.presses("Back to the round")
    await dario.presses("Answer back")
    await dario.fills({"What will be done?": "Hot food at night.", "By when?": "2026-12-11"})
    await dario.sends()
    await dario.dismisses()
    await amara.visits_home()
    await amara.presses("See it all")
    await amara.presses("By age")
    read = amara.dialog.text
    assert "by age" in read
    assert set(re.findall(r"(\d\d) people answered", read)) == set(shown)
    assert "probably lies between" in read
    assert "at least 20 people in it answered the question" in " ".join(read.split())
    for _ in FORM[1:]:
        await amara.presses("Next question")
    assert "What should be served at night?" in amara.dialog.text
    assert "chose Soup" in amara.dialog.text
    await amara.presses("Back")
    assert "Hot food at night." in amara.dialog.text


async def _engagement_fell_for_certain(dario: Colleague) -> None:
    await dario.visits_home()
    await dario.presses("Results")
    [newest] = [each for each in dario.dialog.fields["Which round?"] if each.startswith("23 Nov")]
    await dario.fills({"Which round?": newest})
    await dario.sends()
    read = " ".join(dario.dialog.text.split())
    told = re.search(r"Engagement, 0 to 10:? (\S+), probably between (\S+) and (\S+); of 74 people's own scores", read)
    assert told, read
    mean, low, high = map(float, told.groups())
    assert 0 < low < mean < high < 10
    assert "down by 5.0 since Monday 16 November, probably by" in read
    assert "at least as wide as it has to be" in read


async def _teams_stand_in_their_tree(dario: Colleague) -> None:
    await dario.presses("Teams")
    read = dario.dialog.text
    places = [read.index(team) for team in TEAMS]
    assert places == sorted(places)
    while "What should be served at night?" not in dario.dialog.text:
        await dario.presses("More")
    read = " ".join(dario.dialog.text.split())
    assert all(meal["en"] in read for meal in MEALS)
    assert "not enough answers to show" in read
    assert "The share who chose it, and between what it probably lies." in read
