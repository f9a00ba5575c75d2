"""What is written down while a question cannot be counted: how often that was tried, and what is left out in the end."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.loop import MomentRow
from storage.rounds import Asking

TRIES, LEFT_OUT = "tries", "uncounted"


async def begins(connection: AsyncConnection, asking: Asking) -> int:
    """One more try; returns which. It is written down before the counting, so that one that kills the process counts too."""
    spec = await _spec(connection, asking)
    tries = int(spec.get(TRIES, 0)) + 1
    await _write(connection, asking, {**spec, TRIES: tries})
    return tries


async def leave_out(connection: AsyncConnection, asking: Asking) -> None:
    """From now on it is counted without results by groups and by team, for good; and everybody is told so."""
    spec = await _spec(connection, asking)
    await _write(connection, asking, {**spec, TRIES: 0, LEFT_OUT: True})


async def ended(connection: AsyncConnection, asking: Asking) -> None:
    """It has closed: how often it was tried is forgotten."""
    spec = await _spec(connection, asking)
    await _write(connection, asking, {key: value for key, value in spec.items() if key != TRIES})


async def _spec(connection: AsyncConnection, asking: Asking) -> dict[str, Any]:
    found = select(MomentRow.spec).where(MomentRow.id == asking.urn.id).with_for_update()
    return dict((await connection.execute(found)).scalar_one())


async def _write(connection: AsyncConnection, asking: Asking, spec: dict[str, Any]) -> None:
    await connection.execute(update(MomentRow).where(MomentRow.id == asking.urn.id).values(spec=spec))
