"""Draws the inbox's pages: plain values go in, HTML comes out, and every text in them is escaped."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from adapters.inbox import words as chrome
from bot.words import Words

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


class Drawing:
    """The templates and the files that go with them. `looks` are folders of files that other pages of the house use too."""

    def __init__(self, *looks: Path) -> None:
        here = Path(__file__).parent
        folders = (*looks, here / "static")
        self.files: Mapping[str, bytes] = {
            path.name: path.read_bytes() for folder in folders for path in folder.iterdir() if path.suffix in TYPES
        }
        self._environment = Environment(
            loader=FileSystemLoader(here / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.marks = {name: sha256(content).hexdigest()[:12] for name, content in self.files.items()}
        self._environment.globals |= {"w": chrome, "marks": self.marks, "qr": qr}

    def page(self, template: str, words: Words, **values: Any) -> str:
        return self._environment.get_template(template).render(words=words, day=partial(day, words), **values)


def day(words: Words, when: date) -> str:
    """`Thursday 5 November 2026`: a case may be read years later."""
    return f"{words.day(when).partition(' ')[0]} {words.dated(when)}"


def qr(address: str) -> Markup:
    """A QR code, dark on white in dark mode too: telephones need that."""
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="qr"))  # noqa: S704
