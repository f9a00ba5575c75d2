"""Cases that a guardian was told of in person, by phone or by mail, in the same rows and the same list as all others.

The guardian writes and signs them. Nobody has a receipt for them, so nobody answers in them. Who raised it is written down
only where they agreed, inside the encrypted words, for the readers of the case.
"""

import secrets
from collections.abc import Sequence
from datetime import date

from bot.values import dataclass
from storage.cases import cards, codes, filing
from storage.cases.cards import Card
from storage.cases.casework import Casework
from storage.cases.filing import NotOffered
from storage.cases.sessions import Guardian
from storage.threads import envelope, frames, rows, transcript
from storage.threads.author import AUTHOR, READERS, TOKEN, NotAReader
from storage.threads.keys import labelled
from storage.threads.recipients import Recipient
from storage.threads.transcript import Saying

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, repr=False)
class Raised:
    """What a guardian was told. `on` is the day, `how` and `door` are codes; `who` only where they `agreed`, and never
    where it was raised anonymously. A case that is over already has its `outcome`. It is never handed to `shut_to`."""

    text: str
    category: str
    how: str
    door: str
    on: date
    who: str = ""
    agreed: bool = False
    group: str = ""
    status: str = "new"
    outcome: str = ""
    again: str = ""
    tags: tuple[str, ...] = ()
    shut_to: tuple[Recipient, ...] = ()


class NotAgreed(Exception):
    """A name is to be written down of somebody who did not agree to that, or who raised it anonymously."""


class NoOutcome(Exception):
    """A case is closed with an outcome, and only a closed one has one."""


class InTheFuture(Exception):
    """The day on which it was raised has not come yet."""


async def add(work: Casework, guardian: Guardian, raised: Raised, to: Sequence[Recipient] = (), *, ref: bytes) -> None:
    """Adds a case for this guardian and for whoever reads it too. Twice with one `ref` is once.

    Raises NotOffered, NotAgreed, NoOutcome, InTheFuture, NotAReader, NotACard, NothingSaid, TooLong.
    """
    await rows.add(work.cabinet, prepared(work, guardian, raised, to, ref=ref))


def prepared(
    work: Casework, guardian: Guardian, raised: Raised, to: Sequence[Recipient] = (), *, ref: bytes
) -> list[rows.New]:
    """A case as rows, in memory only. Raises as `add` does."""
    check(raised, work.cabinet.today())
    token, keys, readers = token_of(guardian, ref), envelope.fresh(), {guardian.named.opens, *(e.opens for e in to)}
    valid = {each.opens for each in guardian.directory.recipients if each.valid(work.cabinet.today())}
    if not readers <= valid - {each.opens for each in raised.shut_to} or len(readers) > envelope.CELLS:
        raise NotAReader
    own = envelope.public(secrets.token_bytes(envelope.KEY))
    about = {TOKEN: token.hex(), READERS: " ".join(sorted(each.hex() for each in readers)), AUTHOR: own.hex()}
    told = _said(work, guardian, raised, about)
    new: list[rows.New] = []
    for base, frame in zip(transcript.bases(token), told, strict=False):
        raw = frames.written(frame, guardian.key.signs, base)
        inner = envelope.later(keys.opens, raw) if new else envelope.first(keys, sorted(readers), own, raw)
        new.append(rows.New(base, inner))
    shut_to = tuple(sorted(each.opens.hex() for each in raised.shut_to))
    card = Card(raised.status, tags=raised.tags, group=raised.group, again=raised.again, shut_to=shut_to)
    return [*new, cards.first(card, guardian, token, keys)]


def token_of(guardian: Guardian, ref: bytes) -> bytes:
    """Where a case lies that this guardian adds under this ref."""
    return labelled(guardian.key.opens, "raised", ref)


def check(raised: Raised, today: date) -> None:
    """Raises NotOffered, NotAgreed, NoOutcome, InTheFuture, NothingSaid, TooLong."""
    offered = raised.category in codes.CATEGORIES and raised.how in codes.HOW and raised.door in codes.DOORS
    if not offered or raised.group not in ("", *codes.GROUPS) or raised.again not in ("", *codes.AGAIN):
        raise NotOffered
    if raised.who and (not raised.agreed or raised.door == "anonymous"):
        raise NotAgreed
    if (raised.status == "closed") != bool(raised.outcome.strip()):
        raise NoOutcome
    if raised.on > today:
        raise InTheFuture
    if len(raised.who) > LONGEST_NAME:
        raise frames.TooLong
    filing.check_length(raised.outcome)
    frames.parts(raised.text)


def _said(work: Casework, guardian: Guardian, raised: Raised, about: dict[str, str]) -> list[frames.Frame]:
    """What the rows of the case say, one after the other."""
    more = {
        filing.NAME: filing.two_words(),
        filing.CODES: codes.VERSION,
        filing.CATEGORY: raised.category,
        filing.HOW: raised.how,
        filing.DOOR: raised.door,
        filing.WHO: raised.who.strip(),
    }
    seed, today = guardian.key.signs, work.cabinet.today()
    told = Saying(seed, "said", raised.text, raised.on, about | more).frames()
    if raised.status == "closed":
        told += Saying(seed, "said", raised.outcome, today, {filing.OUTCOME: "yes"}).frames()
        told += Saying(seed, "state", "closed", today, {}).frames()
    return told
