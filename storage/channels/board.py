"""Posts what is due in the channels of one lane, and survives being killed at any point: claim, commit, then call the platform.

It goes as for people in `storage.lane`, one after another because it is little. One thing is stricter: what nobody can look up
afterwards is not posted a second time, for everybody would read it twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.mishap import trace
from bot.ports import Letter, Missing, Refused, Sender, Sent, Throttled, Unsure
from bot.ui import Card
from storage import claims
from storage.channels import links, posts, undone
from storage.channels.posts import Post
from storage.channels.rows import ChannelRow
from storage.lane import BLANK, Means
from storage.wanted import DATABASE_GONE

log = logging.getLogger("hearback.delivery")

Answer = TypeVar("Answer")


class Board:
    """The channels of one lane. Only one run of it may exist at a time."""

    def __init__(self, name: str, sender: Sender, means: Means) -> None:
        self._name, self._sender, self._means, self._pace = name, sender, means, means.pace

    async def drain(self) -> datetime | None:
        """Posts what is due; returns the next instant, by the business clock, at which there is something to do."""
        async with self._means.database.begin() as work:
            if not await posts.any_on(work, self._name):
                return None
            left = await posts.left(work, self._name)
        for half in left:
            if self._age(half) >= self._pace.grace and not await self._paused():
                await self._look_for(half)
        while not await self._paused() and (post := await self._claim()):
            await self._post(post)
            await self._means.sleep(self._pace.apart)
        return await self._next()

    async def _claim(self) -> Post | None:
        async with self._means.database.begin() as work:
            return await posts.claim(work, self._name, datetime.fromtimestamp(self._means.wall(), UTC))

    async def _look_for(self, post: Post) -> None:
        """What became of what a run left in the middle. Where nobody can say, it stays as it is for good."""
        answer = await self._ask(self._sender.find, self._letter(post, BLANK))
        async with self._means.database.begin() as work:
            match answer:
                case Sent(platform_id):
                    await posts.record_sent(work, post, platform_id)
                case Missing():
                    await posts.give_back(work, post)
                case Throttled(seconds):
                    await self._pause(work, seconds)
                case Unsure(code):
                    log.warning(
                        "nobody can say whether a message stands in a channel; it is not posted again: %s", code
                    )
                    await self._undone(work, post, "unknown", code)

    async def _post(self, post: Post) -> None:
        card = await self._drawn(post)
        if card is None:
            return
        if self._age(post) > self._pace.fence:
            async with self._means.database.begin() as work:
                await posts.give_back(work, post)
            return
        answer = await self._ask(self._sender.send, self._letter(post, card))
        async with self._means.database.begin() as work:
            match answer:
                case Sent(platform_id):
                    await posts.record_sent(work, post, platform_id)
                case Throttled(seconds):
                    await posts.give_back(work, post)
                    await self._pause(work, seconds)
                case Refused(code, gone):
                    log.warning("a message was refused in a channel: %s", code)
                    await self._undone(work, post, "failed", code, gone=gone)
                case Unsure(code):
                    log.warning("a platform did not say whether a message stands in a channel: %s", code)

    async def _drawn(self, post: Post) -> Card | None:
        """The card as it is true now; None where it is no longer wanted, cannot be drawn, or was unlinked meanwhile."""
        try:
            async with self._means.database.begin() as work:
                if not await posts.still(work, post):
                    return None
                card = await self._means.draw(work, post.card, post.ref, None)
                if card is None:
                    await posts.end(work, post, "dropped")
                return card
        except DATABASE_GONE:
            raise
        except Exception as error:
            log.error("the card %s cannot be drawn: %s", post.card, trace(error))
        async with self._means.database.begin() as work:
            await self._undone(work, post, "failed", "draw")
        return None

    async def _undone(self, work: AsyncConnection, post: Post, state: str, code: str, *, gone: bool = False) -> None:
        """It does not stand there, or nobody knows: whoever announced it reads what to do. With the channel go others."""
        now = self._means.clock.now()
        await posts.end(work, post, state, code)
        others = await links.lose(work, ChannelRow.id == post.channel, now) if gone else []
        await undone.tell(work, [post.id, *others], now)

    async def _ask(self, call: Callable[[Letter], Awaitable[Answer]], letter: Letter) -> Answer | Unsure:
        try:
            async with asyncio.timeout(self._pace.longest):
                return await call(letter)
        except Exception as error:
            log.error("a channel on %s: %s", letter.account.platform, trace(error))
            return Unsure(type(error).__name__)

    async def _paused(self) -> bool:
        """Whether nothing may be sent on this lane just now, to people or to channels."""
        if self._means.stopping.is_set():
            return True
        async with self._means.database.begin() as work:
            _, until = await claims.read_tempo(work, self._name)
        return until is not None and until.timestamp() > self._means.wall()

    async def _pause(self, work: AsyncConnection, seconds: float) -> None:
        rate, _ = await claims.read_tempo(work, self._name)
        until = datetime.fromtimestamp(self._means.wall() + seconds, UTC)
        await claims.keep_tempo(work, self._name, rate, until)

    async def _next(self) -> datetime | None:
        """When what was left in the middle can be asked after. What waits for a pause is found by the next sweep."""
        async with self._means.database.begin() as work:
            since = await posts.first_claim(work, self._name)
        if since is None or self._means.stopping.is_set():
            return None
        wait = since.timestamp() + self._pace.grace - self._means.wall()
        return self._means.clock.now() + timedelta(seconds=max(wait, 1.0))

    def _age(self, post: Post) -> float:
        return self._means.wall() - post.claimed_at.timestamp()

    def _letter(self, post: Post, card: Card) -> Letter:
        name = f"channel:{post.id}:{post.channel}:{post.cause}".encode()
        key = blake2b(name, key=self._means.key, digest_size=16).hexdigest()
        return Letter(key, post.account, card, post.claimed_at, aloud=True)
