"""What a round's close publishes, whole: frozen values that are stored once and never computed again (A3)."""

from enum import StrEnum

from bot.values import dataclass
from storage.disclosure.cells import Cell
from storage.disclosure.comments import Comment
from storage.disclosure.derived import Figure


class Level(StrEnum):
    """How much the gate let through."""

    ALL = "all"
    NO_VALUES = "no values"
    ROOT_ONLY = "root only"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate did, for the operator and nobody else: `reasons` name questions and numbers, never people or answers.

    Anything but Level.ALL is to be brought to an operator's notice.
    """

    level: Level
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The cells of one measure, by node and name; `hidden` nodes are all alike and stand in the order of their keys."""

    measure: str
    cells: tuple[Cell, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """Every viewer sees a part of the same of these. `verdict` is not for viewers."""

    questions: tuple[Question, ...]
    figures: tuple[Figure, ...]
    comments: tuple[Comment, ...]
    verdict: Verdict
