"""Activities as Teams delivers them, and the events that they become."""

import json
from typing import Any

import pytest

from adapters.teams import inbound
from adapters.teams.activity import Reference, account, event_id, place, reference, served, tenant
from bot.events import Account, Arrived, Opened, Pressed, Profile, Said, Submitted, Visited
from bot.settings import TeamsDoor

Json = dict[str, Any]

SERVICE = "https://smba.trafficmanager.net/uk/9a1c2f0e-7b1d-4a53-8e02-2f4b6c0d1e55/"
TENANT = "0d2f6a4c-5a0e-4a7e-9f0b-7c1f1b6f3a21"
AAD = "5b7d2c19-3a44-4d0f-8d8e-6a1f9c3b2e70"
USER = "29:1kq8ZbN0xUe4TfQw"
CHAT = "a:1Nw3hT9c"
REACH = Reference(SERVICE, USER, TENANT, CHAT).text()
ADA = Account("teams", TENANT, AAD, REACH)


def delivered(kind: str, **more: Any) -> Json:
    """The envelope of a personal chat, with the parts that real deliveries have and Hearback does not read."""
    return {
        "type": kind,
        "id": "1700000000001",
        "timestamp": "2026-11-05T09:02:11.123Z",
        "localTimestamp": "2026-11-05T09:02:11.123+00:00",
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": USER, "name": "Ada Lovelace", "aadObjectId": AAD},
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": CHAT},
        "recipient": {"id": "28:11111111-2222-3333-4444-555555555555", "name": "Hearback"},
        "channelData": {"tenant": {"id": TENANT}, "legacy": {"replyToId": "1:abc"}},
        **more,
    }


CHANNEL: Json = {
    "conversation": {"isGroup": True, "conversationType": "channel", "id": "19:c@thread.tacv2;messageid=17"},
    "channelData": {
        "teamsChannelId": "19:c@thread.tacv2",
        "teamsTeamId": "19:t@thread.tacv2",
        "channel": {"id": "19:c@thread.tacv2"},
        "team": {"id": "19:t@thread.tacv2"},
        "tenant": {"id": TENANT},
    },
}
SHARED: Json = CHANNEL | {
    "channelData": CHANNEL["channelData"] | {"channel": {"id": "19:c@thread.tacv2", "type": "shared"}}
}
_REACH = {"serviceUrl": SERVICE, "conversation": "19:c@thread.tacv2", "user": "19:c@thread.tacv2", "tenant": TENANT}
THE_CHANNEL = Account("teams", TENANT, "19:c@thread.tacv2", json.dumps(_REACH, separators=(",", ":")))
ACTING = IN_CHANNEL = Account("teams", TENANT, AAD)
"""How to write to somebody is learnt from what they write in their own chat, and from nothing else."""
ID = f"{CHAT}|1700000000001"


@pytest.mark.parametrize(
    ("activity", "event"),
    [
        (delivered("message", text="Hello there"), Said(ID, ADA, "Hello there")),
        (delivered("message", text="  HOME \n"), Visited(ID, ADA)),
        (delivered("message", text="<at>Hearback</at> home"), Visited(ID, ADA)),
        (delivered("message", text="<at>Hearback</at>&nbsp;home"), Visited(ID, ADA)),
        (delivered("message", text="take me home"), Said(ID, ADA, "take me home")),
        (delivered("message", attachments=[{"contentType": "image/*"}]), Said(ID, ADA, "")),
        (delivered("message", text=None, value={"a": "ask.no", "r": "x", "c": "1"}), Pressed(ID, ADA, "ask.no", "x", "1")),
        (delivered("message", value={"surprise": 1}), None),
        (delivered("message", text="so", value={"a": "ask.no"}), Said(ID, ADA, "so")),
        (
            delivered("message", text="<at id=\"0\">Hearback</at>\u00a0what is <at>this</at>?\n", **CHANNEL),
            Said("19:c@thread.tacv2;messageid=17|1700000000001", IN_CHANNEL, "what is  ?", "channel", THE_CHANNEL),
        ),
        (
            delivered("message", text="link", **SHARED),
            Said("19:c@thread.tacv2;messageid=17|1700000000001", IN_CHANNEL, "link", "channel"),
        ),
    ],
)  # fmt: skip
def test_messages(activity: Json, event: object) -> None:
    assert inbound.spoken(activity) == event


@pytest.mark.parametrize(
    ("name", "value", "event"),
    [
        (
            "adaptiveCard/action",
            {
                "action": {"type": "Action.Execute", "id": "x", "verb": "ask.no", "data": {"r": "x", "c": "1"}},
                "trigger": "manual",
            },
            Pressed(ID, ACTING, "ask.no", "x", "1"),
        ),
        (
            "task/fetch",
            {
                "data": {"msteams": {"type": "task/fetch"}, "a": "ask.answer", "r": "x", "c": ""},
                "context": {"theme": "dark"},
            },
            Opened(ID, ACTING, "ask.answer", "x"),
        ),
        (
            "task/submit",
            {"data": {"k": "send", "a": "ask.answer", "r": "x", "f.score": "7", "f.why": "", "a.b": "c", "why": "d"}},
            Submitted(ID, ACTING, "ask.answer", "x", {"score": "7"}),
        ),
        ("task/submit", {"data": {"k": "press", "a": "ask.undo", "r": "x"}}, Pressed(ID, ACTING, "ask.undo", "x")),
        ("task/submit", {"data": {"k": "open", "a": "ask.why", "r": "x"}}, Opened(ID, ACTING, "ask.why", "x")),
        (
            "composeExtension/fetchTask",
            {"commandId": "speakup"},
            Opened(ID, ACTING, "speak_up.open"),
        ),
        ("composeExtension/fetchTask", {"commandId": "other"}, None),
        ("fileConsent/invoke", {"data": {"a": "ask.answer"}}, None),
    ],
)
def test_invokes(name: str, value: Json, event: object) -> None:
    assert inbound.invoked(delivered("invoke", name=name, value=value)) == event


def test_who_acted_is_never_read_from_card_data() -> None:
    data = {"a": "x", "r": "y", "account": "somebody", "from": {"id": "29:else"}, "aadObjectId": "else", "f.a": "typed"}
    event = inbound.invoked(delivered("invoke", name="task/submit", value={"data": data}))
    assert event == Submitted(ID, ACTING, "x", "y", {"a": "typed"})


def test_a_personal_installation_brings_language_and_zone() -> None:
    device = {"type": "clientInfo", "locale": "en-US", "country": "US", "platform": "Mac", "timezone": "Europe/London"}
    installed = delivered(
        "installationUpdate", action="add", locale="cy-GB", entities=["text", {"type": "mention"}, device]
    )
    [arrived] = inbound.joined(installed)
    assert arrived == Arrived(f"{ID}|joined|{AAD}", ADA, "joined", Profile("Ada Lovelace", "cy-GB", "Europe/London"))


def test_nobody_gets_the_language_of_the_one_who_added_them() -> None:
    added = delivered("conversationUpdate", locale="cy-GB", membersAdded=[{"id": "29:ben"}], **CHANNEL)
    [arrived] = inbound.joined(added)
    assert arrived.profile == Profile("")
    assert reference(arrived.account.reach) == Reference(SERVICE, "29:ben", TENANT)


def test_bots_and_broken_entries_are_no_people() -> None:
    added = delivered(
        "conversationUpdate", membersAdded=[{"id": "28:11111111"}, "text", {}, {"id": 7}, None], **CHANNEL
    )
    assert inbound.joined(added) == ()
    assert inbound.joined(delivered("conversationUpdate", membersAdded={"id": "29:a"}, **CHANNEL)) == ()


def test_without_an_object_id_the_account_is_the_id_that_teams_made() -> None:
    assert account(delivered("message"), {"id": USER}) == Account("teams", TENANT, USER, REACH)


def test_two_deliveries_of_one_activity_have_one_id_and_two_conversations_have_two() -> None:
    assert event_id(delivered("message")) == event_id(delivered("message"))
    assert event_id(delivered("message")) != event_id(delivered("message", **CHANNEL))


@pytest.mark.parametrize(
    ("conversation", "where"),
    [
        ({"conversationType": "personal"}, "direct"),
        ({"conversationType": "groupChat", "isGroup": True}, "group"),
        ({"conversationType": "channel", "isGroup": True}, "channel"),
        ({"isGroup": True}, "group"),
        ({}, "direct"),
    ],
)
def test_places(conversation: Json, where: str) -> None:
    assert place({"conversation": conversation}) == where


def test_the_organisation_is_found_in_channels_and_must_not_be_two() -> None:
    assert tenant(delivered("message", **CHANNEL)) == TENANT
    assert tenant({"conversation": {"tenantId": TENANT.upper()}}) == TENANT
    assert tenant({"conversation": {"tenantId": "a"}, "channelData": {"tenant": {"id": "b"}}}) == ""


@pytest.mark.parametrize(
    ("url", "ours"),
    [
        ("https://smba.trafficmanager.net/uk/", True),
        ("https://SMBA.trafficmanager.net:443/uk", True),
        ("https://webchat.botframework.com/", True),
        ("https://botframework.com/", False),
        ("https://evilbotframework.com/", False),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://evil.example/?https://smba.trafficmanager.net/", False),
        ("https://smba.trafficmanager.net:8443/", False),
        ("https://smba.trafficmanager.net:x/", False),
        ("https://smba.trafficmanager.net/uk/?a=b", False),
        ("https://smba.trafficmanager.net/uk/#a", False),
        ("http://smba.trafficmanager.net/", False),
        ("http://localhost:3978/", False),
        ("", False),
        ("https://[", False),
    ],
)
def test_service_addresses(url: str, *, ours: bool) -> None:
    assert served(url, TeamsDoor("a", "b", "c").service_hosts) is ours
