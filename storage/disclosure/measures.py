"""A measure: which answers to a question are good, middling or poor, and which of these must never be proven of anybody."""

from enum import StrEnum

from bot.values import dataclass


class Class(StrEnum):
    """How an answer counts. Nothing here knows what kind of question was asked."""

    GOOD = "good"
    MIDDLE = "middle"
    POOR = "poor"


UNFAVOURABLE = frozenset({Class.POOR})
BOTH_POLES = frozenset({Class.POOR, Class.GOOD})


@dataclass(frozen=True, slots=True)
class Measure:
    """One question, or one option of "several of": whole scores from `lowest` to `highest`.

    What is neither good nor poor is middle. `sensitive` are the classes in which nobody may be proven to be (A7). A
    `factual` answer hardly ever changes, so that two rounds can be subtracted; it is shown from 5k answers only (A14).
    Raises ValueError where the classes do not fit.

    "One of" is a single measure too, made with `one_of`: were its options measures of their own, shares that do not add
    up to the whole would tell where the cap moved answers.
    """

    id: str
    lowest: int
    highest: int
    good: frozenset[int]
    poor: frozenset[int]
    sensitive: frozenset[Class] = UNFAVOURABLE
    factual: bool = False
    options: bool = False

    def __post_init__(self) -> None:
        if self.options:
            return
        if not self.good or not self.poor or self.good & self.poor or not self.good | self.poor <= set(self.scores):
            raise ValueError(f"{self.id}: good and poor must be different scores between the lowest and the highest")
        if Class.MIDDLE in self.sensitive:
            raise ValueError(f"{self.id}: the middle cannot be sensitive, because it is where the cap moves answers to")

    @property
    def scores(self) -> range:
        return range(self.lowest, self.highest + 1)

    @property
    def tender(self) -> tuple[frozenset[int], ...]:
        """The sets of scores in which nobody may be proven to be: the sensitive classes, or each option by itself."""
        if self.options:
            return tuple(frozenset({score}) for score in self.scores)
        return tuple(self.members(each) for each in sorted(self.sensitive))

    def class_of(self, score: int) -> Class:
        if score in self.good:
            return Class.GOOD
        return Class.POOR if score in self.poor else Class.MIDDLE

    def members(self, of: Class) -> frozenset[int]:
        """The scores in this class."""
        return frozenset(score for score in self.scores if self.class_of(score) is of)

    def instead_of(self, tender: frozenset[int]) -> int:
        """The score that the cap puts in the place of a tender one: the nearest middle one, or else the nearest other."""
        others = (self.members(Class.MIDDLE) or frozenset(self.scores)) - tender or frozenset(self.scores) - tender
        return min(others, key=lambda score: (min(abs(score - each) for each in tender), score))


def one_of(id: str, options: int) -> Measure:  # noqa: A002 (the name of the field)
    """A choice of one of at least two options, numbered from 0. What anybody chose is tender, whichever option it was."""
    if options < 2:
        raise ValueError(f"{id}: a choice has at least two options")
    return Measure(id, 0, options - 1, frozenset(), frozenset(), frozenset(), options=True)
