"""A question that goes to a part of the circle each time: everybody once in a cycle, and nobody too few at once."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from storage.loop import AskedRow, CellRow, RoundRow
from storage.rotation import RotationRow, SlotRow
from storage.sampling import YEAR
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office

THURSDAYS = ("2026-11-05T10:00", "2026-11-12T10:00", "2026-11-19T10:00", "2026-11-26T10:00")
QUIET = 56
"""With a steward and three colleagues sixty people: four times fifteen."""


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=QUIET)
    yield opened
    await opened.close()


async def at_work(office: Office, *, of: int = 4, least: int = 0) -> tuple[Colleague, list[Colleague]]:
    pulse = office.works.house.templates["pulse"]
    sampled = replace(pulse, ask=replace(pulse.ask, sample=of, sample_from=least))
    office.works.house.templates["pulse"] = sampled  # type: ignore[index]
    steward = await office.hire("Dario Moretti", team="ward-7")
    await office.grant(steward, "steward")
    return steward, await office.hire_many(3, team="ward-7")


async def asked(office: Office) -> list[list[int]]:
    """Who was asked, round by round."""
    found = select(AskedRow.round_id, AskedRow.person_id).order_by(AskedRow.round_id, AskedRow.person_id)
    by_round: dict[int, list[int]] = {}
    async with office.works.database.begin() as connection:
        for number, person in await connection.execute(found):
            by_round.setdefault(number, []).append(person)
    return list(by_round.values())


@pytest.mark.long
async def test_a13_in_a_cycle_everybody_is_asked_once_and_only_they_read_the_question(office: Office) -> None:
    steward, colleagues = await at_work(office)
    await office.start_pulse(steward)
    assert "Each time it asks one person in 4, everybody in turn." in await colleagues[0].visits_home()
    reading: list[str] = []
    for thursday in THURSDAYS:
        await office.until(thursday)
        day = f"Open until Monday {office.clock.at.day + 11 if office.clock.at.day < 20 else office.clock.at.day - 19}"
        on_home = [each for each in (steward, *colleagues) if day in await each.visits_home()]
        assert on_home == [each for each in (steward, *colleagues) if _told(each, day)]
        reading += [each.name for each in on_home]
    rounds = await asked(office)
    assert [len(people) for people in rounds] == [15, 15, 15, 15]
    assert len({person for people in rounds for person in people}) == 60
    assert sorted(reading) == sorted(each.name for each in (steward, *colleagues))
    assert "Each time one person in 4 is asked, everybody in turn." in await colleagues[0].visits_home()


@pytest.mark.long
async def test_a13_a_sample_is_released_for_the_whole_organisation_and_no_answer_says_its_team(tmp_path: Path) -> None:
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=100)
    steward, colleagues = await at_work(office, of=2)
    everybody = [steward, *colleagues, *await office.hire_many(20, team="ward-7")]
    await office.start_pulse(steward)
    await office.until(THURSDAYS[0])
    for each in everybody:
        if "Open until" in await each.visits_home():
            assert "The same goes for the results of each team." not in each.newest.text
            await each.answers(5)
    await office.until("2026-11-16T12:00")
    async with office.works.database.begin() as connection:
        assert set((await connection.execute(select(AskedRow.team_id))).scalars()) == {None}
        assert [row for [row] in await connection.execute(select(RoundRow.teams))] == [[], []]
        assert (await connection.execute(select(CellRow.node, CellRow.answers))).all() == [("", 12)]
    await office.close()


def _told(who: Colleague, day: str) -> bool:
    text = who.newest.text if who.messages() else ""
    return "Open until" in text and day.removeprefix("Open until ") in text


async def test_a1_whoever_joins_takes_a_slot_and_whoever_leaves_is_not_asked_again(office: Office) -> None:
    steward, colleagues = await at_work(office, of=3)
    await office.start_pulse(steward)
    await office.until(THURSDAYS[0])
    [before] = await asked(office)
    new = [await office.hire(f"New colleague {each}") for each in range(6)]
    await office.leaves(colleagues[0])
    assert await asked(office) == [before]
    await office.until(THURSDAYS[2])
    rounds = await asked(office)
    assert rounds[0] == before
    met = Counter(person for people in rounds for person in people)
    assert set(met.values()) == {1}
    async with office.works.database.begin() as connection:
        slots = (await connection.execute(select(SlotRow.slot, func.count()).group_by(SlotRow.slot))).all()
    assert sum(count for _, count in slots) == 60 - 1 + len(new)
    assert max(count for _, count in slots) - min(count for _, count in slots) <= 2


async def test_a8_a_part_of_fewer_than_fifteen_is_not_asked_and_the_steward_hears_what_works(office: Office) -> None:
    steward, _ = await at_work(office, of=5)
    await steward.visits_home()
    await steward.presses("Start a question")
    assert "Each time it asks one person in 5, everybody in turn." in steward.dialog.text
    await steward.fills({"Who answers back?": "Dario Moretti"})
    await steward.sends()
    assert "One in 5 of 60 people is 12." in " ".join(steward.dialog.errors)
    assert "It works with one in 4 or fewer" in " ".join(steward.dialog.errors)
    await steward.dismisses()
    await office.start_pulse(steward)
    await office.until(THURSDAYS[0])
    assert await asked(office) == []
    assert "it asks one in 5 people each time, and that is fewer than 15 now" in steward.newest.text


async def test_a_small_circle_is_asked_whole_where_the_sample_begins_with_a_size(office: Office) -> None:
    steward, _ = await at_work(office, of=4, least=61)
    await office.start_pulse(steward)
    await office.until(THURSDAYS[0])
    await office.hire("Somebody new")
    await office.until(THURSDAYS[1])
    assert [len(people) for people in await asked(office)] == [60, 16]


async def test_the_start_form_foresees_the_part_that_is_asked_and_what_it_can_show(office: Office) -> None:
    steward, _ = await at_work(office, of=3)
    await steward.visits_home()
    await steward.presses("Start a question")
    assert "all or nearly all of 20 get it on the day it opens." in steward.dialog.text
    assert "With about 8 answers" in steward.dialog.text


async def test_slots_are_dealt_anew_after_a_year_at_the_beginning_of_a_cycle(office: Office) -> None:
    steward, _ = await at_work(office)
    await office.start_pulse(steward)
    await office.until(THURSDAYS[0])
    dealt = select(RotationRow.dealt_on, RotationRow.turn)
    async with office.works.database.begin() as connection:
        first = (await connection.execute(dealt)).one()
        year_ago = first.dealt_on.replace(year=2025)
        await connection.execute(update(RotationRow).values(turn=YEAR, dealt_on=year_ago))
    await office.until(THURSDAYS[1])
    async with office.works.database.begin() as connection:
        again = (await connection.execute(dealt)).one()
    assert (first.turn, again.turn, again.dealt_on.isoformat()) == (1, 1, "2026-11-12")
