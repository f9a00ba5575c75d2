"""What one person handed in, without who they are: where they work, what they said, and a comment."""

from collections.abc import Mapping, Sequence

from bot.values import dataclass, field
from storage.disclosure.measures import Measure
from storage.disclosure.tree import Tree


@dataclass(frozen=True, slots=True)
class Sheet:
    """One opened ballot. `values` by attribute, `answers` by measure; what was not said is not in there, or is None."""

    node: str
    answers: Mapping[str, int | None] = field(repr=False)
    values: Mapping[str, str | None] = field(default_factory=dict, repr=False)
    comment: str = field(default="", repr=False)
    organisation_only: bool = False
    receipt: str = field(default="", repr=False)
    """What goes along with the comment, unread."""


Answers = dict[int, int]
"""The answers to one measure: the number of the sheet, and the score."""


def answers_to(measure: Measure, sheets: Sequence[Sheet]) -> Answers:
    """Who answered this measure: "prefer not to say", nothing, and what is not on its scale are no answer (A4)."""
    given = ((place, sheet.answers.get(measure.id)) for place, sheet in enumerate(sheets))
    return {place: score for place, score in given if score is not None and score in measure.scores}


def nodes_of(tree: Tree, sheets: Sequence[Sheet]) -> list[str]:
    """Where each sheet's person works; whoever's node is not in the tree belongs to the whole organisation alone."""
    return [sheet.node if sheet.node in tree.parent else tree.root for sheet in sheets]
