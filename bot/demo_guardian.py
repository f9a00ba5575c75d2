"""What the demo shows of its guardians, so that anybody can try both sides of speaking up: none of it is a secret."""

from collections.abc import Callable, Sequence

from bot.values import dataclass

DEMO_SIGNER = "0080700d2e3c771a84d72979c3668eeb"
"""Fingerprint of the demo's signer, whose key stands in the program itself; no real installation may trust it."""


@dataclass(frozen=True, slots=True)
class DemoGuardian:
    """What to type in the inbox to be this guardian; the code is good for half a minute."""

    name: str
    role: str
    passphrase: str
    code: str


@dataclass(frozen=True, slots=True)
class BothSides:
    """Where somebody speaks up without the chat, where guardians read it, and who they are just now."""

    door: str
    inbox: str
    guardians: Callable[[], Sequence[DemoGuardian]]
