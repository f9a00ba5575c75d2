"""What else there was, in the open: networks, events, and thank-yous in total."""

from bot.words import Words
from bot.yearly import Entry, Group, Section
from storage.yearly import words as w
from storage.yearly.ledger import Ledger
from storage.yearly.rows import Held

MOST = 60


def networks(words: Words, ledger: Ledger) -> Section:
    """By name, as everybody finds them; who belongs to one is not said."""
    if not ledger.networks:
        return Section(words(w.NETWORKS), (words(w.NO_NETWORKS),))
    entries = tuple(Entry(each.name, (each.purpose,) if each.purpose else ()) for each in ledger.networks)
    return Section(words(w.NETWORKS), (words(w.NETWORKS_TEXT),), groups=(Group("", entries),))


def events(words: Words, ledger: Ledger) -> Section:
    if not ledger.events:
        return Section(words(w.EVENTS), (words(w.NO_EVENTS),))
    entries = tuple(_event(words, each) for each in ledger.events[:MOST])
    left = len(ledger.events) - MOST
    more = (Entry(words(w.MORE, n=words.number(left))),) if left > 0 else ()
    return Section(words(w.EVENTS), (words(w.EVENTS_TEXT),), groups=(Group("", (*entries, *more)),))


def thanks(words: Words, ledger: Ledger) -> Section:
    """In whole steps of k: one that is taken back, or a day more, tells nobody anything."""
    many, (reached, teams) = ledger.thanks, ledger.reach
    told = words(w.THANKS_TEXT, many=words.number(many)) if many else words(w.THANKS_FEW, k=ledger.k)
    reach = (words(w.REACHED, reached=words.number(reached), n=teams, k=ledger.k),) if many and teams else ()
    return Section(words(w.THANKS), (told, *reach))


def _event(words: Words, event: Held) -> Entry:
    day = words.dated(event.starts_at)
    return Entry(event.name, (words(w.ON_FOR, day=day, circle=event.circle) if event.circle else words(w.ON, day=day),))
