"""Rule A5: which teams may be shown, so that no subtraction of shown teams isolates fewer than k people."""

from collections.abc import Mapping

from bot.values import dataclass, field
from storage.disclosure.tree import Tree, totals


@dataclass(frozen=True, slots=True)
class Blocks:
    """What is shown of a tree. Depends only on who answered, never on what they said.

    `shown` holds the answers of every shown node; `sizes` the answers that are covered by a node and by none of its shown
    descendants: its block, 0 or at least k; `home` the node in whose block the own people of a node are, or None.
    """

    shown: Mapping[str, int]
    sizes: Mapping[str, int]
    home: Mapping[str, str | None]


@dataclass(slots=True)
class _Part:
    """A node while the tree is walked: people not covered by a shown node, and the nearest shown nodes below."""

    answers: int
    silent: int
    nearest: list[str] = field(default_factory=list)

    def isolates(self, k: int) -> bool:
        """Whether this rest says something of fewer than k people: what they answered, or that none of them did."""
        return 0 < self.answers < k or (self.answers == 0 and 0 < self.silent < k)


def blocks(tree: Tree, own: Mapping[str, int], k: int) -> Blocks:
    """`own` are the answers of each node's own people, without those of the nodes below it."""
    total = totals(tree, own)
    parts: dict[str, _Part] = {}
    shown: dict[str, int] = {}
    for node in tree.upwards:
        part = parts[node] = _gathered(tree, node, own, parts=parts, shown=shown)
        while part.nearest and part.isolates(k):
            _hide(min(part.nearest, key=lambda each: (total[each], each)), part, parts, shown)
        if total[node] >= k and not part.isolates(k):
            shown[node] = total[node]
    sizes = {node: parts[node].answers for node in shown}
    return Blocks(shown, sizes, _homes(tree, shown))


def _gathered(
    tree: Tree, node: str, own: Mapping[str, int], *, parts: Mapping[str, _Part], shown: Mapping[str, int]
) -> _Part:
    mine = own.get(node, 0)
    part = _Part(mine, max(tree.asked.get(node, 0) - mine, 0))
    for child in tree.children[node]:
        if child in shown:
            part.nearest.append(child)
            continue
        part.answers += parts[child].answers
        part.silent += parts[child].silent
        part.nearest += parts[child].nearest
    return part


def _hide(node: str, part: _Part, parts: Mapping[str, _Part], shown: dict[str, int]) -> None:
    """The hidden node's block joins the rest; what was shown below it is now nearest."""
    del shown[node]
    part.nearest.remove(node)
    part.nearest += parts[node].nearest
    part.answers += parts[node].answers
    part.silent += parts[node].silent


def _homes(tree: Tree, shown: Mapping[str, int]) -> dict[str, str | None]:
    home: dict[str, str | None] = {}
    for node in reversed(tree.upwards):
        above = tree.parent[node]
        home[node] = node if node in shown else home[above] if above is not None else None
    return home
