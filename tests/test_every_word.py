"""Everything that people read comes through the catalogue, says what VOICE promises, and is said in their own language."""

import ast
import re
from collections.abc import AsyncIterator
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from adapters.public import words as public
from adapters.second_door import words as page
from adapters.tables import words as tables
from adapters.web import words as web
from bot import briefs, by_what, finding, hints, promises, question, sentences, theming
from bot.languages import load
from bot.settings import House as Installed
from bot.words import PSEUDO, Sentence, Words
from conversations import ALL
from conversations.speak_up import cards as speaking_up
from storage.examples import ASKING
from storage.exports import words as exports
from storage.yearly import words as yearly
from tests.authored import SAID
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.examples import examples
from tests.guardians import SIGNPOSTS
from tests.harness import Office
from tests.house import ROOT
from tests.life import lived
from tests.readable import readable
from tests.receipts import is_receipt
from tests.witness import Shown

# One worker lives the life and reads the code; each of the others would have to do it once more.
pytestmark = pytest.mark.xdist_group("laws")

CATALOGUES = {each.name: import_module(f"conversations.{each.name}.words").EVERY for each in ALL}
CORE = (
    *sentences.EVERY,
    *finding.EVERY,
    *question.EVERY,
    *by_what.EVERY,
    *hints.EVERY,
    *theming.EVERY,
    *promises.EVERY,
    *briefs.EVERY,
)
WORKSPACE = (
    *tables.EVERY,
    *(value for door in (web, page, public) for value in vars(door).values() if isinstance(value, Sentence)),
)
EVERY: list[Sentence] = [
    *(each for words in CATALOGUES.values() for each in words),
    *CORE,
    *WORKSPACE,
    *exports.EVERY,
    *yearly.EVERY,
]
IDS = [sentence.id for sentence in EVERY]

# Words of the code that people never read, and what the voice never says.
UNSAID = re.compile(
    r"\b(sealed|anonym\w*|moments?|contributions?|deliver(?:y|ies)|releases?|ballots?)\b|!", re.IGNORECASE
)
EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
INNERMOST = re.compile("⟦[^⟦⟧]*⟧")
CUT = re.compile("⟦[^⟧]*$")
DATE = re.compile(r"([A-Z][a-z]+day )?\d{1,2} [A-Z][a-z]+( \d{4})?(, \d\d:\d\d)?")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def test_every_text_of_an_example_comes_through_the_catalogue() -> None:
    assert {name: found for name, shown in examples(PSEUDO).items() if (found := _foreign(shown))} == {}


def test_every_text_of_a_life_comes_through_the_catalogue() -> None:
    # Who opens the speak-up page is not known, so neither is their language: it comes in the house's own.
    house = Installed(operator="Northfield IT", signposts=SIGNPOSTS)
    page = speaking_up.signposts(Words(), house, takes=False)
    assert sorted({text for shown in lived(PSEUDO).shown if shown != page for text in _foreign(shown)}) == []


def test_no_sentence_says_a_word_of_the_code_or_shouts() -> None:
    texts = [text for sentence in EVERY for text in (sentence.english, sentence.one)]
    assert [text for text in texts if UNSAID.search(text) or EMOJI.search(text)] == []
    assert [text for text in texts if text != text.strip() or "  " in text] == []


def test_no_two_sentences_have_one_id() -> None:
    assert len(IDS) == len(set(IDS))


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_id_begins_with_the_name_of_its_conversation(name: str) -> None:
    assert [each.id for each in CATALOGUES[name] if not re.fullmatch(rf"{name}\.[a-z_0-9]+", each.id)] == []


def test_every_sentence_is_said_somewhere() -> None:
    assert {name: _unsaid(ROOT / "conversations" / name) for name in CATALOGUES} == {name: set() for name in CATALOGUES}
    assert _unsaid(ROOT / "storage" / "exports") == set()
    assert _unsaid_core() == set()


def test_both_forms_of_a_sentence_want_the_same_values() -> None:
    assert [each.id for each in EVERY if each.one and _values(each.one) != _values(each.english)] == []


def test_every_catalogue_names_known_sentences_and_their_values() -> None:
    known = {sentence.id: _values(sentence.english) for sentence in EVERY}
    folders = (ROOT / "conversations" / "languages", ROOT / "tests" / "languages")
    catalogues = [catalogue for folder in folders for catalogue in load(folder).values()]
    for id_, said in chain.from_iterable(catalogue.items() for catalogue in catalogues):
        texts = [said] if isinstance(said, str) else said.values()
        assert [text for text in texts if _values(text) != known[id_]] == []


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    catalogues = load(ROOT / "tests" / "languages")
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, catalogues=catalogues)
    yield opened
    await opened.close()


async def test_each_person_is_written_to_in_their_own_language_at_the_time_of_sending(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    german = await office.hire("Anke Vogt", language="de")
    canadian = await office.hire("Chloé Roy", language="fr-CA")
    other = await office.hire("Kaito Mori", language="tlh")
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    assert "Offen bis: Montag 16 November, 12:00" in german.newest.text
    assert german.newest.buttons[0] == "Antworten"
    assert "Ouverte jusqu'au: lundi 16 novembre, 12:00" in canadian.newest.text
    assert canadian.newest.buttons[0] == "Répondre"
    assert "Open until: Monday 16 November, 12:00" in other.newest.text
    # What the catalogue lacks is said in English rather than not at all.
    assert "Results are shown only when at least 5 people answer." in german.newest.text
    assert "Maintenant" in await canadian.visits_home()


def test_plural_forms_are_chosen_by_the_number() -> None:
    german = Words("de", catalogue=load(ROOT / "tests" / "languages")["de"])
    [asked] = ASKING.questions
    one, many = (finding.finding(german, asked, finding.Cell(n, 6.4, 0, 0, 0)) for n in (1, 45))
    assert "1 Person hat geantwortet. Der Mittelwert war 6,4 von 10" in one
    assert "45 Personen haben geantwortet." in many


def _foreign(shown: Shown) -> list[str]:
    """The texts in which something is left that neither the catalogue, nor a person, nor the calendar said."""
    return [text for text in readable(shown) if not DATE.fullmatch(text) and LETTERS.search(_left(text))]


def _left(text: str) -> str:
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    text = CUT.sub("", text)
    if is_receipt(text):  # before "age" is taken out of "garage"
        return ""
    for said in sorted(SAID, key=len, reverse=True):  # one may be the beginning of another
        text = text.replace(said, "")
    return text


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _unsaid(folder: Path) -> set[str]:
    """The names of sentences that no other module of this conversation names."""
    catalogues = set(folder.glob("words*.py"))
    names: set[str] = set().union(*(_named_in(path, stored=True) for path in catalogues)) - {"EVERY"}
    for path in set(folder.glob("*.py")) - catalogues:
        names -= _named_in(path) if path.name != "examples.py" else set()
    return names


def _unsaid_core() -> set[str]:
    rooms = chain((ROOT / "bot").glob("*.py"), (ROOT / "conversations").rglob("*.py"))
    core = [_named_in(path) for path in rooms if path.name != "sentences.py"]
    return set(_named_in(ROOT / "bot" / "sentences.py", stored=True)) - {"EVERY"} - set().union(*core)


@cache
def _named_in(path: Path, *, stored: bool = False) -> frozenset[str]:
    """The names in capitals that a module makes (`stored`) or uses."""
    return frozenset(name for context, name in _names(path) if context is (ast.Store if stored else ast.Load))


@cache
def _names(path: Path) -> frozenset[tuple[type[ast.expr_context], str]]:
    """Every name in capitals of a module, and what is done with it: reading code as code takes long."""
    nodes = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    ]
    named = [(type(node.ctx), node.attr if isinstance(node, ast.Attribute) else node.id) for node in nodes]
    return frozenset(each for each in named if each[1].isupper())
