"""A13: each turn is published for everybody together, and teams when everybody has had their turn, each person in it once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from sqlalchemy import func, select, update

from adapters.charts.studio import Studio
from bot.conversation import Turn
from bot.events import Due
from bot.exports import File, NotHere
from bot.languages import speaking
from bot.main import outlet
from bot.programme import instant
from bot.settings import Settings
from bot.words import Words
from conversations import ask
from storage import ballots, boxes, programmes
from storage.ballots import Urn
from storage.boxes import Shelf
from storage.disclosure.measures import one_of
from storage.exports import board, published
from storage.exports.published import Form
from storage.loop import AskedRow, CellRow, MomentRow, ProgrammeRow, RoundRow
from storage.rotation import SlotRow
from storage.rounds import Asking
from storage.work import Work
from tests.attack.world import built, instead
from tests.conversations import turns
from tests.conversations.test_ballots import everything_in
from tests.conversations.test_unlinkable import InMemory, masked
from tests.conversations.turns import CLOSES, OPENINGS, TURNS
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office
from tests.witness import dump

LATER = "Results by team may follow when everybody has had their turn"
ALL_ASKED = 15 + 75 * 3 + 4
"""The office's own quiet people, three crowds, and those with accounts."""


@pytest.fixture
async def started(bare: Office) -> Office:
    steward, _ = await turns.at_work(bare)
    await bare.start_pulse(steward)
    return bare


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
    if who in told or not who.messages() or "then also by team" not in who.newest.text:
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


async def test_a13_killed_in_the_middle_of_a_close_nothing_is_handed_on_or_shown_twice_or_half(started: Office) -> None:
    whole = started.works.bot

    async def dies(turn: Turn, event: Due) -> None:
        await ask.CONVERSATION.dues["ask.closes"](turn, event)
        raise OSError("killed before the commit")

    dying = built(started.works, instead(replace(ask.CONVERSATION, dues={"ask.closes": dies})))
    for opening in OPENINGS:
        await started.until(opening)
        await turns.turn(started)
    for at, close in enumerate(CLOSES):
        moment = instant(datetime.fromisoformat(close), "Europe/London")
        await started.pass_to(moment - timedelta(minutes=1))
        before, started.clock.at, started.works.bot = await rows(started), moment, dying
        await started.works.catch_up()
        assert await rows(started) == before
        started.works.bot = whole
        for _ in range(2):
            await started.works.catch_up()
        after = await rows(started)
        last = at == TURNS - 1
        assert (after["box"], after["release"]) == (0 if last else 1, at + (2 if last else 1))
        async with started.works.database.begin() as connection:  # as if it had been killed right after the commit
            await connection.execute(update(MomentRow).values(keys_gone_at=None))
        await started.works.catch_up()
    assert await turns.end(started)


async def test_a13_a_cycle_with_a_turn_left_out_ends_without_teams_and_leaves_nothing(started: Office) -> None:
    """So does one whose programme is stopped, whatever the reason: the next turn is not open when this one closes."""
    for opening in OPENINGS[:2]:
        await started.until(opening)
        await turns.turn(started)
    async with started.works.ledger.begin() as work:
        programme = (await work.connection.execute(select(ProgrammeRow.ref))).scalar_one()
        assert await programmes.stop(work, programme)
    await started.until(CLOSES[0])
    assert (await rows(started))["box"] == 1
    await started.until(CLOSES[-1])
    await started.works.catch_up()
    left = await rows(started)
    assert (left["box"], left["ballot"], left["release"], await turns.end(started)) == (0, 0, 2, None)


async def test_c2_c4_between_turns_no_copy_tells_which_team_answered_what(tmp_path: Path) -> None:
    """Two lives in which the figures for everybody are the same, and two teams have given one another's answers."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    lives = [await a_turn(tmp_path / name, moods) for name, moods in (("one", POOR_AND_GOOD), ("other", GOOD_AND_POOR))]
    assert lives[0] == lives[1]
    assert len(lives[0]["box"]) == 1


ANSWERS = ("ballot", "box", "cell", "comment", "cycle", "figure", "moment", "rate", "release", "rotation", "round")
"""The tables that could tell anything of answers; those of whose turn it is differ, because that is drawn by lot."""
POOR_AND_GOOD, GOOD_AND_POOR = {"theatres": (1,), "surgery": (10,)}, {"theatres": (10,), "surgery": (1,)}


async def a_turn(folder: Path, moods: Mapping[str, Sequence[int]]) -> dict[str, list[tuple[object, ...]]]:
    """What a copy holds between the first close and the second, without what is random; its box opens with no key that is
    gone, with none that is there before its turn, and not where anything was changed."""
    office = await Office.open(BareDriver(), await fresh_sqlite(folder), folder)
    steward, _ = await turns.at_work(office)
    await office.start_pulse(steward)
    await office.until(OPENINGS[0])
    both = min([await turns.heads(office, team) for team in moods])
    first = await turns.turn(office, moods=moods, most=both)
    keys = office.works.secrets.get(f"ballot-{first.urn.ref}") or b""
    await office.until(CLOSES[0])
    await office.works.catch_up()
    kept = dump(office.works.database)
    seen = {name: sorted(map(masked, kept[name]), key=repr) for name in ANSWERS}
    await office.works.database.close()
    assert not any(half in each for each in everything_in(folder) for half in (keys[:32], keys[32:]))
    await office.close()
    return seen


def test_b7_a_box_opens_only_with_all_the_keys_of_its_turn_and_only_as_it_was_put_in() -> None:
    keys, keeper = InMemory(), PrivateKey.generate()
    urn = Urn(1, "r", ballots.make_keys(Work(None, keys), "r", bytes(keeper.public_key)))  # type: ignore[arg-type]
    shelf = Shelf(2, ("", "a"), (one_of("q", 3),))
    few, many = {"q": {"a": Counter({1: 1})}}, {"q": {"": Counter({0: 70_000}), "a": Counter({2: 9})}}
    box = boxes.locked(keys, urn, shelf, [many], about="turn 1")
    assert len(boxes.locked(keys, urn, shelf, [few, few], about="turn 1").sealed) == len(box.sealed)
    assert boxes.unlocked(keys, urn, shelf, box, about="turn 1", half=bytes(keeper)) == [many, {"q": {}}]
    forged = boxes.Box(ballots.lock(urn, b"\1" * 48), box.mark)
    other = PrivateKey.generate()
    for wrong, about, half in (
        (box, "turn 1", b""),
        (box, "turn 1", bytes(other)),
        (box, "turn 2", bytes(keeper)),
        (forged, "turn 1", bytes(keeper)),
    ):
        with pytest.raises(ballots.KeysLost):
            boxes.unlocked(keys, urn, shelf, wrong, about=about, half=half)


async def the_rest(office: Office) -> None:
    for opening in OPENINGS[1:]:
        await office.until(opening)
        await turns.turn(office)
    await office.until(CLOSES[-1])


async def rows(office: Office) -> dict[str, int]:
    found = dump(office.works.database)
    return {
        name: len(found[name]) for name in ("ballot", "box", "cell", "release", "round", "moment", "asked", "cycle")
    }


async def comes_back_with_another_slot(office: Office) -> int:
    """Somebody who has had a turn leaves and comes back, and is given the slot of the next one."""
    async with office.works.database.begin() as connection:
        had = (await connection.execute(select(func.min(AskedRow.person_id)))).scalar_one()
        await connection.execute(update(SlotRow).where(SlotRow.person_id == had).values(slot=1))
    return int(had)
