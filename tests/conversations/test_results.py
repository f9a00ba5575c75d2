"""What a release looks like to the people of a small ward and of a big one, and to stewards; and what nobody may see."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update

from bot.programme import instant
from storage import rates
from storage.loop import ProgrammeRow
from tests.conversations.crowd import HEADS, cast, settle
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office

OPENS, CLOSES = "2026-11-05T10:00", "2026-11-16T12:00"
HIDDEN = "not enough answers to show"


@pytest.fixture
async def trust(tmp_path: Path) -> AsyncIterator[Office]:
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=0)
    await settle(office)
    yield office
    await office.close()


async def at_work(office: Office) -> tuple[Colleague, Colleague, Colleague, Colleague]:
    """The one who answers back, another steward, a nurse of a small ward and one of a big ward."""
    dario, erin = await office.hire("Dario Moretti"), await office.hire("Erin Walsh")
    for each in (dario, erin):
        await office.grant(each, "steward")
    amara = await office.hire("Amara Okafor", team="ward-7")
    bryn = await office.hire("Bryn Pritchard", team="ward-9")
    await office.start_pulse(dario)
    return dario, erin, amara, bryn


def scores(many: int, middle: int, seed: int = 1) -> list[str]:
    draw = Random(seed)
    return [str(min(10, max(0, round(draw.gauss(middle, 1.6))))) for _ in range(many)]


async def closed(office: Office) -> tuple[Colleague, Colleague, Colleague, Colleague]:
    """Ward 7 has four answers, the other teams plenty."""
    people = await at_work(office)
    await office.until(OPENS)
    given = {"ward-7": scores(4, 5), "ward-9": scores(26, 6), "theatres": scores(14, 8), "surgery": scores(12, 7)}
    await cast(office, given | {"medicine": scores(18, 6)}, comments=4)
    await office.until(CLOSES)
    return people


async def answered_back(dario: Colleague) -> None:
    await dario.presses("Answer back")
    await dario.fills({"What will be done?": "Hot food at night.", "By when?": "2026-12-01"})
    await dario.sends()
    await dario.dismisses()


async def test_between_the_close_and_the_result_it_is_said_that_it_is_being_counted(trust: Office) -> None:
    steward = (await at_work(trust))[1]
    await trust.until(OPENS)
    trust.clock.at = instant(datetime.fromisoformat(CLOSES), "Europe/London")  # nothing that is due has been done yet
    await steward.visits_home()
    await steward.presses("Results")
    assert steward.dialog.fields["Which round?"] == ("16 Nov · How work has been · not counted yet",)
    await steward.sends()
    assert "Counting since Monday 16 November, 12:00." in steward.dialog.text
    assert "Open until" not in steward.dialog.text


async def all_of_it(who: Colleague) -> str:
    await who.visits_home()
    await who.presses("See it all")
    return who.dialog.text


async def looked_at(who: Colleague, label: str = "") -> str:
    """Results from Home, the newest closed round, and a button on it."""
    await who.visits_home()
    await who.presses("Results")
    [round_] = [each for each in who.dialog.fields["Which round?"] if "16 Nov" in each]
    await who.fills({"Which round?": round_})
    await who.sends()
    if label:
        await who.presses(label)
    return who.dialog.text


@pytest.mark.long
async def test_a11_a_nurse_of_a_small_ward_is_shown_the_next_level_up_by_name_and_its_comments(trust: Office) -> None:
    dario, erin, amara, bryn = await closed(trust)
    await answered_back(dario)
    small, big = await all_of_it(amara), await all_of_it(bryn)
    assert "74 people answered." in small
    assert "Your team: Ward 7" in small
    assert "Not enough answers to show for Ward 7. Here is Medicine, which Ward 7 belongs to." in small
    assert "48 people answered." in small
    assert "Your team: Ward 9" in big
    assert "26 people answered." in big
    assert "Ward 9, comment 2" in big
    assert "Ward 9, comment 2" not in small
    assert "Ward 7, comment 2" in small  # on the page of Medicine, which both wards belong to
    read = await looked_at(erin, "What people added")
    assert all(f"{team}, comment 1" in read for team in ("Ward 7", "Ward 9", "Theatres", "Surgery", "Medicine"))


async def test_a_team_in_which_nobody_answered_looks_like_one_where_one_answer_is_missing(trust: Office) -> None:
    _, _, amara, _ = people = await at_work(trust)
    await trust.until(OPENS)
    await cast(trust, {"ward-9": scores(26, 6), "theatres": scores(9, 8), "surgery": scores(12, 7)})
    await trust.until(CLOSES)
    await answered_back(people[0])
    assert "Not enough answers to show for Ward 7." in await all_of_it(amara)
    table = await looked_at(people[1], "Teams")
    assert "Ward 7: not enough answers to show" in table  # nobody
    assert "Theatres: not enough answers to show" in table  # k - 1


@pytest.mark.long
async def test_a_steward_reads_charts_and_compares_but_only_what_was_released(trust: Office) -> None:
    dario, erin, _, _ = await closed(trust)
    assert "Dario Moretti reads the result first" in await looked_at(erin)
    await erin.dismisses()
    own = await looked_at(dario)
    assert "74 of 79" in own
    assert "probably between" in own
    assert own.rstrip().endswith("Ask Northfield IT to set HEARBACK_PUBLIC_URL.")
    await answered_back(dario)
    table = await looked_at(erin, "Teams")
    rows = [line.partition(":")[0] for line in table.splitlines() if HIDDEN in line or "How work has been " in line]
    assert rows == ["Medicine", "Ward 7", "Ward 9", "Surgery", "Theatres"]
    await erin.presses("Who may need support")
    listed = erin.dialog.text
    assert "Ward 7" not in listed
    assert listed.index("Ward 9") < listed.index("Theatres")
    await erin.presses("Back to the round")
    await erin.presses("Over time")
    assert "There are not two yet." in erin.dialog.text
    await erin.fills({"Whose answers?": "Ward 9"})
    await erin.sends()
    assert "There are not two yet." in erin.dialog.text


async def test_whoever_answers_back_reads_what_fits_beside_the_result_and_where_all_of_it_stands(trust: Office) -> None:
    dario, *_ = await at_work(trust)
    await trust.until(OPENS)
    await cast(trust, {key: scores(heads, 6) for key, heads in HEADS.items()}, comments=30)
    await trust.until(CLOSES)
    await dario.presses("Answer back")
    assert 0 < dario.dialog.text.count(", comment ") < sum(HEADS.values())
    assert "You find all of it on Home, under Results" in dario.dialog.text
    await dario.dismisses()
    read = (await looked_at(dario, "What people added")).splitlines()
    await dario.presses("More")
    read += dario.dialog.text.splitlines()
    assert len([line for line in read if ", comment " in line]) == sum(HEADS.values())
    await dario.presses("Back to the round")
    await answered_back(dario)


async def test_a2_two_looks_within_a_day_show_the_same_rate(trust: Office) -> None:
    _, erin, _, _ = await at_work(trust)
    await trust.until(OPENS)
    first = await rate_seen(erin)
    assert "fewer than 10%, counted on Thursday 5 November" in first
    await cast(trust, {"ward-9": scores(26, 6)})
    await trust.wait(hours=8)
    assert await rate_seen(erin) == first
    await trust.wait(days=1)
    assert "at least 30%, counted on Friday 6 November" in await rate_seen(erin)


async def test_a2_a_question_to_one_team_has_no_rate_while_it_is_open(trust: Office) -> None:
    dario, erin, _, _ = await at_work(trust)
    templates = trust.works.house.templates
    assert isinstance(templates, dict)
    templates["ward"] = replace(templates["pulse"], name="ward", circle="ward-9")
    async with trust.works.ledger.begin() as work:
        await work.connection.execute(update(ProgrammeRow).values(next_at=None))
    await trust.start_pulse(dario, template="ward")
    await trust.until(OPENS)
    await cast(trust, {"ward-9": scores(26, 6)})
    await trust.wait(days=1)
    seen = await rate_seen(erin)
    assert "there is no figure of how many have answered until it closes" in seen
    assert "%" not in seen
    async with trust.works.database.begin() as connection:
        assert (await connection.execute(select(rates.RateRow))).all() == []


async def test_a2_a_nurse_and_a_stranger_to_the_round_follow_nothing(trust: Office) -> None:
    _, _, amara, _ = await at_work(trust)
    await trust.until(OPENS)
    assert "Results" not in (await amara.sees_home()).buttons
    await trust.forges(amara, "results.round", "", {"round": "0" * 32})
    assert "Only stewards" in " ".join(amara.dialog.errors)


@pytest.mark.parametrize(
    ("answered", "asked", "said"), [(0, 15, 0), (1, 15, 0), (14, 15, 90), (15, 15, 100), (0, 0, 0)]
)
def test_a2_a_rate_is_rounded_down_to_a_whole_ten(answered: int, asked: int, said: int) -> None:
    assert rates.rounded(answered, asked) == said


async def test_a_charity_of_thirty_sees_the_whole_and_no_dead_end(bare: Office) -> None:
    dario = await bare.hire("Dario Moretti")
    await bare.grant(dario, "steward")
    nurse = await bare.hire("Amara Okafor", team="kitchen")
    others = await bare.hire_many(6)
    await bare.start_pulse(dario)
    await bare.until(OPENS)
    for score, each in enumerate(others, start=4):
        await each.answers(score)
    await bare.until(CLOSES)
    await answered_back(dario)
    await nurse.visits_home()
    await nurse.presses("See it all")
    assert "6 people answered." in nurse.dialog.text
    assert "The true average probably lies between 3.0 and 10.0." in nurse.dialog.text
    assert (
        "Fewer than 60 people were asked. So there is one result for everybody, and none for teams."
        in nurse.dialog.text
    )
    await looked_at(dario)
    assert "Teams" not in dario.dialog.buttons
    assert {"Over time", "What people added", "All rounds"} <= set(dario.dialog.buttons)


async def rate_seen(who: Colleague) -> str:
    await who.visits_home()
    await who.presses("Results")
    await who.sends()
    text = who.dialog.text
    await who.dismisses()
    return text
