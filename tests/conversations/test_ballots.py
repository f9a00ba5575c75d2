"""An answer without a name: what lies in the database tells nobody who said what, and nothing can be opened afterwards."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.events import Due
from storage import ballots
from storage.db import Database
from storage.loop import BallotRow, CellRow, MomentRow, ReleaseRow, RoundRow
from storage.work import Work
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office

PROMPT_DAY = "2026-11-05T10:00"
CLOSE = "2026-11-16T12:00"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


async def asked(office: Office, people: int = 6) -> list[Colleague]:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    rest = await office.hire_many(people - 1)
    await office.start_pulse(steward)
    await office.until(PROMPT_DAY)
    return [steward, *rest]


async def rows(office: Office, table: type[BallotRow]) -> list[tuple[bytes, bytes]]:
    async with office.works.database.begin() as connection:
        found = await connection.execute(select(table.tag, table.sealed))
        return [(tag, sealed) for tag, sealed in found]


async def moment(office: Office) -> tuple[str, bool]:
    async with office.works.database.begin() as connection:
        found = select(MomentRow.ref, MomentRow.keys_gone_at).where(MomentRow.kind == "ASK").order_by(MomentRow.id)
        row = (await connection.execute(found)).first()
    assert row is not None
    return row.ref, row.keys_gone_at is not None


def everything_in(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


async def test_c3_every_ballot_has_one_length_whatever_is_said(office: Office) -> None:
    people = await asked(office)
    longest = "\N{SHRUG}" * 500
    for each, (score, comment) in zip(people, [(0, ""), (10, "x"), (5, longest), (7, '"\\\n' * 160)], strict=False):
        await each.answers(score, comment)
    kept = await rows(office, BallotRow)
    assert len(kept) == 4
    async with office.works.database.begin() as connection:
        size = (await connection.execute(select(MomentRow.sealed_size).where(MomentRow.kind == "ASK"))).scalar_one()
    assert {len(sealed) for _, sealed in kept} == {size}
    assert {len(tag) for tag, _ in kept} == {32}


async def test_changing_an_answer_replaces_the_ballot_and_keeps_its_tag(office: Office) -> None:
    people = await asked(office)
    await people[1].answers(2)
    before = await rows(office, BallotRow)
    await people[1].dismisses()
    await people[1].answers(9)
    after = await rows(office, BallotRow)
    assert len(before) == len(after) == 1
    assert before[0][0] == after[0][0]
    assert before[0][1] != after[0][1]


async def test_the_words_of_an_answer_lie_in_no_file(office: Office, tmp_path: Path) -> None:
    people = await asked(office)
    await people[1].answers(3, "The rota came on Friday.")
    await office.works.database.close()
    assert not any(b"rota came" in kept for kept in everything_in(tmp_path))


async def test_c4_after_the_close_no_ballot_and_no_half_of_a_key_is_left(office: Office, tmp_path: Path) -> None:
    people = await asked(office)
    keys = {file.name: file.read_bytes() for file in (tmp_path / "secrets").glob("ballot-*")}
    assert len(keys) == 1
    for each in people:
        await each.answers(6)
    await office.until(CLOSE)
    await office.works.catch_up()
    ref, gone = await moment(office)
    assert gone
    assert not await rows(office, BallotRow)
    assert not (tmp_path / "secrets" / f"ballot-{ref}.key").exists()
    [key] = [key for name, key in keys.items() if ref in name]
    for kept in everything_in(tmp_path):
        assert key[:32] not in kept
        assert key[32:] not in kept


async def test_b4_ballots_come_out_in_an_order_that_says_nothing(office: Office) -> None:
    """Not in that of their tags either, in which they lie: whoever has the tag key could tell whose each one was."""
    async with office.works.ledger.begin() as work:
        urn = ballots.Urn(1, "here", ballots.make_keys(work, "here"), 1000)
        sealed = [ballots.seal(urn, ballots.Ballot(number, {})) for number in range(30)]
        orders = {tuple(each.node for each in ballots.opened(work.secrets, urn, sealed)) for _ in range(3)}
    assert (len(orders), {frozenset(each) for each in orders}) == (3, {frozenset(range(30))})


async def test_c6_a_backup_from_while_it_was_open_cannot_be_opened_afterwards(office: Office, tmp_path: Path) -> None:
    people = await asked(office)
    for each in people:
        await each.answers(6, "Only for the close.")
    async with office.works.database.begin() as connection:
        await connection.execute(text(f"VACUUM INTO '{tmp_path / 'backup.db'}'"))
    await office.until(CLOSE)
    await office.works.catch_up()
    backup = Database(f"sqlite:///{tmp_path / 'backup.db'}")
    async with backup.begin() as connection:
        row = (await connection.execute(select(MomentRow.id, MomentRow.ref, MomentRow.seal))).first()
        assert row is not None
        urn = ballots.Urn(row.id, row.ref, row.seal or b"")
        found = await ballots.all_of(Work(connection, office.works.secrets), urn)
        assert len(found) == len(people)
        with pytest.raises(ballots.KeysLost):
            ballots.opened(office.works.secrets, urn, [sealed for _, sealed in found])
    await backup.close()


async def test_a_crash_between_the_commit_and_the_key_s_end_is_made_good_by_the_next_tick(
    office: Office, tmp_path: Path
) -> None:
    people = await asked(office)
    for each in people:
        await each.answers(6)
    ref, _ = await moment(office)
    key = tmp_path / "secrets" / f"ballot-{ref}.key"
    shutil.copy(key, tmp_path / "kept")
    await office.until(CLOSE)
    shutil.copy(tmp_path / "kept", key)  # as if the process had died before destroying it
    async with office.works.database.begin() as connection:
        await connection.execute(text("UPDATE moment SET keys_gone_at = NULL"))
    await office.works.catch_up()
    assert not key.exists()
    assert (await moment(office))[1]


async def test_closing_twice_or_too_early_changes_nothing(office: Office) -> None:
    people = await asked(office)
    for each in people:
        await each.answers(6)
    ref, _ = await moment(office)
    await office.works.bot.answer(Due("ask.closes", ref))
    assert len(await rows(office, BallotRow)) == len(people)
    await office.until(CLOSE)
    await office.works.bot.answer(Due("ask.closes", ref))
    async with office.works.database.begin() as connection:
        assert len((await connection.execute(select(ReleaseRow.moment_id))).all()) == 1
        assert (await connection.execute(select(CellRow.answers))).scalar_one() == len(people)


async def test_a_lost_key_voids_the_round_in_plain_words(office: Office, tmp_path: Path) -> None:
    people = await asked(office)
    for each in people[:3]:
        await each.answers(6)
    ref, _ = await moment(office)
    office.works.secrets.destroy(f"ballot-{ref}")
    await people[4].answers(6, "My words.")
    assert any("cannot take answers any more" in error for error in people[4].dialog.errors)
    assert "My words." in people[4].dialog.values.values()
    await people[4].dismisses()
    await office.until(CLOSE)
    assert "This round was cancelled, because the key to the answers was lost" in await people[1].visits_home()
    assert any("the key to the answers was lost" in message.text for message in people[0].messages())
    async with office.works.database.begin() as connection:
        assert (await connection.execute(select(RoundRow.stage).order_by(RoundRow.id))).scalars().first() == "void"
        assert not (await connection.execute(select(CellRow.answers))).all()


async def test_a_round_for_fewer_than_fifteen_does_not_open_and_the_steward_hears_why(tmp_path: Path) -> None:
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=10)
    people = await asked(office, people=4)
    assert not people[1].messages()
    assert "fewer than 15 people are in the circle" in people[0].newest.text
    await office.close()


async def test_a_round_without_anybody_who_answers_back_does_not_open(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    other = await office.hire("Lowri Bevan")
    for each in (steward, other):
        await office.grant(each, "steward")
    await office.hire_many(5)
    await office.start_pulse(steward)
    await office.leaves(steward)
    await office.until(PROMPT_DAY)
    assert "nobody answers back any more" in other.newest.text
    assert "Start a question" in (await other.sees_home()).buttons


async def test_a_server_that_slept_through_a_round_does_not_ask_about_last_month(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    rest = await office.hire_many(5)
    await office.start_pulse(steward)
    office.clock.at = office.clock.at.replace(month=12, day=10, hour=10)
    await office.works.catch_up()
    await office.works.catch_up()
    assert len(rest[0].messages()) <= 1


def test_the_comment_is_cleaned_of_what_cannot_be_read() -> None:
    assert ballots.cleaned("  a\x00b\x1b[31m\nc\u202e  ") == "a b [31m\nc"
    assert len(ballots.cleaned("x" * 600)) == ballots.LONGEST_COMMENT


def test_a_ballot_too_large_for_its_envelope_is_refused_not_cut() -> None:
    with pytest.raises(ValueError, match="envelope"):
        ballots.seal(ballots.Urn(1, "", bytes(32), 1000), ballots.Ballot(1, {"score": "5"}, "\x01" * 500))
