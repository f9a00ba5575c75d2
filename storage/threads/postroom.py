"""Where receipts for comments are handed out and their threads lie; it runs beside the ordinary database, never in it."""

import random
from datetime import date

from bot.values import dataclass, field, replace
from storage.threads import enclosing, night
from storage.threads.cabinet import DAY_BEGINS, DECOYS, Cabinet
from storage.threads.keys import LIGHT, PEPPER
from storage.threads.pool import Pool

STIRS_A_DAY = 12
BURSTS_A_DAY = 3
"""How often as many decoys are changed at once as a picture takes rows."""
A_DAY = 86_400.0
NIGHT_ENDS = DAY_BEGINS
"""Rows are rewritten in the first hours of a day, when few people write."""


@dataclass(slots=True)
class Postroom:
    """The cabinet with a few receipts worked out ahead. `rewritten` is the day on which rows were last written anew by
    this process."""

    cabinet: Cabinet
    pool: Pool
    rewritten: date | None = None
    chance: random.Random = field(default_factory=random.SystemRandom)

    async def idle(self, seconds: float) -> None:
        """What is done when nobody waits, each `seconds`: receipts ahead, and now and then decoys for decoys."""
        await self.pool.fill()
        if self.chance.random() < seconds * STIRS_A_DAY / A_DAY:
            await night.stir(self.cabinet)
        if self.chance.random() < seconds * BURSTS_A_DAY / A_DAY:
            await night.stir(self.cabinet, enclosing.ROWS)

    async def rewrite_at_night(self, hour: int) -> bool:
        """Writes every row anew, once a night; `hour` is the hour in the organisation's zone."""
        today = self.cabinet.today()
        if hour >= NIGHT_ENDS or self.rewritten == today:
            return False
        await night.rewrite(self.cabinet)
        self.rewritten = today
        return True

    async def close(self) -> None:
        await self.cabinet.database.close()


def postroom(cabinet: Cabinet) -> Postroom:
    """A postroom for comments on this cabinet. Many may write in one minute, so their receipts cost less to work out;
    a cabinet for speaking up shares rows and shelf, and keeps the dearer step."""
    # Made now: a file of keys that first came with the first comment would say that there is one.
    for name in (PEPPER, DECOYS):
        cabinet.secrets.lasting(name)
    light = replace(cabinet, cost=min(cabinet.cost, LIGHT, key=lambda cost: cost.work))
    return Postroom(light, Pool(light))
