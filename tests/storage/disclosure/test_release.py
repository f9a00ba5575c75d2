"""The release whole: worked examples, several questions at once, presets, hidden nodes, and what the gate says."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from storage.disclosure import gate, trial
from storage.disclosure.blocks import Blocks
from storage.disclosure.cells import Cell
from storage.disclosure.derived import Derived
from storage.disclosure.measures import one_of
from storage.disclosure.plan import Plan, asked, plans
from storage.disclosure.presets import DEFAULT, SMALL
from storage.disclosure.release import Close, Round, release
from storage.disclosure.released import Level
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import tree_of
from storage.disclosure.values import Attribute
from tests.storage.disclosure.organisations import BANDS, CLOSE, agreement, random_organisation

PAIR = tree_of({"org": None, "a": "org", "b": "org"})
MIXED = (5, 4, 3, 2, 1) * 4
ONE = Round(PAIR, (agreement(),), DEFAULT)


def people(node: str, scores: tuple[int | None, ...], **values: str) -> list[Sheet]:
    return [Sheet(node, {"q": score}, values) for score in scores]


def cells(of: Round, *sheets: Sheet, close: Close = CLOSE) -> dict[tuple[str, str], Cell]:
    return {(cell.node, cell.group): cell for cell in release(of, sheets, close).questions[0].cells}


def test_a7_worked_example_the_rest_of_an_organisation_is_not_of_one_mind() -> None:
    found = cells(ONE, *people("a", MIXED[:15]), *people("org", (1,) * 10))
    assert (found["org", ""].poor - found["a", ""].poor, found["org", ""].n - found["a", ""].n) == (8, 10)


def test_a7_worked_example_ten_of_eleven_are_at_least_82_per_cent() -> None:
    found = cells(ONE, *people("a", (1,) * 10 + (5,)), *people("b", MIXED))["a", ""]
    assert (round(100 * found.poor / found.n), found.capped) == (82, True)


def test_a8_worked_examples_five_and_thirteen() -> None:
    assert cells(ONE, *people("a", (1, 1, 1, 1, 3))) == {}
    assert set(cells(ONE, *people("a", MIXED[:10]), *people("b", (1, 1, 1)))) == {("org", "")}


def test_a8_a_small_organisation_is_shown_as_a_whole() -> None:
    small = Round(PAIR, (agreement(),), SMALL, (BANDS,))
    found = release(small, [*people("a", MIXED, band="b0"), *people("b", MIXED, band="b3")], CLOSE)
    assert [(cell.node, cell.group, cell.n) for cell in found.questions[0].cells] == [("org", "", 40)]


def test_a10_hidden_nodes_are_all_alike_whether_nobody_answered_or_nearly_enough() -> None:
    tree = tree_of({"org": None, "z": "org", "a": "org", "m": "org"})
    found = release(Round(tree, (agreement(),), DEFAULT), [*people("a", MIXED[:9]), *people("org", MIXED)], CLOSE)
    assert found.questions[0].hidden == ("a", "m", "z")


def test_a4_each_question_has_its_own_k_and_prefer_not_to_say_is_no_answer() -> None:
    of = replace(ONE, measures=(agreement("q"), agreement("r")))
    sheets = [Sheet("a", {"q": 3, "r": 3 if place < 9 else None}) for place in range(12)]
    sheets += [Sheet("b", {"q": 3, "r": 9}) for _ in range(12)]  # nine is not on this scale
    sheets += [Sheet("gone", {"q": 3, "r": 3}) for _ in range(12)]  # a node that is not in the tree
    shown = {each.measure: {cell.node: cell.n for cell in each.cells} for each in release(of, sheets, CLOSE).questions}
    assert shown == {"q": {"a": 12, "b": 12, "org": 36}, "r": {"org": 21}}


def test_a4_a_team_that_all_left_one_question_out_is_not_pointed_at() -> None:
    tree = tree_of({"org": None, "a": "org", "b": "org"}, {"a": 12, "b": 4})
    of = Round(tree, (agreement("q"), agreement("r")), DEFAULT)
    sheets = [Sheet("a", {"q": 3, "r": 3}) for _ in range(12)] + [Sheet("b", {"q": 3}) for _ in range(4)]
    assert [[cell.node for cell in each.cells] for each in release(of, sheets, CLOSE).questions] == [["org"], ["org"]]


def test_a14_a_factual_question_needs_5k() -> None:
    factual = replace(ONE, measures=(agreement(factual=True),))
    sheets = [*people("a", MIXED * 3), *people("b", MIXED[:18]), *people("org", MIXED * 2)]
    assert set(cells(factual, *sheets)) == {("a", ""), ("org", "")}
    assert set(cells(factual, *sheets[:-30])) == {("org", "")}


def test_a6_an_attribute_is_shown_at_anchors_that_are_shown_themselves() -> None:
    tree = tree_of({"org": None, "d": "org", "e": "org", "t": "d"})
    anchored = Attribute("band", {"all": None, "x": "all", "y": "all"}, anchors=("d", "e"))
    sheets = [s for band in "xy" for node in ("d", "t", "org") for s in people(node, MIXED, band=band)]
    found = cells(Round(tree, (agreement(),), DEFAULT, (anchored,)), *sheets, *people("e", MIXED[:3], band="x"))
    assert {(node, group): cell.n for (node, group), cell in found.items() if group} == {("d", "x"): 40, ("d", "y"): 40}


def test_a9_the_gate_gives_up_when_its_time_is_over() -> None:
    of = replace(ONE, attributes=(BANDS,))
    sheets = [each for number in range(4) for each in people("org", MIXED * 2, band=f"b{number}")]
    assert release(of, sheets, CLOSE).verdict.level is Level.ALL
    late = release(of, sheets, replace(CLOSE, seconds=0))
    assert (late.verdict.level, late.verdict.reasons) == (Level.NO_VALUES, ("q: the attack did not end in time",))
    assert not any(cell.group for cell in late.questions[0].cells)


def test_a9_two_attributes_are_attacked_together() -> None:
    """Each alone leaves 2k everywhere; one less the other leaves three people."""
    both = {"all": None, "x": "all", "y": "all"}
    of = Round(PAIR, (agreement(),), DEFAULT, (Attribute("v", both), Attribute("w", both)))
    sheets = [*people("org", MIXED * 2, v="x", w="x"), *people("org", MIXED * 2, v="y", w="y")]
    assert release(of, sheets, CLOSE).verdict.level is Level.ALL
    few = people("org", (1, 3, 5), v="x", w="y")
    judged = release(of, [*sheets, *few], CLOSE).verdict
    assert (judged.level, judged.reasons) == (Level.NO_VALUES, ("q: a set that is too small can be worked out",))


def test_a9_a_broken_rule_leaves_the_root_only() -> None:
    """The gate does not trust the rules: given blocks that isolate four people, it closes."""
    of = asked(PAIR, (), DEFAULT, [*people("a", MIXED), *people("b", (1,) * 4)])
    plan = plans(of, ONE.measures)[0]
    assert _judged(of, plan) is Level.ALL
    naive = Blocks({"a": 20, "org": 24}, {"a": 20, "org": 4}, {"a": "a", "b": "org", "org": "org"})
    assert _judged(of, replace(plan, blocks=naive)) is Level.ROOT_ONLY
    alike = asked(PAIR, (), DEFAULT, [*people("a", MIXED), *people("b", (1,) * 12)])
    assert _judged(alike, plans(alike, ONE.measures)[0]) is Level.ROOT_ONLY  # nobody has capped these


def test_a9_root_only_means_the_comments_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "_tree_fault", lambda *_: "q: broken")
    sheets = [Sheet(node, {"q": 3}, {}, "well") for node in "ab" for _ in range(25)]
    found = release(ONE, sheets, CLOSE)
    assert {cell.node for cell in found.questions[0].cells} == {each.node for each in found.comments} == {"org"}
    assert found.questions[0].hidden == ("a", "b")


def test_a9_above_two_thousand_places_insiders_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "ALL_INSIDERS_UP_TO", 3)
    monkeypatch.setattr(trial, "SAMPLED", 2)
    organisation = random_organisation(2)
    assert release(organisation.round, organisation.sheets, CLOSE).verdict.level in tuple(Level)


def test_a_round_that_cannot_be_released_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="twice"):
        replace(ONE, measures=(agreement(), agreement()))
    with pytest.raises(ValueError, match="no scores"):
        replace(ONE, measures=(one_of("q", 3),), derived=(Derived("x", (("q",),)),))


def test_a_choice_of_one_is_released_as_shares_that_add_up() -> None:
    chosen = Round(PAIR, (one_of("q", 3),), DEFAULT, (BANDS,))
    sheets = [each for number in range(4) for each in people("a", (0,) * 30, band=f"b{number}")]
    found = release(chosen, [*sheets, *people("b", (0, 1, 2) * 10, band="b0")], CLOSE)
    assert {cell.n for cell in found.questions[0].cells} >= {120, 30, 150}
    assert all(cell.spread is not None and sum(cell.spread) == cell.n for cell in found.questions[0].cells)
    assert next(cell.spread for cell in found.questions[0].cells if cell.node == "a" and not cell.group) != (120, 0, 0)


def test_progress_is_told() -> None:
    heard: list[tuple[str, int, int]] = []
    release(ONE, people("a", MIXED), replace(CLOSE, progress=lambda *step: heard.append(step)))
    assert heard == [("count", 1, 1), ("gate", 1, 1)]


def _judged(of: object, plan: Plan) -> Level:
    edited: Mapping[str, dict[int, int]] = {plan.measure.id: dict(plan.answers)}
    return gate.verdict(of, [plan], edited, gate.Limits(60, b"s")).level  # type: ignore[arg-type]
