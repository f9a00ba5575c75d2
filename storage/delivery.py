"""The one way messages leave the house: what is written in the delivery table is sent, lane by lane.

A lane is one rate-limit domain: one Slack workspace, or one Teams tenant. How a lane is drained is in `storage.lane`,
which lane is drained when is the runner's business.
"""

from collections.abc import Mapping
from datetime import datetime

from bot.ports import Sender
from storage import claims
from storage.channels import posts
from storage.channels.board import Board
from storage.lane import Lane, Means, platform_of


class Delivery:
    """All lanes of this process. `stop` is for good."""

    def __init__(self, senders: Mapping[str, Sender], means: Means) -> None:
        self._senders, self._means = senders, means
        self._lanes: dict[str, Lane] = {}
        self._boards: dict[str, Board] = {}

    async def drain(self, lane: str) -> datetime | None:
        """Sends what is due; returns the next instant, by the business clock, at which there is something to do.

        Nobody may call it twice at once for the same lane. It raises when the database or a sender is broken, and then
        nothing is lost: whatever was half sent is looked for later.
        """
        if platform_of(lane) not in self._senders:
            return None
        if lane not in self._lanes:
            sender = self._senders[platform_of(lane)]
            self._lanes[lane] = Lane(lane, sender, self._means)
            self._boards[lane] = Board(lane, sender, self._means)
        times = [await self._lanes[lane].drain(), await self._boards[lane].drain()]
        return min((at for at in times if at), default=None)

    async def lanes_due(self) -> list[str]:
        """Lanes that have something to do now, of the platforms that are connected."""
        async with self._means.database.begin() as work:
            due = await claims.lanes_due(work, self._means.clock.now())
            posted = await posts.lanes_due(work)
        return [lane for lane in dict.fromkeys([*due, *posted]) if platform_of(lane) in self._senders]

    def stop(self) -> None:
        """Nothing more is claimed; what is under way comes to its end."""
        self._means.stopping.set()
