"""The one release of a round: from opened sheets in memory to what everybody may see. Called once, at the close."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from bot.values import dataclass, field
from storage.disclosure import gate
from storage.disclosure.cap import Slice, capped
from storage.disclosure.cells import Cell, Where, cell
from storage.disclosure.comments import comments
from storage.disclosure.derived import Derived, Figure
from storage.disclosure.figures import Shown, Wanted, figures, mixed_lists, wanted
from storage.disclosure.measures import Measure
from storage.disclosure.plan import Asked, Plan, asked, plans
from storage.disclosure.presets import Preset
from storage.disclosure.released import Level, Question, Released, Verdict
from storage.disclosure.sheets import Answers, Sheet
from storage.disclosure.tree import Tree, only_root
from storage.disclosure.values import Attribute

Progress = Callable[[str, int, int], None]
"""Called with the step's name ("count", "gate"), how many questions are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Round:
    """What was fixed when the round opened: nothing here depends on an answer.

    Best made when the round opens, because it raises ValueError where a name is used twice or a derived figure has an
    item that is not asked, or that is a choice of one.
    """

    tree: Tree
    measures: tuple[Measure, ...]
    preset: Preset
    attributes: tuple[Attribute, ...] = ()
    derived: tuple[Derived, ...] = ()

    def __post_init__(self) -> None:
        for names in ([each.id for each in self.measures], [each.name for each in self.attributes]):
            if len(set(names)) < len(names):
                raise ValueError(f"a name is used twice among {', '.join(names)}")
        scored = {measure.id for measure in self.measures if not measure.options}
        for each in self.derived:
            if not each.items or not scored.issuperset(each.items):
                raise ValueError(f"{each.name} is made of questions that have no scores here")


@dataclass(frozen=True, slots=True)
class Close:
    """What only the close has. `secret` picks the answers that the cap moves and is destroyed with the round's keys.

    `seconds` is how long the gate may take for a whole round; what it has not shown to be safe by then is not released.
    """

    secret: bytes
    seconds: float = 600
    gated: bool = True
    chance: Random | None = None
    progress: Progress = lambda _step, _done, _of: None


@dataclass(frozen=True, slots=True)
class Settled:
    """A release, and the answers after the cap of which it was computed, by measure: in memory only."""

    released: Released
    edited: Mapping[str, Answers] = field(repr=False)


def release(round: Round, sheets: Sequence[Sheet], close: Close) -> Released:  # noqa: A002 (a round is the product's word)
    """The release. Two sets of answers that agree in everything that is shown give equal releases (T13)."""
    return settled(round, sheets, close).released


def settled(round: Round, sheets: Sequence[Sheet], close: Close) -> Settled:  # noqa: A002
    """The same with what it was made of."""
    of = asked(round.tree, round.attributes, round.preset, sheets)
    planned = {plan.measure.id: plan for plan in plans(of, round.measures)}
    all_wanted = [wanted(of, each, planned) for each in round.derived]
    edited: dict[str, Answers] = {}
    for done, plan in enumerate(planned.values(), start=1):
        protected = plan.protected(mixed_lists(all_wanted, plan, of.preset.k))
        edited[plan.measure.id] = capped(
            plan.measure, plan.answers, protected, outside=of.preset.outside, secret=close.secret
        )
        close.progress("count", done, len(planned))
    verdict = gate.verdict(of, list(planned.values()), edited, limits(close)) if close.gated else Verdict(Level.ALL)
    questions = tuple(_question(of, plan, edited[name], verdict.level) for name, plan in planned.items())
    speaks = only_root(of.tree) if verdict.level is Level.ROOT_ONLY else of.tree
    told = tuple(_figures(of, all_wanted, planned, questions=questions, edited=edited))
    said = comments(speaks, sheets, needed=of.preset.comments_from, chance=close.chance)
    return Settled(Released(questions, told, said, verdict), edited)


def limits(close: Close) -> gate.Limits:
    """What the gate may take, and whom it tells."""
    return gate.Limits(close.seconds, close.secret, lambda done, of: close.progress("gate", done, of))


def _question(of: Asked, plan: Plan, edited: Answers, level: Level) -> Question:
    nodes = by_node(of, edited)
    shown = {of.tree.root} & set(plan.blocks.shown) if level is Level.ROOT_ONLY else set(plan.blocks.shown)
    slices = plan.slices if level is Level.ALL else ()
    cells = [cell(Where(node), plan.measure, nodes[node], of.preset) for node in shown]
    for part in slices:
        cells += _value_cells(of, plan, part, edited)
    hidden = tuple(sorted(node for node in of.tree.parent if node not in shown))
    return Question(plan.measure.id, tuple(sorted(cells, key=_name)), hidden)


def _name(each: Cell) -> tuple[str, str, str]:
    return each.node, each.attribute, each.group


def by_node(of: Asked, edited: Mapping[int, int]) -> dict[str, Counter[int]]:
    """How often each score was given at or below each node."""
    counts: dict[str, Counter[int]] = {node: Counter() for node in of.tree.upwards}
    for sheet, score in edited.items():
        counts[of.home[sheet]][score] += 1
    for node in of.tree.upwards:
        above = of.tree.parent[node]
        if above is not None:
            counts[above].update(counts[node])
    return counts


def _value_cells(of: Asked, plan: Plan, part: Slice, edited: Mapping[int, int]) -> Iterator[Cell]:
    counts: list[Counter[int]] = [Counter() for _ in range(len(part.labels) + 1)]
    for sheet, (_, group) in part.place.items():
        counts[group][edited[sheet]] += 1
    for label, scores in zip(part.labels, counts, strict=False):  # the last is who said nothing: never shown
        yield cell(Where(part.anchor, part.attribute, label), plan.measure, scores, of.preset)


def _figures(
    of: Asked,
    all_wanted: Sequence[Wanted],
    planned: Mapping[str, Plan],
    *,
    questions: Sequence[Question],
    edited: Mapping[str, Answers],
) -> Iterator[Figure]:
    shown: Shown = {
        (question.measure, each.node, each.attribute, each.group): each
        for question in questions
        for each in question.cells
    }
    for one in all_wanted:
        yield from figures(of, one, planned, shown=shown, edited=edited)
