"""Themes are suggested from what a person placed; nothing is placed unasked but by what that person did."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.sorting import SUBJECTS, comments
from conversations.sort.suggest import Theme, clear, likely, typical
from conversations.sort.terms import Guess

TEXT = st.one_of(st.text(max_size=40), st.sampled_from(["", "\N{SHRUG}", "Pay", "parcio", "zmiany", "."]))


def themes(placed: int, made: dict[str, tuple[str, str]]) -> dict[str, Theme]:
    by = {title: [text for of, text in made.values() if of == title] for title in SUBJECTS}
    return {title: Theme(title, tuple(by[title][:placed])) for title in SUBJECTS}


def right_first(placed: int) -> float:
    made = {id_: each for id_, each in comments(400).items() if each[0]}
    known = themes(placed, made)
    rest = {id_: text for id_, (title, text) in made.items() if text not in known[title].placed}
    return sum(of[0] == made[id_][0] for id_, of in likely(known, rest).items()) / len(rest)


def test_it_learns_from_what_was_placed() -> None:
    none, few = right_first(0), right_first(3)
    assert none > 0.5  # by the titles alone; one in eight by chance
    assert few > 0.9


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("Does dim lle i barcio eto heddiw", "Parcio"),
        ("Grafik znowu przyszedł za późno", "Grafiki"),
        ("the parked cars block our entrance", "Parking"),
    ],
)
def test_it_reads_words_of_any_language_and_their_endings(said: str, theme: str) -> None:
    known = {each: Theme(each) for each in ("Parcio", "Grafiki", "Parking", "Bwyd", "Jedzenie", "Food")}
    assert likely(known, {"1": said})["1"][0] == theme


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.text(max_size=5), st.builds(Theme, TEXT, st.lists(TEXT, max_size=4).map(tuple)), max_size=5),
    st.dictionaries(st.text(max_size=5), TEXT, max_size=6),
)
@pytest.mark.long
def test_every_comment_has_up_to_three_suggestions_whatever_it_says(
    known: dict[str, Theme], texts: dict[str, str]
) -> None:
    found = likely(known, texts)
    assert list(found) == list(texts)
    assert all(len(set(each)) == min(3, len(known)) and set(each) <= set(known) for each in found.values())
    assert found == likely(known, texts)


def test_what_is_placed_unasked_would_have_been_placed_alike() -> None:
    made = comments(400)
    known = themes(6, made)
    neither = [text for title, text in made.values() if not title][:8]
    guesses = clear(known, {id_: text for id_, (_, text) in made.items()}, neither)
    right = sum(made[each.comment][0] == each.theme for each in guesses)
    assert len(guesses) > 100
    assert right / len(guesses) > 0.9
    assert all(85 <= each.confidence < 100 for each in guesses)


@pytest.mark.parametrize("placed", [0, 2])
def test_nothing_is_placed_unasked_before_a_person_placed_enough(placed: int) -> None:
    made = comments(200)
    assert clear(themes(placed, made), {id_: text for id_, (_, text) in made.items()}) == []


def test_nothing_is_placed_unasked_where_themes_cannot_be_told_apart() -> None:
    alike = {name: Theme("Work", ("work is hard",) * 20) for name in ("one", "two")}
    assert clear(alike, {"1": "work is hard"}) == []


def test_a_machine_s_own_guesses_are_nothing_to_go_by() -> None:
    made = comments(200)
    guessed = {name: Theme(each.title, (), each.placed) for name, each in themes(20, made).items()}
    assert clear(guessed, {id_: text for id_, (_, text) in made.items()}) == list[Guess]()


def test_typical_comments_say_what_most_say() -> None:
    texts = {"a": "the lift is broken", "b": "broken lift again", "c": "lift broken", "d": "more tea"}
    assert "d" not in typical(texts)
    assert typical({}) == ()
