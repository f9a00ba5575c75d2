"""Every practice that ships is lived on every platform, from the day it is listed to what came of it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from bot.attention import Wishes
from bot.hours import Hours
from bot.moments import Act, Ask, Meet, begin_of, end_of
from bot.practice_rhythm import FEW
from storage import directory, wishes
from tests.harness import Office, shipped
from tests.playing import CAME, play
from tests.together import runs

PRACTICES = shipped().practices


def lived() -> Iterator[Any]:
    """The main suite lives those that bring a kind of moment that none before them had; `make test` lives them all."""
    known: set[type] = set()
    for name, practice in PRACTICES.items():
        kinds = {type(each) for each in practice.moments}
        yield pytest.param(name, marks=pytest.mark.long if kinds <= known else ())
        known |= kinds


@pytest.mark.parametrize("name", list(lived()))
async def test_it_goes_from_its_start_to_what_came_of_it(name: str, office: Office) -> None:
    on = await play(office, PRACTICES[name])
    if PRACTICES[name].answers_back:
        assert CAME in await on.people[0].visits_home()


@pytest.mark.parametrize("name", PRACTICES)
def test_a_round_is_over_before_the_next_one_begins(name: str) -> None:
    practice = PRACTICES[name]
    last = max(end_of(each).days for each in practice.moments)
    every = practice.rhythm.weeks * 7 or (12 // max(1, len(practice.rhythm.months))) * 28
    assert practice.rhythm.once or last <= every - (FEW if "weekday" in practice.rhythm.rotate else 0)


@pytest.mark.parametrize("name", PRACTICES)
def test_nobody_is_asked_two_things_at_once_and_everything_begins_with_its_first_day(name: str) -> None:
    asks = [each for each in PRACTICES[name].moments if isinstance(each, Ask)]
    ends = [(begin_of(each).days, end_of(each).days) for each in asks]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    assert min(begin_of(each).days for each in PRACTICES[name].moments) == 0
    assert all(each.at.days < 400 for each in PRACTICES[name].moments if isinstance(each, Meet))


async def test_what_avoids_holidays_and_takes_turns_says_so_before_it_starts_and_does_it(office: Office) -> None:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    async with office.works.ledger.begin() as work:
        who = await directory.meet(work.connection, dario.account)
        assert who
        await wishes.keep(work.connection, who.id, Wishes(Hours("Europe/London"), only_home=True), "")
    await dario.visits_home()
    await dario.presses("Start a practice")
    await dario.fills(
        {
            "What would you like to start?": "Big Conversation",
            "For whom?": "All staff (16 people)",
            "Who says what came of it?": "Dario Moretti",
            "From which day on?": "2027-03-03",
        }
    )
    await dario.sends()
    text = dario.dialog.text
    assert "Weekday and hour take turns from round to round, so that no shift is always left out." in text
    assert "Round 1, from Wednesday 3 March 2027, 12:00" in text
    assert "Round 2: Thursday 29 April 2027, 16:00, to Thursday 17 June 2027" in text
    assert "Dario Moretti writes for everybody: What did you hear, in your own words?" in text
    assert "By Tuesday 30 March" in text
    assert "You chose Wed" not in text
    assert text.index("By Friday 5 March") < text.index("Monday 8 March") < text.index("Wednesday 24 March")
    assert "(It waits for what Dario Moretti writes first.)" in text
    assert "Whoever comes to the meeting is reminded a week and a day before" in text
    assert "Not Monday 29 March: offices are closed." in text
    assert "Up to 1 of them may read a question on Home only" in text
    await dario.sends()
    await dario.dismisses()
    await dario.visits_home()
    await dario.presses("Practices that run")
    await dario.presses("Change")
    await dario.fills({"On which day does the next round open?": "2027-03-29"})
    await dario.sends()
    assert "Changed. The next round opens on Tuesday 30 March." in dario.dialog.text
    await dario.dismisses()


async def test_a_steward_changes_the_day_the_rhythm_the_circle_and_the_words_from_chat(office: Office) -> None:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    amara = await office.hire("Amara Okafor")
    await runs(office, "small-fixes", dario)
    await dario.visits_home()
    await dario.presses("Practices that run")
    await dario.presses("Other words")
    await dario.fills({"Text 1": "Which one thing would you mend first?", "Text 3": "We mend {winner}"})
    await dario.sends()
    assert "Braces hold something that is not known here." in "\n".join(dario.dialog.errors)
    await dario.fills({"Text 3": "We mend this first: {chosen}"})
    await dario.sends()
    assert "The next round says it in these words." in dario.dialog.text
    await dario.dismisses()
    await dario.visits_home()
    await dario.presses("Practices that run")
    await dario.presses("Change")
    await dario.fills(
        {"On which day does the next round open?": "2026-11-19", "How often does a round begin?": "Every 8 weeks"}
    )
    await dario.sends()
    assert "Changed. The next round opens on Thursday 19 November." in dario.dialog.text
    await dario.dismisses()
    await office.until("2026-11-19T10:00")
    assert "Which one thing would you mend first?" in await amara.visits_home()
    await office.until("2026-11-20T10:00")
    await dario.visits_home()
    await dario.presses("Practices that run")
    assert "The next round opens on Thursday 14 January." in dario.dialog.text


@pytest.mark.parametrize(
    ("wished", "said"),
    [
        ("2026-11-06", "because it is listed for everybody five working days before."),
        ("2026-12-03", "the next day on which its rounds begin."),
    ],
)
async def test_where_it_opens_on_another_day_than_was_chosen_it_says_so(office: Office, wished: str, said: str) -> None:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    await dario.visits_home()
    await dario.presses("Start a practice")
    await dario.fills(
        {
            "What would you like to start?": "Big Conversation",
            "For whom?": "All staff (16 people)",
            "Who says what came of it?": "Dario Moretti",
            "From which day on?": wished,
        }
    )
    await dario.sends()
    assert "You chose" in dario.dialog.text
    assert said in dario.dialog.text


@pytest.mark.parametrize("name", [name for name, each in PRACTICES.items() if each.rhythm.day is not None])
def test_nobody_meets_or_answers_back_by_a_day_on_which_offices_are_closed(name: str) -> None:
    practice = PRACTICES[name]
    days = [end_of(each).days for each in practice.moments if isinstance(each, Meet | Act)]
    assert [each for each in days if ((practice.rhythm.day or 0) + each) % 7 > 4] == []
