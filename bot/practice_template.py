"""Reads a practice from plain mappings and says, in one sentence with a remedy, what is wrong with it."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, get_args

from bot.fair_days import Calendar
from bot.moment_template import read_moment
from bot.moments import Ask, Close, Commit, Match, Meet, Moment, Share, Show, Sort, Update, Weigh, begin_of, end_of
from bot.practice import Practice
from bot.practice_rhythm import leaves_room, read_practice_rhythm
from bot.programme import Intent, Offset
from bot.reading import Mistake, Path, keys, listed, name, one_of, text

MOMENTS: Path = ("moments",)
MOST_MOMENTS = 16
TITLE, ABOUT = 60, 200
"""Characters."""


def is_practice(source: Any) -> bool:
    """Whether this is no question to be counted: only a practice has a title."""
    return isinstance(source, Mapping) and "title" in source


def read_practice(source: Any, calendar: Calendar | None = None) -> Practice:
    """The practice that these mappings say; raises Mistake at the first thing that is wrong. `calendar` knows the bank
    holidays that a rhythm may keep off."""
    top = keys(source, (), {"programme", "title", "about", "intent", "circle", "rhythm", "moments"}, {"needs"})
    moments = tuple(
        read_moment(each, (*MOMENTS, number))
        for number, each in enumerate(listed(top["moments"], MOMENTS, MOST_MOMENTS))
    )
    rhythm = read_practice_rhythm(top["rhythm"], calendar)
    _fit_together(moments, rhythm.at)
    _answered(top, moments, rhythm.at)
    leaves_room(rhythm, moments)
    return Practice(
        name=name(top["programme"], ("programme",)),
        title=text(top["title"], ("title",), TITLE),
        about=text(top["about"], ("about",), ABOUT),
        intent=one_of(top["intent"], get_args(Intent), ("intent",)),
        circle=name(top["circle"], ("circle",)),
        rhythm=rhythm,
        moments=moments,
    )


def _fit_together(moments: Sequence[Moment], usual: time) -> None:
    """Ids are unique, the first moment is the anchor, and nothing looks at what comes after it: so there are no circles. What
    says no hour comes at the `usual` one, the anchor's."""
    for number, each in enumerate(moments):
        path: Path = (*MOMENTS, number)
        if each.id in {other.id for other in moments[:number]}:
            raise Mistake((*path, "id"), "Two moments have the same id.", "Give each its own.")
        _stands_on(each, moments[:number], path, usual=usual)
        if isinstance(each, Share) and _says(each, "{chosen}") and not _chosen_before(each, moments[:number], usual):
            remedy = (
                "Put the SHARE on the day on which a WEIGH before it closes, not before its hour, or on a later day."
            )
            raise Mistake((*path, "text"), "Nothing has been chosen by then.", remedy)
        if isinstance(each, Ask | Weigh) and any(isinstance(one, Close) for one in moments[:number]):
            raise Mistake((*path, "kind"), "Nobody is asked after the CLOSE.", "Put the CLOSE after it.")
    for one, said in ((Show, "What came of it is shown"), (Close, "It is closed")):
        if sum(isinstance(each, one) for each in moments) > 1:
            raise Mistake(MOMENTS, f"{said} twice.", f"Keep one {one.__name__.upper()}.")


def _stands_on(each: Moment, before: Sequence[Moment], path: Path, *, usual: time) -> None:
    """What a moment looks at is of a kind that it can look at, and over by then."""
    if isinstance(each, Ask | Meet) and each.quotes:
        _looks_at(each, each.quotes, (*path, "quotes"), before=before, kinds=(Update,), usual=usual)
    match each:
        case Weigh(among=among):
            _looks_at(each, among, (*path, "among"), before=before, kinds=(Ask, Sort), usual=usual)
            _not_in_confidence(among, before, (*path, "among"), "What was said in confidence is not shown to everybody")
        case Match(among=among):
            _looks_at(each, among, (*path, "among"), before=before, kinds=(Ask,), usual=usual)
            _not_in_confidence(among, before, (*path, "among"), "Nobody knows who spoke in confidence")
        case Sort(of=of):
            _looks_at(each, of, (*path, "of"), before=before, kinds=(Ask,), usual=usual)
        case Show(series=series) if series and series not in {_series(one) for one in before}:
            remedy = "Name the series_key of an ASK with answer: number before it."
            raise Mistake((*path, "series_key"), f"No number is asked for under {series}.", remedy)
        case Update(series=series) if series and series in {_series(one) for one in before}:
            raise Mistake((*path, "series_key"), f"{series} is asked for twice in a round.", "Give each its own key.")
        case Commit(among=among) if among:
            _looks_at(each, among, (*path, "among"), before=before, kinds=(Ask, Sort, Weigh), usual=usual)


def _series(moment: Moment) -> str:
    return moment.series if isinstance(moment, Update) else ""


def _looks_at(
    each: Moment, among: str, path: Path, *, before: Sequence[Moment], kinds: tuple[type, ...], usual: time
) -> None:
    found = next((one for one in before if one.id == among and isinstance(one, kinds) and not _series(one)), None)
    named = " or ".join(kind.__name__.upper() for kind in kinds)
    if found is None or (isinstance(found, Ask) and found.to == "person"):
        raise Mistake(path, f"No {named} before this one is called {among}.", f"Name the {named} it looks at.")
    if isinstance(found, Ask) and found.approve and not isinstance(each, Match):
        remedy = "Leave approve out there, or let this look at another ASK."
        raise Mistake(path, f"What is said to {among} is shared by its authors, one by one.", remedy)
    if isinstance(found, Ask) and found.until is None:
        raise Mistake(path, f"{among} does not close before this opens.", f"Give {among} an until.")
    if _earlier(begin_of(each), end_of(found), usual):
        remedy = "Move it to the day of that one's until or later, and on that day to its hour or later."
        raise Mistake((*path[:-1], "at"), f"It opens before {among} has closed.", remedy)


def _not_in_confidence(among: str, before: Sequence[Moment], path: Path, sentence: str) -> None:
    if any(isinstance(one, Ask) and one.id == among and one.voice == "confidential" for one in before):
        raise Mistake(path, f"{sentence}.", "Let that ASK be named, or SORT it first.")


def _chosen_before(share: Share, before: Sequence[Moment], usual: time) -> bool:
    return any(isinstance(each, Weigh) and not _earlier(share.at, each.until, usual) for each in before)


def _earlier(one: Offset, other: Offset, usual: time) -> bool:
    return (one.days, one.at or usual) < (other.days, other.at or usual)


def _says(share: Share, what: str) -> bool:
    return any(what in said for said in share.text.values())


def _answered(top: Mapping[str, Any], moments: Sequence[Moment], usual: time) -> None:
    """P1: nothing is asked without somebody who answers back, and a day; but for what answers at once."""
    show = next((each for each in moments if isinstance(each, Show)), None)
    others = [each for each in moments if not isinstance(each, Share)]
    if show is None and others and all(isinstance(each, Ask) and each.to == "person" for each in others):
        if not all(isinstance(each, Ask) and each.until for each in others):
            raise Mistake(MOMENTS, "It is not said when a round ends.", "Give the ASK an until.")
        return
    needs = keys(top.get("needs", {}), ("needs",), set(), {"answerer"})
    if needs.get("answerer") != "named":
        raise Mistake(("needs",), "Nothing is asked without a named answerer.", "Write needs: {answerer: named}.")
    if show is None:
        raise Mistake(MOMENTS, "What is asked must be answered back.", "Add a SHOW as the last moment.")
    if len(moments) == 1:
        raise Mistake(MOMENTS, "Nothing happens here before the answer.", "Add an ASK, or something to SHARE.")
    for number, each in enumerate(moments):
        if _earlier(show.at, end_of(each), usual):
            raise Mistake((*MOMENTS, number), "This comes after the answer was due.", "Move the SHOW after it.")
