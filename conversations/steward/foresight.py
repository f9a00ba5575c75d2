"""What a round could show, said before it starts: from how many answers on there is a result, and how large a change shows."""

from collections.abc import Mapping, Sequence

from bot.attention import Foresight
from bot.conversation import Turn
from bot.programme import Template
from bot.settings import House
from bot.values import dataclass
from bot.words import Words
from conversations.steward import words as w
from storage import programmes, results
from storage.disclosure.presets import FEWEST, SMALL, TooFew, preset_for, usual
from storage.scores.detectable import visible
from storage.work import work_of

ALL, TEN = 100, 10


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people would be asked, and by template how many answers can be expected."""

    heads: int
    answers: Mapping[str, int]

    @property
    def cautious(self) -> int:
        """For a question that was never asked before."""
        return self.heads * results.CAUTIOUS // 100


async def reach(turn: Turn, templates: Sequence[Template], circle: str) -> Reach:
    """As many answers as the last round brought, else a cautious part of those who are asked at a time."""
    work = work_of(turn)
    heads = await programmes.size_of(work, circle)
    found = {
        each.name: await results.expected(work.connection, each.name, heads // each.ask.one_in(heads))
        for each in templates
    }
    return Reach(heads, found)


def what_shows(words: Words, answers: int) -> str:
    """Two such rounds show a change of so many points four times in five."""
    points = round(visible(answers).share_points) if answers else ALL
    if points >= ALL:
        return words(w.NOT_VISIBLE, n=answers)
    low = (ALL - points) // 2
    return words(w.VISIBLE, n=answers, points=points, low=words.percent(low), high=words.percent(low + points))


def who_gets_it(words: Words, foreseen: Foresight, k: int) -> str:
    """How many get it on the first day, in tens: a count that moved with one person would tell what this one chose. For
    the same reason it is not said whether fewer than `k`, or none, do not."""
    now, others = foreseen.at_once, sum(foreseen.in_note.values()) + foreseen.on_home
    told = {"everybody": words.number(now + others), "others": words(w.OTHERS)}
    if others < k:
        return words(w.FORESEEN_MOST, **told)
    least = max(k, TEN)
    if now < least:
        return words(w.FORESEEN_FEW, now=words.number(least), **told)
    return words(w.FORESEEN, now=words.number(now // TEN * TEN), **told)


def threshold(heads: int, house: House) -> int:
    """From how many answers on there would be a result (A8)."""
    try:
        return preset_for(heads, usual(house.preset, house.threshold)).k
    except TooFew:
        return FEWEST


def shown_from(words: Words, heads: int, house: House) -> str:
    """The threshold that would hold if it opened today (A8)."""
    try:
        preset = preset_for(heads, usual(house.preset, house.threshold))
    except TooFew:
        return words(w.WOULD_NOT_OPEN, k=FEWEST)
    return words(w.SHOWN_SMALL if preset.name == SMALL.name else w.SHOWN_FROM, k=preset.k)
