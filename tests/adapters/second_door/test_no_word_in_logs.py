"""Whatever breaks anywhere on the public page, at the most talkative setting, no line holds a word or an address."""

import inspect
import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest

from adapters.second_door import app, enclosing, gate, inbound, page, pictures, squares
from adapters.second_door.late import PATH
from adapters.web import sheets
from bot import traceless
from storage.cases import enclosing as kept
from storage.cases import reception
from tests.adapters.second_door.conftest import Street
from tests.adapters.second_door.test_no_trace import needles
from tests.adapters.second_door.test_redraw import photograph
from tests.adapters.second_door.test_speaking_up import FORM, looks, reports
from tests.storage.threads import scan

MODULES = (app, enclosing, gate, inbound, page, pictures, squares, sheets, traceless, reception, kept)

PICTURE = photograph()
"""Made before anybody listens: Pillow itself tells its log what stands beside a picture, which is why it runs elsewhere."""
DRAWS = (enclosing, pictures, kept, pictures.Studio, enclosing.Enclosure, kept.Enclosing)
"""Where a picture is needed to get there; drawing one for each function would take long."""
HOPED = (AssertionError, IndexError, KeyError, RuntimeError, StopIteration, ValueError)


def places() -> Iterator[tuple[object, str]]:
    """Every function and method of the path, and where it can be exchanged."""
    for module in MODULES:
        for name, thing in vars(module).items():
            if inspect.isfunction(thing) and thing.__module__ in known():
                yield module, name
            elif inspect.isclass(thing) and thing.__module__ == module.__name__:
                yield from ((thing, own) for own, each in vars(thing).items() if inspect.isfunction(each))


def known() -> set[str]:
    return {module.__name__ for module in MODULES}


def is_made(name: str) -> bool:
    """Whether Python wrote it, or it begins an object: then nothing of a visit has come yet."""
    return name.startswith("__") and name != "__call__"


def breaks(*given: object, **_: object) -> None:
    raise RuntimeError(f"planted among {given!r}")


async def lives(street: Street, words: str, *, drawn: bool = True) -> None:
    """Each thing somebody does, whether the one before it worked or not."""
    visitor = street.visitor()
    for act in (
        lambda: reports(visitor),
        lambda: looks(visitor, words),
        lambda: visitor.posts({"do": "submit", "action": "speak_up.read", "nonce": "n" * 22, "f.words": words}),
        lambda: visitor.posts(
            {"do": "submit", "action": "speak_up.file", "nonce": "m" * 22, "f.what": FORM["What happened?"]}
        ),
        lambda: visitor.client.post(
            PATH, data={"do": "enclose", "words": words}, files={"upload": ("x.jpg", PICTURE if drawn else b"")}
        ),
    ):
        with suppress(*HOPED):  # the page was not the one that was hoped for
            await act()
    an_hour_passes(street)


def an_hour_passes(street: Street) -> None:
    """Nothing that was counted counts any more."""
    street.clock.at += timedelta(hours=2)


@pytest.mark.attack
async def test_an_error_in_any_function_of_the_page_tells_no_word(
    file_street: Street, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = await reports(file_street.visitor())
    every = [(owner, name) for owner, name in places() if not is_made(name)]
    assert len(every) > 50
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "aiosqlite")
    told = 0
    for owner, name in every:
        before = len(caplog.records)
        with monkeypatch.context() as patched:
            patched.setattr(owner, name, breaks)
            await lives(file_street, words, drawn=owner in DRAWS)
        told += any("RuntimeError at" in each.getMessage() for each in caplog.records[before:])
    assert told > len(every) / 2
    assert "planted" not in caplog.text
    assert scan.found(needles(words), caplog.text.encode()) == []


@pytest.mark.long
async def test_an_error_that_is_logged_as_it_is_would_be_found(
    file_street: Street, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = await reports(file_street.visitor())
    monkeypatch.setattr(app, "event", breaks)
    monkeypatch.setattr(app, "trace", str)
    await lives(file_street, words)
    assert scan.found(needles(words), caplog.text.encode())
