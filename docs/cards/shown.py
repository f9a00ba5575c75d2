"""Collects one of everything that people can be shown, drawn by the very code that draws it for Slack, Teams and the web."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import adapters.web.app as web_door
import adapters.web.render as web
from adapters.slack import render as slack
from adapters.teams import render as teams
from bot.limits import faults
from bot.ui import Card, Form, Home
from bot.values import dataclass
from bot.words import PSEUDO, Words
from conversations import ALL
from docs.cards.full import full_home, full_notes

Kind = Literal["card", "form", "home"]
STATIC = Path(web_door.__file__).parent / "static"
LANGUAGES = {"English": "en", "Made longer and strange": PSEUDO}
POSTING = web.Posting("", "/", str)
# A page of the sheet is as wide as a message: the frame of the workspace is left out.
PAGE = """<!doctype html><html><head><meta name="color-scheme" content="light"><style>{css}</style>
<style>body{{background:var(--surface)}}.message{{padding:12px 16px}}.sheet-body{{overflow:visible}}
.sheet{{max-inline-size:520px;margin:0 auto}}</style></head><body>{body}</body></html>"""


@dataclass(frozen=True, slots=True)
class Example:
    """One thing that is shown, on all three platforms: `drawn` maps the platform to what its client takes."""

    conversation: str
    name: str
    language: str
    kind: Kind
    drawn: Mapping[str, Any]
    faults: tuple[str, ...]


def every_example() -> Iterator[Example]:
    """Each example of each conversation in each language; Home and the weekly note with what the others put in."""
    for language in LANGUAGES.values():
        words = Words(language)
        full = {"home": {"home": full_home(words)}, "note": full_notes(words)}
        for conversation in ALL:
            own = import_module(f"conversations.{conversation.name}.examples").examples(words)
            for title, shown in (own | full.get(conversation.name, {})).items():
                yield _example(conversation.name, title, words, shown)


def mark() -> str:
    """Hearback's picture as an address that needs no server."""
    return "data:image/svg+xml;base64," + b64encode((STATIC / "mark.svg").read_bytes()).decode()


def _example(conversation: str, name: str, words: Words, shown: Card | Form | Home) -> Example:
    drawn = {"slack": _slack(shown), "teams": _teams(shown), "web": _web(shown, words)}
    return Example(conversation, name, words.language, _kind(shown), drawn, tuple(faults(shown)))


def _kind(shown: Card | Form | Home) -> Kind:
    match shown:
        case Card():
            return "card"
        case Form():
            return "form"
        case Home():
            return "home"


def _slack(shown: Card | Form | Home) -> Any:
    match shown:
        case Card():
            return slack.message(shown)
        case Form():
            return slack.modal(shown)
        case Home():
            return slack.home(shown)


def _teams(shown: Card | Form | Home) -> Any:
    match shown:
        case Card():
            return teams.card(shown).content
        case Form():
            return teams.dialog(shown)
        case Home():
            return teams.home(shown).content


def _web_body(shown: Card | Form | Home, words: Words) -> str:
    drawing = web.drawing()
    match shown:
        case Card():
            card = drawing.card(shown, POSTING, words)
            return drawing.part("message.html", "message", "m", "v", "10:00", "", shown, card, words)
        case Form():
            return drawing.form(shown, POSTING, words)
        case Home():
            return drawing.home(shown, POSTING, words)


def _web(shown: Card | Form | Home, words: Words) -> str:
    """A page of its own with the workspace's own style, so that styles of the platforms do not mix."""
    css = "".join((STATIC / name).read_text() for name in ("tokens.css", "components.css", "workspace.css"))
    return PAGE.format(css=css, body=_web_body(shown, words)).replace("/static/mark.svg", mark())
