"""Reads single values out of a template or a bank of questions; what is wrong is said in one sentence with a remedy."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, TypeVar

from bot.programme import Offset
from bot.question import Spoken

Path = tuple[str | int, ...]
"""Leads to a place in a file: keys and list positions from the top."""

_OFFSET = re.compile(r"\+?([0-9]{1,3})d(?: ([0-9]{2}:[0-9]{2}))?")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
NO_LANGUAGE = "Write a tag such as cy, pl or pt-BR; a text with a comma stands in quotation marks."
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
Word = TypeVar("Word", bound=str)


class Mistake(Exception):
    """What is wrong in a template. `path` leads to it."""

    def __init__(self, path: Path, sentence: str, remedy: str) -> None:
        super().__init__(f"{sentence} {remedy}")
        self.path, self.sentence, self.remedy = path, sentence, remedy


def keys(source: Any, path: Path, needed: set[str], allowed: set[str] = frozenset()) -> Mapping[str, Any]:  # type: ignore[assignment]
    """The mapping that stands here: every needed key, perhaps the allowed ones, and no other."""
    known = needed | allowed
    if not isinstance(source, Mapping):
        raise Mistake(path, "Here a list of keys with values is expected.", f"Give {', '.join(sorted(known))}.")
    for key in source:
        if not isinstance(key, str):
            raise Mistake((*path, key), f"The key {key!r} is no word.", "Put it in quotation marks.")
        if key not in known:
            raise Mistake((*path, key), f"The key {key} is not known here.", f"Known are {', '.join(sorted(known))}.")
    if missing := sorted(needed - set(source)):
        raise Mistake(path, f"The key {missing[0]} is missing.", "Add it.")
    return source


def listed(source: Any, path: Path, most: int) -> Sequence[Any]:
    """A list with at least one thing in it."""
    if not isinstance(source, list) or not source:
        raise Mistake(path, "Here a list is expected.", "Write [one, another], or one a line after a hyphen.")
    if len(source) > most:
        raise Mistake(path, f"These are {len(source)}, too many.", f"Use at most {most}.")
    return source


def name(value: Any, path: Path) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise Mistake(path, "This name cannot be used.", "Use small letters, digits and hyphens.")
    return value


def one_of(value: Any, allowed: tuple[Word, ...], path: Path) -> Word:
    for each in allowed:
        if value == each:
            return each
    raise Mistake(path, f"The value {value!r} is not known here.", f"Use one of {', '.join(allowed)}.")


def whole(value: Any, path: Path, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Mistake(path, "This is no such number.", f"Use a whole number from {least} to {most}.")
    return value


def flag(source: Mapping[str, Any], key: str, path: Path, *, default: bool = False) -> bool:
    value = source.get(key, default)
    if not isinstance(value, bool):
        raise Mistake((*path, key), "This is neither true nor false.", "Write true or false.")
    return value


def reviewed(top: Mapping[str, Any]) -> None:
    """Which languages somebody who speaks them has read: `reviewed: {cy: false}` at the top of a file."""
    seen = top.get("reviewed", {})
    for language in keys(seen, ("reviewed",), set(), set(seen) if isinstance(seen, Mapping) else set()):
        flag(seen, language, ("reviewed",))


def clock(value: Any, path: Path) -> time:
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", str(value)):
        raise Mistake(path, "This is no time of day.", 'Write it in quotation marks, as "10:00".')
    return time.fromisoformat(str(value))


def offset(value: Any, path: Path) -> Offset:
    found = _OFFSET.fullmatch(str(value))
    if not found:
        raise Mistake(path, f"{value!r} is no time after the start.", "Write days, as +11d, or +11d 12:00.")
    return Offset(int(found[1]), clock(found[2], path) if found[2] else None)


def text(value: Any, path: Path, longest: int) -> Spoken:
    """A text in English, or in several languages of which English is one."""
    texts = {"en": value} if isinstance(value, str) else value
    if not isinstance(texts, Mapping) or "en" not in texts:
        raise Mistake(path, "The English text is missing.", "Write a text, or en: with a text and further languages.")
    for language, said in texts.items():
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise Mistake((*path, language), f"{language!r} is no language.", NO_LANGUAGE)
        if not isinstance(said, str) or not 0 < len(said.strip()) <= longest:
            raise Mistake((*path, language), "This text is empty or too long.", f"Use at most {longest} characters.")
    return dict(texts)
