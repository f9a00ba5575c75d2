"""Rule A7: no group that can be worked out is of one mind. A few answers are moved to the middle before anything is counted."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.values import dataclass
from storage.disclosure.differences import Differences, Place
from storage.disclosure.measures import Measure
from storage.disclosure.sheets import Answers

ROUNDS = 4
LOOKED_AT = 64


@dataclass(frozen=True, slots=True)
class Slice:
    """One attribute shown at one node: the shown labels, and each sheet's place, that is its block and its group."""

    attribute: str
    anchor: str
    labels: tuple[str, ...]
    place: Mapping[int, Place]
    differences: Differences


@dataclass(frozen=True, slots=True)
class Protected:
    """The smallest sets of sheets that can be worked out of a question: plain lists, and the differences of slices."""

    lists: Sequence[Sequence[int]]
    slices: Sequence[Slice] = ()


def capped(
    measure: Measure, answers: Mapping[int, int], protected: Protected, *, outside: int, secret: bytes
) -> Answers:
    """The answers of which everything is computed: in every protected set at least `outside` lie outside each tender class.

    Few answers are changed: those that help most sets first, and among equals by a keyed hash. Answers that satisfy the
    rule already come back unchanged: whoever sees a capped result cannot tell it from a true one.
    """
    edited = dict(answers)
    for _ in range(ROUNDS):
        # Where no middle exists, moving answers out of one pole can fill the other; then once more.
        if not sum(_moved(measure, each, edited, protected, m=outside, secret=secret) for each in measure.tender):
            break
    return edited


def _moved(
    measure: Measure, scores: frozenset[int], edited: Answers, protected: Protected, *, m: int, secret: bytes
) -> int:
    """Moves what must be moved out of these scores and says how many."""
    instead = measure.instead_of(scores)

    def is_in(sheet: int) -> bool:
        return edited[sheet] in scores

    def order(sheet: int) -> bytes:
        return hmac.digest(secret, f"{measure.id}\0{sheet}".encode(), hashlib.sha256)

    def move(sheets: Iterable[int], number: int) -> int:
        chosen = sorted(sheets, key=order)[:number]
        edited.update(dict.fromkeys(chosen, instead))
        return len(chosen)

    changed = sum(_sliced(each, is_in, move, m=m, lists=protected.lists) for each in protected.slices)
    for sheets in protected.lists:
        lacking = m - sum(not is_in(sheet) for sheet in sheets)
        if sheets and lacking > 0:
            changed += move(filter(is_in, sheets), lacking)
    return changed


def _sliced(
    part: Slice,
    is_in: Callable[[int], bool],
    move: Callable[[Iterable[int], int], int],
    *,
    m: int,
    lists: Sequence[Sequence[int]],
) -> int:
    """Moves answers one by one until no difference of the slice is of one mind."""
    everybody = Counter(part.place.values())
    sizes = part.differences.sums(everybody)
    needy = {sheet for sheets in lists if sum(not is_in(sheet) for sheet in sheets) < m for sheet in sheets}
    changed = 0
    while failing := _failing(part, sizes, is_in, m):
        members = [sheet for sheet, place in part.place.items() if part.differences.holds(failing[0], place)]
        candidates = [sheet for sheet in members if is_in(sheet)]
        worth = {place: _worth(part, failing, place) for place in {part.place[sheet] for sheet in candidates}}
        helped = {sheet: worth[part.place[sheet]] + (sheet in needy) for sheet in candidates}
        most = max(helped.values(), default=0)
        moved = move((sheet for sheet in candidates if helped[sheet] == most), 1)
        if not moved:
            break
        changed += moved
    return changed


def _failing(part: Slice, sizes: Sequence[int], is_in: Callable[[int], bool], m: int) -> list[int]:
    """The sets of groups whose difference has too few answers outside the class, smallest difference first."""
    outside = Counter(place for sheet, place in part.place.items() if not is_in(sheet))
    sums = part.differences.sums(outside)
    failing = [chosen for chosen, size in enumerate(sizes) if size and sums[chosen] < m]
    return sorted(failing, key=lambda chosen: (sizes[chosen], chosen))[:LOOKED_AT]


def _worth(part: Slice, failing: Sequence[int], place: Place) -> int:
    """How many of the failing differences somebody in this place belongs to."""
    return sum(part.differences.holds(chosen, place) for chosen in failing)
