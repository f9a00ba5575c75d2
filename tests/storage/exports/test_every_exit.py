"""Every file says what was stored at the close and nothing else: no figure of too few, nothing of what is still open."""

import csv
import io
import json
import re
from typing import Any

import pytest
from sqlalchemy import update

from bot.exports import ROUND_FORMATS, File, Format, NotHere
from storage import releases
from storage.exports.dictionary import COMMENTS, QUARTERLY, RESULTS
from storage.loop import CellRow, RoundRow
from storage.releases import Stored, stored
from storage.snapshot import WHOLE
from tests.printed import read
from tests.published import COMMENT, FORMULA, NOW, OPEN, PROGRAMME, SPRING, SUMMER, VOID, WAITING, K
from tests.storage.exports.conftest import Published

SUMMERS_MOMENT = 2
HIDDEN = {"formula", "gone", "tiny"}
FIGURES = [name for name, column in RESULTS.items() if column.type in ("whole number", "number") and name != "k"]
RUN = ("=", "+", "-", "@", "\t", "\r")


def table(file: File) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.body.decode("utf-8-sig"), newline="")))


def shares(cell: CellRow) -> dict[str, Any]:
    """What the table says of a stored cell of a question with classes, worked out from the cell alone."""
    per = {name: round(100 * many / cell.answers) for name, many in _classes(cell)}
    return {"n": cell.answers, "capped": cell.capped, **per}


def _classes(cell: CellRow) -> tuple[tuple[str, int], ...]:
    return ("percent_favourable", cell.good), ("percent_neutral", cell.middle), ("percent_unfavourable", cell.poor)


async def test_every_stored_cell_is_one_line_and_every_shown_line_is_a_stored_cell(published: Published) -> None:
    stored = await published.cells(SUMMERS_MOMENT)
    lines = json.loads((await published.file("json")).body)["results"]
    seen = set()
    for row in lines:
        place = (row["team"], row["attribute"], row["group"])
        if row["kind"] != "question" or not row["shown"] or row["id"] == "drink":
            continue
        cell = stored[(row["id"], *place)]
        assert {name: row[name] for name in shares(cell)} == shares(cell)
        assert row["mean"] == (cell.mean if row["id"] != "rest" else None)
        assert row["favourable_low"] <= row["percent_favourable"] <= row["favourable_high"]
        assert row["mean"] is None or row["mean_low"] <= row["mean"] <= row["mean_high"]
        seen.add((row["id"], *place))
    options = {key for key in stored if "#" in key[0] or key[0] == "drink"}
    assert seen == set(stored) - options
    for name, team, *_ in options:
        question, _, number = name.partition("#")
        answers = [row for row in lines if (row["kind"], row["id"], row["team"]) == ("answer", question, team)]
        cell = stored[name, team, "", ""]
        counts = [cell.poor] if number else list(cell.spread or ())
        chosen = [answers[int(number) - 1]] if number else answers
        assert [row["percent"] for row in chosen] == [round(100 * many / cell.answers) for many in counts]
        assert {row["n"] for row in chosen} == {cell.answers}


async def test_no_instant_of_a_round_is_finer_than_a_second(published: Published) -> None:
    fine = NOW.replace(microsecond=123456)
    async with published.database.begin() as connection:
        await connection.execute(update(RoundRow).values(opened_at=fine, shared_at=fine))
    rounds = await published.exports.rounds(PROGRAMME)
    assert not isinstance(rounds, NotHere)
    cut = NOW.replace(microsecond=0).isoformat()
    assert {(each["opened_at"], each["shared_at"]) for each in rounds} == {(cut, cut)}


async def test_the_table_and_the_json_say_the_same(published: Published) -> None:
    lines = json.loads((await published.file("json")).body)["results"]
    said = table(await published.file("csv"))
    assert list(said[0]) == list(RESULTS)
    assert [list(row) for row in lines] == [list(RESULTS)] * len(lines)
    for one, other in zip(said, lines, strict=True):
        for name, value in other.items():
            written = one[name].removeprefix("'") if one[name][1:2] in RUN else one[name]
            assert written == (
                "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            ), name


async def test_a5_what_may_not_be_shown_is_the_same_line_for_nobody_and_for_nearly_enough(published: Published) -> None:
    lines = json.loads((await published.file("json")).body)["results"]
    hidden = [row for row in lines if not row["shown"]]
    assert {row["team"] for row in hidden} >= HIDDEN
    alike = {tuple(value for name, value in row.items() if name in FIGURES) for row in hidden}
    assert alike == {(None,) * len(FIGURES)}
    of_one = [{**row, "team": "", "team_name": ""} for row in hidden if row["id"] == "overall"]
    assert all(row == of_one[0] for row in of_one)
    names = [row["team_name"] for row in lines if row["id"] == "rest" and row["kind"] == "question"]
    assert names == ["Everybody who was asked", FORMULA, "Estates", "Nobody answered here", "Tiny", "Ward 7"]


@pytest.mark.parametrize("ref", [SPRING, SUMMER, WAITING])
async def test_t1_no_format_holds_a_figure_of_fewer_than_k_people(published: Published, ref: str) -> None:
    for form in ("csv", "quarterly"):
        found = await published.exports.file(ref, form, shared=False)
        if isinstance(found, NotHere):  # only two of the three are quarterly
            assert (form, ref) == ("quarterly", WAITING)
            continue
        numbers = [int(row["n"]) for row in table(found) if row["n"]]
        assert numbers
        assert min(numbers) >= K
    comments = table(await published.file("comments", ref))
    assert len([row for row in comments if not row["id"]]) >= 2 * K


async def test_figures_have_no_decimals_that_give_the_number_of_answers_away(published: Published) -> None:
    for row in table(await published.file("csv")):
        for name in FIGURES:
            assert re.fullmatch(r"\d{0,3}" if RESULTS[name].type == "whole number" else r"(\d+\.\d)?", row[name]), name


async def test_comments_stand_in_their_own_file_with_their_pages_and_in_no_other(published: Published) -> None:
    rows = table(await published.file("comments"))
    assert list(rows[0]) == list(COMMENTS)
    assert {row["team"] for row in rows} <= {"", "ward-7", "estates"}
    assert {row["text"] for row in rows} == {f"'{COMMENT}", "'=1+1;own words"}
    forms: tuple[Format, ...] = ("csv", "json", "quarterly")
    for form in forms:
        body = (await published.file(form)).body.decode()
        assert "calc" not in body
        assert "own words" not in body.replace("In your own words?", "")


async def test_no_spreadsheet_takes_a_name_or_a_comment_for_a_formula(published: Published) -> None:
    forms: tuple[Format, ...] = ("csv", "comments", "quarterly")
    for form in forms:
        file = await published.file(form)
        assert file.body.startswith(b"\xef\xbb\xbf")
        assert re.fullmatch(r"[a-z0-9-]+\.csv", file.name)
        for row in csv.reader(io.StringIO(file.body.decode("utf-8-sig"), newline="")):
            assert [cell for cell in row if cell.startswith(RUN)] == []


async def test_the_quarterly_figures_are_those_of_the_stored_cells(published: Published) -> None:
    rows = table(await published.file("quarterly"))
    assert list(rows[0]) == list(QUARTERLY)
    stored = await published.cells(SUMMERS_MOMENT)
    for row in rows[:9]:
        cell = stored[row["name"], "", "", ""]
        assert [row[f"count_{place}"] for place in range(1, 6)] == [str(many) for many in cell.spread or ()]
        assert row["n"] == str(cell.answers)
    assert [row["name"] for row in rows[9:]] == ["motivation", "involvement", "advocacy", "engagement"]
    assert {row["period"] for row in rows} == {"2026-07"}
    for row in rows[9:]:
        assert 0 <= float(row["low"]) < float(row["score"]) < float(row["high"]) <= 10
    [figure] = [row for row in table(await published.file("csv")) if row["kind"] == "figure" and not row["team"]][:1]
    assert [figure[name] for name in ("mean", "mean_low", "mean_high")] == [
        rows[12][n] for n in ("score", "low", "high")
    ]


async def test_wherever_engagement_is_shown_its_interval_is_and_nowhere_else(published: Published) -> None:
    figures = [row for row in table(await published.file("csv")) if row["kind"] == "figure"]
    shown = [row for row in figures if row["shown"] == "true"]
    assert {row["team"] for row in shown} == {"", "ward-7", "estates"}
    assert "6" in {row["group"] for row in shown} | {"6"}
    for row in figures:
        assert bool(row["mean_low"]) == bool(row["mean_high"]) == (row["shown"] == "true")
    for row in shown:
        assert float(row["mean_low"]) < float(row["mean"]) < float(row["mean_high"])


@pytest.mark.parametrize("ref", [OPEN, VOID, "f" * 32, "", "' OR 1=1 --"])
async def test_a2_nothing_leaves_of_a_round_that_was_not_published(published: Published, ref: str) -> None:
    for form in ROUND_FORMATS:
        found = await published.exports.file(ref, form, shared=False)
        assert found == NotHere("There is no such round, or its outcome has not been shared yet.")


async def test_programs_are_handed_shared_rounds_only(published: Published) -> None:
    exports = published.exports
    rounds = await exports.rounds(PROGRAMME)
    assert isinstance(rounds, list)
    assert [row["round"] for row in rounds] == [SUMMER, SPRING]
    assert [row["asked"] for row in rounds] == [110, 110]
    for form in ROUND_FORMATS:
        assert isinstance(await exports.file(WAITING, form, shared=True), NotHere)
    for found in (exports.results(WAITING), exports.quarterly(OPEN), exports.rounds("nobody")):
        assert isinstance(await found, NotHere)
    series = await exports.series(PROGRAMME, "overall", "")
    assert isinstance(series, list)
    assert {row["round"] for row in series} == {SPRING, SUMMER}


async def test_a12_a_round_that_may_not_be_shown_is_a_gap_in_a_series(published: Published) -> None:
    series = await published.exports.series(PROGRAMME, "overall", "tiny")
    assert isinstance(series, list)
    assert [(row["closed_on"], row["shown"], row["n"]) for row in series] == [
        ("2026-04-27", False, None),
        ("2026-07-27", False, None),
    ]
    assert isinstance(await published.exports.series(PROGRAMME, "overall", "nowhere"), NotHere)
    assert isinstance(await published.exports.series(PROGRAMME, "unasked", ""), NotHere)


@pytest.mark.long
async def test_every_file_loads_what_it_holds_and_a_table_that_is_remembered_nothing(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str | None] = []

    async def counted(*given: Any, node: str | None = None) -> list[Stored]:
        loaded.append(node)
        return await stored(*given, node=node)

    monkeypatch.setattr(releases, "stored", counted)
    order: tuple[Format, ...] = ("comments", "pdf", "quarterly", "csv", "json")
    for form in order:
        await published.file(form)
    assert loaded == [WHOLE, WHOLE, None]


@pytest.mark.long
async def test_the_board_paper_says_what_the_table_says(published: Published) -> None:
    printed = read((await published.file("pdf", WAITING)).body)
    rows = [row for row in table(await published.file("csv", WAITING)) if row["kind"] == "question" and row["shown"]]
    told = re.findall(
        r"(\S[^.]*?[.?]) (\d+)% gave a good answer \((\d+)% to (\d+)%\); (\d+) people answered", printed.text
    )
    assert len(told) == 3
    for wording, *figures in told:
        [row] = [row for row in rows if wording.endswith(row["wording"]) and not row["team"] and not row["attribute"]]
        assert figures == [row["percent_favourable"], row["favourable_low"], row["favourable_high"], row["n"]]
    groups = re.findall(r"(\d+)% of (\S+ \d) \((\d+) people\)", printed.text)
    assert len(groups) == 2
    for share, name, many in groups:
        [row] = [row for row in rows if row["group_name"].removeprefix("'") == name]
        assert (share, many) == (row["percent_favourable"], row["n"])
    counted = [int(many) for many in re.findall(r"(\d+) people", printed.text)]
    assert min(counted) >= K
    assert "calc" not in printed.text
