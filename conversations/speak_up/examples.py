"""One of everything that speaking up can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot import hints
from bot.forms import again, only_text
from bot.receipt import Receipt
from bot.signposts import Signposts
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.speak_up import cards, changed, protects, thread
from conversations.speak_up import form as writing
from conversations.speak_up import words as w
from conversations.speak_up import words_back as b
from conversations.speak_up import words_changed as c
from conversations.speak_up.cards import FIRST, SECOND
from conversations.speak_up.changed import Told
from conversations.speak_up.form import CATEGORY, TO, WHAT, Offered
from conversations.speak_up.thread import AGAIN, MORE, WORDS
from storage.cases.filing import LONGEST
from storage.cases.learned import Fortnight, Learned
from storage.cases.publishing import Period
from storage.cases.statistics import named
from storage.examples import NORTHFIELD
from storage.threads import receipts
from storage.threads.receipts import DoesNotAddUp, NotAWord, Slip, WrongCount
from storage.threads.recipients import Recipient
from storage.threads.transcript import Message

DOOR = "https://hearback.example.org/speak-up"
GUARDIAN = "Ines Costa, 020 7946 0123"
HERE = replace(
    NORTHFIELD, signposts=Signposts(health="occupational health, 020 7946 0100", guardian=GUARDIAN, door=DOOR)
)
ELSE = replace(HERE, signposts=replace(HERE.signposts, talk_first="Ruth Adu, 020 7946 0177"))
BARE = replace(NORTHFIELD, signposts=Signposts(outside=""))
READERS = (
    Recipient(b"1" * 32, b"1" * 32, "Ines Costa", "Freedom to Speak Up guardian", "the board"),
    Recipient(b"2" * 32, b"2" * 32, "Tom Reyes", "Guardian of the training body", "its director"),
    Recipient(b"3" * 32, b"3" * 32, "Olga Brandt", "Contact outside the trust", "nobody here", outside=True),
)
OFFERED = Offered(READERS, ("Theatre", "Ward 7"))
SAID = "On 3 November Sister Mary Holt changed the handover sheet after it was signed. I was the only one who saw it."
OWN = receipts.Receipt(0x129_9ABC_DEF0_1234_5678)
TOKEN = "0" * 46
MORE_SAID = "The fridge is still not locked at night."
REPLY = "Thank you. I have asked pharmacy to look at the fridge this week."
WRONG = ("ubmrella", "umbrella")
TODAY = date(2026, 11, 18)
MESSAGES = (
    Message("said", SAID, date(2026, 11, 4), verified=True, mine=True, by=None, about={}),
    Message("state", "read", TODAY, verified=True, mine=False, by=READERS[0], about={}),
    Message("said", REPLY, TODAY, verified=True, mine=False, by=READERS[0], about={}),
    Message("said", MORE_SAID, date(2026, 11, 19), verified=True, mine=True, by=None, about={}),
    Message("readers", "Ines Costa, Tom Reyes", TODAY, verified=True, mine=False, by=READERS[0], about={}),
    Message("state", "closed", TODAY, verified=True, mine=False, by=READERS[1], about={}),
    Message("feedback", "yes", TODAY, verified=True, mine=True, by=None, about={}),
    Message("picture", "", TODAY, verified=True, mine=True, by=None, about={}),
    Message("file", "", TODAY, verified=True, mine=True, by=None, about={}),
    Message("said", "", TODAY, verified=False, mine=False, by=None, about={}),
)
ROTAS = "Rotas are locked four weeks ahead, and a swap needs a second pair of eyes. Pharmacy checks every ward fridge daily."
TOLD_LONG = ("Agency staff are shown round before their first shift & sign for it. " * 40).strip()


def _table(first: str, last: str, cases: Mapping[str, int], changed: str) -> Period:
    by, none = READERS[0], frozenset[str]()
    return Period(named(first), named(last), by, none, none, {by.opens.hex(): cases}, changed)


LEARNED = tuple(
    Learned(Fortnight(number), READERS[number % 3], said)
    for number, said in enumerate([ROTAS, TOLD_LONG, TOLD_LONG, TOLD_LONG], start=52820)
)
PUBLISHED = (
    _table("2026-Q1", "2026-Q2", {"": 17, "bullying": 9}, TOLD_LONG),
    _table("2026-Q3", "2026-Q3", {"": 24, "bullying": 11, "patient-safety": 7}, ROTAS),
)
KEPT = Receipt(receipts.words(OWN), receipts.digits(OWN), receipts.squares(OWN))
SHOWS = tuple(each for these in hints.found(SAID).values() for each in these)
POSTS = (HERE.signposts.health, HERE.signposts.hate_crime, HERE.signposts.outside, HERE.operator, DOOR, GUARDIAN)
GIVEN = (SAID, MORE_SAID, REPLY, *OFFERED.units, *POSTS, *SHOWS, *WRONG)
GIVEN += (ELSE.signposts.talk_first, ROTAS, TOLD_LONG)
GIVEN += tuple(text for each in READERS for text in (each.name, each.role, each.answers_to))
"""What is not ours to say in another language: people wrote it, or the installation's settings."""


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    form = writing.form(words, OFFERED, "f" * 32)
    begun = replace(form, blocks=writing.promises(words, HERE, chat=True))
    wordy = [replace(each, role=f"{each.role}, who works in three hospitals") for each in READERS]
    typed = {TO: writing.key(READERS[0]), WHAT: SAID, CATEGORY: "patient-safety"}
    warned = replace(form, fields=(*form.fields, writing.anyway(words)))
    check = cards.check(words, (3, 7), TOKEN)
    long = words(w.TOO_LONG, size=words.number(3001), n=words.number(LONGEST))
    wrong = {
        "mended": {TO: words(w.CHOOSE_READERS, n=8), WHAT: long, CATEGORY: words(w.CHOOSE)},
        "empty": {WHAT: words(w.NEEDED), TO: words(w.CHANGED)},
        "not taken in": {"": words(w.NOT_TAKEN, who=GUARDIAN)},
        "of many": {"": words(w.TOO_MANY)},
        "too often": {"": words(w.TOO_OFTEN, n=3)},
    }
    lost = words(w.NOT_THESE, first=3, second=7)
    return {
        "how this protects you": protects.page(words),
        "signposts": cards.signposts(words, HERE, takes=True),
        "signposts with somebody else to talk to": cards.signposts(words, ELSE, takes=True),
        "signposts with something published": cards.signposts(words, HERE, takes=True, told=True),
        "signposts without a guardian": cards.signposts(words, BARE, takes=False),
        **_changed(words),
        "form": begun,
        "form with long roles": writing.form(words, Offered(wordy, ()), "f" * 32),
        **{f"form, {name}": again(form, typed, each) for name, each in wrong.items()},
        "form with a warning": again(warned, typed, {"": writing.warning(words, typed)}),
        **{f"words to keep, {name}": _keep(words, day) for name, day in _days(words).items()},
        "two words": check,
        "two words, wrong": again(check, {FIRST: "lamp", SECOND: "table"}, {FIRST: lost}),
        "done": only_text(words, w.DONE_TITLE, words(w.DONE)),
        "no check": only_text(words, w.DONE_TITLE, words(w.NO_CHECK)),
        **_back(words),
    }


def _back(words: Words) -> Mapping[str, Card | Form | Home]:
    """What somebody sees who comes back with their words."""
    ask, more, erase = thread.ask(words), thread.go_on(words), thread.erase(words)
    slips: dict[str, Slip] = {
        "a word too few": WrongCount(7, 8),
        "a slip": NotAWord(3, WRONG[0], (WRONG[1],)),
        "a strange word": NotAWord(3, WRONG[0], ()),
        "words that do not belong together": DoesNotAddUp(),
    }
    long = words(w.TOO_LONG, size=words.number(3001), n=words.number(LONGEST))
    wrong = {
        "nothing written": words(b.WRITE_NEEDED),
        "too much written": long,
        "own words in it": words(b.OWN_WORDS),
        "no more fits": words(b.FULL),
        "no list": words(w.NOT_TAKEN, who=words(w.SOMEBODY)),
        "looked too often": words(w.TOO_MANY_LOOKS, n=10),
    }
    typed = {WORDS: " ".join(KEPT.words), MORE: MORE_SAID}
    return {
        "ask for the words": ask,
        "nothing there": again(ask, typed, {WORDS: words(b.NOTHING)}),
        **{name: again(ask, typed, {WORDS: thread.slip(words, each)}) for name, each in slips.items()},
        "replies": thread.shown(words, MESSAGES, typed[WORDS], TODAY),
        "no reply yet": thread.shown(words, MESSAGES[:1], typed[WORDS], TODAY),
        **{name: again(more, typed, {MORE: error}) for name, error in wrong.items()},
        "kept": only_text(words, b.KEPT_TITLE, words(b.KEPT)),
        "erase": erase,
        "would do it again": thread.again(words),
        "would do it again, mended": again(thread.again(words), typed, {AGAIN: words(w.CHOOSE)}),
        "answered whether again": only_text(words, b.AGAIN_TITLE, words(b.AGAIN_KEPT)),
        "erased": only_text(words, b.ERASED_TITLE, words(b.ERASED)),
    }


def _changed(words: Words) -> Mapping[str, Card | Form | Home]:
    """What everybody reads of what was raised."""
    once = _table("2026-Q3", "2026-Q3", {"": 9}, "")
    return {
        "raised and changed": changed.page(words, Told(PUBLISHED, READERS[:1], READERS[1:], LEARNED)),
        "raised, and nothing written": changed.page(words, Told([once], READERS)),
        "learned, and nothing counted": changed.page(words, Told([], lessons=LEARNED[:1])),
        "nothing raised": changed.page(words, Told([])),
        "published, and not trusted": only_text(words, c.TITLE, words(c.NOT_TRUSTED)),
    }


def _keep(words: Words, day: str) -> Form:
    return cards.keep(words, KEPT, ("Ines Costa", day), TOKEN, door=DOOR)


def _days(words: Words) -> Mapping[str, str]:
    return {"at once": words(w.NOW), "by chance": words(w.WITHIN), "tomorrow": words(w.FROM, day="3 November")}
