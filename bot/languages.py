"""Finds the words for a reader: one catalogue per language, a JSON file named after its BCP 47 tag.

Nobody reads a form that is half in one language and half in another: a language is spoken once its file is whole.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from bot.words import Catalogue, Speaking, Words

ABOUT, WHOLE, REVIEWED = "catalogue.about", "catalogue.whole", "catalogue.reviewed"
"""What a file says of itself: in words, whether every sentence is in it, and whether a speaker has read them at work."""
YES = "yes"


def read_all(folder: Path) -> dict[str, Catalogue]:
    """Every catalogue in a folder, whole or begun: `cy.json` holds Welsh. English needs none: it stands in the code."""
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))}


def load(folder: Path) -> dict[str, Catalogue]:
    """Those that say of themselves that they are whole; a test compares that with what is in them."""
    return {tag: found for tag, found in read_all(folder).items() if found.get(WHOLE) == YES}


def speaking(catalogues: Mapping[str, Catalogue], otherwise: str = "en") -> Speaking:
    """Gives the words for (language, zone): in the whole tag's language, else the plain one's, else the house's, which is
    `otherwise`, else English. Where a language has no catalogue, questions and days are not in it either."""

    def words(language: str, zone: str) -> Words:
        for tag in (language, otherwise):
            plain = tag.partition("-")[0]
            if found := catalogues.get(tag) or catalogues.get(plain):
                return Words(tag, zone, found)
            if plain == "en":
                return Words(tag, zone)
        return Words("en", zone)

    return words
