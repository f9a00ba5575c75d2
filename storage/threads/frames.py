"""One message as bytes of one length, signed by whoever wrote it for the one place where it lies."""

import json
import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from bot.values import dataclass, field
from storage.threads.envelope import FRAME

LONGEST_PART = 3000
"""Characters in one row; a longer message goes on in the next."""
LONGEST = 4 * LONGEST_PART
"""Characters in one message."""
_SIGNATURE, _LENGTH = 64, 2

Kind = Literal["said", "state", "note", "readers", "card", "feedback", "picture", "file"]
Release = Literal["next window", "within three days", "at once"]


class TooLong(Exception):
    """The text is longer than LONGEST characters, or what goes with it is too much."""


class NothingSaid(Exception):
    """There is no text."""


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """What one row says. `by` is the Ed25519 public key of who wrote it; `more` that the next row goes on.

    `opens` is the day from which the other side is shown it: the only time there is, and not the day it was written.
    `about` are words for the readers, such as a category; in the first row also what they need to find the rest.
    """

    by: bytes
    kind: Kind
    opens: date
    text: str
    more: bool = False
    about: Mapping[str, str] = field(default_factory=dict)


def opens_on(today: date, release: Release) -> date:
    """The day on which a message is let through."""
    match release:
        case "at once":
            return today
        case "next window":
            return today + timedelta(days=1)
        case "within three days":
            return today + timedelta(days=random.SystemRandom().randint(1, 3))


def parts(text: str) -> list[str]:
    """A text without control characters, in pieces that fit a row. Raises NothingSaid and TooLong."""
    kept = "".join(letter if letter == "\n" or letter.isprintable() else " " for letter in text).strip()
    if not kept:
        raise NothingSaid
    if len(kept) > LONGEST:
        raise TooLong
    return [kept[at : at + LONGEST_PART] for at in range(0, len(kept), LONGEST_PART)]


def written(frame: Frame, seed: bytes, base: bytes) -> bytes:
    """The frame as FRAME bytes, signed with the seed of `frame.by` for the row with this base. Raises TooLong."""
    told = [frame.by.hex(), frame.kind, frame.opens.toordinal(), frame.text, frame.more, dict(frame.about)]
    said = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    if len(said) > FRAME - _SIGNATURE - _LENGTH:
        raise TooLong
    padded = len(said).to_bytes(_LENGTH, "big") + said.ljust(FRAME - _SIGNATURE - _LENGTH, b"\0")
    return SigningKey(seed).sign(_framed(base, padded)).signature + padded


def read(raw: bytes, base: bytes) -> tuple[Frame, bool] | None:
    """The frame, and whether whoever it names signed it for this very place. None if it is no frame at all."""
    signature, padded = raw[:_SIGNATURE], raw[_SIGNATURE:]
    try:
        said = padded[_LENGTH : _LENGTH + int.from_bytes(padded[:_LENGTH], "big")]
        by, kind, opens, text, more, about = json.loads(said)
        frame = Frame(bytes.fromhex(by), kind, date.fromordinal(opens), text, more, about)
    except (ValueError, TypeError, OverflowError):
        return None
    return frame, _signed(frame.by, signature, _framed(base, padded))


def public(seed: bytes) -> bytes:
    """The Ed25519 public key that goes with this seed."""
    return SigningKey(seed).verify_key.encode()


def _signed(by: bytes, signature: bytes, told: bytes) -> bool:
    try:
        VerifyKey(by).verify(told, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def _framed(base: bytes, padded: bytes) -> bytes:
    return b"hearback frame 1\0" + base + padded
