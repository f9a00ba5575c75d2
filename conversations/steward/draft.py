"""The first words of an answer, made from what was found: to be changed by whoever answers, and never sent by itself."""

from collections.abc import Mapping

from bot.falls import cut
from bot.finding import Cell, finding, share
from bot.question import Question, spoken
from bot.words import Words
from conversations.steward import words as w
from storage.rounds import Asking

LONGEST = 450
"""So that there is room for an answer behind it."""
COMPARED = ("scale", "agreement", "frequency", "yes_no")


def draft(words: Words, asking: Asking, cells: Mapping[str, Cell]) -> str:
    """The finding of the one question, or the best and the worst of several; nothing where there is nothing to say."""
    shown = [each for each in asking.questions if each.id in cells and asking.voice == "unlinked"]
    ranked = sorted(
        (each for each in shown if each.kind in COMPARED), key=lambda each: _good(cells[each.id]), reverse=True
    )
    if len(ranked) > 1:
        best, worst = ranked[0], ranked[-1]
        said = {"best": spoken(best.subject, words.language), "worst": spoken(worst.subject, words.language)}
        good, bad = (_share(words, each, cells) for each in (best, worst))
        return words(w.DRAFT_SEVERAL, good=good, bad=bad, **said)
    return words(w.DRAFT, finding=cut(finding(words, shown[0], cells[shown[0].id]), LONGEST)) if shown else ""


def unchanged(said: str, drafted: str) -> bool:
    """Whether somebody sent the draft as it was."""
    return bool(drafted) and said.split() == drafted.split()


def _good(cell: Cell) -> float:
    return cell.good / cell.answers


def _share(words: Words, question: Question, cells: Mapping[str, Cell]) -> str:
    cell = cells[question.id]
    return share(words, cell, cell.good)
