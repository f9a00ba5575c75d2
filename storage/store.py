"""What the core's pipeline asks of the database, put together from the parts of this room."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message, Person
from bot.events import Account, Arrived
from bot.keeper import Keeper
from storage import (
    briefs,
    circles,
    delegates,
    directory,
    inbox,
    outbox,
    owners,
    parts,
    practice_handing,
    programmes,
    sorters,
)
from storage.cases.reception import Reception
from storage.channels import links
from storage.db import Database
from storage.secrets import Secrets
from storage.threads.postroom import Postroom
from storage.work import Beside, Work, as_work

INBOX_KEY = "inbox"
ANSWERER_LEFT = "steward.answerer_left"
FELL_TO_YOU = "commitments.yours"


class Ledger:
    """Implements `bot.ports.Store` on a database and a place for secret keys."""

    def __init__(
        self,
        database: Database,
        secrets: Secrets,
        defaults: directory.Defaults,
        room: Postroom | None = None,
        *,
        keeper: Keeper | None = None,
        desk: Reception | None = None,
    ) -> None:
        self._desk = desk
        self._database, self._secrets, self._defaults = database, secrets, defaults
        self._room, self._keeper = room, keeper
        self._inbox_key = secrets.lasting(INBOX_KEY)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        async with self._database.begin() as connection:
            yield Work(connection, self._secrets, self._room, self._keeper)

    def work_on(self, connection: object) -> Work:
        """A connection that somebody else opened, as a turn's work."""
        if not isinstance(connection, AsyncConnection):
            raise TypeError("this is no connection")
        return Work(connection, self._secrets, self._room, self._keeper)

    def beside(self) -> object:
        return Beside(self._room, self._desk) if self._room else None

    async def first_time(self, work: object, event_id: str, now: datetime) -> bool:
        return await inbox.first_time(as_work(work).connection, self._inbox_key, event_id, now)

    async def meet(self, work: object, account: Account) -> Person | None:
        return await directory.meet(as_work(work).connection, account)

    async def arrive(self, work: object, event: Arrived, now: datetime) -> None:
        connection = as_work(work).connection
        leaver = await directory.number_of(connection, event.account) if event.change == "left" else None
        promised = await programmes.answered_by(connection, leaver) if leaver else []
        belonged = await circles.belonging(connection, leaver) if leaver else []
        await directory.arrive(connection, event, self._defaults)
        if leaver and not await directory.works_here(connection, leaver):
            await parts.left(connection, leaver, belonged, now)
            stewards = await directory.members(connection, directory.STEWARDS)
            gone = directory.opaque(as_work(work), leaver)
            cards = [(each.id, ref) for each in stewards for ref in promised]
            told = [Message(who, ANSWERER_LEFT, ref, f"{ref}:left:{gone}", counts=False) for who, ref in cards]
            told += await practice_handing.left(connection, leaver, gone)
            await outbox.put(connection, told, now)
        if leaver and not await directory.works_here(connection, leaver):
            fell = await owners.left(connection, leaver, now)
            await briefs.left(connection, leaver)
            await delegates.left(connection, leaver)
            await sorters.left(connection, leaver)
            yours = [Message(who, FELL_TO_YOU, ref, f"{ref}:fell", counts=False) for who, ref in fell]
            await outbox.put(connection, yours, now)

    async def close_lane(self, work: object, platform: str, tenant: str, now: datetime) -> None:
        await outbox.drop_lane(as_work(work).connection, platform, tenant)
        await links.lose_all(as_work(work).connection, platform, tenant, now)

    async def put(self, work: object, messages: Sequence[Message], now: datetime) -> None:
        await outbox.put(as_work(work).connection, messages, now)

    async def known(self, account: Account) -> bool:
        """Whether somebody is in the directory."""
        async with self._database.begin() as connection:
            return await directory.number_of(connection, account) is not None
