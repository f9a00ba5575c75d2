"""Sentences, days, times and numbers are written as the reader's language and clock write them."""

from datetime import UTC, date, datetime

import pytest

from bot.falls import cut
from bot.words import PSEUDO, Sentence, Words

PEOPLE = Sentence("test.people", "{n} people", one="{n} person")
GREETING = Sentence("test.greeting", "Hello {name}, see {place}.")
NOON = datetime(2026, 11, 5, 12, 30, tzinfo=UTC)
POLISH = {"test.people": {"one": "{n} osoba", "few": "{n} osoby", "many": "{n} osób", "other": "{n} osoby"}}


def test_english_has_its_own_form_for_one() -> None:
    words = Words()
    assert [words(PEOPLE, n=n) for n in (0, 1, 2)] == ["0 people", "1 person", "2 people"]


@pytest.mark.parametrize(("n", "said"), [(1, "1 osoba"), (3, "3 osoby"), (5, "5 osób"), (22, "22 osoby")])
def test_other_languages_have_as_many_forms_as_they_need(n: int, said: str) -> None:
    assert Words("pl", catalogue=POLISH)(PEOPLE, n=n) == said


def test_a_sentence_that_is_not_translated_is_said_in_english() -> None:
    assert Words("pl", catalogue=POLISH)(GREETING, name="Ola", place="Home") == "Hello Ola, see Home."


def test_a_date_and_a_number_are_written_in_the_language_of_their_sentence() -> None:
    words = Words("pl", catalogue={"test.here": "{place}, {name}"})
    found = words(Sentence("test.here", "{name}, {place}"), name=words.when(NOON), place=words.number(6.4, 1))
    assert found == "6,4, czwartek 5 listopada, 12:30"
    assert (
        words(GREETING, name=words.number(6.4, 1), place=words.when(NOON))
        == "Hello 6.4, see Thursday 5 November, 12:30."
    )


def test_a_form_that_is_missing_is_said_as_any_other() -> None:
    assert Words("pl", catalogue={"test.people": {"other": "{n} osoby"}})(PEOPLE, n=5) == "5 osoby"


@pytest.mark.parametrize("language", ["", "xx-nowhere", "not a language", "en", "en-GB"])
def test_an_unknown_language_is_english(language: str) -> None:
    assert Words(language).day(NOON) == "Thursday 5 November"


def test_days_and_times_are_the_reader_s_own() -> None:
    there = Words("en", "Pacific/Auckland")
    assert there.when(NOON) == "Friday 6 November, 01:30"
    assert there.day(date(2026, 11, 5)) == "Thursday 5 November"
    assert Words("de").day(NOON) == "Donnerstag 5 November"


def test_a_time_that_the_clocks_show_twice_says_which_of_the_two_it_is() -> None:
    first, second, after = (datetime(2027, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1, 2))
    words = Words()
    assert words.when(first) == "Sunday 31 October, 01:30 BST"
    assert [words.time(each) for each in (first, second, after)] == ["01:30 BST", "01:30 GMT", "02:30"]
    assert words.time(datetime(2027, 3, 28, 1, 30, tzinfo=UTC)) == "02:30"  # they go forward
    assert Words("en", "Asia/Kolkata").time(second) == "07:00"


def test_numbers_are_written_as_in_the_language() -> None:
    assert Words("de").number(6.44, 1) == "6,4"
    assert Words("en").number(1234) == "1,234"
    assert Words("en").percent(47) == "47%"
    assert Words("en").listed(["a", "b", "c"]) == "a, b and c"


def test_words_from_people_are_never_read_as_places_to_fill() -> None:
    assert Words()(GREETING, name="{place}", place="{name}") == "Hello {place}, see {name}."
    assert Words()(Sentence("test.braces", "Nothing to fill.")) == "Nothing to fill."


def test_the_strange_language_is_longer_and_marked_and_leaves_values_as_they_are() -> None:
    said = Words(PSEUDO)(GREETING, name="Amara", place="Home")
    assert said.startswith("⟦Héllö Amara, šéé Home.~")
    assert said.endswith("⟧")
    assert len(said) > len("Hello Amara, see Home.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The rota helps.", "The rota helps."),
        ("The new rota came late", "The new rota…"),
        ("The lift, by Theatres", "The lift, by…"),
        ("Gastroenterology", "Gastroenterolo…"),
        ("A gastroenterology ward", "A gastroentero…"),
    ],
)
def test_what_is_too_long_ends_with_a_whole_word_where_there_is_one(text: str, said: str) -> None:
    assert cut(text, 15) == said
