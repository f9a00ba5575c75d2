"""Lays the examples out as one page, and takes its picture."""

import json
import math
from collections.abc import Iterable
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from markupsafe import Markup
from playwright.sync_api import Browser, Page

from docs.cards.shown import LANGUAGES, Example, mark
from docs.cards.workshop import BUILD, HERE, SLOW

PLATFORMS = ("slack", "teams", "web")
WIDTH = 1800
ENDS = "() => [...document.querySelectorAll('.row')].map(row => row.offsetTop + row.offsetHeight)"
TALLEST = 6_000  # so that letters can be read where a picture is made to fit a screen
HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Contact sheet</title>
<link rel="stylesheet" href="bundle.css"><link rel="stylesheet" href="sheet.css"></head><body>"""
TAIL = """<script>window.SHEET = {said}</script><script src="bundle.js"></script></body></html>"""


def write(examples: Iterable[Example], name: str) -> Path:
    """The page, beside the bundle that draws what is on it."""
    cells: list[dict[str, Any]] = []
    rows = [_title(name)]
    for conversation, group in groupby(examples, key=lambda each: each.conversation):
        rows.append(Markup("<h2>{}</h2>").format(conversation))
        rows += [_row(example, cells) for example in group]
    return _page(name, "".join(rows), cells)


def strip(examples: Iterable[Example], platform: str) -> Path:
    """A page that shows a few examples side by side on one platform."""
    cells = [{"platform": platform, "kind": each.kind, "payload": each.drawn[platform]} for each in examples]
    places = "".join(f'<div data-cell="{number}"></div>' for number in range(len(cells)))
    return _page(f"strip-{platform}", f'<div class="strip">{places}</div>', cells)


def opened(browser: Browser, page: Path, scale: float = 1) -> Page:
    """The page with everything on it drawn. Raises when one of the drawing libraries could not draw its card."""
    opened = browser.new_page(viewport={"width": WIDTH, "height": 1000}, device_scale_factor=scale)
    mistakes: list[str] = []
    opened.on("pageerror", lambda error: mistakes.append(str(error)))
    opened.goto(page.as_uri(), timeout=SLOW)
    opened.evaluate("() => Promise.all(window.READY ?? [])")
    if mistakes:
        raise RuntimeError(f"{page.name}: {mistakes[0]}")
    return opened


def photograph(browser: Browser, page: Path) -> list[Path]:
    """The whole page in pictures, one below the other; none begins or ends inside a row."""
    shown = opened(browser, page)
    ends: list[float] = shown.evaluate(ENDS)
    pictures: list[Path] = []
    top = 0.0
    for end, following in pairwise([*ends, math.inf]):
        if following - top > TALLEST:
            pictures.append(page.with_name(f"{page.stem}-{len(pictures) + 1:02}.png"))
            shown.screenshot(
                path=pictures[-1], full_page=True, clip={"x": 0, "y": top, "width": WIDTH, "height": end - top}
            )
            top = end
    shown.close()
    return pictures


def _page(name: str, body: str, cells: list[dict[str, Any]]) -> Path:
    page = BUILD / f"{name}.html"
    (BUILD / "sheet.css").write_text((HERE / "sheet.css").read_text(encoding="utf-8"), encoding="utf-8")
    said = _script({"mark": mark(), "cells": cells})
    page.write_text(HEAD + body + TAIL.format(said=said), encoding="utf-8")
    return page


def _title(name: str) -> Markup:
    language = next((title for title, tag in LANGUAGES.items() if tag == name), name)
    titles = Markup("").join(Markup("<span>{}</span>").format(platform.capitalize()) for platform in PLATFORMS)
    return Markup('<h1>{}</h1><div class="row columns">{}</div>').format(language, titles)


def _row(example: Example, cells: list[dict[str, Any]]) -> Markup:
    places = []
    for platform in PLATFORMS:
        places.append(Markup('<div data-cell="{}"></div>').format(len(cells)))
        cells.append({"platform": platform, "kind": example.kind, "payload": example.drawn[platform]})
    wrong = Markup(' <span class="faults">{}</span>').format(", ".join(example.faults)) if example.faults else ""
    return Markup('<div class="row"><h3>{}{}</h3>{}</div>').format(example.name, wrong, Markup("").join(places))


def _script(said: object) -> str:
    """JSON that can stand in a page: no text in it ends the script."""
    return json.dumps(said).replace("<", "\\u003c")
