"""`python -m docs.cards.charts`: every chart as a page shows it, wide and on a telephone, light and dark, and as a PNG."""

import asyncio
import sys
from base64 import b64encode
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Browser, Page

from adapters.charts.examples import examples
from adapters.charts.studio import Studio
from adapters.web.render import Posting, drawing
from bot.charts import Chart, HeatTable
from bot.ports import Drawings
from bot.ui import Card, Picture
from bot.words import Words
from docs.browser import Missing, chromium
from docs.cards.shown import STATIC
from docs.cards.workshop import BUILD, SLOW

FRAMES = (("light", 640), ("dark", 640), ("light", 304), ("dark", 304))
"""A card in the workspace on a large screen, and on a telephone that is 320 pixels wide."""
DARK = "(prefers-color-scheme: dark)"

SHEET = Markup("""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title><style>
body {{ margin: 0; padding: 24px; background: #9aa3a0; }}
section {{ display: flex; gap: 16px; align-items: start; margin-bottom: 24px; }}
iframe {{ border: 0; }} img {{ width: 400px; }} img.small {{ width: 320px; }}
</style></head><body>{sections}<script>
window.READY = Promise.all([...document.querySelectorAll("iframe")].map((frame) => new Promise((done) => {{
  frame.onload = () => {{ frame.height = frame.contentDocument.body.scrollHeight; done(); }};
  frame.srcdoc = frame.dataset.page;
}})));</script></body></html>""")
SECTION = Markup("""<section>{frames}<img src="{png}" alt=""><img class="small" src="{png}" alt=""></section>""")
FRAME = Markup("""<iframe width="{width}" data-page="{page}"></iframe>""")
PAGE = Markup("""<!doctype html><html><head><style>{css}
body {{ background: var(--ground); }} .card {{ border-radius: 0; max-inline-size: none; }}</style></head>
<body><div class="card">{body}</div></body></html>""")


def main() -> None:
    page = write()
    try:
        with chromium() as browser:
            print(photograph(browser, page))  # noqa: T201 - what the command is for
    except Missing as missing:
        sys.exit(str(missing))


def write() -> Path:
    """The page with every example."""
    BUILD.mkdir(parents=True, exist_ok=True)
    page = BUILD / "charts.html"
    page.write_text(asyncio.run(_sheet()), encoding="utf-8")
    return page


def photograph(browser: Browser, page: Path) -> Path:
    """One picture of the whole page."""
    opened = _opened(browser, page)
    picture = page.with_suffix(".png")
    opened.screenshot(path=picture, full_page=True)
    opened.close()
    return picture


def keep(browser: Browser, page: Path, folder: Path) -> None:
    """The first chart as a page shows it, light and dark, for the README."""
    opened = _opened(browser, page, scale=1.5)
    for number, name in enumerate(("chart", "chart-dark")):
        opened.locator("iframe").nth(number).screenshot(path=folder / f"{name}.png")
    opened.close()


def _opened(browser: Browser, page: Path, scale: float = 1) -> Page:
    opened = browser.new_page(viewport={"width": 2760, "height": 1000}, device_scale_factor=scale)
    opened.goto(page.as_uri(), timeout=SLOW)
    opened.evaluate("() => window.READY")
    return opened


async def _sheet() -> str:
    studio = Studio()
    return SHEET.format(sections=Markup("").join([await _section(studio, each) for each in examples().values()]))


async def _section(studio: Studio, chart: Chart) -> Markup:
    drawings: dict[Chart, Drawings] = {} if isinstance(chart, HeatTable) else {chart: await studio.on_page(chart)}
    body = drawing().card(Card("", (Picture(chart),)), Posting("", "/", str, drawings=drawings), Words())
    frames = [FRAME.format(width=width, page=str(PAGE.format(css=_css(scheme), body=body))) for scheme, width in FRAMES]
    png = "data:image/png;base64," + b64encode(await studio.png(chart)).decode()
    return SECTION.format(frames=Markup("").join(frames), png=png)


def _css(scheme: str) -> Markup:
    """The workspace's own style. A frame cannot be told that it is dark, so the style is."""
    css = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("tokens.css", "components.css"))
    told = css.replace(DARK, "all" if scheme == "dark" else "not all").replace("light dark", scheme)
    return Markup(told)  # noqa: S704 - our own files


if __name__ == "__main__":
    main()
