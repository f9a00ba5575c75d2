"""Builds what a Teams client makes the service deliver: messages, presses, dialogs and installations, as JSON."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.events import Place
from tests.drivers.fake_teams import Member
from tests.drivers.fake_teams_authority import SERVICE

Json = dict[str, Any]

TEAM = "19:team@thread.tacv2"
GROUP = "19:group@thread.v2"
THREAD = "19:general@thread.tacv2;messageid=1"


@dataclass(slots=True)
class Client:
    """One organisation's clients. Every activity gets an id of its own, as the service gives it."""

    app: str
    tenant: str
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def activity(self, member: Member, kind: str, place: Place = "direct", **more: Any) -> Json:
        data: Json = {"tenant": {"id": self.tenant}}
        if place == "channel":
            data |= {"team": {"id": TEAM}, "channel": {"id": THREAD.partition(";")[0]}}
        return {
            "type": kind,
            "id": f"f:{next(self.numbers)}",
            "timestamp": "2026-11-05T09:02:00.000Z",
            "channelId": "msteams",
            "serviceUrl": SERVICE,
            "from": {"id": member.user, "aadObjectId": member.aad, "name": member.name},
            "recipient": {"id": f"28:{self.app}", "name": "Hearback"},
            "conversation": self.conversation(member, place),
            "channelData": data,
            **more,
        }

    def conversation(self, member: Member, place: Place) -> Json:
        match place:
            case "direct":
                return {"conversationType": "personal", "tenantId": self.tenant, "id": member.chat}
            case "group":
                return {"conversationType": "groupChat", "isGroup": True, "tenantId": self.tenant, "id": GROUP}
            case "channel":
                return {"conversationType": "channel", "isGroup": True, "id": THREAD}

    def message(self, member: Member, text: str, place: Place = "direct", **more: Any) -> Json:
        """What was written. In groups and channels the bot must be mentioned, and a no-break space follows it."""
        mention = {
            "type": "mention",
            "mentioned": {"id": f"28:{self.app}", "name": "Hearback"},
            "text": "<at>Hearback</at>",
        }
        if place != "direct":
            text, more = f"<at>Hearback</at>\u00a0{text}", more | {"entities": [mention]}
        return self.activity(member, "message", place, text=text, textFormat="plain", locale="en-GB", **more)

    def invoke(self, member: Member, name: str, value: Json, place: Place = "direct", **more: Any) -> Json:
        return self.activity(member, "invoke", place, name=name, value=value, **more)

    def installed(self, member: Member, language: str, zone: str) -> Json:
        """The app was installed for one person; Teams sends neither their name nor, often, their zone."""
        device = {"type": "clientInfo", "locale": language, "country": "GB", "platform": "Web", "timezone": zone}
        sent = self.activity(member, "installationUpdate", action="add", locale=language, entities=[device])
        del sent["from"]["name"]
        return sent

    def added(self, member: Member) -> Json:
        """The other way in which one installation is announced."""
        people = [{"id": f"28:{self.app}"}, {"id": member.user, "aadObjectId": member.aad}]
        return self.activity(member, "conversationUpdate", membersAdded=people)

    def team_event(self, member: Member, kind: str, **more: Any) -> Json:
        """Something about the team itself; the conversation is then the team's, without a thread."""
        sent = self.activity(member, kind, "channel", **more)
        return sent | {"conversation": {"conversationType": "channel", "isGroup": True, "id": TEAM}}
