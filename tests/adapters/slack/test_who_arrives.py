"""At every start the bot learns who works there, whatever was cut off before; other companies' people stay out."""

import asyncio
from typing import Any

from adapters.slack.app import Slack
from bot.events import Arrived, Event
from bot.settings import SlackDoor
from tests.adapters.slack.toy_bot import Patience, ToyBot
from tests.drivers.fake_slack import BOT_TOKEN, SIGNING_SECRET
from tests.drivers.slack import SlackDriver


def people(driver: SlackDriver, count: int) -> None:
    for n in range(count):
        id_ = f"U9{n:03}"
        driver.slack.users[id_] = {
            "id": id_,
            "profile": {"real_name": f"Person {n}"},
            "locale": "cy-GB",
            "tz": "Europe/London",
        }
    driver.slack.users["U9000"]["is_restricted"] = True
    driver.slack.users["U9001"]["deleted"] = True
    driver.slack.users["U9002"]["is_bot"] = True


async def test_everybody_arrives_at_the_start_page_by_page(bot: ToyBot) -> None:
    driver = SlackDriver()
    people(driver, 25)
    driver.slack.page_size = 10
    driver.server.trouble["users.list"] = []
    await driver.start(bot)
    arrived = [event for event in bot.asked if isinstance(event, Arrived)]
    assert sorted(event.account.id for event in arrived) == [f"U9{n:03}" for n in range(3, 25)]
    assert {event.change for event in arrived} == {"joined"}
    assert arrived[0].account.tenant == driver.tenant
    assert arrived[0].profile.language == "cy-GB"
    assert [method for method, _ in driver.slack.calls].count("users.list") == 3
    await driver.stop()


async def test_people_of_another_company_in_a_shared_channel_do_not_arrive(bot: ToyBot) -> None:
    driver = SlackDriver()
    people(driver, 6)
    driver.slack.users["U9003"]["team_id"] = "T0OTHER"
    driver.slack.users["U9004"]["is_stranger"] = True
    driver.slack.users["U9005"]["team_id"] = driver.tenant
    await driver.start(bot)
    assert [event.account.id for event in bot.asked if isinstance(event, Arrived)] == ["U9005"]
    await driver.stop()


async def test_everybody_is_read_again_at_the_next_start_even_if_some_are_known(bot: ToyBot) -> None:
    driver = SlackDriver()
    people(driver, 5)
    await driver.start(bot)
    await driver.door.stop()
    await driver.door.start()
    await driver.door.settled()
    arrived = [event for event in bot.asked if isinstance(event, Arrived)]
    assert [event.account.id for event in arrived] == ["U9003", "U9004"] * 2
    assert len({event.id for event in arrived}) == 4
    await driver.stop()


async def test_a_reading_that_was_interrupted_leaves_nobody_out(bot: ToyBot) -> None:
    class Interrupted(ToyBot):
        async def answer(self, event: Event) -> Any:
            if len(self.asked) == 1:
                self.asked.append(event)
                raise OSError
            return await super().answer(event)

    driver, cut = SlackDriver(), Interrupted()
    people(driver, 6)
    await driver.start(cut)
    async with asyncio.timeout(3):
        await driver.door._openings[0]._task
    arrived = [event.account.id for event in cut.asked if isinstance(event, Arrived)]
    assert arrived == ["U9003", "U9004", "U9003", "U9004", "U9005"]
    await driver.stop()


async def test_reading_people_goes_on_where_slack_asked_us_to_wait(bot: ToyBot) -> None:
    driver, patience = SlackDriver(), Patience()
    people(driver, 25)
    driver.slack.page_size = 10
    await driver.server.start()
    driver.server.trouble["users.list"] = ["429", "429"]
    door = Slack(SlackDoor(BOT_TOKEN, SIGNING_SECRET, "", driver.server.api_url), bot, pause=patience)
    await door.start()
    for _ in range(2):
        assert await asyncio.wait_for(patience.asked.get(), 3) == 7
        patience.go_on.release()
    await door.settled()
    assert len(bot.asked) == 22
    cursors = [arguments.get("cursor") for method, arguments in driver.slack.calls if method == "users.list"]
    assert cursors == [None, "10", "20"]
    await door.stop()
    await driver.server.stop()
