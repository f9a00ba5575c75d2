"""A round that is also shown by what people said about themselves: announced first, told in the question, never too small."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from nacl.public import PrivateKey
from sqlalchemy import select

from bot.detail import ID, Detail, read_back, written
from bot.events import Due
from bot.programme import instant
from conversations.ask.closing import close
from storage import ballots, counting, details, releases, rounds
from storage.counting import published
from storage.loop import BallotRow, MomentRow
from storage.people import PersonRow
from storage.rounds import Asking
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office, known_details, scored
from tests.storage.test_counting import ALONE, asking, question

FIRST, SECOND, CLOSES = "2026-11-05T10:00", "2026-11-12T10:00", "2026-11-23T12:00"
TOLD = "Results are also shown by age, for groups in which at least 20 people answer."
AGE, ETHNIC = known_details()["age-band"], known_details()["ethnic-group"]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(
        BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=118, details=("age-band", "ethnic-group")
    )
    yield opened
    await opened.close()


async def at_work(office: Office) -> tuple[Colleague, Colleague]:
    pulse = office.works.house.templates["pulse"]
    assert pulse.ask.rotation
    same = replace(pulse.ask.rotation, items=pulse.ask.rotation.items[:1])
    by_age = replace(pulse, ask=replace(pulse.ask, by="age-band", rotation=same))
    office.works.house.templates["pulse"] = by_age  # type: ignore[index]
    steward, nurse = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(steward, "steward")
    await office.start_pulse(steward)
    return steward, nurse


async def says_about_herself(who: Colleague, age: str) -> None:
    await who.visits_home()
    await who.presses("About you")
    await who.fills({"How old are you?": age})
    await who.sends()
    await who.dismisses()


async def everybody_else_answers(office: Office, ref: str) -> None:
    """118 people: 30 under 30, 28 to 44, 30 to 59, 30 over that; the young and the old are of another mind."""
    async with office.works.ledger.begin() as work:
        asked = await rounds.question(work.connection, ref)
        assert asked
        people = (
            await work.connection.execute(select(PersonRow.id).where(PersonRow.name == "Somebody quiet"))
        ).scalars()
        ages = ["under-30"] * 30 + ["from-30"] * 28 + ["to-59"] * 30 + ["from-60"] * 30
        for number, (person, age) in enumerate(zip(people, ages, strict=True)):
            await details.keep(work, person, {"age-band": age})
            said = {asked.questions[0].id: str(number % 11 if "30" in age else number % 7)}
            value = await details.said_by(work, person, "age-band")
            await ballots.cast(work, asked.urn, person, ballots.Ballot(None, said, values={"age-band": value}))


async def test_p12_no_result_is_shown_by_something_before_it_was_announced_for_five_working_days(
    office: Office,
) -> None:
    _, nurse = await at_work(office)
    await office.wait(minutes=1)
    assert "New: you can say something about you, if you want to: age and ethnic group." in await nurse.visits_home()
    await office.until(FIRST)
    await nurse.presses("Answer")
    assert "also shown by" not in nurse.dialog.text
    await nurse.dismisses()
    await office.until(SECOND)
    assert "New: you can say" not in await nurse.visits_home()
    async with office.works.database.begin() as connection:
        specs = (
            await connection.execute(select(MomentRow.spec).where(MomentRow.kind == "ASK").order_by(MomentRow.id))
        ).scalars()
        assert ["by" in spec for spec in specs] == [False, True]


@pytest.mark.long
async def test_a6_groups_are_released_from_twice_k_and_what_people_said_goes_with_their_answer(office: Office) -> None:
    steward, nurse = await at_work(office)
    await says_about_herself(nurse, "30 to 44")
    await office.until(SECOND)
    ref = await _newest(office)
    await nurse.presses("Answer", on="Open until: Monday 23 November")
    assert TOLD in " ".join(nurse.dialog.text.split())
    await nurse.fills({"All in all, how has work been for you this past week?": scored(7)})
    await nurse.sends()
    await nurse.dismisses()
    await everybody_else_answers(office, ref)
    lying = await _ballots(office)
    await says_about_herself(nurse, "Under 30")
    await office.leaves(steward)
    await office.works.tidy()
    assert await _ballots(office) == lying  # a1: what has been answered stays as it was
    await office.until(CLOSES)
    async with office.works.database.begin() as connection:
        asked = await rounds.question(connection, ref)
        assert asked
        groups = await releases.groups_of(connection, asked.urn.id, asked.questions)
        whole = await releases.cells_of(connection, asked.urn.id, asked.questions)
    one = asked.questions[0].id
    assert whole[one].answers == 119
    assert {group: cells[one].answers for group, cells in groups["age-band"].items()} == {
        "under-30": 30,
        "from-30": 29,
        "to-59": 30,
        "from-60": 30,
    }


async def test_an_answer_that_came_while_groups_were_counted_is_counted_at_the_next_look_at_the_clock(
    office: Office,
) -> None:
    _, nurse = await at_work(office)
    await office.until(SECOND)
    ref = await _newest(office)
    await nurse.presses("Answer", on="Open until: Monday 23 November")
    await nurse.fills({"All in all, how has work been for you this past week?": scored(7)})
    await nurse.sends()
    office.clock.at = instant(datetime.fromisoformat(CLOSES), "Europe/London")
    async with office.works.ledger.begin() as work:
        asked = await rounds.question(work.connection, ref)
        assert asked
        early = await counting.count(work.secrets, replace(await counting.urnful(work, asked), ballots=()))
        turn = SimpleNamespace(work=work, prepared=early, now=office.clock.at)
        await close(turn, Due("ask.closes", ref))  # type: ignore[arg-type]
    assert len(await _ballots(office)) == 1
    await office.works.catch_up()
    assert await _ballots(office) == []


async def test_a1_somebody_who_takes_it_back_before_they_answer_is_in_no_group(office: Office) -> None:
    _, nurse = await at_work(office)
    await says_about_herself(nurse, "30 to 44")
    await office.until(SECOND)
    await nurse.visits_home()
    await nurse.presses("About you")
    await nurse.sends()
    assert "Nothing about you is kept now." in nurse.dialog.text
    await nurse.dismisses()
    ref = await _newest(office)
    await nurse.presses("Answer", on="Open until: Monday 23 November")
    await nurse.fills({"All in all, how has work been for you this past week?": scored(7)})
    await nurse.sends()
    async with office.works.ledger.begin() as work:
        asked = await rounds.question(work.connection, ref)
        assert asked
        [(_, sealed)] = await ballots.all_of(work, asked.urn)
        [ballot] = ballots.opened(work.secrets, asked.urn, [sealed])
    assert ballot.values == {}


async def test_an_answer_that_nobody_was_offered_is_refused_with_what_was_chosen_still_there(office: Office) -> None:
    _, nurse = await at_work(office)
    await office.forges(nurse, "about_you.keep", "", {"age-band": "under-45", "ethnic-group": "irish"})
    assert "Choose one of these, or leave it out." in nurse.dialog.errors
    assert "irish" in nurse.dialog.values.values() or "Irish" in nurse.dialog.values.values()


@pytest.mark.parametrize("silent", [0, 3, 40])
def test_a6_no_group_no_rest_of_all_groups_is_smaller_than_twice_k(silent: int) -> None:
    for seed in range(6):
        chance = Random(seed)
        common = ["british"] * 30 + ["indian", "african"] * 20
        values = [chance.choice([*common, *(each.id for each in ETHNIC.answers)]) for _ in range(120 - silent)]
        said = [{"ethnic-group": value} for value in values] + [{}] * silent
        opened = [ballots.Ballot(None, {"q": str(chance.randint(1, 5))}, values=each) for each in said]
        made, _ = published(_form(ETHNIC), replace(ALONE, asked={"": 120}), opened)
        [root, *groups] = sorted(made.questions[0].cells, key=lambda cell: cell.attribute)
        assert root.n == 120
        assert all(cell.n >= 20 for cell in groups)
        rest = root.n - sum(cell.n for cell in groups)
        assert rest == 0 or rest >= 20 or not groups
        assert bool(groups) == (silent != 3)  # three who say nothing would be a rest of three


def _form(detail: Detail) -> Asking:
    return replace(asking(question("q", "agreement"), preset="default", k=10), by=detail)


def test_where_a_group_is_small_it_is_merged_by_meaning_under_the_wider_name() -> None:
    ages = ["under-30"] * 3 + ["from-30"] * 37 + ["to-59"] * 40 + ["from-60"] * 40
    opened = [ballots.Ballot(None, {"q": str(1 + n % 5)}, values={"age-band": age}) for n, age in enumerate(ages)]
    made, _ = published(_form(AGE), replace(ALONE, asked={"": 120}), opened)
    shown = {cell.group: cell.n for cell in made.questions[0].cells if cell.attribute}
    assert shown == {"under-45": 40, "to-59": 40, "from-60": 40}


def test_c3_what_somebody_said_about_themselves_fits_into_any_ballot_and_does_not_show() -> None:
    size = ballots.sealed_size([question("q", "agreement")], comment=True)
    urn = ballots.Urn(1, "r", bytes(PrivateKey.generate().public_key), size)
    said: tuple[dict[str, str], ...] = ({}, {"age-band": "from-30"}, {"d" * ID: "a" * ID})
    longest = "\N{SHRUG}" * ballots.LONGEST_COMMENT
    assert {len(ballots.seal(urn, ballots.Ballot(10**9, {"q": "5"}, longest, values=each))) for each in said} == {size}


def test_a_detail_comes_back_from_the_round_as_it_was() -> None:
    assert read_back(written(ETHNIC)) == ETHNIC
    assert [len(ETHNIC.answers), len({each.above for each in ETHNIC.answers})] == [19, 5]


async def _newest(office: Office) -> str:
    async with office.works.database.begin() as connection:
        found = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id.desc())
        return str((await connection.execute(found)).scalars().first())


async def _ballots(office: Office) -> list[tuple[bytes, bytes]]:
    async with office.works.database.begin() as connection:
        return [(row.tag, row.sealed) for row in await connection.execute(select(BallotRow.tag, BallotRow.sealed))]
