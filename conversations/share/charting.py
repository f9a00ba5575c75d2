"""The run chart of a practice: its numbers round by round, their median, and what was changed between them."""

from collections.abc import Sequence
from statistics import median

from bot.chart_limits import EVENTS, FINDING, NOTE, POINTS, TITLE
from bot.charts import Axis, Estimate, Event, Mark, Trend, marks
from bot.conversation import Turn
from bot.events import Opened, Show
from bot.falls import cut
from bot.mishap import Refusal
from bot.question import spoken
from bot.run_rules import decimals, moves
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Form, Heading, Open, Picture, Text
from bot.words import Sentence, Words
from conversations.share import words as w
from storage import happenings, series
from storage.happenings import UNTIL_SHARED, Happening
from storage.series import Measured
from storage.work import work_of

LINE = 100
"""Characters of what was changed, below the chart: so many changes as a chart has fit a form."""
MOVES: dict[str, Sentence] = {
    "few": w.RUN_FEW,
    "above": w.RUN_ABOVE,
    "below": w.RUN_BELOW,
    "rising": w.RUN_RISING,
    "falling": w.RUN_FALLING,
    "none": w.RUN_NONE,
}


async def show(turn: Turn, event: Opened) -> Show:
    """For those whom the practice is for, and for whoever answers back, who may mend a number while the round goes on."""
    work, me = work_of(turn), turn.somebody.id
    one = await happenings.of(work.connection, event.ref, me) or await happenings.behind(work.connection, event.ref)
    if one is None or not series.is_measured(one):
        raise Refusal(turn.words(w.GONE))
    if one.answerer != me and await happenings.of(work.connection, event.ref, me) is None:
        raise Refusal(turn.words(w.GONE))
    return Show(form(turn.words, one, await series.of(work, one, turn.now), mend=_may_mend(one, me)))


def form(words: Words, one: Happening, found: Sequence[Measured], *, mend: bool = False) -> Form:
    there, newest = [each for each in found if each.value is not None], found[-POINTS:]
    shown: Block = Picture(chart(words, one, newest)) if there else Text(words(w.RUN_EMPTY))
    lines = [words(w.RUN_CHANGED, n=each.mark, said=cut(each.said, LINE)) for each in _events(newest)]
    changed = (Heading(words(w.CHANGED)), Text("\n".join(lines))) if lines and there else ()
    row = (Buttons((Open(words(w.MEND), "share.tell", one.on.ref),)),) if mend else ()
    return Form(title=words(w.RUN_TITLE), close=words(CLOSE), blocks=(shown, *changed, *row))


def chart(words: Words, one: Happening, found: Sequence[Measured]) -> Trend:
    """Its line across is the median of the numbers that are shown."""
    values = [each.value for each in found if each.value is not None]
    digits, middle = decimals(values), median(values)
    said = words.number(middle, max(digits, decimals([middle])))
    points = tuple(_point(words, each, digits) for each in found)
    scale = marks(min(values), max(values), words.number)
    axis = Axis(cut(spoken(one.spec["measure"], words.language), TITLE), words(w.RUN_ACROSS), scale)
    return Trend(
        title=cut(spoken(one.spec["title"], words.language), TITLE),
        finding=cut(_finding(words, points, values, said), FINDING),
        axis=axis,
        points=points,
        target=Mark(middle, words(w.RUN_MEDIAN, n=said)),
        events=tuple(_events(found)),
    )


def _finding(words: Words, points: Sequence[Estimate], values: Sequence[float], middle: str) -> str:
    newest = next(each for each in reversed(points) if each.value is not None)
    move, many = moves(values)
    told = words(w.RUN_NEWEST, day=newest.label, value=newest.said, median=middle, n=len(values))
    return f"{told} {words(MOVES[move], n=many)}"


def _point(words: Words, each: Measured, digits: int) -> Estimate:
    label = words.dated(each.asked_at)
    if each.value is None:
        return Estimate(label, words(w.RUN_MISSING), None)
    return Estimate(label, words.number(each.value, digits), each.value)


def _events(found: Sequence[Measured]) -> list[Event]:
    """What was changed stands half-way to the next number, under a number of its own."""
    changed = [(place, each) for place, one in enumerate(found) for each in one.changed][-EVENTS:]
    return [Event(place + 0.5, str(n), cut(said, NOTE)) for n, (place, said) in enumerate(changed, 1)]


def _may_mend(one: Happening, person: int) -> bool:
    return one.kind == "UPDATE" and one.answerer == person and series.VALUE in one.spec and one.stage in UNTIL_SHARED
