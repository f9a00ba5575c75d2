"""What the app asks of an administrator is exactly what its code uses."""

import json
import re
from pathlib import Path
from typing import Any

from adapters.slack import inbound

ROOM = Path(inbound.__file__).parent
MANIFEST: dict[str, Any] = json.loads((ROOM / "manifest.json").read_text())
CODE = "\n".join(path.read_text() for path in sorted(ROOM.glob("*.py")))

SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat_postMessage": "chat:write",
    "conversations_history": "im:history",
    "conversations_open": "im:write",
    "users_list": "users:read",
    "views.open": None,
    "views.publish": None,
    "views.update": None,
    "auth_test": None,
}
EVENT_SCOPES = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "app_uninstalled": None,
    "message.im": "im:history",
    "team_join": "users:read",
    "tokens_revoked": None,
    "user_change": "users:read",
}


def test_every_scope_is_used_and_none_is_missing() -> None:
    pattern = (
        r'"((?:chat|views|users|conversations|auth)\.\w+)"|client\.((?:chat|views|users|conversations|auth)_\w+)\('
    )
    called = {dotted or method for dotted, method in re.findall(pattern, CODE)}
    assert called == set(SCOPES)
    needed = {SCOPES[method] for method in called} | {EVENT_SCOPES[event] for event in inbound.EVENTS} | {"commands"}
    assert MANIFEST["oauth_config"]["scopes"]["bot"] == sorted(needed - {None}, key=str)


def test_events_commands_and_shortcuts_are_those_that_are_read() -> None:
    assert tuple(MANIFEST["settings"]["event_subscriptions"]["bot_events"]) == inbound.EVENTS
    features = MANIFEST["features"]
    assert {command["command"] for command in features["slash_commands"]} == set(inbound.COMMANDS)
    assert {shortcut["callback_id"] for shortcut in features["shortcuts"]} == set(inbound.SHORTCUTS)
    assert {shortcut["type"] for shortcut in features["shortcuts"]} == {"global"}


def test_people_can_write_to_the_bot_and_open_its_home() -> None:
    assert MANIFEST["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_every_address_is_the_door() -> None:
    settings, features = MANIFEST["settings"], MANIFEST["features"]
    addresses = {command["url"] for command in features["slash_commands"]}
    addresses |= {settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"]}
    assert addresses == {"https://YOUR-SERVER/slack/events"}


def test_the_manifest_keeps_slacks_limits() -> None:
    shown = MANIFEST["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    for command in MANIFEST["features"]["slash_commands"]:
        assert len(command["command"]) <= 32
    for shortcut in MANIFEST["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def test_the_readme_explains_every_scope_and_event() -> None:
    readme = (ROOM / "README.md").read_text()
    for name in (*MANIFEST["oauth_config"]["scopes"]["bot"], *inbound.EVENTS):
        assert f"`{name}`" in readme
    for path in ROOM.glob("*.py"):
        assert path.name == "__init__.py" or f"`{path.name}`" in readme
