"""Questions that come no more by themselves: kept under a keyed hash, among rows that stand for nobody.

Nobody who reads the database can tell who pressed "Not this time" or "Later", nor who is spared a reminder because they
let two questions pass: that needs the question's key, which lies elsewhere and is destroyed when the question closes.
"""

import hashlib
import hmac
import secrets as random
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from bot.hours import zone_named
from storage.ballots import Urn
from storage.db import inserts
from storage.loop import AskedRow, MomentRow, QuietRow
from storage.outbox import AGAIN, put
from storage.people import PersonRow
from storage.prepared import Prepared, prepared
from storage.work import Work

NAMED_KEY = "quiet"
CAME = 0  # in the place of a day: it came again, and does not once more
_KEEP = Prepared(
    inserts(
        QuietRow,
        lambda new: new.on_conflict_do_update(index_elements=["moment_id", "tag"], set_={"day": new.excluded.day}),
    )
)
_IS_IN = prepared(
    select(QuietRow.tag, QuietRow.day).where(
        QuietRow.moment_id == bindparam("moment"), QuietRow.tag == bindparam("tag")
    )
)

_IS_DUE = QuietRow.day.between(CAME + 1, bindparam("today"))
_DUE = prepared(
    select(QuietRow.moment_id, QuietRow.tag, MomentRow.ref, MomentRow.seal, MomentRow.round_id, QuietRow.day)
    .join(MomentRow, MomentRow.id == QuietRow.moment_id)
    .where(_IS_DUE)
)
_BROUGHT = update(QuietRow).where(QuietRow.moment_id == bindparam("moment"), _IS_DUE).values(day=CAME)


async def hush(work: Work, urn: Urn, person: int, day: date | None = None) -> None:
    """This question comes no more by itself for this person, or again on that day. One more row each time, so that
    nobody sees whether there was one."""
    tag = _tag(_key(work, urn), urn, person)
    if await _IS_IN.first(work.connection, moment=urn.id, tag=tag):
        await spare_or_pad(work, urn, None)
    await _KEEP.rows(work.connection, moment_id=urn.id, tag=tag, day=day and day.toordinal())


async def spare_or_pad(work: Work, urn: Urn, person: int | None) -> None:
    """Spares this person the reminder; with None, writes a row of the same look that stands for nobody."""
    tag = random.token_bytes(32) if person is None else _tag(_key(work, urn), urn, person)
    await _KEEP.rows(work.connection, moment_id=urn.id, tag=tag, day=None)


async def is_quiet(work: Work, urn: Urn, person: int) -> bool:
    """Whether no reminder of this question goes to this person."""
    return await _row_of(work, urn, person) is not None


async def came_back(work: Work, urn: Urn, person: int) -> bool:
    """Whether this question has come again for this person, who had asked for that."""
    row = await _row_of(work, urn, person)
    return row is not None and row.day == CAME


async def bring_back(work: Work, now: datetime) -> None:
    """Writes the messages of those who wanted a question to come again today; their rows then say: no more."""
    today = now.astimezone(UTC).date()
    rows = await _DUE.rows(work.connection, today=today.toordinal())
    for moment, ref, seal, number in {(row.moment_id, row.ref, row.seal or b"", row.round_id) for row in rows}:
        wanted = {bytes(row.tag): date.fromordinal(row.day) for row in rows if row.moment_id == moment and row.day}
        people = select(PersonRow.id, PersonRow.zone).join(AskedRow, AskedRow.person_id == PersonRow.id)
        asked = (await work.connection.execute(people.where(AskedRow.round_id == number))).all()
        urn = Urn(moment, ref, seal)
        key = _key(work, urn)  # one file, read once and not for everybody who was asked
        found = [(who, zone, wanted.get(_tag(key, urn, who))) for who, zone in asked]
        await put(work.connection, [_again(ref, who, zone, day) for who, zone, day in found if day], now)
        await work.connection.execute(_BROUGHT, {"moment": moment, "today": today.toordinal()})


async def forget(connection: AsyncConnection, moment: int) -> None:
    """The question has closed: nothing is left of who wanted what."""
    await connection.execute(delete(QuietRow).where(QuietRow.moment_id == moment))


def _again(ref: str, person: int, zone: str, day: date) -> Message:
    begin = datetime.combine(day, time(), zone_named(zone)).astimezone(UTC)
    return Message(person, AGAIN, ref, f"{ref}:again", not_before=begin, forget=True, counts=False)


async def _row_of(work: Work, urn: Urn, person: int) -> Any:
    return await _IS_IN.first(work.connection, moment=urn.id, tag=_tag(_key(work, urn), urn, person))


def _key(work: Work, urn: Urn) -> bytes:
    """A question with names has no key of its own; there everybody sees who answered."""
    key = work.secrets.get(f"ballot-{urn.ref}") if urn.seal else None
    return key[:32] if key else work.secrets.lasting(NAMED_KEY)


def _tag(key: bytes, urn: Urn, person: int) -> bytes:
    return hmac.digest(key, f"quiet:{urn.ref}:{person}".encode(), hashlib.sha256)
