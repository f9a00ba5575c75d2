"""Heaps to start from: only where there are many comments, the same ones for the same comments, and nothing is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.sorting import comments
from conversations.sort.heaps import heaps, how_many
from conversations.sort.terms import ABOVE


def invented(number: int) -> dict[str, str]:
    return {id_: text for id_, (_, text) in comments(number).items()}


@pytest.mark.parametrize(("number", "expected"), [(81, 6), (200, 10), (288, 12), (2000, 12), (2, 3)])
def test_there_are_about_the_root_of_half_as_many_heaps(number: int, expected: int) -> None:
    assert how_many(number) == expected


def test_few_comments_make_no_heaps() -> None:
    assert heaps(invented(ABOVE)) == []


@pytest.mark.long
def test_the_same_comments_make_the_same_heaps_in_whatever_order_they_come() -> None:
    texts = invented(200)
    assert heaps(texts) == heaps(dict(reversed(texts.items())))
    assert heaps(texts)


def test_most_of_a_heap_is_about_one_thing_and_its_label_is_words_of_its_comments() -> None:
    made = comments(400)
    found = heaps({id_: text for id_, (_, text) in made.items()})
    same = sum(Counter(made[id_][0] for id_, _ in heap.comments).most_common(1)[0][1] for heap in found)
    assert same / sum(len(heap.comments) for heap in found) > 0.85
    for heap in found:
        said = [made[id_][1] for id_, _ in heap.comments]
        assert heap.words
        assert all(any(word in text for text in said) for word in heap.words)
        assert heap.middle in dict(heap.comments)


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=20), st.sampled_from(["", "Pay", "\N{SHRUG}"])), min_size=81, max_size=120))
def test_no_comment_lies_in_two_heaps_and_none_is_invented(said: list[str]) -> None:
    texts = {f"{number:03}": text for number, text in enumerate(said)}
    inside = [id_ for heap in heaps(texts) for id_, _ in heap.comments]
    assert len(inside) == len(set(inside))
    assert set(inside) <= set(texts)
    assert all(0 <= clear < 100 for heap in heaps(texts) for _, clear in heap.comments)


@pytest.mark.parametrize("said", ["More staff.", "", "\N{THUMBS UP SIGN}"])
def test_two_thousand_copies_make_no_heaps(said: str) -> None:
    assert heaps({f"{number:04}": said for number in range(2000)}) == []
