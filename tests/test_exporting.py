"""The administrator's commands: files of shared rounds, and tokens."""

import json
from pathlib import Path

import pytest

from tests.published import FORMULA, SPRING, SUMMER, WAITING, organisation
from tests.test_serving import ended


def folder(path: Path) -> Path:
    """A database lies in no folder with its secrets."""
    (path / "database").mkdir()
    return path / "database"


@pytest.mark.long
async def test_a_shared_round_is_listed_and_written_to_a_file_and_no_other_is(tmp_path: Path) -> None:
    at = {"HEARBACK_DATABASE_URL": await organisation(folder(tmp_path))}
    code, said = await ended(tmp_path, "export", **at)
    assert (code, SUMMER in said, SPRING in said, WAITING in said) == (0, True, True, False)
    assert "Only rounds whose outcome everybody who was asked has been told" in said
    file = tmp_path / "out.json"
    code, said = await ended(tmp_path, "export", SUMMER, "--format", "json", "--out", str(file), **at)
    assert (code, said) == (0, f"Written: {file}")
    assert FORMULA in {row["team_name"] for row in json.loads(file.read_bytes())["results"]}
    code, said = await ended(tmp_path, "export", SUMMER, "--out", str(file), **at)
    assert (code, "File exists" in said) == (1, True)
    code, said = await ended(tmp_path, "export", WAITING, "--out", str(tmp_path / "no"), **at)
    assert (code, "There is no such round, or its outcome has not been shared yet." in said) == (1, True)
    assert not (tmp_path / "no").exists()
    assert await ended(tmp_path, "export", SUMMER, **at) == (1, "Say where to write: --out FILE.")


@pytest.mark.long
async def test_the_report_of_a_year_is_written_as_a_page_and_a_print_and_replaces_nothing(tmp_path: Path) -> None:
    at = {"HEARBACK_DATABASE_URL": await organisation(folder(tmp_path))}
    out = tmp_path / "board" / "papers"
    code, said = await ended(tmp_path, "report", "--year", "2026", "--april", "--out", str(out), **at)
    names = ["you-said-we-did-2026-04.html", "you-said-we-did-2026-04.pdf"]
    assert (code, said.split()) == (0, [word for name in names for word in ("Written:", str(out / name))])
    assert (out / names[0]).read_text(encoding="utf-8").count("You said, we did: April 2026 to March 2027") == 2
    assert (out / names[1]).read_bytes().startswith(b"%PDF")
    code, said = await ended(tmp_path, "report", "--year", "2026", "--april", "--out", str(out), **at)
    assert (code, "File exists" in said) == (1, True)
    assert (await ended(tmp_path, "report", "--year", "26", "--out", str(out), **at))[0] == 2


@pytest.mark.long
async def test_a_token_is_made_listed_and_revoked(tmp_path: Path) -> None:
    at = {"HEARBACK_DATABASE_URL": await organisation(folder(tmp_path))}
    assert await ended(tmp_path, "token", "list", **at) == (0, "There is no token, so the API is closed.")
    code, said = await ended(tmp_path, "token", "new", "Power BI", "--days", "30", **at)
    assert (code, said.startswith("hearback_"), "it is not shown again" in said) == (0, True, True)
    secret = said.split()[0]
    code, said = await ended(tmp_path, "token", "list", **at)
    assert (code, said.endswith("Power BI"), secret in said) == (0, True, False)
    code, said = await ended(tmp_path, "token", "new", "Power BI", **at)
    assert (code, "There is a token called Power BI already." in said) == (1, True)
    for wrong in ("x" * 61, "=x"):
        assert (await ended(tmp_path, "token", "new", wrong, **at))[0] == 1
    assert (await ended(tmp_path, "token", "new", "other", "--days", "367", **at))[0] == 2
    assert await ended(tmp_path, "token", "revoke", "Power BI", **at) == (0, "Power BI is not accepted any more.")
    code, said = await ended(tmp_path, "token", "revoke", "Power BI", **at)
    assert (code, "There is no token called Power BI." in said) == (1, True)


async def test_before_the_database_is_made_the_commands_say_so(tmp_path: Path) -> None:
    code, said = await ended(tmp_path, "token", "list")
    assert (code, "python -m bot migrate" in said) == (1, True)
