"""One look at the clock: whatever has become due is done, each thing exactly once, however often this is called."""

import logging
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, func, select

from bot.events import Due
from bot.keeper import Keeper
from bot.mishap import trace
from bot.ports import Answers, Clock, Upcoming
from bot.settings import House
from storage import (
    announced,
    appointments,
    ballots,
    commitments,
    given,
    happening_times,
    opening,
    practices,
    quiet,
    rates,
    rounds,
    second_keys,
)
from storage.ballots import Urn
from storage.db import Database
from storage.disclosure.presets import Preset
from storage.events import tending
from storage.loop import DeliveryRow, MomentRow, ProgrammeRow
from storage.prepared import Prepared, prepared
from storage.second_keys import Seconds
from storage.secrets import Secrets
from storage.work import Work

log = logging.getLogger("hearback")

DUE = {"ASK": "ask.closes", "SHOW": "show.promised", "NEWS": "commitments.due"}
HAPPENS = {
    ("ASK", "opens"): "say.opens",
    ("ASK", "closes"): "say.closes",
    ("WEIGH", "opens"): "weigh.opens",
    ("WEIGH", "closes"): "weigh.closes",
    ("SHARE", "opens"): "share.opens",
    ("MEET", "opens"): "meet.invites",
    ("MATCH", "opens"): "introduce.opens",
    ("SORT", "opens"): "sort.opens",
    ("UPDATE", "opens"): "share.tell_due",
    ("COMMIT", "opens"): "brief.opens",
    ("CLOSE", "opens"): "share.closes",
    ("SHOW", "opens"): "share.answer_due",
}
_OPEN = select(func.min(MomentRow.closes_at).label("at")).where(MomentRow.closed.is_(False))
_PLANNED: dict[Literal["asks", "closes", "answer", "news", "appointment", "message"], Prepared] = {
    "asks": prepared(select(func.min(ProgrammeRow.next_at).label("at"))),
    "closes": prepared(_OPEN.where(MomentRow.kind == "ASK")),
    "answer": prepared(_OPEN.where(MomentRow.kind == "SHOW")),
    "news": commitments.FIRST,
    "appointment": appointments.NEXT,
    "message": prepared(select(func.min(DeliveryRow.not_before).label("at")).where(DeliveryRow.state == "pending")),
}
_DUE_MOMENTS = prepared(
    select(MomentRow.kind, MomentRow.ref)
    .where(MomentRow.closed.is_(False), MomentRow.closes_at <= bindparam("now"))
    .order_by(MomentRow.closes_at)
)
_KEYS_LEFT = prepared(
    select(MomentRow.id, MomentRow.ref, MomentRow.seal, MomentRow.closes_at).where(
        MomentRow.seal.is_not(None), MomentRow.closed, MomentRow.keys_gone_at.is_(None)
    )
)


class Ticker:
    """Opens rounds, closes moments and destroys keys when their time has come. Decides nothing by itself."""

    def __init__(
        self,
        database: Database,
        secrets: Secrets,
        *,
        clock: Clock,
        house: House,
        usual: Preset,
        keeper: Keeper | None = None,
    ) -> None:
        self._database, self._secrets, self._clock = database, secrets, clock
        self._templates, self._practices, self._usual = house.templates, house.practices, usual
        self._details = {each.id: each for each in house.details}
        self._keeper, self._announced = keeper, False

    async def tick(self, bot: Answers) -> None:
        """Everything that is due now. A crash anywhere in between loses nothing: the next tick goes on.

        What was promised comes first: a programme that cannot be opened must not keep a question from closing.
        """
        now = self._clock.now()
        for name, ref in await self._due_moments(now):
            await bot.answer(Due(name, ref))
        for name, ref in await self._due_in_practices(now):
            await bot.answer(Due(name, ref))
        await self._destroy_keys(now)
        await self._bring_back(now)
        await self._tend(now)
        await self._announce(now)
        try:
            seconds = await self._second_keys(now)
            while await self._open_one(now, seconds):
                pass
            await self._practise(bot, now)
        except Exception as error:
            log.error("a programme could not be opened: %s", trace(error))
        await self._count_rates(now)

    async def upcoming(self) -> Upcoming | None:
        """The next thing that will happen by itself; None if nothing is planned."""
        async with self._database.begin() as connection:
            found = [((await look.first(connection)).at, what) for what, look in _PLANNED.items()]
            found.append((await happening_times.next_at(connection), "asks"))
        planned = [Upcoming(what, at) for at, what in found if at]
        return min(planned, key=lambda each: each.at, default=None)

    async def next_close(self) -> datetime | None:
        """When the next question closes."""
        async with self._database.begin() as connection:
            at: datetime | None = (await _PLANNED["closes"].first(connection)).at
        return at

    async def next_due(self) -> datetime | None:
        """The instant of the next thing that will happen by itself."""
        upcoming = await self.upcoming()
        return upcoming.at if upcoming else None

    async def _second_keys(self, now: datetime) -> Seconds:
        """Asks the keeper, where there is one, before anything is opened and outside of every transaction."""
        if self._keeper is None:
            return opening.NO_SECONDS
        async with self._database.begin() as connection:
            work = Work(connection, self._secrets)
            due = await second_keys.wanted(work, self._templates, now)
        seconds = await second_keys.ask_for(self._keeper, self._secrets, due, now)
        if seconds.late:
            async with self._database.begin() as connection:
                await second_keys.tell_stewards(connection, seconds.late, now)
        return seconds

    async def _open_one(self, now: datetime, seconds: Seconds) -> bool:
        async with self._database.begin() as connection:
            work = Work(connection, self._secrets, keeper=self._keeper)
            known, usual = self._templates, self._usual
            return await opening.open_next_due(work, known, now, usual, details=self._details, seconds=seconds)

    async def _practise(self, bot: Answers, now: datetime) -> None:
        """Opens the rounds of practices; what begins with them comes at once."""
        opened = False
        while await self._open_practice(now):
            opened = True
        if opened:
            for name, ref in await self._due_in_practices(now):
                await bot.answer(Due(name, ref))

    async def _open_practice(self, now: datetime) -> bool:
        async with self._database.begin() as connection:
            return await practices.open_next_due(Work(connection, self._secrets), self._practices, now, self._usual)

    async def _due_in_practices(self, now: datetime) -> list[tuple[str, str]]:
        async with self._database.begin() as connection:
            return [(HAPPENS[kind, what], ref) for kind, what, ref in await happening_times.due(connection, now)]

    async def _due_moments(self, now: datetime) -> list[tuple[str, str]]:
        async with self._database.begin() as connection:
            moments = [(DUE[row.kind], row.ref) for row in await _DUE_MOMENTS.rows(connection, now=now)]
            news = [(DUE["NEWS"], ref) for ref in await commitments.due(connection, now)]
            return [*moments, *news, *await appointments.due(connection, now)]

    async def _announce(self, now: datetime) -> None:
        """What people may now say about themselves is listed before anything is shown by it (P12)."""
        if not self._announced:
            async with self._database.begin() as connection:
                await announced.announce(connection, self._details, now)
            self._announced = True

    async def _bring_back(self, now: datetime) -> None:
        """What people wanted to be asked again today."""
        async with self._database.begin() as connection:
            await quiet.bring_back(Work(connection, self._secrets), now)

    async def _tend(self, now: datetime) -> None:
        """Events whose lead has left, and places that came free."""
        async with self._database.begin() as connection:
            await tending.tend(connection, now)

    async def _count_rates(self, now: datetime) -> None:
        """A2: once a day, and for the whole organisation only."""
        async with self._database.begin() as connection:
            await rates.refresh(connection, now)

    async def _destroy_keys(self, now: datetime) -> None:
        """B8: a key that should be gone is destroyed until that is recorded, however often the server crashed between."""
        async with self._database.begin() as connection:
            left = await _KEYS_LEFT.rows(connection)
        gone = []
        for row in left:
            ballots.destroy_keys(self._secrets, row.ref)
            if await second_keys.destroyed(self._keeper, Urn(row.id, row.ref, row.seal), row.closes_at, now):
                gone.append(row.ref)
        if gone:
            async with self._database.begin() as connection:
                for ref in gone:
                    await rounds.keys_gone(connection, ref, now)
        async with self._database.begin() as connection:
            for ref in await happening_times.take_keys(connection, now - given.KEPT):
                given.destroy_key(Work(connection, self._secrets), ref)
