"""Payloads as Slack sends them become the bot's events, and everything else becomes nothing."""

import json
from typing import Any

import pytest

from adapters.slack.inbound import event
from bot.events import Account, Arrived, Event, Opened, Pressed, Profile, Said, Submitted, Uninstalled, Visited

Json = dict[str, Any]

ANN = Account("slack", "T1", "U1")


def opens(action: str) -> bool:
    return action.endswith(".open")


def happening(what: Json, **more: object) -> Json:
    return {
        "token": "unused",
        "team_id": "T1",
        "api_app_id": "A1",
        "event": what,
        "type": "event_callback",
        "event_id": "Ev1",
        "event_time": 1_800_000_000,
        "authorizations": [
            {"enterprise_id": None, "team_id": "T1", "user_id": "U0BOT", "is_bot": True, "is_enterprise_install": False}
        ],
        "is_ext_shared_channel": False,
        **more,
    }


def direct(**more: object) -> Json:
    return {
        "type": "message",
        "channel_type": "im",
        "channel": "D1",
        "user": "U1",
        "text": "a &lt;b&gt; &amp; c",
        "ts": "1.2",
        "team": "T1",
        "client_msg_id": "x",
        **more,
    }


def pressed(action: Json, **more: object) -> Json:
    return {
        "type": "block_actions",
        "user": {"id": "U1", "username": "ann", "team_id": "T1"},
        "team": {"id": "T1", "domain": "x"},
        "enterprise": None,
        "is_enterprise_install": False,
        "container": {"type": "message", "message_ts": "1.2", "channel_id": "D1", "is_ephemeral": False},
        "trigger_id": "9.8.7",
        "channel": {"id": "D1", "name": "directmessage"},
        "response_url": "https://hooks.slack.com/actions/T1/1/x",
        "actions": [{"block_id": "b", "action_ts": "3.4", **action}],
        **more,
    }


BUTTON = {"type": "button", "action_id": "toy.no#1", "value": '{"r":"r1","c":"no"}'}
USER = {
    "id": "U1",
    "team_id": "T1",
    "name": "ann",
    "deleted": False,
    "real_name": "Ann Abel",
    "tz": "Europe/London",
    "locale": "en-GB",
    "is_bot": False,
    "profile": {"real_name": "Ann Abel", "display_name": "ann"},
}
SUBMITTED = {
    "type": "view_submission",
    "team": {"id": "T1"},
    "user": {"id": "U1"},
    "trigger_id": "9.8.7",
    "view": {
        "id": "V1",
        "type": "modal",
        "callback_id": "toy.send",
        "private_metadata": '{"r": "r1"}',
        "state": {
            "values": {
                "score": {"score": {"type": "static_select", "selected_option": {"text": {}, "value": "0"}}},
                "why+": {"why": {"type": "plain_text_input", "value": "a <b>"}},
                "day": {"day": {"type": "datepicker", "selected_date": "2026-11-05"}},
                "empty": {"empty": {"type": "plain_text_input", "value": None}},
                "none": {"none": {"type": "radio_buttons", "selected_option": None}},
            }
        },
    },
}
COMMAND = {
    "command": "/speakup",
    "text": "something that must not be read",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "trigger_id": "9.8.7",
    "response_url": "https://hooks.slack.com/commands/1",
}

KNOWN: dict[str, tuple[Json, Event]] = {
    "a direct message": (
        happening(direct()),
        Said("T1:D1:1.2", Account("slack", "T1", "U1", "D1"), "a <b> & c", "direct"),
    ),
    "a file with words": (
        happening(direct(subtype="file_share", text="hi")),
        Said("T1:D1:1.2", Account("slack", "T1", "U1", "D1"), "hi", "direct"),
    ),
    "a mention in a channel": (
        happening({"type": "app_mention", "channel": "C1", "user": "U1", "text": "<@U0BOT> hello", "ts": "1.2"}),
        Said("T1:C1:1.2", ANN, "hello", "channel", Account("slack", "T1", "C1", "C1")),
    ),
    "a mention where people of other organisations read along": (
        happening({"type": "app_mention", "channel": "C1", "user": "U1", "text": "<@U0BOT> link", "ts": "1.2"})
        | {"is_ext_shared_channel": True},
        Said("T1:C1:1.2", ANN, "link", "channel"),
    ),
    "a mention in a group": (
        happening(direct(channel_type="mpim", channel="G1", text="oh <@U0BOT> hello")),
        Said("T1:G1:1.2", ANN, "oh  hello", "group"),
    ),
    "Home": (
        happening({"type": "app_home_opened", "user": "U1", "tab": "home", "channel": "D1"}),
        Visited("Ev1", Account("slack", "T1", "U1", "D1")),
    ),
    "a newcomer": (
        happening({"type": "team_join", "user": USER}),
        Arrived("Ev1", ANN, "joined", Profile("Ann Abel", "en-GB", "Europe/London")),
    ),
    "a new name": (
        happening({"type": "user_change", "user": {"id": "U1", "name": "ann", "profile": {"display_name": "Annie"}}}),
        Arrived("Ev1", ANN, "changed", Profile("Annie")),
    ),
    "a leaver": (
        happening({"type": "user_change", "user": {**USER, "deleted": True}}),
        Arrived("Ev1", ANN, "left", Profile("Ann Abel", "en-GB", "Europe/London")),
    ),
    "a member who becomes a guest": (
        happening({"type": "user_change", "user": {**USER, "is_restricted": True}}),
        Arrived("Ev1", ANN, "left", Profile("Ann Abel", "en-GB", "Europe/London")),
    ),
    "a colleague whose home is another workspace of our organisation": (
        happening(
            {"type": "user_change", "user": {**USER, "team_id": "T2", "enterprise_user": {"enterprise_id": "E1"}}},
            authorizations=[{"team_id": "T1", "enterprise_id": "E1", "user_id": "U0BOT"}],
        ),
        Arrived("Ev1", ANN, "changed", Profile("Ann Abel", "en-GB", "Europe/London")),
    ),
    "a colleague whose home is our organisation": (
        happening({"type": "user_change", "user": {**USER, "team_id": "E1"}}, authorizations=[], enterprise_id="E1"),
        Arrived("Ev1", ANN, "changed", Profile("Ann Abel", "en-GB", "Europe/London")),
    ),
    "the app removed": (happening({"type": "app_uninstalled"}), Uninstalled("Ev1", "slack", "T1")),
    "the bot's token revoked": (
        happening({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0BOT"]}}),
        Uninstalled("Ev1", "slack", "T1"),
    ),
    "a pressed button": (pressed(BUTTON), Pressed("9.8.7", ANN, "toy.no", "r1", "no")),
    "a button that opens": (
        pressed({"type": "button", "action_id": "toy.open#0", "value": '{"r":"r1","c":""}'}),
        Opened("9.8.7", ANN, "toy.open", "r1"),
    ),
    "a button whose value is no JSON": (pressed({**BUTTON, "value": "{"}), Pressed("9.8.7", ANN, "toy.no")),
    "a button in an app installed for a whole organisation": (
        pressed(BUTTON, team=None, enterprise={"id": "E1"}, is_enterprise_install=True),
        Pressed("9.8.7", Account("slack", "E1", "U1"), "toy.no", "r1", "no"),
    ),
    "a form": (
        SUBMITTED,
        Submitted("9.8.7", ANN, "toy.send", "r1", {"score": "0", "why": "a <b>", "day": "2026-11-05"}),
    ),
    "a command, unread": (COMMAND, Opened("9.8.7", ANN, "speak_up.open")),
    "a shortcut": (
        {
            "type": "shortcut",
            "callback_id": "hearback_open",
            "trigger_id": "9.8.7",
            "user": {"id": "U1"},
            "team": {"id": "T1"},
        },
        Opened("9.8.7", ANN, "home.menu"),
    ),
}

NOTHING: dict[str, Json] = {
    "nothing at all": {},
    "an unknown kind": {"type": "message_action"},
    "a closed form": {"type": "view_closed", "view": {}},
    "an unknown event": happening({"type": "reaction_added", "user": "U1"}),
    "an edit": happening(direct(subtype="message_changed", message={}, user=None)),
    "a deletion": happening(direct(subtype="message_deleted", hidden=True)),
    "another bot": happening(direct(bot_id="B2")),
    "our own words": happening(direct(user="U0BOT")),
    "a message in a channel": happening(direct(channel_type="channel")),
    "a group message about something else": happening(direct(channel_type="mpim", text="lunch?")),
    "a message from nobody": happening(direct(user=None)),
    "the messages tab": happening({"type": "app_home_opened", "user": "U1", "tab": "messages"}),
    "somebody's own token revoked": happening({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}),
    "a new bot": happening({"type": "team_join", "user": {**USER, "is_bot": True}}),
    "a new guest": happening({"type": "team_join", "user": {**USER, "is_ultra_restricted": True}}),
    "Slackbot": happening({"type": "user_change", "user": {**USER, "id": "USLACKBOT"}}),
    "an outsider in a shared channel": happening({"type": "user_change", "user": {**USER, "team_id": "T9"}}),
    "an outsider who leaves their company": happening(
        {"type": "user_change", "user": {**USER, "team_id": "T9", "deleted": True}}
    ),
    "an outsider's change, told with their workspace": happening(
        {"type": "user_change", "user": {**USER, "team_id": "T9"}}, team_id="T9"
    ),
    "an outsider from another organisation": happening(
        {"type": "user_change", "user": {**USER, "team_id": "T9", "enterprise_user": {"enterprise_id": "E9"}}}
    ),
    "a stranger": happening({"type": "user_change", "user": {**USER, "is_stranger": True}}),
    "a link": pressed({"type": "button", "action_id": "link#0", "url": "https://example.org"}),
    "a select": pressed({"type": "static_select", "action_id": "x#0"}),
    "no action": pressed(BUTTON) | {"actions": []},
    "an odd list of actions": pressed(BUTTON) | {"actions": "x"},
    "no workspace": pressed(BUTTON, team=None),
    "a form of another app": {**SUBMITTED, "view": {"type": "modal", "callback_id": ""}},
    "another command": {**COMMAND, "command": "/lunch"},
    "another shortcut": {"type": "shortcut", "callback_id": "lunch", "user": {"id": "U1"}, "team": {"id": "T1"}},
    "an event that is a list": {"type": "event_callback", "event": ["x"], "team_id": "T1"},
}


@pytest.mark.parametrize("name", KNOWN)
def test_what_people_do_becomes_an_event(name: str) -> None:
    payload, expected = KNOWN[name]
    assert event(json.loads(json.dumps(payload)), opens) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_what_means_nothing_becomes_nothing(name: str) -> None:
    assert event(json.loads(json.dumps(NOTHING[name])), opens) is None


def test_two_events_about_one_message_are_one_event() -> None:
    words = {"channel": "G1", "user": "U1", "text": "<@U0BOT> hi", "ts": "1.2", "channel_type": "mpim"}
    first = event(happening({"type": "app_mention", **words}, event_id="Ev1"), opens)
    second = event(happening({"type": "message", **words}, event_id="Ev2"), opens)
    assert first == second
