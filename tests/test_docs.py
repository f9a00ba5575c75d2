"""The documents that are written from the code say what the code says."""

import pytest

from bot.environment import Environment
from docs import tables
from storage.db import Rows


def test_the_documents_are_as_the_code_would_write_them_now() -> None:
    assert tables.differing() == []


def test_whoever_changes_a_column_is_told_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Rows.metadata.tables["inbox"].c.day, "doc", "Changed.")
    assert tables.main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/data.md does not say what the code says. Run: make docs\n"


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
