"""Draws the pages of a workshop: each one HTML page with its style inside, no script, and nothing to be fetched."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from adapters.tables import words as w
from adapters.tables.screen import columns, drawn_room
from bot.promises import Promise, in_order, said_day, stands, told
from bot.settings import House
from bot.values import dataclass
from bot.words import Words
from bot.workshop import FEW, LONGEST, NAME, PICKS, THEMES, Progress, Table, Theme, Workshop, said_code

TEMPLATES = Path(__file__).parent / "templates"
REFRESH_SCREEN, REFRESH_TABLE = 5, 8
OWN_FORMS = "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
NEVER = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")


@dataclass(frozen=True, slots=True, repr=False)
class State:
    """What stands in a table's page beside what is true: words that were not kept, what was wrong, what has been done, the
    theme that is being changed, a paper's lines as they would be put down, and what this phone has just chosen."""

    said: str = ""
    error: str = ""
    at: str = ""
    draft: str = ""
    notes: tuple[str, ...] = ()
    theme: str = ""
    lines: tuple[str, ...] = ()
    chosen: bool = False
    status: int = 200


class Page:
    """Everything the pages are drawn with. One per process."""

    def __init__(self, house: House, style: str) -> None:
        self._house = house
        self._style = style + (TEMPLATES / "tables.css").read_text(encoding="utf-8")
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._env.globals |= {"w": w, "house": house, "said_code": said_code, "qr": qr, "sending": _sending}
        self._env.globals |= {"style": Markup(self._style), "host": _host(house.tables)}  # noqa: S704 - our own files
        self.headers = _headers(self._style)

    def join(self, words: Words, *, code: str = "", error: str = "", status: int = 200) -> HTMLResponse:
        return self._page("join.html", words, status, code=code, error=error)

    def sorry(self, words: Words, sentence: Any, status: int) -> HTMLResponse:
        return self._page("sorry.html", words, status, text=words(sentence))

    def table(self, words: Words, of: Workshop, table: Table, state: State, *, phone: str = "") -> HTMLResponse:
        """`phone` is what tells this phone from others: each reads the room's themes in an order of its own."""
        waits = of.stage in ("listed", "merging") and not state.draft
        theme = next((each for each in table.themes if each.ref == state.theme), None)
        return self._page(
            "table.html",
            words,
            state.status,
            of=of,
            table=table,
            state=state,
            now=theme,
            ticked=_ticked(table, state),
            room=_mixed(of, phone),
            refresh=REFRESH_TABLE if waits else 0,
            progress=f"{self._house.tables}/progress/{of.token}",
            limits={"note": LONGEST, "name": NAME, "themes": THEMES, "picks": PICKS},
        )

    def screen(self, words: Words, of: Workshop, now: datetime) -> HTMLResponse:
        return self._page(
            "room.html",
            words,
            of=of,
            refresh=REFRESH_SCREEN,
            few=FEW,
            columns=columns(of, now),
            room=drawn_room(words, of),
            join=f"{self._house.tables}/t",
            progress=f"{self._house.tables}/progress/{of.token}",
        )

    def cards(self, words: Words, of: Workshop) -> HTMLResponse:
        return self._page("cards.html", words, of=of, at=f"{self._house.tables}/t")

    def progress(self, words: Words, found: Progress, now: datetime) -> HTMLResponse:
        return self._page("progress.html", words, **_progress(words, found, self._house, now))

    def _page(self, name: str, words: Words, status: int = 200, **values: Any) -> HTMLResponse:
        drawn = self._env.get_template(name).render(words=words, **({"refresh": 0} | values))
        return HTMLResponse(drawn, status, self.headers)


def qr(address: str) -> Markup:
    """A QR code, dark on white in dark mode too: telephones need that."""
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(omitsize=True, border=2, dark="#000", light="#fff", svgclass="qr"))  # noqa: S704


def _progress(words: Words, found: Progress, house: House, now: datetime) -> Mapping[str, Any]:
    of, today = found.workshop, words.today(now)
    themes = {promise.ref: theme for theme in of.room for promise in found.of(theme)}
    rows = [
        {
            "theme": _theme(words, of, themes[each.ref]) if each.ref in themes else None,
            **_promise(words, each, house, today),
        }
        for each in in_order(found.promises, today)
    ]
    how = {"already": w.ALREADY, "not_now": w.NOT_NOW, "passed_on": w.PASSED_ON}
    others = [(_theme(words, of, each), words(how[each.how]), each.reason) for each in of.in_order() if each.how in how]
    loose = sum(each.theme is None for table in of.tables for each in table.notes)
    return {
        "of": of,
        "promises": rows,
        "others": others,
        "loose": loose,
        "late": now > of.answer_by,
        "as_of": words.dated(now),
    }


def _promise(words: Words, each: Promise, house: House, today: date) -> Mapping[str, Any]:
    return {
        "text": each.text,
        "state": "overdue" if each.silent(today) else each.state,
        "who": (each.role[:1].upper() + each.role[1:]) or house.organisation,
        "stands": stands(words, each, today),
        "news": [(said_day(words, one.at, today), told(words, one, today)) for one in each.updates],
    }


def _theme(words: Words, of: Workshop, theme: Theme) -> tuple[str, str]:
    """A theme's name, and whose it is."""
    whose = [words(w.OF, table=table.name, voice=table.voice) for table in of.whose(theme)]
    return theme.name, words(w.THEMES_BY, listed=words.listed(whose)) if whose else ""


def _ticked(table: Table, state: State) -> tuple[str, ...]:
    return state.notes or tuple(each.ref for each in table.notes if state.theme and each.theme == state.theme)


def _mixed(of: Workshop, phone: str) -> list[Theme]:
    """In an order of chance that stays the same on one phone: what stands on top is chosen more often."""
    room = sorted(of.room, key=lambda each: each.ref)
    Random(phone + of.ref).shuffle(room)  # noqa: S311 - an order to read in, not a secret
    return room


def _sending() -> str:
    return secrets.token_urlsafe(16)


def _host(address: str) -> str:
    """`hearback.example.org/t`, as people type it."""
    return f"{address.partition('://')[2]}/t"


def _headers(style: str) -> dict[str, str]:
    """Nothing runs, nothing is fetched, nothing is kept by the browser, and nobody else's page holds this one."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; {OWN_FORMS}",
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
