"""How somebody becomes a guardian: a one-time code for them, keys that only they can open, then a signature on the list.

The code says who is meant and is kept as a keyed hash only. With it a guardian makes their keys (guardians.py); the public
halves wait here until whoever signs the list has compared their fingerprint, in words, over another way than this server.
"""

import base64
import secrets
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete, select

from bot.values import dataclass, replace
from storage.cases import guardians, slips
from storage.cases.casework import WORLD, Casework
from storage.cases.guardians import Enrolled
from storage.cases.one_time import Tries
from storage.db import insert
from storage.threads import directories, frames, recipients
from storage.threads.keys import labelled
from storage.threads.receipts import BITS_A_WORD, wordlist
from storage.threads.recipients import Directory, Recipient
from storage.threads.tables import InvitedRow

GOOD_FOR = timedelta(days=7)
"""How long a code can be used; the day of the invitation counts as the first."""
LONGEST = 80
"""Characters of a name, a role, and of whom somebody answers to."""
WORDS = 8
"""Words of a fingerprint: 88 bits, which nobody can make a second pair of keys for."""
_CODE, _GROUP, _PLACE, _KIND = 10, 4, 16, "invited"
_EVERYBODY = b"enrolment"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is meant to become a guardian, as the list will show them. `until` is their last day."""

    name: str
    role: str
    answers_to: str
    outside: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who was invited. `recipient` is None until they have made their keys; `place` says which slip it is."""

    place: bytes
    invitation: Invitation
    day: date
    recipient: Recipient | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The fingerprint of their keys, to be read out over the telephone; empty where there are none yet."""
        return fingerprint(self.recipient) if self.recipient else ()


class NoInvitation(Exception):
    """There is no such code, it was used, its seven days are over, or there were too many wrong ones: not said which."""


class NotSaid(Exception):
    """A name, a role or whom they answer to is missing or too long, or the last day is over."""


class NotWaiting(Exception):
    """These keys do not wait for a signature or stand on the list already; or nobody on the list is meant."""


async def invite(work: Casework, invitation: Invitation) -> str:
    """A one-time code to hand to somebody in person. It is shown once and kept as a hash. Raises NotSaid."""
    said = (invitation.name, invitation.role, invitation.answers_to)
    if not all(_fits(each) for each in said) or (invitation.until and invitation.until < work.cabinet.today()):
        raise NotSaid
    raw = secrets.token_bytes(_CODE)
    await _put(work, Waiting(_hashed(work, raw), invitation, work.cabinet.today()))
    told = base64.b32encode(raw).decode()
    return "-".join(told[at : at + _GROUP] for at in range(0, len(told), _GROUP))


async def invited(work: Casework, tries: Tries, code: str) -> Invitation:
    """Who is meant by this code, to be shown before they choose a passphrase. Raises NoInvitation."""
    return (await _by_code(work, tries, code)).invitation


async def accept(work: Casework, tries: Tries, code: str, passphrase: str) -> Enrolled:
    """Makes the guardian's keys, and lets their public halves wait for a signature; the code is used up then. Raises
    NoInvitation and TooWeak, after which the code is still good."""
    meant = await _by_code(work, tries, code)
    made = await guardians.enrol(work, passphrase, meant.invitation.name, meant.invitation.role)
    wanted = meant.invitation
    shown = replace(made.public, answers_to=wanted.answers_to, outside=wanted.outside, until=wanted.until)
    waiting = replace(meant, place=secrets.token_bytes(_PLACE), recipient=shown)
    if not await _put(work, waiting, instead_of=meant.place):
        await guardians.remove(work, made.who)  # somebody else used the code in the meantime
        raise NoInvitation
    return replace(made, public=shown)


async def everybody_invited(work: Casework) -> Sequence[Waiting]:
    """Who was invited and is not on the list yet, by name. Codes whose time is over are thrown away."""
    async with work.cabinet.database.begin() as connection:
        kept = [(bytes(row.place), bytes(row.body)) for row in await connection.execute(select(InvitedRow))]
    found = [each for place, body in kept if (each := _read(work, place, body))]
    alive = [each for each in found if each.recipient or _good(work, each)]
    async with work.cabinet.database.begin() as connection:
        over = [place for place, _ in kept if place not in {each.place for each in alive}]
        if over:
            await connection.execute(delete(InvitedRow).where(InvitedRow.place.in_(over)))
    return sorted(alive, key=lambda each: each.invitation.name)


async def sign(work: Casework, seed: bytes, place: bytes) -> Directory:
    """Puts keys that wait on the list, signed anew with the signer's `seed`. Call it when the guardian has read the words
    out. Raises NotWaiting and DirectoryRefused."""
    waiting = {each.place: each for each in await everybody_invited(work)}.get(place)
    listed = await on_the_list(work)
    if waiting is None or waiting.recipient is None:
        raise NotWaiting
    if {waiting.recipient.signs, waiting.recipient.opens} & {key for r in listed for key in (r.signs, r.opens)}:
        raise NotWaiting
    directory = await publish(work, seed, [*listed, waiting.recipient])
    await withdraw(work, place)
    return directory


async def end(work: Casework, seed: bytes, recipient: Recipient) -> Directory:
    """Yesterday becomes a recipient's last day: they stay on the list, so that what they signed stays theirs, and nothing
    opens for them any more. First they hand their cases on. Raises NotWaiting and DirectoryRefused."""
    listed, yesterday = await on_the_list(work), work.cabinet.today() - timedelta(days=1)
    if recipient not in listed:
        raise NotWaiting
    ended = [replace(each, until=yesterday) if each == recipient else each for each in listed]
    return await publish(work, seed, ended)


async def publish(work: Casework, seed: bytes, listed: Sequence[Recipient]) -> Directory:
    """Signs a whole list and puts it in the place of the last. Raises DirectoryRefused."""
    newest = Directory(directories.newest(work.cabinet, WORLD) + 1, tuple(listed))
    return await directories.keep(work.cabinet, WORLD, recipients.sign(newest, seed), work.pin)


async def on_the_list(work: Casework) -> tuple[Recipient, ...]:
    """Everybody on the signed list, nobody where there is none yet. Raises DirectoryRefused where it cannot be trusted."""
    if not await directories.there(work.cabinet, WORLD):
        return ()
    return (await directories.trusted(work.cabinet, WORLD, work.pin)).recipients


async def withdraw(work: Casework, place: bytes) -> None:
    """Takes an invitation back, or keys that nobody is to sign; doing it twice is no error."""
    async with work.cabinet.database.begin() as connection:
        await connection.execute(delete(InvitedRow).where(InvitedRow.place == place))


def fingerprint(recipient: Recipient) -> tuple[str, ...]:
    """Plain words for a guardian's public keys: the same on their screen and on the signer's."""
    told = labelled(b"", "words of keys", recipient.opens, recipient.signs)
    number = int.from_bytes(told, "big")
    return tuple(wordlist()[number >> BITS_A_WORD * at & (1 << BITS_A_WORD) - 1] for at in range(WORDS))


def new_signer() -> tuple[bytes, str]:
    """A new signer: the seed, which belongs in a file off this machine, and the fingerprint for the configuration."""
    seed = secrets.token_bytes(32)
    return seed, pin_of(seed)


def pin_of(seed: bytes) -> str:
    """The fingerprint of a signer."""
    return recipients.fingerprint(frames.public(seed))


async def _by_code(work: Casework, tries: Tries, code: str) -> Waiting:
    """One count for everybody: there is nobody yet who could be counted."""
    raw = _raw(code)
    if not tries.begin(_EVERYBODY):
        raise NoInvitation
    place = _hashed(work, raw)
    async with work.cabinet.database.begin() as connection:
        body = (await connection.execute(select(InvitedRow.body).where(InvitedRow.place == place))).scalar()
    found = _read(work, place, bytes(body)) if body else None
    if found is None or found.recipient or not _good(work, found):
        raise NoInvitation
    tries.forget(_EVERYBODY)
    return found


async def _put(work: Casework, waiting: Waiting, *, instead_of: bytes | None = None) -> bool:
    """False where what it was to replace is gone; then nothing is written."""
    wanted, day = waiting.invitation, waiting.day.toordinal()
    until = wanted.until.toordinal() if wanted.until else None
    keys = [waiting.recipient.opens.hex(), waiting.recipient.signs.hex()] if waiting.recipient else None
    told = [day, wanted.name, wanted.role, wanted.answers_to, wanted.outside, until, keys]
    body = slips.shut(work, _KIND, waiting.place, told)
    async with work.cabinet.database.begin() as connection:
        if instead_of:
            gone = await connection.execute(delete(InvitedRow).where(InvitedRow.place == instead_of))
            if gone.rowcount != 1:
                return False
        await connection.execute(insert(connection, InvitedRow.__table__).values(place=waiting.place, body=body))
    return True


def _read(work: Casework, place: bytes, body: bytes) -> Waiting | None:
    told = slips.unshut(work, _KIND, place, body)
    if told is None:
        return None
    day, name, role, answers_to, outside, until, keys = told
    meant = Invitation(name, role, answers_to, outside, date.fromordinal(until) if until else None)
    if keys is None:
        return Waiting(place, meant, date.fromordinal(day))
    opens, signs = (bytes.fromhex(key) for key in keys)
    recipient = Recipient(opens, signs, name, role, answers_to, outside, meant.until)
    return Waiting(place, meant, date.fromordinal(day), recipient)


def _good(work: Casework, waiting: Waiting) -> bool:
    return work.cabinet.today() < waiting.day + GOOD_FOR


def _fits(said: str) -> bool:
    return 0 < len(said.strip()) <= LONGEST and said.isprintable()


def _hashed(work: Casework, raw: bytes) -> bytes:
    return labelled(work.cabinet.secrets.lasting("enrolment"), "one-time code", raw, size=_PLACE)


def _raw(code: str) -> bytes:
    """However it was typed; a wrong one becomes one that there is not."""
    told = "".join(filter(str.isalnum, code)).upper().replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        return base64.b32decode(told)
    except ValueError:
        return told.encode("utf-8", "replace")
