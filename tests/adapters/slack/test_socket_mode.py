"""Without a public address, Slack reaches us down lines that we opened; they are renewed when Slack asks."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.events import Opened, Show
from tests.adapters.slack.toy_bot import FORM, Patience, ToyBot
from tests.drivers.fake_slack import APP_TOKEN, BOT_USER
from tests.drivers.slack import SlackDriver


@pytest.fixture
async def slack(bot: ToyBot) -> AsyncIterator[SlackDriver]:
    driver = SlackDriver(app_token=APP_TOKEN)
    await driver.start(bot)
    await driver.server.has_lines(2)
    yield driver
    await driver.stop()


def hello(slack: SlackDriver, user: str, number: int) -> dict[str, object]:
    event = {"type": "message", "channel_type": "im", "user": user, "text": "hello", "ts": f"{number}.2"}
    payload = {
        "type": "event_callback",
        "team_id": slack.tenant,
        "event_id": f"EvS{number}",
        "authorizations": [{"user_id": BOT_USER}],
        "event": {**event, "channel": slack.slack.direct(user)},
    }
    return {"type": "events_api", "envelope_id": f"e{number}", "payload": payload, "accepts_response_payload": False}


async def test_a_hello_down_either_line_gets_one_answer(slack: SlackDriver) -> None:
    ann = await slack.join("Ann Abel")
    for line in (0, 1):
        assert await slack.server.deliver(line, hello(slack, ann.id, line)) == {"envelope_id": f"e{line}"}
    await slack.door.settled()
    assert len(slack.messages(ann)) == 2


async def test_the_same_event_down_both_lines_gets_one_answer(slack: SlackDriver) -> None:
    ann = await slack.join("Ann Abel")
    await slack.server.deliver(0, hello(slack, ann.id, 1))
    await slack.server.deliver(1, hello(slack, ann.id, 1))
    await slack.door.settled()
    assert len(slack.messages(ann)) == 1


async def test_a_form_is_opened_and_its_errors_ride_in_the_acknowledgement(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    command = {
        "command": "/hearback",
        "text": "",
        "team_id": slack.tenant,
        "user_id": ann.id,
        "trigger_id": slack.slack.trigger(ann.id),
        "response_url": slack.server.address + slack.slack.response_path(ann.id, "D1"),
    }
    await slack.server.deliver(0, {"type": "slash_commands", "envelope_id": "c1", "payload": command})
    await slack.door.settled()
    assert isinstance(bot.last(), Opened)
    [view] = slack.slack.modals[ann.id]
    bot.replies["toy.send"] = Show(replace(FORM, errors={"why": "Shorter & <kinder>."}))
    submission = {
        "type": "view_submission",
        "team": {"id": slack.tenant},
        "user": {"id": ann.id},
        "trigger_id": "t1",
        "view": {**view, "state": {"values": view["state"]}},
    }
    envelope = {"type": "interactive", "envelope_id": "s1", "payload": submission, "accepts_response_payload": True}
    assert await slack.server.deliver(1, envelope) == {
        "envelope_id": "s1",
        "payload": {"response_action": "errors", "errors": {"why": "Shorter &amp; &lt;kinder&gt;."}},
    }


async def test_a_line_is_renewed_when_slack_asks(slack: SlackDriver) -> None:
    ann = await slack.join("Ann Abel")
    await slack.server.lines[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await slack.server.has_lines(3)
    await slack.server.deliver(2, hello(slack, ann.id, 5))
    await slack.server.deliver(1, hello(slack, ann.id, 6))
    await slack.door.settled()
    assert len(slack.messages(ann)) == 2


async def test_nonsense_down_a_line_breaks_nothing_and_is_acknowledged(
    slack: SlackDriver, caplog: pytest.LogCaptureFixture
) -> None:
    ann = await slack.join("Ann Abel")
    await slack.server.lines[0].send_str("no json at all")
    await slack.server.lines[0].send_str("{broken")
    await slack.server.lines[0].send_json({"type": "strange"})
    for number, payload in enumerate(({"type": "x"}, {}, {"type": "event_callback", "event": []}, {"team": []})):
        await slack.server.lines[0].send_json({"type": "events_api", "envelope_id": f"n{number}", "payload": payload})
    await slack.server.deliver(0, hello(slack, ann.id, 9))
    await slack.door.settled()
    assert len(slack.messages(ann)) == 1


async def test_a_slow_web_api_does_not_hold_up_the_acknowledgement(slack: SlackDriver) -> None:
    ann = await slack.join("Ann Abel")
    slack.server.hold.clear()
    async with asyncio.timeout(1):
        await slack.server.deliver(0, hello(slack, ann.id, 1))
    assert slack.messages(ann) == []
    slack.server.hold.set()
    await slack.door.settled()
    assert len(slack.messages(ann)) == 1


async def test_lines_that_cannot_be_opened_are_tried_again_later(bot: ToyBot) -> None:
    patience = Patience()
    driver = SlackDriver(app_token=APP_TOKEN, pause=patience)
    driver.server.trouble["apps.connections.open"] = ["500", "cut before"]
    await driver.start(bot)
    ann = await driver.join("Ann Abel")
    await driver.say(ann, "hello")
    assert len(driver.messages(ann)) == 1
    assert driver.server.lines == []
    patience.go_on.release()
    patience.go_on.release()
    await driver.server.has_lines(2)
    await driver.stop()
