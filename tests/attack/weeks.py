"""Organisations that are asked in turn, and what an attacker makes of the weekly figures together with those by team."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from storage.disclosure.attack import Insider, Shown, Surface, Table, determined, small_sets
from storage.disclosure.cells import Cell
from storage.disclosure.cycle import Part, sum_up
from storage.disclosure.measures import BOTH_POLES, UNFAVOURABLE, Class, Measure
from storage.disclosure.presets import Preset
from storage.disclosure.release import Close, Round, settled
from storage.disclosure.released import Released
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import only_root, tree_of
from storage.sampling import Listed, deal
from tests.storage.disclosure.organisations import agreement, scale, yes_no

WEEKS = 4
CLASSES = (Class.GOOD, Class.MIDDLE, Class.POOR)
CLOSE = Close(b"a secret for tests")
Atom = tuple[str, int]
"""A team and a week: whoever is alike in both is alike in every figure."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A question that went to everybody in turn: the round as it is summed up, and by week who said what in which team, None
    for those who did not answer."""

    round: Round
    weeks: tuple[tuple[tuple[str, int | None], ...], ...]

    @property
    def measure(self) -> Measure:
        return self.round.measures[0]

    @property
    def truth(self) -> dict[Atom, Counter[Class]]:
        found: dict[Atom, Counter[Class]] = {}
        for week, said in enumerate(self.weeks):
            for team, score in said:
                if score is not None:
                    found.setdefault((team, week), Counter())[self.measure.class_of(score)] += 1
        return found


@dataclass(frozen=True, slots=True)
class Out:
    """Everything that was published in a cycle: a cell for each week, and those of its end."""

    weekly: tuple[Cell, ...]
    parts: tuple[Part, ...]
    end: Released

    @property
    def teams(self) -> tuple[Cell, ...]:
        return self.end.questions[0].cells if self.end.questions else ()


def harsh(seed: int) -> Cycle:
    """Small teams of one mind in two or three divisions, dealt out to the weeks, some of whom do not answer."""
    chance = Random(seed)
    measure = chance.choice([agreement, scale, yes_no])(sensitive=chance.choice([UNFAVOURABLE, BOTH_POLES]))
    parent: dict[str, str | None] = {"org": None}
    teams: list[tuple[str, float, float]] = []
    for division in range(chance.randint(2, 3)):
        parent[f"d{division}"] = "org"
        for number in range(chance.randint(2, 4)):
            parent[f"d{division}t{number}"] = f"d{division}"
            mood, answers = chance.choice([0, 0.1, 0.5, 0.9]), chance.choice([0.5, 0.8, 1])
            size = chance.choice([1, 3, 5, 6, 9, 12, 20])
            teams += [(f"d{division}t{number}", mood, answers)] * size
        teams += [(f"d{division}", 0.3, 0.9)] * chance.choice([0, 1, 2])
    return _dealt(chance, measure, parent, teams, k=chance.choice([5, 5, 10]))


def larger(seed: int, people: int) -> Cycle:
    """So many people in divisions of teams of every size, a half of whom answer, at the usual k."""
    chance = Random(seed)
    parent: dict[str, str | None] = {"org": None}
    teams: list[tuple[str, float, float]] = []
    while len(teams) < people:
        division = f"d{len(parent)}"
        parent[division] = "org"
        for number in range(chance.randint(3, 12)):
            parent[f"{division}t{number}"] = division
            mood, answers = chance.choice([0.05, 0.3, 0.5, 0.9]), chance.choice([0.3, 0.5, 0.7])
            teams += [(f"{division}t{number}", mood, answers)] * chance.choice([2, 4, 8, 12, 15, 25, 40])
    return _dealt(chance, scale(), parent, teams, k=10)


def published(of: Cycle) -> Out:
    """Week by week, and then the end: in this order, as it happens."""
    done = [_week(of, said) for said in of.weeks]
    parts = tuple(part for part, _ in done)
    return Out(tuple(each for _, shown in done for each in shown), parts, sum_up(of.round, parts, CLOSE))


def surface(of: Cycle, out: Out) -> Surface:
    """The weekly figures and those by team, over people alike."""
    atoms = list(of.truth)
    shown = [
        Shown(frozenset(at for at, (_, week) in enumerate(atoms) if week == number), _counts(each))
        for number, each in enumerate(out.weekly)
    ]
    for each in out.teams:
        inside = frozenset(at for at, (team, _) in enumerate(atoms) if each.node in up(of, team))
        shown.append(Shown(inside, _counts(each)))
    return Surface(tuple(of.truth[atom].total() for atom in atoms), tuple(shown))


def every_week(of: Cycle, least: int) -> Surface:
    """What a page shows that has a threshold and nothing else: every team, every week."""
    atoms, shown = list(of.truth), []
    for node in of.round.tree.parent:
        for week in (*range(WEEKS), None):
            inside = [at for at, (team, when) in enumerate(atoms) if node in up(of, team) and week in (when, None)]
            counts = sum((of.truth[atoms[at]] for at in inside), Counter[Class]())
            if counts.total() >= least:
                shown.append(Shown(frozenset(inside), tuple(counts[each] for each in CLASSES)))
    return Surface(tuple(of.truth[atom].total() for atom in atoms), tuple(shown))


def found_out(of: Cycle, surface: Surface, *, colleagues: bool = True) -> dict[str, int]:
    """T1 to T6 on these figures: how many people can be counted apart, and of how many a tender answer follows."""
    small = sum(surface.heads[atom] for atoms in small_sets(surface, of.round.preset.k) for atom in atoms)
    found, told, seen = 0, 0, list[Table]()
    for tender in of.measure.sensitive:
        claimed = frozenset({CLASSES.index(tender)})
        found += sum(surface.heads[atom] for atom in determined(surface, claimed, seen=seen))
        told = max((told, *(_told(surface, claimed, each, seen) for each in _insiders(of) if colleagues)))
    return {"counted apart": small, "proven": found, "proven by a colleague": told}


def naive_end(of: Cycle) -> Surface:
    """The weekly figures, and teams by the rules of a round that stands alone: its own blocks and its own cap."""
    sheets = [Sheet(team, {"q": score}) for said in of.weeks for team, score in said]
    done = [_week(of, said) for said in of.weeks]
    shown = tuple(each for _, cells in done for each in cells)
    return surface(of, Out(shown, (), settled(of.round, sheets, CLOSE).released))


def up(of: Cycle, team: str) -> Iterator[str]:
    node: str | None = team
    while node is not None:
        yield node
        node = of.round.tree.parent[node]


def _dealt(
    chance: Random,
    measure: Measure,
    parent: Mapping[str, str | None],
    teams: Sequence[tuple[str, float, float]],
    *,
    k: int,
) -> Cycle:
    """`teams` holds for each person their team, how likely they answer well, and how likely they answer at all."""
    slots = deal([Listed(who, (parent[team] or "", team)) for who, (team, _, _) in enumerate(teams)], WEEKS, b"key")
    weeks: list[list[tuple[str, int | None]]] = [[] for _ in range(WEEKS)]
    for who, (team, mood, answers) in enumerate(teams):
        said = _answer(chance, measure, mood) if chance.random() < answers else None
        weeks[slots[who]].append((team, said))
    heads = Counter(team for team, _, _ in teams)
    return Cycle(Round(tree_of(parent, heads), (measure,), Preset("harsh", k)), tuple(map(tuple, weeks)))


def _week(of: Cycle, said: Collection[tuple[str, int | None]]) -> tuple[Part, tuple[Cell, ...]]:
    """One week as it is published, for everybody together."""
    sheets = [Sheet(team, {"q": score}) for team, score in said]
    alone = Round(only_root(of.round.tree), of.round.measures, of.round.preset)
    made = settled(alone, sheets, CLOSE)
    counts: dict[str, Counter[int]] = {}
    for sheet, score in made.edited["q"].items():
        counts.setdefault(sheets[sheet].node, Counter())[score] += 1
    return Part({"q": counts}, Counter(team for team, _ in said)), made.released.questions[0].cells


def _counts(each: Cell) -> tuple[int, ...]:
    return each.good, each.middle, each.poor


def _answer(chance: Random, measure: Measure, mood: float) -> int:
    pole = Class.GOOD if chance.random() < mood else Class.POOR if chance.random() < 0.85 else Class.MIDDLE
    return chance.choice(sorted(measure.members(pole) or measure.poor))


def _insiders(of: Cycle) -> Iterator[Insider]:
    for atom, counts in enumerate(of.truth.values()):
        yield from (Insider(atom, CLASSES.index(each)) for each in counts)


def _told(surface: Surface, claimed: Collection[int], insider: Insider, seen: list[Table]) -> int:
    try:
        return len(determined(surface, claimed, insider, seen=seen))
    except ValueError:
        return 0  # theirs is one that changed places: they see that the figures cannot be true, and no more
