"""The Slack of our tests says no where Slack says no; a lenient one would prove nothing."""

from typing import Any

import pytest

from tests.drivers.fake_slack import BOT_TOKEN, CHANNEL, FakeSlack, Refusal
from tests.drivers.fake_slack_limits import message_faults, view_faults

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(action_id: str = "a", **more: object) -> Json:
    return {"type": "button", "text": plain("Press"), "action_id": action_id, **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def field(element: Json, **more: object) -> Json:
    return {"type": "input", "block_id": "b", "label": plain("Label"), "element": {"action_id": "x", **element}, **more}


def modal(*blocks: Json, **more: object) -> Json:
    return {"type": "modal", "title": plain("Title"), "blocks": list(blocks), "submit": plain("Send"), **more}


OPTION = {"text": plain("A"), "value": "a"}

BAD_MESSAGES: dict[str, Json] = {
    "an unknown type": {"type": "banner"},
    "an unknown property": {"type": "divider", "colour": "red"},
    "a long header": {"type": "header", "text": plain("x" * 151)},
    "a header with formatting": {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
    "an empty section": {"type": "section"},
    "an empty text": {"type": "section", "text": plain("")},
    "a long text": {"type": "section", "text": plain("x" * 3001)},
    "eleven fields": {"type": "section", "fields": [plain("x")] * 11},
    "no buttons": actions(),
    "two buttons of one id": actions(button("a"), button("a")),
    "a long value": actions(button(value="x" * 2001)),
    "a long label": actions(button(text=plain("x" * 76))),
    "an unknown style": actions(button(style="plain")),
    "an input in a message": field({"type": "plain_text_input"}),
}
BAD_VIEWS: dict[str, Json] = {
    "a long title": modal(title=plain("x" * 25)),
    "no blocks": {"type": "modal", "title": plain("x")},
    "inputs without a submit label": {k: v for k, v in modal(field({"type": "datepicker"})).items() if k != "submit"},
    "eleven radio buttons": modal(field({"type": "radio_buttons", "options": [OPTION] * 11})),
    "an initial option that is none": modal(
        field({"type": "static_select", "options": [OPTION], "initial_option": {"text": plain("B"), "value": "a"}})
    ),
    "an unlimited input": modal(field({"type": "plain_text_input", "max_length": 3001})),
    "one block id twice": modal(field({"type": "datepicker"}), field({"type": "datepicker"})),
    "long metadata": modal(private_metadata="x" * 3001),
    "a home with a title": {"type": "home", "blocks": [], "title": plain("x")},
}


@pytest.mark.parametrize("name", BAD_MESSAGES)
def test_a_faulty_message_is_refused(name: str) -> None:
    assert message_faults([BAD_MESSAGES[name]])
    arguments = {"channel": CHANNEL, "text": "x", "blocks": [BAD_MESSAGES[name]]}
    with pytest.raises(Refusal):
        FakeSlack().call("chat.postMessage", BOT_TOKEN, arguments)


@pytest.mark.parametrize("name", BAD_VIEWS)
def test_a_faulty_view_is_refused(name: str) -> None:
    assert view_faults(BAD_VIEWS[name])


def test_good_ones_pass() -> None:
    assert message_faults([actions(button("a"), button("b"))]) == []
    assert view_faults(modal(field({"type": "plain_text_input"}))) == []


def test_a_trigger_is_good_once_and_a_view_changes_only_for_the_fastest() -> None:
    slack = FakeSlack()
    trigger = slack.trigger("U1")
    view = slack.call("views.open", BOT_TOKEN, {"trigger_id": trigger, "view": modal(actions(button()))})["view"]
    with pytest.raises(Refusal, match="invalid_trigger_id"):
        slack.call("views.open", BOT_TOKEN, {"trigger_id": trigger, "view": modal(actions(button()))})
    changed = {"view_id": view["id"], "hash": view["hash"], "view": modal(actions(button("b")))}
    slack.call("views.update", BOT_TOKEN, changed)
    with pytest.raises(Refusal, match="hash_conflict"):
        slack.call("views.update", BOT_TOKEN, changed)


def test_strangers_to_the_workspace_are_refused() -> None:
    for token, method, code in ((BOT_TOKEN, "chat.delete", "unknown_method"), ("xoxb-no", "auth.test", "invalid_auth")):
        with pytest.raises(Refusal, match=code):
            FakeSlack().call(method, token, {})
