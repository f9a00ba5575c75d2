"""Drives the real Teams door: signed activities in, and what people then see read back from a fake Bot Connector."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
from starlette.applications import Starlette

from adapters.teams.activity import Reference
from adapters.teams.app import ENDPOINT, Teams
from bot.events import Account, Place
from bot.ports import Answers, Sender
from bot.settings import TeamsDoor
from tests.drivers import Screen
from tests.drivers.fake_teams import FakeTeams, Member, Message
from tests.drivers.fake_teams_authority import SERVICE
from tests.drivers.fake_teams_cards import ADAPTIVE, card_faults, dialog_faults
from tests.drivers.fake_teams_client import GROUP, THREAD, Client
from tests.drivers.fake_teams_screen import buttons, inputs, of_dialog, of_message, options, standing

Json = dict[str, Any]

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
COMMANDS = ("hearback", "speakup")
PLACES: tuple[Place, ...] = ("direct", "group", "channel")


@dataclass(slots=True)
class Dialog:
    """The dialog in front of a person, with what they have filled in since it was shown."""

    value: Json
    submit: str
    place: Place
    filled: dict[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    @property
    def card(self) -> Json:
        content: Json = self.value["card"]["content"]
        return content


class TeamsDriver:
    """Implements `tests.drivers.Driver`. With `older`, people press with a client that knows no Action.Execute."""

    platform = "teams"
    tenant = TENANT

    def __init__(self, *, older: bool = False) -> None:
        self.settings = TeamsDoor(APP, "a password", TENANT)
        self.fake, self.client, self.older = FakeTeams(APP, TENANT), Client(APP, TENANT), older
        self._people: dict[str, Member] = {}
        self._dialogs: dict[str, Dialog] = {}
        self._homes: dict[str, str] = {}
        self._visits: set[str] = set()
        self._told: dict[tuple[str, Place], list[str]] = {}
        self._joined: set[str] = set()

    async def start(self, bot: Answers) -> Sender:
        self.door = Teams(self.settings, bot, self._known, loopback=False, edge=self.fake.transport)
        app = Starlette(routes=self.door.routes)
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="https://hearback.example")
        self.token = self.fake.authority.token()
        await self.door.start()
        return self.door.sender

    async def stop(self) -> None:
        await self.door.stop()
        await self.http.aclose()

    async def join(self, name: str, *, language: str = "en", zone: str = "Europe/London") -> Account:
        member = self.add(name)
        await self.deliver(self.client.installed(member, language, zone))
        await self.deliver(self.client.added(member))
        self._joined.add(member.aad)
        return self.account(member)

    def add(self, name: str, **more: Any) -> Member:
        """Somebody is in the organisation, and nothing is announced."""
        number = len(self._people) + 1
        aad = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.{number}"))
        member = Member(f"29:{name.replace(' ', '-')}-{number}", aad, name, f"a:chat-{number}", **more)
        self.fake.add(member)
        self._people[aad] = member
        return member

    def account(self, member: Member) -> Account:
        reach = Reference(SERVICE, member.user, TENANT, member.chat).text()
        return Account("teams", TENANT, member.aad, reach)

    async def say(self, who: Account, text: str, place: Place = "direct") -> None:
        await self.deliver(self.client.message(self._people[who.id], text, place))

    async def command(self, who: Account, name: str) -> None:
        """From the menu beside the text box; it works in any chat, and leaves no message anywhere."""
        if name not in COMMANDS:
            raise LookupError(f"the manifest has no command {name}")
        value = {"commandId": name, "commandContext": "compose", "context": {"theme": "default"}}
        invoke = self.client.invoke(self._people[who.id], "composeExtension/fetchTask", value)
        self._shown(who, await self.deliver(invoke), "composeExtension/submitAction", "direct")

    async def visit(self, who: Account) -> Screen:
        member = self._people[who.id]
        before = len(self.fake.messages(member.chat))
        await self.deliver(self.client.message(member, "Home"))
        [message] = self.fake.messages(member.chat)[before:]
        self._homes[who.id] = message.id
        self._visits.add(message.id)
        return replace(of_message(message.activity), title=message.activity["summary"])

    async def press(self, who: Account, label: str, *, on: str = "") -> None:
        dialog = self._dialogs.get(who.id)
        if dialog and not on and label in buttons(dialog.card):
            await self._submit(who, dialog, buttons(dialog.card)[label])
            return
        place, message = self._find(who, label, on)
        await self._press(who, place, message, buttons(_card(message))[label])

    async def fill(self, who: Account, label: str, value: str) -> None:
        dialog = self._dialogs[who.id]
        one = inputs(dialog.card)[label]
        chosen = value.split("; ") if one.get("isMultiSelect") else [value]
        known = options(one)
        dialog.filled[one["id"]] = (
            ",".join(known[label] for label in chosen) if known else value[: one.get("maxLength")]
        )

    async def send(self, who: Account) -> None:
        """Presses the dialog's own button; the client itself keeps back a form with a required field left empty."""
        dialog = self._dialogs[who.id]
        [button] = dialog.card["actions"]
        await self._submit(who, dialog, button)

    async def dismiss(self, who: Account) -> None:
        del self._dialogs[who.id]

    def dialog(self, who: Account) -> Screen | None:
        if (open_ := self._dialogs.get(who.id)) is None:
            return None
        return of_dialog(open_.value, open_.filled, open_.refused)

    def messages(self, who: Account, place: Place = "direct") -> list[Screen]:
        """Without Home, which is a message too on Teams; with what a dialog or a button said to this person alone."""
        sent = [message for message in self.fake.messages(self._chat(who, place)) if message.id not in self._visits]
        return [of_message(one.activity) for one in sent] + [
            Screen(text) for text in self._told.get((who.id, place), [])
        ]

    async def deliver(self, activity: Json) -> Json:
        """Posts a signed activity at the real door, and waits until everything it led to has been sent."""
        answer = await self.post(activity)
        assert answer.status_code == 200, answer.status_code
        await self.door.settled()
        assert not self.fake.faults, self.fake.faults
        body: Json = answer.json() if answer.content else {}
        return body

    async def post(
        self, activity: Any, *, token: str | None = None, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """Posts at the real door with this token, or the one that Teams is using this hour."""
        signed = {"Authorization": f"Bearer {self.token if token is None else token}"}
        return await self.http.post(ENDPOINT, json=activity, headers=signed if headers is None else headers)

    async def _known(self, who: Account) -> bool:
        return who.id in self._joined

    async def _press(self, who: Account, place: Place, message: Message, action: Json) -> None:
        member = self._people[who.id]
        if action["type"] == "Action.Execute" and self.older:
            action = action["fallback"]
        data = action.get("data", {})
        if action["type"] == "Action.Execute":
            sent = {"type": "Action.Execute", "title": action["title"], "verb": action["verb"], "data": data}
            value = {"action": sent, "trigger": "manual"}
            invoke = self.client.invoke(member, "adaptiveCard/action", value, place, replyToId=message.id)
            self._answered(who, place, await self.deliver(invoke))
        elif data.get("msteams") == {"type": "task/fetch"}:
            value = {"data": data, "context": {"theme": "default"}}
            invoke = self.client.invoke(member, "task/fetch", value, place, replyToId=message.id)
            self._shown(who, await self.deliver(invoke), "task/submit", place)
        elif action["type"] == "Action.Submit":
            pressed = self.client.activity(member, "message", place, value=data, replyToId=message.id)
            assert await self.deliver(pressed) == {}

    async def _submit(self, who: Account, dialog: Dialog, button: Json) -> None:
        if button["type"] == "Action.OpenUrl":
            return
        free = button.get("associatedInputs") == "none"
        missing = [] if free else [one for one in inputs(dialog.card).values() if _empty(one, dialog)]
        dialog.refused = tuple(one["errorMessage"] for one in missing)
        if missing:
            return
        value = {"data": button["data"] | ({} if free else dialog.filled), "context": {"theme": "default"}}
        if dialog.submit.startswith("composeExtension"):
            value |= {"commandId": COMMANDS[0], "commandContext": "compose"}
        answer = await self.deliver(self.client.invoke(self._people[who.id], dialog.submit, value, dialog.place))
        self._shown(who, answer, dialog.submit, dialog.place)

    def _shown(self, who: Account, answer: Json, submit: str, place: Place) -> None:
        """What the client does with the answer to a dialog's invoke."""
        self._dialogs.pop(who.id, None)
        match answer:
            case {"task": {"type": "continue", "value": dict(value)}}:
                assert not dialog_faults(value), dialog_faults(value)
                opened = Dialog(value, submit, place)
                opened.filled = standing(opened.card)
                self._dialogs[who.id] = opened
            case {"task": {"type": "message", "value": str(text)}}:
                self._told.setdefault((who.id, place), []).append(text)
            case _:
                assert answer == {}, answer

    def _answered(self, who: Account, place: Place, answer: Json) -> None:
        """What the client does with the answer to a button."""
        assert answer["statusCode"] == 200
        if answer["type"] == ADAPTIVE:
            assert not card_faults(answer["value"]), card_faults(answer["value"])
            return
        assert answer["type"] == "application/vnd.microsoft.activity.message"
        if answer["value"]:
            self._told.setdefault((who.id, place), []).append(answer["value"])

    def _find(self, who: Account, label: str, on: str) -> tuple[Place, Message]:
        seen = [(place, one) for place in PLACES for one in self.fake.messages(self._chat(who, place))]
        seen.sort(key=lambda found: int(found[1].id))
        fitting = [
            found for found in seen if label in buttons(_card(found[1])) and on in of_message(found[1].activity).text
        ]
        home = [found for found in fitting if found[1].id == self._homes.get(who.id)]
        if not fitting:
            raise LookupError(f"nothing that {who.id} sees has a button {label!r}")
        return home[0] if home and not on else fitting[-1]

    def _chat(self, who: Account, place: Place) -> str:
        return {"direct": self._people[who.id].chat, "group": GROUP, "channel": THREAD}[place]


def _empty(one: Json, dialog: Dialog) -> bool:
    return bool(one.get("isRequired")) and not dialog.filled.get(one["id"])


def _card(message: Message) -> Json:
    content: Json = message.activity["attachments"][0]["content"]
    return content
