"""A template's rounds fall where the wall clock says, in every zone and across both clock changes."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.programme import Offset, dates, first_round, instant, next_round, parse_wall, write_wall
from storage.templates import TemplateMistake, load, load_folder
from tests.harness import TEMPLATES

PULSE = load_folder(TEMPLATES)["pulse"]


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


MISTAKES = {
    "an unknown key": ("intent: listen", "intent: listen\nrota: 4", 5, "rota"),
    "a missing key": ("circle: all-staff\n", "", 1, "circle"),
    "a key from a later day": ("voice: unlinked", "voice: unlinked\n    show: [x]", 13, "show"),
    "a question that closes before it opens": ("until: +11d 12:00", "until: 0d", 12, "closes before"),
    "an answer before the close": ("at: +25d 12:00", "at: +3d", 18, "before the question has closed"),
    "nobody who answers": ("answerer: named", "answerer: someone", 8, "named answerer"),
    "a question nobody answers back": ("  - {id: back, kind: SHOW, at: +25d 12:00}\n", "", 10, "one ASK and one SHOW"),
    "a voice that is not known": ("voice: unlinked", "voice: loud", 13, "loud"),
    "a weekday that is not known": ("day: thursday", "day: thorsday", 7, "thorsday"),
    "an unlinked question without an end": ("    until: +11d 12:00\n", "", 9, "needs an end"),
    "a boolean key": ("intent: listen", "intent: listen\ntrue: 1", 5, "no word"),
    "a time of day that is none": ('at: "10:00"', 'at: "25:00"', 7, "no time of day"),
    "a text that is too long": ("en: very bad", f"en: {'bad ' * 20}", 16, "too long"),
    "no YAML at all": ("programme: pulse", "programme: [pulse", 4, "YAML"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_template_is_told_with_file_line_and_remedy(name: str, tmp_path: Path) -> None:
    right, wrong, line, said = MISTAKES[name]
    text = (TEMPLATES / "pulse.yaml").read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / "mine.yaml"
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(TemplateMistake) as told:
        load(file)
    place, _, sentence = str(told.value).partition(": ")
    assert place.startswith(f"{file}:")
    assert abs(int(place.rpartition(":")[2]) - line) <= 2, str(told.value)
    assert said in sentence
