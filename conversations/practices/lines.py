"""One line for each moment of a round that is looked at ahead: when, who does what, by when; and what is said of its days."""

from collections.abc import Sequence

from bot.moments import Ask, Close, Cohort, Commit, Match, Meet, Share, Show, Sort, Update, Weigh
from bot.practice import Planned, Practice
from bot.question import spoken
from bot.words import Sentence, Words
from conversations.practices import words as w


def line(words: Words, one: Planned) -> str:
    """It begins with the day; of what people are promised, with the day by which it comes. What moved says from where."""
    said = _line(words, one)
    return words(w.INSTEAD, line=said, day=words.day(one.instead)) if one.instead else said


def round_(words: Words, practice: Practice, planned: Sequence[Planned], number: int) -> str:
    """The heading of a round; where days take turns, with its own."""
    if not practice.rhythm.rotate:
        return words(w.ROUND, n=number)
    return words(w.ROUND_FROM, n=number, when=words.when(min(each.opens for each in planned)))


def rhythm(practice: Practice) -> Sentence | None:
    """What is to be known of how often it comes."""
    if practice.rhythm.once:
        return w.ONCE
    turns = practice.rhythm.rotate
    if len(turns) > 1:
        return w.BOTH_TURN
    return {"weekday": w.WEEKDAY_TURNS, "hour": w.HOUR_TURNS}[turns[0]] if turns else None


def _line(words: Words, one: Planned) -> str:
    opens, ends = words.day(one.opens), one.closes or one.opens
    match one.moment:
        case Ask(prompt=prompt) | Weigh(prompt=prompt):
            return words(w.ASK_LINE, opens=opens, closes=words.when(ends), said=spoken(prompt, words.language))
        case Share(text=text, alone=True):
            return words(w.ALONE_LINE, opens=opens, said=spoken(text, words.language))
        case Meet():
            return words(w.MEET_LINE, opens=opens, when=words.when(ends))
        case Match(size=size, draw=draw):
            return words(w.MATCH_LINE if size else w.DRAW_LINE, opens=opens, n=size or draw)
        case Cohort():
            return words(w.COHORT_LINE, opens=opens, day=words.day(ends))
        case Share():
            return words(w.SHARE_LINE, opens=opens)
        case Close():
            return words(w.CLOSE_LINE, opens=opens)
        case Update(prompt=prompt):
            return words(w.UPDATE_LINE, day=words.day(ends), said=spoken(prompt, words.language))
        case Sort() | Commit() | Show():
            return words(_PROMISED[type(one.moment)], day=words.day(ends))


_PROMISED = {Sort: w.SORT_LINE, Commit: w.COMMIT_LINE, Show: w.SHOW_LINE}
