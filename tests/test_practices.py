"""A practice is read from its file with every mistake told, and its dates are right across both clock changes."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.moments import Act, Meet, Show, kind_of
from bot.practice import Planned, following, planned
from bot.words import Words
from conversations.practices.cards import Audience
from conversations.practices.people import unfit
from storage.templates import Programmes, TemplateMistake, load_programmes
from storage.working_days import Calendar
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
    ("at: +16d, until: +18d", "at: +16d, until: +16d", "16: This moment closes before people can answer."),
    ("until: +18d", "until: +21d", "16: This comes after the answer was due."),
    (
        "kind: CLOSE, at: +16d}",
        "kind: CLOSE, at: +16d}\n  - {id: more, kind: CLOSE, at: +17d}",
        "8: It is closed twice.",
    ),
    ("until: +6d, voice: named", "voice: named", "10: name does not close before this opens."),
)


def _read(folder: Path, text: str) -> Programmes:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return load_programmes(TEMPLATES, folder)


def test_a_practice_of_one_s_own_is_read_beside_those_that_ship(tmp_path: Path) -> None:
    found = _read(tmp_path, GOOD).practices
    assert found.keys() == {*shipped().practices, "reading-list"}
    assert [kind_of(each) for each in found["reading-list"].moments] == ["ASK", "WEIGH", "SHARE", "SHOW"]


def test_every_kind_can_stand_in_one_practice(tmp_path: Path) -> None:
    kinds = [kind_of(each) for each in _read(tmp_path, MORE).practices["reading-list"].moments]
    assert kinds == ["ASK", "WEIGH", "SHARE", "MEET", "MATCH", "SORT", "COMMIT", "UPDATE", "CLOSE", "SHOW"]


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG_MORE)
def test_each_mistake_in_the_other_kinds_is_told_too(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as told:
        _read(tmp_path, MORE.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG)
def test_each_mistake_is_told_with_file_line_and_remedy(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as told:
        _read(tmp_path, GOOD.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


def test_the_practice_of_the_page_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "practices.md").read_text(encoding="utf-8")
    assert "reading-list" in _read(tmp_path, page.split("```yaml\n")[1].split("```")[0]).practices


def test_noon_stays_noon_when_the_clocks_change() -> None:
    club = shipped().practices["culture-club"]
    autumn = next(iter(following(club, datetime(2026, 10, 20, 12), "Europe/London", 1)))
    assert [each.opens.hour for each in autumn[:2]] == [11, 12]
    spring = planned(club, datetime(2027, 3, 23, 12), "Europe/London")
    assert [each.opens.hour for each in spring[:2]] == [12, 11]


def test_whoever_answers_back_is_asked_when_all_has_been_said_and_not_on_the_day_it_is_due() -> None:
    *others, show = planned(shipped().practices["culture-club"], datetime(2026, 11, 10, 12), "Europe/London")
    assert show.opens == max(each.closes or each.opens for each in others) == datetime(2026, 12, 18, 12, 30, tzinfo=UTC)
    assert show.closes == datetime(2026, 12, 20, 12, tzinfo=UTC)


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
    assert "reading-list" in _read(tmp_path, COUNTED).practices
    with pytest.raises(TemplateMistake) as told:
        _read(tmp_path, COUNTED.replace(right, wrong, 1))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


RHYTHM = 'rhythm: {weeks: 4, day: tuesday, at: "12:00"}'
WRONG_RHYTHMS = (
    ("avoid: [football]", "6: The value 'football' is not known here. Use one of bank-holidays."),
    ("avoid: bank-holidays", "6: Here a list is expected."),
    ("avoid: [bank-holidays], rotate: [hour, hour]", "6: The same stands here twice."),
    ("avoid: [bank-holidays], rotate: [month]", "6: The value 'month' is not known here. Use one of weekday, hour."),
    ("rotate: [weekday]", "6: With another weekday, something would be due on a weekend. Add avoid: [bank-holidays]."),
    ("spread: [weekday]", "6: The key spread is not known here."),
)


@pytest.mark.parametrize(("more", "said"), WRONG_RHYTHMS)
def test_each_mistake_in_a_rhythm_is_told_too(more: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as told:
        _read(tmp_path, GOOD.replace(RHYTHM, f"{RHYTHM[:-1]}, {more}}}"))
    assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


def test_what_takes_turns_leaves_room_is_no_weekend_and_comes_more_than_once(tmp_path: Path) -> None:
    turns = GOOD.replace('"12:00"}', '"12:00", avoid: [bank-holidays], rotate: [weekday]}')
    for wrong, said in (
        (
            turns.replace("at: +20d", "at: +22d"),
            "12: The next round may come before this, because the weekday takes turns.",
        ),
        (turns.replace("day: tuesday", "day: sunday"), "6: On this day offices are closed each week."),
        (
            GOOD.replace("weeks: 4", "once: true").replace('"12:00"}', '"12:00", rotate: [hour]}'),
            "6: What happens once",
        ),
    ):
        with pytest.raises(TemplateMistake) as told:
            _read(tmp_path, wrong)
        assert str(told.value).startswith(f"{tmp_path / 'own.yaml'}:{said}")


@pytest.mark.parametrize("nation", ["england", "scotland", "northern-ireland", "elsewhere"])
def test_for_ten_years_nothing_is_due_when_offices_are_closed_and_every_hour_of_every_weekday_has_its_turn(
    nation: str,
) -> None:
    calendar = Calendar(nation)
    talk = load_programmes(TEMPLATES, calendar=calendar).practices["big-conversation"]
    zone, rounds = ZoneInfo("Europe/London"), list(following(talk, datetime(2026, 11, 4, 12), "Europe/London", 65))
    for moments, after in pairwise(rounds):
        by = {each.moment.id: each for each in moments}
        due = [each.closes for each in moments if isinstance(each.moment, Meet | Act | Show) and each.closes]
        assert all(calendar.is_working(each.astimezone(zone).date()) for each in due)
        assert calendar.is_working(moments[0].opens.astimezone(zone).date())
        assert all(each.closes is None or each.opens < each.closes for each in moments)
        assert by["themes"].opens >= _end(by["say"])
        assert by["weigh"].opens >= _end(by["themes"])
        assert by["answers"].opens >= _end(by["weigh"])
        assert by["back"].opens >= _end(by["answers"])
        assert after[0].opens - moments[0].opens > timedelta(days=45)
    walls = [each[0].opens.astimezone(zone) for each in rounds]
    assert len({(each.weekday(), each.hour) for each in walls[:40]}) == 20
    assert {each.hour for each in walls} == {8, 12, 16, 20}


def _end(one: Planned) -> datetime:
    assert one.closes
    return one.closes


def test_a_round_moves_off_christmas_and_the_order_of_its_days_stays(tmp_path: Path) -> None:
    text = GOOD.replace("day: tuesday", "day: friday").replace('"12:00"}', '"12:00", avoid: [bank-holidays]}')
    club = _read(tmp_path, text).practices["reading-list"]
    first, *_, show = planned(club, datetime(2026, 12, 25, 12), "Europe/London")
    assert (first.opens, first.instead) == (datetime(2026, 12, 29, 12, tzinfo=UTC), date(2026, 12, 25))
    assert first.closes == datetime(2026, 12, 31, 12, tzinfo=UTC)
    assert show.closes == datetime(2027, 1, 14, 12, tzinfo=UTC)
    hours = text.replace("[bank-holidays]", "[bank-holidays], rotate: [hour]").replace("weeks: 4", "months: every")
    rounds = following(_read(tmp_path, hours).practices["reading-list"], datetime(2027, 3, 5, 12), "Europe/London", 3)
    begins = [each[0].opens.isoformat() for each in rounds]
    assert begins == ["2027-03-05T12:00:00+00:00", "2027-04-02T15:00:00+00:00", "2027-05-07T19:00:00+00:00"]


def test_nobody_is_thanked_in_a_hidden_network() -> None:
    thanks, club = shipped().practices["thank-you"], shipped().practices["culture-club"]
    hidden, open_ = Audience("a", 1, "Disability network", None), Audience("b", 2, "Culture club", 12)
    told = [bool(unfit(Words(), practice, circle)) for practice in (thanks, club) for circle in (hidden, open_)]
    assert told == [True, False, False, False]
