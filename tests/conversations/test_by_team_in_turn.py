"""A13: each turn is published for everybody together, and teams when everybody has had their turn, each person in it once."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from adapters.charts.studio import Studio
from bot.exports import File, NotHere
from bot.languages import speaking
from bot.main import outlet
from bot.settings import Settings
from bot.words import Words
from storage.exports import board, published
from storage.exports.published import Form
from storage.loop import AskedRow, CellRow, ProgrammeRow, RoundRow
from storage.rotation import SlotRow
from storage.rounds import Asking
from tests.conversations import turns
from tests.conversations.turns import CLOSES, OPENINGS, TURNS
from tests.harness import Colleague, Office

LATER = "Results by team may follow when everybody has had their turn"
ALL_ASKED = 15 + 75 * 3 + 4
"""The office's own quiet people, three crowds, and those with accounts."""


@pytest.mark.long
async def test_a13_a_question_in_turn_is_shown_by_team_when_everybody_has_had_their_turn(office: Office) -> None:
    steward, colleagues = await turns.at_work(office)
    await office.start_pulse(steward)
    assert LATER in await colleagues[0].visits_home()
    told: list[Colleague] = []
    asked: set[str] = set()
    for at, opening in enumerate(OPENINGS):
        await office.until(opening)
        asking = await turns.turn(office)
        assert (asking.turn, asking.turns) == (at, TURNS)
        asked |= {each.id for each in asking.questions}
        told += [each for each in (steward, *colleagues) if await reads_what_is_kept(each, told)]
    assert (len(asked), len(told)) == (1, 4)  # everybody is asked the same, once
    await office.until(CLOSES[-1])
    await as_the_one_who_answers_back_sees_it(steward)
    await as_staff_see_it(colleagues[0])


async def reads_what_is_kept(who: Colleague, told: list[Colleague]) -> bool:
    if who in told or not who.messages() or "then, if enough answered, also by team" not in who.newest.text:
        return False
    await who.presses("Answer")
    assert "In a small team that can be your answer alone." in who.dialog.text
    await who.dismisses()
    return True


async def as_the_one_who_answers_back_sees_it(steward: Colleague) -> None:
    await steward.visits_home()
    await steward.presses("Results")
    listed = steward.dialog.fields["Which round?"]
    alone, ended = "30 Nov · How work has been · no answer yet", "30 Nov · How work has been, by team · no answer yet"
    await steward.fills({"Which round?": next(each for each in listed if each == alone)})
    await steward.sends()
    assert "Turn 3 of 3. Results by team may follow after the last one." in steward.dialog.text
    assert "Teams" not in steward.dialog.buttons
    await steward.presses("All rounds")
    await steward.fills({"Which round?": next(each for each in listed if each == ended)})
    await steward.sends()
    assert "The answers of 3 turns together, in which everybody was asked once." in steward.dialog.text
    await steward.presses("Teams")
    assert "4 of 5 teams had enough answers to show." in steward.dialog.text
    await steward.presses("Back to the round")
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "Hot food at night.", "By when?": "2026-12-21"})
    await steward.sends()
    await steward.dismisses()


async def as_staff_see_it(nurse: Colleague) -> None:
    assert "How work has been, by team" in await nurse.visits_home()
    await nurse.presses("See it all")
    assert "The answers of 3 turns together" in nurse.dialog.text
    assert "Ward 9" in nurse.dialog.text
    assert "78 people answered" in nurse.dialog.text


@pytest.mark.long
async def test_a13_each_person_is_in_it_once_and_figures_are_sums_of_those_that_were_out(
    started: Office, tmp_path: Path
) -> None:
    await started.until(OPENINGS[0])
    await turns.turn(started)
    again = await comes_back_with_another_slot(started)
    await the_rest(started)
    ended = await turns.end(started)
    assert ended
    async with started.works.database.begin() as connection:
        found = select(AskedRow.person_id, RoundRow.turn).join(RoundRow).where(RoundRow.cycle == ended.cycle)
        asked = (await connection.execute(found)).all()
        cells = (await connection.execute(select(CellRow).where(CellRow.question == ended.questions[0].id))).all()
    had = [row.person_id for row in asked if row.turn is not None]
    assert sorted(had) == sorted(row.person_id for row in asked if row.turn is None)
    assert (len(had), len(set(had)), had.count(again)) == (ALL_ASKED, ALL_ASKED, 1)
    single = [row for row in cells if row.moment_id != ended.urn.id]
    by_team = {row.node: row for row in cells if row.moment_id == ended.urn.id}
    assert {row.node for row in single} == {""}
    assert by_team.keys() == {"", "ward-9", "theatres", "surgery", "medicine"}
    for figure in ("answers", "good", "middle", "poor"):
        assert getattr(by_team[""], figure) == sum(getattr(row, figure) for row in single)
    # Everybody on ward 9 gave a poor answer. Two of these are two of other teams now, from the same turns (A7).
    assert (by_team["ward-9"].answers, by_team["ward-9"].poor, by_team["ward-9"].capped) == (78, 76, True)
    await leaves_by_every_exit(started, ended, tmp_path)


async def leaves_by_every_exit(office: Office, ended: Asking, folder: Path) -> None:
    works = office.works
    exports = outlet(
        Settings("", folder, house=works.house), works.database, works.clock, speaking({}), charts=Studio()
    )
    async with works.database.begin() as connection:
        programme = (await connection.execute(select(ProgrammeRow.ref))).scalar_one()
        await connection.execute(update(RoundRow).values(stage="shared", shared_at=works.clock.now()))
    rounds, rows = await exports.rounds(programme), await exports.results(ended.round_ref)
    assert not isinstance(rounds, NotHere)
    assert not isinstance(rows, NotHere)
    assert [each["sums"] for each in rounds if each["sums"]] == [TURNS]
    assert {row["team"]: row["n"] for row in rows if row["kind"] == "question"}["ward-9"] == 78
    series = {team: await exports.series(programme, ended.questions[0].id, team) for team in ("", "ward-9")}
    told = {team: {row["round"] for row in found if isinstance(row, dict)} for team, found in series.items()}  # type: ignore[union-attr]
    assert (len(told[""]), told["ward-9"]) == (TURNS, {ended.round_ref})
    assert isinstance(await exports.file(ended.round_ref, "csv", shared=True), File)
    assert isinstance(await exports.file(ended.round_ref, "json", shared=True), File)
    of = await form_of(office, ended)
    async with works.database.begin() as connection:
        paper = await board.paper(connection, Words(), board.Wish(of, ended.subject, "Northfield", works.clock.now()))
    said = " ".join(item.told for part in paper.parts for item in part.items)
    assert "Over 3 turns, in which everybody was asked once, " in said
    assert "3 rounds closed in this time." in said


async def form_of(office: Office, ended: Asking) -> Form:
    async with office.works.database.begin() as connection:
        form = await published.form_of(connection, ended.round_ref)
    assert form
    return form


async def the_rest(office: Office) -> None:
    for opening in OPENINGS[1:]:
        await office.until(opening)
        await turns.turn(office)
    await office.until(CLOSES[-1])


async def comes_back_with_another_slot(office: Office) -> int:
    """Somebody who has had a turn leaves and comes back, and is given the slot of the next one."""
    async with office.works.database.begin() as connection:
        had = (await connection.execute(select(func.min(AskedRow.person_id)))).scalar_one()
        await connection.execute(update(SlotRow).where(SlotRow.person_id == had).values(slot=1))
    return int(had)
