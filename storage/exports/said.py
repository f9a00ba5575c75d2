"""How the board paper says a share, a change and a question: short, with n and the range it can be trusted in."""

from bot.finding import share
from bot.question import Question, spoken
from bot.words import Words
from storage.exports import words as w
from storage.exports.findings import Finding
from storage.exports.intervals import favourable
from storage.scores.interval import Estimate, Fall, NoClearChange, Rise

LONGEST_QUESTION = 110


def shortened(text: str, most: int) -> str:
    """At most so many characters in one line, cut between two words where that is possible."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut.rpartition(' ')[0] if ' ' in cut[most // 2 :] else cut}…"


def asked(words: Words, question: Question) -> str:
    return shortened(spoken(question.prompt, words.language), LONGEST_QUESTION)


def good(words: Words, found: Finding) -> str:
    """The share with its interval and n."""
    low, high = shares(words, favourable(found.cell))
    return words(w.GOOD, share=share(words, found.cell, found.cell.good), low=low, high=high, n=found.cell.answers)


def change(words: Words, found: Finding) -> str:
    """What has happened since it was last shown; "no clear change" where that is the truth."""
    if found.change is None or found.since is None:
        return words(w.FIRST)
    day, by = words.dated(found.since), found.change.by
    match found.change:
        case NoClearChange():
            return words(w.SAME, day=day)
        case Rise():
            return words(
                w.ROSE, points=points(words, by.value), day=day, low=points(words, by.low), high=points(words, by.high)
            )
        case Fall():
            return words(
                w.FELL, points=points(words, by.value), day=day, low=points(words, by.high), high=points(words, by.low)
            )


def shares(words: Words, of: Estimate) -> tuple[str, str]:
    """Both ends in whole per cent."""
    return words.percent(round(100 * of.low)), words.percent(round(100 * of.high))


def points(words: Words, value: float) -> str:
    """A difference of shares in points, without its sign: the sentence says the direction."""
    return words.number(abs(round(100 * value)))
