"""Each reply goes back by the way that Slack leaves open: in the answer, by a trigger, to an address, or to a channel."""

from typing import Any

import pytest

from adapters.slack.replies import Call, Respond, answer, changes_home
from bot.events import Account, Close, Opened, Pressed, Replace, Reply, Said, Say, Show, Submitted, Visited, Welcome
from tests.adapters.slack.toy_bot import FORM, GO_ON, HOME

ANN = Account("slack", "T1", "U1")
KNOWN = Account("slack", "T1", "U1", "D1")
PRESSED = Pressed("e1", ANN, "toy.no", "r1")
OPENED = Opened("e1", ANN, "toy.open", "r1")
SUBMITTED = Submitted("e1", ANN, "toy.send", "r1")
URL = "https://hooks.slack.com/x"


def on_message(**more: object) -> dict[str, Any]:
    return {"container": {"type": "message", "channel_id": "C1", "message_ts": "1.2", **more}, "trigger_id": "t"}


def channel(call: Call | Respond) -> object:
    assert isinstance(call, Call)
    assert call.method == "chat.postMessage"
    return {name: call.arguments.get(name) for name in ("channel", "thread_ts")}


def test_what_is_said_stands_where_it_happened() -> None:
    [posted] = answer(on_message(), PRESSED, Say(GO_ON)).after
    assert channel(posted) == {"channel": "C1", "thread_ts": None}
    [posted] = answer(on_message(thread_ts="1.0"), PRESSED, Say(GO_ON)).after
    assert channel(posted) == {"channel": "C1", "thread_ts": "1.0"}
    [posted] = answer({"event": {"channel": "D1"}}, Said("e1", KNOWN, "hi"), Say(GO_ON)).after
    assert channel(posted) == {"channel": "D1", "thread_ts": None}


def test_what_is_said_without_a_place_goes_to_the_person() -> None:
    at_home = {"view": {"type": "home"}, "container": {"type": "view"}}
    for event, payload in ((PRESSED, at_home), (OPENED, {"type": "shortcut"}), (SUBMITTED, {"view": {}})):
        [posted] = answer(payload, event, Say(GO_ON)).after
        assert channel(posted) == {"channel": "U1", "thread_ts": None}
    [posted] = answer({}, Submitted("e1", KNOWN, "toy.send"), Say(GO_ON)).after
    assert channel(posted) == {"channel": "D1", "thread_ts": None}


def test_what_only_one_person_sees_is_answered_for_that_person_only() -> None:
    for payload in (
        {"command": "/hearback", "response_url": URL},
        on_message(is_ephemeral=True) | {"response_url": URL},
    ):
        [said] = answer(payload, OPENED, Say(GO_ON)).after
        assert isinstance(said, Respond)
        assert (said.url, said.body["response_type"], said.body["replace_original"]) == (URL, "ephemeral", False)


def test_a_message_is_replaced_by_its_address_or_else_by_its_time() -> None:
    [said] = answer(on_message() | {"response_url": URL}, PRESSED, Replace(GO_ON)).after
    assert isinstance(said, Respond)
    assert said.body["replace_original"] is True
    [called] = answer(on_message(), PRESSED, Replace(GO_ON)).after
    assert isinstance(called, Call)
    assert (called.method, called.arguments["channel"], called.arguments["ts"]) == ("chat.update", "C1", "1.2")
    assert answer({"view": {"type": "home"}}, PRESSED, Replace(GO_ON)).after == ()


def test_a_form_opens_by_its_trigger_and_home_is_published() -> None:
    [called] = answer(on_message(), OPENED, Show(FORM)).after
    assert isinstance(called, Call)
    assert (called.method, called.arguments["trigger_id"]) == ("views.open", "t")
    [called] = answer({}, Visited("e1", ANN), Welcome(HOME)).after
    assert isinstance(called, Call)
    assert (called.method, called.arguments["user_id"]) == ("views.publish", "U1")


@pytest.mark.parametrize("reply", [None, Close()])
def test_closing_and_silence_are_empty_answers(reply: Reply) -> None:
    for event in (PRESSED, OPENED, SUBMITTED):
        given = answer({}, event, reply)
        assert (given.body, given.after) == (None, ())


def test_home_changes_only_after_something_was_done_there() -> None:
    home, elsewhere = {"view": {"type": "home"}}, on_message()
    assert changes_home(home, PRESSED, Replace(GO_ON))
    assert not changes_home(elsewhere, PRESSED, Replace(GO_ON))
    assert not changes_home(home, OPENED, Show(FORM))
    assert not changes_home(home, PRESSED, None)
    assert not changes_home(home, Pressed("e1", ANN, "speak_up.check"), Say(GO_ON))
    marked = {"view": {"type": "modal", "private_metadata": '{"r": "r1", "h": 1}'}}
    assert changes_home(marked, SUBMITTED, Close())
    assert not changes_home(marked, Submitted("e1", ANN, "speak_up.send"), Close())
