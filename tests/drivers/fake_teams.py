"""A test's own Bot Connector, login service and key documents, at the addresses where the real ones are."""

import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote

import httpx

from tests.drivers.fake_teams_authority import JWKS, METADATA, SERVICE, Authority
from tests.drivers.fake_teams_cards import message_faults

Json = dict[str, Any]


@dataclass(slots=True)
class Member:
    """Somebody in the fake organisation. `within_reach`: the app is installed for them, or for a team of theirs."""

    user: str
    aad: str
    name: str
    chat: str
    role: str = "user"
    within_reach: bool = True

    def listed(self) -> Json:
        return {"id": self.user, "aadObjectId": self.aad, "name": self.name, "userRole": self.role}


@dataclass(slots=True)
class Message:
    """A message of the bot as it stands now."""

    id: str
    activity: Json
    versions: list[Json] = field(default_factory=list)


Trouble = httpx.Response | Exception


class FakeTeams:
    """Answers the app's outgoing calls as Microsoft would; `trouble` is what the next connector calls meet first.
    With `breaks_off` a roster is refused from that person on."""

    def __init__(self, app: str, tenant: str) -> None:
        self.app, self.tenant = app, tenant
        self.authority = Authority(app)
        self.transport = httpx.MockTransport(self._answer)
        self.members: dict[str, Member] = {}
        self.chats: dict[str, list[Message]] = {}
        self.teams: dict[str, list[str]] = {}
        self.trouble: deque[Trouble] = deque()
        self.login_trouble: deque[Trouble] = deque()
        self.calls: list[str] = []
        self.faults: list[str] = []
        self.tokens: list[str] = []
        self.refused_tokens: set[str] = set()
        self.page_size = 500
        self.breaks_off = 0
        self.lost: set[str] = set()
        self._sent = 0

    def add(self, member: Member) -> None:
        self.members[member.user] = member

    def messages(self, chat: str) -> list[Message]:
        """What the bot wrote there; whoever reads a thread of a channel sees the other threads beside it."""
        channel = chat.partition(";")[0]
        beside = self.chats.get(channel, []) if channel != chat else []
        return sorted([*self.chats.get(chat, []), *beside], key=lambda one: int(one.id))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        if url == METADATA:
            self.authority.fetches += 1
            return httpx.Response(200, json={"issuer": "https://api.botframework.com", "jwks_uri": JWKS})
        if url == JWKS:
            return httpx.Response(200, json=self.authority.jwks())
        if request.url.host == "login.microsoftonline.com":
            return _raised(self.login_trouble.popleft()) if self.login_trouble else self._login(request)
        if not url.startswith(SERVICE + "v3/conversations"):
            raise httpx.ConnectError("no such host")
        return self._connector(request)

    def _login(self, request: httpx.Request) -> httpx.Response:
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        wanted = {"grant_type": "client_credentials", "client_id": self.app, "client_secret": "a password"}
        wanted["scope"] = "https://api.botframework.com/.default"
        if request.url.path != f"/{self.tenant}/oauth2/v2.0/token" or form != wanted:
            return httpx.Response(401, json={"error": "invalid_client"})
        self.tokens.append(f"token-{len(self.tokens)}")
        return httpx.Response(200, json={"token_type": "Bearer", "expires_in": 3599, "access_token": self.tokens[-1]})

    def _connector(self, request: httpx.Request) -> httpx.Response:
        path = [unquote(part) for part in request.url.raw_path.decode().partition("?")[0].split("/")[3:]]
        self.calls.append(f"{request.method} {'/'.join(path)}")
        if self.trouble:
            return _raised(self.trouble.popleft())
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in self.tokens or token in self.refused_tokens:
            return _error(401, "BotNotRegistered")
        body: Json = json.loads(request.content or b"{}")
        match request.method, path:
            case "POST", [_]:
                return self._open(body)
            case "POST", [_, chat, "activities"]:
                return self._take(chat, body)
            case "PUT", [_, chat, "activities", message]:
                return self._change(chat, message, body)
            case "GET", [_, _chat, "members", user]:
                return httpx.Response(200, json=self.members[user].listed()) if user in self.members else _error(404)
            case "GET", [_, chat, "pagedmembers"]:
                return self._page(chat, request.url.params)
            case _:
                return _error(405)

    def _open(self, body: Json) -> httpx.Response:
        if set(body) != {"isGroup", "members", "tenantId"} or body["isGroup"] or len(body["members"]) != 1:
            return _error(400, "BadSyntax")
        member = self.members.get(body["members"][0].get("id"))
        if member is None or body["tenantId"] != self.tenant:
            return _error(404, "UserNotFound")
        if not member.within_reach:
            return _error(403, "BotNotInConversationRoster")
        return httpx.Response(201, json={"id": member.chat})

    def _take(self, chat: str, activity: Json) -> httpx.Response:
        if chat in self.lost:
            return _error(404, "ConversationNotFound")
        blocked = next((member for member in self.members.values() if member.chat == chat), None)
        if blocked is not None and not blocked.within_reach:
            return _error(403, "MessageWritesBlocked")
        if faults := message_faults(activity):
            self.faults += faults
            return _error(400, "BadSyntax")
        self._sent += 1
        message = Message(str(1_700_000_000_000 + self._sent), activity)
        self.chats.setdefault(chat, []).append(message)
        return httpx.Response(201, json={"id": message.id})

    def _change(self, chat: str, number: str, activity: Json) -> httpx.Response:
        message = next((one for one in self.messages(chat) if one.id == number), None)
        if message is None or activity.get("id") != number:
            return _error(404, "ActivityNotFoundInConversation")
        if faults := message_faults(activity):
            self.faults += faults
            return _error(400, "BadSyntax")
        message.versions.append(message.activity)
        message.activity = activity
        return httpx.Response(200, json={"id": number})

    def _page(self, chat: str, query: httpx.QueryParams) -> httpx.Response:
        users, start = self.teams.get(chat), int(query.get("continuationToken", "0"))
        if users is None:
            return _error(404, "ConversationNotFound")
        if self.breaks_off and start + 1 >= self.breaks_off:
            return _error(403)
        size = min(self.page_size, int(query["pageSize"]))
        page: Json = {"members": [self.members[user].listed() for user in users[start : start + size]]}
        if start + size < len(users):
            page["continuationToken"] = str(start + size)
        return httpx.Response(200, json=page)


def throttled(seconds: int) -> httpx.Response:
    return httpx.Response(429, headers={"Retry-After": str(seconds)}, json={"error": {"code": "Throttled"}})


def _error(status: int, code: str = "Error") -> httpx.Response:
    return httpx.Response(status, json={"error": {"code": code, "message": "a sentence for developers"}})


def _raised(trouble: Trouble) -> httpx.Response:
    if isinstance(trouble, Exception):
        raise trouble
    return trouble
