"""A measure: which answers to a question are good, middling or poor, and which of these must never be proven of anybody."""

from dataclasses import dataclass
from enum import StrEnum


class Class(StrEnum):
    """How an answer counts. Nothing here knows what kind of question was asked."""

    GOOD = "good"
    MIDDLE = "middle"
    POOR = "poor"


UNFAVOURABLE = frozenset({Class.POOR})
BOTH_POLES = frozenset({Class.POOR, Class.GOOD})


@dataclass(frozen=True, slots=True)
class Measure:
    """One question, or one option of one: whole scores from `lowest` to `highest`; what is neither good nor poor is middle.

    `sensitive` are the classes in which nobody may be proven to be (A7). A `factual` answer hardly ever changes, so that
    two rounds can be subtracted; it is shown from 5k answers only (A14). Raises ValueError where the classes do not fit.
    """

    id: str
    lowest: int
    highest: int
    good: frozenset[int]
    poor: frozenset[int]
    sensitive: frozenset[Class] = UNFAVOURABLE
    factual: bool = False

    def __post_init__(self) -> None:
        if not self.good or not self.poor or self.good & self.poor or not self.good | self.poor <= set(self.scores):
            raise ValueError(f"{self.id}: good and poor must be different scores between the lowest and the highest")
        if Class.MIDDLE in self.sensitive:
            raise ValueError(f"{self.id}: the middle cannot be sensitive, because it is where the cap moves answers to")

    @property
    def scores(self) -> range:
        return range(self.lowest, self.highest + 1)

    def class_of(self, score: int) -> Class:
        if score in self.good:
            return Class.GOOD
        return Class.POOR if score in self.poor else Class.MIDDLE

    def members(self, of: Class) -> frozenset[int]:
        """The scores in this class."""
        return frozenset(score for score in self.scores if self.class_of(score) is of)

    def instead_of(self, sensitive: Class) -> int:
        """The score that the cap puts in the place of a sensitive one: the nearest middle one, or else the other pole's."""
        own = self.members(sensitive)
        others = self.members(Class.MIDDLE) or frozenset(self.scores) - own
        return min(others, key=lambda score: (min(abs(score - each) for each in own), score))
