"""Whatever is too long, too many or missing on some platform is said in one sentence, and what fits is not."""

from dataclasses import replace

import pytest

from bot.limits import faults
from bot.ui import (
    Button,
    Buttons,
    Card,
    Choice,
    Facts,
    Form,
    Heading,
    Home,
    Link,
    Note,
    Open,
    Option,
    Press,
    Quote,
    Scale,
    Text,
    Write,
)

CARD = Card("Summary", (Text("A paragraph"),))
FORM = Form("Title", "Close", fields=(Write("w", "Words", 500),), action="a.b", submit="Send")


def row(*buttons: Button) -> Card:
    return replace(CARD, blocks=(Buttons(buttons),))


def asked(field: Choice | Scale | Write) -> Form:
    return replace(FORM, fields=(field,))


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Card("", ()), "summary is missing"),
        (Card("x" * 151, ()), "summary: 151, at most 150"),
        (Card("S", (Text("x"),) * 46), "blocks: 46, at most 45"),
        (Home("T", (Text("x"),) * 96), "blocks: 96, at most 95"),
        (Card("S", (Heading(""),)), "heading is missing"),
        (Card("S", (Heading("x" * 151),)), "heading: 151, at most 150"),
        (Card("S", (Text("x" * 2901),)), "paragraph: 2901, at most 2900"),
        (Card("S", (Note(""),)), "paragraph is missing"),
        (Card("S", (Quote("x" * 2901),)), "paragraph: 2901, at most 2900"),
        (Card("S", (Facts((("a", "b"),) * 11),)), "facts: 11, at most 10"),
        (row(), "buttons is missing"),
        (row(*[Press("P", "a.b")] * 5), "buttons in a row: 5, at most 4"),
        (row(Press("", "a.b")), "button label is missing"),
        (row(Open("x" * 31, "a.b")), "button label: 31, at most 30"),
        (row(Press("P", "x" * 61)), "action: 61, at most 60"),
        (row(Press("P", "a.b", ref="x" * 201)), "ref: 201, at most 200"),
        (row(Press("P", "a.b", choice="x" * 201)), "choice: 201, at most 200"),
        (row(Press("P", "a.b", look="primary"), Open("O", "a.b", look="primary")), "more than one primary button"),
        (replace(FORM, title="x" * 25), "title: 25, at most 24"),
        (replace(FORM, close=""), "close label is missing"),
        (replace(FORM, submit=""), "a form has either both action and submit label, or neither"),
        (replace(FORM, action="", submit=""), "a form with fields needs an action"),
        (replace(FORM, errors={"other": "Wrong."}), "error for unknown field other"),
        (asked(Write("w", "", 10)), "field label is missing"),
        (asked(Write("w", "W", 3001)), "longest: 3001, at most 3000"),
        (asked(Write("w", "W", 10, hint="x" * 301)), "hint: 301, at most 300"),
        (asked(Choice("c", "C", ())), "options is missing"),
        (asked(Choice("c", "C", (Option("v", "x" * 76),))), "option: 76, at most 75"),
        (asked(Scale("s", "S", 0, 10, ("0", "1"))), "a scale needs one label per number"),
    ],
)
def test_what_does_not_fit_everywhere_is_named(shown: Card | Home | Form, said: str) -> None:
    assert faults(shown) == [said]


@pytest.mark.parametrize(
    "shown",
    [
        CARD,
        FORM,
        Home("Title", ()),
        row(Press("P", "a.b", look="primary"), Link("L", "https://example.org/" + "x" * 300)),
        replace(FORM, errors={"": "Wrong.", "w": "Too long."}),
        asked(Scale("s", "S", 0, 2, ("0", "1", "2"))),
    ],
)
def test_what_fits_has_no_fault(shown: Card | Home | Form) -> None:
    assert faults(shown) == []
