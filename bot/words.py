"""Sentences in the reader's own language, and dates and numbers as they are written there.

A sentence is a constant with an id and its English; a translation is looked up by the id when the sentence is said,
so that the language is the reader's at that moment. Other languages come from catalogues: one JSON object per
language, id to text, or to an object of CLDR plural forms ("one", "few", "other") chosen by the value `n`.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from bot.values import dataclass

PSEUDO = "en-XA"
ENGLISH = Locale("en", "GB")
ENGLISH_TAG = str(ENGLISH)
_ACCENTS = str.maketrans("aeiouyAEIOUYncs", "àéîöûýÀÉÎÖÛÝñçš")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing people read. `one` is the English for n = 1 where it differs. Braces name the values that go in."""

    id: str
    english: str
    one: str = ""


class Written(str):
    """A date or a number as a language writes it; `english` is how a sentence writes it that has no translation."""

    __slots__ = ("english",)
    english: str


Catalogue = Mapping[str, str | Mapping[str, str]]


class Words:
    """Says sentences to one reader. `language` is BCP 47, `zone` IANA; an unknown language falls back to English."""

    __slots__ = ("_catalogue", "_english", "_locale", "_tag", "_zone", "language")

    def __init__(self, language: str = "en", zone: str = "Europe/London", catalogue: Catalogue | None = None) -> None:
        self.language = language or "en"
        self._zone = ZoneInfo(zone)
        self._catalogue = catalogue or {}
        self._locale = _locale(self.language)
        self._english = self._locale == ENGLISH
        self._tag = str(self._locale)  # a Locale works out its hash anew whenever something is looked up by it

    def __call__(self, sentence: Sentence, /, **values: object) -> str:
        """The sentence with its values filled in. Values are written as they are: format dates and numbers first."""
        text = self._text(sentence, values.get("n"))
        if sentence.id not in self._catalogue:
            values = {name: getattr(value, "english", value) for name, value in values.items()}
        if self.language == PSEUDO:
            return "⟦" + _pseudo(text, values) + "⟧"
        return text.format(**values) if values else text

    def day(self, moment: datetime | date) -> str:
        """`Thursday 5 November`, in the reader's zone."""
        return self._written(lambda locale: _date(self._local(moment), "EEEE d MMMM", locale))

    def far_day(self, moment: datetime | date) -> str:
        """`Thursday 5 November 2026`, in the reader's zone: for what may lie in another year."""
        return self._written(lambda locale: _date(self._local(moment), "EEEE d MMMM yyyy", locale))

    def today(self, now: datetime) -> date:
        """The day that it is for the reader."""
        return self._local(now)

    def short_day(self, moment: datetime | date) -> str:
        """`5 Nov`, in the reader's zone: for the foot of a chart."""
        return self._written(lambda locale: _date(self._local(moment), "d MMM", locale))

    def dated(self, moment: datetime | date) -> str:
        """`5 November 2026`, in the reader's zone: for what is read long afterwards."""
        return self._written(lambda locale: _date(self._local(moment), "d MMMM yyyy", locale))

    def month(self, day: date) -> str:
        """`November 2026`."""
        return self._written(lambda locale: _date(day, "LLLL yyyy", locale))

    def time(self, moment: datetime) -> str:
        """`12:00`, in the reader's zone. The 24-hour clock: rotas are written in it."""
        there = moment.astimezone(self._zone)
        return self._written(lambda locale: format_time(there, "HH:mm", locale=locale) + _which(there))

    def when(self, moment: datetime) -> str:
        """`Monday 16 November, 12:00`, in the reader's zone."""
        there = moment.astimezone(self._zone)
        return self._written(
            lambda locale: f"{_date(there.date(), 'EEEE d MMMM', locale)}, {there:%H:%M}{_which(there)}"
        )

    def number(self, value: float, digits: int = 0) -> str:
        """A number with exactly `digits` decimals."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        if self._english:  # a page of results says hundreds of numbers
            return _decimal(value or 0, pattern, ENGLISH_TAG)
        return self._written(lambda locale: _decimal(value or 0, pattern, locale))

    def percent(self, share: int) -> str:
        """A share given in whole per cent."""
        return _percent(share, ENGLISH_TAG) if self._english else self._written(lambda locale: _percent(share, locale))

    def weekday(self, number: int) -> str:
        """A day of the week; Monday is 0."""
        return self._written(lambda locale: _date(date(2024, 1, 1 + number), "EEEE", locale))

    def language_named(self, tag: str) -> str:
        """A language's name in that language: `Deutsch` for `de`."""
        name = _locale(tag).get_language_name()
        return name[:1].upper() + name[1:] if name else tag

    def listed(self, items: list[str]) -> str:
        """`a, b and c`."""
        return format_list(items, locale=self._locale)

    def _text(self, sentence: Sentence, n: object) -> str:
        found = self._catalogue.get(sentence.id)
        if isinstance(found, Mapping):
            form = self._locale.plural_form(n if isinstance(n, int) else 0)
            found = found.get(form, found.get("other"))
        if found is not None:
            return found
        return sentence.one if sentence.one and str(n) == "1" else sentence.english

    def _written(self, write: Callable[[str], str]) -> str:
        if self._english:
            return write(ENGLISH_TAG)
        said = Written(write(self._tag))
        said.english = write(ENGLISH_TAG)
        return said

    def _local(self, moment: datetime | date) -> date:
        return moment.astimezone(self._zone).date() if isinstance(moment, datetime) else moment


def _which(there: datetime) -> str:
    """` BST` or ` GMT` in the hour that the clocks show twice when they go back; empty otherwise."""
    twice = there.replace(fold=1 - there.fold).utcoffset() != there.utcoffset()
    return f" {there:%Z}" if twice else ""


@lru_cache(maxsize=1024)
def _date(day: date, pattern: str, locale: str) -> str:
    """Remembered, because a round says the same few days to everybody."""
    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=4096)
def _decimal(value: float, pattern: str, locale: str) -> str:
    """Remembered, because a page of results has hundreds of numbers, and few that differ."""
    return format_decimal(value, format=pattern, locale=locale)


@lru_cache(maxsize=1024)
def _percent(share: int, locale: str) -> str:
    return format_percent(share / 100, format="0%", locale=locale)


def is_language(language: str) -> bool:
    """Whether dates and numbers can be written in it; its words are English where it has no catalogue."""
    return language.partition("-")[0] == "en" or _locale(language) != ENGLISH


def _locale(language: str) -> Locale:
    try:
        return ENGLISH if language in ("en", PSEUDO) else Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return ENGLISH


def _pseudo(text: str, values: Mapping[str, object]) -> str:
    """English made longer and strange, so that a test sees which text did not come through a catalogue."""
    strange = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in _parts(text))
    padding = "~" * max(1, len(text) // 5)
    return (strange.format(**values) if values else strange) + padding


def _parts(text: str) -> list[str]:
    parts, rest = [], text
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        parts += [before, "{" + name + "}"]
    return [*parts, rest]


Speaking = Callable[[str, str], Words]
"""Gives the words for (language, zone)."""
