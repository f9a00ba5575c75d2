"""The engagement score of a round: between what it probably lies at most, and whether it has changed for certain."""

from datetime import datetime

from bot.ui import Block, Facts, Note
from bot.values import dataclass
from bot.words import Words
from conversations.results import words as w
from storage.exports.scored import Scored, change
from storage.scores.interval import Estimate, Fall, NoClearChange, Rise


@dataclass(frozen=True, slots=True)
class Engagement:
    """The score, and when the nine questions were asked before this, with what was published then: None for nothing."""

    now: Scored
    asked_before: datetime | None = None
    before: Scored | None = None


def engaged(words: Words, found: Engagement) -> tuple[Block, ...]:
    """The figure with n and interval, what became of it since the last time, and what is special about the interval."""
    now, sure = found.now, found.now.sure
    ends = {"low": words.number(sure.low, 1), "high": words.number(sure.high, 1)}
    told = words(w.EXACT if now.exact else w.INDICATIVE, mean=words.number(now.mean, 1), n=now.answers, **ends)
    moved = ((words(w.CHANGE), _moved(words, found, found.asked_before)),) if found.asked_before else ()
    return Facts(((words(w.ENGAGEMENT), told), *moved)), Note(words(w.AT_LEAST_AS_WIDE))


def _moved(words: Words, found: Engagement, before: datetime) -> str:
    day = words.day(before)
    if found.before is None:
        return words(w.NOT_COMPARED, day=day)
    match change(found.before, found.now):
        case None:
            return words(w.OTHER_WAY, day=day)
        case NoClearChange():
            return words(w.NO_CHANGE, day=day)
        case Rise(by):
            return words(w.UP, day=day, **_by(words, by))
        case Fall(by):
            return words(w.DOWN, day=day, **_by(words, Estimate(-by.value, -by.high, -by.low)))


def _by(words: Words, found: Estimate) -> dict[str, str]:
    named = {"by": found.value, "low": found.low, "high": found.high}
    return {name: words.number(value, 1) for name, value in named.items()}
