"""What was done about a score: promises that should move it, numbered, at the day on which each was made and was done."""

from datetime import datetime

from bot.promises import Promise
from bot.values import dataclass
from bot.words import Words
from storage.exports.said import shortened
from storage.yearly import words as w
from storage.yearly.ledger import Ledger

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Step:
    """One promise on the day when it was made, or (`done`) when it was done. `number` is the same for both."""

    number: int
    at: datetime
    promise: Promise
    moves: frozenset[str]
    done: bool = False

    def marked(self, words: Words) -> str:
        """What stands at its line."""
        return words(w.MARK_DONE, mark=str(self.number)) if self.done else str(self.number)

    def said(self, words: Words) -> str:
        """What its mark stands for."""
        told = w.DONE_ON if self.done else w.MADE_ON
        return words(told, day=words.dated(self.at), text=shortened(self.promise.text, LONGEST))


def steps(ledger: Ledger, programme: int) -> list[Step]:
    """Of this programme, in the order of their days."""
    mine = [each for each in ledger.promises if ledger.moved.get(each.ref, (0, frozenset()))[0] == programme]
    found = list[Step]()
    moving = [each for each in mine if ledger.moved[each.ref][1]]
    for number, each in enumerate(sorted(moving, key=lambda one: (one.made_at, one.ref)), start=1):
        moves = ledger.moved[each.ref][1]
        found.append(Step(number, each.made_at, each, moves))
        if each.state == "done" and each.heard_at < ledger.ends:
            found.append(Step(number, each.heard_at, each, moves, done=True))
    return sorted(found, key=lambda one: one.at)
