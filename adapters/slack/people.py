"""Reads what Slack says of a person: who they are called, which language and time zone, and whether they are staff."""

from collections.abc import Mapping
from typing import Any

from bot.events import Account, Arrived, Change, Profile


def arrival(user: Mapping[str, Any], *, tenant: str, id_: str, joining: bool) -> Arrived | None:
    """A person who joined, changed or left; None for bots and guests.

    Whoever becomes a guest has left the staff, so a change to a guest is a leaving.
    """
    name = user.get("id")
    if not isinstance(name, str) or not name or not tenant or _machine(user):
        return None
    if _staff(user):
        change: Change = "joined" if joining else "changed"
    elif joining:
        return None
    else:
        change = "left"
    return Arrived(id_, Account("slack", tenant, name), change, profile(user))


def profile(user: Mapping[str, Any]) -> Profile:
    """Name, language (BCP 47) and zone (IANA) of a user object; empty is unknown."""
    shown = user.get("profile")
    inner: Mapping[str, Any] = shown if isinstance(shown, dict) else {}
    names = (inner.get("real_name"), user.get("real_name"), inner.get("display_name"), user.get("name"))
    name = next((found for found in names if isinstance(found, str) and found.strip()), "")
    return Profile(name.strip(), _text(user.get("locale")), _text(user.get("tz")))


def _staff(user: Mapping[str, Any]) -> bool:
    return not any(user.get(mark) for mark in ("deleted", "is_restricted", "is_ultra_restricted", "is_stranger"))


def _machine(user: Mapping[str, Any]) -> bool:
    return bool(user.get("is_bot")) or user.get("id") == "USLACKBOT"  # whose is_bot is false


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
