"""T10 and A13: weekly figures that are out, and teams at the end of the cycle, attacked together."""

from collections import Counter
from collections.abc import Collection
from functools import cache
from random import Random

import pytest

from storage.disclosure.cycle import Part, sum_up
from storage.disclosure.differences import crossing, too_small
from storage.disclosure.presets import Preset
from storage.disclosure.release import Close, Round
from storage.disclosure.released import Level
from storage.disclosure.tree import tree_of
from storage.sampling import Listed, admit, asked, deal
from tests.attack.weeks import (
    WEEKS,
    Cycle,
    Out,
    every_week,
    found_out,
    harsh,
    larger,
    naive_end,
    published,
    surface,
    up,
)
from tests.storage.disclosure.organisations import agreement

pytestmark = pytest.mark.attack

NOBODY = {"counted apart": 0, "proven": 0, "proven by a colleague": 0}
SEEDS = range(40)


@cache
def out(seed: int) -> tuple[Cycle, Out]:
    of = harsh(seed)
    return of, published(of)


@pytest.mark.parametrize("first", range(0, len(SEEDS), 10))
def test_t10_a13_weekly_figures_and_teams_together_find_nobody_out(first: int) -> None:
    for seed in range(first, first + 10):
        of, shown = out(seed)
        assert all(each.n >= of.round.preset.k for each in (*shown.weekly, *shown.teams))
        if shown.teams:
            assert len(shown.weekly) == WEEKS
            assert found_out(of, surface(of, shown)) == NOBODY, seed


def test_t10_teams_are_shown_often_enough_for_that_to_mean_something() -> None:
    shown = [len(out(seed)[1].teams) for seed in SEEDS]
    assert sum(many > 1 for many in shown) >= 10


def test_t10_the_same_attack_finds_people_out_where_every_team_is_shown_every_week() -> None:
    found = Counter[str]()
    for seed in range(5):
        found.update(found_out(harsh(seed), every_week(harsh(seed), 5), colleagues=False))
    assert found["counted apart"] > 100
    assert found["proven"] > 100


def test_t10_and_where_teams_are_shown_at_the_end_as_if_no_weekly_figure_were_out() -> None:
    """By A5 and A7 alone, each by itself: what neither tells, both together do; or they do not add up, and tell that an
    answer was moved."""
    proven = contradictions = 0
    for seed in SEEDS:
        of, _ = out(seed)
        try:
            proven += found_out(of, naive_end(of), colleagues=False)["proven"]
        except ValueError:
            contradictions += 1
    assert proven > 10
    assert contradictions > 10


@pytest.mark.parametrize("seed", range(3))
def test_a13_a_larger_organisation_sees_nearly_all_teams_that_have_enough_answers(seed: int) -> None:
    of = larger(seed, 1_000)
    shown = published(of)
    enough = [node for node, many in Counter(_answered(of)).items() if many >= of.round.preset.k]
    assert shown.end.verdict.level is Level.ALL
    assert len(shown.teams) >= 0.9 * len(enough)


def _answered(of: Cycle) -> list[str]:
    return [node for said in of.weeks for team, score in said if score is not None for node in up(of, team)]


def test_a13_figures_by_team_are_sums_of_the_answers_that_weekly_figures_are_made_of() -> None:
    """Answers change places within their week, so that nothing that was out becomes wrong (A7)."""
    moved = 0
    for seed in SEEDS:
        shown = out(seed)[1]
        if shown.teams:
            whole = next(each for each in shown.teams if each.node == "org")
            for part in ("n", "good", "middle", "poor"):
                assert getattr(whole, part) == sum(getattr(each, part) for each in shown.weekly)
            moved += any(each.capped for each in shown.teams)
    assert moved


def test_a6_every_difference_of_weeks_and_teams_is_nobody_or_twice_k() -> None:
    tried = 0
    for of, shown in map(out, SEEDS):
        nodes = {each.node for each in shown.teams}
        answers = [(team, week) for week, said in enumerate(of.weeks) for team, score in said if score is not None]
        places = Counter((_nearest(of, team, nodes), week) for team, week in answers if nodes)
        assert too_small(crossing(WEEKS, places), places, 2 * of.round.preset.k) is None
        tried += bool(places)
    assert tried


@pytest.mark.parametrize(("silent", "teams"), [(0, {"a", "b"}), (2, set()), (10, {"a", "b"})])
def test_t12_that_none_of_fewer_than_k_people_answered_cannot_be_worked_out(silent: int, teams: set[str]) -> None:
    """Only a was asked in the first two weeks: what it has beside these is what its people of the third week answered."""
    answers = {1: 8, 4: 12}
    asked_of = [{"a": 20}, {"a": 20}, {"a": silent, "b": 20}]
    parts = [Part({"q": {"a" if week < 2 else "b": answers}}, heads) for week, heads in enumerate(asked_of)]
    tree = tree_of({"org": None, "a": "org", "b": "org"}, {"a": 40 + silent, "b": 20})
    end = sum_up(Round(tree, (agreement(),), Preset("usual", 10)), parts, Close(bytes(8)))
    assert {each.node for question in end.questions for each in question.cells} - {"org"} == teams


def _nearest(of: Cycle, team: str, nodes: Collection[str]) -> str:
    return next(node for node in up(of, team) if node in nodes)


def test_a7_where_a_difference_stays_of_one_mind_no_team_is_shown_however_many_insiders_there_are_to_draw_from() -> (
    None
):
    """Everybody in the division was asked in the first week, in which three answers were not poor, two of them its own. So
    whoever gave the third would know what all others of that week answered. No answer can change places to prevent it."""
    teams = [f"t{number}" for number in range(700)]
    poor, one = {1: 4}, {1: 3, 4: 1}
    first = {**dict.fromkeys(teams, poor), "t0": one, "division": {1: 10, 4: 2}}
    weeks = [first, dict.fromkeys(teams, one), dict.fromkeys(teams, one)]
    parts = [Part({"q": week}, {team: sum(scores.values()) for team, scores in week.items()}) for week in weeks]
    heads = sum((Counter(part.asked) for part in parts), Counter[str]())
    tree = tree_of({"org": None, **dict.fromkeys(heads, "org")}, heads)
    end = sum_up(Round(tree, (agreement(),), Preset("large", 5)), parts, Close(bytes(8)))
    assert (end.questions, end.verdict.reasons[0]) == ((), "q: a difference is of one mind")


def test_a13_whoever_comes_and_goes_has_one_turn_in_a_cycle() -> None:
    chance = Random(4)
    here = [Listed(who, (f"d{who % 3}", f"t{who % 11}")) for who in range(120)]
    slots, had = deal(here, WEEKS, b"key"), Counter[int]()
    for week in range(WEEKS):
        had.update(asked(slots, week, WEEKS))
        chance.shuffle(here)
        here = here[3:] + [Listed(1_000 * (week + 1) + new, ("d1", "t4")) for new in range(5)]
        slots = admit(here, slots, WEEKS, b"another")
    assert set(had.values()) == {1}
