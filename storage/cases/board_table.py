"""What was published of cases as a table for the board: every figure that may be shown, by who published it."""

from collections.abc import Sequence

from storage.cases import codes
from storage.cases.publishing import EVERYTHING, Period
from storage.spreadsheet import Value, table
from storage.threads.recipients import Directory

COLUMNS = ("first_quarter", "last_quarter", "published_by", "role", "raised_with", "element", "cases")
NOTHING = "not enough to show"


def for_the_board(periods: Sequence[Period], directory: Directory) -> str:
    """CSV, one line for each figure. A table with nothing in it that may be shown has one line without a figure."""
    people = {each.opens.hex(): each.role for each in directory.recipients}
    rows: list[dict[str, Value]] = []
    for each in periods:
        table_of: dict[str, Value] = {
            "first_quarter": each.first.name,
            "last_quarter": each.last.name,
            "published_by": each.by.name,
            "role": each.by.role,
            "raised_with": "",
            "element": NOTHING,
            "cases": None,
        }
        rows += [
            table_of | {"raised_with": _roles(people, group), "element": element or "all", "cases": cells[element]}
            for group, cells in each.cases.items()
            for element in (EVERYTHING, *codes.CATEGORIES)
            if element in cells
        ] or [table_of]
    return table(COLUMNS, rows)


def _roles(people: dict[str, str], group: str) -> str:
    return " + ".join(sorted(people.get(key, "somebody who left") for key in group.split()))
