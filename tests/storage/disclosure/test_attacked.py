"""T1 to T6, T11, T13 and T15: sixty-five harsh organisations are attacked after their release, and nobody is found out.

A share of each is released again with a page as other products make it, so that it is known that the attack bites.
T9, what single viewers see of it, is in tests/attack/test_the_union.py.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from random import Random

import pytest

from storage.disclosure.attack import small_sets
from storage.disclosure.cap import capped
from storage.disclosure.measures import BOTH_POLES
from storage.disclosure.plan import asked, plans
from storage.disclosure.presets import Preset
from storage.disclosure.release import Round, release
from storage.disclosure.released import Level, Released
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import Tree, totals
from tests.storage.disclosure.attacker import naive, proven, proven_by_insiders, published, subtractions
from tests.storage.disclosure.organisations import CLOSE, FORCED, Organisation, random_organisation

pytestmark = pytest.mark.attack

EVERY = (*FORCED, *(random_organisation(seed) for seed in range(50)))


def released(organisation: Organisation) -> Released:
    return release(organisation.round, organisation.sheets, CLOSE)


def ids(organisation: Organisation) -> str:
    return organisation.name


def test_the_organisations_are_many_enough() -> None:
    answers = [sum(sheet.answers["q"] is not None for sheet in each.sheets) for each in EVERY]
    assert sum(answers) >= 2_000
    assert len(EVERY) >= 50


@pytest.mark.parametrize("organisation", EVERY, ids=ids)
def test_t1_to_t5_nobody_is_found_out(organisation: Organisation) -> None:
    k, sensitive = organisation.round.preset.k, organisation.round.measures[0].sensitive
    shown = released(organisation)
    assert all(cell.n >= k for cell in shown.questions[0].cells)
    found = published(organisation, shown)
    assert [size for size in subtractions(found) if size < k] == []
    assert list(small_sets(found.surface, k)) == []
    assert sum(proven(found, sensitive).values()) == 0


@pytest.mark.parametrize("organisation", EVERY, ids=ids)
def test_t6_nobody_is_found_out_by_a_colleague(organisation: Organisation) -> None:
    found = published(organisation, released(organisation))
    assert proven_by_insiders(found, organisation.round.measures[0].sensitive) == 0


@pytest.mark.parametrize("first", range(0, 36, 12))
def test_the_same_attack_finds_hundreds_out_where_a_page_has_a_threshold_and_free_filters(first: int) -> None:
    """Each claim is compared with what people had truly answered: none is wrong."""
    found = 0
    for seed in range(first, first + 12):
        found += sum(proven(naive(random_organisation(seed)), sorted(BOTH_POLES)).values())
    assert found >= 100


def test_t5_without_the_gate_a_harsh_organisation_is_found_out_by_its_value_groups() -> None:
    found = 0
    for seed in (3, 4, 6):
        organisation = random_organisation(seed)
        open_door = release(organisation.round, organisation.sheets, replace(CLOSE, gated=False))
        found += sum(proven(published(organisation, open_door), organisation.round.measures[0].sensitive).values())
        assert released(organisation).verdict.level is Level.NO_VALUES
    assert found


@pytest.mark.parametrize("organisation", EVERY[::3], ids=ids)
def test_t13_what_is_not_shown_changes_no_byte(organisation: Organisation) -> None:
    """Answers move about within blocks and hidden teams, and a capped result is compared with one that is truly so."""
    plain = replace(organisation.round, attributes=())
    close = replace(CLOSE, chance=Random(1))
    first = release(plain, organisation.sheets, close)
    truly_so = _as_shown(plain, organisation.sheets)
    moved = _moved_about(plain.tree, truly_so, {cell.node for cell in first.questions[0].cells})
    for other in (truly_so, moved):
        assert repr(release(plain, other, replace(CLOSE, chance=Random(1)))) == repr(first)


def _as_shown(plain: Round, sheets: Sequence[Sheet]) -> list[Sheet]:
    """As if everybody had answered what was counted."""
    plan = plans(asked(plain.tree, (), plain.preset, sheets), plain.measures)[0]
    edited = capped(plan.measure, plan.answers, plan.protected(), outside=plain.preset.outside, secret=CLOSE.secret)
    return [replace(sheet, answers={"q": edited.get(place)}) for place, sheet in enumerate(sheets)]


def _moved_about(tree: Tree, sheets: Sequence[Sheet], shown: Collection[str]) -> list[Sheet]:
    """The same answers given by others of the same block, and quite other ones where nothing is shown."""
    chance = Random(7)
    answers: dict[str | None, list[int]] = {}
    for sheet in sheets:
        score = sheet.answers["q"]
        if score is not None:
            answers.setdefault(_home(tree, sheet.node, shown), []).append(score)
    for place, each in answers.items():
        chance.shuffle(each)
        if place is None:
            each[:] = each[::-1] if len(set(each)) > 1 else [1 - each[0] if each[0] < 2 else 1] * len(each)
    return [
        sheet
        if sheet.answers["q"] is None
        else replace(sheet, answers={"q": answers[_home(tree, sheet.node, shown)].pop()})
        for sheet in sheets
    ]


def _home(tree: Tree, node: str | None, shown: Collection[str]) -> str | None:
    while node is not None and node not in shown:
        node = tree.parent[node]
    return node


@pytest.mark.parametrize("organisation", EVERY, ids=ids)
def test_t15_no_rest_is_a_hidden_team_alone(organisation: Organisation) -> None:
    """Hidden nodes say nothing but their names; and what remains of a shown node is more than one hidden team."""
    question = released(organisation).questions[0]
    tree = organisation.round.tree
    own = {
        node: sum(each.node == node and each.answers["q"] is not None for each in organisation.sheets)
        for node in tree.parent
    }
    n = totals(tree, own)
    shown = {cell.node: cell.n for cell in question.cells if not cell.group}
    assert question.hidden == tuple(sorted(set(tree.parent) - set(shown)))
    for node, here in shown.items():
        rest = here - sum(shown[each] for each in _nearest(tree.children, node, shown))
        below = [each for each in question.hidden if tree.parent[each] == node and n[each]]
        assert rest == 0 or rest >= organisation.round.preset.k
        assert not (len(below) == 1 and n[below[0]] == rest)


def _nearest(children: Mapping[str, Sequence[str]], node: str, shown: Collection[str]) -> list[str]:
    found: list[str] = []
    for child in children[node]:
        found += [child] if child in shown else _nearest(children, child, shown)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_t6_three_outside_the_class_withstand_two_colleagues(seed: int) -> None:
    """m = c + 1: with three answers outside, whoever is left after one has told is still of two minds."""
    organisation = random_organisation(seed)
    careful = replace(organisation.round, preset=Preset("careful", 10, outside=3), attributes=())
    found = published(organisation, release(careful, organisation.sheets, CLOSE))
    for cell in found.surface.cells:
        assert sum(cell.counts) - cell.counts[2] >= 3
    assert proven_by_insiders(found, careful.measures[0].sensitive) == 0
