"""Writes tables as CSV in such a way that no spreadsheet takes what somebody wrote for a formula."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

Value = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """The CSV text (RFC 4180) with a line of column names first. Raises KeyError if a row lacks a column, ValueError if it
    has one too many. Write it with the encoding utf-8-sig, or Excel misreads every accent."""
    written = StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow([cell(column) for column in columns])
    for row in rows:
        if extra := row.keys() - set(columns):
            raise ValueError(f"no column is called {min(extra)}")
        lines.writerow([cell(row[column]) for column in columns])
    return written.getvalue()


def cell(value: Value) -> str:
    """A number stays a number, nothing is an empty cell, and a text that a spreadsheet would run gets an apostrophe in
    front, which a spreadsheet does not show.

    Source of the six beginnings: OWASP, "CSV Injection".
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
