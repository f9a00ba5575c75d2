"""Reads one moment of a practice from a plain mapping and says, in one sentence with a remedy, what is wrong with it."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from bot.bank import PROMPT
from bot.moments import (
    Ask,
    Close,
    Cohort,
    Commit,
    Direction,
    Match,
    Meet,
    Moment,
    Share,
    Show,
    Sort,
    To,
    Update,
    Voiced,
    Weigh,
)
from bot.programme import Offset
from bot.question import Spoken
from bot.reading import Mistake, Path, flag, keys, name, offset, one_of, text, whole

SHARED = 600
"""Characters."""
SHOWN, PICKED = (5, 7), (1, 3)
"""A card of five to seven; so many of them may be chosen. More on a card, and the last ones are not read."""
SIZE, DRAWN, MINUTES = (2, 8), (1, 20), (10, 480)
JOINED, MONTHS_OF, MINUTES_OF = (7, 60), (3, 6, 9, 12), (30, 60, 45)
"""Days for joining a cohort, how many months it goes, how many minutes a meeting is meant to be; the second is the usual."""
FILLED = ("{chosen}", "{answerer}")


def read_moment(source: Any, path: Path) -> Moment:
    """The moment that this mapping says; raises Mistake at the first thing that is wrong."""
    kind = source.get("kind") if isinstance(source, Mapping) else None
    if not isinstance(kind, str) or kind not in _READ:
        raise Mistake(path, "This moment is of no known kind.", f"Use one of {', '.join(_READ)}.")
    return _READ[kind](source, path)


def read_words(said: str, *, shared: bool) -> Spoken:
    """Words that somebody gives a moment instead of those of the file; raises Mistake."""
    return _shared(said, ()) if shared else text(said, (), PROMPT)


def _ask(source: Any, path: Path) -> Moment:
    if "answer" in source:
        return _number(source, path)
    if source.get("voice") == "unlinked":
        remedy = "Write named or confidential, or make it a programme of its own with questions (docs/programmes.md)."
        raise Mistake((*path, "voice"), "Words in a practice are never unlinked.", remedy)
    if source.get("voice") == "self-only":
        given = keys(source, path, {"id", "kind", "at", "voice", "prompt"})
        return Share(*_when(given, path), text(given["prompt"], (*path, "prompt"), PROMPT), alone=True)
    given = keys(source, path, {"id", "kind", "at", "voice", "prompt"}, {"until", "to", "approve", "quotes"})
    until = offset(given["until"], (*path, "until")) if "until" in given else None
    to = one_of(given.get("to", "answerer"), get_args(To), (*path, "to"))
    voice = one_of(given["voice"], get_args(Voiced), (*path, "voice"))
    if to == "person" and voice != "named":
        raise Mistake((*path, "voice"), "Whoever is thanked is told by whom.", "Write voice: named.")
    approve = "approve" in given and bool(one_of(given["approve"], ("author",), (*path, "approve")))
    if approve and (voice != "named" or to == "person"):
        remedy = "Write voice: named and leave to out, or leave approve out."
        raise Mistake((*path, "approve"), "Only what somebody says to everybody with their name needs a yes.", remedy)
    asked = text(given["prompt"], (*path, "prompt"), PROMPT)
    found = Ask(*_when(given, path), asked, voice, until, to, approve, _quotes(given, path))
    if until:
        _after(found.at, until, path)
    return found


def _number(source: Any, path: Path) -> Moment:
    """A number is given by whoever answers back, by a day that people are told, and read by everybody: an UPDATE."""
    given = keys(source, path, {"id", "kind", "at", "until", "voice", "prompt", "answer", "series_key"})
    one_of(given["answer"], ("number",), (*path, "answer"))
    if given["voice"] != "named":
        remedy = "Write voice: named; what people answer without names is counted (docs/programmes.md)."
        raise Mistake((*path, "voice"), "A number is given by whoever answers back, with their name.", remedy)
    series = name(given["series_key"], (*path, "series_key"))
    return Update(*_lasting(given, path), text(given["prompt"], (*path, "prompt"), PROMPT), series)


def _weigh(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "until", "prompt", "among"}, {"handful"})
    handful = keys(given.get("handful", {}), (*path, "handful"), set(), {"show", "pick"})
    return Weigh(
        *_lasting(given, path),
        text(given["prompt"], (*path, "prompt"), PROMPT),
        name(given["among"], (*path, "among")),
        whole(handful.get("show", 6), (*path, "handful", "show"), *SHOWN),
        whole(handful.get("pick", 2), (*path, "handful", "pick"), *PICKED),
    )


def _share(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "text"}, {"speak_up"})
    speak_up = flag(given, "speak_up", path)
    return Share(*_when(given, path), _shared(given["text"], (*path, "text")), speak_up=speak_up)


def _meet(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "about"}, {"invite", "minutes", "quotes"})
    at, invite = offset(given["at"], (*path, "at")), offset(given.get("invite", "0d"), (*path, "invite"))
    if at.days <= invite.days:
        raise Mistake((*path, "invite"), "People are invited after it has begun.", "Invite them days before it.")
    minutes = whole(given.get("minutes", 60), (*path, "minutes"), *MINUTES)
    called, about = name(given["id"], (*path, "id")), text(given["about"], (*path, "about"), PROMPT)
    return Meet(called, at, invite, minutes, about, _quotes(given, path))


def _match(source: Any, path: Path) -> Moment:
    if "by" in source:
        return _cohort(source, path)
    given = keys(source, path, {"id", "kind", "at", "among"}, {"size", "draw"})
    if ("size" in given) == ("draw" in given):
        raise Mistake(path, "Are people put into groups, or drawn by lot?", "Write either size: 4 or draw: 3.")
    size = whole(given["size"], (*path, "size"), *SIZE) if "size" in given else 0
    draw = whole(given["draw"], (*path, "draw"), *DRAWN) if "draw" in given else 0
    return Match(*_when(given, path), name(given["among"], (*path, "among")), size, draw)


def _cohort(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "until", "by"}, {"direction", "months", "minutes"})
    one_of(given["by"], ("cohort",), (*path, "by"))
    called, at, until = _lasting(given, path)
    if not JOINED[0] <= until.days - at.days <= JOINED[1]:
        remedy = f"Leave {JOINED[0]} to {JOINED[1]} days between at and until."
        raise Mistake((*path, "until"), "People have too little or too much time to join.", remedy)
    return Cohort(
        called,
        at,
        until,
        one_of(given.get("direction", "ordinary"), get_args(Direction), (*path, "direction")),
        _out_of(given, "months", MONTHS_OF, path),
        _out_of(given, "minutes", MINUTES_OF, path),
    )


def _out_of(given: Mapping[str, Any], key: str, allowed: tuple[int, ...], path: Path) -> int:
    """One of these numbers; where none is given, the second."""
    value = given.get(key, allowed[1])
    if value not in allowed or isinstance(value, bool):
        raise Mistake((*path, key), "This is no such number.", f"Use one of {', '.join(map(str, allowed))}.")
    return int(value)


def _sort(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "until", "of"})
    return Sort(*_lasting(given, path), name(given["of"], (*path, "of")))


def _commit(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "until"}, {"among"})
    return Commit(*_lasting(given, path), name(given["among"], (*path, "among")) if "among" in given else "")


def _update(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at", "until", "prompt"})
    return Update(*_lasting(given, path), text(given["prompt"], (*path, "prompt"), PROMPT))


def _close(source: Any, path: Path) -> Moment:
    return Close(*_when(keys(source, path, {"id", "kind", "at"}), path))


def _show(source: Any, path: Path) -> Moment:
    given = keys(source, path, {"id", "kind", "at"}, {"series_key"})
    series = name(given["series_key"], (*path, "series_key")) if "series_key" in given else ""
    return Show(*_when(given, path), series)


def _quotes(given: Mapping[str, Any], path: Path) -> str:
    return name(given["quotes"], (*path, "quotes")) if "quotes" in given else ""


def _when(given: Mapping[str, Any], path: Path) -> tuple[str, Offset]:
    return name(given["id"], (*path, "id")), offset(given["at"], (*path, "at"))


def _lasting(given: Mapping[str, Any], path: Path) -> tuple[str, Offset, Offset]:
    called, at = _when(given, path)
    until = offset(given["until"], (*path, "until"))
    _after(at, until, path)
    return called, at, until


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


_READ: dict[str, Callable[[Any, Path], Moment]] = {
    "SHARE": _share,
    "ASK": _ask,
    "MEET": _meet,
    "MATCH": _match,
    "WEIGH": _weigh,
    "SORT": _sort,
    "COMMIT": _commit,
    "UPDATE": _update,
    "CLOSE": _close,
    "SHOW": _show,
}
