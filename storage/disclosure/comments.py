"""Rule A11: where a comment is shown. The people who could have written it are never fewer than twice the threshold."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random

from bot.values import dataclass, field
from storage.disclosure.blocks import blocks
from storage.disclosure.sheets import Sheet, nodes_of
from storage.disclosure.tree import Tree

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Comment:
    """A released comment and the node it is shown at; whoever may see a node above it sees it there too, unmarked.
    `receipt` came with the sheet, unread."""

    text: str = field(repr=False)
    node: str
    receipt: str = field(default="", repr=False)


def comments(tree: Tree, sheets: Sequence[Sheet], *, needed: int, chance: Random | None = None) -> tuple[Comment, ...]:
    """In random order. `needed` is 2k, counted over everybody who answered anything, with or without a comment."""
    home = nodes_of(tree, sheets)
    shown = blocks(tree, Counter(home), needed)
    texts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for sheet, node in zip(sheets, home, strict=True):
        place = shown.home[tree.root if sheet.organisation_only else node]
        if sheet.comment and place is not None:
            texts[place].append((sheet.comment, sheet.receipt))
    for node in tree.upwards:
        above = tree.parent[node]
        higher = shown.home[above] if above is not None else None
        if 0 < len(texts[node]) < FEWEST:
            moved = texts.pop(node)
            if higher is not None:
                texts[higher] += moved
    kept = [Comment(text, node, receipt) for node, each in texts.items() for text, receipt in each]
    (chance or secrets.SystemRandom()).shuffle(kept)
    return tuple(kept)
