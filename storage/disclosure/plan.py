"""What of one question will be shown, decided from who answered it and before anybody's answer is looked at."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.values import dataclass
from storage.disclosure.blocks import Blocks, blocks
from storage.disclosure.cap import Protected, Slice
from storage.disclosure.measures import Measure
from storage.disclosure.presets import Preset
from storage.disclosure.sheets import Answers, Sheet, answers_to, nodes_of
from storage.disclosure.tree import Tree, only_root
from storage.disclosure.values import Attribute, groups_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A round as it is released: `home` is the node of each sheet. Made with `asked`, which applies the preset."""

    tree: Tree
    attributes: tuple[Attribute, ...]
    preset: Preset
    sheets: Sequence[Sheet]
    home: Sequence[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """One question: the shown nodes, the shown value groups, and the answers as they were given."""

    measure: Measure
    answers: Answers
    blocks: Blocks
    slices: tuple[Slice, ...]
    block: Mapping[int, str]
    """The block of every answering sheet that is in one."""

    def protected(self, mixed: Sequence[Sequence[int]] = ()) -> Protected:
        """Everything that can be worked out; `mixed` are groups that a derived figure tells something about."""
        members: dict[str, list[int]] = {}
        for sheet, node in self.block.items():
            members.setdefault(node, []).append(sheet)
        return Protected([*members.values(), *mixed], self.slices)


Structure = tuple[Blocks, tuple[Slice, ...], Mapping[int, str]]


def asked(tree: Tree, attributes: Sequence[Attribute], preset: Preset, sheets: Sequence[Sheet]) -> Asked:
    seen = tree if preset.teams else only_root(tree)
    declared = tuple(attributes) if preset.attributes else ()
    return Asked(seen, declared, preset, sheets, nodes_of(seen, sheets))


def plans(of: Asked, measures: Sequence[Measure]) -> list[Plan]:
    """One plan for each question. Where the same people answered, the same is shown, and it is worked out once."""
    known: dict[tuple[bool, frozenset[int]], Structure] = {}
    made = []
    for measure in measures:
        answers = answers_to(measure, of.sheets)
        who = (measure.factual, frozenset(answers))
        if who not in known:
            known[who] = _structure(of, sorted(answers), factual=measure.factual)
        shown, slices, block = known[who]
        made.append(Plan(measure, answers, shown, slices, block))
    return made


def _structure(of: Asked, who: Sequence[int], *, factual: bool) -> Structure:
    needed = of.preset.needed(factual=factual)
    shown = blocks(of.tree, Counter(of.home[sheet] for sheet in who), needed)
    homes = ((sheet, shown.home[of.home[sheet]]) for sheet in who)
    block = {sheet: node for sheet, node in homes if node is not None}
    bound = needed * of.preset.values_from // of.preset.k
    cuts = (
        _slice(of, attribute, anchor, block, bound=bound)
        for attribute in of.attributes
        for anchor in attribute.anchors or (of.tree.root,)
        # Where the anchor is shown, every block lies inside it or outside: nothing straddles its edge.
        if anchor in shown.shown
    )
    return shown, tuple(cut for cut in cuts if cut is not None), block


def _slice(of: Asked, attribute: Attribute, anchor: str, block: Mapping[int, str], *, bound: int) -> Slice | None:
    inside = _below(of.tree, anchor)
    people = [sheet for sheet in block if of.home[sheet] in inside]
    said = {sheet: attribute.said(of.sheets[sheet].values.get(attribute.name)) for sheet in people}
    groups = groups_of(attribute, Counter((block[sheet], said[sheet]) for sheet in people), bound)
    if groups is None:
        return None
    place = {sheet: (block[sheet], groups.of(said[sheet])) for sheet in people}
    return Slice(attribute.name, anchor, groups.labels, place, groups.differences)


def _below(tree: Tree, anchor: str) -> frozenset[str]:
    found = [anchor]
    for node in found:  # grows while it is walked
        found.extend(tree.children[node])
    return frozenset(found)
