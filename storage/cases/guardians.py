"""Guardians' own keys: made, locked away, unlocked with passphrase and code, and locked anew.

Whatever is wrong, the passphrase, the code, the recovery code, or that their time is over, it is one plain answer: it stays
locked. Keys are worth something only once whoever signs the list of recipients has put their public halves on it.
"""

import asyncio
import secrets
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import bindparam, delete, select

from bot.values import dataclass
from storage.cases import casework, locks, one_time
from storage.cases.casework import Casework
from storage.cases.locks import Held, Lock
from storage.cases.one_time import Tries
from storage.db import insert
from storage.prepared import prepared
from storage.threads import recipients
from storage.threads.keys import SALT
from storage.threads.recipients import Recipient, RecipientKey
from storage.threads.tables import LockedKeysRow, StatementRow

Done = TypeVar("Done")
_LOCKED = prepared(
    select(LockedKeysRow.secret, LockedKeysRow.salt, LockedKeysRow.by_passphrase, LockedKeysRow.by_recovery).where(
        LockedKeysRow.guardian == bindparam("who")
    )
)


@dataclass(frozen=True, slots=True, repr=False)
class Enrolled:
    """What a new guardian is shown once. `who` is their number, `public` what goes to whoever signs the list."""

    who: bytes
    public: Recipient
    recovery: str
    one_time: str


class StaysLocked(Exception):
    """It does not open; which of all reasons it was is not said."""


async def enrol(work: Casework, passphrase: str, name: str, role: str, *, held: Held | None = None) -> Enrolled:
    """Makes a guardian's keys and locks them; `held` are made already, in a demo. Raises TooWeak."""
    return await _lock(work, held or locks.fresh(), passphrase, (name, role))


async def unlock(work: Casework, tries: Tries, who: bytes, secret: tuple[str, str]) -> RecipientKey:
    """The private keys, for passphrase and code. Raises StaysLocked and DirectoryRefused."""
    return (await _unlocked(work, tries, who, secret)).key


async def change(work: Casework, tries: Tries, who: bytes, secret: tuple[str, str], *, to: str) -> Enrolled:
    """A new passphrase and a new recovery code; the old ones open nothing any more, in no backup either. `secret` is the
    old passphrase and a code. Raises TooWeak, StaysLocked, DirectoryRefused."""
    locks.strong(to)
    held = await _unlocked(work, tries, who, secret)
    named = await _valid(work, who)
    return await _lock(work, held, to, (named.name, named.role))


async def recover(work: Casework, tries: Tries, who: bytes, code: str, *, to: str) -> Enrolled:
    """For whoever lost the passphrase or the telephone: a new passphrase, new telephone codes and a new recovery code,
    for the old one, which opens nothing any more. Raises TooWeak, StaysLocked, DirectoryRefused."""
    locks.strong(to)
    kept, secret = await _kept(work, who)
    held = locks.by_code(kept, who, code, secret)  # 128 bits from chance need no count of tries
    if held is None:
        raise StaysLocked
    named = await _valid(work, who)
    tries.forget(who)
    return await _lock(work, Held(held.key, locks.fresh().one_time), to, (named.name, named.role))


async def remove(work: Casework, who: bytes) -> None:
    """Destroys a guardian's keys for good. First give their cases to somebody (storage/cases/sharing.py)."""
    async with work.cabinet.database.begin() as connection:
        there = select(LockedKeysRow.secret).where(LockedKeysRow.guardian == who)
        name = (await connection.execute(there)).scalar()
    if name:
        await asyncio.to_thread(work.cabinet.secrets.destroy, name)
        async with work.cabinet.database.begin() as connection:
            await connection.execute(delete(LockedKeysRow).where(LockedKeysRow.guardian == who))
            await connection.execute(delete(StatementRow).where(StatementRow.guardian == who))


async def _unlocked(work: Casework, tries: Tries, who: bytes, secret: tuple[str, str]) -> Held:
    """The same steps in the same order, whatever is wrong."""
    (passphrase, code), (kept, outside) = secret, await _kept(work, who)
    listed = await _is_listed(work, who)
    with tries.in_line() as may:
        if not may:
            raise StaysLocked
        held = await _turn(work, lambda: locks.by_passphrase(kept, who, passphrase, secret=outside, cost=work.cost))
    if held is None or not listed or not tries.right(who, held.one_time, code):
        raise StaysLocked
    await _valid(work, who)
    return held


async def _is_listed(work: Casework, who: bytes) -> bool:
    """Codes are used up, and wrong ones counted, for guardians on the list only."""
    return who in {locks.number_of(each.opens, each.signs) for each in (await casework.known(work)).recipients}


async def _valid(work: Casework, who: bytes) -> Recipient:
    """The guardian as the signed list has them today. Raises StaysLocked."""
    for each in (await casework.known(work)).recipients:
        if locks.number_of(each.opens, each.signs) == who and each.valid(work.cabinet.today()):
            return each
    raise StaysLocked


async def _lock(work: Casework, held: Held, passphrase: str, named: tuple[str, str]) -> Enrolled:
    """The new secret first, then the row, then the old secret goes: killed in between, one of the two passphrases opens."""
    store, who, code = work.cabinet.secrets, locks.number(held.key), locks.new_code()
    name, outside = f"guardian-{secrets.token_hex(12)}", secrets.token_bytes(locks.KEY)
    made = await _turn(work, lambda: locks.lock(held, passphrase, code, secret=outside, cost=work.cost))
    await asyncio.to_thread(store.put, name, outside)
    async with work.cabinet.database.begin() as connection:
        mine = LockedKeysRow.guardian == who
        old = (await connection.execute(select(LockedKeysRow.secret).where(mine))).scalar()
        await connection.execute(delete(LockedKeysRow).where(mine))
        copies = {"salt": made.salt, "by_passphrase": made.by_passphrase, "by_recovery": made.by_recovery}
        row = {"guardian": who, "secret": name, **copies}
        await connection.execute(insert(connection, LockedKeysRow.__table__).values(**row))
    if old:
        await asyncio.to_thread(store.destroy, old)
    public = recipients.public(held.key, *named)
    return Enrolled(who, public, code, one_time.address(held.one_time, named[0]))


async def _kept(work: Casework, who: bytes) -> tuple[Lock, bytes]:
    """Both copies and the secret outside the database; for a guardian that there is not, something that never opens."""
    async with work.cabinet.database.begin() as connection:
        row = await _LOCKED.first(connection, who=who)
    outside = await asyncio.to_thread(work.cabinet.secrets.get, row.secret) if row and _is_ours(row.secret) else None
    if row is None or outside is None or len(bytes(row.salt)) != SALT:
        return Lock(bytes(SALT), bytes(124), bytes(124)), bytes(locks.KEY)
    return Lock(bytes(row.salt), bytes(row.by_passphrase), bytes(row.by_recovery)), outside


def _is_ours(name: str) -> bool:
    """Whoever writes in the database must not choose a file."""
    return name.startswith("guardian-") and name.removeprefix("guardian-").isalnum()


async def _turn(work: Casework, slow: Callable[[], Done]) -> Done:
    async with work.cabinet.turns:
        return await asyncio.to_thread(slow)
