"""Reads a template from plain mappings and says, in one sentence with a remedy, what is wrong with it."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, get_args

from bot.programme import DAYS, Answer, Ask, Intent, Offset, Spoken, Template, Voice

_OFFSET = re.compile(r"\+?(\d{1,3})d(?: (\d{2}:\d{2}))?")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
_LONGEST = {"subject": 60, "prompt": 150, "lowest": 40, "highest": 40}


class Mistake(Exception):
    """What is wrong in a template. `path` leads to it: keys and list positions from the top."""

    def __init__(self, path: tuple[str | int, ...], sentence: str, remedy: str) -> None:
        super().__init__(f"{sentence} {remedy}")
        self.path, self.sentence, self.remedy = path, sentence, remedy


def read(source: Any) -> Template:
    """The template that these mappings say; raises Mistake at the first thing that is wrong."""
    top = _keys(source, (), {"programme", "intent", "circle", "rhythm", "needs", "moments"})
    rhythm = _keys(top["rhythm"], ("rhythm",), {"weeks", "day", "at"})
    needs = _keys(top["needs"], ("needs",), {"answerer"})
    if needs["answerer"] != "named":
        raise Mistake(("needs", "answerer"), "Nothing is asked without a named answerer.", "Write answerer: named.")
    ask, show = _moments(top["moments"])
    return Template(
        name=_name(top["programme"], ("programme",)),
        intent=_one_of(top["intent"], get_args(Intent), ("intent",)),
        circle=_name(top["circle"], ("circle",)),
        weeks=_weeks(rhythm["weeks"]),
        day=DAYS.index(_one_of(rhythm["day"], DAYS, ("rhythm", "day"))),
        at=_clock(rhythm["at"], ("rhythm", "at")),
        ask=ask,
        show=show,
    )


def _moments(source: Any) -> tuple[Ask, Answer]:
    if not isinstance(source, list) or len(source) != 2:
        raise Mistake(("moments",), "A template has one ASK and one SHOW.", "List exactly these two moments.")
    for number, moment in enumerate(source):
        if not isinstance(moment, Mapping) or moment.get("kind") not in ("ASK", "SHOW"):
            raise Mistake(("moments", number), "This moment is of no known kind.", "Use kind: ASK or kind: SHOW.")
    if [moment["kind"] for moment in source] != ["ASK", "SHOW"]:
        raise Mistake(("moments",), "What is asked must be answered back.", "Put one ASK first, then one SHOW.")
    ask, show = _ask(source[0]), _show(source[1])
    if ask.id == show.id:
        raise Mistake(("moments", 1, "id"), "Two moments have the same id.", "Give each its own.")
    if show.at.days <= ask.until.days:
        raise Mistake(
            ("moments", 1, "at"), "The answer is due before the question has closed.", "Move it after the ASK's until."
        )
    return ask, show


def _ask(source: Any) -> Ask:
    path: tuple[str | int, ...] = ("moments", 0)
    if "until" not in source and source.get("voice") == "unlinked":
        raise Mistake(path, "An unlinked ASK needs an end.", "Add until, such as +11d 12:00: its answers open once.")
    texts = set(_LONGEST)
    given = _keys(source, path, {"id", "kind", "at", "until", "voice"} | texts)
    at, until = _offset(given["at"], (*path, "at")), _offset(given["until"], (*path, "until"))
    if until.days <= at.days + 1:
        raise Mistake((*path, "until"), "This moment closes before people can answer.", "Leave at least two days.")
    spoken = {key: _spoken(given[key], (*path, key), _LONGEST[key]) for key in texts}
    return Ask(
        id=_name(given["id"], (*path, "id")),
        at=at,
        until=until,
        voice=_one_of(given["voice"], get_args(Voice), (*path, "voice")),
        **spoken,
    )


def _show(source: Any) -> Answer:
    path: tuple[str | int, ...] = ("moments", 1)
    given = _keys(source, path, {"id", "kind", "at"})
    return Answer(_name(given["id"], (*path, "id")), _offset(given["at"], (*path, "at")))


def _keys(source: Any, path: tuple[str | int, ...], wanted: set[str]) -> Mapping[str, Any]:
    if not isinstance(source, Mapping):
        raise Mistake(path, "Here a list of keys with values is expected.", f"Give {', '.join(sorted(wanted))}.")
    for key in source:
        if not isinstance(key, str):
            raise Mistake((*path, key), f"The key {key!r} is no word.", "Put it in quotation marks.")
        if key not in wanted:
            raise Mistake((*path, key), f"The key {key} is not known here.", f"Known are {', '.join(sorted(wanted))}.")
    if missing := sorted(wanted - set(source)):
        raise Mistake(path, f"The key {missing[0]} is missing.", "Add it.")
    return source


def _name(value: Any, path: tuple[str | int, ...]) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise Mistake(path, "This name cannot be used.", "Use small letters, digits and hyphens.")
    return value


def _one_of(value: Any, allowed: tuple[str, ...], path: tuple[str | int, ...]) -> Any:
    if value not in allowed:
        raise Mistake(path, f"The value {value!r} is not known here.", f"Use one of {', '.join(allowed)}.")
    return value


def _weeks(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 52:
        raise Mistake(("rhythm", "weeks"), "This is no number of weeks.", "Use a whole number from 1 to 52.")
    return value


def _clock(value: Any, path: tuple[str | int, ...]) -> time:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", str(value)):
        raise Mistake(path, "This is no time of day.", 'Write it in quotation marks, as "10:00".')
    return time.fromisoformat(str(value))


def _offset(value: Any, path: tuple[str | int, ...]) -> Offset:
    found = _OFFSET.fullmatch(str(value))
    if not found:
        raise Mistake(path, f"{value!r} is no time after the start.", "Write days, as +11d, or +11d 12:00.")
    return Offset(int(found[1]), _clock(found[2], path) if found[2] else None)


def _spoken(value: Any, path: tuple[str | int, ...], longest: int) -> Spoken:
    texts = {"en": value} if isinstance(value, str) else value
    if not isinstance(texts, Mapping) or "en" not in texts:
        raise Mistake(path, "The English text is missing.", "Write a text, or en: with a text and further languages.")
    for language, text in texts.items():
        if not isinstance(text, str) or not 0 < len(text) <= longest:
            raise Mistake((*path, language), "This text is empty or too long.", f"Use at most {longest} characters.")
    return dict(texts)
