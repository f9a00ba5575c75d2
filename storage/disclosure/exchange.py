"""Rule A7 where weekly figures are out already: answers of the same week change places between teams, so these stay true."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Collection, Iterator

from bot.values import dataclass
from storage.disclosure.cap import ROUNDS, Slice
from storage.disclosure.differences import Place
from storage.disclosure.measures import Measure
from storage.disclosure.sheets import Answers


def exchanged(measure: Measure, answers: Answers, weeks: Slice, *, outside: int, secret: bytes) -> Answers:
    """The answers of which teams are computed: in every block and every difference of blocks and weeks at least `outside`
    lie outside each tender class, as far as there are partners for it; the gate looks at what remains.

    The cap would move an answer to the middle. A figure of that week is out, and would no longer fit: whoever subtracts
    would see that it was moved. So it changes places with a milder answer that somebody gave in the same week, first of all
    among those whose teams are not shown, else in the largest team. Every week reads as it did.
    """
    edited = dict(answers)
    for _ in range(ROUNDS):
        # What helps against one tender class may lack in another; then once more.
        if not sum(
            _Exchange(measure, each, edited, weeks=weeks, secret=secret).done(outside) for each in measure.tender
        ):
            break
    return edited


@dataclass(frozen=True, slots=True)
class _Set:
    """Some people who can be counted: those of a block, or of a difference, which is a number of weeks as bits."""

    block: str = ""
    weeks: int = 0


class _Exchange:
    """The answers to one question in one tender class, and how many of every set lie outside it."""

    def __init__(
        self, measure: Measure, tender: Collection[int], edited: Answers, *, weeks: Slice, secret: bytes
    ) -> None:
        self.edited, self.weeks, self.tender = edited, weeks, tender
        instead = measure.instead_of(frozenset(tender))
        self.milder = {score: abs(score - instead) for score in measure.scores}
        self.keyed = {
            sheet: hmac.digest(secret, f"{measure.id}\0{sheet}".encode(), hashlib.sha256) for sheet in weeks.place
        }
        self.sheets: dict[Place, list[int]] = {}
        for sheet, place in weeks.place.items():
            self.sheets.setdefault(place, []).append(sheet)
        self.block_sizes = Counter(block for block, _ in weeks.place.values())
        self.sizes = weeks.differences.sums(Counter(weeks.place.values()))
        milder = Counter(place for sheet, place in weeks.place.items() if edited[sheet] not in tender)
        self.differences = weeks.differences.sums(milder)
        self.blocks = Counter(dict.fromkeys(self.block_sizes, 0))
        for (block, _), many in milder.items():
            self.blocks[block] += many

    def done(self, outside: int) -> int:
        """Exchanges what has to be and says how many times."""
        times, hopeless = 0, set[_Set]()
        while (needy := self._neediest(outside, hopeless)) is not None:
            if self._exchange(needy, outside):
                times += 1
            else:
                hopeless.add(needy)
        return times

    def _neediest(self, outside: int, hopeless: Collection[_Set]) -> _Set | None:
        """The smallest set that has too few answers outside the class."""
        needy = [(self.block_sizes[block], _Set(block)) for block, many in self.blocks.items() if many < outside]
        needy = [each for each in needy if each[1] not in hopeless]
        if not needy:
            found = (weeks for weeks, size in enumerate(self.sizes) if size and self.differences[weeks] < outside)
            needy = [(self.sizes[weeks], _Set(weeks=weeks)) for weeks in found if _Set(weeks=weeks) not in hopeless]
        return min(needy, key=lambda each: (each[0], each[1].block, each[1].weeks))[1] if needy else None

    def _exchange(self, needy: _Set, outside: int) -> bool:
        """One answer of the set that is in the class, for one of the same week and of another set that is not."""
        inside = [place for place in self.sheets if self._holds(needy, place)]
        givers = [sheet for place in inside for sheet in self.sheets[place] if self.edited[sheet] in self.tender]
        for sheet in sorted(givers, key=lambda sheet: self.keyed[sheet]):
            place = self.weeks.place[sheet]
            for other in self._partners(needy, place, outside):
                milder = [each for each in self.sheets[other] if self.edited[each] not in self.tender]
                if milder:
                    self._swap(sheet, min(milder, key=lambda each: (self.milder[self.edited[each]], self.keyed[each])))
                    return True
        return False

    def _holds(self, of: _Set, place: Place) -> bool:
        return place[0] == of.block if not of.weeks else self.weeks.differences.holds(of.weeks, place)

    def _partners(self, needy: _Set, place: Place, outside: int) -> Iterator[Place]:
        """Where somebody of the same week can spare an answer: nobody's team is worse off first of all, then large ones."""
        anchor = self.weeks.anchor
        others = [each for each in self.sheets if each[1] == place[1] and not self._holds(needy, each)]
        for other in sorted(others, key=lambda each: (each[0] != anchor, -self.block_sizes[each[0]], each[0])):
            if other[0] != place[0] and self.blocks[other[0]] > outside and self._spares(other, place, outside):
                yield other

    def _spares(self, other: Place, place: Place, outside: int) -> bool:
        holds = self.weeks.differences.holds
        return all(
            many > outside or not self.sizes[weeks] or not holds(weeks, other) or holds(weeks, place)
            for weeks, many in enumerate(self.differences)
        )

    def _swap(self, sheet: int, other: int) -> None:
        self.edited[sheet], self.edited[other] = self.edited[other], self.edited[sheet]
        for each, more in ((sheet, 1), (other, -1)):
            place = self.weeks.place[each]
            self.blocks[place[0]] += more
            for weeks in range(len(self.differences)):
                self.differences[weeks] += more * self.weeks.differences.holds(weeks, place)
