"""A clock that can be moved forward, and remembers how far across restarts."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage.db import Database, insert
from storage.people import DemoClockRow


class DemoClock:
    """Implements `bot.ports.Clock`: the machine's clock plus what it was moved by."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    async def load(self, database: Database) -> None:
        """Goes on where the clock was before the restart."""
        async with database.begin() as connection:
            ahead = (await connection.execute(select(DemoClockRow.ahead))).scalar()
        self._ahead = timedelta(seconds=ahead or 0)

    async def set(self, database: Database, to: datetime) -> None:
        """Moves to an instant, and keeps that."""
        self._ahead = to - datetime.now(UTC)
        seconds = int(self._ahead.total_seconds())
        async with database.begin() as connection:
            row = insert(connection, DemoClockRow).values(id=1, ahead=seconds)
            await connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"ahead": seconds}))
