"""T1 to T16: each attack of docs/disclosure.md has a test that bears its number, and stands on that page."""

import re

import pytest

from tests.house import ROOT

pytestmark = pytest.mark.attack

ELSEWHERE = {"t16": ("test_c1_", "test_c2_")}
"""Copies of the database (T16) are attacked by the tests of unlinkable answers, under the numbers that they have there."""


@pytest.fixture(scope="module")
def names() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return {name for text in texts for name in re.findall(r"def (test_\w+)", text)}


@pytest.mark.parametrize("number", range(1, 17))
def test_every_attack_has_a_test(number: int, names: set[str]) -> None:
    wanted = ELSEWHERE.get(f"t{number}", (f"_t{number}_",))
    ranges = [(int(a), int(b)) for name in names for a, b in re.findall(r"_t(\d+)_to_t(\d+)_", name)]
    for each in wanted:
        found = any(each in name for name in names) or any(a <= number <= b for a, b in ranges)
        assert found, each


def test_the_page_lists_every_attack() -> None:
    page = (ROOT / "docs" / "disclosure.md").read_text(encoding="utf-8")
    assert [number for number in range(1, 17) if f"| T{number} |" not in page] == []
