"""Draws a board paper on one page of A4, with tags, language and title for those who have it read to them.

The letters are DejaVu Sans, which comes with matplotlib: Latin with every accent, Greek and Cyrillic. The smallest size
at which all of it fits on the page is looked for from above, so that a paper with long names is smaller and never longer.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from fpdf import FPDF, ViewerPreferences
from fpdf.enums import MethodReturnValue, XPos, YPos
from PIL import Image

from bot.paper import Item, Paper, Part

FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
FONT = "DejaVu"
WIDTH, HEIGHT, EDGE, GAP = 210.0, 297.0, 16.0, 6.0
PICTURE = 74.0
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
LEADING = 0.47  # millimetres of line for each point of letter
INK, QUIET, LINE, ACCENT = (23, 33, 31), (81, 96, 92), (116, 131, 127), (11, 100, 87)


def printed(paper: Paper, picture: bytes) -> bytes:
    """The PDF. `picture` is the PNG of the paper's chart, or empty. The last size is taken whether it fits or not, and
    what is below the edge then is cut off rather than put on a second page."""
    _quiet()
    made = _at(paper, picture, SIZES[0])
    for size in SIZES[1:]:
        if made.fits:
            break
        made = _at(paper, picture, size)
    return bytes(made.output())


def _at(paper: Paper, picture: bytes, size: float) -> "Page":
    page = Page(paper, size)
    page.head(paper)
    page.beside(paper.parts, picture, paper.chart.finding if paper.chart else "")
    page.foot(paper.rules)
    return page


def _quiet() -> None:
    """One library tells of every table of a font that it leaves out, the other which letters a font lacks: of whatever
    people wrote, and logs hold nothing of that."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    logging.getLogger("fpdf").setLevel(logging.ERROR)


class Page(FPDF):
    """One page under the pen. `fits` says whether the parts ended above the rules at the foot."""

    def __init__(self, paper: Paper, size: float) -> None:
        super().__init__(format="A4")
        self.size, self.fits = size, True
        self.set_margins(EDGE, EDGE, EDGE)
        self.set_auto_page_break(False)
        self.c_margin = 0.0
        self.add_font(FONT, "", FONTS / "DejaVuSans.ttf")
        self.add_font(FONT, "B", FONTS / "DejaVuSans-Bold.ttf")
        self.set_title(paper.title)
        self.set_subject(paper.period)
        self.set_lang(paper.language)
        self.set_creator("Hearback")
        self.set_creation_date(paper.made_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.add_page()

    def head(self, paper: Paper) -> None:
        self._say(paper.title, "/H1", size=self.size * 1.7, bold=True)
        self._say(paper.period, "/P", colour=QUIET)
        self.ln(GAP / 2)

    def beside(self, parts: tuple[Part, ...], picture: bytes, alt: str) -> None:
        """The parts one below the other; the second has the chart beside it."""
        for place, part in enumerate(parts):
            top = self.get_y()
            pictured = place == 1 and bool(picture)
            self._part(part, WIDTH - 2 * EDGE - (PICTURE + GAP if pictured else 0))
            bottom = self._picture(picture, alt, top) if pictured else top
            self.set_y(max(self.get_y(), bottom) + GAP / 2)

    def foot(self, rules: tuple[str, ...]) -> None:
        """At the lower edge of the page, in smaller letters, below a line."""
        text, size = " ".join(rules), max(self.size * 0.8, 5.0)
        self.set_font(FONT, "", size)
        lines = self.multi_cell(0, size * LEADING, text, dry_run=True, output=MethodReturnValue.LINES)
        top = HEIGHT - EDGE - size * LEADING * (len(lines) if isinstance(lines, list) else 1)
        self.fits = self.get_y() <= top - GAP / 2
        self.set_draw_color(*LINE)
        self.line(EDGE, top - 2, WIDTH - EDGE, top - 2)
        self.set_y(top)
        self._say(text, "/P", size=size, colour=QUIET)

    def _part(self, part: Part, width: float) -> None:
        self._say(part.heading, "/H2", size=self.size * 1.2, bold=True, width=width, colour=ACCENT)
        self.ln(self.size * 0.08)
        for item in part.items:
            self._item(item, width)

    def _item(self, item: Item, width: float) -> None:
        if item.lead:
            self._say(item.lead, "/P", bold=True, width=width)
        if item.told:
            self._say(item.told, "/P", width=width)
        self.ln(self.size * 0.12)

    def _picture(self, picture: bytes, alt: str, top: float) -> float:
        """In the right-hand column, from `top` on; returns where it ends. Read after the text that it stands beside."""
        below = self.get_y()
        with Image.open(BytesIO(picture)) as opened:
            height = PICTURE * opened.height / opened.width
        self.image(BytesIO(picture), WIDTH - EDGE - PICTURE, top, PICTURE, alt_text=alt)
        self.set_xy(EDGE, below)
        return top + height

    def _say(
        self,
        text: str,
        tag: str,
        *,
        size: float = 0.0,
        bold: bool = False,
        width: float = 0.0,
        colour: tuple[int, int, int] = INK,
    ) -> None:
        size = size or self.size
        self.set_font(FONT, "B" if bold else "", size)
        self.set_text_color(*colour)
        with self._tagged(tag):
            self.multi_cell(width, size * LEADING, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    @contextmanager
    def _tagged(self, tag: str) -> Iterator[None]:
        """Says what a piece of the page is. The library tags pictures only, and calls whatever it marks a figure; the
        mark itself may be given another name."""
        with self._marked_sequence() as mark:
            mark.s = tag
            yield
