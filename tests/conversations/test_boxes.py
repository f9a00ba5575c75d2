"""What turns came to by team lies between them as safe as ballots do, and nothing is handed on twice or half (A13, B4, B8)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from sqlalchemy import select, update

from bot.conversation import Turn
from bot.events import Due
from bot.programme import instant
from conversations import ask
from storage import ballots, boxes, cycles, programmes, rounds
from storage.ballots import Urn
from storage.boxes import Shelf
from storage.cycles import CycleRow
from storage.disclosure.measures import one_of
from storage.loop import MomentRow, ProgrammeRow
from storage.work import Work
from tests.attack.world import built, instead
from tests.conversations import turns
from tests.conversations.test_ballots import everything_in
from tests.conversations.test_unlinkable import InMemory, masked
from tests.conversations.turns import CLOSES, OPENINGS, TURNS
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office
from tests.keeping import Staffside, looks_at
from tests.witness import dump


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_a13_a_last_turn_that_can_never_be_counted_by_team_ends_without_teams_and_leaves_nothing(
    started: Office,
) -> None:
    """The teams of the cycle are such that nothing can read them: everybody together is published, and no team ever."""
    for opening in OPENINGS:
        await started.until(opening)
        await turns.turn(started)
    await started.until(CLOSES[1])
    last, close = await turns.newest(started), instant(datetime.fromisoformat(CLOSES[2]), "Europe/London")
    async with started.works.database.begin() as connection:
        await connection.execute(update(CycleRow).values(teams=[["broken"]]))
    for late in (*range(6), *range(60, 63)):
        started.clock.at = close + timedelta(minutes=late)
        await started.works.catch_up()
    left = await rows(started)
    assert (left["box"], left["ballot"], left["release"], await turns.end(started)) == (0, 0, TURNS, None)
    assert started.works.secrets.get(f"ballot-{last.urn.ref}") is None
    async with started.works.database.begin() as connection:
        ended = await rounds.question(connection, last.urn.ref)
    assert ended
    assert (ended.stage, ended.uncounted) == ("closed", True)
    told = " ".join(each.text for person in started.people for each in person.messages())
    assert "Results by groups and by team could not be counted" in told


@pytest.mark.long
async def test_c2_c4_between_turns_no_copy_tells_which_team_answered_what(tmp_path: Path) -> None:
    """Two lives in which the figures for everybody are the same, and two teams have given one another's answers."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    lives = [await a_turn(tmp_path / name, moods) for name, moods in (("one", POOR_AND_GOOD), ("other", GOOD_AND_POOR))]
    assert lives[0] == lives[1]
    assert len(lives[0]["box"]) == 1


ANSWERS = ("ballot", "box", "cell", "comment", "cycle", "figure", "moment", "release", "rotation", "round")
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


@pytest.mark.long
async def test_b7_with_a_keeper_a_box_is_behind_the_keepers_key_of_the_turn_that_is_open(tmp_path: Path) -> None:
    keeper, home = Staffside(tmp_path / "staffside"), tmp_path / "hearback"
    home.mkdir()
    office = await Office.open(BareDriver(), await fresh_sqlite(home), home, keeper=keeper.asked_by)
    steward, _ = await turns.at_work(office)
    await office.start_pulse(steward)
    for wall in sorted((*OPENINGS, *CLOSES)):
        await looks_at(office, keeper, instant(datetime.fromisoformat(wall), "Europe/London"))
        if wall in OPENINGS:
            await turns.turn(office)
        elif wall == CLOSES[0]:
            asking = await turns.newest(office)
            async with office.works.ledger.begin() as work:
                held = await cycles.held(work, asking)
            assert held
            assert cycles.came(office.works.secrets, held, {}, b"") is None  # all that lies here does not open it
            assert cycles.came(office.works.secrets, held, {}, keeper.held()[asking.urn.ref]) is not None
    assert await turns.end(office)
    await office.close()


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


async def rows(office: Office) -> dict[str, int]:
    found = dump(office.works.database)
    return {
        name: len(found[name]) for name in ("ballot", "box", "cell", "release", "round", "moment", "asked", "cycle")
    }
