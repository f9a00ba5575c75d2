"""One line for each moment of a round that is looked at ahead: when, who does what, by when; and what is said of its days."""

from datetime import datetime

from bot.falls import cut
from bot.moments import Ask, Close, Cohort, Commit, Match, Meet, Share, Show, Sort, Update, Weigh
from bot.practice import Planned, Practice
from bot.question import spoken
from bot.values import dataclass
from bot.words import Sentence, Words
from conversations.practices import words as w

SHORT = 150
"""So much of a text stands in a line."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line beside its day, and the instant by which it stands among the others."""

    at: datetime
    day: str
    text: str


def said_of(words: Words, one: Planned, answerer: str) -> Said:
    """Of what is promised, with the day by which it comes. What moved says from where, what waits for words says so."""
    text = _line(words, one, answerer)
    if isinstance(one.moment, Ask | Meet) and one.moment.quotes:
        text = words(w.QUOTING, line=text, answerer=answerer)
    if one.instead:
        text = words(w.INSTEAD, line=text, day=words.day(one.instead))
    if isinstance(one.moment, Update | Sort | Commit | Show):
        at = one.closes or one.opens
        return Said(at, words(w.BY_DAY, day=words.day(at)), text)
    return Said(one.opens, words.day(one.opens), text)


def rhythm(practice: Practice) -> Sentence | None:
    """What is to be known of how often it comes."""
    if practice.rhythm.once:
        return w.ONCE
    turns = practice.rhythm.rotate
    if len(turns) > 1:
        return w.BOTH_TURN
    return {"weekday": w.WEEKDAY_TURNS, "hour": w.HOUR_TURNS}[turns[0]] if turns else None


def _line(words: Words, one: Planned, answerer: str) -> str:
    ends = one.closes or one.opens
    match one.moment:
        case Ask(prompt=prompt) | Weigh(prompt=prompt):
            return words(w.ASK_LINE, closes=words.when(ends), said=spoken(prompt, words.language))
        case Share(text=text, alone=alone):
            said = spoken(text, words.language).replace("{answerer}", answerer).replace("{chosen}", words(w.THE_CHOSEN))
            return words(w.ALONE_LINE if alone else w.SHARE_LINE, said=cut(said, SHORT))
        case Meet():
            return words(w.MEET_LINE, when=words.when(ends), answerer=answerer)
        case Match(size=size, draw=draw):
            return words(w.MATCH_LINE if size else w.DRAW_LINE, n=size or draw)
        case Cohort():
            return words(w.COHORT_LINE, day=words.day(ends), answerer=answerer)
        case Close():
            return words(w.CLOSE_LINE)
        case Update(prompt=prompt):
            return words(w.UPDATE_LINE, said=spoken(prompt, words.language), answerer=answerer)
        case Sort() | Commit() | Show():
            return words(_PROMISED[type(one.moment)], answerer=answerer)


_PROMISED = {Sort: w.SORT_LINE, Commit: w.COMMIT_LINE, Show: w.SHOW_LINE}
