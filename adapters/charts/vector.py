"""Turns the library's SVG into one that may stand in a page: no ids, no styles, no scripts, colours as classes.

The pages forbid inline styles, and two charts on a page must not share an id. What remains are paths and texts; each
colour is an attribute, which is right by itself on paper, and a class, by which a page's own style overrules it.
"""

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from adapters.charts.palette import PARTS
from bot.charts import Chart

SVG = "{http://www.w3.org/2000/svg}"
LONG = re.compile(r"-?\d+\.\d{3,}")
KEPT = ("font-size", "font-weight", "text-anchor", "stroke-width", "stroke-dasharray", "stroke-linecap")


def inline(drawn: str, chart: Chart) -> str:
    """The drawing of a chart as one `svg` element, with its title and its finding for those who do not see it."""
    root = ET.fromstring(drawn)  # noqa: S314 - our own program wrote it a moment ago
    head = f"<title>{escape(chart.title)}</title><desc>{escape(chart.finding)}</desc>"
    size = f'width="{root.get("width", "").removesuffix("pt")}" height="{root.get("height", "").removesuffix("pt")}"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{root.get("viewBox")}" {size}'
    return f'{opening} font-family="sans-serif">{head}{"".join(_parts(root))}</svg>'


def _parts(root: ET.Element) -> Iterator[str]:
    for part in root.iter():
        if part.tag == f"{SVG}path" and not part.get("id"):
            yield f'<path d="{_path(part.get("d", ""))}"{_look(part)}/>'
        elif part.tag == f"{SVG}text":
            yield f'<text x="{_short(part.get("x", ""))}" y="{_short(part.get("y", ""))}"{_look(part)}>{_said(part)}</text>'


def _said(part: ET.Element) -> str:
    return escape("".join(part.itertext()))


def _look(part: ET.Element) -> str:
    """How it looks, as attributes. Where there is a stroke and no fill it says so: SVG would fill it black."""
    style = dict(each.split(": ", 1) for each in part.get("style", "").split("; ") if ": " in each)
    classes = [f"{kind}-{PARTS[style[kind]]}" for kind in ("fill", "stroke") if style.get(kind) in PARTS]
    look = {name: style[name] for name in ("fill", "stroke", *KEPT) if name in style}
    named = {"class": " ".join(classes)} if classes else {}
    return "".join(f' {name}="{escape(value)}"' for name, value in (named | look).items())


def _path(shape: str) -> str:
    return _short(" ".join(shape.split()))


def _short(numbers: str) -> str:
    """A hundredth of a pixel is fine enough."""
    return LONG.sub(lambda number: f"{float(number[0]):.2f}", numbers)
