"""What people may say about themselves is read from a file, and what is wrong in it is told."""

from pathlib import Path

import pytest

from adapters.slack import render as slack
from adapters.teams import render as teams
from bot import environment
from bot.limits import faults
from bot.settings import House
from bot.words import Words
from conversations.about_you import cards
from storage.templates import ABOUT, Programmes, TemplateMistake, load_details
from tests.drivers.fake_slack_limits import view_faults
from tests.drivers.fake_teams_cards import dialog_faults
from tests.harness import known_details

DAYS = "{id: days, label: {en: Days}}"
NIGHTS = "{id: nights, label: {en: Nights}}"
WIDER = "{id: %s, label: Wider, of: ["
FILE = f"""details:
  - id: shift
    name: {{en: shift}}
    prompt: {{en: When do you work?}}
    purpose: {{en: To see whether nights are as good as days.}}
    groups: [{DAYS}, {NIGHTS}]
"""
MISTAKES = {
    "one answer": (f", {NIGHTS}", "", "leaves no choice"),
    "an answer twice": (NIGHTS, DAYS, "days stands here twice"),
    "nobody's group": ("groups:", "unsaid: others\n    groups:", "'others' is none of the finest groups"),
    "no purpose": ("    purpose: {en: To see whether nights are as good as days.}\n", "", "purpose is missing"),
    "a long id": ("id: shift", f"id: {'s' * 41}", "too long"),
    "too deep": (NIGHTS, f"{WIDER % 'a'}{WIDER % 'b'}{WIDER % 'c'}{NIGHTS}{']}' * 3}", "too deep"),
    "twice": ("details:\n", f"details:\n{FILE.partition('details:')[2].lstrip(chr(10))}", "shift stands here twice"),
    "a language that is neither": ("details:", "reviewed: {cy: perhaps}\ndetails:", "true nor false"),
}


def chosen(monkeypatch: pytest.MonkeyPatch, names: str, preset: str = "default") -> House:
    monkeypatch.setenv("HEARBACK_ABOUT_YOU", names)
    monkeypatch.setenv("HEARBACK_PRESET", preset)
    return environment.read(Programmes({}, {}), (), known_details()).house


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_file_is_told(name: str, tmp_path: Path) -> None:
    right, wrong, said = MISTAKES[name]
    (tmp_path / ABOUT).write_text(FILE.replace(right, wrong, 1))
    with pytest.raises(TemplateMistake, match=said):
        load_details(tmp_path)


def test_an_organisation_s_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / ABOUT).write_text(FILE.replace("id: shift", "id: sex"))
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / ABOUT).write_text(FILE)
    found = load_details(tmp_path / "ours", tmp_path)
    assert list(found) == ["shift", "sex"]
    assert [each.id for each in found["sex"].answers] == ["days", "nights"]


def test_nothing_is_asked_unless_the_organisation_chose_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, "").details == ()
    assert [each.id for each in chosen(monkeypatch, "sex, age-band").details] == ["sex", "age-band"]


@pytest.mark.parametrize(("names", "preset"), [("shoe-size", "default"), ("sex", "small")])
def test_what_cannot_be_asked_is_told_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, names: str, preset: str
) -> None:
    with pytest.raises(environment.Mistaken, match="HEARBACK_ABOUT_YOU"):
        chosen(monkeypatch, names, preset)


@pytest.mark.parametrize("language", ["en", "cy", "pl"])
def test_every_detail_that_ships_fits_into_the_form_in_every_language(language: str) -> None:
    form = cards.about_you(Words(language), House(details=tuple(known_details().values())))
    assert faults(form) == []
    assert view_faults(slack.modal(form)) == []
    assert dialog_faults(teams.dialog(form)) == []


def test_who_says_nothing_cannot_choose_that_group() -> None:
    staff = known_details()["staff-group"]
    assert staff.unsaid == "not-said"
    assert staff.unsaid not in {each.id for each in staff.answers}
