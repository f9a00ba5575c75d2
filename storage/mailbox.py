"""Where the demo workspace keeps the messages that it shows in the browser."""

import secrets
from datetime import datetime

from sqlalchemy import func, select, update

from bot.ports import Kept
from storage.db import COUNTED, Database, insert
from storage.people import WorkspaceMessageRow

NEWEST = 200


class StoredMailbox:
    """The port `Mailbox` on a table; every call is a short transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, place: str, at: datetime, body: str, key: str = "") -> str:
        """Stores a message and returns its id. The same `key` twice is one message."""
        message = secrets.token_hex(16)
        last = select(func.coalesce(func.max(WorkspaceMessageRow.number), 0)).scalar_subquery()
        async with self._database.begin() as connection:
            new = insert(connection, WorkspaceMessageRow).on_conflict_do_nothing(index_elements=["key"])
            values = {"id": message, "place": place, "at": at, "body": body, "key": key or None}
            result = await connection.execute(new.values(number=last + 1, **values), execution_options=COUNTED)
        return message if result.rowcount == 1 else await self.holds(key)

    async def replace(self, message: str, body: str) -> None:
        async with self._database.begin() as connection:
            change = update(WorkspaceMessageRow).where(WorkspaceMessageRow.id == message)
            await connection.execute(change.values(body=body))

    async def read(self, place: str) -> list[Kept]:
        """The newest 200 messages of a place, oldest first."""
        row = WorkspaceMessageRow
        newest = select(row.id, row.place, row.at, row.body).where(row.place == place).order_by(row.number.desc())
        async with self._database.begin() as connection:
            found = (await connection.execute(newest.limit(NEWEST))).all()
        return [Kept(id_, place_, at, body) for id_, place_, at, body in reversed(found)]

    async def holds(self, key: str) -> str:
        """The id of the message that was kept under this key, or empty."""
        async with self._database.begin() as connection:
            wanted = select(WorkspaceMessageRow.id).where(WorkspaceMessageRow.key == key)
            return await connection.scalar(wanted) or ""
