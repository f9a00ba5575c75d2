"""Reads the envelope that Teams puts around everything: who, where, in which organisation, and how to answer."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from bot.events import Account, Place
from bot.values import dataclass

Json = dict[str, Any]

CHANNEL = "msteams"
DIRECT = "personal"


@dataclass(frozen=True, slots=True)
class Reference:
    """How to write to one person later. It holds ids only: no name, no e-mail address."""

    service: str
    user: str
    tenant: str
    conversation: str = ""

    def text(self) -> str:
        """The form in which the core keeps it."""
        return json.dumps(
            {"serviceUrl": self.service, "conversation": self.conversation, "user": self.user, "tenant": self.tenant},
            separators=(",", ":"),
        )


def reference(reach: str) -> Reference | None:
    """The reference that was kept, or None if nothing usable was."""
    try:
        kept = part(json.loads(reach or "{}"))
    except ValueError:
        return None
    found = Reference(words(kept.get("serviceUrl")), words(kept.get("user")), words(kept.get("tenant")))
    if not found.service or not found.user:
        return None
    return Reference(found.service, found.user, found.tenant, words(kept.get("conversation")))


def part(value: object) -> Json:
    """A JSON object, or an empty one where something else stands."""
    return value if isinstance(value, dict) else {}


def parts(value: object) -> list[Json]:
    """The JSON objects of a list; whatever else stands there is left out."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def words(value: object) -> str:
    """A text as databases take it: JSON may carry zero bytes and half characters, which they refuse."""
    if not isinstance(value, str):
        return ""
    if value.isascii() and "\x00" not in value:
        return value
    return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def well_formed(activity: object) -> bool:
    """Whether this is an activity at all: a kind, a conversation, a service to answer to, and somebody who acted."""
    if not isinstance(activity, dict):
        return False
    kind = words(activity.get("type"))
    needed = [kind, words(activity.get("serviceUrl")), words(part(activity.get("conversation")).get("id"))]
    if kind in ("message", "invoke", "installationUpdate"):
        needed += [words(activity.get("id")), words(part(activity.get("from")).get("id"))]
    return all(needed)


def tenant(activity: Json) -> str:
    """The organisation it comes from, or empty if the two places that may name it disagree.

    In channels `conversation.tenantId` may be missing; `channelData.tenant.id` is always there.
    """
    named = words(part(part(activity.get("channelData")).get("tenant")).get("id")).lower()
    also = words(part(activity.get("conversation")).get("tenantId")).lower()
    return "" if named and also and named != also else named or also


def place(activity: Json) -> Place:
    """Where it happened. A way in beside the text box can be used in chats that the bot is not in: never its own."""
    if words(activity.get("name")).startswith("composeExtension/"):
        return "group"
    conversation = part(activity.get("conversation"))
    match conversation.get("conversationType"):
        case "personal":
            return "direct"
        case "channel":
            return "channel"
        case "groupChat":
            return "group"
        case _:
            return "group" if conversation.get("isGroup") else "direct"


def from_itself(activity: Json, app: str) -> bool:
    """Whether it comes from the bot itself, which is answered never: two bots could talk for ever."""
    sender = words(part(activity.get("from")).get("id"))
    return sender == bot_id(app) or part(activity.get("from")).get("role") == "bot"


def bot_id(app: str) -> str:
    return f"28:{app}"


def team(activity: Json) -> str:
    """The id of the team it happened in, empty outside of teams."""
    return words(part(part(activity.get("channelData")).get("team")).get("id"))


def channel(activity: Json) -> Account | None:
    """The channel it happened in, as something that can be posted to: a new thread, beside the one in which somebody wrote.
    None where it is no channel, or one that is shared with other organisations."""
    found = part(part(activity.get("channelData")).get("channel"))
    id_, tenant_ = words(found.get("id")), tenant(activity)
    if place(activity) != "channel" or not id_ or found.get("type") == "shared":
        return None
    return Account("teams", tenant_, id_, Reference(words(activity.get("serviceUrl")), id_, tenant_, id_).text())


def member(person: Mapping[str, Any]) -> str:
    """The lasting id of somebody: the directory's object id, or else the id that Teams made for this bot."""
    return words(person.get("aadObjectId")) or words(person.get("objectId")) or words(person.get("id"))


def account(activity: Json, person: Json) -> Account:
    """The account of a person in a verified activity, with the reference kept fresh in their own chat with the bot.

    In groups and channels nothing is said about reaching them: that must not overwrite what is known.
    """
    if place(activity) != "direct":
        return Account("teams", tenant(activity), member(person))
    known = Reference(
        words(activity.get("serviceUrl")),
        words(person.get("id")),
        tenant(activity),
        words(part(activity.get("conversation")).get("id")),
    )
    return Account("teams", tenant(activity), member(person), known.text())


def actor(activity: Json) -> Account:
    """Who acted, without how to write to them: that is learnt from what people write, never from an answer."""
    return Account("teams", tenant(activity), member(part(activity.get("from"))))


def event_id(activity: Json, *more: str) -> str:
    """The same for every delivery of one activity, and for no other."""
    return "|".join((words(part(activity.get("conversation")).get("id")), words(activity.get("id")), *more))


@lru_cache(maxsize=64)
def served(url: str, hosts: tuple[str, ...], *, loopback: bool = False) -> bool:
    """Whether our token may be sent to this address: https at a known host, or this machine for unsigned trials."""
    try:
        split = urlsplit(url)
        host, port = split.hostname or "", split.port
    except ValueError:
        return False
    if split.username or split.password or split.query or split.fragment:
        return False
    if loopback and host in ("localhost", "127.0.0.1", "::1"):
        return split.scheme in ("http", "https")
    if split.scheme != "https" or port not in (None, 443):
        return False
    return any(host.endswith(known[1:]) if known.startswith("*.") else host == known for known in map(str.lower, hosts))
