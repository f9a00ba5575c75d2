"""Decides whether a request really comes from Slack, and reads it only then."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

OLDEST = 300  # seconds; Slack's own advice against replays
LARGEST = 1_000_000
FIELDS = 100
# Most of a form that carries JSON is these, and none of them means anything in a form: put back first, all at once,
# the rest is decoded in half the time.
HARMLESS = tuple((f"%{ord(sign):02X}", sign) for sign in '":,{}[]')


class Refused(Exception):
    """The request is turned away with this HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def signed(headers: Mapping[str, str], body: bytes, secret: str, now: float) -> bool:
    """Whether the body carries a fresh signature made with this secret (seconds since 1970 for `now`).

    The SDK's own check raises where the timestamp is no number or the signature is not ASCII; this one says no.
    """
    stamp = headers.get("x-slack-request-timestamp", "")
    given = headers.get("x-slack-signature", "").encode("latin-1", "replace")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12) or abs(now - int(stamp)) > OLDEST:
        return False
    made = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(b"v0=" + made.encode(), given)


def payload(content_type: str, body: bytes) -> dict[str, Any]:
    """The JSON of an event or an interaction, or the fields of a command. Raises `Refused(400)`."""
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            return _object(json.loads(body))
        if kind == "application/x-www-form-urlencoded":
            fields = _fields(body.decode())
            return _object(json.loads(fields["payload"])) if "payload" in fields else {**fields}
    except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
        raise Refused(400) from None
    raise Refused(400)


def _fields(form: str) -> dict[str, str]:
    for escape, sign in HARMLESS:
        form = form.replace(escape, sign)
    return dict(parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=FIELDS))


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Refused(400)
    return value
