"""What the demo workspace may do beyond what a person can: choose who one is, and move the clock."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

from bot.ports import Seat, Upcoming
from storage.db import Database
from storage.demo.clock import DemoClock
from storage.demo.organisation import Organisation
from storage.tick import Ticker


class Desk:
    """Implements `bot.ports.Demo`. `catch_up` does everything that is due at the clock's present time."""

    def __init__(
        self,
        database: Database,
        clock: DemoClock,
        *,
        ticker: Ticker,
        organisation: Organisation,
        catch_up: Callable[[], Awaitable[None]],
    ) -> None:
        self._database, self._clock, self._ticker = database, clock, ticker
        self._organisation, self._catch_up = organisation, catch_up

    async def seats(self) -> list[Seat]:
        teams = {team.key: team.name for team in self._organisation.teams}
        return [
            Seat(person.account, person.name, person.job, teams[person.team], person.featured)
            for person in self._organisation.people
        ]

    async def upcoming(self) -> Upcoming | None:
        return await self._ticker.upcoming()

    async def next_close(self) -> datetime | None:
        return await self._ticker.next_close()

    async def move(self, to: datetime) -> AsyncIterator[datetime]:
        """Forward only: what has happened has happened."""
        await self._catch_up()
        while (due := await self._ticker.next_due()) and due <= to:
            if due > self._clock.now():
                await self._clock.set(self._database, due)
            await self._catch_up()
            yield self._clock.now()
            if await self._ticker.next_due() == due:
                break  # it cannot be done, such as a message for a platform that is not connected
        if to > self._clock.now():
            await self._clock.set(self._database, to)
            await self._catch_up()
        yield self._clock.now()
