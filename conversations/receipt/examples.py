"""One of everything that looking for a reply can show, for the contact sheet and for the laws for every card."""

from collections.abc import Mapping
from datetime import date

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.receipt import cards
from conversations.receipt import words as w
from conversations.receipt.cards import LONGEST, MORE, WORDS
from storage.examples import DARIO, MESSAGES, SAID, SUBJECT
from storage.threads import receipts
from storage.threads.comments import Thread
from storage.threads.receipts import DoesNotAddUp, NotAWord, Receipt, Slip, WrongCount

TYPED = " ".join(receipts.words(Receipt(0x129_9ABC_DEF0_1234_5678)))
WRONG = ("ubmrella", "umbrella")
TODAY = date(2026, 11, 18)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    ask = cards.ask(words)
    thread = Thread(SUBJECT, DARIO, MESSAGES)
    slips: dict[str, Slip] = {
        "a word too few": WrongCount(7, 8),
        "a slip": NotAWord(3, WRONG[0], (WRONG[1],)),
        "a strange word": NotAWord(3, WRONG[0], ()),
        "words that do not belong together": DoesNotAddUp(),
    }
    more = cards.go_on(words, words(w.WRITE_AGAIN))
    wrong = {
        "nothing written": words(w.NEEDED),
        "too much written": words(w.TOO_LONG, size=words.number(1204), n=LONGEST),
        "own words in it": words(w.OWN_WORDS),
        "no more fits": words(w.FULL),
    }
    typed = {WORDS: TYPED, MORE: SAID[2]}
    return {
        "ask for the words": ask,
        "nothing there": again(ask, {WORDS: TYPED}, {WORDS: words(w.NOTHING)}),
        **{name: again(ask, {WORDS: TYPED}, {WORDS: cards.slip(words, each)}) for name, each in slips.items()},
        "replies": cards.shown(words, thread, TYPED, TODAY),
        "no reply yet": cards.shown(words, Thread(SUBJECT, DARIO, MESSAGES[:1]), TYPED, TODAY),
        **{name: again(more, typed, {MORE: error}) for name, error in wrong.items()},
        "kept": only_text(words, w.KEPT_TITLE, words(w.KEPT)),
    }
