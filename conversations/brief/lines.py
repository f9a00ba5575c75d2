"""How one thing of a brief is put into a line: in few words, with its number and with how many chose it."""

from datetime import date

from bot import briefs
from bot.briefs import Thing, few_words
from bot.words import Words
from conversations.brief import words as w

THING, OF_FEW, ANSWERED = (15, 110), (19, 140), (8, 70)
LABEL, SAID = (18, 90), (28, 180)
"""Words and characters of each part."""
THREE = 3
"""Things that may be longer; and buttons beside one another: on Teams the labels of four are cut off."""


def tally(words: Words, thing: Thing) -> str:
    """How many chose it, as the choice was published."""
    said = [words(w.CHOSEN_BY, n=thing.picks, shown=thing.shown)] if thing.picks else []
    said += [words(w.CHOSEN_FEW)] if thing.few else []
    said += [words(w.CLOSE_CALL)] if thing.close else []
    return " ".join(said)


def numbered(words: Words, thing: Thing, *, answerer: bool, many: int) -> str:
    size = ANSWERED if thing.answer or thing.draft else OF_FEW if many <= THREE else THING
    return line(words, thing, few_words(briefs.text(words, thing, answerer=answerer), *size))


def line(words: Words, thing: Thing, said: str) -> str:
    return said if thing.own else words(w.NUMBERED, n=thing.number + 1, thing=said)


def pair(words: Words, thing: Thing, today: date) -> tuple[str, str]:
    text = briefs.text(words, thing, answerer=False)
    return few_words(text, *LABEL), few_words(briefs.said(words, thing, today), *SAID)
