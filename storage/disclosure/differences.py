"""Every smallest set of people that can be worked out by subtracting whole teams from value groups, or the reverse."""

from collections.abc import Iterable, Mapping

from bot.values import dataclass

Place = tuple[str, int]
"""A block's node, and the number of a value group: people in the same place cannot be told apart by any figure."""


@dataclass(frozen=True, slots=True)
class Differences:
    """The crossing of blocks with `groups` value groups, everybody being in one of each (A6).

    A set of groups is a number whose bits are the groups. Its difference is everybody in them less the blocks that lie
    wholly inside them. Every other set that can be worked out is a sum of differences (docs/disclosure.md).
    """

    groups: int
    touches: Mapping[str, int]

    def sums(self, weights: Mapping[Place, int]) -> list[int]:
        """For every set of groups, what its difference weighs. 2 ** groups numbers."""
        size = 1 << self.groups
        single, inside = [0] * self.groups, [0] * size
        for (block, group), weight in weights.items():
            single[group] += weight
            inside[self.touches[block]] += weight
        for group in range(self.groups):
            bit = 1 << group
            for chosen in range(size):
                if chosen & bit:
                    inside[chosen] += inside[chosen ^ bit]
        whole = [0] * size
        for chosen in range(1, size):
            low = chosen & -chosen
            whole[chosen] = whole[chosen ^ low] + single[low.bit_length() - 1]
        return [all_in - covered for all_in, covered in zip(whole, inside, strict=True)]

    def holds(self, chosen: int, place: Place) -> bool:
        """Whether people in this place belong to the difference of these groups."""
        block, group = place
        return bool(chosen >> group & 1) and bool(self.touches[block] & ~chosen)


def crossing(groups: int, places: Iterable[Place]) -> Differences:
    touches: dict[str, int] = {}
    for block, group in places:
        touches[block] = touches.get(block, 0) | 1 << group
    return Differences(groups, touches)


def too_small(differences: Differences, counts: Mapping[Place, int], bound: int) -> int | None:
    """The first set of groups whose difference holds somebody, but fewer than `bound`; few groups come first."""
    sums = differences.sums(counts)
    failing = (chosen for chosen, weight in enumerate(sums) if 0 < weight < bound)
    return min(failing, key=lambda chosen: (chosen.bit_count(), chosen), default=None)
