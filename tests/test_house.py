"""Whoever breaks a house rule is told where. That nobody does is looked at by `make check`, which reads all of the code."""

import subprocess
import sys

import pytest

import conversations
from tests.house import ROOT, Module, faults, parsed

# One worker lives the life and reads the code; each of the others would have to do it once more.
pytestmark = pytest.mark.xdist_group("laws")

LONG_FILE = '"""Long."""\n' + "A = 1\n" * 250
LONG_FUNCTION = "def act() -> None:\n" + "    print()\n" * 40
DEEP = "def act():\n for a in b:\n  if a:\n   with a:\n    try: a()\n    finally: b()\n"
BESIDE = "def act():\n for a in b:\n  if a:\n   with a: a()\n  elif b:\n   with b: b()\n  else:\n   with c: c()\n"


def module(text: str, name: str = "storage.sample") -> Module:
    text = text if text.startswith('"""') else f'"""A sample."""\n{text}'
    return parsed(ROOT / f"{name.replace('.', '/')}.py", name, text)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (LONG_FILE, "storage.sample", "storage/sample.py:251: the file has 251 lines"),
        (LONG_FUNCTION, "storage.sample", "storage/sample.py:2: act has 41 lines; at most 40."),
        ("def act(a, b, c, d, e): ...", "storage.sample", "act takes 5 values by position"),
        (DEEP, "storage.sample", "act is nested 4 deep"),
        ("class RoundManager: ...", "storage.sample", "storage/sample.py:2: the name RoundManager says manager"),
        ("", "storage.round_utils", "storage/round_utils.py:1: the name round_utils says utils"),
        ("# TO" + "DO: later", "storage.sample", "storage/sample.py:2: TO" + "DO: finish it"),
        ("import babel", "bot.ui", "bot/ui.py:2: the core imports babel"),
        ("def act():\n    import sqlalchemy", "bot.core", "bot/core.py:3: the core imports sqlalchemy"),
        ("from bot.main import assemble", "bot.core", "bot.main.assemble imports outwards"),
        ("from botbuilder.core import TurnContext", "adapters.teams.app", "only adapters/teams/sdk.py may know"),
        ("from storage import ballots", "adapters.web.app", "adapters.web.app must not know storage.ballots"),
        ("from sqlalchemy import select", "adapters.web.app", "adapters.web.app must not know sqlalchemy.select"),
        ("from adapters.slack import text", "adapters.web.app", "adapters.web.app must not know adapters.slack.text"),
        ("import storage.loop", "storage.migrations.env", "storage.migrations.env must not know storage.loop"),
    ],
)
def test_whoever_breaks_a_rule_is_told_where(text: str, name: str, said: str) -> None:
    [fault] = faults([module(text, name)])
    assert said in fault


def test_a_module_without_an_opening_sentence_is_named() -> None:
    bare = parsed(ROOT / "bot/bare.py", "bot.bare", "A = 1\n")
    assert faults([bare]) == ["bot/bare.py:1: the module does not open with a sentence that says what it is for."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from babel import Locale", "bot.words"),
        ("import uvicorn", "bot.serve"),
        ("from botbuilder.core import TurnContext", "adapters.teams.sdk"),
        ("from adapters.web import words", "adapters.web.app"),
        ("def act(self, a, b, c, d, *, e, f): ...", "storage.sample"),
        (BESIDE, "storage.sample"),
    ],
)
def test_what_is_allowed_is_no_fault(text: str, name: str) -> None:
    assert faults([module(text, name)]) == []


def test_every_conversation_is_listed_under_the_name_of_its_folder() -> None:
    folders = {path.parent.name for path in (ROOT / "conversations").glob("*/__init__.py")}
    listed = [conversation.name for conversation in conversations.ALL]
    assert sorted(listed) == sorted(folders)


def test_every_conversation_has_its_rooms_own_files() -> None:
    for conversation in conversations.ALL:
        folder = ROOT / "conversations" / conversation.name
        missing = {"flow.py", "cards.py", "words.py", "examples.py", "README.md"} - {p.name for p in folder.iterdir()}
        assert not missing, f"conversations/{conversation.name} lacks {', '.join(sorted(missing))}"


@pytest.mark.process
def test_a_door_without_tokens_is_not_even_imported() -> None:
    asked = "import sys, bot.main, bot.serve, bot.__main__; print(*{name.partition('.')[0] for name in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"slack_bolt", "slack_sdk", "botbuilder", "aiohttp", "jinja2"} & set(ran.stdout.split())
