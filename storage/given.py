"""What happens in the rounds of practices, and what people gave to it: three tables, and how they are written and read."""

import hashlib
import hmac
import random
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    ForeignKey,
    Identity,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.values import dataclass
from storage import themes
from storage.db import WITHOUT_ROWID, Instant, Rows, insert
from storage.people import PersonRow
from storage.prepared import prepared
from storage.work import Work

KEY = "given-"
KEPT = timedelta(days=30)
"""So long after the close a key tells who gave what in confidence."""
MARK = 32


class HappeningRow(Rows):
    """One thing that happens to people in a round of a practice. Kept with the round."""

    __tablename__ = "happening"
    __table_args__ = (UniqueConstraint("round_id", "name"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), doc="Which round.")
    name: Mapped[str] = mapped_column(String(60), doc="Its id in the practice.")
    kind: Mapped[str] = mapped_column(String(10), doc="Out of the closed list: ASK, WEIGH, SHARE and so on.")
    voice: Mapped[str] = mapped_column(String(12), doc="named or confidential; locked when the round opens.")
    opens_at: Mapped[datetime] = mapped_column(Instant(), index=True, doc="When it comes.")
    closes_at: Mapped[datetime | None] = mapped_column(
        Instant(), index=True, doc="The close that people are told. Empty: it only comes."
    )
    opened: Mapped[bool] = mapped_column(doc="True once it has come.")
    closed: Mapped[bool] = mapped_column(doc="True once the close has run.")
    keyed: Mapped[bool] = mapped_column(doc="True while the key lies outside the database that tells doubles apart.")
    spec: Mapped[dict[str, Any]] = mapped_column(JSON, doc="Its words; what is chosen among; what came of it.")
    waits_for: Mapped[str] = mapped_column(
        String(60), default="", server_default="", doc="The id of the UPDATE that must be written first; else empty."
    )


class GivenRow(Rows):
    """What somebody gave to it: a line, a choice. Kept until they take it back, else with the round."""

    __tablename__ = "given"
    __table_args__ = (UniqueConstraint("happening_id", "mark"), WITHOUT_ROWID)
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random, so that the order says nothing.")
    happening_id: Mapped[int] = mapped_column(
        ForeignKey("happening.id", ondelete="CASCADE"), index=True, doc="To what."
    )
    mark: Mapped[bytes] = mapped_column(
        LargeBinary(MARK),
        doc="Keyed hash of the person; the key lies outside the database. Named: what keeps doubles out.",
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, doc="Who, where it is named. Else empty."
    )
    value: Mapped[dict[str, Any]] = mapped_column(JSON, doc="What they gave.")


class ThanksRow(Rows):
    """A thank-you. Kept until one of the two removes it, or leaves."""

    __tablename__ = "thanks"
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random; what the take-back button carries.")
    happening_id: Mapped[int] = mapped_column(ForeignKey("happening.id", ondelete="CASCADE"), doc="In which round.")
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True, doc="Who said it.")
    to_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True, doc="Who is thanked.")
    why: Mapped[str] = mapped_column(Text, doc="What for.")
    public: Mapped[bool] = mapped_column(
        doc="Whether everybody in the circle may read it; either of the two can end that."
    )
    at: Mapped[datetime] = mapped_column(Instant(), index=True, doc="When, so that a weekly note has it once.")


@dataclass(frozen=True, slots=True)
class On:
    """To what something is given: the happening's number and ref, and how it is kept."""

    id: int
    ref: str
    voice: str


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave. `by` is a name, and empty where it is confidential."""

    ref: str
    value: Mapping[str, Any]
    by: str = ""


_READ = select(
    GivenRow.ref,
    GivenRow.value,
    GivenRow.happening_id,
    PersonRow.name.label("by"),
).outerjoin(PersonRow, PersonRow.id == GivenRow.person_id)
_ALL = prepared(_READ.where(GivenRow.happening_id == bindparam("on")).order_by(GivenRow.ref))
_MINE = prepared(_READ.where(GivenRow.happening_id == bindparam("on"), GivenRow.mark == bindparam("mark")))


def make_key(work: Work, ref: str) -> None:
    """For a confidential one, when its round opens."""
    work.secrets.put(f"{KEY}{ref}", secrets.token_bytes(32))


def destroy_key(work: Work, ref: str) -> None:
    """From then on nothing tells who gave what, and nothing can be taken back."""
    work.secrets.destroy(f"{KEY}{ref}")


async def put(work: Work, on: On, person: int, value: Mapping[str, Any]) -> str | None:
    """Keeps it in the place of what this person gave before. Returns its ref; None where it is too late: the key is gone."""
    mark = _mark(work, on, person)
    if mark is None:
        return None
    ref = secrets.token_hex(16)
    row = insert(work.connection, GivenRow).values(
        ref=ref,
        happening_id=on.id,
        mark=mark,
        person_id=person if on.voice == "named" else None,
        value=dict(value),
    )
    kept = row.on_conflict_do_update(index_elements=["happening_id", "mark"], set_={"value": dict(value), "ref": ref})
    await work.connection.execute(kept)
    return ref


async def mine(work: Work, on: On, person: int) -> Given | None:
    """What this person gave; for their own form, and nothing else."""
    mark = _mark(work, on, person)
    row = await _MINE.first(work.connection, on=on.id, mark=mark) if mark else None
    return _given(row) if row else None


async def take_back(work: Work, on: On, person: int) -> None:
    """Removes what this person gave, if anything, also from under its theme (P8)."""
    if mark := _mark(work, on, person):
        gone = delete(GivenRow).where(GivenRow.happening_id == on.id, GivenRow.mark == mark)
        found = await work.connection.execute(gone.returning(GivenRow.ref))
        await themes.taken_back(work.connection, list(found.scalars()))


async def remove_all(work: Work, on: On) -> None:
    """What was counted is not kept."""
    await work.connection.execute(delete(GivenRow).where(GivenRow.happening_id == on.id))


async def all_of(work: Work, on: On) -> Sequence[Given]:
    """Everything that was given, in an order that says nothing."""
    found = [_given(row) for row in await _ALL.rows(work.connection, on=on.id)]
    return random.SystemRandom().sample(found, len(found)) if on.voice == "confidential" else found


def card_number(work: Work, on: On, person: int) -> int | None:
    """A number that stays the same for this person here, and says nothing to anybody else; None where the key is gone."""
    mark = _mark(work, on, person, b"card")
    return int.from_bytes(mark) if mark else None


def _mark(work: Work, on: On, person: int, what: bytes = b"mark") -> bytes | None:
    """What tells doubles apart. Named, anybody may work it out: the name stands beside it."""
    key = work.secrets.get(f"{KEY}{on.ref}") if on.voice == "confidential" else on.ref.encode()
    return hmac.new(key, what + str(person).encode(), hashlib.sha256).digest() if key else None


def _given(row: Any) -> Given:
    return Given(row.ref, row.value, row.by or "")
