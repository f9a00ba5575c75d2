"""The attacker of docs/disclosure.md: reads a whole release, knows who is in which group and who answered, and adds up."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from storage.disclosure.attack import Insider, Shown, Surface, Table, determined
from storage.disclosure.cells import Cell
from storage.disclosure.measures import Class, Measure
from storage.disclosure.released import Released
from storage.disclosure.tree import Tree
from storage.disclosure.values import Attribute
from tests.storage.disclosure.organisations import Organisation

CLASSES = (Class.GOOD, Class.MIDDLE, Class.POOR)
Person = tuple[str, str | None]
"""Where somebody works and which value they hold: whoever is alike in both is alike in every cell."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was published, over atoms of people alike, and what these people had truly answered."""

    surface: Surface
    truth: tuple[Counter[Class], ...]


def harvest(organisation: Organisation, cells: Iterable[Cell]) -> Harvest:
    """The published cells of the one question, each with the people whom the directory puts into it."""
    of = organisation.round
    return _harvest(
        organisation,
        [
            (
                _members(of.tree, of.attributes, cell),
                {Class.GOOD: cell.good, Class.MIDDLE: cell.middle, Class.POOR: cell.poor},
            )
            for cell in cells
        ],
    )


def naive(organisation: Organisation, least: int = 5) -> Harvest:
    """What a page with a threshold and free filters shows: every node, by every band, from five answers."""
    of = organisation.round
    answered = _truth(organisation)
    shown = []
    for node in of.tree.parent:
        for label in (None, "b0", "b1", "b2", "b3"):
            belongs = _belongs(of.tree, of.attributes[0], node, label)
            counts = sum((count for person, count in answered.items() if belongs(person)), Counter[Class]())
            if counts.total() >= least:
                shown.append((belongs, counts))
    return _harvest(organisation, shown)


def published(organisation: Organisation, released: Released) -> Harvest:
    return harvest(organisation, released.questions[0].cells)


def proven(of: Harvest, classes: Iterable[Class]) -> dict[Class, int]:
    """T5: of how many people each class follows. Fails if a claim is not true of what they answered."""
    found = {}
    for each in classes:
        atoms = determined(of.surface, {CLASSES.index(each)}) if of.surface.cells else []
        wrong = [atom for atom in atoms if of.truth[atom][each] != of.surface.heads[atom]]
        assert not wrong
        found[each] = sum(of.surface.heads[atom] for atom in atoms)
    return found


def proven_by_insiders(of: Harvest, classes: Iterable[Class]) -> int:
    """T6: the most people of whom a class follows for any one respondent who takes their own answer out."""
    most, seen = 0, list[Table]()  # a table that fits is one whatever is claimed
    for each in classes:
        for insider in _insiders(of):
            most = max(most, len(_tried(of.surface, CLASSES.index(each), insider, seen)))
    return most


def _tried(surface: Surface, answer: int, insider: Insider, seen: list[Table]) -> list[int]:
    try:
        return determined(surface, {answer}, insider, seen=seen)
    except ValueError:
        return []  # their answer was one that was moved: they see that the figures cannot be true, and no more


def subtractions(of: Harvest) -> Iterator[int]:
    """T2 and T3: how many people are in one cell and not in another that lies inside it."""
    groups = {cell.atoms for cell in of.surface.cells}
    for one, other in combinations(groups, 2):
        for whole, part in ((one, other), (other, one)):
            if part < whole:
                yield sum(of.surface.heads[atom] for atom in whole - part)


def _insiders(of: Harvest) -> Iterator[Insider]:
    if of.surface.cells:
        for atom, counts in enumerate(of.truth):
            yield from (Insider(atom, CLASSES.index(each)) for each in counts)


def _harvest(
    organisation: Organisation, shown: Iterable[tuple[Callable[[Person], bool], Mapping[Class, int]]]
) -> Harvest:
    truth = _truth(organisation)
    people = list(truth)
    cells = tuple(
        Shown(
            frozenset(atom for atom, person in enumerate(people) if belongs(person)),
            tuple(counts[each] for each in CLASSES),
        )
        for belongs, counts in shown
    )
    return Harvest(Surface(tuple(truth[person].total() for person in people), cells), tuple(truth.values()))


def _truth(organisation: Organisation) -> dict[Person, Counter[Class]]:
    measure: Measure = organisation.round.measures[0]
    name = organisation.round.attributes[0].name
    found: dict[Person, Counter[Class]] = {}
    for sheet in organisation.sheets:
        score = sheet.answers.get(measure.id)
        if score is not None:
            found.setdefault((sheet.node, sheet.values.get(name)), Counter())[measure.class_of(score)] += 1
    return found


def _members(tree: Tree, attributes: tuple[Attribute, ...], cell: Cell) -> Callable[[Person], bool]:
    return _belongs(tree, attributes[0], cell.node, cell.group or None)


def _belongs(tree: Tree, attribute: Attribute, node: str, label: str | None) -> Callable[[Person], bool]:
    def belongs(person: Person) -> bool:
        where, value = person
        inside = node in _up(tree.parent, where)
        return inside and (label is None or (value is not None and label in _up(attribute.parent, value)))

    return belongs


def _up(parent: Mapping[str, str | None], node: str) -> list[str]:
    way = [node]
    while (above := parent[way[-1]]) is not None:
        way.append(above)
    return way
