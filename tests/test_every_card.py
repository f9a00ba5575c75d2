"""Every card, form and Home fits everywhere, is drawn on every platform, and leads somewhere."""

import ast
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module

import pytest

from adapters.slack import render as slack
from adapters.teams import render as teams
from adapters.web.kept import from_json, to_json
from adapters.web.render import Posting, drawing
from bot.conversation import Conversation
from bot.limits import faults
from bot.ui import Card, Form, Home, Link, Open, Press, buttons, plain
from bot.words import Words
from conversations import ALL
from storage.db import Rows
from tests.drivers.fake_slack_limits import message_faults, view_faults
from tests.drivers.fake_slack_screen import unescaped
from tests.drivers.fake_teams_cards import card_faults, dialog_faults
from tests.drivers.fake_teams_cards import message_faults as teams_message_faults
from tests.drivers.fake_teams_screen import words
from tests.drivers.web_reading import page_of, text_of
from tests.examples import LANGUAGES, examples
from tests.house import ROOT
from tests.life import lived
from tests.readable import read_aloud, readable
from tests.witness import Shown

# One worker lives the life and reads the code; each of the others would have to do it once more.
pytestmark = pytest.mark.xdist_group("laws")

every_language = pytest.mark.parametrize("language", LANGUAGES)
HOUSE = ("bot", "storage", "conversations", "adapters")
TABLES = ("presses", "opens", "submits", "dues", "cards")
LITERAL = re.compile(rf"(?:{'|'.join(each.name for each in ALL)})\.(?!html)[a-z_0-9]+")
POSTING = Posting("token", "/chat", nonce=lambda: "n", message="m")


@every_language
def test_all_are_within_the_limits_of_all_platforms(language: str) -> None:
    assert _faulty(language, faults) == {}


@every_language
def test_slack_takes_all_of_them(language: str) -> None:
    def law(shown: Shown) -> list[str]:
        match shown:
            case Card() as card:
                return message_faults(slack.message(card)["blocks"])
            case Home() as home:
                return view_faults(slack.home(home))
            case Form() as form:
                return view_faults(slack.modal(form))

    assert _faulty(language, law) == {}


@every_language
def test_teams_takes_all_of_them(language: str) -> None:
    def law(shown: Shown) -> list[str]:
        match shown:
            case Card() as card:
                return teams_message_faults(teams.card(card).message())
            case Home() as home:
                return card_faults(teams.home(home).content)
            case Form() as form:
                return dialog_faults(teams.dialog(form))

    assert _faulty(language, law) == {}


@every_language
def test_slack_and_teams_show_every_word(language: str) -> None:
    def law(shown: Shown) -> list[str]:
        in_slack, in_teams = (_strings(drawn) for drawn in _json(shown))
        drawn = (_spaced(unescaped(in_slack)), _spaced(words(in_teams)))
        return [text for text in readable(shown) if any(_spaced(text) not in each for each in drawn)]

    assert _faulty(language, law) == {}


@every_language
def test_the_workspace_shows_every_word_and_keeps_it(language: str) -> None:
    def law(shown: Shown) -> list[str]:
        page = text_of(page_of(_drawn(shown, Words(language))))
        summary = getattr(shown, "summary", None)
        lost = [text for text in readable(shown) if text != summary and _spaced(text) not in page]
        kept = not isinstance(shown, Card) or from_json(to_json(shown)) == shown
        return lost if kept else [*lost, "it is not kept as it is"]

    assert _faulty(language, law) == {}


@every_language
def test_the_plain_twin_says_all_that_can_be_read(language: str) -> None:
    def law(shown: Shown) -> list[str]:
        twin = plain(shown)
        lost = [line for text in read_aloud(shown) for line in text.splitlines() if line not in twin]
        if isinstance(shown, Card) and not slack.message(shown)["text"]:
            lost.append("Slack's notification says nothing")
        if isinstance(shown, Card) and teams.card(shown).content["fallbackText"] != twin:
            lost.append("Teams' fallback says something else")
        return lost

    assert _faulty(language, law) == {}


def test_a_life_is_within_the_limits_of_all_platforms() -> None:
    assert [fault for shown in lived().shown for fault in faults(shown)] == []


def test_every_action_on_any_card_has_an_answer() -> None:
    assert not _offered() - _answered()


def test_every_answer_can_be_reached_from_a_card_or_a_command() -> None:
    commands = {("open", "home.menu"), ("open", "speak_up.open")}
    assert not _answered() - _offered() - commands


def test_every_name_in_the_code_stands_for_an_action_a_card_or_a_sentence() -> None:
    """So that one search finds who sends and who answers: names are written out, and each leads somewhere."""
    known = {name for each in ALL for table in TABLES for name in getattr(each, table)}
    known |= {sentence.id for each in ALL for sentence in import_module(f"conversations.{each.name}.words").EVERY}
    assert sorted(set(_literals()) - known) == []


def test_every_card_that_is_drawn_is_told_somewhere_and_every_told_one_is_drawn() -> None:
    drawn = [name for each in ALL for name in each.cards]
    written = _literals()
    assert [name for name in drawn if written.count(name) < 2] == []  # once where it is told, once in the table
    columns = [column.name for column in Rows.metadata.tables["delivery"].columns]
    assert {row[columns.index("card")] for row in lived().rows["delivery"]} <= set(drawn)


def test_every_action_begins_with_the_name_of_its_conversation() -> None:
    for each in ALL:
        named = [*each.presses, *each.opens, *each.submits, *each.dues, *each.cards]
        assert [name for name in named if not name.startswith(f"{each.name}.")] == []


def test_no_two_conversations_answer_the_same() -> None:
    for table in TABLES:
        names = [name for each in ALL for name in getattr(each, table)]
        assert len(names) == len(set(names))


def test_what_a_button_carries_is_an_opaque_ref_and_never_a_name_or_a_text() -> None:
    people = {row[1] for row in lived().rows["person"]}
    templates = {row[2] for row in lived().rows["programme"]}
    for shown in lived().shown:
        for button in buttons(shown):
            if not isinstance(button, Link):
                assert all(_is_opaque(part) or part in templates for part in button.ref.split(":"))
                assert button.choice == "" or _is_opaque(button.choice)
        assert not any(name in json.dumps([_carried(shown)]) for name in people)


def _faulty(language: str, law: Callable[[Shown], list[str]]) -> dict[str, list[str]]:
    """What breaks the law, by the example's name, with what is wrong."""
    return {name: found for name, shown in examples(language).items() if (found := law(shown))}


def _is_opaque(ref: str) -> bool:
    return ref == "" or (len(ref) == 32 and set(ref) <= set("0123456789abcdef"))


def _carried(shown: Shown) -> list[str]:
    refs = [part for button in buttons(shown) if not isinstance(button, Link) for part in (button.ref, button.choice)]
    return [*refs, shown.ref] if isinstance(shown, Form) else refs


@cache
def _literals() -> list[str]:
    """Every text in the code that looks like the name of an action, a card or a sentence."""
    files = [path.read_text() for room in HOUSE for path in (ROOT / room).rglob("*.py")]
    # most files name none, and reading code as code takes long
    nodes = [node for text in files if LITERAL.search(text) for node in ast.walk(ast.parse(text))]
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if LITERAL.fullmatch(text)]


def _json(shown: Shown) -> tuple[object, object]:
    match shown:
        case Card() as card:
            return slack.message(card), teams.card(card).message()
        case Home() as home:
            return slack.home(home), teams.home(home).content
        case Form() as form:
            # Slack shows the sentence beside a field in its answer to the sending, and not in the form.
            return [slack.modal(form), *form.errors.values()], [teams.dialog(form), form.close]


def _strings(drawn: object) -> str:
    match drawn:
        case str(text):
            return text
        case dict() | list():
            return "\n".join(map(_strings, drawn.values() if isinstance(drawn, dict) else drawn))
        case _:
            return ""


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _drawn(shown: Shown, reader: Words) -> str:
    match shown:
        case Card() as card:
            return str(drawing().card(card, POSTING, reader))
        case Home() as home:
            return str(drawing().home(home, POSTING, reader))
        case Form() as form:
            return str(drawing().form(replace(form, values={}), POSTING, reader))


def _offered() -> set[tuple[str, str]]:
    """Every way to act that any card, form or Home offers, in the examples and in a life."""
    found = set()
    for shown in (*examples("en").values(), *lived().shown):
        for button in buttons(shown):
            match button:
                case Press(action=action):
                    found.add(("press", action))
                case Open(action=action):
                    found.add(("open", action))
                case Link():
                    pass
        if isinstance(shown, Form) and shown.action:
            found.add(("submit", shown.action))
    return found


def _answered() -> set[tuple[str, str]]:
    return {(kind, action) for each in ALL for kind, table in _tables(each) for action in table}


def _tables(of: Conversation) -> list[tuple[str, list[str]]]:
    return [("press", list(of.presses)), ("open", list(of.opens)), ("submit", list(of.submits))]
