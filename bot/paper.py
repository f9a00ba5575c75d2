"""A board paper as a plain value: every number is computed and every word is said before, so that drawing only draws."""

from datetime import datetime

from bot.charts import Chart
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the paper says: a line that stands out, and what is told below it. Either may be empty."""

    lead: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One page of A4. `language` is BCP 47. The chart stands beside the second part, its finding is what is read aloud in
    its place. `rules` stand at the foot, in the same words for everybody."""

    title: str
    period: str
    language: str
    made_at: datetime
    parts: tuple[Part, ...]
    chart: Chart | None
    rules: tuple[str, ...]
