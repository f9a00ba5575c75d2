"""What whoever answers back has written for a round stands above what is asked later; until it is there, nobody is asked."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.given import HappeningRow
from storage.happenings import Happening, in_round, write

QUOTES, QUOTED, AWAITED = "quotes", "quoted", "awaited"
"""In what is known of a moment: the id of the UPDATE that it quotes, and what was written there; of an UPDATE, whether
something waits for it."""


async def quote(connection: AsyncConnection, one: Happening, said: str) -> None:
    """What was written for this UPDATE stands from now on above whatever quotes it, and that need not wait any longer."""
    for each in await in_round(connection, one.round):
        if each.spec.get(QUOTES) == one.name:
            await write(connection, each, {QUOTED: said})
            await connection.execute(update(HappeningRow).where(HappeningRow.id == each.on.id).values(waits_for=""))
