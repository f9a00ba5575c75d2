"""Turns what Teams delivers into the events of the core; nothing here asks or changes anything.

Who acted comes from the verified envelope alone. Card data carries an action, an opaque ref and a choice, and the
answers of a form; whatever else stands in it is not read.
"""

import re

from adapters.teams.activity import (
    Json,
    Reference,
    account,
    actor,
    channel,
    event_id,
    member,
    part,
    parts,
    place,
    team,
    words,
)
from bot.events import Account, Arrived, Opened, Pressed, Profile, Said, Submitted, Visited

HOME = "home"
COMMANDS = {"hearback": "home.menu", "speakup": "speak_up.open"}
"""Ways in that open a dialog without a message: action commands of the message extension, in the app's manifest."""

FIELD = "f."
"""Goes before the name of every input, so that no field can pass for an action: Teams mixes both in one object."""

LONGEST_SAID = 4000
_MENTION = re.compile(r"<at\b[^<>]{0,100}>[^<>]{0,200}</at>")


def spoken(activity: Json) -> Said | Visited | Pressed | None:
    """A message: words, the word for Home, or a button of a client too old for Action.Execute."""
    who = account(activity, part(activity.get("from")))
    text = said(words(activity.get("text")))
    if not text and isinstance(activity.get("value"), dict):
        data = activity["value"]
        action = words(data.get("a"))
        return Pressed(event_id(activity), who, action, words(data.get("r")), words(data.get("c"))) if action else None
    if place(activity) == "direct" and text.casefold() == HOME:
        return Visited(event_id(activity), who)
    return Said(event_id(activity), who, text, place(activity), channel(activity))


def said(text: str) -> str:
    """What was written, without the mentions of the bot; Teams puts a no-break space after them."""
    bare = _MENTION.sub(" ", text[:LONGEST_SAID]).replace("&nbsp;", " ").replace("\u00a0", " ")
    return bare.strip()


def invoked(activity: Json) -> Pressed | Opened | Submitted | None:
    """A button, the opening of a dialog, or a dialog that is sent; None for what Hearback does not use."""
    value = part(activity.get("value"))
    data = part(value.get("data"))
    match activity.get("name"):
        case "adaptiveCard/action":
            action = part(value.get("action"))
            return _pressed(activity, words(action.get("verb")), part(action.get("data")))
        case "task/fetch":
            return _opened(activity, words(data.get("a")), data)
        case "task/submit" | "composeExtension/submitAction":
            return _sent(activity, data)
        case "composeExtension/fetchTask":
            return _opened(activity, COMMANDS.get(words(value.get("commandId")), ""), {})
        case _:
            return None


def joined(activity: Json) -> tuple[Arrived, ...]:
    """The people whom this activity announces; a name is empty where Teams does not send it along.

    Somebody added to a group chat has not joined the workplace.
    """
    if place(activity) == "group":
        return ()
    if activity.get("type") == "installationUpdate":
        people = [part(activity.get("from"))] if place(activity) == "direct" else []
    else:
        people = parts(activity.get("membersAdded"))
    return tuple(_arrived(activity, person) for person in people if _is_person(person))


def present(activity: Json) -> Arrived | None:
    """Somebody writes in their own chat: should their installation have been missed, this is how they become known.

    One id for one chat, so that it changes nothing in the days after. Only the name is told, because the language and
    the zone of people who are known may be of their own choice.
    """
    person = part(activity.get("from"))
    name = words(person.get("name"))
    if place(activity) != "direct" or not name:
        return None
    who = account(activity, person)
    return Arrived(f"{words(part(activity.get('conversation')).get('id'))}|present", who, "joined", Profile(name))


def left(activity: Json) -> tuple[Arrived, ...]:
    """The people who were removed from a team. Leaving a group chat, or one's chat with the bot, is not leaving."""
    if not team(activity):
        return ()
    people = [person for person in parts(activity.get("membersRemoved")) if _is_person(person)]
    return tuple(_left(activity, person) for person in people)


def profile(activity: Json, person: Json) -> Profile:
    """What is known of a person. Language and zone are those of the client that acted, so of no other person."""
    if member(person) != member(part(activity.get("from"))):
        return Profile(words(person.get("name")))
    client = next((found for found in parts(activity.get("entities")) if found.get("type") == "clientInfo"), {})
    language = words(activity.get("locale")) or words(client.get("locale"))
    zone = words(client.get("timezone")) or words(activity.get("localTimezone"))
    return Profile(words(person.get("name")), language, zone)


def _arrived(activity: Json, person: Json) -> Arrived:
    who = _within_reach(activity, person)
    return Arrived(event_id(activity, "joined", who.id), who, "joined", profile(activity, person))


def _left(activity: Json, person: Json) -> Arrived:
    who = _within_reach(activity, person)
    return Arrived(event_id(activity, "left", who.id), who, "left", Profile(words(person.get("name"))))


def _within_reach(activity: Json, person: Json) -> Account:
    """Their account, with the reference by which a chat with them can be opened, whoever it was that acted."""
    who = account(activity, person)
    if who.reach:
        return who
    known = Reference(words(activity.get("serviceUrl")), words(person.get("id")), who.tenant)
    return Account(who.platform, who.tenant, who.id, known.text())


def _is_person(person: Json) -> bool:
    return bool(member(person)) and not words(person.get("id")).startswith("28:")


def _pressed(activity: Json, action: str, data: Json) -> Pressed | None:
    if not action:
        return None
    who = actor(activity)
    return Pressed(event_id(activity), who, action, words(data.get("r")), words(data.get("c")))


def _opened(activity: Json, action: str, data: Json) -> Opened | None:
    if not action:
        return None
    who = actor(activity)
    return Opened(event_id(activity), who, action, words(data.get("r")), words(data.get("c")))


def _sent(activity: Json, data: Json) -> Pressed | Opened | Submitted | None:
    """A dialog has only one kind of button for the bot, so `k` says which of ours it was."""
    action = words(data.get("a"))
    if data.get("k") == "press":
        return _pressed(activity, action, data)
    if data.get("k") == "open":
        return _opened(activity, action, data)
    if not action:
        return None
    filled = {name[len(FIELD) :]: words(value) for name, value in data.items() if name.startswith(FIELD)}
    values = {name: value for name, value in filled.items() if name and value}
    who = actor(activity)
    return Submitted(event_id(activity), who, action, words(data.get("r")), values)
