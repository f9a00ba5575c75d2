"""Reads what Slack says of a person: who they are called, which language and time zone, and whether they are staff."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.events import Account, Arrived, Change, Profile


def arrival(
    user: Mapping[str, Any], *, tenant: str, id_: str, joining: bool, ours: Collection[str] = ()
) -> Arrived | None:
    """A person who joined, changed or left; None for bots, guests and other companies' people.

    Whoever becomes a guest has left the staff, so a change to a guest is a leaving. `ours` are the ids of the workspace
    and its organisation; without them the tenant alone is ours.
    """
    name = user.get("id")
    if not isinstance(name, str) or not name or not tenant or _machine(user) or _outsider(user, ours or (tenant,)):
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
    return not any(user.get(mark) for mark in ("deleted", "is_restricted", "is_ultra_restricted"))


def _outsider(user: Mapping[str, Any], ours: Collection[str]) -> bool:
    """Whether somebody is only seen here, in a channel that is shared with another company (Slack Connect).

    In an organisation of several workspaces a person's `team_id` may be another one's, but the organisation is ours.
    """
    if user.get("is_stranger"):
        return True
    found = user.get("enterprise_user")
    company = _text(found.get("enterprise_id")) if isinstance(found, dict) else ""
    team = _text(user.get("team_id"))
    return bool(team) and team not in ours and company not in ours


def _machine(user: Mapping[str, Any]) -> bool:
    return bool(user.get("is_bot")) or user.get("id") == "USLACKBOT"  # whose is_bot is false


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
