"""The door opens whether Slack is there or not, learns who is there, answers quickly, and tells the log nothing."""

import asyncio
import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.slack import web
from adapters.slack.app import Slack
from bot.events import Account, Event, Say, Show, Submitted, Uninstalled
from bot.ports import Letter, Sent
from bot.settings import SlackDoor
from bot.ui import Card, Form, Text
from tests.adapters.slack.test_who_arrives import people
from tests.adapters.slack.toy_bot import FORM, PROMPT, Patience, ToyBot
from tests.drivers.fake_slack import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from tests.drivers.slack import SlackDriver

SECRET_WORDS = "the words that nobody may read in a log"


async def test_a_door_that_does_not_listen_only_sends(bot: ToyBot) -> None:
    driver = SlackDriver()
    people(driver, 5)
    await driver.server.start()
    settings = SlackDoor(BOT_TOKEN, SIGNING_SECRET, APP_TOKEN, driver.server.api_url)
    door = Slack(settings, bot, listening=False)
    await door.start()
    await door.settled()
    letter = Letter("key-1", Account("slack", driver.tenant, "U9004"), PROMPT, datetime(2026, 11, 5, tzinfo=UTC))
    assert isinstance(await door.sender.send(letter), Sent)
    assert [method for method, _ in driver.slack.calls] == ["chat.postMessage"]
    assert (door.routes, driver.server.lines, bot.asked) == ([], [], [])
    await door.stop()
    await driver.server.stop()


async def test_the_door_opens_without_slack_says_so_once_and_tries_again(
    bot: ToyBot, caplog: pytest.LogCaptureFixture
) -> None:
    driver, patience = SlackDriver(), Patience()
    people(driver, 5)
    await driver.server.start()
    driver.server.trouble["auth.test"] = ["500", "cut before"]
    door = Slack(SlackDoor(BOT_TOKEN, SIGNING_SECRET, "", driver.server.api_url), bot, pause=patience)
    await door.start()
    await door.settled()
    assert bot.asked == []
    waits = []
    for _ in range(2):
        waits.append(await asyncio.wait_for(patience.asked.get(), 3))
        patience.go_on.release()
    async with asyncio.timeout(3):
        await door._openings[0]._task
    assert len(bot.asked) == 2
    assert waits == [5, 10]
    assert len([record for record in caplog.records if "trying again" in record.message]) == 1
    await door.stop()
    await driver.server.stop()


async def test_the_answer_to_slack_does_not_wait_for_a_slow_web_api(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    bot.replies["said"] = Say(PROMPT)
    slack.server.hold.clear()
    settled = slack.door.settled
    slack.door.settled = _at_once  # type: ignore[method-assign]
    async with asyncio.timeout(1):
        await slack.say(ann, "hello")
        await slack.command(ann, "hearback")
    assert slack.messages(ann) == []
    slack.server.hold.set()
    await settled()
    assert len(slack.messages(ann)) == 1
    assert slack.dialog(ann) is not None


async def _at_once() -> None:
    """What follows is left to itself."""


async def test_removing_the_app_is_told_to_the_bot(slack: SlackDriver, bot: ToyBot) -> None:
    await slack.happens({"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}, event_id="Ev7")
    await slack.happens({"type": "app_uninstalled"}, event_id="Ev8")
    assert bot.asked == [Uninstalled("Ev7", "slack", slack.tenant), Uninstalled("Ev8", "slack", slack.tenant)]


class Broken(ToyBot):
    """A bot that breaks its promise never to raise."""

    async def answer(self, event: Event) -> Any:
        if isinstance(event, Submitted):
            raise LookupError(SECRET_WORDS)  # noqa: TRY004
        return await super().answer(event)


async def test_a_form_stays_open_with_its_words_when_all_else_fails(caplog: pytest.LogCaptureFixture) -> None:
    driver = SlackDriver()
    await driver.start(Broken())
    ann = await driver.join("Ann Abel")
    await driver.command(ann, "hearback")
    await driver.fill(ann, "How was it?", "2 of 10")
    await driver.fill(ann, "Why?", SECRET_WORDS)
    await driver.send(ann)
    form = driver.dialog(ann)
    assert form is not None
    assert form.values["Why?"] == SECRET_WORDS
    assert "Reference:" in form.errors[0]
    assert "LookupError" in caplog.text
    assert SECRET_WORDS not in caplog.text
    await driver.stop()


async def test_a_refusal_is_logged_by_place_and_nothing_is_sent_again(
    slack: SlackDriver, bot: ToyBot, caplog: pytest.LogCaptureFixture
) -> None:
    ann = await slack.join("Ann Abel")
    bot.replies["home.menu"] = Show(Form("", "Close", (Text(SECRET_WORDS),)))
    await slack.command(ann, "hearback")
    assert slack.dialog(ann) is None
    assert "invalid_arguments at /view/title/text" in caplog.text
    assert SECRET_WORDS not in caplog.text
    assert [method for method, _ in slack.slack.calls].count("views.open") == 1


async def test_the_log_at_its_loudest_holds_no_words_ids_or_tokens(
    bot: ToyBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    driver = SlackDriver()
    await driver.start(bot)
    ann = await driver.join("Ann Abel")
    bot.replies["said"] = Say(Card("x", (Text(SECRET_WORDS),)))
    driver.server.trouble["chat.postMessage"] = ["not json", "500", "429", "cut"]
    for _ in range(5):
        await driver.say(ann, SECRET_WORDS)
    bot.replies["home.menu"] = Show(FORM)
    await driver.command(ann, "hearback")
    await driver.fill(ann, "How was it?", "2 of 10")
    await driver.fill(ann, "Why?", SECRET_WORDS)
    await driver.send(ann)
    await driver.post(b'{"type":"event_callback","event":"' + SECRET_WORDS.encode() + b'"}', "application/json")
    await driver.stop()
    ours = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore", "aiohttp.access"))]
    logged = "\n".join(record.getMessage() + str(record.exc_text or "") for record in ours)
    for secret in (SECRET_WORDS, BOT_TOKEN, SIGNING_SECRET, ann.id, "Ann"):
        assert secret not in logged


async def test_oauth_settings_in_the_environment_change_nothing(
    bot: ToyBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "x")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-another")
    driver = SlackDriver()
    await driver.start(bot)
    ann = await driver.join("Ann Abel")
    await driver.say(ann, "hello")
    await driver.press(ann, "Answer")
    assert driver.dialog(ann) is not None
    await driver.stop()
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_a_proxy_is_used_unless_the_environment_excepts_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,slack.internal")
    assert web.client("xoxb-1", "https://slack.com/api/").proxy == "http://proxy.example:3128"
    assert web.client("xoxb-1", "https://slack.internal/api/").proxy is None
    assert web.proxy("wss://wss-primary.slack.com/link") == "http://proxy.example:3128"
    assert web.proxy("http://127.0.0.1:8080/api/") is None


async def test_an_answer_waits_when_slack_has_too_much_to_do_and_then_stands_once(bot: ToyBot) -> None:
    waits: list[float] = []

    async def noted(seconds: float) -> None:
        waits.append(seconds)

    driver = SlackDriver(pause=noted)
    await driver.start(bot)
    ann = await driver.join("Ann Abel")
    driver.server.trouble["chat.postMessage"] = ["429"]
    await driver.say(ann, "hello")
    assert waits == [7]
    assert len(driver.messages(ann)) == 1
    driver.server.trouble["chat.postMessage"] = ["500", "cut before"]
    await driver.say(ann, "hello")
    await driver.say(ann, "hello")
    assert waits == [7]
    assert len(driver.messages(ann)) == 1
    await driver.stop()
