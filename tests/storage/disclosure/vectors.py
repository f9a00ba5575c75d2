"""The vectors of A5, A6 and A7, and merging by size alone, which they were made with and the product does not do (A6a)."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from storage.disclosure.blocks import Blocks
from storage.disclosure.differences import Place, crossing, too_small

VECTORS: Mapping[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
Said = Mapping[tuple[str, str], int]


def named(kind: str) -> list[Any]:
    return list(VECTORS[kind])


def own_of(vector: Mapping[str, Any]) -> dict[str, int]:
    return {node: each if isinstance(each, int) else sum(each.values()) for node, each in vector["direct"].items()}


def said(vector: Mapping[str, Any], shown: Blocks) -> Counter[tuple[str, str]]:
    """Answers by block and value."""
    counts = Counter[tuple[str, str]]()
    for node, values in vector["direct"].items():
        for value, count in values.items():
            counts[shown.home[node] or "", value] += count
    return counts


def by_size(counts: Said, bound: int) -> list[list[str]]:
    """Merges the two smallest groups until each is large enough, then the smallest in a bad set with one outside."""
    size = Counter[str]()
    for (_, value), count in counts.items():
        size[value] += count
    groups: list[tuple[str, ...]] = [(value,) for value in sorted(size) if size[value]]

    def weight(group: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
        return sum(size[value] for value in group), group

    while len(groups) > 1:
        ranked = sorted(groups, key=weight)
        pair = ranked[:2]
        if weight(ranked[0])[0] >= bound:
            chosen = too_small(*_crossed(counts, groups), bound)
            if chosen is None:
                return [list(group) for group in groups]
            inside = [group for number, group in enumerate(groups) if chosen >> number & 1]
            pair = [min(inside, key=weight), min(set(groups) - set(inside), key=weight)]
        groups = sorted([*(set(groups) - set(pair)), tuple(sorted(pair[0] + pair[1]))])
    return []


def _crossed(counts: Said, groups: list[tuple[str, ...]]) -> tuple[Any, Counter[Place]]:
    number = {value: place for place, group in enumerate(groups) for value in group}
    places = Counter[Place]()
    for (block, value), count in counts.items():
        if count:
            places[block, number[value]] += count
    return crossing(len(groups), places), places
