"""The few colours of a chart, each with the part it plays. Blue, orange and grey are told apart by almost everybody.

Improvement blue and concern orange are those of Okabe and Ito's set, which are darker than the ones of Making Data Count
and so stand out on white as WCAG 1.4.11 asks. No colour says anything alone: a shape, a letter or a word is beside it.
On a page the part becomes a class, so that the page's own style decides, also in the dark.
"""

from bot.charts import Sense, Tone

INK = "#17211f"
QUIET = "#51605c"
GRID = "#dce3e1"
EDGE = "#74837f"
PAPER = "#ffffff"
ACCENT = "#0b6457"
BAND = "#d5e9e4"
BETTER = "#0072b2"
WORSE = "#d55e00"
OTHER = "#6b3fa0"
GOOD = "#d3e6f3"
MIDDLE = "#edf1f0"
POOR = "#fbe2cf"

PARTS = {
    INK: "ink",
    QUIET: "quiet",
    GRID: "grid",
    EDGE: "edge",
    PAPER: "paper",
    ACCENT: "accent",
    BAND: "band",
    BETTER: "better",
    WORSE: "worse",
    OTHER: "other",
    GOOD: "good",
    MIDDLE: "middle",
    POOR: "poor",
}
"""What each colour is called in adapters/web/static/components.css: `.fill-ink`, `.stroke-ink`. The last three are
not there: a page has a table of its own in the place of a drawn one."""

OF_SENSE: dict[Sense, str] = {"common": EDGE, "improvement": BETTER, "concern": WORSE, "neutral": OTHER}
OF_BAR: dict[Tone, str] = {"plain": ACCENT, "good": BETTER, "middle": EDGE, "poor": WORSE}
OF_CELL: dict[Tone, str] = {"plain": PAPER, "good": GOOD, "middle": MIDDLE, "poor": POOR}
