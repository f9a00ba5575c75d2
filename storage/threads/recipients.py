"""Who can be written to: a public key with a name and a role, and the signed list of them that must not be tampered with.

The list lies in the database, where somebody might exchange a key for their own. So it is signed, the fingerprint of who
signs it stands in the deployment's configuration, and no thread is opened where the two do not agree.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from bot.values import dataclass
from storage.secrets import Secrets
from storage.threads.keys import labelled


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who can be chosen as a reader. `opens` is their X25519 and `signs` their Ed25519 public key.

    `outside` says that they stand outside the usual line; `until` is their last day, None if there is none.
    """

    opens: bytes
    signs: bytes
    name: str
    role: str
    answers_to: str = ""
    outside: bool = False
    until: date | None = None

    @property
    def person(self) -> str:
        """Who it is: somebody with new keys stands on the list twice, and is one person still."""
        return person(self.name)

    @property
    def title(self) -> str:
        """The role as everybody reads it: it begins with a capital, however it was written down."""
        return self.role[:1].upper() + self.role[1:]

    def valid(self, today: date) -> bool:
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True, repr=False)
class RecipientKey:
    """The private halves: what opens a thread and what signs a reply, 32 bytes each."""

    opens: bytes
    signs: bytes


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody who can be written to, and the list's number: a later one has a higher number."""

    serial: int
    recipients: tuple[Recipient, ...]

    def by_signature(self) -> Mapping[bytes, Recipient]:
        return {each.signs: each for each in self.recipients}


@dataclass(frozen=True, slots=True)
class Signed:
    """A directory as it is kept: its text, the signature, and the public key of who signed."""

    document: bytes
    signature: bytes
    signer: bytes


@dataclass(frozen=True, slots=True)
class Rule:
    """How many valid recipients there must be at least, and how many of them outside the usual line."""

    at_least: int
    outside: int


SPEAK_UP = Rule(at_least=2, outside=1)


class DirectoryRefused(Exception):
    """The list of recipients cannot be trusted or is too short; nothing may be sent to it."""


def key_from(seed: bytes) -> RecipientKey:
    """Both private halves of 32 random bytes."""
    return RecipientKey(labelled(seed, "recipient opens"), labelled(seed, "recipient signs"))


def held(secrets: Secrets, ref: str) -> RecipientKey:
    """The key of an answerer that the server keeps for them outside the database, made when first asked for."""
    return key_from(secrets.lasting(held_name(ref)))


def held_name(ref: str) -> str:
    """Under which name the secret store has it."""
    return f"answerer-{ref}"


def public(key: RecipientKey, name: str, role: str) -> Recipient:
    """The half that everybody may know."""
    opens, signs = PrivateKey(key.opens).public_key.encode(), SigningKey(key.signs).verify_key.encode()
    return Recipient(opens, signs, name, role)


def sign(directory: Directory, seed: bytes) -> Signed:
    key = SigningKey(seed)
    document = json.dumps([directory.serial, [_written(each) for each in directory.recipients]]).encode()
    return Signed(document, key.sign(_framed(document)).signature, key.verify_key.encode())


def fingerprint(signer: bytes) -> str:
    """What stands in the configuration: 128 bits of a hash of the signer's public key, as hexadecimal digits."""
    return labelled(b"", "signer", signer, size=16).hex()


def verified(signed: Signed, pin: str, *, serial: int = 0) -> Directory:
    """The directory, if the pinned signer signed it and it is not older than number `serial`. Raises DirectoryRefused."""
    if fingerprint(signed.signer) != pin:
        raise DirectoryRefused("The list of recipients is not signed by the signer that the configuration names.")
    try:
        VerifyKey(signed.signer).verify(_framed(signed.document), signed.signature)
    except (CryptoError, ValueError):
        raise DirectoryRefused("The list of recipients was changed after it was signed.") from None
    number, told = json.loads(signed.document)
    if number < serial:
        raise DirectoryRefused("An older list of recipients was put in the place of a newer one.")
    return Directory(number, tuple(_read(each) for each in told))


def check(directory: Directory, rule: Rule, today: date) -> None:
    """Raises DirectoryRefused where too few recipients are valid today, or two of them are one."""
    valid = [each for each in directory.recipients if each.valid(today)]
    if len({each.opens for each in valid}) < len(valid) or len({each.signs for each in valid}) < len(valid):
        raise DirectoryRefused("Two recipients have the same key.")
    if len({each.person for each in valid}) < rule.at_least:
        raise DirectoryRefused(f"There must be at least {rule.at_least} recipients.")
    if len({each.person for each in valid if each.outside}) < rule.outside:
        raise DirectoryRefused("One recipient must stand outside the usual line.")


def person(name: str) -> str:
    """Who a name means, however it was typed."""
    return " ".join(name.split()).casefold()


def newest(recipients: Sequence[Recipient], today: date) -> tuple[Recipient, ...]:
    """Who is valid today, each person once, with the keys that were put on the list last."""
    return tuple({each.person: each for each in recipients if each.valid(today)}.values())


def _framed(document: bytes) -> bytes:
    return b"hearback recipients 1\0" + document


def _written(each: Recipient) -> dict[str, Any]:
    until = each.until.isoformat() if each.until else None
    return asdict(each) | {"opens": each.opens.hex(), "signs": each.signs.hex(), "until": until}


def _read(told: dict[str, Any]) -> Recipient:
    until = date.fromisoformat(told["until"]) if told["until"] else None
    keys = {"opens": bytes.fromhex(told["opens"]), "signs": bytes.fromhex(told["signs"])}
    return Recipient(**(told | keys | {"until": until}))
