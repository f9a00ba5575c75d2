"""The one pipeline: once, in one transaction, with one place where an error becomes a kind sentence with a reference."""

import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import forms
from bot.conversation import Message, Person, Turn
from bot.events import (
    Account,
    Due,
    Event,
    Opened,
    Pressed,
    Replace,
    Said,
    Say,
    Show,
    Submitted,
    Visited,
    Welcome,
)
from bot.mishap import Refusal
from bot.traceless import NOBODY
from bot.ui import plain
from tests.bot.toy import AMARA, CARD, FORM, Works, works_in
from tests.witness import dump

WORDS = "the words of a person"
REFERENCE = re.compile(r"Reference: ([0-9a-f]{6})\.")
PRESSED = Pressed("e1", AMARA, "toy.press")
OPENED = Opened("e2", AMARA, "toy.open")
SENT = Submitted("e3", AMARA, "toy.send", "r1", {"said": WORDS})
SAID = Said("e4", AMARA, WORDS)
VISITED = Visited("e5", AMARA)
DUE = Due("toy.due", "r1")


class Oops(Exception):
    """Quotes a person, as the errors of libraries do."""


def fail(_turn: Turn) -> None:
    raise Oops(WORDS)


def refuse(turn: Turn) -> None:
    tell(turn)
    raise Refusal("Not today.")


def tell(turn: Turn) -> None:
    turn.tell(Message(1, "toy.card", "r1", "cause"))


@pytest.fixture
async def works(tmp_path: Path) -> AsyncIterator[Works]:
    made = await works_in(tmp_path)
    yield made
    await made.database.close()


def read(reply: object) -> str:
    match reply:
        case Say(shown) | Replace(shown) | Welcome(shown):
            return plain(shown)
        case Show(form):
            return "\n".join([plain(form), *form.errors.values()])
        case _:
            raise AssertionError(f"nothing can be read: {reply}")


@pytest.mark.parametrize("event", [PRESSED, OPENED, SENT, SAID, VISITED])
async def test_an_error_is_a_kind_sentence_and_one_line_without_content(
    works: Works, event: Event, caplog: pytest.LogCaptureFixture
) -> None:
    works.toy.acts = fail
    before = dump(works.database)
    found = REFERENCE.search(read(await works.bot.answer(event)))
    assert found
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert found[1] in record.getMessage()
    assert "Oops" in record.getMessage()
    assert not any(part in record.getMessage() for part in (WORDS, "u1", "Amara"))
    assert record.exc_info is None
    assert dump(works.database) == before


async def test_an_error_at_a_time_that_fell_due_is_logged_and_the_clock_goes_on(
    works: Works, caplog: pytest.LogCaptureFixture
) -> None:
    works.toy.acts = fail
    assert await works.bot.answer(DUE) is None
    assert "Oops" in caplog.text


async def test_a_form_that_could_not_be_sent_comes_back_with_the_words(works: Works) -> None:
    assert await works.bot.answer(OPENED) == Show(FORM)
    works.toy.acts = fail
    reply = await works.bot.answer(SENT)
    assert reply.form.title == FORM.title
    assert reply.form.values == {"said": WORDS}
    assert REFERENCE.search(reply.form.errors[""])
    works.toy.acts = lambda _turn: None
    assert await works.bot.answer(SENT) == Say(CARD)


async def test_words_come_back_even_where_the_form_is_forgotten(works: Works) -> None:
    works.toy.acts = fail
    reply = await works.bot.answer(SENT)
    assert reply.form.values == {"said": WORDS}
    assert [field.name for field in reply.form.fields] == ["said"]
    assert (reply.form.action, reply.form.ref, reply.form.submit) == ("toy.send", "r1", "Send again")


async def test_the_words_of_others_are_not_kept_with_a_form(works: Works) -> None:
    works.toy.acts = fail
    await works.bot.answer(SENT)
    other = await works.bot.answer(Submitted("e9", AMARA, "toy.send", "r1", {}))
    assert other.form.values == {}


async def test_only_so_many_forms_are_remembered(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "REMEMBERED", 0)
    await works.bot.answer(OPENED)
    works.toy.acts = fail
    assert (await works.bot.answer(SENT)).form.title != FORM.title


async def test_a_form_that_comes_twice_acts_once_and_stays_open_with_its_words(works: Works) -> None:
    """The answer to the first delivery may have been lost on its way."""
    works.toy.acts = tell
    assert await works.bot.answer(OPENED) == Show(FORM)
    assert await works.bot.answer(SENT) == Say(CARD)
    before, times = dump(works.database), len(works.toy.events)
    for _ in range(2):
        reply = await works.bot.answer(SENT)
        assert (reply.form.title, reply.form.values) == (FORM.title, {"said": WORDS})
        assert "had reached us before" in reply.form.errors[""]
    assert (dump(works.database), len(works.toy.events)) == (before, times)


@pytest.mark.parametrize("event", [PRESSED, SAID])
async def test_an_event_that_comes_twice_acts_once(works: Works, event: Event) -> None:
    works.toy.acts = tell
    assert await works.bot.answer(event) is not None
    before = dump(works.database)
    assert await works.bot.answer(event) is None
    assert dump(works.database) == before
    assert len(works.toy.events) == 1


@pytest.mark.parametrize("event", [OPENED, VISITED])
async def test_looking_may_be_repeated(works: Works, event: Event) -> None:
    assert await works.bot.answer(event) == await works.bot.answer(event)
    assert dump(works.database)["inbox"] == (await _only_joined(works))


async def test_a_refusal_changes_nothing_and_can_be_tried_again(works: Works, caplog: pytest.LogCaptureFixture) -> None:
    before = dump(works.database)
    works.toy.acts = refuse
    for _ in range(2):
        assert read(await works.bot.answer(PRESSED)) == "Not today."
    assert dump(works.database) == before
    assert not works.woken
    assert caplog.records == []


async def test_what_is_told_is_written_with_the_turn_and_wakes_whoever_sends(works: Works) -> None:
    works.toy.acts = tell
    await works.bot.answer(PRESSED)
    assert len(dump(works.database)["delivery"]) == 1
    assert len(works.woken) == 1
    works.toy.acts = lambda _turn: None
    await works.bot.answer(SAID)
    assert len(works.woken) == 1


async def test_what_comes_afterwards_comes_only_after_a_commit(works: Works) -> None:
    seen: list[int] = []

    async def look() -> None:
        seen.append(len(dump(works.database)["delivery"]))

    def leave(turn: Turn) -> None:
        tell(turn)
        turn.after(look)

    def leave_and_fail(turn: Turn) -> None:
        leave(turn)
        fail(turn)

    works.toy.acts = leave
    await works.bot.answer(PRESSED)
    works.toy.acts = leave_and_fail
    await works.bot.answer(SAID)
    assert seen == [1]


async def test_a_traceless_turn_is_given_no_account_no_id_and_no_transaction(works: Works) -> None:
    await works.database.close()
    before = dump(works.database)
    assert await works.bot.answer(Opened("e7", AMARA, "quiet.open", "r")) == Show(FORM)
    [turn], [event] = works.toy.turns, works.toy.events
    assert event == Opened("", NOBODY, "quiet.open", "r")
    assert (turn.person, turn.work) == (None, None)
    assert dump(works.database) == before


@pytest.mark.parametrize("event", [PRESSED, OPENED, SENT, SAID, VISITED])
async def test_somebody_unknown_reads_whom_to_ask(works: Works, event: Event) -> None:
    assert not isinstance(event, Due)
    reply = await works.bot.answer(_as(event, Account("bare", "t1", "u9")))
    assert "I do not know you yet. Ask the people who run Hearback (Northfield IT)" in read(reply)
    assert works.toy.events == []


async def test_a_card_that_nobody_draws_is_an_error_of_ours(works: Works) -> None:
    with pytest.raises(LookupError, match=r"toy\.card"):
        await works.bot.draw(None, "toy.card", "r1", Person(1, "Amara", "en", "Europe/London"))


async def test_the_doors_can_ask_whether_an_action_opens_a_form(works: Works) -> None:
    assert [works.bot.opens(action) for action in ("toy.open", "quiet.open", "toy.press", "no.such")] == [
        True,
        True,
        False,
        False,
    ]


def _as(event: Event, account: Account) -> Event:
    values = {name: getattr(event, name) for name in type(event).__slots__}
    return type(event)(**(values | {"account": account}))


async def _only_joined(works: Works) -> list[tuple[object, ...]]:
    """The marks of events: there is one, from when Amara joined."""
    marks = dump(works.database)["inbox"]
    assert len(marks) == 1
    return marks
