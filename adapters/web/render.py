"""Cards, forms and Home drawn as pages: plain values go in, HTML comes out, and every text in them is escaped."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from adapters.web import words as chrome
from bot.chart_text import around, table
from bot.charts import Chart, HeatTable
from bot.ports import Drawings
from bot.receipt import Receipt
from bot.ui import (
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Day,
    Divider,
    Facts,
    Field,
    Form,
    Heading,
    Home,
    Link,
    Note,
    Open,
    Picture,
    Press,
    Quote,
    Scale,
    Several,
    Text,
    Write,
)
from bot.values import dataclass, field
from bot.words import Words

FEW_OPTIONS = 7
SAFE_SCHEMES = ("https", "http", "mailto", "tel")
FILES = ("/export/", "/event/")
QUIET = 8
"""Units of white that a QR code needs around it, both sides together."""
_DARK = re.compile("#+")


@dataclass(frozen=True, slots=True)
class Posting:
    """What every button and form on a page carries back to the door.

    `back` is the page to return to, `message` the message that holds the button (empty on Home and in a form);
    `nonce` gives each of them a random name of its own. `drawings` are the charts of the page: without its drawing a
    chart is shown as its table.
    """

    token: str
    back: str
    nonce: Callable[[], str]
    message: str = ""
    drawings: Mapping[Chart, Drawings] = field(default_factory=dict)

    def address(self, kind: str) -> str | None:
        """Where a button or form of this kind is posted to."""
        return f"/{kind}"

    def carried(self, _kind: str) -> tuple[tuple[str, str], ...]:
        """The hidden fields of a button or form."""
        around = (("back", self.back), ("message", self.message))
        return (("token", self.token), ("nonce", self.nonce()), *around)


@dataclass(frozen=True, slots=True)
class OneAddress:
    """The same for a page that posts everything to its own address and keeps nothing: what is done travels in the form."""

    nonce: Callable[[], str]
    back: str = ""
    drawings: Mapping[Chart, Drawings] = field(default_factory=dict)

    def address(self, _kind: str) -> str | None:
        return None

    def carried(self, kind: str) -> tuple[tuple[str, str], ...]:
        return (("do", kind), ("nonce", self.nonce()))


Carries = Posting | OneAddress


class Drawing:
    """The templates, and what draws with them."""

    def __init__(self) -> None:
        self._env = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.globals["w"] = chrome
        self._env.tests["titled"] = lambda part: isinstance(part[0], Heading)
        self._env.tests["foreign"] = lambda url: url.startswith(SAFE_SCHEMES[:2])

    def page(self, name: str, words: Words, **values: Any) -> str:
        """A whole page."""
        return self._env.get_template(name).render(words=words, draw=self, **values)

    def part(self, name: str, macro: str, *values: Any) -> Markup:
        """One macro of one template: a part of a page."""
        template: Any = self._env.get_template(name).module
        drawn: Markup = getattr(template, macro)(*values)
        return drawn

    def blocks(self, blocks: tuple[Block, ...], posting: Carries, words: Words) -> Markup:
        return Markup("\n").join(self._block(block, posting, words) for block in blocks)

    def card(self, card: Card, posting: Carries, words: Words) -> Markup:
        return self.blocks(card.blocks, posting, words)

    def home(self, home: Home, posting: Carries, words: Words) -> Markup:
        return self.part("blocks.html", "home", home.title, _parts(home), self, posting, words)

    def form(self, form: Form, posting: Carries, words: Words, *, page: bool = False) -> Markup:
        """The form as a sheet: for a dialog, or with `page` as a page of its own, whose way out is a link."""
        fields = [(f"field-{at}", field) for at, field in enumerate(form.fields)]
        errors = [(form.errors[""], "sheet-title")] if form.errors.get("") else []
        errors += [(form.errors[f.name], target(id_, f)) for id_, f in fields if form.errors.get(f.name)]
        known = {f.name for f in form.fields} | {""}
        errors += [(sentence, "sheet-title") for name, sentence in form.errors.items() if name not in known]
        drawn = [self._field(id_, field, form, words) for id_, field in fields]
        return self.part("form.html", "sheet", form, drawn, errors, self, posting, words, page)

    def _block(self, block: Block, posting: Carries, words: Words) -> Markup:
        match block:
            case Heading(text):
                return self.part("blocks.html", "heading", text)
            case Text(text):
                return self.part("blocks.html", "text", text)
            case Note(text):
                return self.part("blocks.html", "note", text)
            case Quote(text):
                return self.part("blocks.html", "quote", text)
            case Facts(pairs):
                return self.part("blocks.html", "facts", pairs)
            case Buttons(row):
                return self.part("blocks.html", "row", [self._button(button, posting) for button in row])
            case Divider():
                return self.part("blocks.html", "divider")
            case Receipt():
                return self.part("blocks.html", "receipt", block, _path(block.squares), len(block.squares) + QUIET)
            case Picture(chart):
                return self._chart(chart, posting, words)

    def _chart(self, chart: Chart, posting: Carries, words: Words) -> Markup:
        """Teams by questions are a table in the page; everything else is a drawing with a table behind it."""
        if isinstance(chart, HeatTable):
            return self.part("charts.html", "heat", chart, dict(chart.key), words)
        found = posting.drawings.get(chart)
        drawn = {"wide": Markup(found.wide), "narrow": Markup(found.narrow)} if found else None  # noqa: S704 - our own
        return self.part("charts.html", "figure", chart, drawn, table(chart), around(chart), words)

    def _button(self, button: Button, posting: Carries) -> Markup:
        match button:
            case Press():
                return self.part("blocks.html", "button", button, "press", posting)
            case Open():
                return self.part("blocks.html", "button", button, "open", posting)
            case Link(label, url):
                if _safe(url):
                    return self.part("blocks.html", "link", label, url)
                return self.part("blocks.html", "dead", label)

    def _field(self, id_: str, field: Field, form: Form, words: Words) -> Markup:
        value, error = form.values.get(field.name, ""), form.errors.get(field.name, "")
        match field:
            case Several():
                return self.part("fields.html", "several", id_, field, value.split(","), error, words)
            case Scale(options=options, lowest=lowest):
                numbers = [(str(lowest + at), *_named(lowest + at, label)) for at, label in enumerate(options)]
                return self.part("fields.html", "scale", id_, field, value, error, numbers, words)
            case Choice(options=options):
                macro = "radios" if len(options) <= FEW_OPTIONS else "select"
                return self.part("fields.html", macro, id_, field, value, error, words)
            case Write(tall=tall):
                return self.part("fields.html", "area" if tall else "line", id_, field, value, error, words)
            case Day():
                return self.part("fields.html", "day", id_, field, value, error, words)


@cache
def drawing() -> Drawing:
    """The templates never change while the program runs, so each is compiled once."""
    return Drawing()


def version(html: str) -> str:
    """A short mark of what a message says, so that the browser sees whether it changed."""
    return sha256(html.encode()).hexdigest()[:12]


def initials(name: str) -> str:
    """Up to two letters that stand for a person."""
    names = [part for part in name.split() if part[:1].isalpha()]
    letters = [names[0][0], names[-1][0]] if len(names) > 1 else [name.strip()[:1]]
    return "".join(letters).upper()


def target(id_: str, field: Field) -> str:
    """What a link in the error summary leads to: the field, or its first radio button or box."""
    radios = isinstance(field, Scale | Several) or (isinstance(field, Choice) and len(field.options) <= FEW_OPTIONS)
    return f"{id_}-0" if radios else id_


def _safe(url: str) -> bool:
    """Only addresses of pages, of letters and of telephones, and our own of files: never a script."""
    try:
        return url.startswith(FILES) or urlsplit(url).scheme in SAFE_SCHEMES
    except ValueError:
        return False


def _named(number: int, label: str) -> tuple[str, str]:
    """What is seen on a number of a scale, and what is only heard: both together are its label."""
    seen = str(number)
    return (seen, label[len(seen) :]) if label.startswith(seen) else (seen, f" {label}")


def _path(squares: tuple[str, ...]) -> str:
    """The dark squares of a QR code as one path: for each run of them a bar, one unit high."""
    bars = [(run.start(), down, len(run[0])) for down, row in enumerate(squares) for run in _DARK.finditer(row)]
    return "".join(f"M{across} {down}h{wide}v1h-{wide}z" for across, down, wide in bars)


def _parts(home: Home) -> list[tuple[Block, ...]]:
    """Home in parts, each of which begins with a heading or after a thin line, to be drawn as a section of its own."""
    parts: list[list[Block]] = [[]]
    for block in home.blocks:
        if isinstance(block, Heading | Divider):
            parts.append([])
        if not isinstance(block, Divider):
            parts[-1].append(block)
    return [tuple(part) for part in parts if part]
