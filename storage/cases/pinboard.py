"""What guardians put up for everybody to read: sheets that they sign, each good for one place on one board.

A board is one row beside the sealed ones, encrypted with a key outside the database and filled up to a round length: a thief
of the database reads nothing. How many sheets there are at least is known outside the database, so that whoever writes in it
can neither put a sheet up nor take one down unseen.
"""

import json
from collections.abc import Sequence

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey
from sqlalchemy import bindparam, delete, select

from bot.values import dataclass
from storage.cases import casework
from storage.cases.casework import Casework
from storage.cases.sessions import Guardian
from storage.db import insert
from storage.prepared import prepared
from storage.threads.recipients import Recipient
from storage.threads.tables import SignedDirectoryRow

FULL = 32_768
"""Bytes that a board is filled up to, or a multiple of that."""
_SIZE = 4
_BOARD = prepared(select(SignedDirectoryRow.document).where(SignedDirectoryRow.world == bindparam("board")))


@dataclass(frozen=True, slots=True)
class Board:
    """`world` is the row, `seen` the number of its sheets outside the database."""

    world: str
    seen: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What somebody signed."""

    told: str
    by: Recipient


Kept = list[list[str]]
"""Sheets as they lie there: text, who signed, signature."""


class NotTrusted(Exception):
    """What hangs there was changed, or an older state was brought back. Nothing is shown, and nothing put up."""


async def sheets(work: Casework, board: Board) -> list[Sheet]:
    """All of them, the earliest first. Needs no guardian. Raises NotTrusted, DirectoryRefused."""
    return await _verified(work, board, await kept(work, board))


async def put_up(work: Casework, board: Board, guardian: Guardian, told: str, *, at: int) -> None:
    """Signs a sheet for this place: the next one, or one of hers. To be called while the shelf is held. Raises NotTrusted."""
    there = await kept(work, board)
    signed = SigningKey(guardian.key.signs).sign(_framed(board, at, told)).signature
    there[at:] = [[told, guardian.named.signs.hex(), signed.hex()], *there[at + 1 :]]
    await keep(work, board, there)
    # The number afterwards: killed in between, the sheet hangs there, and what it says holds all the same.
    work.cabinet.secrets.put(board.seen, len(there).to_bytes(8, "big"))


async def kept(work: Casework, board: Board) -> Kept:
    """As they lie there, not verified. Raises NotTrusted where there are fewer than there were."""
    async with work.cabinet.database.begin() as connection:
        row = await _BOARD.first(connection, board=board.world)
    raw = bytes(row.document) if row else b""
    try:
        padded = SecretBox(_key(work, board)).decrypt(raw) if raw else b""
        found: Kept = json.loads(padded[_SIZE : _SIZE + int.from_bytes(padded[:_SIZE], "big")]) if raw else []
    except (CryptoError, ValueError):
        raise NotTrusted from None
    if len(found) < int.from_bytes(work.cabinet.secrets.get(board.seen) or b"", "big"):
        raise NotTrusted
    return found


async def keep(work: Casework, board: Board, there: Kept) -> None:
    """Puts these in the place of what lay there."""
    said = json.dumps(there).encode()
    whole = len(said).to_bytes(_SIZE, "big") + said
    padded = whole.ljust(-(-len(whole) // FULL) * FULL, b"\0")
    document = bytes(SecretBox(_key(work, board)).encrypt(padded))
    async with work.cabinet.database.begin() as connection:
        await connection.execute(delete(SignedDirectoryRow).where(SignedDirectoryRow.world == board.world))
        row = {"world": board.world, "document": document, "signature": bytes(64), "signer": bytes(32)}
        await connection.execute(insert(connection, SignedDirectoryRow.__table__).values(**row))


async def _verified(work: Casework, board: Board, there: Sequence[Sequence[str]]) -> list[Sheet]:
    listed, found = (await casework.known(work)).by_signature(), []
    for number, (told, by, signature) in enumerate(there):
        try:
            VerifyKey(bytes.fromhex(by)).verify(_framed(board, number, told), bytes.fromhex(signature))
            found.append(Sheet(told, listed[bytes.fromhex(by)]))
        except (CryptoError, ValueError, TypeError, KeyError):
            raise NotTrusted from None
    return found


def _key(work: Casework, board: Board) -> bytes:
    return work.cabinet.secrets.lasting(f"board-{board.seen}")


def _framed(board: Board, number: int, told: str) -> bytes:
    return f"hearback {board.world} 1\0".encode() + number.to_bytes(4, "big") + told.encode("utf-8", "replace")
