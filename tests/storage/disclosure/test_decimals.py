"""A15 and T15: nobody finds out how many answered in a hidden team by trying every number that fits what is published.

The attacker knows how many people work in each team, and reads how many answered in the shown ones, their shares in whole
per cent and their means. If hidden teams said so much as a share, he would succeed: of so few, a share is a fraction that
only one number of people can give, and rounding it to whole per cent hides little. So they say nothing at all.
"""

from collections.abc import Callable, Iterator

import pytest

from storage.disclosure.cells import Cell
from storage.disclosure.release import release
from tests.storage.disclosure.organisations import CLOSE, EVERY, Organisation

pytestmark = pytest.mark.attack

SILENT = 2
"""In each team so many more were asked than answered; what everybody answered, everybody knows without a figure."""
Fits = Callable[[int, int, int], bool]


def nothing_is_said(_good: int, _answers: int, _tried: int) -> bool:
    return True


def an_unrounded_share(good: int, answers: int, tried: int) -> bool:
    return good * tried % answers == 0


def a_share_in_whole_per_cent(good: int, answers: int, tried: int) -> bool:
    return any(round(100 * each / tried) == round(100 * good / answers) for each in range(tried + 1))


def test_a15_a_published_mean_has_one_decimal_and_nothing_else_is_a_fraction() -> None:
    for organisation in EVERY:
        for cell in _cells(organisation).values():
            assert cell.mean == round(cell.mean or 0, 1)
            assert all(
                isinstance(each, int) for each in (cell.n, cell.good, cell.middle, cell.poor, *(cell.spread or ()))
            )


def test_t15_no_number_of_answers_in_a_hidden_team_follows_from_what_is_published() -> None:
    tried = list(_hidden_numbers(nothing_is_said))
    assert len(tried) > 250
    assert [team for team, numbers in tried if len(numbers) == 1] == []


@pytest.mark.parametrize("says", [an_unrounded_share, a_share_in_whole_per_cent])
def test_t15_if_hidden_teams_said_a_share_the_numbers_of_dozens_would_follow(says: Fits) -> None:
    assert len([team for team, numbers in _hidden_numbers(says) if len(numbers) == 1]) > 50


def _hidden_numbers(fits: Fits) -> Iterator[tuple[str, list[int]]]:
    """For each hidden team of fewer than k people who answered: every number of them that fits. The true one does."""
    for organisation in EVERY:
        shown, own = _cells(organisation), _own(organisation)
        asked = {node: len(scores) + SILENT for node, scores in own.items()}
        for node, scores in own.items():
            if node in shown or not 0 < len(scores) < organisation.round.preset.k:
                continue
            least, most = _left_for(organisation, node, shown, asked)
            good = sum(score in organisation.round.measures[0].good for score in scores)
            numbers = [each for each in range(max(1, least), most + 1) if fits(good, len(scores), each)]
            assert len(scores) in numbers
            yield f"{organisation.name}: {node}", numbers


def _left_for(organisation: Organisation, node: str, shown: dict[str, Cell], asked: dict[str, int]) -> tuple[int, int]:
    """What the published numbers leave for this team: the rest that it is in, less what the others there may have."""
    tree = organisation.round.tree
    home = _home(organisation, node, shown)
    if home is None:
        return 0, min(asked[node], organisation.round.preset.k - 1)
    inside = [
        each
        for each in tree.parent
        if each in shown and each != home and _home(organisation, tree.parent[each], shown) == home
    ]
    rest = shown[home].n - sum(shown[each].n for each in inside)
    others = sum(asked[each] for each in asked if each != node and _home(organisation, each, shown) == home)
    return max(0, rest - others), min(asked[node], rest)


def _home(organisation: Organisation, node: str | None, shown: dict[str, Cell]) -> str | None:
    while node is not None and node not in shown:
        node = organisation.round.tree.parent[node]
    return node


def _cells(organisation: Organisation) -> dict[str, Cell]:
    cells = release(organisation.round, organisation.sheets, CLOSE).questions[0].cells
    return {cell.node: cell for cell in cells if not cell.group}


def _own(organisation: Organisation) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {node: [] for node in organisation.round.tree.parent}
    for sheet in organisation.sheets:
        if (score := sheet.answers["q"]) is not None:
            found[sheet.node].append(score)
    return found
