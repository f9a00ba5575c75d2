"""Files are read as YAML 1.2: what looks like a word is a word, and nothing is said twice."""

import pytest

from storage.yaml12 import Unreadable, line_of, load


def test_what_yaml_once_took_for_a_truth_or_a_time_is_a_word() -> None:
    text = "a: on\nb: yes\nc: 10:00\nd: 2026-01-02\ne: Off\n"
    assert load(text) == {"a": "on", "b": "yes", "c": "10:00", "d": "2026-01-02", "e": "Off"}


def test_numbers_truths_and_nothing_are_what_they_look_like() -> None:
    assert load("[010, -3, 1.5, .5, true, False, ~, null, '']") == [10, -3, 1.5, 0.5, True, False, None, None, ""]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a: [1,\nb\n", 3),
        ("a: 1\nb: !!python/object:os.system now\n", 2),
        ("a:\n\t- 1\n", 2),
        ("a: 1\nb: " + "9" * 5000, 2),
        ("a: 1\nb: !!int word\n", 2),
        ("a: 1\nb: !!timestamp 2026-99-99\n", 2),
        ("a: &a [1]\nb: *a\n", 1),
        ("a: 1\nb: &b {c: *b}\n", 2),
        ("a: 1\nb: " + "[" * 200_000, 2),
        ("a: 1\nb: " + "[ " * 200_000, 2),
        ("a: 1\nb:\n  " + "- " * 200_000 + "1", 3),
        ("a: 1\nb: " + "[{c: " * 50_000, 2),
        ("a: 1\n--- \nb: 2\n", 2),
        ("a: 1\nb: \0\n", 1),
    ],
    ids=[
        "a key twice",
        "an open bracket",
        "an object",
        "a tab",
        "a number without end",
        "a number that is none",
        "a day that is none",
        "a reference",
        "a circle",
        "depth",
        "depth with room",
        "depth by hyphens",
        "depth by keys",
        "two documents",
        "no character",
    ],
)
def test_what_cannot_be_read_says_where(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        load(text)
    assert caught.value.line == line


def test_the_line_of_what_is_missing_is_that_of_what_it_should_stand_in() -> None:
    text = "name: pulse\nmoments:\n  - ask: weekly\n  - show:\n      until: +7d\n"
    assert line_of(text, ("moments", 1, "show", "until")) == 5
    assert line_of(text, ("moments", 1, "show", "at")) == 4
    assert line_of(text, ("moments", 7)) == 2
    assert line_of(text, ("title",)) == 1
