"""Every sentence of the inbox has an id of its own, is said somewhere, and says no word of the code."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import adapters.inbox
from bot.words import Sentence
from tests.test_every_word import EMOJI, UNSAID

ROOM = Path(adapters.inbox.__file__).parent
CATALOGUES = {path.stem: import_module(f"adapters.inbox.{path.stem}") for path in sorted(ROOM.glob("words*.py"))}


def sentences() -> Iterator[tuple[str, Sentence]]:
    """Each with the name that pages call it by; those of a table by the table's name."""
    for module in CATALOGUES.values():
        for name, value in vars(module).items():
            if isinstance(value, Sentence):
                yield name, value
            elif isinstance(value, dict):
                yield from ((name, each) for each in value.values() if isinstance(each, Sentence))


def test_ids_and_voice() -> None:
    every = list(sentences())
    by_id = {each.id: each for _, each in every}
    assert [each.id for _, each in every if by_id[each.id] != each or not each.id.startswith("inbox.")] == []
    texts = [text for _, each in every for text in (each.english, each.one)]
    texts = [text.replace("not anonymous under door", "") for text in texts]  # the value of a column in a table
    assert [text for text in texts if EMOJI.search(text) or UNSAID.search(text) or "  " in text] == []


def test_every_sentence_is_said_somewhere() -> None:
    files = [*ROOM.glob("*.py"), *ROOM.glob("templates/*.html")]
    said = Counter(word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8")))
    assert [name for name, _ in sentences() if said[name] < 2] == []
