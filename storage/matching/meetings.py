"""Whether pairs met: yes or no under a keyed hash, counted when the next meeting is due, and then gone."""

from sqlalchemy import LargeBinary, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Rows, insert
from storage.work import Work


class MetRow(Rows):
    """Whether somebody met, under a keyed hash. Gone when the next meeting is due: then it is counted."""

    __tablename__ = "met"
    __table_args__ = WITHOUT_ROWID
    cohort: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Which cohort.")
    meeting: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Which of the six.")
    mark: Mapped[bytes] = mapped_column(
        LargeBinary, primary_key=True, doc="Keyed hash; the key is destroyed at the end."
    )
    yes: Mapped[bool] = mapped_column(doc="Whether they met.")


async def keep(work: Work, cohort: str, meeting: int, mark: bytes, *, yes: bool) -> None:
    row = insert(work.connection, MetRow).values(cohort=cohort, meeting=meeting, mark=mark, yes=yes)
    await work.connection.execute(
        row.on_conflict_do_update(index_elements=["cohort", "meeting", "mark"], set_={"yes": yes})
    )


async def has_said(work: Work, cohort: str, meeting: int, mark: bytes) -> bool:
    found = select(MetRow.yes).where(MetRow.cohort == cohort, MetRow.meeting == meeting, MetRow.mark == mark)
    return (await work.connection.execute(found)).first() is not None


async def count(work: Work, cohort: str, meeting: int) -> int:
    """How many said that they met; afterwards nothing is left of who said what."""
    mine = (MetRow.cohort == cohort, MetRow.meeting == meeting)
    said = (await work.connection.execute(select(MetRow.yes).where(*mine))).scalars().all()
    await work.connection.execute(delete(MetRow).where(*mine))
    return sum(said)


async def erase(work: Work, cohort: str) -> None:
    await work.connection.execute(delete(MetRow).where(MetRow.cohort == cohort))
