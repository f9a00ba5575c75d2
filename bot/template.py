"""Reads a template from plain mappings and says, in one sentence with a remedy, what is wrong with it."""

from collections.abc import Collection, Mapping
from typing import Any, get_args

from bot.bank import END, MOST_ITEMS, PROMPT, SUBJECT, Bank, read_question
from bot.programme import DAYS, MONTHS, Answer, Ask, Intent, Rhythm, Rotation, Template, Voice
from bot.question import MOST_QUESTIONS, Question, Spoken
from bot.reading import Mistake, Path, clock, flag, keys, listed, name, offset, one_of, text, whole

ASK: Path = ("moments", 0)
EVERYBODY = "all-staff"
MOST_TURNS = 12
"""So many turns can be looked at together with teams."""
SCORE = "score"
"""The id of the question whose prompt and ends stand in the ASK itself."""
_PLAIN = {"prompt", "lowest", "highest"}
_SOURCES = ("prompt", "questions", "bank", "rotate")
_NO_BANK = Bank()


def read(source: Any, bank: Bank = _NO_BANK, details: Collection[str] = ()) -> Template:
    """The template that these mappings say; raises Mistake at the first thing that is wrong. `details` are what people can
    say about themselves, by id."""
    top = keys(source, (), {"programme", "intent", "circle", "rhythm", "needs", "moments"})
    needs = keys(top["needs"], ("needs",), {"answerer"}, {"answer_by"})
    if needs["answerer"] != "named":
        raise Mistake(("needs", "answerer"), "Nothing is asked without a named answerer.", "Write answerer: named.")
    circle = name(top["circle"], ("circle",))
    ask, show = _moments(top["moments"], needs, bank)
    if ask.by and ask.by not in details:
        remedy = f"Known are {', '.join(sorted(details))}." if details else "See about-you.yaml."
        raise Mistake((*ASK, "by"), f"Nobody is asked for {ask.by} here.", remedy)
    if ask.by and ask.voice == "named":
        raise Mistake(
            (*ASK, "by"), "Answers with names are not counted by groups.", "Leave by out, or voice: unlinked."
        )
    if ask.census and circle != EVERYBODY:
        raise Mistake((*ASK, "census"), "A census asks everybody.", f"Write circle: {EVERYBODY}, or leave census out.")
    rhythm = read_rhythm(top["rhythm"])
    _overlapping(ask, rhythm)
    return Template(
        name=name(top["programme"], ("programme",)),
        intent=one_of(top["intent"], get_args(Intent), ("intent",)),
        circle=circle,
        rhythm=rhythm,
        ask=ask,
        show=show,
    )


def read_rhythm(source: Any, more: Collection[str] = ()) -> Rhythm:
    """`more` are keys that whoever calls reads."""
    path: Path = ("rhythm",)
    given = keys(source, path, {"at"}, {"weeks", "months", "once", "day", *more})
    if sum(key in given for key in ("weeks", "months", "once")) != 1:
        raise Mistake(path, "It is not clear how often this is asked.", "Give one of weeks, months and once.")
    at = clock(given["at"], (*path, "at"))
    day = DAYS.index(one_of(given["day"], DAYS, (*path, "day"))) if "day" in given else None
    if "once" in given:
        if not flag(given, "once", path):
            raise Mistake((*path, "once"), "A rhythm that is not once says how often.", "Give weeks or months.")
        return Rhythm(at, day)
    if day is None:
        raise Mistake(path, "The key day is missing.", "Add it.")
    if "weeks" in given:
        return Rhythm(at, day, weeks=whole(given["weeks"], (*path, "weeks"), 1, 52))
    return Rhythm(at, day, months=_months(given["months"], (*path, "months")))


def _months(value: Any, path: Path) -> tuple[int, ...]:
    if value == "every":
        return tuple(range(1, 13))
    found = {MONTHS.index(one_of(each, MONTHS, (*path, n))) + 1 for n, each in enumerate(listed(value, path, 12))}
    return tuple(sorted(found))


def _moments(source: Any, needs: Mapping[str, Any], bank: Bank) -> tuple[Ask, Answer]:
    by = needs.get("answer_by")
    expected = ["ASK", "SHOW"] if by is None else ["ASK"]
    if not isinstance(source, list) or len(source) not in (1, 2):
        raise Mistake(("moments",), "A template has one ASK and one SHOW.", "List exactly these two moments.")
    for number, moment in enumerate(source):
        if not isinstance(moment, Mapping) or moment.get("kind") not in ("ASK", "SHOW"):
            raise Mistake(("moments", number), "This moment is of no known kind.", "Use kind: ASK or kind: SHOW.")
    if by is not None and len(source) == 2:
        raise Mistake(("needs", "answer_by"), "The day of the answer is said twice.", "Keep answer_by or the SHOW.")
    if [moment["kind"] for moment in source] != expected:
        remedy = "Put one ASK first, then one SHOW; or an ASK alone, with answer_by under needs."
        raise Mistake(("moments",), "What is asked must be answered back.", remedy)
    ask = _ask(source[0], bank)
    show = _show(source[1]) if by is None else Answer("back", offset(by, ("needs", "answer_by")))
    place: Path = ("moments", 1, "at") if by is None else ("needs", "answer_by")
    if ask.id == show.id:
        raise Mistake((*ASK, "id"), "Two moments have the same id.", "Give each its own.")
    if show.at.days <= ask.until.days:
        raise Mistake(place, "The answer is due before the question has closed.", "Move it after the ASK's until.")
    return ask, show


def _ask(source: Any, bank: Bank) -> Ask:
    if "until" not in source and source.get("voice") == "unlinked":
        raise Mistake(ASK, "An unlinked ASK needs an end.", "Add until, such as +11d 12:00: its answers open once.")
    needed = {"id", "kind", "at", "until", "voice", "subject"}
    needed |= _PLAIN if _PLAIN & set(source) else set()
    given = keys(source, ASK, needed, {"questions", "bank", "rotate", "comment", "census", "sample", "by"})
    at, until = offset(given["at"], (*ASK, "at")), offset(given["until"], (*ASK, "until"))
    if until.days <= at.days + 1:
        raise Mistake((*ASK, "until"), "This moment closes before people can answer.", "Leave at least two days.")
    if sum(key in given for key in _SOURCES) != 1:
        known = "prompt with lowest and highest, questions, bank and rotate"
        raise Mistake(ASK, "It is not clear what is asked.", f"Give one of {known}.")
    subject = text(given["subject"], (*ASK, "subject"), SUBJECT)
    census = flag(given, "census", ASK)
    sample, sample_from, teams = _sample(given["sample"]) if "sample" in given else (1, 0, False)
    if census and sample > 1:
        raise Mistake((*ASK, "sample"), "A census asks everybody at once.", "Leave out census, or sample.")
    if teams:
        _teams_at_the_end(given, sample)
    return Ask(
        id=name(given["id"], (*ASK, "id")),
        at=at,
        until=until,
        voice=one_of(given["voice"], get_args(Voice), (*ASK, "voice")),
        subject=subject,
        questions=_fixed(given, subject, bank),
        rotation=_rotation(given["rotate"], bank) if "rotate" in given else None,
        comment=flag(given, "comment", ASK, default=True),
        census=census,
        sample=sample,
        sample_from=sample_from,
        teams=teams,
        by=name(given["by"], (*ASK, "by")) if "by" in given else "",
    )


def _fixed(given: Mapping[str, Any], subject: Spoken, bank: Bank) -> tuple[Question, ...]:
    """The questions that are asked each time; none where items take turns."""
    if "prompt" in given:
        return (_score(given, subject),)
    if "questions" in given:
        here: Path = (*ASK, "questions")
        listing = enumerate(listed(given["questions"], here, MOST_QUESTIONS))
        found = tuple(read_question(each, (*here, number), subject) for number, each in listing)
    elif "bank" in given:
        here = (*ASK, "bank")
        ids = listed(given["bank"], here, MOST_QUESTIONS)
        found = tuple(bank.items[_known(each, bank.items, (*here, number))] for number, each in enumerate(ids))
    else:
        return ()
    named = [question.id for question in found]
    twice = next((number for number, id_ in enumerate(named) if id_ in named[:number]), None)
    if twice is not None:
        raise Mistake((*here, twice), f"The question {named[twice]} stands here twice.", "Ask it once.")
    return found


def _score(given: Mapping[str, Any], subject: Spoken) -> Question:
    return Question(
        id=SCORE,
        kind="scale",
        prompt=text(given["prompt"], (*ASK, "prompt"), PROMPT),
        subject=subject,
        lowest=text(given["lowest"], (*ASK, "lowest"), END),
        highest=text(given["highest"], (*ASK, "highest"), END),
        required=True,
    )


def _rotation(source: Any, bank: Bank) -> Rotation:
    here: Path = (*ASK, "rotate")
    given = keys(source, here, {"areas"}, {"items"})
    listing = enumerate(listed(given["areas"], (*here, "areas"), MOST_ITEMS))
    items = bank.of(tuple(_known(each, bank.areas, (*here, "areas", number)) for number, each in listing))
    most = min(MOST_QUESTIONS, len(items))
    return Rotation(items, whole(given.get("items", 1), (*here, "items"), 1, most))


def _sample(source: Any) -> tuple[int, int, bool]:
    """One of how many people is asked each time, in circles of what size, and whether a cycle ends with results by team."""
    path: Path = (*ASK, "sample")
    given = keys(source, path, {"of"}, {"from", "teams"})
    of, least = whole(given["of"], (*path, "of"), 2, 52), whole(given.get("from", 0), (*path, "from"), 0, 1_000_000)
    return of, least, flag(given, "teams", path)


def _teams_at_the_end(given: Mapping[str, Any], sample: int) -> None:
    """What keeps a cycle from ending with results by team; that its rounds overlap is looked at with the rhythm."""
    path: Path = (*ASK, "sample", "teams")
    if sample > MOST_TURNS:
        raise Mistake(
            (*ASK, "sample", "of"), "Teams can be shown of at most 12 turns together.", "Ask one in 12 or fewer."
        )
    if "by" in given:
        raise Mistake(path, "Results are shown by team or by groups, not both.", "Leave out teams, or by.")
    if given.get("voice") == "named":
        raise Mistake(path, "Answers with names are not counted.", "Leave out teams, or write voice: unlinked.")


def _overlapping(ask: Ask, rhythm: Rhythm) -> None:
    """What a turn came to is locked with the keys of the next one, which has to be open by then."""
    if ask.teams and not (rhythm.weeks and ask.until.days > 7 * rhythm.weeks + ask.at.days):
        remedy = "Move until past the next opening, or leave teams out."
        raise Mistake((*ASK, "until"), "With teams, a turn closes after the next one has opened.", remedy)


def _known(value: Any, among: Mapping[str, Any], path: Path) -> str:
    if not isinstance(value, str) or value not in among:
        remedy = f"Known are {', '.join(sorted(among))}." if len(among) <= 30 else "See the bank for what there is."
        raise Mistake(path, f"{value!r} is not in the bank.", remedy if among else "There is no bank here yet.")
    return value


def _show(source: Any) -> Answer:
    path: Path = ("moments", 1)
    given = keys(source, path, {"id", "kind", "at"})
    return Answer(name(given["id"], (*path, "id")), offset(given["at"], (*path, "at")))
