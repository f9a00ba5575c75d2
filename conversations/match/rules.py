"""What a form about mentoring means, and which of the six meetings is about now: pure decisions."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from bot.values import dataclass
from bot.words import Sentence
from conversations.match import words as w
from storage.matching.hopes import MOST_APART, Said

NAME, CIRCLE, DIRECTION, MONTHS, MINUTES, UNTIL, CONSENT = [
    "name",
    "circle",
    "direction",
    "months",
    "minutes",
    "until",
    "consent",
]
SIDE, TOPICS, WAYS, TIMES, SEATS, APART, AGREE = ["side", "topics", "ways", "times", "seats", "apart", "agree"]
ASIDE, MET, YES, NO = "aside", "met", "yes", "no"
LONGEST_NAME, LONGEST_CONSENT = 60, 1500
SOONEST, LATEST = timedelta(days=7), timedelta(days=60)
SETTLES = timedelta(days=14)
"""From the last day for joining to the time of the first meeting; as long a pair has to answer."""
MEETINGS, MOST_TOPICS, MOST_ASIDE, ROUNDED = 6, 4, 2, 5
DIRECTIONS: Mapping[str, Sentence] = {"ordinary": w.ORDINARY, "reverse": w.REVERSE}
MONTHS_OF, MINUTES_OF = ("3", "6", "9", "12"), ("30", "45", "60")
SIDES: Mapping[str, Sentence] = {"mentee": w.MENTEE, "mentor": w.MENTOR}
TOPICS_OF: Mapping[str, Sentence] = {
    "leading": w.LEADING,
    "heard": w.HEARD,
    "career": w.CAREER,
    "decided": w.DECIDED,
    "home-life": w.HOME_LIFE,
    "belonging": w.BELONGING,
    "tools": w.TOOLS,
    "back": w.BACK,
    "study": w.STUDY,
}
WAYS_OF: Mapping[str, Sentence] = {"in-person": w.IN_PERSON, "online": w.ONLINE}
TIMES_OF: Mapping[str, Sentence] = {"mornings": w.MORNINGS, "afternoons": w.AFTERNOONS, "evenings": w.EVENINGS}
SEATS_OF: Mapping[str, Sentence] = {"1": w.ONE, "2": w.TWO, "3": w.THREE}

Errors = dict[str, tuple[Sentence, dict[str, object]]]
"""For a field's name, what is to be mended."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a lead wrote. `ends_on`: when all of it is erased."""

    name: str
    circle: str
    direction: str
    months: int
    minutes: int
    joins_until: date
    ends_on: date
    consent: str


def wanted(values: Mapping[str, str], circles: Collection[str], today: date) -> tuple[Wanted | None, Errors]:
    """What is to begin; None where something is to be mended."""
    errors: Errors = {}
    given = {name: values.get(name, "").strip() for name in (NAME, CONSENT)}
    for name, longest in ((NAME, LONGEST_NAME), (CONSENT, LONGEST_CONSENT)):
        if not given[name]:
            errors[name] = (w.NEEDED, {})
        elif len(given[name]) > longest:
            errors[name] = (w.TOO_LONG, {"size": len(given[name]), "n": longest})
    known = ((CIRCLE, circles), (DIRECTION, DIRECTIONS), (MONTHS, MONTHS_OF), (MINUTES, MINUTES_OF))
    errors |= {name: (w.CHOOSE, {}) for name, allowed in known if values.get(name, "") not in allowed}
    until = _day(values.get(UNTIL, ""))
    if until is None or not today + SOONEST <= until <= today + LATEST:
        errors[UNTIL] = (w.CHOOSE_DAY, {"first": today + SOONEST, "last": today + LATEST})
    if errors or until is None:
        return None, errors
    months, minutes = int(values[MONTHS]), int(values[MINUTES])
    ends = until + SETTLES + timedelta(days=30 * months)
    name = " ".join(given[NAME].split())
    chosen = Wanted(name, values[CIRCLE], values[DIRECTION], months, minutes, until, ends, given[CONSENT])
    return chosen, errors


def said(values: Mapping[str, str]) -> tuple[Said | None, Errors]:
    """What somebody says who joins, still without whom they would rather not meet."""
    errors: Errors = {}
    topics, ways, times = (_several(values, name) for name in (TOPICS, WAYS, TIMES))
    for name, chosen, allowed, most in (
        (TOPICS, topics, TOPICS_OF, MOST_TOPICS),
        (WAYS, ways, WAYS_OF, len(WAYS_OF)),
        (TIMES, times, TIMES_OF, len(TIMES_OF)),
    ):
        if not 1 <= len(chosen) <= most or not set(chosen) <= set(allowed):
            errors[name] = (w.CHOOSE_SOME, {"n": most})
    seats = values.get(SEATS, "") or "1"
    errors |= {SEATS: (w.CHOOSE, {})} if seats not in SEATS_OF else {}
    errors |= {AGREE: (w.AGREE_FIRST, {})} if values.get(AGREE) != YES else {}
    if len(names(values)) > MOST_APART:
        errors[APART] = (w.TOO_MANY, {"n": MOST_APART})
    match values.get(SIDE, ""):
        case "mentor":
            return (None, errors) if errors else (Said("mentor", topics, ways, times, int(seats)), errors)
        case "mentee":
            return (None, errors) if errors else (Said("mentee", topics, ways, times), errors)
        case _:
            return None, errors | {SIDE: (w.CHOOSE, {})}


def names(values: Mapping[str, str]) -> list[str]:
    """Whom somebody would rather not meet, one name for each line."""
    lines = (" ".join(line.split()) for line in values.get(APART, "").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def meeting(joins_until: date, ends_on: date, today: date) -> tuple[int, date]:
    """Which of the six meetings is about now, and since when; 0 before the first, 7 after the last."""
    begins = joins_until + SETTLES
    if today < begins:
        return 0, begins
    number = min(MEETINGS, (today - begins) * MEETINGS // (ends_on - begins))
    return number + 1, begins + (ends_on - begins) * number // MEETINGS


def at_least(many: int, k: int) -> int:
    """A number that may be shown: rounded down to fives, and 0 where fewer than k said so. It is counted once, at the end."""
    return many // ROUNDED * ROUNDED if many >= k else 0


def _several(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(sorted({each for each in values.get(name, "").split(",") if each}))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2026-11-05") else None
    except ValueError:
        return None
