"""Changes who reads a case: its keys are made anew, so that whoever leaves opens nothing that is written from then on.

Every row of every thread is written anew with it, as at night, so that nobody who compares two copies of the database sees
which rows belong to the case. The reporter is told, before anybody new can read, who reads it from then on.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from bot.values import dataclass
from storage.cases import drafts
from storage.cases.casework import Casework
from storage.cases.opening import WITH, Case, current, keys_told
from storage.cases.sessions import Guardian
from storage.threads import envelope, night, readers, transcript
from storage.threads.author import AUTHOR, READERS
from storage.threads.envelope import ThreadKeys
from storage.threads.readers import Gone
from storage.threads.recipients import Recipient, newest
from storage.threads.transcript import Saying

SOON = timedelta(days=30)


class LeftOut(Exception):
    """Whoever raised it could have chosen this reader and did not: the case is not handed to them."""


class LastReader(Exception):
    """Nobody whose time is not over would read the case any more."""


class NotListed(Exception):
    """Somebody is to read who does not stand on the signed list today, or more than eight people are."""


@dataclass(frozen=True, slots=True, repr=False)
class _Anew:
    """A case with the keys it is about to have."""

    case: Case
    keys: ThreadKeys
    cells: tuple[bytes, ...]


async def hand_over(work: Casework, guardian: Guardian, case: Case, to: Collection[Recipient], *, why: str) -> None:
    """Others read the case besides those who do. The reason stays among the readers. Raises LeftOut, LastReader, NotListed,
    NothingSaid, TooLong, ThreadFull, Gone."""
    case, coming = await current(work, guardian, case), {each.opens for each in to}
    if coming & case.left_out_in(guardian.directory):
        raise LeftOut
    changed = _checked(work, guardian, case, case.readers | coming)
    names = ", ".join(sorted(each.name for each in to))
    await readers.note(work.cabinet, guardian.key, case.opened, f"{names}: {why}" if why.strip() else "")
    await _change(work, guardian, [changed])


async def recuse(work: Casework, guardian: Guardian, case: Case) -> None:
    """The guardian drops their own cell. Raises LastReader where nobody else reads, ThreadFull, Gone."""
    case = await current(work, guardian, case)
    changed = _checked(work, guardian, case, case.readers - {guardian.named.opens})
    for kind in drafts.KINDS:
        await drafts.end(work, guardian, case, kind)
    await _change(work, guardian, [changed])


async def take_over(
    work: Casework, guardian: Guardian, cases: Sequence[Case], *, leaving: Recipient, to: Collection[Recipient] = ()
) -> None:
    """Somebody leaves: another reader gives their cases new keys without them. Raises as `hand_over` does."""
    coming = {each.opens for each in to}
    changed = []
    for stale in cases:
        case = await current(work, guardian, stale)
        if coming & case.left_out_in(guardian.directory):
            raise LeftOut
        changed.append(_checked(work, guardian, case, case.readers - {leaving.opens} | coming))
    await _change(work, guardian, changed)


def leaves(guardian: Guardian, who: Recipient, today: date) -> bool:
    """Whether their last day is near or over, or they have newer keys. Nobody else's cases can be taken from them: a
    colleague who is in somebody's way stays a reader."""
    stays = who in newest(guardian.directory.recipients, today)
    return not stays or (who.until is not None and who.until <= today + SOON)


def _checked(work: Casework, guardian: Guardian, case: Case, reading: Collection[bytes]) -> _Anew:
    today = work.cabinet.today()
    valid = {each.opens for each in guardian.directory.recipients if each.valid(today)}
    gone = {each.opens for each in guardian.directory.recipients} - valid
    cells = tuple(sorted(set(reading) - gone))
    if not cells:
        raise LastReader
    if not set(cells) <= valid or len(cells) > envelope.CELLS:
        raise NotListed
    return _Anew(case, envelope.fresh(), cells)


async def _change(work: Casework, guardian: Guardian, changed: Sequence[_Anew]) -> None:
    for each in changed:
        listed = {READERS: " ".join(cell.hex() for cell in each.cells), WITH: keys_told(each.keys)}
        names = ", ".join(sorted(who.name for who in guardian.directory.recipients if who.opens in each.cells))
        saying = Saying(guardian.key.signs, "readers", names, work.cabinet.today(), listed)
        await readers.say(work.cabinet, each.case.opened, saying)
    by_base = {base: each for each in changed for base in transcript.every_base(each.case.opened.token)}
    done: set[bytes] = set()

    def anew(base: bytes, inner: bytes) -> bytes:
        if base in by_base and (shut := _shut_anew(by_base[base], base, inner)):
            done.add(base)
            return shut
        return inner

    await night.rewrite(work.cabinet, anew)
    if not {transcript.head(each.case.opened.token, b"").base for each in changed} <= done:
        raise Gone


def _shut_anew(changed: _Anew, base: bytes, inner: bytes) -> bytes | None:
    """The same signed words under the new keys; None where the old keys do not open them."""
    opened = changed.case.opened
    if (raw := envelope.body(inner, opened.keys.opens)) is not None:
        if base != transcript.head(opened.token, b"").base:
            return envelope.later(changed.keys.opens, raw)
        return envelope.first(changed.keys, changed.cells, _author(changed.case.about), raw)
    if (raw := envelope.body(inner, opened.keys.opens_notes)) is not None:
        return envelope.later(changed.keys.opens_notes, raw)
    return None


def _author(about: Mapping[str, str]) -> bytes:
    return bytes.fromhex(about[AUTHOR])
