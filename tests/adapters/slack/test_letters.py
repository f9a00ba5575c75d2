"""A letter is posted once; afterwards we know that it arrived, that it never will, or that we must look."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from adapters.slack import web
from adapters.slack.sender import SlackSender
from bot.events import Account
from bot.ports import Letter, Missing, Refused, Sent, Throttled, Unsure
from tests.adapters.slack.toy_bot import PROMPT
from tests.drivers.fake_slack import BOT_TOKEN, CHANNEL, FakeSlack
from tests.drivers.fake_slack_server import SlackServer, Trouble

LETTER = Letter("key-1", Account("slack", "T0HEARBACK", "U1"), PROMPT, datetime(2027, 1, 15, tzinfo=UTC))


@pytest.fixture
async def server() -> AsyncIterator[SlackServer]:
    slack = FakeSlack()
    slack.users["U1"] = {"id": "U1"}
    server = SlackServer(slack)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def sender(server: SlackServer) -> AsyncIterator[SlackSender]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.3)) as session:
        client = web.client(BOT_TOKEN, server.api_url)
        client.session = session
        yield SlackSender(client)


def posts(server: SlackServer) -> list[dict[str, Any]]:
    return [arguments for method, arguments in server.slack.calls if method == "chat.postMessage"]


async def test_a_letter_goes_to_the_person_and_comes_back_with_its_conversation(
    server: SlackServer, sender: SlackSender
) -> None:
    sent = await sender.send(LETTER)
    [message] = server.slack.messages
    assert sent == Sent(message["ts"], "D0U1")
    assert "How was the week?" in message["text"]
    [post] = posts(server)
    assert post["channel"] == "U1"
    assert post["metadata"] == {"event_type": "hearback_delivery", "event_payload": {"id": "key-1"}}
    known = Letter("key-2", Account("slack", "T0HEARBACK", "U1", "D0U1"), PROMPT, LETTER.claimed_at)
    await sender.send(known)
    assert posts(server)[1]["channel"] == "D0U1"
    assert posts(server)[1]["client_msg_id"] != post["client_msg_id"]


async def test_the_same_letter_has_the_same_name_each_time(server: SlackServer, sender: SlackSender) -> None:
    await sender.send(LETTER)
    await sender.send(LETTER)
    first, second = posts(server)
    assert first["client_msg_id"] == second["client_msg_id"]


async def test_too_many_calls_are_told_how_long_to_wait(server: SlackServer, sender: SlackSender) -> None:
    server.trouble["chat.postMessage"] = ["429"]
    assert await sender.send(LETTER) == Throttled(7)
    server.trouble["conversations.history"] = ["429"]
    assert await sender.find(LETTER) == Throttled(7)


@pytest.mark.parametrize("trouble", ["500", "not json", "silence", "cut before"])
async def test_nobody_knows_after_a_broken_line(server: SlackServer, sender: SlackSender, trouble: Trouble) -> None:
    server.hold.set()
    server.trouble["chat.postMessage"] = [trouble]
    if trouble == "silence":
        server.hold.clear()
    assert isinstance(await sender.send(LETTER), Unsure)
    server.hold.set()
    assert len(posts(server)) <= 1
    if trouble != "silence":
        assert await sender.find(LETTER) == Missing()


async def test_a_letter_that_arrived_before_the_line_broke_is_found_and_stands_once(
    server: SlackServer, sender: SlackSender
) -> None:
    server.trouble["chat.postMessage"] = ["cut"]
    assert isinstance(await sender.send(LETTER), Unsure)
    [message] = server.slack.messages
    assert await sender.find(LETTER) == Sent(message["ts"], "D0U1")
    assert len(posts(server)) == 1
    other = Letter("key-2", LETTER.account, PROMPT, LETTER.claimed_at)
    assert await sender.find(other) == Missing()
    later = Letter("key-1", LETTER.account, PROMPT, datetime(2099, 1, 1, tzinfo=UTC))
    assert await sender.find(later) == Missing()


async def test_looking_can_fail_as_well(server: SlackServer, sender: SlackSender) -> None:
    server.trouble["conversations.open"] = ["500"]
    assert isinstance(await sender.find(LETTER), Unsure)
    # Twice, because aiohttp itself asks again where a question only reads.
    server.trouble["conversations.history"] = ["cut before", "cut before"]
    assert isinstance(await sender.find(LETTER), Unsure)


async def test_what_was_cut_off_in_a_channel_is_not_said_to_be_missing(sender: SlackSender) -> None:
    here = Letter("key-1", Account("slack", "T0HEARBACK", CHANNEL, CHANNEL), PROMPT, LETTER.claimed_at, aloud=True)
    assert isinstance(await sender.send(here), Sent)
    assert await sender.find(here) == Unsure("missing_scope")  # a channel's history is not ours to read


async def test_definite_refusals_are_final(server: SlackServer, sender: SlackSender) -> None:
    nobody = Letter("key-1", Account("slack", "T0HEARBACK", "U9"), PROMPT, LETTER.claimed_at)
    assert await sender.send(nobody) == Refused("channel_not_found", gone=True)
    server.slack.users["U1"]["deleted"] = True
    assert await sender.send(LETTER) == Refused("user_disabled")
    client = web.client("xoxb-wrong", server.api_url)
    assert await SlackSender(client).send(LETTER) == Refused("invalid_auth")
    assert await sender.find(nobody) == Missing()
