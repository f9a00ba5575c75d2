"""Keeps the signed list of recipients, and hands it out only where signature, pin and number hold.

The highest number that was ever seen lies outside the database: whoever can write there cannot bring an old list back.
"""

from datetime import date

from sqlalchemy import bindparam, delete, select

from storage.db import insert
from storage.prepared import prepared
from storage.threads.cabinet import Cabinet
from storage.threads.recipients import Directory, DirectoryRefused, Rule, Signed, check, verified
from storage.threads.tables import SignedDirectoryRow

_LIST = prepared(
    select(SignedDirectoryRow.document, SignedDirectoryRow.signature, SignedDirectoryRow.signer).where(
        SignedDirectoryRow.world == bindparam("world")
    )
)


async def keep(cabinet: Cabinet, world: str, signed: Signed, pin: str) -> Directory:
    """Puts a newly signed list in the place of the last one. Raises DirectoryRefused."""
    directory = verified(signed, pin, serial=_seen(cabinet, world))
    async with cabinet.database.begin() as connection:
        await connection.execute(delete(SignedDirectoryRow).where(SignedDirectoryRow.world == world))
        row = {"document": signed.document, "signature": signed.signature, "signer": signed.signer}
        await connection.execute(insert(connection, SignedDirectoryRow.__table__).values(world=world, **row))
    cabinet.secrets.put(_name(world), directory.serial.to_bytes(8, "big"))
    return directory


async def trusted(cabinet: Cabinet, world: str, pin: str) -> Directory:
    """The list, or DirectoryRefused. To be asked anew for each thread: the database may have changed in between."""
    async with cabinet.database.begin() as connection:
        row = await _LIST.first(connection, world=world)
    if row is None:
        raise DirectoryRefused("There is no list of recipients yet.")
    signed = Signed(bytes(row.document), bytes(row.signature), bytes(row.signer))
    return verified(signed, pin, serial=_seen(cabinet, world))


async def there(cabinet: Cabinet, world: str) -> bool:
    """Whether there is a list at all, whoever signed it."""
    async with cabinet.database.begin() as connection:
        kept = select(SignedDirectoryRow.world).where(SignedDirectoryRow.world == world)
        return (await connection.execute(kept)).scalar() is not None


def newest(cabinet: Cabinet, world: str) -> int:
    """The highest number that a list ever had here; 0 where there was none."""
    return _seen(cabinet, world)


async def intake(cabinet: Cabinet, world: str, pin: str, rule: Rule) -> Directory:
    """The list, where it may be written to today: trusted, and with enough recipients. Raises DirectoryRefused."""
    directory = await trusted(cabinet, world, pin)
    today: date = cabinet.today()
    check(directory, rule, today)
    return directory


def _seen(cabinet: Cabinet, world: str) -> int:
    return int.from_bytes(cabinet.secrets.get(_name(world)) or b"", "big")


def _name(world: str) -> str:
    return f"directory-{world}"
