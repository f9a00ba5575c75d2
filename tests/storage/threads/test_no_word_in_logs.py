"""Whatever goes wrong anywhere on the way, at the most talkative setting, no log line holds a word or a key."""

import inspect
import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from types import ModuleType

import pytest

from storage.threads import author, envelope, frames, keys, patience, pool, readers, receipts, rows, shelf, transcript
from storage.threads.receipts import Receipt, words
from tests.storage.threads import scan
from tests.storage.threads.desk import Desk

pytestmark = pytest.mark.attack

SAID = "Somebody altered the handover sheet on Thursday night."
MODULES = (author, envelope, frames, keys, patience, pool, readers, receipts, rows, shelf, transcript)


def functions() -> Iterator[tuple[str, object]]:
    """Every function of the path by name, those of classes left out."""
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                yield f"{module.__name__}.{name}", function


def users(function: object) -> Iterator[tuple[ModuleType, str]]:
    """Every module that knows this function, and under which name."""
    for module in MODULES:
        yield from ((module, name) for name, value in vars(module).items() if value is function)


def breaks(*given: object, **_: object) -> None:
    for each in given:
        if inspect.iscoroutine(each):
            each.close()
    raise RuntimeError("planted")


async def try_everything(desk: Desk, receipt: Receipt) -> None:
    """Each thing somebody does until one fails, with the worst error boundary there could be: it logs all it gets."""
    for act in (
        lambda: desk.begins(SAID, ["Tom"]),
        lambda: desk.sees(receipt),
        lambda: author.write(desk.cabinet, receipt, SAID),
        lambda: desk.replies("Ines", SAID),
    ):
        try:
            await act()
        except Exception:
            logging.getLogger("worst").exception("it failed")
            return


def needles(receipt: Receipt) -> list[bytes]:
    own = words(receipt)
    told = [SAID[at : at + 12] for at in range(0, 40, 8)] + [f"{a} {b}" for a, b in pairwise(own)]
    return [*(each.encode() for each in told), str(receipt.secret).encode()]


async def test_an_error_in_any_function_of_the_path_tells_no_word(
    file_desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_desk = replace(file_desk, cabinet=replace(file_desk.cabinet, spare=2))
    receipt = await file_desk.begins(SAID)
    every = list(functions())
    assert len(every) > 50
    caplog.set_level(logging.DEBUG)
    # It prints whole rows, encrypted as they are, which is the next test's; here it takes minutes.
    caplog.set_level(logging.INFO, "aiosqlite")
    for _, function in every:
        with monkeypatch.context() as patched:
            for module, known_as in users(function):
                patched.setattr(module, known_as, breaks)
            await try_everything(file_desk, receipt)
    assert caplog.text.count("planted") > len(every) / 2
    assert scan.found(needles(receipt), caplog.text.encode()) == []


async def test_the_most_talkative_logs_of_a_good_day_tell_no_word(
    file_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    receipt = await file_desk.begins(SAID)
    await try_everything(file_desk, receipt)
    assert "aiosqlite" in caplog.text
    assert scan.found(needles(receipt), caplog.text.encode()) == []


async def test_an_error_that_quotes_what_was_said_would_be_found(
    file_desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = await file_desk.begins(SAID)

    def quotes(said: str) -> list[str]:
        raise ValueError(said)

    monkeypatch.setattr(frames, "parts", quotes)
    await try_everything(file_desk, receipt)
    assert scan.found(needles(receipt), caplog.text.encode())


async def test_nothing_that_holds_a_word_or_a_key_shows_it_when_printed(file_desk: Desk) -> None:
    receipt = await file_desk.begins(SAID)
    [opened] = await file_desk.finds("Ines")
    [message] = await file_desk.sees(receipt) or []
    found = await rows.find(file_desk.cabinet, transcript.bases(opened.token))
    printed = f"{receipt!r} {opened!r} {opened.keys!r} {message!r} {found!r} {file_desk.cabinet.shelf.read()!r}"
    assert scan.found([*needles(receipt), opened.token, opened.keys.opens], printed.encode()) == []
    assert repr(opened.token) not in printed
