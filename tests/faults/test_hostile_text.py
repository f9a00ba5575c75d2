"""Comments that mean harm: on every door they are read as they were written, and do nothing."""

import json
from pathlib import Path

import pytest

from storage.ballots import cleaned
from storage.simulate.comments import ROUGH
from storage.spreadsheet import table
from tests.attack.world import CLOSED, answer_back, world
from tests.conversations.conftest import DOORS, DRIVERS
from tests.drivers.slack import SlackDriver
from tests.drivers.teams import TeamsDriver
from tests.drivers.web import WebDriver
from tests.harness import Colleague

COMMENTS = [cleaned(each) for each in ROUGH]
MORE = "Read more of it"
ALERTS = ("<!channel>", "<!here>", "<@U00000001>", "<at>")
DIRECTION = ("\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u200f")


@pytest.mark.parametrize("door", DOORS)
async def test_hostile_comments_are_read_as_written_and_do_nothing(door: str, tmp_path: Path) -> None:
    async with world(tmp_path, DRIVERS[door](), sizes={"ash": 40, "birch": 30}) as here:
        await here.answer({"ash": [7] * 22})
        for place, comment in enumerate(COMMENTS):
            await here.answer({"birch": [*[None] * place, 5]}, comment=comment)
        await here.office.until(CLOSED)
        await answer_back(here)
        colleague = here.roles["other lead"]
        await colleague.visits_home()
        await colleague.presses("See it all")
        read = colleague.dialog.text
        assert harm(colleague) == []
        while MORE in colleague.dialog.buttons:
            await colleague.presses(MORE)
            read += colleague.dialog.text
            assert harm(colleague) == []
        assert [each for each in COMMENTS if letters(each)[:200] not in letters(read)] == []
        assert not any(mark in read for mark in DIRECTION)


def letters(text: str) -> str:
    """Without spaces, line ends and the marks of a quotation."""
    return "".join(text.replace(">", "").split())


def harm(who: Colleague) -> list[str]:
    """What of the raw payload the platform would act on."""
    driver = who.driver
    match driver:
        case SlackDriver():
            sent = json.dumps(driver.slack.modals[who.account.id], ensure_ascii=False)
            return [each for each in ALERTS if each in sent] + _texts(driver.slack.modals[who.account.id])
        case TeamsDriver():
            sent = json.dumps(driver._dialogs[who.account.id].value)
            return ["a mention"] if '"mention"' in sent or '"entities"' in sent else []
        case WebDriver():
            sheet = driver._dialogs[who.account.id][0]
            found = [*sheet.select("script, b, i, img, iframe, a[href^=http]")]
            return [str(each) for each in found]
        case _:
            return []


def _texts(view: object) -> list[str]:
    """Every text that Slack would read marks in."""
    if isinstance(view, dict):
        own = [str(view["text"])] if view.get("type") == "mrkdwn" and view.get("text") in COMMENTS else []
        return own + [text for each in view.values() for text in _texts(each)]
    return [text for each in view for text in _texts(each)] if isinstance(view, list) else []


def test_no_hostile_comment_is_a_formula_in_a_spreadsheet() -> None:
    lines = table(["comment"], [{"comment": each} for each in (*ROUGH, *COMMENTS)]).split("\r\n")
    assert [line for line in lines if line.lstrip('"').startswith(("=", "+", "-", "@", "\t"))] == []
