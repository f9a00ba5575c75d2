"""The demo's two guardians, whose passphrases and codes everybody can read on its pages. Nothing here is a secret.

Their signer's key stands in this file. So settings refuse its fingerprint wherever there is no demo (bot/variables.py).
"""

import base64
import time
from collections.abc import Sequence

import pyotp

from bot.demo_guardian import DemoGuardian
from bot.values import dataclass, replace
from storage.cases import enrolment, guardians, locks
from storage.cases.casework import Casework
from storage.cases.locks import Held
from storage.threads.keys import labelled
from storage.threads.recipients import Recipient

SIGNER = labelled(b"", "demo signer")
PIN = enrolment.pin_of(SIGNER)


@dataclass(frozen=True, slots=True)
class Known:
    """A guardian of the demo, as they stand on its list."""

    name: str
    role: str
    answers_to: str
    outside: bool
    passphrase: str


EVERY = (
    Known(
        "Ines Costa",
        "Freedom to Speak Up guardian",
        "the chief executive",
        outside=False,
        passphrase="ines waters the ferns",
    ),
    Known(
        "Olga Brandt",
        "Non-executive director",
        "the chair of the board",
        outside=True,
        passphrase="olga counts the early trains",
    ),
)


async def enrol(work: Casework) -> None:
    """Makes their keys and signs the list, once. Another signer's list stays as it is."""
    if work.pin != PIN or await enrolment.on_the_list(work):
        return
    await enrolment.publish(work, SIGNER, [await _made(work, each) for each in EVERY])


def shown() -> Sequence[DemoGuardian]:
    """What to type in the inbox just now."""
    return [DemoGuardian(each.name, each.role, each.passphrase, _codes(each).at(int(time.time()))) for each in EVERY]


async def _made(work: Casework, known: Known) -> Recipient:
    """Their keys are made by chance; only the telephone is known beforehand."""
    held = Held(locks.fresh().key, _telephone(known))
    made = await guardians.enrol(work, known.passphrase, known.name, known.role, held=held)
    return replace(made.public, answers_to=known.answers_to, outside=known.outside)


def _telephone(known: Known) -> bytes:
    return labelled(b"", "demo telephone", known.name.encode(), size=locks.ONE_TIME)


def _codes(known: Known) -> pyotp.TOTP:
    return pyotp.TOTP(base64.b32encode(_telephone(known)).decode())
