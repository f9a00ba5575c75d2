"""A table for a spreadsheet holds what people wrote, and none of it is run."""

import csv
from io import StringIO

import pytest

from storage.simulate.comments import ROUGH
from storage.spreadsheet import Value, cell, table


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "=", "-"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "plain", "1=1", "'quoted", "a\tb", "ｅ", "mail@example.invalid", "(-1)"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [(-5, "-5"), (0, "0"), (-0.5, "-0.5"), (6.6, "6.6"), (None, ""), (True, "true"), (False, "false")],
)
def test_numbers_stay_numbers(value: Value, written: str) -> None:
    assert cell(value) == written


def test_a_table_is_read_back_as_it_was_written() -> None:
    texts = ['He said "no", twice', "two\r\nlines", "a;b,c", "Zoë"]
    rows: list[dict[str, Value]] = [{"n": at, "what": text} for at, text in enumerate(texts)]
    found = list(csv.reader(StringIO(table(("n", "what"), rows), newline="")))
    assert found == [["n", "what"], *([str(at), text] for at, text in enumerate(texts))]


def test_no_hostile_comment_begins_a_cell_with_a_formula() -> None:
    found = csv.reader(StringIO(table(("said",), [{"said": words} for words in ROUGH]), newline=""))
    assert [row for row in found if row and row[0][:1] in ("=", "+", "-", "@", "\t", "\r")] == []


def test_a_row_that_does_not_fit_the_columns_is_refused() -> None:
    with pytest.raises(KeyError):
        table(("a", "b"), [{"a": 1}])
    with pytest.raises(ValueError, match="no column is called b"):
        table(("a",), [{"a": 1, "b": 2}])
