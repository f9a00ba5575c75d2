"""A report reaches those who were chosen, once, and nothing is taken in where it could be read by the wrong people."""

import asyncio
import importlib.util
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from bot.enclosures import Enclosed
from storage import cases, threads
from storage.cases import codes, filing, reporter
from storage.cases.casework import Casework
from storage.cases.filing import LONGEST, NotOffered, Report
from storage.threads import author, frames
from storage.threads.author import NotAReader, SaysReceipt
from storage.threads.pool import Minted, Pool
from storage.threads.receipts import digits, words
from storage.threads.recipients import DirectoryRefused
from tests.storage.cases.chamber import OUTSIDE, UNITS, Chamber

SAID = "The rota was changed after it was signed."


async def minted(chamber: Chamber) -> Minted:
    return await Pool(chamber.work.cabinet).take()


def report(chamber: Chamber, text: str = SAID) -> Report:
    return Report(text, "behaviour", chamber.opens("Ines"), urgent=True)


async def test_a_report_says_what_was_chosen_and_bears_a_name_to_speak_of_it_by(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines", OUTSIDE], unit="Ward 7")
    for name in ("Ines", OUTSIDE):
        case = await chamber.case(name)
        assert (case.category, case.urgent, case.unit, case.card.status) == ("bullying", True, "Ward 7", "new")
        assert len(case.name.split()) == 2
        assert [each.name for each in case.readers_in(chamber.directory)] == ["Ines", OUTSIDE]
        assert case.left_out == set(chamber.opens("Tom", "Ruth"))
        assert case.about["codes"] == codes.VERSION
    assert await chamber.cases("Tom") == []
    assert await chamber.sees(receipt) == [(SAID, "me")]


async def test_it_is_let_through_when_its_author_chose(file_chamber: Chamber) -> None:
    chamber = file_chamber
    for release in ("next window", "within three days", "at once"):
        told = replace(report(chamber, release), urgent=False, release=release)
        await filing.file(chamber.work, await minted(chamber), told, UNITS)
    urgent = replace(report(chamber, "urgent"), release="within three days")
    await filing.file(chamber.work, await minted(chamber), urgent, UNITS)
    seen = [sorted(case.messages[0].text for case in await chamber.cases("Ines"))]
    for _ in range(3):
        chamber.day.passes()
        seen.append(sorted(case.messages[0].text for case in await chamber.cases("Ines")))
    assert seen[0] == ["at once", "urgent"]
    assert "next window" in seen[1]
    assert len(seen[3]) == 4


async def test_filing_one_receipt_twice_is_one_report(chamber: Chamber) -> None:
    own = await minted(chamber)
    both = [filing.file(chamber.work, own, report(chamber, said), UNITS) for said in ("Once.", "Again.")]
    await asyncio.gather(*both)
    assert len(await chamber.cases("Ines")) == 1
    assert len(await chamber.sees(own.receipt) or []) == 1


async def test_what_cannot_be_filed_leaves_nothing_behind(file_chamber: Chamber) -> None:
    chamber, good = file_chamber, report(file_chamber)
    own = await minted(chamber)
    given = [
        (replace(good, text=f"I am {' '.join(words(own.receipt))}"), SaysReceipt),
        (replace(good, text=f"My number: {digits(own.receipt)}"), SaysReceipt),
        (replace(good, text="x" * (LONGEST + 1)), frames.TooLong),
        (replace(good, text=" \n\t"), frames.NothingSaid),
        (replace(good, category="gossip"), NotOffered),
        (replace(good, unit="Reception"), NotOffered),  # 19 heads
        (replace(good, unit="Made up"), NotOffered),
        (replace(good, to=[]), NotAReader),
        (replace(good, to=[bytes(32)]), NotAReader),
    ]
    for bad, refused in given:
        with pytest.raises(refused):
            await filing.file(chamber.work, own, bad, UNITS)
    assert await chamber.stored() == []
    await filing.file(chamber.work, own, replace(good, text="x" * LONGEST, unit="Theatre"), UNITS)
    assert filing.offered(UNITS) == ["Theatre", "Ward 7"]


async def test_intake_refuses_where_the_list_cannot_be_trusted_or_is_too_short(chamber: Chamber) -> None:
    own, whole = await minted(chamber), chamber.directory
    inside = [each for each in whole.recipients if not each.outside]
    outside = [each for each in whole.recipients if each.outside]
    past = chamber.day.today.replace(day=1)
    for few in (
        inside,
        outside,
        [inside[0], replace(outside[0], until=past)],
        [*outside, replace(inside[0], until=past)],
    ):
        await chamber.lists(replace(whole, recipients=tuple(few)))
        with pytest.raises(DirectoryRefused):
            await filing.file(chamber.work, own, report(chamber), UNITS)
    await chamber.lists(whole)
    for pin in ("", "0" * 32):
        with pytest.raises(DirectoryRefused):
            await filing.file(Casework(chamber.work.cabinet, pin), own, report(chamber), UNITS)
    assert await chamber.stored() == []
    await filing.file(chamber.work, own, report(chamber), UNITS)


async def test_the_reporter_answers_and_reads_on_though_the_list_is_not_trusted(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await chamber.files(SAID)
    assert await reporter.answer(chamber.work, receipt, "More.", "at once")
    with pytest.raises(frames.TooLong):
        await reporter.answer(chamber.work, receipt, "x" * (LONGEST + 1))
    chamber.work = Casework(chamber.work.cabinet, "0" * 32)
    assert await chamber.sees(receipt) == [(SAID, "me"), ("More.", "me")]
    with pytest.raises(DirectoryRefused):
        await reporter.answer(chamber.work, receipt, "And more.")


PEOPLE = {
    "person",
    "persons",
    "account",
    "user",
    "sender",
    "reporter",
    "employee",
    "member",
    "identity",
    "event",
    "turn",
}


def modules() -> list[str]:
    return [
        each.name
        for package in (cases, threads)
        for each in pkgutil.iter_modules(package.__path__, package.__name__ + ".")
    ]


def every_function() -> Iterator[Callable[..., object]]:
    """Every function and method of cases and threads, and what makes each of their values."""
    for module in map(importlib.import_module, modules()):
        for made in (each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__):
            own = vars(made).values() if inspect.isclass(made) else ()
            yield from (each for each in (made, *own) if inspect.isfunction(each))


def test_no_function_of_cases_has_room_for_a_person_but_for_the_name_that_somebody_agreed_to_have_written_down() -> (
    None
):
    every = list(every_function())
    taken = {(function.__qualname__, name) for function in every for name in inspect.signature(function).parameters}
    assert len(every) > 300
    assert {each for each in taken if each[1] in PEOPLE} == set()
    # `who` and `name` are guardians everywhere, but in what a guardian was told in person.
    told = {where for where, name in taken if name == "who" and where.endswith("__init__")}
    assert told == {"Raised.__init__", "Enrolled.__init__"}


@pytest.mark.long
def test_nothing_that_cases_stand_on_knows_the_directory_of_people() -> None:
    told = f"import sys, {', '.join(modules())}; print(' '.join(sys.modules))"
    known = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    for people in ("storage.people", "storage.directory", "storage.inbox", "storage.outbox", "bot.events", "bot.core"):
        assert importlib.util.find_spec(people)
        assert people not in known
    assert not [each for each in known if each.startswith(("conversations", "adapters"))]


def test_no_function_on_the_reporter_s_side_has_room_for_a_person() -> None:
    allowed = {"work", "minted", "report", "units", "receipt", "text", "release", "directory", "cabinet", "beginning"}
    allowed |= {"today", "keys", "found", "again", "why", "about", "said", "told"}
    for module in (filing, reporter, author):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                taken = set(inspect.signature(function).parameters)
                assert taken <= allowed | {"states", "replies"}, name
    assert set(Report.__dataclass_fields__) == {"text", "category", "to", "urgent", "release", "unit"}
    assert set(author.Told.__dataclass_fields__) == {"text", "release", "enclosed"}
    assert set(Enclosed.__dataclass_fields__) == {"kind", "type", "content"}
