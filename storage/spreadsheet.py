"""Writes tables as CSV in such a way that no spreadsheet takes what somebody wrote for a formula."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

Value = str | int | float | None

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""What a formula begins with, as it is and in full width."""
_BEGINS = re.compile(rf"[{_SIGNS}\t\r]")
_AFTER_A_SEPARATOR = re.compile(rf"([;\t\r\n])(?=\"*[{_SIGNS}])")
"""Where the separator is a semicolon or a tab, a text falls into several cells there and at the end of a line, and one of
them may begin so, or with quotation marks that are dropped."""


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
    front, which a spreadsheet does not show; so does a part of it that another separator would make a cell of its own.

    Source of the beginnings: OWASP, "CSV Injection".
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            guarded = _AFTER_A_SEPARATOR.sub(r"\1'", value)
            return f"'{guarded}" if _BEGINS.match(guarded) else guarded
