"""Delegates: a colleague who drafts what somebody answers back; nothing of a draft goes out before that person has sent it."""

from sqlalchemy import ForeignKey, bindparam, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.conversation import Person
from storage import db
from storage.db import Rows
from storage.people import PersonRow
from storage.prepared import prepared


class DelegateRow(Rows):
    """Who drafts for whom. Kept until one of the two ends it, or leaves."""

    __tablename__ = "delegate"
    answerer_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Who answers back."
    )
    delegate_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, doc="Who drafts for them."
    )


_PERSON = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone)
_OF = prepared(
    _PERSON.join(DelegateRow, DelegateRow.delegate_id == PersonRow.id).where(
        DelegateRow.answerer_id == bindparam("person")
    )
)
_WHOM = prepared(
    _PERSON.join(DelegateRow, DelegateRow.answerer_id == PersonRow.id)
    .where(DelegateRow.delegate_id == bindparam("person"))
    .order_by(PersonRow.name)
)


async def of(connection: AsyncConnection, answerer: int) -> Person | None:
    """Who drafts for this person, if anybody does."""
    row = await _OF.first(connection, person=answerer)
    return Person(*row) if row else None


async def whom(connection: AsyncConnection, delegate: int) -> list[Person]:
    """For whom this person drafts."""
    return [Person(*row) for row in await _WHOM.rows(connection, person=delegate)]


async def name(connection: AsyncConnection, answerer: int, delegate: int) -> None:
    """In the place of whoever was named before."""
    row = db.insert(connection, DelegateRow).values(answerer_id=answerer, delegate_id=delegate)
    await connection.execute(row.on_conflict_do_update(index_elements=["answerer_id"], set_={"delegate_id": delegate}))


async def end(connection: AsyncConnection, answerer: int) -> None:
    await connection.execute(delete(DelegateRow).where(DelegateRow.answerer_id == answerer))


async def left(connection: AsyncConnection, leaver: int) -> None:
    """Whichever of the two has left."""
    either = or_(DelegateRow.answerer_id == leaver, DelegateRow.delegate_id == leaver)
    await connection.execute(delete(DelegateRow).where(either))
