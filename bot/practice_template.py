"""Reads a practice from plain mappings and says, in one sentence with a remedy, what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from bot.bank import PROMPT
from bot.practice import NOT_YET, Ask, Moment, Practice, Share, Show, To, Voiced, Weigh
from bot.programme import Intent, Offset
from bot.question import Spoken
from bot.reading import Mistake, Path, keys, listed, name, offset, one_of, text, whole
from bot.template import read_rhythm

MOMENTS: Path = ("moments",)
MOST_MOMENTS = 12
TITLE, ABOUT, SHARED = 60, 200, 600
"""Characters."""
SHOWN, PICKED = (5, 7), (1, 3)
"""A card of five to seven; so many of them may be chosen. More on a card, and the last ones are not read."""
KINDS = ("ASK", "WEIGH", "SHARE", "SHOW")
FILLED = ("{chosen}", "{answerer}")


def is_practice(source: Any) -> bool:
    """Whether this is no question to be counted: only a practice has a title."""
    return isinstance(source, Mapping) and "title" in source


def read_practice(source: Any) -> Practice:
    """The practice that these mappings say; raises Mistake at the first thing that is wrong."""
    top = keys(source, (), {"programme", "title", "about", "intent", "circle", "rhythm", "moments"}, {"needs"})
    moments = tuple(
        _moment(each, (*MOMENTS, number)) for number, each in enumerate(listed(top["moments"], MOMENTS, MOST_MOMENTS))
    )
    _fit_together(moments)
    _answered(top, moments)
    return Practice(
        name=name(top["programme"], ("programme",)),
        title=text(top["title"], ("title",), TITLE),
        about=text(top["about"], ("about",), ABOUT),
        intent=one_of(top["intent"], get_args(Intent), ("intent",)),
        circle=name(top["circle"], ("circle",)),
        rhythm=read_rhythm(top["rhythm"]),
        moments=moments,
    )


def _moment(source: Any, path: Path) -> Moment:
    kind = source.get("kind") if isinstance(source, Mapping) else None
    if kind in NOT_YET:
        raise Mistake((*path, "kind"), f"{kind} cannot be used yet.", f"Use one of {', '.join(KINDS)}.")
    match kind:
        case "ASK":
            return _ask(source, path)
        case "WEIGH":
            return _weigh(source, path)
        case "SHARE":
            given = keys(source, path, {"id", "kind", "at", "text"})
            return Share(*_when(given, path), _shared(given["text"], (*path, "text")))
        case "SHOW":
            return Show(*_when(keys(source, path, {"id", "kind", "at"}), path))
        case _:
            raise Mistake(path, "This moment is of no known kind.", f"Use one of {', '.join(KINDS)}.")


def _ask(source: Any, path: Path) -> Ask:
    if source.get("voice") == "unlinked":
        remedy = "Write named or confidential, or make it a programme of its own with questions (docs/programmes.md)."
        raise Mistake((*path, "voice"), "Words in a practice are never unlinked.", remedy)
    given = keys(source, path, {"id", "kind", "at", "voice", "prompt"}, {"until", "to"})
    until = offset(given["until"], (*path, "until")) if "until" in given else None
    to = one_of(given.get("to", "answerer"), get_args(To), (*path, "to"))
    voice = one_of(given["voice"], get_args(Voiced), (*path, "voice"))
    if to == "person" and voice != "named":
        raise Mistake((*path, "voice"), "Whoever is thanked is told by whom.", "Write voice: named.")
    found = Ask(*_when(given, path), text(given["prompt"], (*path, "prompt"), PROMPT), voice, until, to)
    if until:
        _after(found.at, until, path)
    return found


def _weigh(source: Any, path: Path) -> Weigh:
    given = keys(source, path, {"id", "kind", "at", "until", "prompt", "among"}, {"handful"})
    until = offset(given["until"], (*path, "until"))
    handful = keys(given.get("handful", {}), (*path, "handful"), set(), {"show", "pick"})
    found = Weigh(
        *_when(given, path),
        until,
        text(given["prompt"], (*path, "prompt"), PROMPT),
        name(given["among"], (*path, "among")),
        whole(handful.get("show", 6), (*path, "handful", "show"), *SHOWN),
        whole(handful.get("pick", 2), (*path, "handful", "pick"), *PICKED),
    )
    _after(found.at, until, path)
    return found


def _when(given: Mapping[str, Any], path: Path) -> tuple[str, Offset]:
    return name(given["id"], (*path, "id")), offset(given["at"], (*path, "at"))


def _shared(value: Any, path: Path) -> Spoken:
    found = text(value, path, SHARED)
    for said in found.values():
        rest = said
        for known in FILLED:
            rest = rest.replace(known, "")
        if "{" in rest or "}" in rest:
            raise Mistake(path, "Braces hold something that is not known here.", f"Known are {', '.join(FILLED)}.")
    return found


def _after(at: Offset, until: Offset, path: Path) -> None:
    if until.days <= at.days:
        raise Mistake((*path, "until"), "This moment closes before people can answer.", "Leave at least a day.")


def _fit_together(moments: Sequence[Moment]) -> None:
    """Ids are unique, the first moment is the anchor, and nothing looks at what comes after it."""
    for number, each in enumerate(moments):
        path: Path = (*MOMENTS, number)
        if each.id in {other.id for other in moments[:number]}:
            raise Mistake((*path, "id"), "Two moments have the same id.", "Give each its own.")
        if isinstance(each, Weigh):
            _has_what_it_weighs(each, moments[:number], path)
        if isinstance(each, Share) and _says(each, "{chosen}") and not _chosen_before(each, moments[:number]):
            remedy = "Put the SHARE on or after the day on which a WEIGH before it closes."
            raise Mistake((*path, "text"), "Nothing has been chosen by then.", remedy)
    if not any(isinstance(each, Ask | Weigh) for each in moments):
        raise Mistake(MOMENTS, "Nobody is asked anything here.", "Add an ASK.")
    if sum(isinstance(each, Show) for each in moments) > 1:
        raise Mistake(MOMENTS, "What came of it is shown twice.", "Keep one SHOW, the last.")


def _has_what_it_weighs(weigh: Weigh, before: Sequence[Moment], path: Path) -> None:
    asked = next((each for each in before if each.id == weigh.among and isinstance(each, Ask)), None)
    if asked is None or asked.to == "person":
        raise Mistake((*path, "among"), f"No ASK before this one is called {weigh.among}.", "Name the ASK it weighs.")
    if asked.voice == "confidential":
        remedy = "Let that ASK be named."
        raise Mistake(
            (*path, "among"), "What was said in confidence is not shown to everybody to choose among.", remedy
        )
    if weigh.at.days < (asked.until or asked.at).days:
        raise Mistake((*path, "at"), f"It opens before {weigh.among} has closed.", "Move it after that ASK's until.")


def _chosen_before(share: Share, before: Sequence[Moment]) -> bool:
    return any(isinstance(each, Weigh) and share.at.days >= each.until.days for each in before)


def _says(share: Share, what: str) -> bool:
    return any(what in said for said in share.text.values())


def _answered(top: Mapping[str, Any], moments: Sequence[Moment]) -> None:
    """P1: nothing is asked without somebody who answers back, and a day; but for what answers at once."""
    show = next((each for each in moments if isinstance(each, Show)), None)
    thanks = all(each.to == "person" for each in moments if isinstance(each, Ask))
    if show is None and thanks and not any(isinstance(each, Weigh) for each in moments):
        if not all(isinstance(each, Ask) and each.until for each in moments if not isinstance(each, Share)):
            raise Mistake(MOMENTS, "It is not said when a round ends.", "Give the ASK an until.")
        return
    needs = keys(top.get("needs", {}), ("needs",), set(), {"answerer"})
    if needs.get("answerer") != "named":
        raise Mistake(("needs",), "Nothing is asked without a named answerer.", "Write needs: {answerer: named}.")
    if show is None:
        raise Mistake(MOMENTS, "What is asked must be answered back.", "Add a SHOW as the last moment.")
    for number, each in enumerate(moments):
        until = each.until if isinstance(each, Ask | Weigh) and each.until else each.at
        if until.days > show.at.days:
            raise Mistake((*MOMENTS, number), "This comes after the answer was due.", "Move the SHOW after it.")
