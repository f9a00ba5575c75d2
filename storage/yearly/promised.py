"""What all staff were promised, by objective, and how each promise stands: as every screen says it."""

from collections.abc import Sequence

from bot.promises import Promise, in_full, in_order, stands, told
from bot.question import spoken
from bot.words import Sentence, Words
from bot.yearly import Entry, Group, Section, Standing
from storage.yearly import words as w
from storage.yearly.ledger import Ledger

_STANDINGS: dict[Standing, Sentence] = {
    "done": w.DONE,
    "doing": w.DOING,
    "dropped": w.DROPPED,
    "overdue": w.OVERDUE,
}


def section(words: Words, ledger: Ledger, objectives: Sequence[str]) -> Section:
    """The organisation's own order of objectives, then those that it has no more, then what serves none."""
    heading = words(w.PROMISES)
    if not ledger.promises:
        return Section(heading, (words(w.NO_PROMISES),))
    others = sorted({each.objective for each in ledger.promises} - {*objectives, ""})
    groups = [_group(words, ledger, name) for name in (*objectives, *others, "")]
    return Section(
        heading,
        (words(w.PROMISES_TEXT), counted(words, ledger, ledger.promises)),
        groups=tuple(each for each in groups if each.entries),
    )


def counted(words: Words, ledger: Ledger, promises: Sequence[Promise]) -> str:
    """How many stand how; each in one of the four."""
    found = [_standing(ledger, each) for each in promises]
    return words(w.COUNTS, **{name: words.number(found.count(name)) for name in _STANDINGS if name})


def overdue(ledger: Ledger) -> int:
    return sum(each.silent(ledger.today) for each in ledger.promises)


def _group(words: Words, ledger: Ledger, objective: str) -> Group:
    those = [each for each in ledger.promises if each.objective == objective]
    entries = tuple(_entry(words, ledger, each) for each in in_order(those, ledger.today))
    return Group(objective or words(w.OTHERS), entries)


def _entry(words: Words, ledger: Ledger, promise: Promise) -> Entry:
    how = stands(words, promise, ledger.today, say=in_full)
    role = promise.role[:1].upper() + promise.role[1:]
    said = [words(w.WHO, role=role, stands=how) if role else how]
    moves = words.listed([spoken(each, words.language) for each in promise.moves])
    said += [words(w.MOVES, subjects=moves)] if moves else []
    news = next((each for each in promise.updates if each.kind == "news" and each.at < ledger.ends), None)
    said += [words(w.NEWS, day=words.dated(news.at), told=told(words, news, ledger.today, say=in_full))] if news else []
    standing = _standing(ledger, promise)
    return Entry(promise.text, tuple(said), standing, words(_STANDINGS[standing]))


def _standing(ledger: Ledger, promise: Promise) -> Standing:
    return "overdue" if promise.silent(ledger.today) else promise.state
