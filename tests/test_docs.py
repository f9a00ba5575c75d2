"""The documents that are written from the code say what the code says."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.slack import render as slack
from adapters.teams import render as teams
from bot.languages import load, speaking
from bot.limits import faults
from bot.main import LANGUAGES, TEMPLATES
from bot.ui import plain
from bot.variables import Environment
from conversations import ALL
from conversations.ask import cards
from conversations.speak_up import protects
from docs import tables
from docs.cards.shown import LANGUAGES as SHEETS
from docs.cards.shown import every_example
from storage.db import Rows
from storage.examples import ASKING
from storage.templates import ABOUT, BANK, load_details, load_folder
from tests.drivers.fake_slack_limits import view_faults
from tests.drivers.fake_teams_cards import dialog_faults
from tests.house import ROOT
from tests.reading_age import age


def test_the_documents_are_as_the_code_would_write_them_now() -> None:
    assert tables.differing() == []


def test_whoever_changes_a_column_is_told_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Rows.metadata.tables["inbox"].c.day, "doc", "Changed.")
    assert tables.main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/data.md does not say what the code says. Run: make docs\n"


def test_what_is_written_below_the_dictionary_s_heading_may_change_and_the_heading_stands_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "DICTIONARY", f"{tables.HEADING}\nOther words.\n")
    assert tables.exports().count(tables.HEADING) == 1


def test_every_column_says_what_it_is_for() -> None:
    silent = [
        f"{table.name}.{column.name}"
        for table in Rows.metadata.tables.values()
        for column in table.columns
        if not column.doc
    ]
    assert silent == []


def test_every_table_says_what_it_holds_and_how_long() -> None:
    told = {mapper.class_.__name__: tables.retention(mapper.class_.__doc__ or "") for mapper in Rows.registry.mappers}
    assert [name for name, (holds, long) in told.items() if not holds or not long] == []


def test_every_setting_says_what_it_means_and_is_listed() -> None:
    written = tables.settings()
    for name, field in Environment.model_fields.items():
        assert field.description
        assert f"| `{name.upper()}` |" in written


def test_every_example_of_a_programme_can_be_used(tmp_path: Path) -> None:
    found = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs" / "programmes.md").read_text(), re.MULTILINE | re.DOTALL)
    programme, about, items = found
    (tmp_path / ABOUT).write_text(about)
    (tmp_path / BANK).write_text(items)
    (tmp_path / "site.yaml").write_text(programme)
    site = load_folder(TEMPLATES, tmp_path)["site"]
    assert [question.kind for question in site.ask.form(0)] == ["agreement", "yes_no", "one_of"]
    assert [each.id for each in load_details(TEMPLATES, tmp_path)["shift"].answers] == ["days", "evenings", "nights"]


def test_every_form_of_a_programme_fits_everywhere_in_every_language() -> None:
    say = speaking(load(LANGUAGES))
    for template in load_folder(TEMPLATES).values():
        ask = replace(
            ASKING, questions=template.ask.form(0), comment=template.ask.comment, subject=template.ask.subject
        )
        for language in ("en", "cy", "pl"):
            form = cards.question(say(language, "Europe/London"), ask, again=True, operator="Northfield IT")
            assert faults(form) == []
            assert view_faults(slack.modal(form)) == []
            assert dialog_faults(teams.dialog(form)) == []


@pytest.mark.long
def test_the_contact_sheets_draw_every_conversation_and_leave_no_place_empty() -> None:
    drawn = list(every_example())
    assert {(each.conversation, each.language) for each in drawn} == {
        (each.name, language) for each in ALL for language in SHEETS.values()
    }
    assert [each.name for each in drawn if "..." in str(each.drawn["slack"])] == []


def test_somebody_of_twelve_can_read_how_speaking_up_protects_them() -> None:
    told = plain(protects.page(speaking({})("en", "Europe/London")))
    assert age(told) <= 12
    assert max(age(paragraph) for paragraph in told.splitlines() if len(paragraph.split()) > 20) <= 12
    hard = "Organisational confidentiality notwithstanding, pseudonymised submissions necessitate cryptographic verification."
    assert age(hard) > 18  # the control
