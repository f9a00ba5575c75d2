"""Whatever goes wrong anywhere on the way of a case, at the most talkative setting, no log line holds a word or a key."""

import inspect
import logging
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from types import ModuleType

import pytest

from bot.words import Words
from storage.cases import (
    copies,
    drafts,
    ending,
    enrolment,
    filing,
    guardians,
    importing,
    learned,
    leaving,
    merging,
    publishing,
    raised,
    reporter,
    retention,
    sharing,
    statements,
    statistics,
    working,
)
from storage.threads import author, directories, envelope, frames, night, readers, recipients, rows, transcript
from storage.threads.receipts import Receipt
from tests.storage.cases.chamber import Chamber, passphrase
from tests.storage.threads import scan
from tests.storage.threads.test_no_word_in_logs import SAID, breaks, needles

NAMED = (
    "cards casework copies drafts ending enrolment filing guardians importing leaving locks merging one_time opening"
)
NAMED += " board_table learned pinboard publishing raised reporter retention sessions sharing slips statements"
NAMED += " statistics working"
OWN = tuple(import_module(f"storage.cases.{name}") for name in NAMED.split())
BELOW = (author, directories, envelope, frames, night, readers, recipients, rows, transcript)


def functions() -> Iterator[object]:
    for module in OWN:
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                yield function


def users(function: object) -> Iterator[tuple[ModuleType, str]]:
    for module in (*OWN, *BELOW):
        yield from ((module, name) for name, value in vars(module).items() if value is function)


async def try_everything(chamber: Chamber, receipt: Receipt) -> None:
    """Everything that is done with a case, each under the worst error boundary there could be: it logs all it gets."""

    async def work() -> None:
        ines, case = await chamber.guardian("Ines"), (await chamber.cases("Ines"))[0]
        await drafts.keep(chamber.work, ines, case, SAID, kind="reply")
        for act in (working.note, working.hold, ending.propose, working.close):
            await act(chamber.work, ines, case, SAID)
        await sharing.recuse(chamber.work, ines, (await chamber.cases("Ines"))[0])

    async def more() -> None:
        ines, case = await chamber.guardian("Ines"), (await chamber.cases("Ines"))[0]
        told = raised.Raised(SAID, "other", "mail", "open", chamber.day.today)
        await raised.add(chamber.work, ines, told, ref=b"one")
        await importing.add_all(
            chamber.work, ines, f"{','.join(importing.NEEDED)}\n2026-11-02,mail,open,other,{SAID}".encode()
        )
        copy = copies.copied(Words(), copies.passages(case), to="HR")
        await leaving.record(chamber.work, ines, case, leaving.Left("hr", "HR", SAID, copy))
        retention.notices(chamber.work, await chamber.cases("Ines"))
        await merging.merge(chamber.work, ines, *(await chamber.cases("Ines"))[:2], why=SAID)
        await reporter.feedback(chamber.work, receipt, "no", SAID)
        last, cases = statistics.named("2026-Q3"), await chamber.cases("Ines")
        statistics.national(cases, last)
        await publishing.publish(chamber.work, ines, cases, last=last, changed=SAID)
        await learned.write(chamber.work, ines, SAID)

    async def keys() -> None:
        secret, who = (passphrase("Tom"), chamber.code("Tom")), chamber.enrolled["Tom"].who
        await guardians.change(chamber.work, chamber.tries, who, secret, to=passphrase("Tom"))

    answers, files = lambda: reporter.answer(chamber.work, receipt, SAID), lambda: chamber.files(SAID, ["Tom"])
    for act in (answers, more, work, keys, lambda: enrols(chamber), files):
        try:
            await act()
        except Exception:
            logging.getLogger("worst").exception("it failed")


async def enrols(chamber: Chamber) -> None:
    """Somebody new is invited and makes keys; a guardian says that nobody waits."""
    code = await enrolment.invite(chamber.work, enrolment.Invitation(SAID[:60], "guardian", "the chair"))
    made = await enrolment.accept(chamber.work, chamber.tries, code, passphrase("Tom"))
    [waiting] = await enrolment.everybody_invited(chamber.work)
    await enrolment.withdraw(chamber.work, waiting.place)
    await guardians.remove(chamber.work, made.who)
    await statements.say(chamber.work, await chamber.guardian("Ruth"), [])


def secret_words(chamber: Chamber, receipt: Receipt) -> list[bytes]:
    told = [passphrase("Tom"), passphrase("Ines"), *(each.recovery for each in chamber.enrolled.values())]
    return [*needles(receipt), *(each.encode() for each in told)]


@pytest.mark.attack
async def test_an_error_in_any_function_of_the_path_tells_no_word(
    file_chamber: Chamber, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber, every = file_chamber, list(functions())
    chamber.work = replace(chamber.work, cabinet=replace(chamber.work.cabinet, spare=2))
    receipt = await chamber.files(SAID)
    begun = (await chamber.stored(), chamber.work.cabinet.shelf.read())
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "aiosqlite")  # it prints whole rows, encrypted as they are: the next test's
    failed = 0
    for function in every:
        caplog.clear()
        with monkeypatch.context() as patched:
            for module, known_as in users(function):
                patched.setattr(module, known_as, breaks)
            await try_everything(chamber, receipt)
        await chamber.desk.restore(begun[0])
        chamber.work.cabinet.shelf.write(begun[1])
        failed += "planted" in caplog.text
        assert scan.found(secret_words(chamber, receipt), caplog.text.encode()) == []
    assert len(every) > 60
    assert failed > len(every) / 2


@pytest.mark.long
async def test_the_most_talkative_logs_of_a_good_day_tell_no_word(
    file_chamber: Chamber, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    receipt = await file_chamber.files(SAID)
    await try_everything(file_chamber, receipt)
    assert "aiosqlite" in caplog.text
    assert scan.found(secret_words(file_chamber, receipt), caplog.text.encode()) == []


async def test_an_error_that_quotes_what_was_said_would_be_found(
    file_chamber: Chamber, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = await file_chamber.files(SAID)

    def quotes(said: str) -> None:
        raise ValueError(said)

    monkeypatch.setattr(filing, "check_length", quotes)
    await try_everything(file_chamber, receipt)
    assert scan.found(secret_words(file_chamber, receipt), caplog.text.encode())
