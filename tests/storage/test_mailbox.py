"""The demo workspace keeps its messages in order, and the same delivery once."""

from datetime import UTC, datetime

import pytest

from storage.db import Database
from storage.mailbox import StoredMailbox

NOW = datetime(2026, 3, 4, 11, tzinfo=UTC)


async def test_messages_are_read_in_the_order_they_came(database: Database) -> None:
    mailbox = StoredMailbox(database)
    for body in ("one", "two", "three"):
        await mailbox.keep("ann", NOW, body)
    await mailbox.keep("ben", NOW, "other")
    assert [kept.body for kept in await mailbox.read("ann")] == ["one", "two", "three"]
    assert [kept.at for kept in await mailbox.read("ben")] == [NOW]


async def test_the_same_key_twice_is_one_message(database: Database) -> None:
    mailbox = StoredMailbox(database)
    first = await mailbox.keep("ann", NOW, "one", "k1")
    assert await mailbox.keep("ann", NOW, "again", "k1") == first == await mailbox.holds("k1")
    assert await mailbox.holds("k2") == ""
    assert len(await mailbox.read("ann")) == 1


async def test_a_message_can_be_replaced(database: Database) -> None:
    mailbox = StoredMailbox(database)
    message = await mailbox.keep("ann", NOW, "before")
    await mailbox.replace(message, "after")
    assert [(kept.id, kept.body) for kept in await mailbox.read("ann")] == [(message, "after")]


@pytest.mark.long
async def test_only_the_newest_are_read(database: Database) -> None:
    mailbox = StoredMailbox(database)
    for number in range(203):
        await mailbox.keep("ann", NOW, str(number))
    read = [kept.body for kept in await mailbox.read("ann")]
    assert (len(read), read[0], read[-1]) == (200, "3", "202")
