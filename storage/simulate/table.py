"""What was played, as tables for a terminal."""

from collections.abc import Mapping

from rich.table import Table

from storage.simulate.play import Count, Played


def tables(played: Played) -> tuple[Table, Table]:
    """Who was asked and who answered, week by week and division by division."""
    whole = f"{played.organisation.name}: {len(played.organisation.people)} people in {len(played.organisation.units)} units"
    weeks = {str(week + 1): count for week, count in played.weeks.items()}
    return _table(whole, "Week", weeks), _table("The same by division", "Division", played.divisions)


def _table(title: str, first: str, counts: Mapping[str, Count]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for name in ("Asked", "Answered", "%", "Comments", "Mean, 0 to 10"):
        table.add_column(name, justify="right")
    for name, count in counts.items():
        table.add_row(name, *_cells(count))
    table.add_section()
    table.add_row("Together", *_cells(sum(counts.values(), Count())))
    return table


def _cells(count: Count) -> tuple[str, ...]:
    share = f"{100 * count.answered / count.asked:.0f}" if count.asked else "-"
    mean = "-" if count.mean is None else f"{count.mean:.1f}"
    return str(count.asked), str(count.answered), share, str(count.comments), mean
