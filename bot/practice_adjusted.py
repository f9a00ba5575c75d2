"""A practice as somebody runs it: with words and a rhythm of their own, where the file has others."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from bot.bank import PROMPT
from bot.moment_template import SHARED, read_words
from bot.moments import Ask, Meet, Moment, Share, Update, Weigh, end_of
from bot.practice import Practice
from bot.practice_rhythm import FEW
from bot.programme import Rhythm
from bot.question import Spoken
from bot.reading import Mistake

WEEKS, TEXTS = "weeks", "texts"
Where = Literal["prompt", "text", "about"]


def wordings(practice: Practice) -> dict[str, Spoken]:
    """By the id of a moment what people read in it, and what whoever runs it may say in other words."""
    return {each.id: getattr(each, where) for each in practice.moments if (where := _where(each))}


def adjusted(practice: Practice, change: Mapping[str, Any]) -> Practice:
    """`change` holds `weeks` (a round every so many) and `texts` (by id of a moment, in one language); what it does not hold
    is as in the file. A moment that the file has no more is passed over."""
    texts = change.get(TEXTS, {})
    moments = tuple(_worded(each, texts[each.id]) if each.id in texts else each for each in practice.moments)
    return replace(practice, rhythm=_rhythm(practice.rhythm, change.get(WEEKS)), moments=moments)


def fewest_weeks(practice: Practice) -> int:
    """So many weeks a round lasts: the next one does not begin before this one has been answered."""
    last = max(end_of(each).days for each in practice.moments) + (FEW if "weekday" in practice.rhythm.rotate else 0)
    return max(1, -(-last // 7))


def wrong_words(practice: Practice, moment: str, said: str) -> Mistake | None:
    """What keeps these words from standing in this moment, if anything."""
    found = next((each for each in practice.moments if each.id == moment), None)
    if found is None or not _where(found):
        return Mistake((moment,), "This moment has no words.", "Open the form again.")
    try:
        read_words(said, shared=_is_shared(found))
    except Mistake as mistake:
        return mistake
    return None


def longest(practice: Practice, moment: str) -> int:
    """So many characters fit."""
    found = next((each for each in practice.moments if each.id == moment), None)
    return SHARED if _is_shared(found) else PROMPT


def _is_shared(moment: Moment | None) -> bool:
    """Whether it is something to read, which is longer than a question."""
    return isinstance(moment, Share) and not moment.alone


def _worded(moment: Moment, said: str) -> Moment:
    where = _where(moment)
    return replace(moment, **{where: {"en": said}}) if where else moment  # type: ignore[arg-type]


def _where(moment: Moment) -> Where | None:
    match moment:
        case Ask() | Weigh() | Update():
            return "prompt"
        case Share():
            return "text"
        case Meet():
            return "about"
        case _:
            return None


def _rhythm(rhythm: Rhythm, weeks: int | None) -> Rhythm:
    return replace(rhythm, weeks=weeks, months=()) if weeks and rhythm.day is not None else rhythm
