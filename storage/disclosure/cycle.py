"""Rule A13: what may be shown of teams once everybody has been asked in turn, beside the weekly figures that are out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.values import dataclass
from storage.disclosure import gate
from storage.disclosure.blocks import Blocks, blocks
from storage.disclosure.cap import Slice
from storage.disclosure.cells import Where, cell
from storage.disclosure.differences import Differences, Place, crossing, too_small
from storage.disclosure.exchange import exchanged
from storage.disclosure.measures import Measure
from storage.disclosure.plan import Asked, Plan, asked
from storage.disclosure.release import Close, Round, by_node, limits
from storage.disclosure.released import Level, Question, Released, Verdict
from storage.disclosure.sheets import Answers, Sheet
from storage.disclosure.tree import Tree, folded

WEEK = "week"
STEPS = (1, 2, 4)
"""How many times k a team needs: at first, and where the gate does not let that through. Few steps, the same for all teams:
which team gave the reason is not to be seen."""
Counts = Mapping[str, Mapping[str, Mapping[int, int]]]
"""By measure and by node itself, without those below it: how often each score was given."""


@dataclass(frozen=True, slots=True)
class Part:
    """One week of a cycle: its answers as they were published for everybody together, that is after the cap; and how many
    people of each node itself were asked. Nobody stands in two parts."""

    counts: Counts
    asked: Mapping[str, int]


def sum_up(round: Round, parts: Sequence[Part], close: Close) -> Released:  # noqa: A002 (a round is the product's word)
    """The one release by teams of a cycle. It has no cells at all where no team can be shown.

    Every week of `parts` was published for the whole and cannot be withdrawn. Together with those figures it is what one
    release of all answers would be, with the week as a declared attribute: see docs/disclosure.md.
    """
    of = asked(round.tree, (), round.preset, _sheets(round.measures, parts))
    given = _given(of.sheets)
    reasons: tuple[str, ...] = ()
    for times in STEPS:
        plans = (_plan(of, each, given.get(each.id, {}), parts, times=times) for each in round.measures)
        planned = [plan for plan in plans if plan is not None]
        if not any(set(plan.blocks.shown) - {of.tree.root} for plan in planned):
            break
        edited = {plan.measure.id: _edited(of, plan, close) for plan in planned}
        verdict = gate.verdict(of, planned, edited, limits(close))
        reasons += verdict.reasons
        if verdict.level is Level.ALL:
            shown = tuple(_question(of, plan, edited[plan.measure.id]) for plan in planned)
            return Released(shown, (), (), Verdict(Level.ALL, reasons))
    return Released((), (), (), Verdict(Level.ROOT_ONLY, reasons))


def _edited(of: Asked, plan: Plan, close: Close) -> Answers:
    weeks, outside = plan.slices[0], of.preset.outside
    return exchanged(plan.measure, plan.answers, weeks, outside=outside, secret=close.secret)


def could_show(tree: Tree, k: int) -> bool:
    """Whether a team could be shown at all if everybody in it answered: where none can, nothing has to be kept."""
    return bool(set(blocks(tree, tree.asked, k).shown) - {tree.root})


def _sheets(measures: Sequence[Measure], parts: Sequence[Part]) -> list[Sheet]:
    """One for each answer: which answers to two questions are of the same person was not kept."""
    return [
        Sheet(node, {measure.id: score}, {WEEK: str(number)})
        for number, part in enumerate(parts)
        for measure in measures
        for node, scores in sorted(part.counts.get(measure.id, {}).items())
        for score, times in sorted(scores.items())
        for _ in range(times)
    ]


def _given(sheets: Sequence[Sheet]) -> dict[str, Answers]:
    """The answers to each measure: every sheet holds one."""
    found: dict[str, Answers] = {}
    for number, sheet in enumerate(sheets):
        for measure, score in sheet.answers.items():
            if score is not None:
                found.setdefault(measure, {})[number] = score
    return found


def _plan(of: Asked, measure: Measure, answers: Answers, parts: Sequence[Part], *, times: int) -> Plan | None:
    """Decided from who answered, with so many `times` k for a team. None where a week has so few answers that its own figure
    tells too much beside others."""
    needed = of.preset.needed(factual=measure.factual)
    bound = needed * of.preset.values_from // of.preset.k
    week = {sheet: int(of.sheets[sheet].values[WEEK] or 0) for sheet in answers}
    size = Counter(week.values())
    if any(size[number] < bound for number in range(len(parts))):
        return None
    hidden: set[str] = set()
    while True:
        tree, kept = folded(of.tree, hidden)
        shown = blocks(tree, Counter(kept[of.home[sheet]] for sheet in answers), times * needed)
        home = {node: shown.home[kept[node]] or of.tree.root for node in of.tree.parent}
        place = {sheet: (home[of.home[sheet]], week[sheet]) for sheet in answers}
        crossed = crossing(len(parts), place.values())
        weak = too_small(crossed, Counter(place.values()), bound) or _silent(home, parts, needed)
        if weak is None:
            labels = tuple(str(number) for number in range(len(parts)))
            block = {sheet: at for sheet, (at, _) in place.items()}
            return Plan(measure, answers, shown, (Slice(WEEK, of.tree.root, labels, place, crossed),), block)
        hidden.add(_smallest(shown, crossed, weak, of.tree.root))


def _silent(home: Mapping[str, str], parts: Sequence[Part], needed: int) -> int | None:
    """Weeks of which it could be worked out whether fewer than k people, asked in certain teams, answered at all (T12)."""
    heads: Counter[Place] = Counter()
    for number, part in enumerate(parts):
        for node, many in part.asked.items():
            heads[home[node], number] += many
    heads = +heads
    return too_small(crossing(len(parts), heads), heads, needed)


def _smallest(shown: Blocks, crossed: Differences, weak: int, root: str) -> str:
    """The team that is not shown, so that these weeks less the teams wholly in them are more people, or nobody."""
    teams = [node for node in shown.shown if node != root]
    inside = [node for node in teams if not crossed.touches.get(node, 0) & ~weak]
    return min(inside or teams, key=lambda node: (shown.shown[node], node))


def _question(of: Asked, plan: Plan, edited: Answers) -> Question:
    nodes = by_node(of, edited)
    cells = (cell(Where(node), plan.measure, nodes[node], of.preset) for node in sorted(plan.blocks.shown))
    hidden = tuple(sorted(node for node in of.tree.parent if node not in plan.blocks.shown))
    return Question(plan.measure.id, tuple(cells), hidden)
