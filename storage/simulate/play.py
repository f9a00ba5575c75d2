"""Plays whole weeks of a made-up organisation, counts who was asked and who answered, and writes it all to files."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from bot.values import dataclass, field
from storage.sampling import asked, deal
from storage.simulate.moods import MoodName
from storage.simulate.organisation import Organisation, organisation
from storage.simulate.sheets import PULSE, Question, Sheet, answers

ORGANISATION, SHEETS = "organisation.json", "sheets.jsonl"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played: everybody is asked once in `every` weeks. With `out`, a folder, it is written there."""

    people: int
    weeks: int
    seed: int
    mood: MoodName = MoodName.steady
    every: int = 1
    questions: tuple[Question, ...] = PULSE
    out: Path | None = None


@dataclass(slots=True)
class Count:
    """How many were asked, answered and added words; and the sum and number of answers from 0 to 10."""

    asked: int = 0
    answered: int = 0
    comments: int = 0
    total: int = 0
    scored: int = 0

    @property
    def mean(self) -> float | None:
        return self.total / self.scored if self.scored else None

    def __add__(self, other: "Count") -> "Count":
        return Count(*(getattr(self, each) + getattr(other, each) for each in self.__slots__))

    def add(self, sheet: Sheet, scale: int | None) -> None:
        """`scale` says which of the answers is from 0 to 10."""
        self.asked += 1
        if sheet.given is None:
            return
        self.answered += 1
        self.comments += bool(sheet.comment)
        score = None if scale is None else sheet.given[scale]
        if isinstance(score, int):
            self.total, self.scored = self.total + score, self.scored + 1


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it, by week and by division."""

    organisation: Organisation
    weeks: dict[int, Count] = field(default_factory=dict)
    divisions: dict[str, Count] = field(default_factory=dict)


def play(plan: Plan) -> Played:
    """Plays the plan, holding one sheet at a time. Raises ValueError for a plan that cannot be, OSError for the files."""
    if plan.weeks < 1 or plan.every < 1:
        raise ValueError("play at least one week, and ask everybody at least once in some weeks")
    made = organisation(plan.people, plan.seed)
    units, names = made.divisions(), {unit.key: unit.name for unit in made.units}
    scale = next((at for at, question in enumerate(plan.questions) if question.kind == "scale"), None)
    weeks: defaultdict[int, Count] = defaultdict(Count)
    divisions: defaultdict[str, Count] = defaultdict(Count)
    with ExitStack() as opened:
        lines = opened.enter_context(_written(plan.out, made)) if plan.out else None
        for sheet in sheets(made, plan):
            weeks[sheet.week].add(sheet, scale)
            divisions[names[units[sheet.unit]]].add(sheet, scale)
            if lines:
                lines.write(line(sheet, plan.questions) + "\n")
    return Played(made, dict(weeks), dict(divisions))


def sheets(made: Organisation, plan: Plan) -> Iterator[Sheet]:
    """The sheets of every week, in order; each week asks the people whose turn it is."""
    key = sha256(f"turns|{plan.seed}".encode()).digest()
    slots = deal(made.listed(made.attributes[0]), plan.every, key)
    for week in range(plan.weeks):
        turn = frozenset(asked(slots, week, plan.every))
        yield from answers(made, plan.questions, week, mood=plan.mood, seed=plan.seed, asked=turn)


def line(sheet: Sheet, questions: tuple[Question, ...]) -> str:
    """One sheet as a line of JSON; `answers` is null for somebody who did not answer."""
    given = None
    if sheet.given is not None:
        given = {question.id: answer for question, answer in zip(questions, sheet.given, strict=True)}
    written = {"week": sheet.week, "person": sheet.person, "unit": sheet.unit, "answers": given}
    return json.dumps({**written, "comment": sheet.comment} if sheet.comment else written, ensure_ascii=False)


def _written(folder: Path, made: Organisation) -> TextIO:
    """Writes the organisation, and opens the file of sheets."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ORGANISATION).write_text(json.dumps(asdict(made), ensure_ascii=False, indent=1), encoding="utf-8")
    return (folder / SHEETS).open("w", encoding="utf-8", newline="\n")
