"""A sheet on which things are put at pixels from its top left corner; it grows downwards while it is drawn.

This module, and `matplotlib` with it, is imported when the first chart is drawn and not before.
"""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Literal

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Polygon
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from adapters.charts.palette import GRID, INK, PAPER

Spot = tuple[float, float]
Side = Literal["left", "center", "right"]
Weight = Literal["normal", "bold"]

# The font that comes with the library is the same on every machine, and so are the pictures.
SETTINGS = {
    "font.family": ["DejaVu Sans"],
    "svg.fonttype": "none",
    "svg.hashsalt": "hearback",
    "text.parse_math": False,
    "path.simplify": False,
}
SMALL, BODY, LARGE = 12, 13, 16
LEADING = 1.35


class Canvas:
    """`width` in pixels. What is put on it first lies lowest."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._put: list[Artist] = []
        _quiet()

    def line(
        self, spots: Sequence[Spot], colour: str = GRID, *, width: float = 1, dash: tuple[float, ...] = ()
    ) -> None:
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        style: Literal["solid"] | tuple[float, tuple[float, ...]] = (0, dash) if dash else "solid"
        drawn = Line2D(xs, ys, color=colour, linewidth=width, linestyle=style)
        drawn.set_solid_capstyle("round")
        self._put.append(drawn)

    def area(self, spots: Sequence[Spot], colour: str) -> None:
        self._put.append(Polygon(list(spots), closed=True, facecolor=colour, edgecolor="none"))

    def shape(self, spots: Sequence[Spot], colour: str) -> None:
        """A small filled shape with a rim of paper, so that it stands off from lines."""
        self._put.append(Polygon(list(spots), closed=True, facecolor=colour, edgecolor=PAPER, linewidth=1.2))

    def circle(self, at: Spot, radius: float, colour: str, *, ring: float = 0) -> None:
        """A disc with a rim of paper, or with `ring` a ring of that width on paper."""
        face, rim, width = (PAPER, colour, ring) if ring else (colour, PAPER, 1.2)
        self._put.append(Circle(at, radius, facecolor=face, edgecolor=rim, linewidth=width))

    def box(self, at: Spot, size: Spot, colour: str, *, rim: str = "none", dash: bool = False) -> None:
        (x, y), (wide, high) = at, size
        rounding = f"round,pad=0,rounding_size={min(4.0, wide / 2, high / 2)}"
        style = (0, (2, 2)) if dash else "solid"
        self._put.append(FancyBboxPatch((x, y), wide, high, rounding, facecolor=colour, edgecolor=rim, linestyle=style))

    def text(
        self,
        at: Spot,
        said: str,
        colour: str = INK,
        *,
        size: float = SMALL,
        weight: Weight = "normal",
        side: Side = "left",
    ) -> None:
        """One line; `at` is on its baseline."""
        x, y = at
        self._put.append(
            Text(x, y, said, color=colour, fontsize=size, fontweight=weight, ha=side, va="baseline", parse_math=False)
        )

    def paragraph(
        self, at: Spot, said: str, colour: str = INK, *, room: float, size: float = SMALL, weight: Weight = "normal"
    ) -> float:
        """Lines below `at`, which is a top left corner. Returns where they end."""
        x, y = at
        for line in self.lines(said, room, size=size, weight=weight):
            self.text((x, y + size), line, colour, size=size, weight=weight)
            y += size * LEADING
        return y

    def wide(self, said: str, *, size: float = SMALL, weight: Weight = "normal") -> float:
        """How many pixels a line takes."""
        return _wide(said, size, weight)

    def lines(self, said: str, room: float, *, size: float = SMALL, weight: Weight = "normal") -> list[str]:
        """The text broken between words, so that each line has room; a word that has none by itself is broken too."""
        lines: list[str] = []
        for word in (part for whole in said.split() for part in self._parts(whole, room, size, weight)):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.wide(longer, size=size, weight=weight) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _parts(self, word: str, room: float, size: float, weight: Weight) -> list[str]:
        parts = [""]
        for letter in word:
            longer = parts[-1] + letter
            if parts[-1] and len(word) > 5 and self.wide(longer, size=size, weight=weight) > room:
                parts.append(letter)
            else:
                parts[-1] = longer
        return parts

    def svg(self, height: float) -> str:
        out = BytesIO()
        with rc_context(SETTINGS):  # type: ignore[arg-type]
            figure = self._figure(height, 0)
            figure.patch.set_visible(False)
            figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return out.getvalue().decode()

    def png(self, height: float, scale: float, edge: float) -> bytes:
        """`height` with the edges, in pixels at a scale of 1."""
        out = BytesIO()
        with rc_context(SETTINGS):  # type: ignore[arg-type]
            figure = self._figure(height, edge)
            figure.savefig(out, format="png", dpi=72 * scale, metadata={"Software": None})
        return out.getvalue()

    def _figure(self, height: float, edge: float) -> Figure:
        """At 72 dots an inch a point is a pixel, and so is a pixel of the SVG's own coordinates."""
        figure = Figure(figsize=((self.width + 2 * edge) / 72, height / 72), dpi=72, facecolor=PAPER)
        place = Affine2D().translate(edge, edge - height).scale(1 / 72, -1 / 72) + figure.dpi_scale_trans
        for order, artist in enumerate(self._put):
            artist.set_transform(place)
            artist.set_zorder(order)
            figure.add_artist(artist)
        return figure


def _quiet() -> None:
    """The library warns of every letter that its font lacks, and names it: of whatever people wrote, and what is written
    to stderr holds nothing of that. The warnings are put down to whoever of us called it."""
    warnings.filterwarnings("ignore", category=UserWarning, module=r"adapters\.charts\.")


@lru_cache(maxsize=4096)
def _wide(said: str, size: float, weight: Weight) -> float:
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    measured = RendererAgg(8, 8, 72).get_text_width_height_descent(said, font, ismath=False)  # type: ignore[no-untyped-call]
    return float(measured[0])
