"""What is posted in a channel is posted once: also when nobody knows whether it was, and not at all once it is unlinked."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.events import Account
from bot.ports import Missing, Refused, Sent, Throttled, Unsure
from storage.channels import links, posts, undone
from storage.channels.rows import ChannelPostRow, ChannelRow
from storage.db import Database
from storage.directory import EVERYONE, circle_id
from tests.storage.sending import LANE, NOON, Found, Office

HERE = Account("slack", "T1", "C1", "C1")


async def linked(database: Database, *causes: str) -> tuple[Office, int]:
    """An office with a channel of all staff, in which these are to be posted."""
    office = Office(database)
    async with database.begin() as work:
        channel = await links.find(work, await links.begin(work, HERE, NOON))
        assert channel is not None
        assert await links.link(work, channel, await circle_id(work, EVERYONE), "general")
        assert not await links.link(work, channel, await circle_id(work, EVERYONE), "again")
        for each in (*causes, *causes):
            await posts.put(work, [channel.id], card="meet.aloud", ref=each, cause=each)
    return office, channel.id


async def states(database: Database) -> list[str]:
    async with database.begin() as work:
        return list((await work.execute(select(ChannelPostRow.state).order_by(ChannelPostRow.id))).scalars())


async def test_each_cause_is_posted_once_and_a_pause_is_kept_for_people_too(database: Database) -> None:
    office, _ = await linked(database, "a", "b", "c")
    office.slack.answers = [Throttled(60.0)]
    office.unwanted, office.broken = {"b"}, {"c"}
    assert await office.delivery.lanes_due() == [LANE]
    await office.drain()
    assert await states(database) == ["pending"] * 3
    await office.drain()
    assert len(office.slack.letters) == 1
    office.later(61)
    await office.drain()
    assert await states(database) == ["sent", "dropped", "failed"]
    assert {letter.aloud for _, letter in office.slack.letters} == {True}
    assert office.slack.to() == ["C1", "C1"]
    assert await office.delivery.lanes_due() == []
    await office.drain()
    assert len(office.slack.letters) == 2


@pytest.mark.parametrize(
    ("found", "then", "sent"),
    [(Sent("ts7"), "sent", 1), (Missing(), "sent", 2), (Unsure("missing_scope"), "unknown", 1)],
)
async def test_what_was_cut_off_is_posted_again_only_if_it_surely_is_not_there(
    database: Database, found: Found, then: str, sent: int
) -> None:
    office, _ = await linked(database, "a")
    office.slack.answers, office.slack.found = [Unsure("timeout")], [found]
    assert await office.drain() == NOON + timedelta(seconds=35)
    office.restart()
    office.later(34)
    await office.drain()
    assert office.slack.looked_for == []
    office.later(2)
    await office.drain()
    assert await states(database) == [then]
    assert len({letter.key for _, letter in office.slack.letters}) == 1
    assert len(office.slack.letters) == sent
    assert await office.drain() is None


async def test_what_waits_is_not_posted_once_it_is_unlinked_or_lost(database: Database) -> None:
    office, number = await linked(database, "a", "b")

    async def lost() -> None:
        async with database.begin() as work:
            await links.lose_all(work, "slack", "T1", NOON)

    office.slack.meanwhile = lost
    await office.drain()
    assert await states(database) == ["dropped", "dropped"]
    async with database.begin() as work:
        [found] = await links.lost_by(work, [await circle_id(work, EVERYONE)], NOON - timedelta(days=1))
        assert not await links.of_circles(work, [found.circle])
        ref = await links.begin(work, HERE, NOON)
        channel = await links.find(work, ref)
        assert channel is not None
        assert await links.link(work, channel, found.circle, "general")
        await posts.put(work, [channel.id], card="meet.aloud", ref="a", cause="a")
        await links.unlink(work, channel)
    office.slack.meanwhile = None
    await office.drain()
    assert len(office.slack.letters) == 1
    assert await states(database) == []
    assert number != 0


async def test_a_channel_that_is_gone_is_asked_once_and_one_that_disliked_a_card_stays(database: Database) -> None:
    office, number = await linked(database, "a", "b", "c")
    office.slack.answers = [Refused("invalid_blocks"), Refused("is_archived", gone=True)]
    await office.drain()
    assert len(office.slack.letters) == 2
    assert await states(database) == ["failed", "failed", "dropped"]
    async with database.begin() as work:
        ended = (await work.execute(select(ChannelRow.ended_at).where(ChannelRow.id == number))).scalar_one()
        assert ended is not None
        await links.tidy(work, office.clock.now() + timedelta(days=15))
        assert await links.at(work, HERE) is None
        await links.begin(work, HERE, NOON)
        await links.tidy(work, NOON + timedelta(days=2))
        assert await links.at(work, HERE) is None


async def test_why_it_does_not_stand_there_is_known_until_the_channel_is_unlinked(database: Database) -> None:
    office, _ = await linked(database, "a")
    office.slack.answers = [Refused("channel_not_found", gone=True)]
    await office.drain()
    async with database.begin() as work:
        post = str((await work.execute(select(ChannelPostRow.id))).scalar_one())
        found = await undone.undone(work, post)
        assert found
        assert (found.card, found.lost, found.surely) == ("meet.aloud", True, True)
        assert [await undone.undone(work, each) for each in ("", "x", "9" * 30, f"{post}0")] == [None] * 4
        channel = await links.find(work, found.channel)
        assert channel
        await links.unlink(work, channel)
        assert await undone.undone(work, post) is None
