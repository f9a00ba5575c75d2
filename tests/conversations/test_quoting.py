"""What a round is about is written first: it stands above what is asked, and nobody is asked without it."""

import pytest

from bot.moments import Ask, Meet, Weigh
from bot.practice import Practice
from tests.conversations.meeting import CAN
from tests.harness import Colleague, Office, shipped
from tests.together import runs

WANTED = "Which small thing shall people try, and how many minutes does it take?"
THING = "Ask one open question at the huddle. Two minutes."
ASKED = "What could you try of it, and when?"
ASKING = (Ask, Meet, Weigh)


async def starts(office: Office) -> tuple[Colleague, Colleague]:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await runs(office, "skill-booster", dario)
    await office.until("2026-11-11T12:31")
    return dario, amara


async def writes(dario: Colleague, said: str = THING) -> None:
    await dario.visits_home()
    await dario.presses("Write it")
    await dario.fills({WANTED: said})
    await dario.sends()
    await dario.dismisses()


async def test_what_was_written_stands_above_what_is_asked(office: Office) -> None:
    dario, amara = await starts(office)
    await writes(dario)
    await office.until("2026-11-12T12:31")
    home = await amara.visits_home()
    assert f"“{THING}”" in home
    assert ASKED in home
    await amara.presses("Say it")
    assert amara.dialog.text.index(THING) < amara.dialog.text.index(ASKED)


async def test_nobody_is_asked_before_it_is_written_and_everybody_once_it_is(office: Office) -> None:
    dario, amara = await starts(office)
    assert "Nobody is invited to it or asked about it before you have written this." in await dario.visits_home()
    await office.until("2026-11-14T12:00")
    assert ASKED not in await amara.visits_home()
    assert "Dario Moretti promised news by Thursday 12 November. There is none yet." in await amara.visits_home()
    await writes(dario)
    await office.wait(minutes=1)
    assert ASKED in await amara.visits_home()


async def test_what_was_never_written_is_asked_of_nobody_and_its_close_stays(office: Office) -> None:
    dario, amara = await starts(office)
    await office.until("2026-11-20T12:00")
    await writes(dario)
    await office.wait(minutes=1)
    assert ASKED not in await amara.visits_home()
    await office.until("2026-11-26T12:31")
    assert "Did you try it, and did it help?" in await amara.visits_home()


async def test_nobody_is_invited_before_it_is_known_to_what(office: Office) -> None:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await runs(office, "event", dario)
    await office.until("2026-11-14T12:31")
    assert "Come as you are" not in await amara.visits_home()
    await dario.visits_home()
    await dario.presses("Write it")
    await dario.fills(
        {"What is it about, who speaks, and what changed because of last time?": "@channel <b>Rest</b> *now*"}
    )
    await dario.sends()
    await dario.dismisses()
    await office.wait(minutes=1)
    await amara.visits_home()
    await amara.presses(CAN)
    text = amara.dialog.text
    assert "<b>Rest</b> *now*" in text
    assert text.index("Rest") < text.index("Come as you are")


async def test_nobody_is_invited_to_what_is_over_when_its_topic_is_written(bare: Office) -> None:
    dario, amara = await bare.hire("Dario Moretti"), await bare.hire("Amara Okafor")
    await runs(bare, "event", dario)
    await bare.until("2026-11-30T12:00")
    assert "Nobody is invited to it or asked about it before you have written this." in await dario.visits_home()
    await dario.presses("Write it")
    await dario.fills({"What is it about, who speaks, and what changed because of last time?": "Rest."})
    await dario.sends()
    await bare.wait(minutes=1)
    home = await amara.visits_home()
    assert "Come as you are" not in home
    assert CAN not in home


async def test_those_whom_a_month_is_about_read_which_month_before_they_say_anything(bare: Office) -> None:
    dario, amara = await bare.hire("Dario Moretti"), await bare.hire("Amara Okafor")
    await runs(bare, "awareness-month", dario)
    asked = "If it is about you: what should this month say"
    await bare.wait(days=11)
    assert asked not in await amara.visits_home()
    await dario.visits_home()
    await dario.presses("Write it")
    await dario.fills({"Which month is it, and whom is it about?": "The month for carers among us."})
    await dario.sends()
    await bare.wait(minutes=1)
    home = await amara.visits_home()
    assert home.index("“The month for carers among us.”") < home.index(asked)


@pytest.mark.parametrize("practice", shipped().practices.values(), ids=shipped().practices)
def test_nobody_is_asked_about_the_topic_without_reading_which(practice: Practice) -> None:
    said = [
        each.about if isinstance(each, Meet) else each.prompt for each in practice.moments if isinstance(each, ASKING)
    ]
    assert not [
        each for each in said for word in ("the topic", "the theme", "the project") if word in each["en"].lower()
    ]
