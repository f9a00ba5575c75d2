"""Whatever goes wrong in any function of the inbox, at the most talkative setting, no log line holds a word that was typed."""

import inspect
import logging
from collections.abc import Awaitable, Callable, Iterator
from types import ModuleType

import pytest

from adapters.inbox import entering, guard, keys, listing, people, posted, reading
from storage.cases import casebook, deeds, desk, drafts, ending, opening, overview, shown, waiting, working
from tests.adapters.inbox.front import front, served
from tests.storage.cases.chamber import Chamber, passphrase
from tests.storage.threads import scan
from tests.storage.threads.test_no_word_in_logs import SAID, breaks, needles

PAGES = (entering, guard, keys, listing, people, posted, reading)
BEHIND = (casebook, deeds, desk, drafts, opening, overview, shown, waiting, working, ending)
METHODS = (overview.Overview, casebook.StoredCasebook, desk.GuardiansDesk)


def breaking() -> Iterator[tuple[object, str, list[tuple[object, str]]]]:
    """Every function and method of the inbox, and everything that knows it under which name."""
    for module in (*PAGES, *BEHIND):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__:
                users: list[ModuleType] = [*PAGES, *BEHIND]
                yield module, name, [(each, n) for each in users for n, v in vars(each).items() if v is function]
    for kind in METHODS:
        for name, function in vars(kind).items():
            if inspect.isfunction(function) and name != "__init__":
                yield kind, name, [(kind, name)]


async def a_day(chamber: Chamber) -> None:
    """A guardian does a little of everything; where a page fails, they go on with the next."""
    ines = front(served(chamber))

    async def draft() -> None:
        fields = {"token": ines.value("body", "data-token"), "box": "note", "text": SAID}
        await ines.posts(f"{ines.answer.url.path}/draft", fields)

    acts: list[Callable[[], Awaitable[object]]] = [
        lambda: ines.signs_in(chamber, "Ines"),
        lambda: ines.presses("Show", text=SAID),
        ines.opens,
        lambda: ines.presses("Send the reply", reply=SAID),
        ines.opens,
        draft,
        lambda: ines.presses("Propose deletion", propose_why=SAID),
        lambda: ines.goes("/inbox/guardians"),
        lambda: ines.presses("Agree", slip=SAID, sure="yes"),
        lambda: ines.goes("/inbox/recover"),
        lambda: ines.presses("Recover", name="Tom", code=SAID, to=SAID, again=SAID),
    ]
    for act in acts:
        try:
            await act()
        except Exception:
            logging.getLogger("worst").exception("it failed")


@pytest.mark.attack
async def test_an_error_in_any_function_of_the_inbox_tells_no_word(
    file_chamber: Chamber, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = await file_chamber.files(SAID)
    secret = [*needles(receipt), passphrase("Ines").encode(), file_chamber.enrolled["Ines"].recovery.encode()]
    begun = (await file_chamber.stored(), file_chamber.work.cabinet.shelf.read())
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "aiosqlite")  # it prints whole rows, encrypted as they are
    every, told = list(breaking()), 0
    for _, _, known_as in every:
        caplog.clear()
        with monkeypatch.context() as patched:
            for where, name in known_as:
                patched.setattr(where, name, breaks)
            await a_day(file_chamber)
        file_chamber.watch.at += 1000
        await file_chamber.desk.restore(begun[0])
        file_chamber.work.cabinet.shelf.write(begun[1])
        told += "a page could not be drawn: RuntimeError at " in caplog.text or "planted" in caplog.text
        assert scan.found(secret, caplog.text.encode()) == []
    assert len(every) > 90
    assert told > len(every) / 2


async def test_an_error_that_is_logged_whole_would_be_found(
    file_chamber: Chamber, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = await file_chamber.files(SAID)

    def quotes(error: BaseException) -> str:
        return str(error)

    def says(text: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr(guard, "trace", quotes)
    monkeypatch.setattr(working, "check_length", says)
    await a_day(file_chamber)
    assert scan.found(needles(receipt), caplog.text.encode())
