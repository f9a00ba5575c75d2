"""A case's card: status, owner, tags, legal hold, how long it is kept; inside a row like any other, for its readers only.

A card is never changed where it lies: the new one takes a decoy's place, and then a decoy takes the old one's, which looks as
if one decoy after another had come and gone. It has a number, and the highest holds.
"""

import json
import random
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from bot.values import dataclass
from storage.cases import codes
from storage.cases.sessions import Guardian
from storage.threads import envelope, frames, rows, transcript
from storage.threads.cabinet import Cabinet
from storage.threads.envelope import ThreadKeys
from storage.threads.frames import Frame
from storage.threads.readers import Gone, Opened
from storage.threads.recipients import Directory, Recipient


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """Where a case stands. `owner` is a guardian's signing key, or nothing; `hold` the reason of a legal hold; `keep` the
    last day it must be kept, None where nothing was said.

    For statistics: `category` where it is another than was reported, `also` further elements, `group` the worker group,
    `again` what somebody answered in person who was asked whether they would speak up again. For merged cases: `leads` is
    which case's card holds in the place of this one, `shut_to` the X25519 keys of who is never to read it.
    """

    status: str = "new"
    owner: bytes = b""
    tags: tuple[str, ...] = ()
    hold: str = ""
    keep: date | None = None
    category: str = ""
    also: tuple[str, ...] = ()
    group: str = ""
    again: str = ""
    leads: str = ""
    shut_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Placed:
    """A card as it was found: its number, and who signed it; None where that is nobody on the list."""

    card: Card
    number: int
    by: Recipient | None


class NotACard(Exception):
    """There is no such status, or more tags or words than a card has room for."""


NONE_YET = Placed(Card(), -1, None)


def found(opened: Opened, there: Mapping[bytes, rows.Found], directory: Directory) -> tuple[Placed, bool]:
    """The card among these rows, and whether all that lies where cards lie was signed by a guardian on the list; what was
    not, or was changed, counts as none."""
    return read(opened, {base: there[base] for base in transcript.card_bases(opened.token) if base in there}, directory)


def read(opened: Opened, lying: Mapping[bytes, rows.Found], directory: Directory) -> tuple[Placed, bool]:
    """The same, of all that lies where the case's cards lie."""
    placed = [_read(opened, each, directory) for each in lying.values()]
    signed = [each for each in placed if each and each.by]
    return max(signed, key=lambda each: each.number, default=NONE_YET), len(signed) == len(placed)


async def change(cabinet: Cabinet, guardian: Guardian, opened: Opened, to: Callable[[Card], Card]) -> Card:
    """Puts a changed card in the place of the one that holds; nobody else changes it in between. What nobody on the list
    signed goes with the old one. Raises NotACard and Gone."""
    bases = transcript.card_bases(opened.token)
    made: list[Card] = []

    def decide(there: Sequence[rows.Found]) -> rows.New:
        before, _ = found(opened, {each.base: each for each in there}, guardian.directory)
        made.append(to(before.card))
        base = _free(bases, {each.base for each in there})
        raw = _written(made[0], before.number + 1, guardian, base)
        return rows.New(base, envelope.later(opened.keys.opens_notes, raw))

    try:
        await rows.renew(cabinet, bases, decide, under=transcript.head(opened.token, opened.keys.opens))
    except rows.KeysChanged:
        raise Gone from None
    return made[0]


def first(card: Card, guardian: Guardian, token: bytes, keys: ThreadKeys) -> rows.New:
    """The card of a case that is about to begin. Raises NotACard."""
    base = transcript.card_bases(token)[0]
    return rows.New(base, envelope.later(keys.opens_notes, _written(card, 0, guardian, base)))


def _free(bases: Sequence[bytes], there: Collection[bytes]) -> bytes:
    """A place where nothing lies, by chance. Raises Gone where somebody has filled them all."""
    if free := [base for base in bases if base not in there]:
        return random.SystemRandom().choice(free)
    raise Gone


def _written(card: Card, number: int, guardian: Guardian, base: bytes) -> bytes:
    if not _holds_codes(card):
        raise NotACard
    keep = card.keep.toordinal() if card.keep else None
    counted = [card.category, card.also, card.group, card.again, card.leads, card.shut_to]
    told = json.dumps([number, card.status, card.owner.hex(), card.tags, card.hold, keep, *counted])
    frame = Frame(guardian.named.signs, "card", date.min, "card", about={"card": told})
    try:
        return frames.written(frame, guardian.key.signs, base)
    except frames.TooLong:
        raise NotACard from None


def _holds_codes(card: Card) -> bool:
    return (
        card.status in codes.STATUSES
        and card.category in ("", *codes.CATEGORIES)
        and set(card.also) <= set(codes.ELEMENTS)
        and card.group in ("", *codes.GROUPS)
        and card.again in ("", *codes.AGAIN)
    )


def _read(opened: Opened, row: rows.Found, directory: Directory) -> Placed | None:
    """None where it cannot be read or its signature does not hold; `by` None where nobody on the list signed it."""
    raw = envelope.body(row.inner, opened.keys.opens_notes) if row.inner else None
    seen = frames.read(raw, row.base) if raw else None
    if seen is None or not seen[1] or seen[0].kind != "card":
        return None
    try:
        number, status, owner, tags, hold, keep, category, also, group, again, leads, shut_to = json.loads(
            seen[0].about["card"]
        )
        kept = date.fromordinal(keep) if keep else None
        counted = (category, tuple(also), group, again, leads, tuple(bytes.fromhex(each).hex() for each in shut_to))
        card = Card(status, bytes.fromhex(owner), tuple(tags), hold, kept, *counted)
    except (ValueError, TypeError, KeyError):
        return None
    return Placed(card, int(number), directory.by_signature().get(seen[0].by))
