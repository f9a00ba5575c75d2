"""What staff and the board see of cases: nobody works a small number out of it, whenever and however often it is published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from storage.cases import pinboard, publishing, raised, statistics, working
from storage.cases.board_table import for_the_board
from storage.cases.pinboard import NotTrusted
from storage.cases.publishing import BOARD, EVERYTHING, AlreadyPublished, NotOver
from storage.cases.raised import Raised
from storage.cases.statistics import Quarter, named
from storage.secrets import SecretFiles
from storage.threads.tables import SignedDirectoryRow
from tests.storage.cases.chamber import Chamber
from tests.storage.cases.test_attacks import dump
from tests.storage.threads import scan


async def adds(
    chamber: Chamber, said: str, category: str, on: date, *, by: str = "Ines", to: Sequence[str] = ("Tom",)
) -> None:
    who = await chamber.guardian(by)
    told = Raised(said, category, "mail", "open", on, group="students", again="yes", status="closed", outcome="Done.")
    listed = [each for each in chamber.directory.recipients if each.name in to]
    await raised.add(chamber.work, who, told, listed, ref=said.encode())


@pytest.mark.long
async def test_a_quarter_is_published_once_and_nothing_that_happens_later_changes_it(chamber: Chamber) -> None:
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    for number in range(9):
        await adds(chamber, f"Number {number}", ("bullying", "behaviour")[number > 5], date(2026, 8, 3 + number))
    third, cases = named("2026-Q3"), await chamber.cases("Ines")
    both = cases[0].chosen
    for crafted in (named("2026-Q4"), named("2025-Q3"), named("1026-Q1"), Quarter(-20), Quarter(third.number + 4000)):
        with pytest.raises(NotOver):  # not over, or over for more than a year, or no quarter at all
            await publishing.publish(chamber.work, ines, cases, last=crafted, changed="")
    assert await publishing.published(chamber.work) == []
    made = await publishing.publish(chamber.work, ines, cases, last=third, changed="Rotas are locked.")
    assert (made.first.name, made.cases) == (
        "2025-Q4",
        {both: {EVERYTHING: 9}},
    )  # six and three: the six would give the three away
    before = for_the_board(await publishing.published(chamber.work), chamber.directory)
    assert "2025-Q4,2026-Q3,Ines,guardian,guardian + guardian,all,9" in before
    await working.count_as(chamber.work, ines, cases[0], working.Counted("other"))
    await adds(chamber, "Late", "behaviour", date(2026, 9, 1))
    with pytest.raises(AlreadyPublished):
        await publishing.publish(chamber.work, ines, await chamber.cases("Ines"), last=third, changed="")
    # Tom reads the same ten, and his table is his own: nothing of these is counted once more.
    assert (await publishing.publish(chamber.work, tom, await chamber.cases("Tom"), last=third, changed="")).cases == {}
    assert for_the_board(await publishing.published(chamber.work), chamber.directory).startswith(before)
    chamber.day.passes(90)
    await adds(chamber, "New", "behaviour", date(2026, 12, 1))
    periods = [
        *await publishing.published(chamber.work),
        await publishing.publish(chamber.work, tom, await chamber.cases("Tom"), last=third.next, changed=""),
    ]
    assert await publishing.published(chamber.work) == periods
    names = [(each.first.name, each.by.name) for each in periods]
    assert names == [("2025-Q4", "Ines"), ("2025-Q4", "Tom"), ("2026-Q4", "Tom")]
    assert [each.cases for each in periods[1:]] == [{}, {}]
    figures = {each.element: each for each in publishing.rolling(periods, third)}
    assert (figures[EVERYTHING].cases, figures["bullying"].cases) == (9, None)
    counted, missing = await publishing.counted_by(chamber.work, periods)
    assert ([each.name for each in counted], [each.name for each in missing]) == (["Tom"], ["Ines", "Ruth", "Olga"])


async def test_what_was_published_is_not_changed_nor_taken_back_by_whoever_writes_in_the_database(
    chamber: Chamber,
) -> None:
    ines = await chamber.guardian("Ines")
    for number in range(6):
        await adds(chamber, f"Number {number}", "bullying", date(2026, 8, 3))
    cases = await chamber.cases("Ines")
    await publishing.publish(chamber.work, ines, cases, last=named("2026-Q3"), changed="Rotas are locked.")
    kept = await pinboard.kept(chamber.work, BOARD)
    [[told, by, signed]] = kept
    lying = (await dump(chamber))["signed_directory"]
    needles = [b"Rotas are locked", b"2026-Q3"]
    assert scan.found(needles, str(lying).encode()) == []
    assert len(scan.found(needles, told.encode())) == 2  # the control
    mine, tom = SignedDirectoryRow.world == BOARD.world, chamber.directory.recipients[1].signs.hex()

    async def refused() -> None:
        with pytest.raises(NotTrusted):
            await publishing.published(chamber.work)
        with pytest.raises(NotTrusted):
            await publishing.publish(chamber.work, ines, cases, last=named("2026-Q3"), changed="")

    for false in (b"", b"not a board", b"x" * pinboard.FULL):  # whoever writes in the database
        async with chamber.work.cabinet.database.begin() as connection:
            await connection.execute(update(SignedDirectoryRow).where(mine).values(document=false))
        await refused()
    # The same with the server's keys, but not the guardian's.
    for forged in (
        [],
        [[told.replace("locked", "opened"), by, signed]],
        [[told, tom, signed]],
        [[told, "00" * 32, signed]],
    ):
        await pinboard.keep(chamber.work, BOARD, forged)
        await refused()
    await pinboard.keep(chamber.work, BOARD, kept)
    assert len(await publishing.published(chamber.work)) == 1


async def test_what_another_process_published_is_not_taken_back_from_one_that_looked_before(
    file_chamber: Chamber,
) -> None:
    chamber = file_chamber
    secrets = SecretFiles(chamber.desk.folder / "secrets")
    elsewhere = replace(chamber.work, cabinet=replace(chamber.work.cabinet, secrets=secrets))
    ines, cases, third = await chamber.guardian("Ines"), await chamber.cases("Ines"), named("2026-Q3")
    await publishing.publish(chamber.work, ines, cases, last=third, changed="Rotas are locked.")
    assert len(await publishing.published(elsewhere)) == 1
    earlier = await pinboard.kept(chamber.work, BOARD)
    chamber.day.passes(90)
    await publishing.publish(chamber.work, ines, cases, last=third.next, changed="And counted.")
    assert len(await publishing.published(elsewhere)) == 2
    await pinboard.keep(chamber.work, BOARD, earlier)
    for work in (chamber.work, elsewhere):
        with pytest.raises(NotTrusted):
            await publishing.published(work)


async def test_a_process_that_dies_while_it_publishes_neither_loses_a_table_nor_counts_a_quarter_twice(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber, last = file_chamber, named("2026-Q3")
    ines = await chamber.guardian("Ines")
    for number in range(6):
        await adds(chamber, f"Number {number}", "bullying", date(2026, 8, 3))
    cases, secrets = await chamber.cases("Ines"), type(chamber.work.cabinet.secrets)

    def dies(*_: object) -> None:
        raise SystemExit("killed")

    for place, name, there in ((pinboard, "keep", 0), (secrets, "put", 1)):
        with monkeypatch.context() as patched:
            patched.setattr(place, name, dies)
            with pytest.raises(SystemExit):
                await publishing.publish(chamber.work, ines, cases, last=last, changed="")
        assert len(await publishing.published(chamber.work)) == there
    with pytest.raises(AlreadyPublished):
        await publishing.publish(chamber.work, ines, cases, last=last, changed="")


async def test_the_national_return_is_exact_and_says_each_element_of_a_case(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files("By chat.", ["Ines"])
    await adds(chamber, "By letter", "behaviour", date(2026, 11, 1))
    await adds(chamber, "Before", "behaviour", date(2026, 9, 30))
    ines, cases = await chamber.guardian("Ines"), await chamber.cases("Ines")
    letter = next(each for each in cases if each.messages[0].text == "By letter")
    await working.count_as(chamber.work, ines, letter, working.Counted("behaviour", ["detriment"], "students", "yes"))
    told = statistics.national(await chamber.cases("Ines"), named("2026-Q4"))
    lines = [line.split(",")[2:] for line in told.splitlines()]
    for expected in (
        ["all", "", "2"],
        ["door", "anonymous", "1"],
        ["door", "open", "1"],
        ["element", "bullying", "1"],
        ["element", "behaviour", "1"],
        ["element", "detriment", "1"],
        ["element", "patient-safety", "0"],
        ["worker group", "students", "1"],
        ["worker group", "not-known", "1"],
        ["speak up again", "yes", "1"],
    ):
        assert expected in lines
    assert all(line.startswith("2026-Q4,ngo-2024,") for line in told.splitlines()[1:])
    others = "2026-Q5,2026,x-Q1,-5-Q1,2026-Q9, 2026-Q1,2_026-Q1,99999-Q1,0000-Q1,\u0662\u0660\u0662\u0666-Q1"
    for bad in others.split(","):
        with pytest.raises(ValueError, match="quarter"):
            named(bad)
