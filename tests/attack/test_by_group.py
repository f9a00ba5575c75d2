"""T1 to T6 and T9 on a round that is shown by what people said about themselves too: read by everybody, on every page."""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from adapters.charts.studio import Studio
from bot.exports import File
from bot.languages import speaking
from bot.main import outlet
from bot.settings import Settings
from storage.ballots import Ballot
from storage.examples import ASKING
from storage.exports.dictionary import RESULTS
from storage.snapshot import WHOLE, Teams
from tests.attack import weak
from tests.attack.harvest import NOBODY, Published, found_out, published, read, truth_of, wider
from tests.attack.walk import texts
from tests.attack.world import CLOSED, World, answer_back, world
from tests.harness import known_details

pytestmark = pytest.mark.attack

K, AGE = 10, known_details()["age-band"]
SIZES = {"ash": 50, "hazel": 44}
AGES, OFTEN = ("under-30", "from-30", "to-59", "from-60"), (1, 5, 4, 4)
CHANCE = Random(0)
AGED = {team: CHANCE.choices(AGES, OFTEN, k=heads) for team, heads in SIZES.items()}
SCORES = {
    team: [CHANCE.choice((0, 1)) if age == "under-30" else CHANCE.choice((1, 4, 8, 7, 9, 10)) for age in ages]
    for team, ages in AGED.items()
}
YOUNGEST = sum(ages.count("under-30") for ages in AGED.values())
"""Fewer than k people, all of whom answered poorly."""
ANSWERS = re.compile(r"(\d+) (?:answers|people answered)\b")
FIGURES = [name for name, column in RESULTS.items() if column.type in ("whole number", "number") and name != "k"]
PAGE = "> By age "
ASKED = {"steward", "administrator", "lead", "other lead", "nurse"}
"""Whoever was asked reads the same groups; the newcomer and the visitor were not."""


async def test_t1_to_t6_t9_nobody_is_found_out_where_a_round_is_shown_by_age(tmp_path: Path) -> None:
    async with world(tmp_path, sizes=SIZES, by="age-band") as here:
        await here.answer(SCORES, ages=AGED)
        await here.office.until(CLOSED)
        await answer_back(here)
        of = await published(here, by_team_and_age())
        assert {"under-45", "to-59", "from-60"} == set(of.cells) & set(of.groups)
        assert found_out(of, K) == NOBODY
        reading = await read(here)
        pages = {role: {path: page for path, page in seen.items() if PAGE in path} for role, seen in reading.items()}
        assert {role for role in pages if pages[role]} == ASKED
        for role in ASKED:
            said = [text for _, text in texts(pages[role])]
            counts = {int(number) for text in said for number in ANSWERS.findall(text)}
            assert counts >= {sum(of.cells[group]) for group in ("under-45", "to-59", "from-60")}
            assert counts <= {sum(of.cells[node]) for node in of.cells}
            assert not any("Under 30" in text for text in said)
        await assert_files_say_no_more(here, {node: sum(counts) for node, counts in of.cells.items()})


async def assert_files_say_no_more(here: World, cells: Mapping[str, int]) -> None:
    """The table and the JSON of the round: one shown line for each cell, and no figure on any other."""
    settings = Settings(str(here.works.database.url), here.folder / "secrets", house=here.works.house)
    exports = outlet(settings, here.works.database, here.works.clock, speaking({}), charts=Studio())
    ref = (await here.asking()).round_ref
    as_csv, as_json = await exports.file(ref, "csv", shared=False), await exports.file(ref, "json", shared=False)
    assert isinstance(as_csv, File)
    assert isinstance(as_json, File)
    table = list(csv.DictReader(StringIO(as_csv.body.decode("utf-8-sig"), newline="")))
    lines = json.loads(as_json.body)["results"]
    for rows, yes in ((table, "true"), (lines, True)):
        counted = [each for each in rows if each["kind"] == "question" and each["shown"] == yes]
        assert len(counted) == len(cells)
        assert {each["group"] or each["team"] or WHOLE: int(each["n"]) for each in counted} == cells
        shown = {(each["team"], each["group"]) for each in counted}
        others = [each for each in rows if (each["team"], each["group"]) not in shown]
        assert not any(each[name] not in ("", None) for each in others for name in FIGURES)


def test_t1_to_t6_the_attack_finds_people_out_where_every_group_is_published_as_it_is() -> None:
    asking, teams = replace(ASKING, by=AGE), Teams({WHOLE: None, **dict.fromkeys(SIZES, WHOLE)}, {}, {}, SIZES)
    opened = [
        Ballot(None, {"score": str(score)}, values={AGE.id: age})
        for team in SIZES
        for score, age in zip(SCORES[team], AGED[team], strict=True)
    ]
    cells = weak.naive_groups(asking, opened, 1)
    shown = {each.group: (each.good, each.middle, each.poor) for each in cells}
    found = found_out(Published(teams, shown, truth_of(by_team_and_age()), wider(AGE)), K)
    assert sum(shown["under-30"]) == YOUNGEST
    assert found["counted apart"] >= YOUNGEST
    assert found["proven"] >= YOUNGEST


def by_team_and_age() -> dict[str, list[int]]:
    """What was answered, of each team by each age."""
    found: dict[str, list[int]] = {}
    for team, scores in SCORES.items():
        for score, age in zip(scores, AGED[team], strict=True):
            found.setdefault(f"{team}|{age}", []).append(score)
    return found
