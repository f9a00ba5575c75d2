"""Rule A9: before anything is published, the release is attacked; what does not withstand is not published."""

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from random import Random

from bot.values import dataclass
from storage.disclosure.plan import Asked, Plan
from storage.disclosure.released import Level, Verdict
from storage.disclosure.sheets import Answers


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for all questions together; `secret` chooses the sampled insiders; `progress` hears (done, of)."""

    seconds: float
    secret: bytes
    progress: Callable[[int, int], None] = lambda _done, _of: None


def verdict(of: Asked, plans: Sequence[Plan], edited: Mapping[str, Answers], limits: Limits) -> Verdict:
    """What may be published. Value groups of all questions go together: one that stands alone would tell of the others."""
    ends = time.monotonic() + limits.seconds
    reasons: list[str] = []
    for done, plan in enumerate(plans, start=1):
        answers = edited[plan.measure.id]
        if broken := _tree_fault(of, plan, answers):
            return Verdict(Level.ROOT_ONLY, (*reasons, broken))
        if plan.slices and not reasons:
            reasons += _value_faults(of, plan, answers, limits=limits, ends=ends)
        limits.progress(done, len(plans))
    return Verdict(Level.NO_VALUES if reasons else Level.ALL, tuple(reasons))


def _tree_fault(of: Asked, plan: Plan, answers: Answers) -> str:
    """Looks at the shown nodes afresh: every rest of a node less the shown ones below it, and of what mind it is."""
    rest: dict[str, Counter[int]] = {node: Counter() for node in plan.blocks.shown}
    for sheet, score in answers.items():
        node: str | None = of.home[sheet]
        while node is not None and node not in rest:
            node = of.tree.parent[node]
        if node is not None:
            rest[node][score] += 1
    for count in rest.values():
        n = count.total()
        if 0 < n < of.preset.k:
            return f"{plan.measure.id}: a rest of {n} answers can be worked out from the teams"
        if n and any(n - _within(count, each) < of.preset.outside for each in plan.measure.tender):
            return f"{plan.measure.id}: a rest of {n} answers is of one mind"
    return ""


def _within(count: Counter[int], scores: Collection[int]) -> int:
    return sum(count[score] for score in scores)


def _value_faults(of: Asked, plan: Plan, answers: Answers, *, limits: Limits, ends: float) -> list[str]:
    """Why the value groups of this question are not published, if they are not."""
    if _one_mind(plan, answers, of.preset.outside):
        return [f"{plan.measure.id}: a difference is of one mind"]
    from storage.disclosure.trial import fault  # noqa: PLC0415 - scipy: the bot's start must not wait for it

    chance = Random(limits.secret)  # noqa: S311 - which insiders are tried is no secret
    found = fault(plan, answers, k=of.preset.k, chance=chance, ends=ends)
    return [f"{plan.measure.id}: {found}"] if found else []


def _one_mind(plan: Plan, answers: Answers, outside: int) -> bool:
    """Whether a difference of blocks and groups has too few answers outside a tender class (A7). Usually those have been
    moved; where none could be, this looks at all of them, because above a number of places the trial draws insiders."""
    for part in plan.slices:
        sizes = part.differences.sums(Counter(part.place.values()))
        for tender in plan.measure.tender:
            milder = Counter(place for sheet, place in part.place.items() if answers[sheet] not in tender)
            sums = part.differences.sums(milder)
            if any(size and many < outside for size, many in zip(sizes, sums, strict=True)):
                return True
    return False
