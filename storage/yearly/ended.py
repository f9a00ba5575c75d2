"""How the themes of what people said ended: for each programme how many there were, and how many ended in which way."""

from collections import Counter
from collections.abc import Mapping

from bot.endings import How
from bot.question import spoken
from bot.words import Sentence, Words
from bot.yearly import Entry, Group, Section
from storage.yearly import words as w
from storage.yearly.ledger import Ledger

WAYS: Mapping[How, Sentence] = {
    "doing": w.THEMES_DOING,
    "already": w.THEMES_ALREADY,
    "not_now": w.THEMES_NOT_NOW,
    "passed_on": w.THEMES_PASSED_ON,
    "listening": w.THEMES_LISTENING,
}


def section(words: Words, ledger: Ledger) -> Section:
    """Themes that all staff were told, with their endings, in this year. How many comments were under one is not said."""
    heading, ended = words(w.THEMES), by_programme(ledger)
    if not ended:
        return Section(heading, (words(w.NO_THEMES),))
    named = {each.programme: spoken(each.subject, words.language) for each in ledger.turns}
    entries = tuple(Entry(named[id_], (_counted(words, found),)) for id_, found in ended.items())
    return Section(heading, (words(w.THEMES_TEXT),), groups=(Group("", entries),))


def by_programme(ledger: Ledger) -> Mapping[int, Counter[How]]:
    """How many ended in which way, by the programme's number, in the order in which these were first answered back."""
    found: dict[int, Counter[How]] = {}
    for each in ledger.turns:
        told = each.shared_at is not None and ledger.begins <= each.shared_at < ledger.ends
        if each.stage == "shared" and told and each.number in ledger.ended:
            found.setdefault(each.programme, Counter()).update(ledger.ended[each.number])
    return found


def _counted(words: Words, found: Counter[How]) -> str:
    ways = [words(sentence, n=words.number(found[how])) for how, sentence in WAYS.items() if found[how]]
    return words(w.THEMES_N, n=found.total(), told=words.listed(ways))
