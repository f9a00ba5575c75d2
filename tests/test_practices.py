"""A practice is read from its file with every mistake told, and its dates are right across both clock changes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.moments import kind_of
from bot.practice import following, planned
from bot.words import Words
from conversations.practices.cards import Audience
from conversations.practices.people import unfit
from storage.templates import Programmes, TemplateMistake, load_programmes
from tests.harness import TEMPLATES, shipped
from tests.house import ROOT

GOOD = """\
programme: reading-list
title: Reading list
about: One article a month.
intent: advise
circle: all-staff
rhythm: {weeks: 4, day: tuesday, at: "12:00"}
needs: {answerer: named}
moments:
  - {id: name, kind: ASK, at: 0d, until: +6d, voice: named, prompt: Which article?}
  - {id: choose, kind: WEIGH, at: +7d, until: +11d, among: name, prompt: Which shall we read?}
  - {id: chosen, kind: SHARE, at: +12d, text: "Read this: {chosen}"}
  - {id: came, kind: SHOW, at: +20d}
"""
WRONG = (
    ("kind: SHARE", "kind: QUIZ", "11: This moment is of no known kind."),
    ("voice: named", "voice: unlinked", "9: Words in a practice are never unlinked."),
    (
        "voice: named",
        "voice: confidential",
        "10: What was said in confidence is not shown to everybody.",
    ),
    ("until: +6d, voice", "until: 0d, voice", "9: This moment closes before people can answer."),
    ("at: +7d", "at: +5d", "10: It opens before name has closed."),
    ("among: name", "among: nothing", "10: No ASK or SORT before this one is called nothing."),
    ("at: +12d", "at: +10d", "11: Nothing has been chosen by then."),
    ("until: +11d", "until: +12d 18:00", "11: Nothing has been chosen by then."),
    ("voice: named", "voice: confidential, approve: author", "9: Only what somebody says to everybody with their name"),
    ("voice: named", "voice: named, approve: editor", "9: The value 'editor' is not known here. Use one of author."),
    ("voice: named", "voice: named, approve: author", "10: What is said to name is shared by its authors, one by one."),
    ("{chosen}", "{winner}", "11: Braces hold something that is not known here."),
    ("at: +20d", "at: +8d", "10: This comes after the answer was due."),
    ("  - {id: came, kind: SHOW, at: +20d}\n", "", "8: What is asked must be answered back."),
    ("needs: {answerer: named}\n", "", "1: Nothing is asked without a named answerer."),
    ("id: choose", "id: name", "10: Two moments have the same id."),
    ("id: chosen", "id: chosen, when: now", "11: The key when is not known here."),
    ("title: Reading list", "title: {en: Books, films}", "2: 'films' is no language."),
    ("programme: reading-list", "programme: culture-club", "1: The programme culture-club exists already."),
)


MORE = GOOD.replace(
    "  - {id: came, kind: SHOW, at: +20d}",
    """\
  - {id: meet, kind: MEET, at: +15d, invite: +12d, about: We talk.}
  - {id: tables, kind: MATCH, at: +13d, among: name, size: 4}
  - {id: themes, kind: SORT, at: +6d, until: +8d, of: name}
  - {id: done, kind: COMMIT, at: +11d, until: +15d, among: choose}
  - {id: news, kind: UPDATE, at: +16d, until: +18d, prompt: What is new?}
  - {id: over, kind: CLOSE, at: +16d}
  - {id: came, kind: SHOW, at: +20d}""",
)
WRONG_MORE = (
    ("invite: +12d", "invite: +15d", "12: People are invited after it has begun."),
    ("size: 4", "size: 4, draw: 2", "13: Are people put into groups, or drawn by lot?"),
    ("among: name, size", "among: choose, size", "13: No ASK before this one is called choose."),
    ("size: 4", "size: 40", "13: This is no such number."),
    ("of: name", "of: came", "14: No ASK before this one is called came."),
    ("at: +11d, until: +15d, among", "at: +9d, until: +15d, among", "15: It opens before choose has closed."),
    ("until: +11d", "until: +11d 18:00", "15: It opens before choose has closed."),
    ("until: +18d", "until: +20d 18:00", "16: This comes after the answer was due."),
    ("at: +16d, until: +18d", "at: +16d, until: +16d", "16: This moment closes before people can answer."),
    ("until: +18d", "until: +21d", "16: This comes after the answer was due."),
    (
        "kind: CLOSE, at: +16d}",
        "kind: CLOSE, at: +16d}\n  - {id: more, kind: CLOSE, at: +17d}",
        "8: It is closed twice.",
    ),
    ("until: +6d, voice: named", "voice: named", "10: name does not close before this opens."),
)


def read_own(folder: Path, text: str) -> Programmes:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return load_programmes(TEMPLATES, folder)


def test_a_practice_of_one_s_own_is_read_beside_those_that_ship(tmp_path: Path) -> None:
    found = read_own(tmp_path, GOOD).practices
    assert found.keys() == {*shipped().practices, "reading-list"}
    assert [kind_of(each) for each in found["reading-list"].moments] == ["ASK", "WEIGH", "SHARE", "SHOW"]


def test_every_kind_can_stand_in_one_practice(tmp_path: Path) -> None:
    kinds = [kind_of(each) for each in read_own(tmp_path, MORE).practices["reading-list"].moments]
    assert kinds == ["ASK", "WEIGH", "SHARE", "MEET", "MATCH", "SORT", "COMMIT", "UPDATE", "CLOSE", "SHOW"]


def test_what_opens_at_the_very_hour_at_which_the_other_closes_comes_after_it(tmp_path: Path) -> None:
    same = MORE.replace("until: +11d", "until: +11d 18:00").replace("at: +11d, until", "at: +11d 18:00, until")
    assert "reading-list" in read_own(tmp_path, same).practices


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG_MORE)
def test_each_mistake_in_the_other_kinds_is_told_too(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as told:
        read_own(tmp_path, MORE.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG)
def test_each_mistake_is_told_with_file_line_and_remedy(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as told:
        read_own(tmp_path, GOOD.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


def test_the_practice_of_the_page_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "practices.md").read_text(encoding="utf-8")
    assert "reading-list" in read_own(tmp_path, page.split("```yaml\n")[1].split("```")[0]).practices


def test_noon_stays_noon_when_the_clocks_change() -> None:
    club = shipped().practices["culture-club"]
    autumn = next(iter(following(club, datetime(2026, 10, 20, 12), "Europe/London", 1)))
    assert [each.opens.hour for each in autumn[:2]] == [11, 12]
    spring = planned(club, datetime(2027, 3, 23, 12), "Europe/London")
    assert [each.opens.hour for each in spring[:2]] == [12, 11]


def test_whoever_answers_back_is_asked_when_all_has_been_said_and_not_on_the_day_it_is_due() -> None:
    *others, show = planned(shipped().practices["culture-club"], datetime(2026, 11, 10, 12), "Europe/London")
    assert show.opens == max(each.closes or each.opens for each in others) == datetime(2026, 12, 18, 12, 30, tzinfo=UTC)
    assert show.closes == datetime(2026, 12, 21, 12, tzinfo=UTC)


NUMBER = """\
  - {id: count, kind: ASK, at: +1d, until: +3d, voice: named, answer: number, series_key: falls, prompt: How many falls?}
  - {id: came, kind: SHOW, at: +20d, series_key: falls}"""
COUNTED = GOOD.replace("  - {id: came, kind: SHOW, at: +20d}", NUMBER)
WRONG_NUMBERS = (
    ("answer: number", "answer: letters", "12: The value 'letters' is not known here. Use one of number."),
    (", series_key: falls, prompt", ", prompt", "12: The key series_key is missing."),
    ("voice: named, answer", "voice: confidential, answer", "12: A number is given by whoever answers back"),
    ("+20d, series_key: falls", "+20d, series_key: trips", "13: No number is asked for under trips."),
    ("+20d, series_key: falls", "+20d, series: falls", "13: The key series is not known here."),
)


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG_NUMBERS)
def test_each_mistake_in_a_number_is_told_too(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    assert "reading-list" in read_own(tmp_path, COUNTED).practices
    with pytest.raises(TemplateMistake) as told:
        read_own(tmp_path, COUNTED.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


QUOTING = MORE.replace(
    "{id: over, kind: CLOSE, at: +16d}",
    "{id: over, kind: ASK, at: +18d, until: +19d, voice: named, quotes: news, prompt: And now?}",
)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("quotes: news", "quotes: nothing", "17: No UPDATE before this one is called nothing."),
        ("quotes: news", "quotes: done", "17: No UPDATE before this one is called done."),
        ("at: +18d, until: +19d", "at: +17d, until: +19d", "17: It opens before news has closed."),
        ("about: We talk.", "quotes: news, about: We talk.", "12: No UPDATE before this one is called news."),
        (
            "kind: UPDATE, at: +16d, until: +18d, prompt",
            "kind: ASK, at: +16d, until: +18d, voice: named, answer: number, series_key: hours, prompt",
            "17: No UPDATE before this one is called news.",
        ),
    ],
)
def test_a_question_quotes_what_was_written_before_it(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert "reading-list" in read_own(tmp_path, QUOTING).practices
    (tmp_path / "own.yaml").unlink()
    with pytest.raises(TemplateMistake) as told:
        read_own(tmp_path, QUOTING.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


PAIRED = MORE.replace(
    "{id: tables, kind: MATCH, at: +13d, among: name, size: 4}",
    "{id: pairs, kind: MATCH, at: 0d, until: +9d, by: cohort}",
)
WRONG_COHORTS = (
    ("by: cohort", "by: team", "13: The value 'team' is not known here. Use one of cohort."),
    ("until: +9d, by", "until: +3d, by", "13: People have too little or too much time to join. Leave 7 to 60 days"),
    ("by: cohort", "by: cohort, months: 5", "13: This is no such number. Use one of 3, 6, 9, 12."),
    ("by: cohort", "by: cohort, direction: down", "13: The value 'down' is not known here."),
    ("by: cohort", "by: cohort, among: name", "13: The key among is not known here."),
)


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG_COHORTS)
def test_each_mistake_in_a_cohort_is_told_too(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    assert "reading-list" in read_own(tmp_path, PAIRED).practices
    with pytest.raises(TemplateMistake) as told:
        read_own(tmp_path, PAIRED.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


def test_nobody_is_thanked_in_a_hidden_network() -> None:
    thanks, club = shipped().practices["thank-you"], shipped().practices["culture-club"]
    hidden, open_ = Audience("a", 1, "Disability network", None), Audience("b", 2, "Culture club", 12)
    told = [bool(unfit(Words(), practice, circle)) for practice in (thanks, club) for circle in (hidden, open_)]
    assert told == [True, False, False, False]
