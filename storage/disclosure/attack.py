"""The attack on a release as an integer program: whose answer follows from what is published, by any arithmetic.

The attacker has the published cells and knows who is in each. People who are in the same cells are one atom. This module
is imported only where an attack is run, because the bot's start must not wait for scipy.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_array, csr_array, eye_array, kron

from bot.values import dataclass


class Undecided(Exception):
    """The program ran out of time before it had an answer."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One published cell: the atoms whose people it counts, and how many of them gave each answer."""

    atoms: frozenset[int]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Surface:
    """What is published: how many people each atom has, and every cell. Answers are numbered as in the cells' counts."""

    heads: tuple[int, ...]
    cells: tuple[Shown, ...]

    @property
    def answers(self) -> int:
        return len(self.cells[0].counts) if self.cells else 0


@dataclass(frozen=True, slots=True)
class Insider:
    """A person who is or tells the attacker: which atom they are in, and what they answered."""

    atom: int
    answer: int


Table = Any
"""A numpy array of shape (atoms, answers): one way in which everybody could have answered."""


def determined(
    surface: Surface,
    claimed: Collection[int],
    insider: Insider | None = None,
    *,
    among: Collection[int] | None = None,
    seconds: float = 60,
    seen: list[Table] | None = None,
) -> list[int]:
    """The atoms all of whose people (but the insider) gave one of the claimed answers in every table that fits the cells.

    `among` are the atoms that are looked at, or else all are. `seen` are tables that fit, known from earlier attacks on
    the same surface; those that are found are added to it.
    Raises Undecided when the time is up, and ValueError where no table fits.
    """

    if not surface.cells:
        return []
    others = _without(surface, insider)
    wanted = range(len(others.heads)) if among is None else sorted(among)
    left = np.asarray([atom for atom in wanted if others.heads[atom]], dtype=int)
    for table in seen or ():
        known = table if insider is None else _less(table, insider)
        if (known >= 0).all():
            left = left[_all_claimed(known, others, claimed, left)]
    while len(left):
        table = _furthest(others, claimed, left, seconds)
        if seen is not None:
            seen.append(table if insider is None else _less(table, insider, times=-1))
        still = left[_all_claimed(table, others, claimed, left)]
        if len(still) == len(left):
            break
        left = still
    return [int(atom) for atom in left]


def small_sets(surface: Surface, k: int, *, seconds: float = 60) -> Iterator[frozenset[int]]:
    """Sets of fewer than k people whose answers can be counted exactly by adding and subtracting cells, lightest first.

    Each set has an atom that the ones before had not; atoms without people are left out. Raises Undecided.
    """

    atoms = [atom for atom, heads in enumerate(surface.heads) if heads]
    covered: set[int] = set()
    while surface.cells and (chosen := _lightest(surface, atoms, covered, k=k, seconds=seconds)) is not None:
        found = frozenset(atoms[number] for number in np.flatnonzero(chosen))
        covered |= found
        yield found


def _without(surface: Surface, insider: Insider | None) -> Surface:
    """What is published of everybody else."""
    if insider is None:
        return surface
    heads = tuple(each - (atom == insider.atom) for atom, each in enumerate(surface.heads))
    cells = tuple(
        Shown(cell.atoms, tuple(count - (answer == insider.answer) for answer, count in enumerate(cell.counts)))
        if insider.atom in cell.atoms
        else cell
        for cell in surface.cells
    )
    return Surface(heads, cells)


def _less(table: Table, insider: Insider, times: int = 1) -> Table:
    changed = table.copy()
    changed[insider.atom, insider.answer] -= times
    return changed


def _all_claimed(table: Table, surface: Surface, claimed: Collection[int], atoms: Table) -> Table:

    return table[np.ix_(atoms, sorted(claimed))].sum(axis=1) == np.asarray(surface.heads)[atoms]


def _furthest(surface: Surface, claimed: Collection[int], atoms: Table, seconds: float) -> Table:
    """The table in which most of these atoms have somebody who answered otherwise."""

    heads, answers = np.asarray(surface.heads), surface.answers
    people, wanted = len(heads), len(atoms)
    cells = _incidence(surface, range(people))
    rows = kron(eye_array(people), np.ones((1, answers)))
    totals = kron(cells, eye_array(answers))
    # One more unknown for each atom: 1 where somebody in it answered otherwise, at most the number who did.
    is_claimed = np.isin(np.arange(answers), sorted(claimed)).astype(float)[None, :]
    of_atoms = csr_array((np.ones(wanted), (np.arange(wanted), np.asarray(atoms))), shape=(wanted, people))
    otherwise = kron(of_atoms, is_claimed)
    matrix = block_array([[rows, None], [totals, None], [otherwise, eye_array(wanted)]], format="csc")
    exact = np.concatenate([heads, np.asarray([cell.counts for cell in surface.cells]).ravel()])
    most = np.concatenate([exact, heads[np.asarray(atoms)]])
    least = np.concatenate([exact, np.full(wanted, -np.inf)])
    found = milp(
        np.concatenate([np.zeros(people * answers), -np.ones(wanted)]),
        constraints=LinearConstraint(matrix, least, most),
        bounds=Bounds(0, np.concatenate([np.repeat(heads, answers), np.ones(wanted)])),
        integrality=np.concatenate([np.ones(people * answers), np.zeros(wanted)]),
        options={"time_limit": seconds},
    )
    return np.rint(_solved(found)[: people * answers]).astype(int).reshape(people, answers)


def _lightest(
    surface: Surface, atoms: Sequence[int], covered: Collection[int], *, k: int, seconds: float
) -> Table | None:
    """Which of these atoms make the lightest set that has an uncovered one; None where none weighs less than k."""

    cells = _incidence(surface, atoms)
    heads = np.asarray(surface.heads)[np.asarray(atoms, dtype=int)].astype(float)
    people, size = len(atoms), len(surface.cells)
    fresh = np.asarray([atom not in covered for atom in atoms], dtype=float)
    weights = csr_array(np.vstack([heads, fresh]))
    matrix = block_array([[eye_array(people), -cells.T], [weights, csr_array((2, size))]], format="csc")
    least, most = np.concatenate([np.zeros(people), [1, 1]]), np.concatenate([np.zeros(people), [k - 1, np.inf]])
    # A set that follows at all follows with small whole multiples of the cells; the bound keeps the search finite.
    free = np.full(size, float(size))
    found = milp(
        np.concatenate([heads, np.zeros(size)]),
        constraints=LinearConstraint(matrix, least, most),
        bounds=Bounds(np.concatenate([np.zeros(people), -free]), np.concatenate([np.ones(people), free])),
        integrality=np.concatenate([np.ones(people), np.zeros(size)]),
        options={"time_limit": seconds},
    )
    return None if found.status == 2 else np.rint(_solved(found)[:people]).astype(bool)


def _incidence(surface: Surface, atoms: Sequence[int]) -> Any:
    """Which cell counts which atom: cells x atoms."""

    number = {atom: place for place, atom in enumerate(atoms)}
    pairs = [(row, number[atom]) for row, cell in enumerate(surface.cells) for atom in cell.atoms if atom in number]
    rows, columns = zip(*pairs, strict=True) if pairs else ((), ())
    return csr_array(([1.0] * len(pairs), (rows, columns)), shape=(len(surface.cells), len(number)))


def _solved(found: Any) -> Any:
    if found.status == 1:
        raise Undecided
    if found.status == 2:
        raise ValueError("nobody could have answered so")
    if found.x is None:
        raise Undecided
    return found.x
