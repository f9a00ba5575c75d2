"""Stewards get the files by buttons below their results, or read what is missing for that."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.api.capability import Capabilities, Wanted
from adapters.slack import render as slack
from adapters.teams import render as teams
from adapters.web import render
from bot.conversation import Turn
from bot.languages import speaking
from bot.limits import faults
from bot.main import assemble
from bot.settings import House, Settings, SlackDoor
from bot.ui import Buttons, Form, Link, Note
from bot.words import Words
from storage.exports.links import downloads
from tests.drivers.fake_slack_limits import view_faults
from tests.drivers.fake_teams_cards import dialog_faults
from tests.harness import HandClock
from tests.published import NOW, SUMMER, questions

URL = "https://hearback.example.org"


async def nothing(*_given: object) -> Any:
    """Nobody asks for Home or a note here."""


def turn(house: House) -> Turn:
    return Turn(NOW, None, Words(), house, None, speaking({}), nothing, nothing, nothing)


def links(form: Form) -> list[Link]:
    rows = [block for block in form.blocks if isinstance(block, Buttons)]
    assert all(len(row.buttons) <= 3 for row in rows)
    return [button for row in rows for button in row.buttons if isinstance(button, Link)]


def test_there_is_a_button_for_each_file_on_every_platform() -> None:
    clock = HandClock(NOW)
    capabilities = Capabilities(URL, b"k" * 32, clock)
    form = Form("Results", "Close", downloads(turn(House(downloads=capabilities.of)), SUMMER, questions()))
    assert faults(form) == []
    assert view_faults(slack.modal(form)) == []
    assert dialog_faults(teams.dialog(form)) == []
    found = {each.label: capabilities.read(each.url.rpartition("/")[2]) for each in links(form)}
    assert found == {
        "Board paper (PDF)": Wanted(SUMMER, "pdf"),
        "Table (CSV)": Wanted(SUMMER, "csv"),
        "Figures (JSON)": Wanted(SUMMER, "json"),
        "Comments (CSV)": Wanted(SUMMER, "comments"),
        "Quarterly figures (CSV)": Wanted(SUMMER, "quarterly"),
    }
    plain = Form("Results", "Close", downloads(turn(House(downloads=capabilities.of)), SUMMER, questions()[-2:]))
    assert "Quarterly figures (CSV)" not in {each.label for each in links(plain)}


def test_without_an_address_of_its_own_the_steward_reads_what_to_set() -> None:
    [note] = downloads(turn(House(operator="Northfield IT")), SUMMER, questions())
    assert isinstance(note, Note)
    assert note.text.endswith("Ask Northfield IT to set HEARBACK_PUBLIC_URL.")


@pytest.mark.parametrize(
    ("changes", "begins"),
    [
        ({"public_url": URL}, f"{URL}/export/"),
        ({"demo": True}, "/export/"),
        ({"demo": True, "slack": SlackDoor("xoxb-test", "s" * 32)}, ""),  # Slack takes no address without a host
        ({}, ""),
    ],
    ids=["public", "demo", "demo on Slack", "nothing set"],
)
async def test_an_address_is_made_where_somebody_can_fetch_from_it(
    tmp_path: Path, changes: dict[str, Any], begins: str
) -> None:
    settings = replace(Settings(f"sqlite:///{tmp_path}/h.db", tmp_path / "secrets"), **changes)
    works = assemble(settings, clock=HandClock(NOW), speaking=speaking({}))
    address = works.house.downloads(SUMMER, "pdf")
    await works.stop()
    assert address.startswith(begins)
    assert bool(address) == bool(begins)


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("/export/x", True),
        ("//evil.example/export/", False),
        ("/\\evil.example", False),
        ("javascript:alert(1)", False),
    ],
)
def test_the_demos_own_page_links_to_files_of_its_own_and_to_nothing_stranger(url: str, leads: bool) -> None:
    assert render._safe(url) is leads
