"""What becomes of what people say is told truly: nobody decides together where one alone says yes or no."""

import pytest

from bot.moments import Commit, Weigh
from bot.practice import Practice
from tests.harness import Office, shipped
from tests.together import runs

PRACTICES = shipped().practices


def test_of_those_that_ship_two_are_decided_together() -> None:
    assert {name for name, each in PRACTICES.items() if each.becomes == "decide-together"} == {
        "culture-club",
        "learner-made",
    }


@pytest.mark.parametrize("practice", PRACTICES.values(), ids=PRACTICES)
def test_where_people_decide_together_they_choose_and_nobody_says_yes_or_no_alone(practice: Practice) -> None:
    kinds = {type(each) for each in practice.moments}
    assert practice.becomes != "decide-together" or (Weigh in kinds and Commit not in kinds)
    assert practice.becomes != "yes-or-no" or Commit in kinds


async def test_who_says_yes_or_no_alone_is_named_where_people_are_asked(office: Office) -> None:
    maya, amara = await office.hire("Maya Osei"), await office.hire("Amara Okafor")
    await runs(office, "equity-lens", maya)
    await office.until("2026-11-16T08:31")
    home = await amara.visits_home()
    assert "You say together what matters; Maya Osei says yes or no to it, and what came of it by Monday" in home
    assert "You decide this together" not in home
