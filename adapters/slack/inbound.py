"""Reads what Slack sent us and says, in the bot's own words, what a person did. Pure: a payload in, an event out.

Payloads have passed the signature check, or came down our own Socket Mode line; they may still be of a kind that we do
not know, or of a shape that nobody documented. Whatever is not understood is None: it is acknowledged and forgotten.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from adapters.slack.people import arrival
from bot.events import Account, Event, Opened, Place, Pressed, Said, Submitted, Uninstalled, Visited

Payload = Mapping[str, Any]

COMMANDS = {"/hearback": "home.menu", "/speakup": "speak_up.open"}
SHORTCUTS = {"hearback_open": "home.menu", "hearback_speakup": "speak_up.open"}
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.im",
    "team_join",
    "tokens_revoked",
    "user_change",
)
"""What the manifest subscribes to."""

_SPOKEN = (None, "file_share")  # every other subtype is an edit, a deletion, a join, or another program's message
_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^>]*)?>")


def event(payload: Payload, opens: Callable[[str], bool]) -> Event | None:
    """What happened, or None. `opens` says whether an action opens a form."""
    match payload.get("type"):
        case "event_callback":
            return _happening(payload)
        case "block_actions":
            return _pressed(payload, opens)
        case "view_submission":
            return _submitted(payload)
        case "shortcut":
            return _way_in(payload, SHORTCUTS.get(_text(payload, "callback_id")), _text(_part(payload, "user"), "id"))
        case None if "command" in payload:
            # What stands behind the command is never looked at: a concern typed there must not be kept anywhere.
            return _way_in(payload, COMMANDS.get(_text(payload, "command")), _text(payload, "user_id"))
        case _:
            return None


def tenant(payload: Payload) -> str:
    """The workspace, or the organisation where an app is installed for all of it."""
    team = payload.get("team_id") or _text(_part(payload, "team"), "id")
    company = payload.get("enterprise_id") or _text(_part(payload, "enterprise"), "id")
    return str(team or company or "")


def from_home(payload: Payload) -> bool:
    """Whether this was done on Home, or in a form that was opened there."""
    view = _part(payload, "view")
    return view.get("type") == "home" or bool(_json(_text(view, "private_metadata")).get("h"))


def input_blocks(view: Payload) -> dict[str, str]:
    """The names of a view's fields, with the ids of the blocks they stand in, in reading order."""
    found = view.get("blocks")
    blocks = [block for block in found if isinstance(block, dict)] if isinstance(found, list) else []
    return {
        _text(_part(block, "element"), "action_id"): _text(block, "block_id")
        for block in blocks
        if block.get("type") == "input"
    }


def _happening(payload: Payload) -> Event | None:
    what, id_ = _part(payload, "event"), _text(payload, "event_id")
    match what.get("type"):
        case "message" | "app_mention":
            return _said(payload, what)
        case "app_home_opened" if what.get("tab") == "home":
            account = _account(payload, _text(what, "user"), _text(what, "channel"))
            return Visited(id_, account) if account else None
        case "team_join" | "user_change" as kind:
            joining = kind == "team_join"
            return arrival(_part(what, "user"), tenant=tenant(payload), id_=id_, joining=joining, ours=_ours(payload))
        case "app_uninstalled":
            return Uninstalled(id_, "slack", tenant(payload))
        case "tokens_revoked" if _part(what, "tokens").get("bot"):
            return Uninstalled(id_, "slack", tenant(payload))
        case _:
            return None


def _said(payload: Payload, what: Payload) -> Said | None:
    ours, place = _own_user(payload), _place(what)
    if place is None or what.get("subtype") not in _SPOKEN or what.get("bot_id") or what.get("hidden"):
        return None
    if what["type"] == "message" and place != "direct" and f"<@{ours}>" not in _text(what, "text"):
        return None
    channel, user = _text(what, "channel"), _text(what, "user")
    account = _account(payload, user, channel if place == "direct" else "")
    if account is None or user == ours:
        return None
    # One message can reach us as a message and as a mention, under two event ids: its own name makes it one.
    # Where people of another organisation read along, it is no channel in which anything could be announced.
    ours_alone = place == "channel" and not payload.get("is_ext_shared_channel")
    here = Account("slack", account.tenant, channel, channel) if ours_alone else None
    return Said(f"{account.tenant}:{channel}:{_text(what, 'ts')}", account, _words(what), place, here)


def _place(what: Payload) -> Place | None:
    match what.get("type"), what.get("channel_type"):
        case "message", "im":
            return "direct"
        case _, "mpim":
            return "group"
        case "app_mention", _:
            return "channel"
        case _:
            return None


def _pressed(payload: Payload, opens: Callable[[str], bool]) -> Pressed | Opened | None:
    actions = payload.get("actions")
    pressed = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    action = _text(pressed, "action_id").rpartition("#")[0]
    account = _account(payload, _text(_part(payload, "user"), "id"))
    if pressed.get("type") != "button" or not account or not action or action == "link":
        return None
    value = _json(_text(pressed, "value"))
    kind = Opened if opens(action) else Pressed
    return kind(_text(payload, "trigger_id"), account, action, _text(value, "r"), _text(value, "c"))


def _submitted(payload: Payload) -> Submitted | None:
    view = _part(payload, "view")
    account = _account(payload, _text(_part(payload, "user"), "id"))
    action = _text(view, "callback_id")
    if not account or not action:
        return None
    ref = _text(_json(_text(view, "private_metadata")), "r")
    return Submitted(_text(payload, "trigger_id"), account, action, ref, _values(_part(view, "state")))


def _values(state: Payload) -> dict[str, str]:
    fields = [
        (name, field)
        for block in _part(state, "values").values()
        if isinstance(block, dict)
        for name, field in block.items()
        if isinstance(field, dict)
    ]
    return {name: value for name, field in fields if (value := _value(field))}


def _value(field: Payload) -> str:
    chosen = _text(_part(field, "selected_option"), "value") or ",".join(_several(field))
    return chosen or _text(field, "selected_date") or _text(field, "value")


def _several(field: Payload) -> list[str]:
    found = field.get("selected_options")
    options = [option for option in found if isinstance(option, dict)] if isinstance(found, list) else []
    return [value for option in options if (value := _text(option, "value"))]


def _way_in(payload: Payload, action: str | None, user: str) -> Opened | None:
    account = _account(payload, user)
    return Opened(_text(payload, "trigger_id"), account, action) if account and action else None


def _account(payload: Payload, user: str, reach: str = "") -> Account | None:
    team = tenant(payload)
    return Account("slack", team, user, reach) if team and user else None


def _own_user(payload: Payload) -> str:
    return _text(_installation(payload), "user_id")


def _ours(payload: Payload) -> tuple[str, ...]:
    """Our workspace and organisation. What happens to outsiders may name theirs; where we are installed is surely ours."""
    here = _installation(payload)
    source = here if _text(here, "team_id") else payload
    return tuple(filter(None, (_text(source, "team_id"), _text(source, "enterprise_id"))))


def _installation(payload: Payload) -> Payload:
    found = payload.get("authorizations")
    return found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}


def _words(what: Payload) -> str:
    text = _MENTION.sub("", _text(what, "text")).strip()
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _part(whole: Payload, name: str) -> Payload:
    part = whole.get(name)
    return part if isinstance(part, dict) else {}


def _text(whole: Payload, name: str) -> str:
    text = whole.get(name)
    return text if isinstance(text, str) else ""


def _json(text: str) -> Payload:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
