"""What somebody chose in the form about when Hearback may write, read from the fields, with a sentence for what is wrong."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from bot.attention import Wishes
from bot.hours import WEEKEND, Hours
from bot.values import dataclass, replace
from bot.words import Sentence
from conversations.note import words as w

PLATFORM = "platform"  # no language has this tag
HOURS, STARTS, ENDS, DAYS, ROTA, OFF, SECOND_OFF = "hours", "starts", "ends", "days", "rota", "off", "second_off"
NOTE_DAY, NOTE_AT, BACK, LANGUAGE = "note_day", "note_at", "back", "language"
NONE, OWN, ONLY_HOME, EVERY_DAY, WEEKDAYS, ON_OFF = "none", "own", "home", "every", "weekdays", "rota"
SHIFTS: Mapping[str, tuple[time, time]] = {
    "mornings": (time(7), time(12)),
    "daytime": (time(10), time(16)),
    "evenings": (time(17), time(21)),
    "nights": (time(20), time(6)),
}
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form says. `errors` is one sentence for each field that cannot be kept. The language is empty where it stays
    as it is, and None where it is to be the chat service's."""

    wishes: Wishes
    language: str | None
    errors: Mapping[str, Sentence]


def briefly(values: Mapping[str, str], known: Wishes, languages: tuple[str, ...]) -> Chosen:
    """The short form: hours and language; everything else stays as it was known."""
    errors: dict[str, Sentence] = {}
    wishes = _hours(values, known, errors)
    return Chosen(replace(wishes, note_at=_within(wishes)), _language(values, languages, errors), errors)


def wholly(values: Mapping[str, str], zone: str, today: date, languages: tuple[str, ...]) -> Chosen:
    """The whole form."""
    errors: dict[str, Sentence] = {}
    wishes = _hours(values, Wishes(Hours(zone)), errors)
    off, first = _days(values, today, errors)
    hours = replace(wishes.hours, off=off, rota=first)
    if back := values.get(BACK):
        day = _date(back)
        hours = replace(hours, back=day)
        if not day or not today < day <= today + FURTHEST:
            errors[BACK] = w.TOO_FAR
    note_day, note_at = _weekday(values.get(NOTE_DAY, ""), NOTE_DAY, errors), _time(values.get(NOTE_AT, ""))
    if values.get(NOTE_AT) and (note_at is None or (STARTS not in errors and not hours.hold(note_at))):
        errors[NOTE_AT] = w.OUTSIDE
    chosen = replace(wishes, hours=hours, note_day=note_day, note_at=note_at)
    return Chosen(chosen, _language(values, languages, errors), errors)


def written(wishes: Wishes, language: str | None) -> dict[str, str]:
    """The fields as they stand when the form opens: what is kept now; None: no language was chosen."""
    hours = wishes.hours
    shift = next((name for name, spell in SHIFTS.items() if spell == (hours.starts, hours.ends)), OWN)
    more = sorted(hours.off) if hours.rota or not hours.off >= WEEKEND else sorted(hours.off - WEEKEND)
    values = {
        HOURS: ONLY_HOME if wishes.only_home else shift,
        STARTS: f"{hours.starts:%H:%M}" if shift == OWN else "",
        ENDS: f"{hours.ends:%H:%M}" if shift == OWN else "",
        DAYS: ON_OFF if hours.rota else WEEKDAYS if hours.off >= WEEKEND else EVERY_DAY,
        ROTA: hours.rota.isoformat() if hours.rota else "",
        OFF: str(more[0]) if more else NONE,
        SECOND_OFF: str(more[1]) if len(more) > 1 else NONE,
        NOTE_DAY: NONE if wishes.note_day is None else str(wishes.note_day),
        NOTE_AT: f"{wishes.note_at:%H:%M}" if wishes.note_at else "",
        BACK: hours.back.isoformat() if hours.back else "",
        LANGUAGE: PLATFORM if language is None else language,
    }
    return {name: value for name, value in values.items() if value}


def _hours(values: Mapping[str, str], known: Wishes, errors: dict[str, Sentence]) -> Wishes:
    shift = values.get(HOURS, "")
    if shift == ONLY_HOME:
        return replace(known, only_home=True)
    starts, ends = SHIFTS.get(shift, (_time(values.get(STARTS, "")), _time(values.get(ENDS, ""))))
    if shift not in (*SHIFTS, OWN):
        errors[HOURS] = w.CHOOSE
    elif starts is None or ends is None or starts == ends:
        errors[STARTS] = w.CHOOSE_HOURS
    else:
        return replace(known, only_home=False, hours=replace(known.hours, starts=starts, ends=ends))
    return known


def _days(values: Mapping[str, str], today: date, errors: dict[str, Sentence]) -> tuple[frozenset[int], date | None]:
    days, first = values.get(DAYS, ""), None
    if days not in (WEEKDAYS, EVERY_DAY, ON_OFF):
        errors[DAYS] = w.CHOOSE
    if days == ON_OFF:
        first = _date(values.get(ROTA, ""))
        if first is None or abs(first - today) > FURTHEST:
            errors[ROTA] = w.CHOOSE_ROTA
    free = {_weekday(values.get(name, ""), name, errors) for name in (OFF, SECOND_OFF)} - {None}
    off = frozenset(day for day in (*free, *(WEEKEND if days == WEEKDAYS else ())) if day is not None)
    return off, first


def _language(values: Mapping[str, str], languages: tuple[str, ...], errors: dict[str, Sentence]) -> str | None:
    language = values.get(LANGUAGE, "")
    if language == PLATFORM:
        return None
    if language and language not in languages:
        errors[LANGUAGE] = w.CHOOSE
    return language


def _within(wishes: Wishes) -> time | None:
    at = wishes.note_at
    return at if at and wishes.hours.hold(at) else None


def _weekday(value: str, name: str, errors: dict[str, Sentence]) -> int | None:
    if value and value not in (NONE, *"0123456"):
        errors[name] = w.CHOOSE
    return int(value) if value in tuple("0123456") else None


def _time(value: str) -> time | None:
    try:
        return time.fromisoformat(value) if len(value) == len("10:00") else None
    except ValueError:
        return None


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2026-11-05") else None
    except ValueError:
        return None
