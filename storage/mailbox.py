"""Where the demo workspace keeps the messages that it shows in the browser."""

import secrets
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from bot.ports import Kept
from storage.db import COUNTED, Database, inserts
from storage.people import WorkspaceMessageRow

NEWEST = 200
_LAST = select(func.coalesce(func.max(WorkspaceMessageRow.number), 0)).scalar_subquery()
_KEEP = inserts(
    WorkspaceMessageRow, lambda new: new.values(number=_LAST + 1).on_conflict_do_nothing(index_elements=["key"])
)
_READ = (
    select(WorkspaceMessageRow.id, WorkspaceMessageRow.place, WorkspaceMessageRow.at, WorkspaceMessageRow.body)
    .where(WorkspaceMessageRow.place == bindparam("here"))
    .order_by(WorkspaceMessageRow.number.desc())
    .limit(NEWEST)
)


class StoredMailbox:
    """The port `Mailbox` on a table; every call is a short transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, place: str, at: datetime, body: str, key: str = "") -> str:
        """Stores a message and returns its id. The same `key` twice is one message."""
        message = secrets.token_hex(16)
        values = {"id": message, "place": place, "at": at, "body": body, "key": key or None}
        async with self._database.begin() as connection:
            result = await connection.execute(_KEEP[connection.dialect.name], values, execution_options=COUNTED)
        return message if result.rowcount == 1 else await self.holds(key)

    async def replace(self, message: str, body: str) -> None:
        async with self._database.begin() as connection:
            change = update(WorkspaceMessageRow).where(WorkspaceMessageRow.id == message)
            await connection.execute(change.values(body=body))

    async def read(self, place: str) -> list[Kept]:
        """The newest 200 messages of a place, oldest first."""
        async with self._database.begin() as connection:
            found = (await connection.execute(_READ, {"here": place})).all()
        return [Kept(id_, place_, at, body) for id_, place_, at, body in reversed(found)]

    async def holds(self, key: str) -> str:
        """The id of the message that was kept under this key, or empty."""
        async with self._database.begin() as connection:
            wanted = select(WorkspaceMessageRow.id).where(WorkspaceMessageRow.key == key)
            return await connection.scalar(wanted) or ""
