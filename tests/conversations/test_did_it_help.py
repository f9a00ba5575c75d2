"""Teams where something was tried beside the others, and whether answers came evenly: from published figures alone."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.finding import Cell
from bot.question import Question
from bot.ui import Form, Several
from bot.words import Words
from conversations.results.evenly import even, strata
from conversations.results.examples import AGREED, EIGHT, MANY, RISEN, UNEVEN
from conversations.results.helped import Comparison, did_it_help
from conversations.results.teams import Table
from storage.examples import CLOSED
from storage.results import Earlier
from storage.scores.reach import Stratum
from storage.snapshot import WHOLE, Teams
from tests.attack.world import CLOSED as FIRST
from tests.attack.world import SECOND, SECOND_CLOSED, answer_back, world
from tests.harness import Colleague
from tests.readable import readable

WORDS = Words()
SCORE = CLOSED.questions[0]
BEFORE = Earlier(1, CLOSED.opens_at, frozenset((SCORE.id,)))
NESTED = Teams(
    {WHOLE: None, "medicine": WHOLE, "ward-7": "medicine", "ward-9": "medicine", "surgery": WHOLE},
    {"medicine": "Medicine", "ward-7": "Ward 7", "ward-9": "Ward 9", "surgery": "Surgery"},
    {},
    {"medicine": 5, "ward-7": 9, "ward-9": 30, "surgery": 40},
)


def means(tree: Teams, *each: float) -> Table:
    return {key: {SCORE.id: Cell(14, mean, 5, 5, 4)} for key, mean in zip(tree.names, each, strict=False)}


def found(before: Table, now: Table, tried: str, *, tree: Teams = EIGHT, question: Question = SCORE) -> str:
    return "\n".join(readable(page(before, now, {"tried": tried}, tree=tree, question=question)))


def page(
    before: Table, now: Table, chosen: Mapping[str, str], *, tree: Teams = EIGHT, question: Question = SCORE
) -> Form:
    compared = Comparison([question], [BEFORE], question, BEFORE, before, now)
    return did_it_help(WORDS, CLOSED, tree, compared, chosen=chosen)


def listed(form: Form) -> list[str]:
    return [option.label for each in form.fields if isinstance(each, Several) for option in each.options]


def test_three_of_eight_teams_that_all_rose_most_are_one_case_in_56() -> None:
    said = found(means(EIGHT, *[5.0] * 8), means(EIGHT, *RISEN), "0,1,2")
    assert "from 5.0 to 6.0, in 3 teams" in said
    assert "rose by 0.9 more than the others. Chance alone would do that, or more, in 1 of 56 cases." in said
    assert "That is more than chance would usually bring." in said
    assert "does not say that what was tried is the reason" in said


@pytest.mark.parametrize("tried", ["0", "0,1"])
def test_too_few_teams_are_said_to_prove_nothing_whatever_the_figures(tried: str) -> None:
    five = replace(EIGHT, parent={key: EIGHT.parent[key] for key in list(EIGHT.parent)[:6]})
    said = found(means(EIGHT, *[2.0] * 5), means(EIGHT, 9.0, 9.0, 2.0, 2.1, 1.9), tried, tree=five)
    assert "too few teams to prove anything" in said
    assert f"in at least 1 of {5 if tried == '0' else 10} cases" in said
    assert "more than chance" not in said


def test_whatever_moved_by_nothing_moved_alike_and_shares_move_by_points() -> None:
    ideas = MANY.questions[0]
    assert "moved as much as the others" in found(AGREED, AGREED, "0,1", question=ideas)
    higher = {key: {"ideas": Cell(14, 3.9, 12, 1, 1)} for key in list(EIGHT.names)[:3]}
    assert "rose by 50 points more" in found(AGREED, {**AGREED, **higher}, "0,1,2", question=ideas)


def test_a5_only_teams_published_in_both_rounds_are_listed_and_no_answer_counts_twice() -> None:
    now = means(NESTED, 6.0, 6.1, 6.2, 6.3)
    every = page(now, now, {}, tree=NESTED)
    assert listed(every) == ["Ward 7", "Ward 9", "Surgery"]  # Medicine holds both wards
    hidden = {key: cells for key, cells in now.items() if key not in ("ward-7", "ward-9")}
    assert listed(page(hidden, now, {}, tree=NESTED)) == ["Medicine", "Surgery"]


def test_t13_what_is_hidden_and_what_is_not_listed_cannot_be_ticked() -> None:
    now = means(EIGHT, *RISEN)
    some = {key: cells for key, cells in now.items() if key != "t7"}
    assert page(some, now, {"tried": "0,7,99,x,"}) == page(some, now, {"tried": "0"})
    assert page(some, now, {"since": "9" * 5000, "tried": "0"}) == page(some, now, {"tried": "0"})


def test_evenness_is_about_blocks_of_published_teams_and_names_none() -> None:
    table = {
        WHOLE: {SCORE.id: Cell(60, 6.0, 20, 20, 20)},
        "medicine": {SCORE.id: Cell(36, 6.0, 12, 12, 12)},
        "ward-9": {SCORE.id: Cell(26, 6.0, 9, 9, 8)},
    }
    blocks = strata(NESTED, table, SCORE, 10)
    assert blocks == [Stratum(40, 24), Stratum(14, 10), Stratum(30, 26)]
    assert strata(NESTED, table, SCORE, 15) == [Stratum(40, 24), Stratum(30, 26)]
    [text] = even(WORDS, CLOSED, EIGHT, UNEVEN)
    assert "could be off by up to 1.5" in repr(text)
    assert not any(name in repr(text) for name in EIGHT.names.values())
    [text] = even(WORDS, CLOSED, EIGHT, {**UNEVEN, "t0": {SCORE.id: Cell(40, 5.0, 14, 14, 12)}})
    assert "Nothing says that some teams answered more" in repr(text)
    assert even(WORDS, CLOSED, EIGHT, {WHOLE: UNEVEN[WHOLE]}) == ()
    assert even(WORDS, CLOSED, EIGHT, {}) == ()


@pytest.mark.long
async def test_a_steward_compares_two_rounds_and_nobody_but_readers_can(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        await here.answer({"ash": [5] * 14, "birch": [5] * 12, "cedar": [6] * 16, "hazel": [6] * 11})
        await here.office.until(SECOND)
        await here.answer({"ash": [8] * 14, "birch": [8] * 12, "cedar": [6] * 16, "elder": [7] * 13}, 1)
        await here.office.until(FIRST)
        await answer_back(here)
        steward = here.roles["steward"]
        await opens_teams(steward, "16 Nov")
        assert "Did it help?" not in steward.dialog.buttons  # there is no round before it
        await here.office.until(SECOND_CLOSED)
        await answer_back(here)
        await opens_teams(steward, "23 Nov")
        await steward.presses("Did it help?")
        assert steward.dialog.fields["Where was it tried?"] == ("Ash", "Birch", "Cedar")
        await steward.sends()
        assert "Please tick at least one team" in steward.dialog.text
        await steward.fills({"Where was it tried?": "Ash; Birch"})
        await steward.sends()
        assert "in 2 teams" in steward.dialog.text
        assert "more than the others. Chance alone would do that, or more, in 1 of 3 cases." in steward.dialog.text
        assert "too few teams to prove anything: with 2 of 3" in steward.dialog.text
        nurse, ref = here.roles["nurse"], (await here.asking(1)).round_ref
        await here.office.forges(nurse, "results.helped", ref, {"tried": "0"})
        assert "Only stewards and the person who answers back" in " ".join(nurse.dialog.errors)


async def opens_teams(steward: Colleague, day: str) -> None:
    await steward.visits_home()
    await steward.presses("Results")
    [round_] = [each for each in steward.dialog.fields["Which round?"] if day in each and "answered" in each]
    await steward.fills({"Which round?": round_})
    await steward.sends()
    await steward.presses("Teams")
