"""Looks for what could show who wrote a text: names, exact days, jobs, "only I". Nothing leaves this function but its answer.

It knows nobody, and overlooks much: it is a reminder for whoever writes, and no guard.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from bot.falls import cut
from bot.words import Sentence, Words

Kind = Literal["name", "date", "job", "alone", "number"]

SAID: Mapping[Kind, Sentence] = {
    "name": Sentence("core.may_name", "names ({these})"),
    "date": Sentence("core.may_date", "exact dates or times ({these})"),
    "job": Sentence("core.may_job", "jobs ({these})"),
    "alone": Sentence("core.may_alone", "that it was only you ({these})"),
    "number": Sentence("core.may_number", "numbers or addresses ({these})"),
}
EVERY = tuple(SAID.values())
LONGEST = 40
"""Characters of each that are said."""
MOST = 4
"""So many of a kind are said."""
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sister|Matron|Nurse|Sir|Dame|Father|Rev)"
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WORD = r"[A-Z][a-z'\N{RIGHT SINGLE QUOTATION MARK}-]+"
_NAMES = (
    re.compile(rf"\b{_TITLES}\.? {_WORD}(?: {_WORD})?"),
    re.compile(rf"(?<=[a-z,;:] ){_WORD}(?: {_WORD})*"),
    re.compile(rf"\b{_WORD} {_WORD}\b"),
    re.compile(r"\b(?:my name is|I am called) \w+", re.IGNORECASE),
)
_CAPITALS = (  # days and months, places at work, and how sentences begin: none of these is a person
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december i i'm i've i'd i'll ward unit team theatre department floor room english welsh scottish irish "
    "polish christmas easter freedom guardian hospital trust nhs the a an in on at my our we he she they it this that when "
    "then there but and so if last every after before since during for from to with no one speak up "
    "line manager nurse doctor kitchen reception"
)
_NO_NAMES = frozenset(_CAPITALS.split())
_DATES = (
    re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}\b(?: \d{{4}})?", re.IGNORECASE),
    re.compile(rf"\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?\b", re.IGNORECASE),
    re.compile(r"\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})\b"),
    re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:am|pm)?\b", re.IGNORECASE),
    re.compile(r"\b\d{1,2} ?(?:am|pm)\b", re.IGNORECASE),
    re.compile(r"\b(?:yesterday|today|last night|this morning)\b", re.IGNORECASE),
)
_JOBS = re.compile(
    r"\b(?:(?:ward|deputy|line|team|charge|staff|senior|junior|lead|chief|clinical|night|shift|general|student|trainee) )*"
    r"(?:manager|sister|matron|consultant|registrar|surgeon|anaesthetist|midwife|physiotherapist|pharmacist|porter|"
    r"receptionist|healthcare assistant|hca|paramedic|radiographer|houseman|house officer|sho|fy[12]|f[12] doctor|"
    r"nurse|director|supervisor|secretary|band [2-9][a-d]?)s?\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:only (?:I|me)\b|I (?:am|was) the only\b|I(?:'m| am) the one who|no(?: one|body) else|just me\b|I alone\b|"
    r"as the only\b|nobody but me\b|my own patient|I was on my own)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b(?:\d[ -]?){6,}\d\b|\b[A-Z]{1,3}\d{4,}\b")


def found(text: str) -> dict[Kind, tuple[str, ...]]:
    """What was found, by kind, as it stands in the text, each once and in its order."""
    kinds: dict[Kind, Iterator[str]] = {
        "name": _names(text),
        "date": _all(_DATES, text),
        "job": _all((_JOBS,), text),
        "alone": _all((_ALONE,), text),
        "number": _all((_NUMBERS,), text),
    }
    told: dict[Kind, tuple[str, ...]] = {}
    for kind, each in kinds.items():
        fresh = _fresh(each, " ".join(said for these in told.values() for said in these))
        if fresh:
            told[kind] = fresh[:MOST]
    return told


def listed(words: Words, text: str) -> str:
    """The same as one list for a sentence; empty where nothing was found."""
    told = {kind: ", ".join(cut(each, LONGEST) for each in these) for kind, these in found(text).items()}
    return words.listed([words(SAID[kind], these=these) for kind, these in told.items()]) if told else ""


def _fresh(said: Iterator[str], before: str) -> tuple[str, ...]:
    """Each once, and nothing that stands inside of what was said before: `Mary Holt` is in `Sister Mary Holt`."""
    fresh: list[str] = []
    for each in said:
        if not any(each.casefold() in other.casefold() for other in (before, *fresh)):
            fresh.append(each)
    return tuple(fresh)


def _names(text: str) -> Iterator[str]:
    """What is left of each without the words that begin with a capital for another reason."""
    for each in _all(_NAMES, text):
        left = [word for word in each.split() if word.casefold() not in _NO_NAMES]
        if left:
            yield " ".join(left)


def _all(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    flat = " ".join(text.split())
    for pattern in patterns:
        for match in pattern.finditer(flat):
            yield match[0].strip()
