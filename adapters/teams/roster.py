"""Announces the people of a team to the core, and completes what Teams left out about somebody who has just come."""

from collections.abc import AsyncIterator
from dataclasses import replace

from adapters.teams.activity import Json, Reference, event_id, member, part, reference, team, tenant, words
from adapters.teams.connector import Connector, Cut
from adapters.teams.credentials import NoToken
from bot.events import Account, Arrived, Profile

OUTSIDERS = ("guest", "anonymous")


class BrokenOff(Exception):
    """A list of people ended before its end. The message is a code of Teams and a number."""


async def everyone(connector: Connector, activity: Json) -> AsyncIterator[Arrived]:
    """Everybody in the team of this activity, guests left out. Raises `BrokenOff`, with those before already told."""
    found = 0
    try:
        async for person in connector.members(words(activity.get("serviceUrl")), team(activity)):
            if arrived := _arrived(activity, person):
                found += 1
                yield arrived
    except (Cut, NoToken) as error:
        raise BrokenOff(f"after {found} people: {getattr(error, 'code', type(error).__name__)}") from None


async def completed(connector: Connector, activity: Json, arrived: Arrived) -> Arrived | None:
    """The arrival with the name from the roster, if it had none; None for a guest.

    Where the roster does not answer, the arrival stands as it is: a person without a name beats a person left out.
    """
    if arrived.profile.name:
        return arrived
    conversation = team(activity) or words(part(activity.get("conversation")).get("id"))
    known = reference(arrived.account.reach)
    person = known.user if known else arrived.account.id
    try:
        listed = await connector.member(words(activity.get("serviceUrl")), conversation, person)
    except (Cut, NoToken):
        return arrived
    if _outsider(listed):
        return None
    return replace(arrived, profile=replace(arrived.profile, name=words(listed.get("name"))))


async def is_guest(connector: Connector, activity: Json) -> bool:
    """Whether the roster of their own chat says that who wrote there is a guest. In doubt nobody is."""
    conversation, person = words(part(activity.get("conversation")).get("id")), part(activity.get("from"))
    try:
        return _outsider(
            await connector.member(words(activity.get("serviceUrl")), conversation, words(person.get("id")))
        )
    except (Cut, NoToken):
        return False


async def out_of_reach(connector: Connector, person: Arrived) -> bool:
    """Whether Teams says that no chat with somebody can be opened. Opening one sends nothing; doubts keep the person."""
    known = reference(person.account.reach)
    if known is None:
        return False
    opened = await connector.open_chat(known.service, known.user, known.tenant)
    return opened.status in (403, 404)


def _arrived(activity: Json, person: Json) -> Arrived | None:
    """Somebody in a roster. The chat with them is not known yet; it is opened when they are first written to."""
    user = words(person.get("id"))
    if not user or user.startswith("28:") or _outsider(person):
        return None
    known = Reference(words(activity.get("serviceUrl")), user, tenant(activity))
    who = Account("teams", tenant(activity), member(person), known.text())
    return Arrived(event_id(activity, "roster", who.id), who, "joined", Profile(words(person.get("name"))))


def _outsider(person: Json) -> bool:
    return words(person.get("userRole")).lower() in OUTSIDERS
