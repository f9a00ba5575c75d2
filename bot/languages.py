"""Finds the words for a reader: one catalogue per language, a JSON file named after its BCP 47 tag."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bot.words import Catalogue, Speaking, Words

READERS = 256
"""Pairs of language and zone that are remembered: working out how they write takes as long as reading from the database."""


def load(folder: Path) -> dict[str, Catalogue]:
    """Every catalogue in a folder: `cy.json` holds Welsh. English needs none: it stands in the code."""
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))}


def speaking(catalogues: Mapping[str, Catalogue]) -> Speaking:
    """Gives the words for (language, zone): the whole tag's catalogue, else the plain language's, else English."""

    @lru_cache(maxsize=READERS)
    def words(language: str, zone: str) -> Words:
        plain = language.partition("-")[0]
        return Words(language, zone, catalogues.get(language) or catalogues.get(plain))

    return words
