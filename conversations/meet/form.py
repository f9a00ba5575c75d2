"""The form in which somebody plans an event: what it asks, what was written in it, and what is to be mended."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import addresses
from bot.programme import parse_wall, write_wall
from bot.question import clean
from bot.sentences import ALL_STAFF, CLOSE
from bot.ui import Choice, Day, Field, Form, Option, Several, Text, Write
from bot.values import dataclass, replace
from bot.words import Sentence, Words
from conversations.meet import words as w
from conversations.meet import words_plan as p
from storage.disclosure.presets import FEWEST
from storage.events.event import Audience
from storage.events.plan import Plan

WHOM, NAME, DAY, AT, LASTS = "whom", "name", "day", "at", "lasts"
ROOM, LINK, ABOUT, ACCESS, PLACES = "room", "link", "about", "access", "places"
EVALUATE, QUESTION = "evaluate", "question"
LONGEST = {NAME: 80, ROOM: 150, LINK: 400, ABOUT: 600, QUESTION: 150}
YES, NO = "yes", "no"
_LINES = (NAME, ROOM, LINK, AT, PLACES, QUESTION)
MOST_PLACES, HOUR = 100_000, 60
LASTING = (15, 30, 45, 60, 90, 120, 180, 240, 480)
THERE: Mapping[str, Sentence] = {
    "captions": w.CAPTIONS,
    "bsl": w.BSL,
    "step-free": w.STEP_FREE,
    "loop": w.LOOP,
    "quiet": w.QUIET,
    "recorded": w.RECORDED,
}
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote; `plan` is None as long as something is to be mended."""

    plan: Plan | None
    errors: Mapping[str, str]


def plan_form(
    words: Words,
    audiences: Sequence[Audience],
    zone: str,
    *,
    ref: str = "",
    of: Plan | None = None,
    moved: bool = False,
) -> Form:
    """A new event, `of` another one where it is a duplicate; or `moved`, a change of that: then whom it is for stays."""
    options = tuple(
        Option(each.key, words(ALL_STAFF) if each.everybody else each.name[:75]) for each in audiences[:100]
    )
    whom: tuple[Field, ...] = () if moved else (Choice(WHOM, words(p.FOR_WHOM), options),)
    return Form(
        title=words(p.FORM_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(p.FORM_TEXT)),),
        fields=(
            *whom,
            Write(NAME, words(p.NAME), LONGEST[NAME], tall=False),
            Day(DAY, words(p.DAY)),
            Write(AT, words(p.AT), 5, hint=words(p.AT_HINT, zone=zone), tall=False),
            Choice(LASTS, words(p.LASTS), tuple(Option(str(each), lasts(words, each)) for each in _lasting(of))),
            Write(ROOM, words(p.ROOM), LONGEST[ROOM], required=False, tall=False),
            Write(LINK, words(p.LINK), LONGEST[LINK], hint=words(p.LINK_HINT), required=False, tall=False),
            Write(ABOUT, words(p.ABOUT), LONGEST[ABOUT], hint=words(p.ABOUT_HINT), required=False),
            Several(ACCESS, words(p.ACCESS), _there(words), required=False),
            Write(PLACES, words(p.PLACES), 6, hint=words(p.PLACES_HINT), required=False, tall=False),
            Write(
                QUESTION, words(p.QUESTION), LONGEST[QUESTION], hint=words(p.QUESTION_HINT), required=False, tall=False
            ),
            Choice(EVALUATE, words(p.EVALUATE), _whether(words), hint=words(p.EVALUATE_HINT, n=FEWEST)),
        ),
        action="meet.change" if moved else "meet.plan",
        ref=ref,
        submit=words(p.SHOW_ME),
        values={LASTS: str(HOUR), EVALUATE: YES}
        | ({WHOM: audiences[0].key} if len(audiences) == 1 and not moved else {}),
    )


def lasts(words: Words, minutes: int) -> str:
    """`45 minutes`, `1 hour`, `1 hour 30 minutes`: never `1h`, which is read aloud as a letter."""
    if minutes < HOUR:
        return words(p.MINUTES, n=minutes)
    return words(p.HOURS_HALF) if minutes % HOUR else words(p.HOURS, n=minutes // HOUR)


def written(plan: Plan, *, day: bool = True) -> dict[str, str]:
    """What stands in the fields of an event that there is; without the day for a duplicate."""
    wall = parse_wall(plan.wall)
    when = {DAY: wall.date().isoformat() if day else "", AT: f"{wall:%H:%M}", LASTS: str(plan.minutes)}
    where = {ROOM: plan.room, LINK: plan.link, PLACES: str(plan.places or "")}
    access = ",".join(each for each in plan.access if each in THERE)
    after = {QUESTION: plan.question, EVALUATE: YES if plan.evaluate else NO}
    values = {NAME: plan.name, **when, **where, ABOUT: plan.about, ACCESS: access, **after}
    return {name: value for name, value in values.items() if value}


def read(words: Words, values: Mapping[str, str], zone: str, now: datetime, *, of: Plan | None = None) -> Written:
    """What somebody wrote, as an event; or a sentence for each field that is to be mended. What had no place yet when it was
    `of` that plan needs none now."""
    said = {name: " ".join(clean(values.get(name, ""), 3000).split()) for name in _LINES}
    said[ABOUT] = clean(values.get(ABOUT, ""), 3000)
    errors = {} if said[NAME] else {NAME: words(p.NEEDED)}
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            errors[name] = words(p.TOO_LONG, size=len(said[name]), n=most)
    wall = _wall(words, values.get(DAY, ""), said[AT], zone, now=now, errors=errors)
    errors |= _where(words, said, needed=of is None or of.placed)
    places = said[PLACES]
    if places and not (places.isascii() and places.isdigit() and 0 < int(places[:9]) <= MOST_PLACES):
        errors[PLACES] = words(p.NO_NUMBER)
    if values.get(EVALUATE, "") not in (YES, NO):
        errors[EVALUATE] = words(w.CHOOSE)
    if values.get(LASTS, "") not in map(str, _lasting(of)):
        errors[LASTS] = words(w.CHOOSE)
    if errors or wall is None:
        return Written(None, errors)
    access = tuple(each for each in values.get(ACCESS, "").split(",") if each in THERE)
    plan = Plan(
        said[NAME], write_wall(wall), zone, int(values[LASTS]), room=said[ROOM], link=said[LINK], about=said[ABOUT]
    )
    plan = replace(plan, access=access, places=int(places) if places else None, evaluate=values[EVALUATE] == YES)
    plan = replace(plan, question=said[QUESTION])
    return Written(plan, {})


def comes_twice(plan: Plan) -> bool:
    """Whether the clocks show this time twice in that night."""
    wall, zone = parse_wall(plan.wall), ZoneInfo(plan.zone)
    return wall.replace(tzinfo=zone).utcoffset() > wall.replace(tzinfo=zone, fold=1).utcoffset()  # type: ignore[operator]


def _whether(words: Words) -> tuple[Option, ...]:
    return Option(YES, words(p.EVALUATE_YES)), Option(NO, words(p.EVALUATE_NO))


def _there(words: Words) -> tuple[Option, ...]:
    return tuple(Option(each, words(said)) for each, said in THERE.items())


def _wall(words: Words, day: str, at: str, zone: str, *, now: datetime, errors: dict[str, str]) -> datetime | None:
    """The wall-clock time, if there is one and it is still to come."""
    on, time_ = day_of(day), _time(at)
    if on is None:
        errors[DAY] = words(p.NO_DAY)
    if time_ is None:
        errors[AT] = words(p.NO_TIME)
    if on is None or time_ is None:
        return None
    wall = datetime.combine(on, time_)
    instant = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    shown = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if shown != wall:
        errors[AT] = words(p.NO_SUCH_TIME, at=f"{wall:%H:%M}", later=f"{shown:%H:%M}")
    elif instant <= now:
        errors[DAY] = words(p.PAST)
    elif instant > now + FURTHEST:
        errors[DAY] = words(p.TOO_FAR)
    return wall


def _lasting(of: Plan | None) -> Sequence[int]:
    """What a practice arranges may last as long as no form offers."""
    return sorted({*LASTING, of.minutes}) if of else LASTING


def _where(words: Words, said: Mapping[str, str], *, needed: bool) -> dict[str, str]:
    if not said[ROOM] and not said[LINK]:
        return {ROOM: words(p.NO_WHERE)} if needed else {}
    return {} if not said[LINK] or is_link(said[LINK]) else {LINK: words(p.NO_LINK)}


def is_link(text: str) -> bool:
    """An address that every platform takes for a button."""
    try:
        return text.startswith("https://") and text.isascii() and " " not in text and bool(addresses.web(text))
    except ValueError:
        return False


def day_of(value: str) -> date | None:
    """A day as a form has it."""
    try:
        return date.fromisoformat(value) if len(value) == len("2026-11-05") else None
    except ValueError:
        return None


def _time(value: str) -> time | None:
    """`9:30`, `09.30` and `0930` mean the same."""
    digits = value.replace(".", ":").replace(":", "")
    if not (
        digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 4 and value.count(":") + value.count(".") < 2
    ):
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return time(hour, minute) if hour < 24 and minute < HOUR else None
