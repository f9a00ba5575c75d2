"""What channels are told of an event: that it is announced, that it has another time or place, that it is cancelled. Each once.

Only channels of the event's own circle are told, and only those that whoever sent it left ticked. Of a change or a cancellation
hear the channels in which the announcement stands.
"""

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.channels import links, posts
from storage.channels.links import Channel
from storage.events.event import Event


async def possible(connection: AsyncConnection, event: Event) -> Sequence[Channel]:
    """The channels in which it can be announced; none where the circle is hidden (P6)."""
    return [] if event.audience.hidden else await links.of_circles(connection, [event.audience.id])


async def choose(connection: AsyncConnection, event: Event, refs: Collection[str]) -> None:
    """It is posted in these of the circle's channels when it is announced, and not in those that were chosen before."""
    await posts.forget_waiting(connection, _announced(event))
    chosen = [each.id for each in await possible(connection, event) if each.ref in refs]
    await posts.put(connection, chosen, card="meet.aloud", ref=_ref(event), cause=_announced(event), waits=True)


async def announced(connection: AsyncConnection, event: Event) -> None:
    await posts.release(connection, _announced(event))


async def moved(connection: AsyncConnection, event: Event) -> None:
    """One message for the newest change; an earlier one that was not posted yet has nothing to say."""
    await posts.drop(connection, _moved(event))
    there = await posts.stands_in(connection, _announced(event))
    await posts.put(
        connection, there, card="meet.aloud_moved", ref=_ref(event), cause=f"{_moved(event)}{event.revision}"
    )


async def cancelled(connection: AsyncConnection, event: Event) -> None:
    """What was not posted of it yet is not posted any more."""
    there = await posts.stands_in(connection, _announced(event))
    await posts.drop(connection, f"{event.about}:in:")
    await posts.put(connection, there, card="meet.aloud_off", ref=_ref(event), cause=f"{event.about}:in:off")


def _announced(event: Event) -> str:
    return f"{event.about}:in:new"


def _moved(event: Event) -> str:
    return f"{event.about}:in:moved:"


def _ref(event: Event) -> str:
    return f"{event.ref}:{event.revision}"
