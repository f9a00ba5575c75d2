"""Made-up answers: who of those asked answers this week, what they choose, and what some of them add."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import exp, log
from typing import Literal

from bot.values import dataclass
from storage.scores.engagement import ITEMS, SUB_SCORES
from storage.simulate.chance import bell, chance, pick
from storage.simulate.comments import HIGH, LOW, MIDDLE, ROUGH
from storage.simulate.moods import MOODS, SHAKEN_BY, SHAKEN_FROM, Mood, MoodName
from storage.simulate.organisation import Organisation, Person

Kind = Literal["scale", "agreement", "frequency", "yes_no", "one_of", "several_of", "text"]
Given = int | bool | str | tuple[str, ...] | None
"""0 to 10; 1 to 5 (agreement, frequency); yes or no; the choice; the choices; the words. None: left out."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question by its kind; `choices` for one of several and several of them."""

    id: str
    kind: Kind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What came of asking one person in one week: one answer a question, or None if they did not answer at all."""

    week: int
    person: int
    unit: str
    given: tuple[Given, ...] | None
    comment: str = ""


PULSE = (Question("work", "scale"), Question("voice", "agreement"), Question("time-to-do-well", "yes_no"))
NINE = tuple(Question(f"{subscore}-{item}", "agreement") for subscore in SUB_SCORES for item in range(1, ITEMS + 1))
"""Nine questions for the engagement score, in the order in which `storage.scores.engagement` wants them."""


@dataclass(frozen=True, slots=True)
class _Week:
    """What everybody who is asked in one week has in common. `readiness`: how readily people of a staff group answer."""

    number: int
    seed: int
    mood: Mood
    questions: tuple[Question, ...]
    leanings: tuple[float, ...]
    feelings: Mapping[str, float]
    readiness: Mapping[str, float]
    places: Mapping[str, str]


def answers(
    organisation: Organisation,
    questions: Sequence[Question],
    week: int,
    *,
    mood: MoodName | Mood = MoodName.steady,
    seed: int,
    asked: Collection[int] | None = None,
) -> Iterator[Sheet]:
    """A sheet for each person asked (all, or those with these numbers), one at a time, in the order of their numbers.

    What one person does hangs on the seed, the week and their number only, not on who else is asked. The chance to answer
    differs by staff group and by person, and unhappy people answer a little less often.
    """
    if isinstance(mood, MoodName):
        mood = MOODS[mood]
    leanings = tuple(0.15 * bell(next(chance(seed, "question", question.id))) for question in questions)
    feelings = {unit.key: _feeling(unit.key, week, mood, seed) for unit in organisation.units}
    names = {unit.key: unit.name for unit in organisation.units}
    groups = {
        group: bell(next(chance(seed, "group", group))) for group in {each.values[0] for each in organisation.people}
    }
    common = _Week(week, seed, mood, tuple(questions), leanings, feelings, groups, names)
    for person in organisation.people:
        if asked is None or person.number in asked:
            yield _sheet(person, common)


def _feeling(unit: str, week: int, mood: Mood, seed: int) -> float:
    """How a team feels this week."""
    team = chance(seed, "unit", unit)
    level = mood.level + mood.between * bell(next(team)) + mood.drift * week
    if week >= SHAKEN_FROM and next(team) < mood.shaken:
        level -= SHAKEN_BY
    return level + mood.stir * bell(next(chance(seed, "stir", unit, week)))


def _sheet(person: Person, common: _Week) -> Sheet:
    mood = common.mood
    lasting, drawn = chance(common.seed, "trait", person.number), chance(common.seed, common.number, person.number)
    feeling = common.feelings[person.unit] + 0.7 * mood.within * bell(next(lasting))
    habit = 0.8 * bell(next(lasting)) + 0.6 * common.readiness[person.values[0]] + 0.2 * (feeling - mood.level)
    if next(drawn) >= _likely(mood.responds, habit):
        return Sheet(common.number, person.number, person.unit, None)
    given = tuple(
        _given(question, feeling + leaning, mood, drawn)
        for question, leaning in zip(common.questions, common.leanings, strict=True)
    )
    words = _words(feeling, mood, drawn, common.places[person.unit]) if next(drawn) < mood.comments else ""
    return Sheet(common.number, person.number, person.unit, given, words)


def _likely(usual: float, habit: float) -> float:
    """The usual share, moved by habit; nobody and everybody stay what they are."""
    if usual <= 0 or usual >= 1:
        return usual
    return 1 / (1 + exp(-habit - log(usual / (1 - usual))))


def _given(question: Question, feeling: float, mood: Mood, drawn: Iterator[float]) -> Given:
    skipped, now = next(drawn) < mood.skips, next(drawn)
    felt = feeling + 0.7 * mood.within * bell(now)
    if skipped:
        return None
    match question.kind:
        case "scale":
            return _step(7 + 2 * felt, 0, 10)
        case "agreement" | "frequency":
            return _step(3.6 + 0.9 * felt, 1, 5)
        case "yes_no":
            return felt > -0.5
        case "one_of":
            return pick(now, question.choices)
        case "several_of":
            return tuple(choice for choice in question.choices if next(drawn) < 0.35)
        case "text":
            return _words(feeling, mood, drawn, "our team")


def _step(value: float, lowest: int, highest: int) -> int:
    return min(highest, max(lowest, round(value)))


def _words(feeling: float, mood: Mood, drawn: Iterator[float], place: str) -> str:
    rough, choice = next(drawn), next(drawn)
    if rough < mood.rough:
        return pick(choice, ROUGH)
    said = LOW if feeling < -0.6 else HIGH if feeling > 0.6 else MIDDLE
    return pick(choice, said).replace("{place}", place)
