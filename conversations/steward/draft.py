"""The first words of an answer, made from what was found: to be changed by whoever answers, and never sent by itself."""

import re
from collections.abc import Mapping

from bot.falls import cut
from bot.finding import Cell, finding, share
from bot.question import Question, spoken
from bot.words import Words
from conversations.steward import words as w
from storage.rounds import Asking

LONGEST = 450
"""So that there is room for an answer behind it."""
WORD = re.compile(r"\w+")
COMPARED = ("scale", "agreement", "frequency", "yes_no")


def draft(words: Words, asking: Asking, cells: Mapping[str, Cell]) -> str:
    """What was found, and an open end; nothing where there is nothing to say."""
    heard = _heard(words, asking, cells)
    return f"{heard} {words(w.OPEN_END)}" if heard else ""


def promised(words: Words, asking: Asking, cells: Mapping[str, Cell], said: str) -> str:
    """What of an answer is a promise: all of it but what was found, where that still stands in front of it."""
    heard = _heard(words, asking, cells)
    return (said.removeprefix(heard).strip() if heard else "") or said


def unfinished(words: Words, said: str, drafted: str) -> bool:
    """Whether nothing was added to the draft, or its open end is still open: at the end, or before the next sentence."""
    if not drafted:
        return False
    written = WORD.findall(said)
    if written == WORD.findall(drafted)[: len(written)]:
        return True
    begun = r"\W+".join(map(re.escape, WORD.findall(words(w.OPEN_END))))
    return bool(re.search(begun + r"\s*+(?:…|\.{3})?+\s*+(?:[.…!?;:]|$)", said))


def _heard(words: Words, asking: Asking, cells: Mapping[str, Cell]) -> str:
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


def _good(cell: Cell) -> float:
    return cell.good / cell.answers


def _share(words: Words, question: Question, cells: Mapping[str, Cell]) -> str:
    cell = cells[question.id]
    return share(words, cell, cell.good)
