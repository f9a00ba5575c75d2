"""What guardians are told by the clock, and never because of a case: the same words, the same minute, each working day.

Here, and nowhere else, the list of guardians meets the directory: by names and accounts that stand in the configuration.
"""

import asyncio
import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from bot.settings import ChatAccount
from bot.values import dataclass, field
from storage import directory, outbox
from storage.cases import casework, learned, statements
from storage.cases.casework import Casework
from storage.db import Database
from storage.threads.keys import labelled
from storage.threads.recipients import DirectoryRefused, Recipient, person
from storage.working_days import SATURDAY

DIGEST, PING, AWAY, INACTIVE = "guardians.digest", "guardians.ping", "guardians.away", "guardians.inactive"
AT, UNTIL = time(8, 45), time(18, 0)
"""When the words of the day go out, in the organisation's zone, and until when they still do after a standstill."""
QUARTER = 15  # minutes
REMINDED, TOLD = 3, timedelta(days=7)
"""A guardian who has not said for so many working days that nothing waits is reminded; after so many days somebody hears."""
REF = "0" * 32


@dataclass(frozen=True, slots=True)
class Posts:
    """Where the organisation's guardians, and who hears when one is away, are written to; and the zone of its minutes."""

    guardians: tuple[ChatAccount, ...]
    oversight: ChatAccount | None
    zone: ZoneInfo


@dataclass(slots=True)
class Clockwork:
    """One per process. `rung`: an urgent report came in since the last quarter of an hour; only this memory knows, and
    which one it was it does not. `is_open`: whether reports were taken in when this was last looked at; `is_told`: whether
    anything was published of what was raised."""

    database: Database
    work: Casework
    posts: Posts
    is_open: bool = False
    is_told: bool = False
    rung: bool = False
    looked: datetime | None = field(default=None, repr=False)

    def ring(self) -> None:
        """Somebody pressed "urgent, risk of harm", and was told what that costs."""
        self.rung = True

    def open_now(self) -> bool:
        """For the lines that stand in everybody's note and on Home, or in nobody's."""
        return self.is_open

    def told_now(self) -> bool:
        """For the way from Home to what was raised, which everybody has, or nobody."""
        return self.is_told

    async def tick(self, now: datetime) -> None:
        """Once a minute at most, whatever happens."""
        minute = now.replace(second=0, microsecond=0)
        if self.looked == minute:
            return
        self.looked = minute
        self.is_open = await self._takes_reports()
        self.is_told = bool(self.work.pin) and await learned.anything_told(self.work)
        here = minute.astimezone(self.posts.zone)
        if AT <= here.time() < UNTIL and await self._is_working(here.date()):
            await self._day(here)
        if self.rung and here.minute % QUARTER == 0:
            await self._tell(self.posts.guardians, PING, f"ping:{secrets.token_hex(8)}", now)
            self.rung = False

    async def _day(self, here: datetime) -> None:
        """Told twice, it is written once."""
        today = here.date()
        await self._tell(self.posts.guardians, DIGEST, f"guardians:{today}", here)
        if not self.is_open:
            return
        away = await self._away(today)
        people = {each.person for each, _ in away}
        reminded = [each for each in self.posts.guardians if person(each.name) in people]
        await self._tell(reminded, AWAY, f"away:{today}", here)
        for recipient, since in away:
            if self.posts.oversight and today - since > TOLD:
                await self._tell([self.posts.oversight], INACTIVE, self._cause(recipient, since), here)

    async def _away(self, today: date) -> list[tuple[Recipient, date]]:
        """Who has not said of late that nothing waits, and since when; who is new on the list is looked for from today.
        Whoever has new keys and still the old ones is one person, and was there if they said so under either."""
        listed = [each for each in (await casework.known(self.work)).recipients if each.valid(today)]
        last: dict[str, tuple[Recipient, date]] = {}
        for each, said in zip(listed, await statements.last_said(self.work, listed), strict=True):
            if said is None:
                await statements.look_for(self.work, each)
            day = said.day if said else today
            if each.person not in last or last[each.person][1] < day:
                last[each.person] = each, day
        return [each for each in last.values() if self.work.calendar.working_days(each[1], today) > REMINDED]

    async def _is_working(self, day: date) -> bool:
        """Beside the loop: the first look at a year's bank holidays takes a third of a second."""
        return day.weekday() < SATURDAY and await asyncio.to_thread(self.work.calendar.is_working, day)

    async def _tell(self, accounts: Sequence[ChatAccount], card: str, cause: str, now: datetime) -> None:
        """At once and at any hour: the minute is to be the same for everybody, and say nothing."""
        if not accounts:
            return
        ends = now.astimezone(self.posts.zone).replace(hour=23, minute=0)
        async with self.database.begin() as connection:
            people = await _people(connection, accounts)
            told = [Message(each, card, REF, cause, expires=ends, urgent=True, counts=False) for each in people]
            await outbox.put(connection, told, now)

    async def _takes_reports(self) -> bool:
        try:
            return bool(self.work.pin and await casework.intake(self.work))
        except DirectoryRefused:
            return False

    def _cause(self, recipient: Recipient, since: date) -> str:
        """Once for each absence; in the database it stands for nobody and for no day."""
        key = self.work.cabinet.secrets.lasting("clockwork")
        return f"inactive:{labelled(key, 'absence', recipient.signs, since.isoformat().encode(), size=12).hex()}"


async def _people(connection: AsyncConnection, accounts: Iterable[ChatAccount]) -> list[int]:
    found = [await directory.by_account(connection, each.platform, each.external) for each in accounts]
    return [each for each in dict.fromkeys(found) if each is not None]
