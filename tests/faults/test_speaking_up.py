"""Whatever goes wrong in any function between a door and the threads, at the most talkative setting: no word is in a log,
every word is still in the form, and nothing becomes a message."""

import contextlib
import inspect
import logging
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import text

import adapters.slack.inbound
import adapters.slack.render
import adapters.slack.replies
import adapters.teams.inbound
import adapters.teams.render
import adapters.teams.turns
import adapters.web.acts
import adapters.web.inbound
import adapters.web.render
from bot import core, forms, hints, mishap, traceless
from bot.events import Submitted
from bot.ui import Form
from conversations.speak_up import cards, checking, flow, thread
from conversations.speak_up import form as writing
from storage.cases import reception
from storage.threads import two_words
from tests.conversations.reporting import FORM, WHAT, WHAT_FIELD, looks, opens_the_form, reports
from tests.conversations.test_speak_up_traces import NEEDLES, own
from tests.guardians import appoint
from tests.harness import Colleague, Office
from tests.storage.threads import scan
from tests.storage.threads.test_no_word_in_logs import breaks

COMMON: tuple[ModuleType, ...] = (cards, checking, flow, hints, thread, writing, reception, traceless, forms, two_words)
DOORS: dict[str, tuple[ModuleType, ...]] = {
    "bare": COMMON,
    "slack": (adapters.slack.inbound, adapters.slack.replies, adapters.slack.render),
    "teams": (adapters.teams.inbound, adapters.teams.render, adapters.teams.turns),
    "web": (adapters.web.acts, adapters.web.inbound, adapters.web.render),
}
USERS = (*COMMON, core, mishap, *(module for modules in DOORS.values() for module in modules))
pytestmark = pytest.mark.attack


def functions(modules: tuple[ModuleType, ...]) -> Iterator[Any]:
    for module in modules:
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                yield function


def known_as(function: Any) -> Iterator[tuple[ModuleType, str]]:
    for module in USERS:
        yield from ((module, name) for name, value in vars(module).items() if value is function)


def plant(office: Office, patched: pytest.MonkeyPatch, function: Any) -> None:
    """Wherever it is called from, it fails."""
    for module, name in known_as(function):
        patched.setattr(module, name, quotes_all)
    for action, (conversation, answered) in list(office.works.bot._actions.items()):
        if answered is function:
            patched.setitem(office.works.bot._actions, action, (conversation, quotes_all))


def quotes_all(*given: object, **named: object) -> None:
    """Fails as errors do: it quotes what it was given, with every field of a form."""
    told = [each.values for each in given if isinstance(each, Submitted | Form)]
    with contextlib.suppress(RuntimeError):
        breaks(*given)
    raise ValueError(f"planted: {given} {named} {told}")


async def goes_on(who: Colleague, words: str) -> bool:
    """A report, a look and a second message, as far as each goes; whether all of it could be done."""
    done = 0
    with contextlib.suppress(Exception):
        await opens_the_form(who)
        await who.fills(FORM)
        await who.sends()
        done += "Sent." in who.dialog.text
    with contextlib.suppress(Exception):
        await looks(who, words)
        await who.fills({"Write again": WHAT})
        await who.sends()
        done += "Sent." in who.dialog.text
    return done == 2


async def test_an_error_in_any_function_of_the_path_tells_no_word_and_says_nothing_in_the_chat(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await appoint(office.works)
    words = await reports(await office.hire("Amara Okafor"))
    every, needles, failed = list(functions(DOORS[office.driver.platform])), [*NEEDLES, *own(words)], 0
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "aiosqlite")  # it prints whole rows, encrypted as they are
    for number, function in enumerate(every):
        nurse = await office.hire(f"Nurse {number}")
        caplog.clear()
        with monkeypatch.context() as patched:
            plant(office, patched, function)
            failed += not await goes_on(nurse, words)
        assert scan.found(needles, caplog.text.encode()) == [], function
        assert nurse.messages() == [], function
    assert len(every) > 10
    assert failed > len(every) / 4


async def test_an_error_boundary_that_quotes_would_be_found(
    bare: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await appoint(bare.works)
    nurse = await bare.hire("Amara Okafor")

    def quotes(event: object, error: Exception) -> str:
        logging.getLogger("worst").error("%s: %s", event, error)
        return "abc123"

    monkeypatch.setattr(traceless, "logged", quotes)
    monkeypatch.setattr(writing, "read", breaks)
    await goes_on(nurse, "")
    assert scan.found(NEEDLES, caplog.text.encode())


async def test_a_full_disk_is_one_sentence_and_every_word_stays(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    guardians, nurse = await appoint(office.works), await office.hire("Amara Okafor")
    await opens_the_form(nurse)
    threads = office.works.desk.work.cabinet.database
    await _at_most(threads, 1)
    await nurse.fills(FORM)
    await nurse.sends()
    assert "Something went wrong on our side, and nothing was changed." in nurse.dialog.text + str(nurse.dialog.errors)
    assert nurse.dialog.values[WHAT_FIELD] == WHAT
    assert nurse.messages() == []
    assert scan.found(NEEDLES, caplog.text.encode()) == []
    assert await guardians.cases("Ines Costa") == []
    await _at_most(threads, 100_000)
    await nurse.sends()
    assert "Sent." in nurse.dialog.text
    assert len(await guardians.cases("Ines Costa")) == 1


async def _at_most(threads: Any, pages: int) -> None:
    """SQLite takes no more than so many pages, or as many as there are."""
    async with threads.begin() as connection:
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
