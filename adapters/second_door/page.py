"""Draws the public page: one form, perhaps a place to add a picture, one style sheet inside it, and nothing to be fetched."""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from adapters.second_door import words as w
from adapters.second_door.inbound import FIELD, nonce
from bot.ports import Sheets
from bot.settings import House
from bot.ui import Form
from bot.values import dataclass
from bot.words import Words

TEMPLATES = Path(__file__).parent / "templates"
LONGEST_BESIDE = 1000
NEVER = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "payment",
    "usb",
)


@dataclass(frozen=True, slots=True, repr=False)
class Enclosing:
    """A place to add a picture or a file: the words of the report it goes with, what was written beside it, what was wrong."""

    kept: str
    beside: str = ""
    error: str = ""


class Paper:
    """Everything a page is drawn with. One per process."""

    def __init__(self, sheets: Sheets, house: House, *, files: bool) -> None:
        self._sheets, self._house, self._files = sheets, house, files
        own = (TEMPLATES / "page.css").read_text(encoding="utf-8")
        self._style = sheets.style + own
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._env.globals["w"] = w
        self.headers = _headers(self._style)

    def form(
        self, words: Words, form: Form, *, status: int = 200, enclosing: Enclosing | None = None, first: bool = False
    ) -> HTMLResponse:
        page = self._env.get_template("page.html").render(
            words=words,
            house=self._house,
            style=Markup(self._style),  # noqa: S704 - our own files, and the policy names their hash
            sheet=Markup(self._sheets.sheet(form, words, nonce)),  # noqa: S704 - drawn with every text escaped
            enclose=self._enclose(words, enclosing) if enclosing else "",
            first=first,
        )
        return HTMLResponse(page, status, self.headers)

    def again(self, words: Words, fields: Mapping[str, str]) -> HTMLResponse:
        """What was not taken because too much came in: every word of it, and the way to send the same once more."""
        told = {**fields, "nonce": nonce()}
        own = [text for name, text in fields.items() if name.startswith(FIELD) and " " in text]
        sheet = self._env.get_template("again.html").render(words=words, told=told, own=own)
        page = self._env.get_template("page.html").render(
            words=words,
            house=self._house,
            style=Markup(self._style),  # noqa: S704 - as above
            sheet=Markup(sheet),  # noqa: S704 - drawn with every text escaped
            enclose="",
            first=False,
        )
        return HTMLResponse(page, 503, self.headers)

    def _enclose(self, words: Words, enclosing: Enclosing) -> Markup:
        drawn = self._env.get_template("enclose.html").render(
            words=words,
            files=self._files,
            nonce=nonce(),
            longest=LONGEST_BESIDE,
            kept=enclosing.kept,
            beside=enclosing.beside,
            error=enclosing.error,
        )
        return Markup(drawn)  # noqa: S704 - drawn with every text escaped


def _headers(style: str) -> dict[str, str]:
    """Nothing runs, nothing is fetched, nothing is kept by the browser, and nobody else's page holds this one."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex, nofollow",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Permissions-Policy": ", ".join(f"{each}=()" for each in NEVER),
    }
