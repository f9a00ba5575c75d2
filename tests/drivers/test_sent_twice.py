"""A form that Slack or Teams delivers twice is answered twice, by the real doors, and the answer is kept once."""

import json
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.databases import fresh_sqlite
from tests.drivers.slack import SlackDriver
from tests.drivers.teams import TeamsDriver
from tests.harness import Office
from tests.witness import dump

WORDS = "The rota came on Friday"


class SlackAgain(SlackDriver):
    """Keeps the last bytes that were posted, to post them again."""

    async def post(self, body: bytes, kind: str, **headers: str) -> httpx.Response:
        self.last = body, kind
        return await super().post(body, kind, **headers)

    async def again(self) -> str:
        response = await super().post(*self.last)
        return json.dumps(response.json(), ensure_ascii=False)


class TeamsAgain(TeamsDriver):
    """Keeps the last activity that was posted, to post it again."""

    async def deliver(self, activity: Any) -> Any:
        self.last = json.loads(json.dumps(activity))
        return await super().deliver(activity)

    async def again(self) -> str:
        return json.dumps(await super().deliver(self.last), ensure_ascii=False)


@pytest.mark.parametrize("kind", [SlackAgain, TeamsAgain])
async def test_a_form_that_the_platform_delivers_twice_is_answered_twice_and_kept_once(
    kind: type[SlackAgain] | type[TeamsAgain], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    driver = kind()
    office = await Office.open(driver, await fresh_sqlite(tmp_path), tmp_path)
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    [nurse] = await office.hire_many(1)
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    await nurse.answers(7, WORDS)
    assert "Recorded. You can change it" in nurse.dialog.text
    before = dump(office.works.database)
    said = await driver.again()
    assert "Recorded. You can change it" in said
    assert "If you did not see them, answer again, and you get new ones." in said
    assert dump(office.works.database) == before
    assert len(before["ballot"]) == 1
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR] == []
    await office.close()
