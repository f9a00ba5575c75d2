"""The tree of an organisation as a value: which team belongs to which, frozen when the round opened (A1)."""

from collections import Counter
from collections.abc import Collection, Mapping

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """Every node's key with its parent's; exactly one root, whose parent is None. Raises ValueError if it is no tree.

    `asked` is how many people of each node itself were asked, where that is known: with it, no figure says that nobody
    of a few people answered. `upwards` are all nodes, each before its parent.
    """

    parent: Mapping[str, str | None]
    asked: Mapping[str, int]
    root: str
    upwards: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]


def tree_of(parent: Mapping[str, str | None], asked: Mapping[str, int] | None = None) -> Tree:
    children: dict[str, list[str]] = {node: [] for node in parent}
    roots = sorted(node for node, above in parent.items() if above is None)
    if len(roots) != 1:
        raise ValueError(f"a tree has one root; this one has {len(roots)}")
    for node in sorted(parent):
        above = parent[node]
        if above is not None:
            if above not in children:
                raise ValueError(f"{node} belongs to {above}, which is not in the tree")
            children[above].append(node)
    downwards = [roots[0]]
    for node in downwards:  # grows while it is walked
        downwards.extend(children[node])
    if len(downwards) != len(parent):
        raise ValueError("some nodes belong to one another in a circle")
    below = {node: tuple(under) for node, under in children.items()}
    return Tree(parent, asked or {}, roots[0], tuple(reversed(downwards)), below)


def only_root(tree: Tree) -> Tree:
    """The same organisation as one node."""
    return tree_of({tree.root: None}, {tree.root: sum(tree.asked.values())})


def folded(tree: Tree, hidden: Collection[str]) -> tuple[Tree, Mapping[str, str]]:
    """The tree without these nodes, the root not being among them: their people and what lies below go to the next one
    above. Also returns where each node's own people are now."""
    kept: dict[str, str] = {}
    for node in reversed(tree.upwards):
        above = tree.parent[node]
        kept[node] = kept[above] if node in hidden and above is not None else node
    parent = {
        node: kept[above] if (above := tree.parent[node]) is not None else None
        for node in tree.parent
        if kept[node] == node
    }
    heads = Counter[str]()
    for node, many in tree.asked.items():
        heads[kept.get(node, tree.root)] += many
    return tree_of(parent, heads), kept


def totals(tree: Tree, own: Mapping[str, int]) -> dict[str, int]:
    """Each node's own number together with those of everything below it."""
    total = {node: own.get(node, 0) for node in tree.upwards}
    for node in tree.upwards:
        above = tree.parent[node]
        if above is not None:
            total[above] += total[node]
    return total
