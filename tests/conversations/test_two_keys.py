"""Where a keeper is set, answers without names open with two keys, and one of them is elsewhere until the close (B7)."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from sqlalchemy import select

from bot.keeper import PATIENCE
from storage import ballots
from storage.loop import BallotRow, CellRow, CommentRow, MomentRow, ReleaseRow
from storage.second_keys import LATE
from storage.secrets import SecretFiles
from storage.work import Work
from tests.conversations.test_ballots import everything_in
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office
from tests.keeping import (
    CLOSE,
    MOMENT,
    NAME,
    OPENS,
    SAID,
    Staffside,
    answered,
    asked,
    asking,
    at_work,
    held,
    hired,
    looks_at,
    stage,
)
from tests.witness import dump


@pytest.fixture
def keeper(tmp_path: Path) -> Staffside:
    return Staffside(tmp_path / "staffside")


@pytest.fixture
async def office(tmp_path: Path, keeper: Staffside) -> AsyncIterator[Office]:
    home = tmp_path / "hearback"
    home.mkdir()
    async with at_work(home, await fresh_sqlite(home), keeper) as opened:
        yield opened


async def test_b7_with_the_database_and_all_its_keys_nothing_opens_without_the_keeper(
    office: Office, keeper: Staffside, tmp_path: Path
) -> None:
    await answered(office)
    copied = SecretFiles(Path(shutil.copytree(tmp_path / "hearback" / "secrets", tmp_path / "copied")))
    now = await asking(office)
    async with office.works.database.begin() as connection:
        envelopes = [sealed for _, sealed in await ballots.all_of(Work(connection, copied), now.urn)]
    assert {len(each) for each in envelopes} == {now.urn.size}
    for guess in (b"", bytes(PrivateKey.generate()), (copied.get(f"ballot-{now.urn.ref}") or b"")[32:]):
        with pytest.raises(ballots.KeysLost):
            ballots.opened(copied, now.urn, envelopes, guess)
    opened = ballots.opened(copied, now.urn, envelopes, keeper.held()[now.urn.ref])
    assert {each.comment for each in opened} == {"", SAID, SAID * 2}  # so that what was tried before was the real thing
    # Nor does the keeper open anything: it has neither an envelope nor our key.
    assert not any(each[:200] in file.read_bytes() for each in envelopes for file in keeper.folder.iterdir())


async def test_b7_both_are_named_wherever_it_is_said_who_could_see_it(office: Office) -> None:
    someone = (await asked(office))[1]
    await someone.presses("Answer")
    assert f"Northfield IT has one. {NAME} has the other, and gives it out only after Monday 16 November, 12:00" in (
        someone.dialog.text
    )
    await someone.dismisses()
    assert f"Northfield IT has one, {NAME} the other" in await someone.visits_home()
    await someone.presses("Get help")
    assert NAME in someone.dialog.text
    await someone.dismisses()
    await someone.says("hello")
    assert f"Run by Northfield IT. {NAME} has the second key to the answers." in someone.newest.text


async def test_c4_c6_after_the_close_both_keys_are_gone_from_both_places(
    office: Office, keeper: Staffside, tmp_path: Path
) -> None:
    await answered(office)
    now = await asking(office)
    ours, theirs = office.works.secrets.get(f"ballot-{now.urn.ref}") or b"", keeper.held()[now.urn.ref]
    before = dump(office.works.database)
    await looks_at(office, keeper, CLOSE)
    assert await stage(office) == ["closed"]
    async with office.works.database.begin() as connection:
        assert (await connection.execute(select(CellRow.answers))).all() == [(6,)]
        gone = select(MomentRow.keys_gone_at).where(MomentRow.kind == "ASK")
        assert (await connection.execute(gone)).scalar_one() == CLOSE
    assert keeper.held() == {}
    await office.works.database.close()
    left = everything_in(tmp_path)
    assert not any(key in each for each in left for key in (ours[:32], ours[32:], theirs))
    with pytest.raises(ballots.KeysLost):
        ballots.opened(office.works.secrets, now.urn, [row[-1] for row in before["ballot"]], theirs)


async def test_a_question_with_names_opens_though_the_keeper_cannot_be_reached(
    office: Office, keeper: Staffside
) -> None:
    people = await hired(office)
    pulse = office.works.house.templates["pulse"]
    signed = replace(pulse, name="signed", ask=replace(pulse.ask, voice="named"))
    office.works.house.templates.update(signed=signed)  # type: ignore[attr-defined]
    await office.start_pulse(people[0], template="signed")
    keeper.cut = True
    await looks_at(office, keeper, datetime.fromisoformat(f"{OPENS}+00:00"))
    async with office.works.database.begin() as connection:
        voices = (await connection.execute(select(MomentRow.voice).where(MomentRow.kind == "ASK"))).scalars().all()
    assert voices == ["named"]


async def test_a_close_waits_for_the_keeper_s_clock_and_people_can_read_what_it_waits_for(
    office: Office, keeper: Staffside
) -> None:
    people = await answered(office)
    office.clock.at = CLOSE
    keeper.at(CLOSE - timedelta(hours=3))
    await office.works.catch_up()
    assert (await stage(office), await held(office, BallotRow)) == (["open"], 6)
    assert not any("second key" in each.text for each in people[0].messages())
    for _ in range(3):
        office.clock.at += LATE
        await office.works.catch_up()
    told = [each.text for each in people[0].messages() if "has not given out the second key" in each.text]
    assert len(told) == 1
    assert "If it is not there by Thursday 26 November, the round is cancelled." in await people[1].visits_home()
    keeper.at(CLOSE)
    office.clock.at += MOMENT
    await office.works.catch_up()
    assert (await stage(office), keeper.held()) == (["closed"], {})
    assert "second key" not in await people[1].visits_home()


async def test_b7_a_key_that_is_not_given_out_in_ten_days_voids_the_round_and_everybody_reads_so(
    office: Office, keeper: Staffside
) -> None:
    people = await answered(office)
    keeper.cut = True
    await looks_at(office, keeper, CLOSE + PATIENCE - timedelta(seconds=1))
    assert (await stage(office))[0] == "open"
    await looks_at(office, keeper, CLOSE + PATIENCE)
    assert (await stage(office))[0] == "void"
    said = (
        "This round was cancelled. Two keys are needed to read the answers, and one of them was lost, or not given out"
    )
    for each in people:
        assert f"{said} within 10 days." in await each.visits_home()
    assert any("the round was cancelled. Two keys are needed" in each.text for each in people[0].messages())
    assert [await held(office, each) for each in (BallotRow, ReleaseRow, CellRow, CommentRow)] == [0, 0, 0, 0]
    assert office.works.secrets.get(f"ballot-{(await asking(office)).urn.ref}") is None
    keeper.cut = False
    await looks_at(office, keeper, office.clock.at + MOMENT)
    assert (await asking(office)).urn.ref not in keeper.held()


async def test_a_wrong_key_from_the_keeper_is_none(office: Office, keeper: Staffside) -> None:
    await answered(office)
    [file] = keeper.folder.glob("*.key")
    file.write_bytes(file.read_bytes()[:8] + bytes(PrivateKey.generate()))
    await looks_at(office, keeper, CLOSE)
    assert (await stage(office), await held(office, BallotRow)) == (["open"], 6)
    steward = office.people[0]
    await steward.visits_home()
    await steward.presses("Results")
    await steward.sends()
    assert f"The answers are counted as soon as {NAME} has given out the second key." in steward.dialog.text
    assert "Open until" not in steward.dialog.text


async def test_without_the_setting_nothing_is_different(tmp_path: Path) -> None:
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    people = await asked(office)
    now = await asking(office)
    assert (len(now.urn.seal), now.urn.kept, now.keeper, office.works.keeper) == (32, b"", "", None)
    await people[1].presses("Answer")
    assert "Until Monday 16 November, 12:00, Northfield IT could break this" in people[1].dialog.text
    assert "key" not in (await people[1].visits_home()).lower()
    assert not any("keeper" in str(row) for row in dump(office.works.database)["moment"])
    await office.close()
