"""A strict Slack of our own: people, conversations, open forms and Home pages, with the Web API's refusals.

It keeps what the bot really sent, and says no where Slack says no; it is written from Slack's reference.
"""

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

from tests.drivers.fake_slack_limits import message_faults, view_faults

Json = dict[str, Any]

TEAM, BOT_USER, BOT_ID = "T0HEARBACK", "U0BOT", "B0BOT"
BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-1-test", "xapp-1-test", "a signing secret"
CHANNEL, GROUP = "C0STAFF", "G0THREE"


class Refusal(Exception):
    """The API's `ok: false`."""

    def __init__(self, code: str, **more: object) -> None:
        super().__init__(code)
        self.answer: Json = {"ok": False, "error": code, **more}


def _slackbot() -> dict[str, Json]:
    return {
        "USLACKBOT": {"id": "USLACKBOT", "is_bot": False, "profile": {"real_name": "Slackbot"}},
        BOT_USER: {"id": BOT_USER, "is_bot": True, "profile": {"real_name": "Hearback"}},
    }


@dataclass
class FakeSlack:
    """One workspace with one app in it."""

    users: dict[str, Json] = field(default_factory=_slackbot)
    channels: set[str] = field(default_factory=lambda: {CHANNEL, GROUP})
    directs: dict[str, str] = field(default_factory=dict)
    messages: list[Json] = field(default_factory=list)
    modals: dict[str, list[Json]] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    triggers: dict[str, tuple[str, str]] = field(default_factory=dict)
    urls: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    page_size: int = 200
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def number(self) -> int:
        return next(self._numbers)

    def direct(self, user: str) -> str:
        """The conversation between this person and the bot."""
        return self.directs.setdefault(user, f"D0{user}")

    def trigger(self, user: str, view: str = "") -> str:
        """Proof for three seconds that this person did something, perhaps in a view; good for one use."""
        made = f"{self.number()}.1.trigger"
        self.triggers[made] = (user, view)
        return made

    def response_path(self, user: str, channel: str, ts: str = "") -> str:
        path = f"/response/{self.number()}"
        self.urls[path] = (user, channel, ts)
        return path

    def call(self, method: str, token: str, arguments: Json) -> Json:
        """One call of the Web API. Raises `Refusal`."""
        self.calls.append((method, arguments))
        if token != (APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN):
            raise Refusal("invalid_auth")
        answered = getattr(self, "_" + method.replace(".", "_"), None)
        if answered is None:
            raise Refusal("unknown_method")
        return {"ok": True, **answered(arguments)}

    def respond(self, path: str, body: Json) -> None:
        """A message to a response_url."""
        user, channel, ts = self.urls[path]
        _check(message_faults(body.get("blocks")), "invalid_blocks")
        kept = {"text": body["text"], "blocks": body["blocks"]}
        if body.get("replace_original"):
            self._message(channel, ts).update(kept)
        else:
            self.messages.append({"channel": channel, "ts": f"{self.number()}.0", "only": user, **kept})

    def shown(self, view: Json, *, before: Json | None = None) -> Json:
        """A view as Slack keeps it: with an id, a hash, and what was typed where blocks stayed the same."""
        state: Json = {}
        for block in view["blocks"]:
            if block["type"] == "input":
                element = block["element"]
                typed = (before or {}).get("state", {}).get(block["block_id"], {})
                state[block["block_id"]] = (
                    typed if element["action_id"] in typed else {element["action_id"]: _initial(element)}
                )
        id_ = before["id"] if before else f"V{self.number()}"
        return {**view, "id": id_, "hash": f"{self.number()}.hash", "state": state, "errors": {}}

    def _auth_test(self, _arguments: Json) -> Json:
        return {"team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT_ID, "url": "https://x.slack.com/"}

    def _apps_connections_open(self, _arguments: Json) -> Json:
        return {}  # the address is the server's to say

    def _users_list(self, arguments: Json) -> Json:
        start = int(arguments.get("cursor") or 0)
        size = min(int(arguments.get("limit", 200)), self.page_size)
        people = list(self.users.values())
        shown = [{k: v for k, v in p.items() if k != "locale" or "include_locale" in arguments} for p in people]
        after = str(start + size) if start + size < len(people) else ""
        return {"members": shown[start : start + size], "response_metadata": {"next_cursor": after}}

    def _users_info(self, arguments: Json) -> Json:
        if arguments["user"] not in self.users:
            raise Refusal("user_not_found")
        return {"user": self.users[arguments["user"]]}

    def _conversations_open(self, arguments: Json) -> Json:
        if arguments["users"] not in self.users:
            raise Refusal("user_not_found")
        return {"channel": {"id": self.direct(arguments["users"])}}

    def _conversations_history(self, arguments: Json) -> Json:
        if arguments["channel"] not in self.directs.values():
            raise Refusal("missing_scope")  # the manifest asks for nobody's channels
        whole = str(arguments.get("include_all_metadata")) in ("1", "True", "true")
        oldest = float(arguments.get("oldest", 0))
        found = [m for m in self.messages if m["channel"] == arguments["channel"] and "only" not in m]
        shown = [m if whole else {k: v for k, v in m.items() if k != "metadata"} for m in reversed(found)]
        return {"messages": [m for m in shown if float(m["ts"]) >= oldest], "has_more": False}

    def _chat_postMessage(self, arguments: Json) -> Json:  # noqa: N802, the method's own name
        channel = self._place(arguments["channel"])
        _known(arguments, "channel text blocks thread_ts metadata client_msg_id unfurl_links unfurl_media team_id")
        if not arguments.get("text"):
            raise Refusal("no_text")
        _check(message_faults(arguments.get("blocks")), "invalid_blocks")
        ts = f"{1_800_000_000 + self.number()}.000100"
        kept = {name: part for name, part in arguments.items() if name in ("text", "blocks", "thread_ts", "metadata")}
        self.messages.append({"channel": channel, "ts": ts, **kept})
        return {"channel": channel, "ts": ts}

    def _chat_update(self, arguments: Json) -> Json:
        if len(arguments["text"]) > 4000:
            raise Refusal("msg_too_long")
        _check(message_faults(arguments["blocks"]), "invalid_blocks")
        message = self._message(arguments["channel"], arguments["ts"])
        message.update(text=arguments["text"], blocks=arguments["blocks"])
        return {"ts": message["ts"]}

    def _views_open(self, arguments: Json) -> Json:
        user, _ = self._triggered(arguments)
        self.modals[user] = [self._checked(arguments, "modal")]
        return {"view": self.modals[user][-1]}

    def _views_push(self, arguments: Json) -> Json:
        user, _ = self._triggered(arguments)
        stack = self.modals.get(user) or []
        if not 0 < len(stack) < 3:
            raise Refusal("push_limit_reached" if stack else "not_found")
        stack.append(self._checked(arguments, "modal"))
        return {"view": stack[-1]}

    def _views_update(self, arguments: Json) -> Json:
        open_views = [(stack, place) for stack in self.modals.values() for place in range(len(stack))]
        found = [(stack, place) for stack, place in open_views if stack[place]["id"] == arguments["view_id"]]
        if not found:
            raise Refusal("not_found")
        [(stack, place)] = found
        if arguments.get("hash", stack[place]["hash"]) != stack[place]["hash"]:
            raise Refusal("hash_conflict")
        stack[place] = self._checked(arguments, "modal", before=stack[place])
        return {"view": stack[place]}

    def _views_publish(self, arguments: Json) -> Json:
        if arguments["user_id"] not in self.users:
            raise Refusal("user_not_found")
        self.homes[arguments["user_id"]] = self._checked(arguments, "home")
        return {"view": self.homes[arguments["user_id"]]}

    def _place(self, channel: str) -> str:
        user = self.users.get(channel)
        if user is not None:
            if user.get("deleted"):
                raise Refusal("user_disabled")
            return self.direct(channel)
        if channel not in self.channels and channel not in self.directs.values():
            raise Refusal("channel_not_found")
        return channel

    def _message(self, channel: str, ts: str) -> Json:
        found = [m for m in self.messages if (m["channel"], m["ts"]) == (channel, ts)]
        if not found:
            raise Refusal("message_not_found")
        return found[0]

    def _triggered(self, arguments: Json) -> tuple[str, str]:
        try:
            return self.triggers.pop(arguments["trigger_id"])
        except KeyError:
            raise Refusal("invalid_trigger_id") from None

    def _checked(self, arguments: Json, kind: str, before: Json | None = None) -> Json:
        view = arguments["view"] if isinstance(arguments["view"], dict) else json.loads(arguments["view"])
        faults = view_faults(view) + ([f"must be {kind}"] if view.get("type") != kind else [])
        _check(faults, "invalid_arguments")
        return self.shown(view, before=before)


def _initial(element: Json) -> Json:
    match element["type"]:
        case "static_select" | "radio_buttons":
            return {"type": element["type"], "selected_option": element.get("initial_option")}
        case "checkboxes" | "multi_static_select":
            return {"type": element["type"], "selected_options": element.get("initial_options", [])}
        case "datepicker":
            return {"type": "datepicker", "selected_date": element.get("initial_date")}
        case _:
            return {"type": element["type"], "value": element.get("initial_value")}


def _check(faults: list[str], code: str) -> None:
    if faults:
        raise Refusal(code, errors=faults, response_metadata={"messages": faults})


def _known(arguments: Json, names: str) -> None:
    if unknown := set(arguments) - set(names.split()):
        raise Refusal("invalid_arguments", response_metadata={"messages": [f"unknown {unknown}"]})
