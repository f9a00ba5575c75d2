"""The command plays weeks, says who was asked and who answered, and writes what it played to a folder."""

import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from bot.commands import app
from bot.terminal import BROKEN, WRONG_SETTINGS
from storage.simulate.organisation import organisation
from storage.simulate.play import ORGANISATION, SHEETS, Plan, play, sheets
from storage.simulate.sheets import NINE
from storage.simulate.table import tables


def run(*words: str) -> tuple[int, str]:
    ran = CliRunner().invoke(app, ["simulate", *words], env={"COLUMNS": "120"})
    return ran.exit_code, ran.output


def read(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    lines = (folder / SHEETS).read_text(encoding="utf-8").splitlines()
    return json.loads((folder / ORGANISATION).read_text(encoding="utf-8")), [json.loads(line) for line in lines]


def test_the_command_shows_who_was_asked_and_who_answered(tmp_path: Path) -> None:
    ended, said = run("--people", "30", "--weeks", "2", "--seed", "4", "--out", str(tmp_path / "made"))
    assert ended == 0
    made, lines = read(tmp_path / "made")
    assert f"{made['name']}: 30 people in {len(made['units'])} units" in said
    assert len(made["people"]) == 30
    answered = sum(line["answers"] is not None for line in lines)
    assert len(lines) == 60
    [together, _] = [line.replace("│", "").split() for line in said.splitlines() if "Together" in line]
    assert together[1:3] == ["60", str(answered)]


def test_the_command_answers_what_cannot_be_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended, said = run("--people", "3", "--out", str(tmp_path / "file"))
    assert ended == BROKEN
    assert "Name a folder that you may write to." in said
    for wrong in (
        ("--people", "0"),
        ("--weeks", "-1"),
        ("--every", "0"),
        ("--people", "99999999999"),
        ("--mood", "jolly"),
        ("--seed", "x"),
    ):
        assert run(*wrong)[0] == WRONG_SETTINGS


def test_the_same_seed_writes_the_same_files(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        play(Plan(40, 2, 9, out=tmp_path / folder))
    for name in (ORGANISATION, SHEETS):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_everybody_is_asked_once_in_a_cycle() -> None:
    plan = Plan(130, 4, 2, every=4)
    met = [sheet.person for sheet in sheets(organisation(130, 2), plan)]
    assert sorted(met) == list(range(1, 131))
    counts = [count.asked for count in play(plan).weeks.values()]
    assert max(counts) - min(counts) <= 1


def test_a_week_in_which_nobody_is_asked_or_scored_has_no_mean() -> None:
    played = play(Plan(1, 2, 1, every=2, questions=NINE))
    assert [count.asked for count in played.weeks.values()] == [1]
    console = Console(width=100, record=True, quiet=True)
    console.print(*tables(played))
    assert [count.mean for count in played.weeks.values()] == [None]


def test_the_counts_by_week_and_by_division_add_up_to_the_same() -> None:
    played = play(Plan(200, 3, 1))
    for name in ("asked", "answered", "comments", "total", "scored"):
        by_week = sum(getattr(count, name) for count in played.weeks.values())
        assert by_week == sum(getattr(count, name) for count in played.divisions.values())
    assert played.weeks[0].mean is not None


def test_a_plan_that_cannot_be_is_refused() -> None:
    for plan in (Plan(5, 0, 1), Plan(5, 1, 1, every=0)):
        with pytest.raises(ValueError, match="at least one week"):
            play(plan)
