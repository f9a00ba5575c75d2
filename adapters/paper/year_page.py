"""Draws a year's report as one HTML page that stands alone: its style inside, its charts drawn in it, no script."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.chart_text import table
from bot.ports import Drawings
from bot.yearly import Yearly

TEMPLATES = Path(__file__).parent / "templates"
LOOKS = {"ink": "ink", "quiet": "quiet", "grid": "line", "edge": "edge", "paper": "ground", "accent": "accent"}
LOOKS |= {"band": "band", "other": "other"}


def page(report: Yearly, drawings: Sequence[Drawings]) -> bytes:
    """`drawings` are the charts, wide and narrow, in the report's order; all else is escaped."""
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    css = (TEMPLATES / "year.css").read_text(encoding="utf-8")
    style = css + "\n".join(f".{kind}-{part} {{ {kind}: var(--{name}); }}" for kind, part, name in _looks())
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    left = iter(drawings)
    return (
        env.get_template("year.html")
        .render(
            report=report,
            style=Markup(style),  # noqa: S704 - our own file
            digest=digest,
            drawing=lambda: next(left),
            svg=Markup,  # adapters/charts escapes what it draws
            table=table,
        )
        .encode()
    )


def _looks() -> list[tuple[str, str, str]]:
    """Each part of a chart takes the page's own colours, which are others in the dark."""
    return [(kind, part, name) for part, name in LOOKS.items() for kind in ("fill", "stroke")]
