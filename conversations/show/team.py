"""What a reader sees of their own team: its result or, where that may not be shown, the next level up by name."""

from collections.abc import Mapping

from bot.finding import Cell
from bot.question import Question, spoken
from bot.ui import Block, Facts, Heading, Text
from bot.words import Words
from conversations.show import words as w
from storage.disclosure.presets import SMALL, SMALL_UNDER
from storage.exports.likely import finding_likely
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams

Cells = Mapping[str, Cell]
Team = tuple[tuple[str, Cells], ...]
"""The reader's team and each one it belongs to, the nearest first: its name and what was released of it."""


def team_of(asking: Asking, teams: Teams, table: Mapping[str, Cells]) -> Team:
    """Empty for somebody who was in no team when the round opened."""
    key = teams.keys.get(asking.team or 0, WHOLE)
    return tuple((teams.names[each], table.get(each, {})) for each in teams.path(key) if each != WHOLE)


def team_blocks(words: Words, asking: Asking, whole: Cells, team: Team) -> tuple[Block, ...]:
    """The same words for a team in which nobody answered and for one in which one answer is missing (A10)."""
    shown = [each for each in asking.questions if each.id in whole]
    if not team or not shown:
        return ()
    name = team[0][0]
    heading = Heading(words(w.TEAM, team=name))
    if asking.preset == SMALL.name:
        return (heading, Text(words(w.WHOLE_ONLY, n=SMALL_UNDER)))
    levels: dict[int, list[Question]] = {}
    for each in shown:
        levels.setdefault(_level(team, each), []).append(each)
    found: list[Block] = [heading]
    for level in sorted(levels):
        found += _at(words, team, level, levels[level])
    return tuple(found)


def _level(team: Team, question: Question) -> int:
    """How far up the first result of this question is; as many as there are levels where only everybody's is shown."""
    shown = (at for at, (_, cells) in enumerate(team) if question.id in cells)
    return next(shown, len(team))


def _at(words: Words, team: Team, level: int, questions: list[Question]) -> tuple[Block, ...]:
    name = team[0][0]
    if level == len(team):
        return (Text(words(w.NOT_SHOWN_WHOLE, team=name)),)
    above, cells = team[level]
    said = (Text(words(w.NOT_SHOWN, team=name, above=above)),) if level else ()
    found = tuple(
        (spoken(each.prompt, words.language), finding_likely(words, each, cells[each.id])) for each in questions
    )
    return (*said, Facts(found)) if len(found) > 1 else (*said, Text(found[0][1]))
