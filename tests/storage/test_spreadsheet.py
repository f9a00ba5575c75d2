"""A table for a spreadsheet holds what people wrote, and none of it is run."""

import csv
from io import StringIO

import pytest

from storage.simulate.comments import ROUGH
from storage.spreadsheet import Value, cell, table


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", '=HYPERLINK("x")', "=", "-"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("sign", ["\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_a_sign_in_full_width_begins_a_formula_too(sign: str) -> None:
    assert cell(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_where_the_separator_is_another_no_part_begins_like_a_formula(separator: str, sign: str) -> None:
    assert cell(f"ok{separator}{sign}1") == f"ok{separator}'{sign}1"
    assert cell(f"={separator}{separator}{sign}1") == f"'={separator}{separator}'{sign}1"
    for between in (separator, f'{separator}"', f'{separator}"""', "\r\n", "\n", f"{separator}{separator}"):
        written = table(("n", "said"), [{"n": 1, "said": f"ok{between}{sign}cmd|' /C calc'!A0"}])
        parts = [part for row in csv.reader(StringIO(written, newline=""), delimiter=separator) for part in row]
        assert len(parts) > 2
        assert not any(part.startswith(sign) for part in parts)


@pytest.mark.parametrize(
    "text", ["", "plain", "1=1", "'quoted", "a\tb", "ｅ", "mail@example.invalid", "(-1)", "a;b; c"]
)
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
