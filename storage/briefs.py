"""Sponsors' briefs: the few things that wait for whoever answers back in a round, and what was said to each of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Date, ForeignKey, String, Text, and_, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, aliased, mapped_column

from bot.briefs import Answer, Thing
from bot.endings import How
from bot.values import dataclass
from storage import brief_things, db, happenings
from storage.db import Instant, Rows
from storage.given import HappeningRow
from storage.happenings import UNDER_WAY, Happening
from storage.loop import RoundRow
from storage.people import PersonRow
from storage.prepared import prepared
from storage.work import Work


class EndingRow(Rows):
    """What was said to one thing of a brief, or a draft of it. Kept with the round; a draft until it is sent or replaced."""

    __tablename__ = "ending"
    happening_id: Mapped[int] = mapped_column(
        ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="In which brief."
    )
    thing: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Which of its things, from 0.")
    how: Mapped[str] = mapped_column(String(10), doc="doing, not_now, passed_on or listening.")
    words: Mapped[str] = mapped_column(Text, doc="Why not now, what was heard, or to whom it was passed on.")
    said: Mapped[str] = mapped_column(Text, doc="The thing, as it read when it was answered; empty for a draft.")
    what: Mapped[str] = mapped_column(Text, doc="What was promised or passed on, as it was written.")
    seen: Mapped[str] = mapped_column(Text, doc="How it will be seen that it is done, or empty.")
    due_on: Mapped[date | None] = mapped_column(Date(), doc="By when it is promised.")
    promise: Mapped[str] = mapped_column(String(32), doc="The ref of the promise that it became, or empty.")
    to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True, doc="To whom it was passed on.")
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), doc="Who wrote it.")
    said_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When it was said. Empty: a draft.")


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody says to one thing; without `said_at` a draft. `to` and `by` are people's numbers."""

    by: int
    how: How
    words: str = ""
    what: str = ""
    seen: str = ""
    due_on: date | None = None
    to: int | None = None
    said_at: datetime | None = None


_TO, _BY = aliased(PersonRow), aliased(PersonRow)
_ENDINGS = prepared(
    select(*EndingRow.__table__.columns, _TO.name.label("to_name"), _BY.name.label("by_name"))
    .join(_BY, _BY.id == EndingRow.by_id)
    .outerjoin(_TO, _TO.id == EndingRow.to_id)
    .where(EndingRow.happening_id == bindparam("on"))
)
_PASSED = prepared(
    select(HappeningRow.ref, EndingRow.thing)
    .join(HappeningRow, HappeningRow.id == EndingRow.happening_id)
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .where(
        EndingRow.to_id == bindparam("person"),
        EndingRow.how == "passed_on",
        EndingRow.said_at.is_not(None),
        RoundRow.stage != "void",
    )
    .order_by(EndingRow.said_at)
)


async def things(work: Work, one: Happening) -> tuple[Thing, ...]:
    """What it holds as it is now: without what was taken back before anybody answered it (P8), with every ending."""
    frozen = one.spec.get(brief_things.THINGS, ())
    if not frozen:
        return ()
    there = await brief_things.there(work, one)
    rows = {row.thing: row for row in await _ENDINGS.rows(work.connection, on=one.on.id)}
    found = [_thing(number, each, there.get(each["of"]), rows.get(number)) for number, each in enumerate(frozen)]
    too_few = not there
    return tuple(_hushed(each) if too_few and each.sealed else each for each in found if each)


async def hushed(work: Work, one: Happening) -> bool:
    """Whether it held what was said in confidence, and so much was taken back that nobody reads the rest (P5)."""
    sealed = any(each.get("sealed") for each in one.spec.get(brief_things.THINGS, ()))
    return sealed and not await brief_things.there(work, one)


async def missing(work: Work, number: int) -> list[tuple[Happening, Thing]]:
    """What has no ending in any brief of a round, by its number: until then it cannot be shared (P2)."""
    briefs = [each for each in await happenings.in_round(work.connection, number) if each.kind == "COMMIT"]
    return [(one, each) for one in briefs for each in await things(work, one) if each.answer is None]


async def keep(connection: AsyncConnection, one: Happening, thing: Thing, kept: Kept) -> bool:
    """Says it, or drafts it, in the place of a draft; False where it was said already."""
    values = {**_values(kept), "said": thing.text if kept.said_at else ""}
    row = db.insert(connection, EndingRow).values(happening_id=one.on.id, thing=thing.number, **values)
    row = row.on_conflict_do_update(
        index_elements=["happening_id", "thing"], set_=values, where=EndingRow.said_at.is_(None)
    )
    return (await connection.execute(row.returning(EndingRow.thing))).first() is not None


async def keep_passed(connection: AsyncConnection, one: Happening, thing: Thing, kept: Kept) -> bool:
    """Whoever it was passed on to says it; False where they have done so, or it was passed to somebody else."""
    values = {key: value for key, value in _values(kept).items() if key != "to_id"}
    mine = update(EndingRow).where(EndingRow.happening_id == one.on.id, EndingRow.thing == thing.number)
    waits = (EndingRow.to_id == kept.by, EndingRow.how == "passed_on", EndingRow.said_at.is_not(None))
    return bool((await connection.execute(mine.where(*waits).values(**values))).rowcount)


async def promised(connection: AsyncConnection, one: Happening, number: int, ref: str) -> None:
    """Which promise it became."""
    mine = update(EndingRow).where(EndingRow.happening_id == one.on.id, EndingRow.thing == number)
    await connection.execute(mine.values(promise=ref))


async def passed_to(connection: AsyncConnection, person: int) -> list[tuple[str, int]]:
    """What was passed on to this person and waits for them: the brief's ref, and which thing."""
    return [(row.ref, row.thing) for row in await _PASSED.rows(connection, person=person)]


async def left(connection: AsyncConnection, leaver: int) -> None:
    """What was passed on to somebody who has left waits again for whoever answers back, while the round is under way. What
    they drafted is gone."""
    running = select(HappeningRow.id).join(RoundRow, RoundRow.id == HappeningRow.round_id).where(UNDER_WAY)
    waits = and_(EndingRow.to_id == leaver, EndingRow.how == "passed_on", EndingRow.happening_id.in_(running))
    drafted = and_(EndingRow.by_id == leaver, EndingRow.said_at.is_(None))
    await connection.execute(delete(EndingRow).where(or_(waits, drafted)))


def _values(kept: Kept) -> dict[str, Any]:
    said = {"how": kept.how, "words": kept.words, "what": kept.what, "seen": kept.seen, "due_on": kept.due_on}
    return {**said, "promise": "", "to_id": kept.to, "by_id": kept.by, "said_at": kept.said_at}


def _thing(number: int, frozen: Mapping[str, Any], there: tuple[str, str] | None, row: Any) -> Thing | None:
    """None for what was taken back; what was answered stays as it read then, and loses the name alone."""
    found = None if row is None else _answer(row)
    said = found is not None and found.said_at is not None
    if there is None and not said and not frozen.get("own"):
        return None
    text, by = there or ("", "")
    return Thing(
        number,
        row.said if said else text,
        by=by,
        sealed=frozen.get("sealed", False),
        own=frozen.get("own", False),
        theme=frozen["of"] if frozen.get("theme") else "",
        picks=frozen.get("picks", 0),
        shown=frozen.get("shown", 0),
        few=frozen.get("few", False),
        close=frozen.get("close", False),
        answer=found if said else None,
        draft=None if said else found,
    )


def _hushed(thing: Thing) -> Thing:
    """Without its words; of the answer without them too, where it was given in the same."""
    answer = thing.answer
    if answer and answer.what == thing.text:
        answer = replace(answer, what="")
    return replace(thing, text="", answer=answer)


def _answer(row: Any) -> Answer:
    return Answer(
        how=cast("How", row.how),
        words=row.words,
        what=row.what,
        seen=row.seen,
        due_on=row.due_on,
        to=row.to_id,
        to_name=row.to_name or "",
        then=row.to_id is not None and row.how != "passed_on",
        by_name=row.by_name,
        said_at=row.said_at,
    )
