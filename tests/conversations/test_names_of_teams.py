"""Teams stand below what they belong to, in the order that people expect; two that are called the same are told apart."""

from dataclasses import replace

from bot.charts import by_name
from bot.finding import Cell
from bot.limits import faults
from bot.question import Question
from bot.ui import Facts, plain
from bot.words import Words
from conversations.results import pages
from conversations.results.examples import CROWD, MANY, TABLE, TREE
from conversations.results.teams import called, drawn, in_order
from storage.examples import CLOSED
from storage.snapshot import WHOLE, Teams

LOW = (40, 60, 80, 80, 60, 40, 20, 10, 5, 3, 2)
OPTIONS = tuple({"en": name} for name in ("Soup", "Stew", "Pie", "Curry", "Salad", "Tea"))
MEAL = Question("meal", "several_of", {"en": "What is good?"}, {"en": "Meals"}, options=OPTIONS)
MEALS = replace(MANY, questions=(*MANY.questions, MEAL))
SAID = {
    key: {"meal": Cell(40, 0.0, 0, 0, 0, chosen=(10, 20, 30, 39, 0, 2), capped=True)} for key in (WHOLE, "medicine")
}
TWINS = Teams(
    {WHOLE: None, "north": WHOLE, "south": WHOLE, "n": "north", "s": "south", "w": "south"},
    {"north": "North", "south": "South", "n": "Medicine", "s": "Medicine", "w": "Ward 7"},
    {},
    dict.fromkeys(("n", "s", "w"), 14),
)


def test_2_comes_before_10() -> None:
    assert sorted(("Team 10", "Team 2", "team 1", "Équipe 3"), key=by_name) == [
        "Équipe 3",
        "team 1",
        "Team 2",
        "Team 10",
    ]


def test_two_teams_with_one_name_are_told_apart_by_what_they_belong_to() -> None:
    names = called(TWINS)
    said = [names[key] for key in in_order(TWINS)]
    assert said == ["North", "Medicine (North)", "South", "Medicine (South)", "Ward 7"]


def test_a_list_that_ends_before_the_last_team_says_so() -> None:
    every = dict.fromkeys(CROWD.names, TABLE["ward-9"])
    form = pages.who_needs_support(Words(), CLOSED, CROWD, every, chosen={})
    assert "These are the first 10 of 121 teams." in plain(form)
    assert [len(block.pairs) for block in form.blocks if isinstance(block, Facts)] == [10]


def test_a_question_with_options_is_a_table_of_its_own_with_n_shares_and_intervals() -> None:
    first, second = (pages.teams(Words(), MEALS, TREE, SAID, part=part) for part in (2, 3))
    assert "What is good?" in plain(first)
    assert "Medicine: Answers 40; Soup 25% (14% to 40%); Stew 50% (35% to 65%); Pie 75% (60% to 86%)" in plain(first)
    assert "Ward 7: not enough answers to show\n" in plain(first)
    assert "Medicine: Answers 40; Curry at least 98% (87% to 100%); Salad 0% (0% to 9%); Tea 5% (1% to 17%)" in plain(
        second
    )
    assert [faults(each) for each in (first, second)] == [[], []]


def test_a_figure_is_good_or_poor_only_where_chance_leaves_little_doubt() -> None:
    tones = {n: drawn(Words(), MANY.questions[0], Cell(n, 4.0, 7 * n // 10, 0, 3 * n // 10)).tone for n in (10, 200)}
    assert tones == {10: "middle", 200: "good"}
    assert drawn(Words(), CLOSED.questions[0], Cell(12, 4.6, 1, 4, 7)).tone == "middle"
    assert drawn(Words(), CLOSED.questions[0], Cell(400, 2.9, 5, 15, 380, spread=LOW)).tone == "poor"


def test_a_figure_says_how_many_answered() -> None:
    assert "5.2 middling (14 answers)" in plain(pages.teams(Words(), CLOSED, TREE, TABLE, part=0))
