"""A sponsor's brief as plain values: the few things that wait for an answer, and how each was answered."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.endings import How
from bot.falls import cut
from bot.finding import named
from bot.promises import said_day
from bot.values import dataclass
from bot.words import Sentence, Words
from bot.woven import stopped

IN_CONFIDENCE = Sentence("briefs.in_confidence", "Something that was said in confidence")
BY = Sentence("briefs.by", "{name}: {said}")
OWN = Sentence("briefs.own", "A promise")
YES = Sentence("briefs.yes", "Yes, by {day}.")
YES_OWN = Sentence("briefs.yes_own", "Yes, by {day}: {what}")
SEEN = Sentence("briefs.seen", "It will be seen by: {seen}")
NOT_NOW = Sentence("briefs.not_now", "Not now, because: {why}")
PASSED = Sentence("briefs.passed", "Passed on to {name}.")
PASSED_WHAT = Sentence("briefs.passed_what", "Passed on to {name}: {what}")
PASSED_THEN = Sentence("briefs.passed_then", "Passed on to {name}, who says: {said}")
LISTENING = Sentence("briefs.listening", "Still listening.")
LISTENING_TO = Sentence("briefs.listening_to", "Still listening. {heard}")
NO_ANSWER = Sentence("briefs.no_answer", "No answer yet.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one thing. `words`: why not now, what was heard, or to whom it was passed. `what`: what was promised
    or passed on; `seen`: how it will be seen. `to` is who got it, by number, and `to_name` by name; `then`: they
    have answered it. `by_name` is who wrote it. Without `said_at` it is a draft, which nobody but its two people reads."""

    how: How
    words: str = ""
    what: str = ""
    seen: str = ""
    due_on: date | None = None
    to: int | None = None
    to_name: str = ""
    then: bool = False
    by_name: str = ""
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a brief. `by` is who said it, where it was said with a name. `sealed`: it was said in confidence, so that
    nobody but whoever answers back reads its words; it has none once too few stand by what they said. `own`: nothing was put
    to them; they promise something of their own.
    `theme` is the ref of the theme that it is, and ends with it.
    `picks` of `shown` people chose it, `few`: how many is not told; `close`: too close to call with the first."""

    number: int
    text: str
    by: str = ""
    sealed: bool = False
    own: bool = False
    theme: str = ""
    picks: int = 0
    shown: int = 0
    few: bool = False
    close: bool = False
    answer: Answer | None = None
    draft: Answer | None = None


def waiting(things: Iterable[Thing]) -> list[Thing]:
    """Those that nobody has answered (P2)."""
    return [each for each in things if each.answer is None]


def text(words: Words, thing: Thing, *, answerer: bool) -> str:
    """A thing as it is read, with the name of who said it; what was said in confidence by whoever answers back alone, and
    by nobody once it has lost its words."""
    if thing.own:
        return words(OWN)
    if thing.sealed and not (answerer and thing.text):
        return words(IN_CONFIDENCE)
    return words(BY, name=thing.by, said=thing.text) if thing.by else thing.text


def said(words: Words, thing: Thing, today: date) -> str:
    """How a thing was answered, in a line."""
    if thing.answer is None:
        return words(NO_ANSWER)
    answer, to = thing.answer, named(words, thing.answer.to_name)
    if answer.to is not None and answer.then:
        return words(PASSED_THEN, name=to, said=_said(words, answer, thing, today))
    return _said(words, answer, thing, today)


def drafted(words: Words, thing: Thing, today: date) -> str:
    """What a colleague has drafted, in the same words."""
    return _said(words, thing.draft, thing, today) if thing.draft else ""


def few_words(said: str, many: int, characters: int) -> str:
    """At most so many words and characters, with an ellipsis where some are left out."""
    parts = said.split()
    short = said if len(parts) <= many else f"{' '.join(parts[:many]).rstrip(' .,;:')}…"
    return cut(short, characters)


def _said(words: Words, answer: Answer, thing: Thing, today: date) -> str:
    match answer.how:
        case "doing":
            day = said_day(words, answer.due_on or today, today)
            same = answer.what == thing.text
            yes = words(YES, day=day) if same else words(YES_OWN, day=day, what=answer.what)
            return f"{stopped(yes)} {words(SEEN, seen=answer.seen)}" if answer.seen else yes
        case "not_now":
            return words(NOT_NOW, why=answer.words)
        case "listening":
            return words(LISTENING_TO, heard=answer.words) if answer.words else words(LISTENING)
        case "passed_on" | "already":
            name = named(words, answer.to_name) if answer.to else answer.words
            return words(PASSED_WHAT, name=name, what=answer.what) if answer.what else words(PASSED, name=name)
