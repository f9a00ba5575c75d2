"""Acts in Slack as a person would: finds what can be read, and sends what Slack would send, signed, to the real door."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette

from adapters.slack.app import Slack
from adapters.slack.turn import Pause
from bot.events import Account, Place
from bot.ports import Answers, Sender
from bot.settings import SlackDoor
from tests.drivers import Screen
from tests.drivers import fake_slack as fake
from tests.drivers import fake_slack_screen as screen
from tests.drivers.fake_slack import FakeSlack
from tests.drivers.fake_slack_limits import view_faults
from tests.drivers.fake_slack_server import SlackServer

Json = dict[str, Any]

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


def signature(body: bytes, stamp: str, secret: str = fake.SIGNING_SECRET) -> str:
    """Slack's signature, version 0."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()


class SlackDriver:
    """One workspace. `slack` is what the bot sent there; `door` is the real door."""

    platform = "slack"
    tenant = fake.TEAM

    def __init__(self, *, app_token: str = "", pause: Pause | None = None) -> None:
        self.slack = FakeSlack()
        self.server = SlackServer(self.slack)
        self._app_token, self._pause = app_token, pause or _no_time
        self._door: Slack | None = None
        self._client: httpx.AsyncClient | None = None

    @property
    def door(self) -> Slack:
        assert self._door is not None, "start the driver first"
        return self._door

    async def start(self, bot: Answers) -> Sender:
        await self.server.start()
        settings = SlackDoor(fake.BOT_TOKEN, fake.SIGNING_SECRET, self._app_token, self.server.api_url)
        self._door = Slack(settings, bot, pause=self._pause)
        transport = httpx.ASGITransport(Starlette(routes=self._door.routes))
        self._client = httpx.AsyncClient(transport=transport, base_url="http://door")
        await self._door.start()
        await self._door.settled()
        return self._door.sender

    async def stop(self) -> None:
        if self._client is not None:
            await self._client.aclose()
        if self._door is not None:
            await self._door.stop()
        await self.server.stop()

    async def join(self, name: str, *, language: str = "en", zone: str = "Europe/London") -> Account:
        user: Json = {
            "id": f"U{self.slack.number():04}",
            "team_id": self.tenant,
            "name": name.lower().replace(" ", "."),
            "profile": {"real_name": name, "display_name": name.split(maxsplit=1)[0]},
            "locale": language,
            "tz": zone,
            "is_bot": False,
        }
        self.slack.users[user["id"]] = user
        await self.happens({"type": "team_join", "user": user})
        return Account("slack", self.tenant, user["id"])

    async def say(self, who: Account, text: str, place: Place = "direct") -> None:
        ts = f"{self.slack.number()}.000200"
        said: Json = {"user": who.id, "ts": ts, "channel": self._channel(who, place)}
        if place == "direct":
            await self.happens({"type": "message", "channel_type": "im", "text": _sent(text), **said})
        else:
            kind = {"channel_type": "mpim"} if place == "group" else {}
            await self.happens({"type": "app_mention", "text": f"<@{fake.BOT_USER}> {_sent(text)}", **kind, **said})

    async def command(self, who: Account, name: str) -> None:
        channel = self.slack.direct(who.id)
        fields = {
            "command": f"/{name}",
            "text": "",
            "team_id": self.tenant,
            "user_id": who.id,
            "channel_id": channel,
            "channel_name": "directmessage",
            "trigger_id": self.slack.trigger(who.id),
            "response_url": self.server.address + self.slack.response_path(who.id, channel),
        }
        await self.post(urlencode(fields).encode(), FORM)

    async def visit(self, who: Account) -> Screen:
        opened = {"type": "app_home_opened", "user": who.id, "tab": "home", "channel": self.slack.direct(who.id)}
        await self.happens(opened)
        return screen.of_view(self.slack.homes[who.id])

    async def press(self, who: Account, label: str, *, on: str = "") -> None:
        views = [*self.slack.modals.get(who.id, [])[-1:], *filter(None, [self.slack.homes.get(who.id)])]
        message = self._message_with(who, label, on)
        for view in views:
            if (not on or (message is None and on in screen.of_view(view).text)) and (
                button := screen.button(view, label)
            ):
                await self._press(who, button, {"view": _sent_back(view)})
                return
        assert message is not None, f"nobody can press {label!r} here"
        await self._press_on_message(who, label, message)

    async def fill(self, who: Account, label: str, value: str) -> None:
        view = self.slack.modals[who.id][-1]
        [block] = [b for b in view["blocks"] if b["type"] == "input" and screen.unescaped(b["label"]["text"]) == label]
        name, kind = block["element"]["action_id"], block["element"]["type"]
        key = screen.KEYS.get(kind, "selected_option")
        assert len(value) <= block["element"].get("max_length", 3000), "Slack does not let one type more"
        chosen = screen.chosen(block, key, value)
        view["state"][block["block_id"]] = {name: {"type": kind, key: chosen}}

    async def send(self, who: Account) -> None:
        stack = self.slack.modals[who.id]
        view = stack[-1]
        assert "submit" in view, "this form cannot be sent"
        missing = [
            b["block_id"]
            for b in view["blocks"]
            if b["type"] == "input" and not b["optional"] and screen.empty(view, b)
        ]
        if missing:
            view["errors"] = dict.fromkeys(missing, "Please complete this required field.")
            return
        answer = await self.interact(who, {"type": "view_submission", "view": _sent_back(view)})
        match answer.get("response_action"):
            case "errors":
                assert set(answer["errors"]) <= set(view["state"]), "errors may only stand at input blocks"
                view["errors"] = answer["errors"]
            case "update":
                assert not view_faults(answer["view"]), view_faults(answer["view"])
                stack[-1] = self.slack.shown(answer["view"], before=view)
            case _:
                stack.remove(view)
        await self.door.settled()

    async def dismiss(self, who: Account) -> None:
        self.slack.modals[who.id].pop()

    def dialog(self, who: Account) -> Screen | None:
        stack = self.slack.modals.get(who.id)
        return screen.of_view(stack[-1]) if stack else None

    def messages(self, who: Account, place: Place = "direct") -> list[Screen]:
        return [screen.of_message(message) for message in self._seen(who, self._channel(who, place))]

    async def happens(self, event: Json, *, event_id: str = "", **more: object) -> httpx.Response:
        """Posts an event of the Events API."""
        payload = {
            "type": "event_callback",
            "team_id": self.tenant,
            "event_id": event_id or f"Ev{self.slack.number()}",
            "authorizations": [{"team_id": self.tenant, "user_id": fake.BOT_USER, "is_bot": True}],
            "event": event,
            **more,
        }
        return await self.post(json.dumps(payload).encode(), JSON)

    async def interact(self, who: Account, payload: Json) -> Json:
        """Posts an interaction and returns what it was answered."""
        view = payload.get("view") or {}
        whole = {
            "trigger_id": self.slack.trigger(who.id, view.get("id", "")),
            "team": {"id": self.tenant},
            "user": {"id": who.id, "team_id": self.tenant},
            **payload,
        }
        response = await self.post(urlencode({"payload": json.dumps(whole)}).encode(), FORM)
        return dict(response.json()) if response.content else {}

    async def post(self, body: bytes, kind: str, **headers: str) -> httpx.Response:
        """Posts signed bytes at the door, and waits until all that follows is done."""
        assert self._client is not None, "start the driver first"
        stamp = str(int(time.time()))
        signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature(body, stamp)}
        response = await self._client.post(
            "/slack/events", content=body, headers={"Content-Type": kind, **signed, **headers}
        )
        assert response.status_code == 200, response.status_code
        await self.door.settled()
        return response

    def _message_with(self, who: Account, label: str, on: str) -> Json | None:
        seen = [m for place in ("direct", "group", "channel") for m in self._seen(who, self._channel(who, place))]
        seen.sort(key=self.slack.messages.index)
        found = [m for m in seen if on in screen.of_message(m).text and screen.button(m, label)]
        return found[-1] if found else None

    async def _press_on_message(self, who: Account, label: str, message: Json) -> None:
        url = self.server.address + self.slack.response_path(who.id, message["channel"], message["ts"])
        where = {
            "type": "message",
            "channel_id": message["channel"],
            "message_ts": message["ts"],
            "is_ephemeral": "only" in message,
            **({"thread_ts": message["thread_ts"]} if "thread_ts" in message else {}),
        }
        await self._press(who, screen.button(message, label), {"container": where, "response_url": url})

    async def _press(self, who: Account, button: Json | None, place: Json) -> None:
        assert button is not None
        action = {name: button[name] for name in ("type", "action_id", "value") if name in button}
        if "view" in place:
            place = {"container": {"type": "view", "view_id": place["view"]["id"]}, **place}
        await self.interact(who, {"type": "block_actions", "actions": [action], **place})

    def _seen(self, who: Account, channel: str) -> list[Json]:
        return [m for m in self.slack.messages if m["channel"] == channel and m.get("only", who.id) == who.id]

    def _channel(self, who: Account, place: str) -> str:
        return {"group": fake.GROUP, "channel": fake.CHANNEL}.get(place) or self.slack.direct(who.id)


async def _no_time(_seconds: float) -> None:
    """Waiting costs no time in tests, but lets others go first."""
    await asyncio.sleep(0)


def _sent_back(view: Json) -> Json:
    """A view as it stands in payloads."""
    kept = {name: part for name, part in view.items() if name not in ("state", "errors")}
    return {**kept, "state": {"values": view["state"]}}


def _sent(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
