"""What staff and the board see of cases: nobody works a small number out of it, whenever and however often it is published."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from storage.cases import codes, publishing, raised, statistics, working
from storage.cases.publishing import EVERYTHING, AlreadyPublished, K, NotTrusted, Period
from storage.cases.raised import Raised
from storage.cases.statistics import Quarter, named
from storage.disclosure.attack import Shown, Surface, small_sets
from storage.secrets import SecretFiles
from storage.threads.tables import SignedDirectoryRow
from tests.storage.cases.chamber import Chamber
from tests.storage.cases.test_attacks import dump

History = Sequence[dict[str, int]]
"""Quarter by quarter, how many cases each category had."""


def a_history(chance: random.Random) -> History:
    most = chance.choice((3, 6, 12))
    return [{category: chance.randint(0, most) for category in codes.CATEGORIES} for _ in range(8)]


def surface(history: History, periods: Sequence[Period]) -> Surface:
    """Everything that was published, over the cases of each quarter and category."""
    places = [(quarter, category) for quarter in range(len(history)) for category in codes.CATEGORIES]
    cells = [
        Shown(
            frozenset(
                atom
                for atom, (quarter, category) in enumerate(places)
                if each.first.number <= quarter <= each.last.number and element in (EVERYTHING, category)
            ),
            (count,),
        )
        for each in periods
        for element, count in each.cases.items()
    ]
    return Surface(tuple(history[quarter][category] for quarter, category in places), tuple(cells))


def added(history: History, first: int, last: int) -> dict[str, int]:
    return {category: sum(each[category] for each in history[first : last + 1]) for category in codes.CATEGORIES}


def as_published(history: History, chance: random.Random) -> list[Period]:
    """As `publish` does it, now after one quarter and now after four."""
    periods, first = [], 0
    while first < len(history):
        last = min(first + chance.randint(0, 3), len(history) - 1)
        shown = publishing.shown(added(history, first, last))
        periods.append(Period(Quarter(first), Quarter(last), shown, ""))
        first = last + 1
    return periods


def counted_anew(history: History, _: random.Random) -> list[Period]:
    """A weakened build: each quarter the last twelve months once more, with the same rule for small counts."""
    spans = [(max(0, last - 3), last) for last in range(len(history))]
    return [Period(Quarter(a), Quarter(b), publishing.shown(added(history, a, b)), "") for a, b in spans]


def with_a_threshold_only(history: History, chance: random.Random) -> list[Period]:
    """Another: what is below five is hidden, and nothing besides."""
    periods = []
    for each in as_published(history, chance):
        counts = added(history, each.first.number, each.last.number)
        every = {EVERYTHING: sum(counts.values()), **counts}
        periods.append(Period(each.first, each.last, {name: n for name, n in every.items() if n >= K}, ""))
    return periods


def broken(build: Callable[[History, random.Random], list[Period]], worlds: int) -> int:
    found = 0
    for seed in range(worlds):
        chance = random.Random(seed)
        history = a_history(chance)
        found += any(True for _ in small_sets(surface(history, build(history, chance)), K))
    return found


@pytest.mark.attack
def test_no_sum_of_published_tables_isolates_fewer_than_five_cases() -> None:
    assert broken(as_published, 25) == 0


@pytest.mark.attack
def test_twelve_months_counted_anew_each_quarter_and_a_mere_threshold_are_broken() -> None:
    assert broken(counted_anew, 6) >= 4
    assert broken(with_a_threshold_only, 10) >= 4


async def adds(chamber: Chamber, said: str, category: str, on: date) -> None:
    ines = await chamber.guardian("Ines")
    told = Raised(said, category, "mail", "open", on, group="students", again="yes", status="closed", outcome="Done.")
    await raised.add(chamber.work, ines, told, [(await chamber.guardian("Tom")).named], ref=said.encode())


async def test_a_quarter_is_published_once_and_nothing_that_happens_later_changes_it(chamber: Chamber) -> None:
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    for number in range(9):
        await adds(chamber, f"Number {number}", ("bullying", "behaviour")[number > 5], date(2026, 8, 3 + number))
    third, cases = named("2026-Q3"), await chamber.cases("Ines")
    with pytest.raises(AlreadyPublished):
        await publishing.publish(chamber.work, ines, cases, last=named("2026-Q4"), changed="")  # not over
    made = await publishing.publish(chamber.work, ines, cases, last=third, changed="Rotas are locked.")
    assert (made.first.name, made.cases) == (
        "2025-Q4",
        {EVERYTHING: 9},
    )  # six and three: the six would give the three away
    before = publishing.for_the_board(await publishing.published(chamber.work))
    await working.count_as(chamber.work, ines, cases[0], working.Counted("other"))
    await adds(chamber, "Late", "behaviour", date(2026, 9, 1))
    with pytest.raises(AlreadyPublished):
        await publishing.publish(chamber.work, tom, await chamber.cases("Tom"), last=third, changed="")
    assert publishing.for_the_board(await publishing.published(chamber.work)) == before
    chamber.day.passes(90)
    await adds(chamber, "New", "behaviour", date(2026, 12, 1))
    periods = [
        *await publishing.published(chamber.work),
        await publishing.publish(chamber.work, tom, await chamber.cases("Tom"), last=third.next, changed=""),
    ]
    assert await publishing.published(chamber.work) == periods
    assert [(each.first.name, each.cases) for each in periods] == [("2025-Q4", {EVERYTHING: 9}), ("2026-Q4", {})]
    figures = {each.element: each for each in publishing.rolling(periods, third)}
    assert (figures[EVERYTHING].cases, figures[EVERYTHING].least, figures["bullying"].cases) == (9, False, None)
    assert "Number" not in str((await dump(chamber))["signed_directory"])


async def test_what_was_published_is_not_changed_nor_taken_back_by_whoever_writes_in_the_database(
    chamber: Chamber,
) -> None:
    ines = await chamber.guardian("Ines")
    for number in range(6):
        await adds(chamber, f"Number {number}", "bullying", date(2026, 8, 3))
    cases = await chamber.cases("Ines")
    await publishing.publish(chamber.work, ines, cases, last=named("2026-Q3"), changed="Rotas are locked.")
    kept = await publishing._kept(chamber.work)
    for false in (
        b"[]",
        b"not a table",
        json.dumps(kept).replace("locked", "opened").encode(),
        json.dumps([[kept[0][0], "00" * 32, kept[0][2]]]).encode(),
    ):
        async with chamber.work.cabinet.database.begin() as connection:
            mine = SignedDirectoryRow.world == publishing.WORLD
            await connection.execute(update(SignedDirectoryRow).where(mine).values(document=false))
        with pytest.raises(NotTrusted):
            await publishing.published(chamber.work)
        with pytest.raises(NotTrusted):
            await publishing.publish(chamber.work, ines, cases, last=named("2026-Q3"), changed="")


async def test_what_another_process_published_is_not_taken_back_from_one_that_looked_before(
    file_chamber: Chamber,
) -> None:
    chamber, mine = file_chamber, SignedDirectoryRow.world == publishing.WORLD
    secrets = SecretFiles(chamber.desk.folder / "secrets")
    elsewhere = replace(chamber.work, cabinet=replace(chamber.work.cabinet, secrets=secrets))
    ines, cases, third = await chamber.guardian("Ines"), await chamber.cases("Ines"), named("2026-Q3")
    await publishing.publish(chamber.work, ines, cases, last=third, changed="Rotas are locked.")
    assert len(await publishing.published(elsewhere)) == 1
    earlier = json.dumps(await publishing._kept(chamber.work)).encode()
    chamber.day.passes(90)
    await publishing.publish(chamber.work, ines, cases, last=third.next, changed="And counted.")
    assert len(await publishing.published(elsewhere)) == 2
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(update(SignedDirectoryRow).where(mine).values(document=earlier))
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

    for place, name, there in ((publishing, "_keep", 0), (secrets, "put", 1)):
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
    for bad in ("2026-Q5", "2026", "x-Q1"):
        with pytest.raises(ValueError, match=r"quarter|invalid"):
            named(bad)
