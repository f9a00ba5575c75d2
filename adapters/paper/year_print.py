"""Prints a year's report on as many pages of A4 as it takes, with tags, bookmarks, a language and a title."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from fpdf import FPDF, ViewerPreferences
from fpdf.enums import MethodReturnValue, XPos, YPos

from adapters.paper.page import ACCENT, EDGE, FONTS, GAP, HEIGHT, INK, LEADING, LINE, QUIET, WIDTH
from bot.chart_text import Table, twin
from bot.yearly import Drawn, Entry, Group, Section, Standing, Yearly

FONT = "sans-serif"  # as the drawings of charts call it
SIZE, SMALL = 10.0, 8.0
ROOM = WIDTH - 2 * EDGE
FOOT = HEIGHT - EDGE
CHART = 108.0
TOGETHER = 90.0
"""An entry of up to so many millimetres stands on one page."""
SHAPES: dict[Standing, tuple[int, int, int]] = {"overdue": (163, 36, 28), "dropped": QUIET}


def printed(report: Yearly, drawings: Sequence[str]) -> bytes:
    """The PDF; `drawings` are the charts as SVG, in the report's order."""
    for noisy in ("fontTools", "fpdf"):  # they tell which letters a font lacks: of whatever people wrote
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    pages = Pages(report)
    pages.draw(report, iter(drawings))
    return bytes(pages.output())


class Pages(FPDF):
    """Pages under the pen. A text goes on on the next page between two of its lines, each part with a tag of its own."""

    def __init__(self, report: Yearly) -> None:
        super().__init__(format="A4")
        self.set_margins(EDGE, EDGE, EDGE)
        self.set_auto_page_break(False)
        self.c_margin = 0.0
        self.add_font(FONT, "", FONTS / "DejaVuSans.ttf")
        self.add_font(FONT, "B", FONTS / "DejaVuSans-Bold.ttf")
        self.set_title(f"{report.title} · {report.period}")
        self.set_lang(report.language)
        self.set_creator("Hearback")
        self.set_creation_date(report.made_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self._below = f"{report.period} · {report.title}"
        self.add_page()

    def footer(self) -> None:
        """Which report, and which page; no tag: it is nothing to be read aloud on each page."""
        self.set_font(FONT, "", SMALL)
        self.set_text_color(*QUIET)
        self.set_xy(EDGE, HEIGHT - EDGE + 4)
        self.cell(ROOM - 20, 4, self._cut(self._below, ROOM - 24))
        self.cell(20, 4, str(self.page_no()), align="R")

    def draw(self, report: Yearly, drawings: Iterator[str]) -> None:
        self._say(report.period, "/P", bold=True, colour=QUIET)
        self._say(report.title, "/H1", size=SIZE * 1.8, bold=True)
        self._say(report.made, "/P", colour=QUIET)
        self._heading(report.pictured, 0)
        for line in report.picture:
            self._say(line, "/P", indent=4, dot=True)
            self.ln(1)
        for section in report.sections:
            self._section(section, drawings)
        self._heading(report.read, 0)
        for rule in report.rules:
            self._say(rule, "/P", size=SMALL, colour=QUIET)

    def _section(self, section: Section, drawings: Iterator[str]) -> None:
        self._heading(section.heading, 0)
        for line in section.told:
            self._say(line, "/P", colour=QUIET)
        for each in section.drawn:
            self._drawn(each, next(drawings))
        for group in section.groups:
            self._group(group)

    def _drawn(self, each: Drawn, drawing: str) -> None:
        """The chart, with what it says and what its marks stand for in a column beside it."""
        high = CHART * _shape(drawing)
        self._room(high + SIZE * LEADING * 4)
        self._heading(each.chart.title, 1)
        top, page = self.get_y(), self.page
        self.image(BytesIO(drawing.encode()), EDGE, top, CHART, alt_text=twin(each.chart))
        self.set_xy(EDGE, top)
        self._say(each.chart.finding, "/P", indent=CHART + GAP)
        for line in each.key:
            self._say(line, "/P", size=SMALL, indent=CHART + GAP, colour=QUIET)
        self.set_y(max(self.get_y(), top + high) if self.page == page else self.get_y())

    def _group(self, group: Group) -> None:
        if group.heading:
            self._heading(group.heading, 1)
        if group.table:
            self._table(group.table)
        for entry in group.entries:
            self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        lead = f"{entry.stands}: {entry.lead}" if entry.stands else entry.lead
        self.set_font(FONT, "B", SIZE)
        lines = len(self._lines(lead, ROOM, SIZE)) + sum(len(self._lines(each, ROOM - 8, SIZE)) for each in entry.told)
        self._room(min(GAP + lines * SIZE * LEADING, TOGETHER))
        self.ln(GAP / 3)
        self._say(lead, "/P", bold=True, colour=SHAPES.get(entry.standing, INK))
        for line in entry.told:
            self._say(line, "/P", indent=4)

    def _table(self, of: Table) -> None:
        """A line of cells each; its first row again on each page."""
        share = _shares(of)
        self._row(of.heads, share, bold=True)
        for row in of.rows:
            if self._tall(row, share) > FOOT - self.get_y():
                self.add_page()
                self._row(of.heads, share, bold=True)
            self._row(row, share)

    def _row(self, cells: Sequence[str], share: Sequence[float], *, bold: bool = False) -> None:
        top, high, x = self.get_y(), self._tall(cells, share), EDGE
        self.set_text_color(*(QUIET if bold else INK))
        with self._tagged("/P"):
            for cell, part in zip(cells, share, strict=True):
                self.set_xy(x, top + 0.8)
                self.set_font(FONT, "B" if bold else "", SMALL)
                self.multi_cell(part - 3, SMALL * LEADING, cell, align="L")
                x += part
        self.set_draw_color(*LINE)
        self.line(EDGE, top + high, WIDTH - EDGE, top + high)
        self.set_xy(EDGE, top + high)

    def _tall(self, cells: Sequence[str], share: Sequence[float]) -> float:
        self.set_font(FONT, "B", SMALL)
        most = max(len(self._lines(cell, part - 3, SMALL)) for cell, part in zip(cells, share, strict=True))
        return SMALL * LEADING * most + 1.6

    def _heading(self, text: str, level: int) -> None:
        self._room(SIZE * LEADING * (7 if level == 0 else 5))
        self.ln(GAP if level == 0 else GAP / 2)
        self.start_section(self._cut(text, ROOM), level)
        size, colour = (SIZE * 1.35, ACCENT) if level == 0 else (SIZE * 1.1, INK)
        self._say(text, "/H2" if level == 0 else "/H3", size=size, bold=True, colour=colour)
        self.ln(1.5)

    def _say(
        self,
        text: str,
        tag: str,
        *,
        size: float = SIZE,
        bold: bool = False,
        indent: float = 0.0,
        dot: bool = False,
        colour: tuple[int, int, int] = INK,
    ) -> None:
        self.set_font(FONT, "B" if bold else "", size)
        lines, high = self._lines(text, ROOM - indent, size), size * LEADING
        while lines:
            fit = int((FOOT - self.get_y()) / high)
            if fit < min(len(lines), 2):
                self.add_page()
                continue
            self.set_font(FONT, "B" if bold else "", size)
            self.set_text_color(*colour)
            now, lines = lines[:fit], lines[fit:]
            if dot:
                self.set_x(EDGE)
                self.set_fill_color(*ACCENT)
                self.circle(EDGE + 1, self.get_y() + high / 2, 0.7, style="F")
                dot = False
            self.set_x(EDGE + indent)
            with self._tagged(tag):
                self.multi_cell(ROOM - indent, high, "\n".join(now), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _lines(self, text: str, width: float, size: float) -> list[str]:
        self.set_font_size(size)
        lines = self.multi_cell(width, size * LEADING, text, align="L", dry_run=True, output=MethodReturnValue.LINES)
        return [str(line) for line in lines] if isinstance(lines, list) else []

    def _room(self, high: float) -> None:
        """A new page where there is less room than that left."""
        if FOOT - self.get_y() < high:
            self.add_page()

    def _cut(self, text: str, width: float) -> str:
        line = " ".join(text.split())
        while line and self.get_string_width(line) > width:
            line = line[:-2] + "…"
        return line

    @contextmanager
    def _tagged(self, tag: str) -> Iterator[None]:
        """Says what a piece of the page is; the library itself tags pictures only."""
        with self._marked_sequence() as mark:
            mark.s = tag
            yield


def _shares(of: Table) -> list[float]:
    """How wide each column is, by its longest word and its length; the second, which is prose, takes what is left."""
    sizes = [min(30, max(len(row[place]) for row in (of.heads, *of.rows))) for place in range(len(of.heads))]
    return [ROOM * size / sum(sizes) for size in sizes]


def _shape(drawing: str) -> float:
    """Height by width."""
    wide, high = drawing.partition('viewBox="')[2].partition('"')[0].split()[2:]
    return float(high) / float(wide)
