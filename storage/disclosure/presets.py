"""Rule A8: how many answers are needed before anything is shown, and what a small organisation may be told at all."""

from bot.values import dataclass, replace

FLOOR = 5
FEWEST = 15
SMALL_UNDER = 60
FACTUAL = 5
SPREAD = 3


class TooFew(Exception):
    """So few people would be asked that an answer without a name could not be kept without one."""


@dataclass(frozen=True, slots=True)
class Preset:
    """The thresholds of a round: fixed when it opens and told to everybody who is asked. Raises ValueError below FLOOR.

    `outside` is m of A7: how many answers of every set that can be worked out lie outside a sensitive class. Two
    withstand one colleague who tells their own answer; c + 1 withstand c.
    """

    name: str
    k: int
    outside: int = 2
    teams: bool = True
    attributes: bool = True

    def __post_init__(self) -> None:
        if self.k < FLOOR:
            raise ValueError(f"at least {FLOOR} answers are needed before anything is shown; {self.k} are too few")
        if not 2 <= self.outside <= self.k // 2:
            raise ValueError(f"between 2 and {self.k // 2} answers must lie outside the sensitive class")

    @property
    def comments_from(self) -> int:
        """How many must have answered where a comment is shown (A11)."""
        return 2 * self.k

    @property
    def values_from(self) -> int:
        """How many answers every value group needs, and every difference between groups and teams (A6)."""
        return 2 * self.k

    def needed(self, *, factual: bool) -> int:
        """How many answers a cell of such a question needs (A14)."""
        return FACTUAL * self.k if factual else self.k


DEFAULT = Preset("default", 10)
NHS = Preset("nhs", 11)
SMALL = Preset("small", 5, teams=False, attributes=False)


def usual(name: str, k: int = 0) -> Preset:
    """The preset that an organisation has chosen by name, with a higher or lower k where it has set one."""
    [chosen] = [each for each in (DEFAULT, NHS, SMALL) if each.name == name]
    return replace(chosen, k=k) if k and chosen is not SMALL else chosen


def preset_for(heads: int, usual: Preset = DEFAULT) -> Preset:
    """The preset for a round that asks this many people. Raises TooFew under FEWEST."""
    if heads < FEWEST:
        raise TooFew
    return SMALL if heads < SMALL_UNDER else usual
