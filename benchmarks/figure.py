"""One measured figure beside what was promised, and the table in which they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

WIDTH = 150


@dataclass(frozen=True, slots=True)
class Figure:
    """`bound` must hold, `mark` is worked towards, both as "at most"; without either the figure only informs.

    A value in the unit "x" is a ratio to the floor of the same run.
    """

    name: str
    value: float
    unit: str
    bound: float | None = None
    mark: float | None = None
    note: str = ""

    @property
    def held(self) -> bool:
        return self.bound is None or self.value <= self.bound


def table(figures: Sequence[Figure]) -> Table:
    shown = Table(title="Hearback, measured here and now", title_justify="left")
    for heading in ("figure", "measured", "mark", "bound", "", "note"):
        shown.add_column(heading, justify="right" if heading in ("measured", "mark", "bound") else "left")
    for figure in figures:
        shown.add_row(
            figure.name,
            _said(figure.value, figure.unit),
            _said(figure.mark, figure.unit),
            _said(figure.bound, figure.unit),
            _verdict(figure),
            figure.note,
        )
    return shown


def show(figures: Sequence[Figure], console: Console | None = None) -> None:
    (console or Console(width=WIDTH)).print(table(figures))


def _verdict(figure: Figure) -> str:
    if figure.bound is None:
        return ""
    return "holds" if figure.held else "MISSED"


def _said(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if value >= 1000 else 1 if value >= 100 else 2
    return f"{value:,.{digits}f} {unit}"
