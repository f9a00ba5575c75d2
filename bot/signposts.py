"""Where to turn besides Hearback, as it is set from outside: the same for everybody, before a word is typed."""

from bot.values import dataclass

DOOR = "/speak-up"
"""Where the second door is, below the server's own address: a page for one's own telephone, without signing in."""


@dataclass(frozen=True, slots=True)
class Signposts:
    """What stands there in the United Kingdom, if nothing else is set.

    `talk_first` is the name and telephone of somebody to talk to before anything is written; `door` the whole address of
    the second door. `health` and `guardian` are the organisation's own: there is no default for them.
    """

    emergency: str = "999"
    police: str = "101"
    hate_crime: str = "report-it.org.uk (True Vision), or call 101"
    outside: str = "your union, the whistleblowing charity Protect on 020 3117 2520, or your regulator"
    health: str = ""
    guardian: str = ""
    talk_first: str = ""
    door: str = ""


def faults(signposts: Signposts) -> list[str]:
    """What is missing or cannot be so, one sentence each, for whoever runs the server; empty when all is well."""
    needed = {
        "HEARBACK_EMERGENCY": signposts.emergency,
        "HEARBACK_POLICE": signposts.police,
        "HEARBACK_HATE_CRIME": signposts.hate_crime,
        "HEARBACK_OUTSIDE": signposts.outside,
        "HEARBACK_HELP_LINE": signposts.health,
        "HEARBACK_GUARDIAN": signposts.guardian,
    }
    found = [
        f"{name} is empty: whoever speaks up is not told where else to turn." for name, is_ in needed.items() if not is_
    ]
    talk_first = signposts.talk_first or signposts.guardian
    if not any(letter.isdigit() for letter in talk_first):
        found.append("HEARBACK_TALK_FIRST (or HEARBACK_GUARDIAN) holds no telephone number to call first.")
    if not signposts.door:
        found.append(
            "HEARBACK_SECOND_DOOR and HEARBACK_PUBLIC_URL are empty: nobody is told of a way in without the chat."
        )
    elif not signposts.door.startswith("https://") and ".onion" not in signposts.door:
        found.append("HEARBACK_SECOND_DOOR must begin with https://, or what is written there can be read on its way.")
    return found
