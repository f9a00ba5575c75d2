"""What the browser sent, read carefully and turned into an event; nothing it claims about who acted is believed."""

import re
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qsl

from bot.events import Account, Opened, Place, Pressed, Said, Submitted, Visited

FIELD = "f."
LONGEST_FIELD = 8_000
LONGEST_WRITTEN = 60_000
"""More than any form takes: who wrote too much reads so in a sentence, with every word still there."""
MOST_FIELDS = 120
COMMANDS = {"/hearback": "home.menu", "/speakup": "speak_up.open"}
"""What can be typed instead of pressed: the command opens the form of this action."""

_NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")
_NAMED = re.compile(r"^@hearback\b\s*", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


class Malformed(Exception):
    """The browser sent something that none of our own pages would send."""


def fields_of(body: bytes) -> dict[str, str]:
    """The fields of a posted form; of two with one name the last, but ticked boxes together. Raises Malformed."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=bool(body),
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise Malformed from error
    for name, value in pairs:
        if len(value) > (LONGEST_WRITTEN if name.startswith(FIELD) else LONGEST_FIELD) or "\0" in value:
            raise Malformed
    fields: dict[str, str] = {}
    for name, value in pairs:
        ticked = f"{fields[name]},{value}" if name.startswith(FIELD) and name in fields else value
        fields[name] = ticked.replace("\r\n", "\n")
    return fields


def nonce() -> str:
    """The random name of one press or sending, so that a double click acts once."""
    return secrets.token_urlsafe(16)


def pressed(account: Account, fields: Mapping[str, str]) -> Pressed:
    action, ref, choice = _button(fields)
    return Pressed(_id(account, fields), account, action, ref, choice)


def opened(account: Account, fields: Mapping[str, str]) -> Opened:
    action, ref, choice = _button(fields)
    return Opened(_id(account, fields), account, action, ref, choice)


def submitted(account: Account, fields: Mapping[str, str]) -> Submitted:
    """A sent form. Only fields that were filled in travel on; what is not a field of a form is left out."""
    action, ref, _ = _button(fields)
    values = {name[len(FIELD) :]: value for name, value in fields.items() if name.startswith(FIELD) and value.strip()}
    return Submitted(_id(account, fields), account, action, ref, values)


def said(account: Account, fields: Mapping[str, str], place: Place, address: str = "") -> Said | Opened | None:
    """What somebody wrote, or the form a command asks for; None for nothing but spaces."""
    text = fields.get("text", "").strip()
    if not text:
        return None
    # What stands behind a command is never looked at: a concern typed there must not be kept anywhere.
    if command := COMMANDS.get(text.split(maxsplit=1)[0].lower()):
        return Opened(_id(account, fields), account, command)
    here = Account(account.platform, account.tenant, address) if place == "channel" else None
    # The one app here is always meant; who writes its name, as one must in Slack and Teams, means the same.
    spoken = _NAMED.sub("", text) or text
    return Said(_id(account, fields), account, spoken, place, here)


def visited(account: Account) -> Visited:
    return Visited(f"web:{account.id}:{nonce()}", account)


def _id(account: Account, fields: Mapping[str, str]) -> str:
    given = fields.get("nonce", "")
    if not _NONCE.fullmatch(given):
        raise Malformed
    return f"web:{account.id}:{given}"


def _button(fields: Mapping[str, str]) -> tuple[str, str, str]:
    action, ref, choice = fields.get("action", ""), fields.get("ref", ""), fields.get("choice", "")
    if not _NAME.fullmatch(action) or len(ref) > 200 or len(choice) > 200:
        raise Malformed
    return action, ref, choice
