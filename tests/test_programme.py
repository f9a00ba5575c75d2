"""A template's rounds fall where the wall clock says, in every zone and across both clock changes."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import pytest

from bot.programme import (
    Offset,
    Rhythm,
    Rotation,
    dates,
    first_round,
    instant,
    next_round,
    parse_wall,
    write_wall,
)
from storage.templates import BANK, TemplateMistake, load, load_bank, load_folder
from tests.harness import TEMPLATES

PRACTICES = load_folder(TEMPLATES)
PULSE = PRACTICES["pulse"]
_bank = cache(lambda: load_bank(TEMPLATES / BANK))


def test_a_round_opens_at_ten_on_the_wall_before_and_after_the_clocks_go_back() -> None:
    before, after = datetime(2026, 10, 22, 10), datetime(2026, 10, 29, 10)
    assert next_round(PULSE, before) == after
    assert dates(PULSE, before, "Europe/London", []).opens == datetime(2026, 10, 22, 9, tzinfo=UTC)
    assert dates(PULSE, after, "Europe/London", []).opens == datetime(2026, 10, 29, 10, tzinfo=UTC)


def test_a_round_that_spans_the_clocks_going_forward_still_closes_at_noon() -> None:
    when = dates(PULSE, datetime(2027, 3, 18, 10), "Europe/London", [])
    assert when.opens == datetime(2027, 3, 18, 10, tzinfo=UTC)
    assert when.closes == datetime(2027, 3, 29, 11, tzinfo=UTC)


def test_a_round_opens_once_at_the_earliest_local_time_among_those_asked() -> None:
    when = dates(
        PULSE, datetime(2026, 11, 5, 10), "Europe/London", ["Europe/London", "Asia/Kolkata", "America/New_York"]
    )
    assert when.opens == instant(datetime(2026, 11, 5, 10), "Asia/Kolkata") == datetime(2026, 11, 5, 4, 30, tzinfo=UTC)
    assert when.closes == datetime(2026, 11, 16, 12, tzinfo=UTC)


def test_the_hour_that_does_not_exist_and_the_hour_that_comes_twice_have_one_meaning_each() -> None:
    assert instant(datetime(2026, 3, 29, 1, 30), "Europe/London") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert instant(datetime(2026, 10, 25, 1, 30), "Europe/London") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2026, 11, 5, 10, tzinfo=UTC), "2026-11-05T10:00"),
        (datetime(2026, 11, 5, 10, 1, tzinfo=UTC), "2026-11-12T10:00"),
        (datetime(2026, 11, 1, 23, 30, tzinfo=UTC), "2026-11-05T10:00"),
    ],
)
def test_the_first_round_is_the_next_one_on_the_template_s_day(now: datetime, first: str) -> None:
    wall = first_round(PULSE, now, "Europe/London")
    assert write_wall(wall) == first
    assert parse_wall(first) == wall


def test_an_offset_without_a_time_keeps_the_anchor_s() -> None:
    assert Offset(3).after(datetime(2026, 11, 5, 10)) == datetime(2026, 11, 8, 10)
    assert Offset(3, time(12)).after(datetime(2026, 11, 5, 10)) == datetime(2026, 11, 8, 12)


def test_a_quarterly_census_asks_on_the_first_such_day_of_its_months() -> None:
    census = PRACTICES["census"]
    first = first_round(census, datetime(2026, 11, 5, 10, tzinfo=UTC), "Europe/London")
    walls = [first]
    while len(walls) < 5:
        following = next_round(census, walls[-1])
        assert following
        walls.append(following)
    months = ["2027-01-04", "2027-04-05", "2027-07-05", "2027-10-04", "2028-01-03"]
    assert [write_wall(wall) for wall in walls] == [f"{day}T10:00" for day in months]


def test_every_month_means_its_first_such_day() -> None:
    census = replace(PRACTICES["census"], rhythm=Rhythm(time(9), 4, months=tuple(range(1, 13))))
    assert next_round(census, datetime(2026, 12, 4, 9)) == datetime(2027, 1, 1, 9)


def test_what_happens_once_comes_on_a_working_day_and_never_again() -> None:
    once = PRACTICES["ad-hoc"]
    assert first_round(once, datetime(2026, 11, 6, 12, tzinfo=UTC), "Europe/London") == datetime(2026, 11, 9, 10)
    assert next_round(once, datetime(2026, 11, 9, 10)) is None


def test_items_take_turns_so_that_each_comes_round_and_none_twice_before() -> None:
    rotation = PULSE.ask.rotation
    assert rotation
    turn = [question.id for number in range(len(rotation.items)) for question in PULSE.ask.form(number)]
    assert sorted(turn) == sorted(question.id for question in rotation.items)
    assert PULSE.ask.form(len(turn)) == PULSE.ask.form(0)
    areas = [id_.partition("-")[0] for id_ in turn]
    assert len(set(areas[:10])) == 10  # each area is asked before any is asked again


def test_several_items_a_round_take_turns_too() -> None:
    assert PULSE.ask.rotation
    five = Rotation(PULSE.ask.rotation.items[:7], 3)
    seen = [question.id for number in range(7) for question in five.turn(number)]
    assert set(Counter(seen).values()) == {3}


def test_the_only_question_of_a_form_cannot_be_left_out_and_those_of_the_census_can() -> None:
    assert [question.required for question in PULSE.ask.form(3)] == [True]
    assert {question.required for question in PRACTICES["census"].ask.form(0)} == {False}
    assert len(PRACTICES["census"].ask.form(0)) == 9


def test_the_bank_speaks_english_welsh_and_polish() -> None:
    bank = load_bank(TEMPLATES / BANK)
    assert [len(bank.areas[area]) for area in ("motivation", "involvement", "advocacy")] == [3, 3, 3]
    for item in bank.items.values():
        for text in (item.prompt, item.subject):
            assert set(text) == {"en", "cy", "pl"}
            assert len(set(text.values())) == 3


def test_a_question_in_the_template_itself_is_read_as_before(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(PLAIN, encoding="utf-8")
    [question] = load(file).ask.form(0)
    assert (question.id, question.kind, question.required) == ("score", "scale", True)
    assert question.lowest == {"en": "very bad"}


def test_an_organisation_s_own_folder_adds_items_and_programmes(tmp_path: Path) -> None:
    items = "items: [{id: parking, area: site, kind: yes_no, subject: Parking, prompt: Is there a space for you?}]"
    (tmp_path / BANK).write_text(items, encoding="utf-8")
    mine = PLAIN.replace("programme: pulse", "programme: site").replace(ASKED, "    bank: [parking, overall]\n")
    (tmp_path / "site.yaml").write_text(mine, encoding="utf-8")
    found = load_folder(TEMPLATES, tmp_path)
    assert [question.id for question in found["site"].ask.form(0)] == ["parking", "overall"]
    assert "pulse" in found


ASKED = """    prompt: {en: "All in all, how has work been for you this past week?"}
    lowest: {en: very bad}
    highest: {en: very good}
"""
PLAIN = f"""# A comment.
# Another.
programme: pulse
intent: listen
circle: all-staff
rhythm: {{weeks: 1, day: thursday, at: "10:00"}}
needs: {{answerer: named}}
moments:
  - id: ask
    kind: ASK
    at: 0d
    until: +11d 12:00
    voice: unlinked
    subject: {{en: How work has been}}
{ASKED}  - {{id: back, kind: SHOW, at: +25d 12:00}}
"""
SHOW = "  - {id: back, kind: SHOW, at: +25d 12:00}\n"
VOICE = "    voice: unlinked\n"
WEEKLY = 'rhythm: {weeks: 1, day: thursday, at: "10:00"}'
ONE = "    questions: [{id: one, kind: %s}]\n"
YES = "{id: %s, kind: yes_no, prompt: Yes?}"
CHOSEN = "one_of, prompt: 'Which?', options: [%s]"
MISTAKES = {
    "an unknown key": ("intent: listen", "intent: listen\nrota: 4", 5, "rota"),
    "a missing key": ("circle: all-staff\n", "", 1, "circle"),
    "a key from a later day": (VOICE, f"{VOICE}    show: [x]\n", 13, "show"),
    "a question that closes before it opens": ("until: +11d 12:00", "until: 0d", 12, "closes before"),
    "an answer before the close": ("at: +25d 12:00", "at: +3d", 18, "before the question has closed"),
    "nobody who answers": ("answerer: named", "answerer: someone", 8, "named answerer"),
    "a question nobody answers back": (SHOW, "", 10, "must be answered back"),
    "an answer promised twice": ("answerer: named", "answerer: named, answer_by: +30d", 7, "said twice"),
    "a voice that is not known": ("voice: unlinked", "voice: loud", 13, "loud"),
    "a weekday that is not known": ("day: thursday", "day: thorsday", 7, "thorsday"),
    "an unlinked question without an end": ("    until: +11d 12:00\n", "", 9, "needs an end"),
    "a boolean key": ("intent: listen", "intent: listen\ntrue: 1", 5, "no word"),
    "a time of day that is none": ('at: "10:00"', 'at: "25:00"', 7, "no time of day"),
    "a text that is too long": ("en: very bad", f"en: {'bad ' * 20}", 16, "too long"),
    "no YAML at all": ("programme: pulse", "programme: [pulse", 4, "YAML"),
    "two rhythms": ("weeks: 1", "weeks: 1, months: [april]", 6, "how often"),
    "a month that is not known": (WEEKLY, 'rhythm: {months: [aprill], day: monday, at: "10:00"}', 6, "aprill"),
    "months without a day": (WEEKLY, 'rhythm: {months: every, at: "10:00"}', 6, "day is missing"),
    "never": (WEEKLY, 'rhythm: {once: false, at: "10:00"}', 6, "says how often"),
    "an item that is not in the bank": (ASKED, "    bank: [overall, mood]\n", 15, "'mood' is not in the bank"),
    "an item twice": (ASKED, "    bank: [overall, overall]\n", 15, "twice"),
    "an area that is not in the bank": (ASKED, "    rotate: {areas: [mood]}\n", 15, "'mood' is not in the bank"),
    "more items a round than there are": (ASKED, "    rotate: {areas: [overall], items: 2}\n", 15, "from 1 to 1"),
    "nothing asked": (ASKED, "", 9, "not clear what is asked"),
    "two sources of questions": (ASKED, f"{ASKED}    bank: [overall]\n", 9, "not clear what is asked"),
    "a scale without its ends": (ASKED, ONE % "scale, prompt: 'How?'", 15, "lowest is missing"),
    "ends of what is no scale": (ASKED, ONE % "yes_no, prompt: 'Yes?', lowest: no", 15, "belongs to a scale"),
    "a kind that is not known": (ASKED, ONE % "stars, prompt: 'Stars?'", 15, "stars"),
    "a choice of one": (ASKED, ONE % CHOSEN % "this", 15, "no choice"),
    "two options alike": (ASKED, ONE % CHOSEN % "this, this", 15, "read the same"),
    "options of yes and no": (ASKED, ONE % "yes_no, prompt: 'Yes?', options: [a, b]", 15, "has no options"),
    "four answers of agreement": (ASKED, ONE % "agreement, prompt: 'Yes?', options: [a, b, c, d]", 15, "five"),
    "the name of the comment": (ASKED, f"    questions: [{YES % 'comment'}]\n", 15, "cannot be used"),
    "eleven questions": (ASKED, f"    questions: [{', '.join(YES % f'q{n}' for n in range(11))}]\n", 15, "at most 10"),
    "no language": (ASKED, ONE % "yes_no, prompt: {en: 'Yes?', in welsh: 'Ie?'}", 15, "no language"),
    "a comment that is neither": (VOICE, f"{VOICE}    comment: perhaps\n", 14, "true nor false"),
    "a census of some": (VOICE, f"{VOICE}    census: true\n    sample: {{of: 4}}\n", 15, "everybody at once"),
    "a sample of all": (VOICE, f"{VOICE}    sample: {{of: 1}}\n", 14, "from 2 to 52"),
    "a sample from no number": (VOICE, f"{VOICE}    sample: {{of: 4, from: many}}\n", 14, "whole number"),
    "teams of too many turns": (VOICE, f"{VOICE}    sample: {{of: 13, teams: true}}\n", 14, "at most 12 turns"),
    "teams and groups": (VOICE, f"{VOICE}    by: sex\n    sample: {{of: 4, teams: true}}\n", 15, "not both"),
    "teams with names": (VOICE, "    voice: named\n    sample: {of: 4, teams: true}\n", 14, "not counted"),
    "teams of turns apart": (
        f"    until: +11d 12:00\n{VOICE}",
        f"    until: +5d 12:00\n{VOICE}    sample: {{of: 4, teams: true}}\n",
        12,
        "after the next one has opened",
    ),
    "a detail nobody is asked for": (VOICE, f"{VOICE}    by: shoe-size\n", 14, "Nobody is asked for shoe-size here"),
    "groups of answers with names": (VOICE, "    voice: named\n    by: sex\n", 14, "not counted by groups"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_template_is_told_with_file_line_and_remedy(name: str, tmp_path: Path) -> None:
    right, wrong, line, said = MISTAKES[name]
    assert right in PLAIN
    file = tmp_path / "mine.yaml"
    file.write_text(PLAIN.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(TemplateMistake) as told:
        load(file, _bank(), ("sex",))
    place, _, sentence = str(told.value).partition(": ")
    assert place.startswith(f"{file}:")
    assert abs(int(place.rpartition(":")[2]) - line) <= 2, str(told.value)
    assert said in sentence
