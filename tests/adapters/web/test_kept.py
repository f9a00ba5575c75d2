"""A card that is kept and read again is the same card, whatever stands on it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.charts.examples import examples
from adapters.web.kept import from_json, to_json
from bot.ui import Buttons, Card, Divider, Facts, Heading, Link, Note, Open, Picture, Press, Quote, Text

texts = st.text(max_size=12)
looks = st.sampled_from(["plain", "primary", "danger"])
button = st.one_of(
    st.builds(Press, texts, texts, texts, texts, looks),
    st.builds(Open, texts, texts, texts, texts, looks),
    st.builds(Link, texts, texts),
)
block = st.one_of(
    *(st.builds(kind, texts) for kind in (Heading, Text, Note, Quote)),
    st.builds(Facts, st.lists(st.tuples(texts, texts), max_size=3).map(tuple)),
    st.builds(Buttons, st.lists(button, max_size=4).map(tuple)),
    st.builds(Divider),
    st.builds(Picture, st.sampled_from([*examples().values()]), texts),
)
cards = st.builds(Card, texts, st.lists(block, max_size=6).map(tuple))


@pytest.mark.long
@settings(deadline=None, max_examples=60)
@given(cards)
def test_a_kept_card_comes_back_as_it_was(card: Card) -> None:
    assert from_json(to_json(card)) == card


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"summary": "x", "blocks": [{}]}',
        '{"summary": "x", "blocks": [{"is": "Video"}]}',
        '{"summary": "x", "blocks": [{"is": "Facts", "pairs": [1]}]}',
        '{"summary": "x", "blocks": [{"is": "Picture", "chart": "[]", "address": ""}]}',
        '{"summary": "x", "blocks": [{"is": "Picture", "chart": 3, "address": ""}]}',
        '{"summary": "x", "blocks": [{"is": "Buttons", "buttons": [{"is": "Press", "colour": "red"}]}]}',
    ],
)
def test_anything_else_is_a_value_error(body: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(body)
