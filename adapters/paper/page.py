"""Draws a board paper on one page of A4, with tags, language and title for those who have it read to them.

The letters are DejaVu Sans, which comes with matplotlib: Latin with every accent, Greek and Cyrillic. The smallest size
at which all of it fits on the page is looked for from above, so that a paper with long names is smaller and never longer.
"""

import logging
from bisect import bisect_left
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
    """The PDF. `picture` is the PNG of the paper's chart, or empty. Should even the smallest letters not do, what is below
    the edge is cut off rather than put on a second page."""
    _quiet()
    page = Page(paper)
    # Where one size fits, all smaller ones do: four measures find it.
    place = bisect_left(SIZES, True, key=lambda size: page.fits(paper, picture, size))
    page.draw(paper, picture, SIZES[min(place, len(SIZES) - 1)])
    return bytes(page.output())


def _quiet() -> None:
    """One library tells of every table of a font that it leaves out, the other which letters a font lacks: of whatever
    people wrote, and logs hold nothing of that."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    logging.getLogger("fpdf").setLevel(logging.ERROR)


class Page(FPDF):
    """One page under the pen. While it is `dry` everything is measured and nothing is drawn."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4")
        self.size, self.dry = SIZES[0], False
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

    def fits(self, paper: Paper, picture: bytes, size: float) -> bool:
        """Whether the parts end above the rules at the foot, in letters of this size."""
        self.dry = True
        room = self.draw(paper, picture, size)
        self.dry = False
        return room >= GAP / 2

    def draw(self, paper: Paper, picture: bytes, size: float) -> float:
        """Draws it all, and returns the room that is left above the rules, in millimetres."""
        self.size = size
        self.set_xy(EDGE, EDGE)
        self._say(paper.title, "/H1", size=size * 1.7, bold=True)
        self._say(paper.period, "/P", colour=QUIET)
        self.ln(GAP / 2)
        self._beside(paper.parts, picture, paper.chart.finding if paper.chart else "")
        return self._foot(paper.rules)

    def _beside(self, parts: tuple[Part, ...], picture: bytes, alt: str) -> None:
        """The parts one below the other; the second has the chart beside it."""
        for place, part in enumerate(parts):
            top = self.get_y()
            pictured = place == 1 and bool(picture)
            self._part(part, WIDTH - 2 * EDGE - (PICTURE + GAP if pictured else 0))
            bottom = self._picture(picture, alt, top) if pictured else top
            self.set_y(max(self.get_y(), bottom) + GAP / 2)

    def _foot(self, rules: tuple[str, ...]) -> float:
        """At the lower edge of the page, in smaller letters, below a line; returns how far above it the parts ended."""
        text, size = " ".join(rules), max(self.size * 0.8, SIZES[-1])
        top, ended = HEIGHT - EDGE - self._height(text, size), self.get_y()
        if not self.dry:
            self.set_draw_color(*LINE)
            self.line(EDGE, top - 2, WIDTH - EDGE, top - 2)
        self.set_y(top)
        self._say(text, "/P", size=size, colour=QUIET)
        return top - ended

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
        if not self.dry:
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
        if self.dry:
            self.set_y(self.get_y() + self._height(text, size, width))
            return
        self.set_text_color(*colour)
        with self._tagged(tag):
            self.multi_cell(width, size * LEADING, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _height(self, text: str, size: float, width: float = 0.0) -> float:
        """How much room a text takes, in the letters that are set."""
        self.set_font_size(size)
        lines = self.multi_cell(width, size * LEADING, text, align="L", dry_run=True, output=MethodReturnValue.LINES)
        return size * LEADING * (len(lines) if isinstance(lines, list) else 1)

    @contextmanager
    def _tagged(self, tag: str) -> Iterator[None]:
        """Says what a piece of the page is. The library tags pictures only, and calls whatever it marks a figure; the
        mark itself may be given another name."""
        with self._marked_sequence() as mark:
            mark.s = tag
            yield
