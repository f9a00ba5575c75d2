"""What becomes of what people say is told truly: nobody decides together where one alone says yes or no."""

import pytest

from bot.moments import Ask
from tests.harness import Office, shipped
from tests.together import runs

PRACTICES = shipped().practices


ASKED = [(practice, each) for practice in PRACTICES.values() for each in practice.moments if isinstance(each, Ask)]
TOLD = {f"{practice.name} {ask.id}": practice.becomes(ask) for practice, ask in ASKED}


@pytest.mark.parametrize(
    ("told", "which"),
    [
        ("decide-together", {"culture-club name", "learner-made need"}),
        (
            "yes-or-no",
            {
                "big-conversation say",
                "co-production before",
                "equity-lens huddle",
                "local-pledge ideas",
                "self-assessment stand",
            },
        ),
        (
            "answered",
            {
                "culture-club half-way",
                "culture-club table",
                "learner-made volunteer",
                "learner-made worth",
                "local-pledge kept",
            },
        ),
    ],
)
def test_who_decides_is_told_from_what_happens_to_the_words(told: str, which: set[str]) -> None:
    assert {name for name, each in TOLD.items() if each == told} == which


async def test_who_says_yes_or_no_alone_is_named_where_people_are_asked(office: Office) -> None:
    maya, amara = await office.hire("Maya Osei"), await office.hire("Amara Okafor")
    await runs(office, "equity-lens", maya)
    await office.until("2026-11-16T08:31")
    home = await amara.visits_home()
    assert "You say together what matters; Maya Osei says yes or no to it, and what came of it by Monday" in home
    assert "You decide this together" not in home
