"""P4: nobody gets more than one note and one other message in any seven days, nobody is woken up, everybody is asked."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.attention import Had, Wishes, foresee_question, may_go, missing, note_time, this_week
from bot.hours import Hours, waking
from tests.half_a_year import HalfAYear, Question, Somebody, chance_to_be_asked, day_of, in_utc

SEEDS = (1, 2, 3)
every_half_year = pytest.mark.parametrize("seed", SEEDS)
NIGHTS = Hours("Europe/London", time(20), time(6), frozenset((5, 6)))


@cache
def lived(seed: int) -> HalfAYear:
    played = HalfAYear(seed)
    played.live()
    return played


@every_half_year
def test_p4_nobody_gets_more_than_two_messages_in_any_seven_days_and_one_of_them_is_the_note(seed: int) -> None:
    for who in lived(seed).people:
        zone = who.wishes.hours.zone
        for kind in ("note", "other"):
            days = sorted(day_of(at, zone) for at, each, _ in who.got if each == kind)
            gaps = [after - before for before, after in pairwise(days)]
            assert all(gap >= timedelta(days=7) for gap in gaps), (who.number, kind)
    assert sum(len(who.got) for who in lived(seed).people) > 1000


@every_half_year
def test_p4_nobody_is_written_to_outside_their_hours_on_a_day_off_or_in_a_pause(seed: int) -> None:
    for who in lived(seed).people:
        for at, _, wishes in who.got:
            assert awake(at, wishes.hours), (at, wishes)


@every_half_year
@pytest.mark.long
def test_p4_everybody_who_can_be_asked_is_asked_while_there_is_a_day_left(seed: int) -> None:
    played = lived(seed)
    missed = [
        (who.number, question, who.wishes)
        for who in played.people
        for question in played.questions
        if chance_to_be_asked(who, question) and not _in_time(who, question)
    ]
    assert missed == []


@every_half_year
def test_whoever_wants_nothing_sent_gets_nothing(seed: int) -> None:
    silent = [who for who in lived(seed).people if who.wishes.only_home]
    assert silent
    assert [who.got for who in silent if who.got] == []


def test_hours_past_midnight_belong_to_the_day_on_which_they_began() -> None:
    friday_night = in_utc("2026-11-07T02:00")  # a Saturday by the calendar
    assert waking(friday_night, NIGHTS) == friday_night
    assert waking(in_utc("2026-11-07T21:00"), NIGHTS) == in_utc("2026-11-09T20:00")


def test_an_hour_that_the_clocks_leave_out_is_not_written_in() -> None:
    hours = Hours("Europe/London", time(1), time(2), frozenset())
    assert waking(in_utc("2026-03-29T00:30"), hours) == in_utc("2026-03-30T00:00")


def test_four_on_four_off_is_counted_from_any_first_day() -> None:
    rota = Hours("Europe/London", off=frozenset(), rota=date(2026, 11, 9))
    days = [day for day in range(1, 21) if rota.works(date(2026, 11, day))]
    assert days == [1, 2, 3, 4, 9, 10, 11, 12, 17, 18, 19, 20]


def test_who_has_no_hour_left_is_never_written_to() -> None:
    assert waking(in_utc("2026-11-05T10:00"), Hours("Europe/London", off=frozenset(range(7)))) is None


def test_a_second_try_of_the_same_message_is_no_second_message() -> None:
    now, hours = in_utc("2026-11-05T10:00"), Hours("Europe/London")
    assert may_go(now, hours, Had(date(2026, 11, 5), "a"), "a") == now
    assert may_go(now, hours, Had(date(2026, 11, 5), "a"), "b") == in_utc("2026-11-12T10:00")


def test_a_chosen_day_is_given_up_rather_than_a_question() -> None:
    sundays = Wishes(Hours("Europe/London", off=frozenset()), note_day=6)
    thursday, last = in_utc("2026-11-05T10:00"), date(2026, 11, 3)
    assert note_time(sundays, thursday, last, in_utc("2026-11-20T10:00")) == in_utc("2026-11-15T10:00")
    assert note_time(sundays, thursday, last, in_utc("2026-11-12T10:00")) == in_utc("2026-11-10T10:00")


def test_the_question_due_soonest_is_asked_and_the_others_wait_if_they_can() -> None:
    questions = [_closing(21), _closing(11), _closing(7)]
    assert this_week(questions, in_utc("2026-11-08T10:00")) == [questions[2]]
    assert this_week(questions, in_utc("2026-11-11T10:00")) == [questions[2], questions[1]]


def test_whoever_asks_sees_before_how_many_get_it_on_the_day_it_opens_and_how_many_in_a_later_note() -> None:
    opens, closes, hours = in_utc("2026-11-05T10:00"), in_utc("2026-11-15T12:00"), Hours("Europe/London")
    free, had = Had(), Had(date(2026, 11, 5), "n")
    thursdays, away = Wishes(hours, note_day=3), Wishes(replace(hours, back=date(2026, 11, 20)))
    people = [(thursdays, free)] * 412 + [(thursdays, had)] * 488
    people += [(Wishes(hours, only_home=True), free), (away, free)]
    foreseen = foresee_question(people, opens, closes)
    assert (foreseen.at_once, foreseen.on_home) == (412, 2)
    assert foreseen.in_note == {date(2026, 11, 12): 488}


def _closing(day: int) -> Question:
    at = in_utc(f"2026-11-{day:02}T12:00")
    return Question(str(day), at.replace(tzinfo=None), at, at)


def _in_time(who: Somebody, question: Question) -> bool:
    return question in who.asked and who.asked[question] < question.closes_at


def awake(at: datetime, hours: Hours) -> bool:
    """Written anew, by the wall clock alone."""
    wall = at.astimezone(ZoneInfo(hours.zone))
    past_midnight = hours.starts >= hours.ends and wall.time() < hours.ends
    shift = wall.date() - timedelta(days=1) if past_midnight else wall.date()
    inside = (
        hours.starts <= wall.time() < hours.ends
        if hours.starts < hours.ends
        else (wall.time() >= hours.starts or wall.time() < hours.ends)
    )
    on = hours.rota is None or (shift.toordinal() - hours.rota.toordinal()) % 8 < 4
    return inside and on and shift.weekday() not in hours.off and (hours.back is None or shift >= hours.back)


def test_it_is_foreseen_who_gets_no_note_while_something_short_is_open() -> None:
    opens = datetime(2026, 11, 13, 10, tzinfo=UTC)
    usual, thursdays = Wishes(Hours("Europe/London")), Wishes(Hours("Europe/London"), note_day=3)
    people = {
        (usual, Had()): 100,
        (usual, Had(date(2026, 10, 29))): 20,
        (thursdays, Had()): 3,
        (Wishes(Hours("Europe/London"), only_home=True), Had()): 1,
    }
    assert missing(people, opens, opens + timedelta(days=5)) == 21
    assert missing(people, opens, opens + timedelta(days=8)) == 1
