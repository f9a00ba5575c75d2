"""T13 and T14: two workplaces in which the shown figures are the same are the same in every byte and every statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Conversation
from conversations import ALL
from tests.attack import weak
from tests.attack.harvest import bytes_of, stored
from tests.attack.walk import REF, Walk, changed
from tests.attack.world import CLOSED, Scores, World, answer_back, built, copied, world

pytestmark = pytest.mark.attack

SIZES = {"ash": 21, "birch": 9, "cedar": 12, "elder": 3, "hazel": 12}
REST: Scores = {"cedar": [9] * 6 + [2] * 5, "elder": [5, 5, 0], "hazel": [8] * 5 + [1] * 5}
NINE = [3, 10, 7] * 3
TWELVE = [1, 10, 8, 5] * 3
ALL_BUT_BIRCH: Scores = {**REST, "ash": TWELVE + NINE, "birch": []}
WITH_BIRCH: Scores = {**REST, "ash": TWELVE, "birch": NINE}
SWAPPED: Scores = {
    "ash": NINE + TWELVE[:3],
    "birch": TWELVE[3:],
    "cedar": [9] * 6 + [2, 2, 0, 5, 5],
    "elder": [2, 2, 2],
    "hazel": REST["hazel"],
}


@dataclass(frozen=True, slots=True)
class Seen:
    """Of one workplace: the pages, what was stored, and what each role's reading asked of the database."""

    pages: dict[str, str]
    rows: dict[str, list[tuple[Any, ...]]]
    statements: dict[str, list[str]]

    @property
    def sizes(self) -> dict[str, int]:
        return {path: len(page) for path, page in self.pages.items()}


async def seen(
    folder: Path, scores: Scores, closes: Sequence[Conversation] = ALL, shows: Sequence[Conversation] = ALL
) -> Seen:
    """Asked, answered, closed and answered back; then read by everybody."""
    async with world(folder, sizes=SIZES) as here:
        here.works.bot = built(here.works, closes)
        await here.answer(scores)
        await here.office.until(CLOSED)
        await answer_back(here)
        pages, statements = {}, {}
        for role in ("steward", "nurse", "other lead"):
            found, said = await _listened(here, role, shows)
            pages[role], statements[role] = found.pages, said
        return Seen(bytes_of(pages), await stored(here), statements)


async def _listened(here: World, role: str, shows: Sequence[Conversation]) -> tuple[Walk, list[str]]:
    async with copied(here, shows) as works:
        said: list[str] = []
        async with works.database.begin() as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            assert raw
            await raw.set_trace_callback(said.append)
        walked = await Walk(works, here.roles[role].account).everything()
        await raw.set_trace_callback(None)
    return walked, [REF.sub("*", each) for each in said if not each.startswith(("INSERT INTO inbox", "COMMIT"))]


async def test_t13_t14_with_equal_figures_every_page_row_and_statement_is_equal(tmp_path: Path) -> None:
    """In birch none answered, or nine did, which is k-1; or the same answers came from others of the same block."""
    without, nine, swapped = [
        await seen(tmp_path / str(number), scores) for number, scores in enumerate((ALL_BUT_BIRCH, WITH_BIRCH, SWAPPED))
    ]
    nodes = {node for _, _, node, *_ in without.rows["cell"]}
    assert ("medicine" in nodes, nodes & {"ash", "birch", "cedar", "elder"}) == (True, set())
    for other in (nine, swapped):
        assert without.rows == other.rows
        assert changed(without.pages, other.pages) == []
        assert without.sizes == other.sizes
        assert without.statements == other.statements


async def test_t14_a_whole_workplace_in_which_nobody_or_k_minus_one_answered_reads_the_same(tmp_path: Path) -> None:
    nobody = await seen(tmp_path / "nobody", {})
    nine = await seen(tmp_path / "nine", {"ash": [7] * 9})
    assert nobody.rows == nine.rows
    assert changed(nobody.pages, nine.pages) == []
    assert nobody.statements == nine.statements
    assert sum(map(len, nobody.statements.values())) > 50


async def test_t13_t14_the_attack_tells_the_two_apart_where_every_team_is_published(tmp_path: Path) -> None:
    closes, shows = weak.publishes_from(1), weak.shows_all_it_has()
    nobody = await seen(tmp_path / "nobody", ALL_BUT_BIRCH, closes, shows)
    nine = await seen(tmp_path / "nine", WITH_BIRCH, closes, shows)
    assert nobody.rows != nine.rows
    assert len(changed(nobody.pages, nine.pages)) >= 3
    assert nobody.sizes != nine.sizes
