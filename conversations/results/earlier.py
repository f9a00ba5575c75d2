"""What the rounds before one said, as far as this reader may read them: for changes, charts over time and *Did it help?*."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.conversation import Turn
from bot.finding import Cell
from bot.limits import OPTIONS
from bot.question import Question
from conversations.results import helped
from conversations.results.choices import QUESTION, place
from conversations.results.engagement import Engagement
from conversations.results.measures import Before
from conversations.results.over_time import Series
from conversations.results.teams import figures
from storage import releases, results
from storage.counting import ENGAGEMENT, nine_in
from storage.exports.scored import scored
from storage.rounds import Asking
from storage.snapshot import WHOLE
from storage.work import work_of


async def before(turn: Turn, asking: Asking, compared: Sequence[Question]) -> dict[str, Before]:
    """Each of these questions as it came out the time before."""
    found, readable = {}, await may_read(turn, asking)
    for question in compared:
        if earlier := (await series(turn, asking, question, WHOLE, readable=readable))[:-1]:
            found[question.id] = Before(*earlier[-1])
    return found


async def may_read(turn: Turn, asking: Asking) -> set[datetime]:
    """When the rounds closed that this reader may read, up to this one."""
    person = turn.person.id if turn.person else 0
    closed = await results.read_by(work_of(turn).connection, asking, person)
    return {each for each in closed if each <= asking.closes_at}


async def series(turn: Turn, asking: Asking, question: Question, node: str, *, readable: set[datetime]) -> Series:
    """A question over those rounds."""
    connection = work_of(turn).connection
    series = await releases.series(connection, asking.programme, question.id, node, summed=asking.summed)
    return [each for each in series if each[0] in readable]


async def rounds_before(turn: Turn, asking: Asking) -> list[results.Earlier]:
    """The rounds before this one that asked something of it too, as far as this reader may read them."""
    person, asked = turn.person.id if turn.person else 0, {each.id for each in figures(asking)}
    found = await results.earlier(work_of(turn).connection, asking, person)
    return [each for each in found if each.questions & asked]


async def compared(turn: Turn, asking: Asking, chosen: Mapping[str, str]) -> helped.Comparison | None:
    """The chosen question of two rounds; None where no round before this one asked any of its questions."""
    earlier, connection = await rounds_before(turn, asking), work_of(turn).connection
    asked = [each for each in figures(asking) if any(each.id in before.questions for before in earlier)]
    if not asked:
        return None
    question = asked[place(chosen.get(QUESTION, ""), len(asked))]
    found = [each for each in earlier if question.id in each.questions][:OPTIONS]
    since = found[place(chosen.get(helped.SINCE, ""), len(found))]
    before = await releases.table_of(connection, since.moment, [question])
    now = await releases.table_of(connection, asking.urn.id, [question])
    return helped.Comparison(asked, found, question, since, before, now)


async def engagement(turn: Turn, asking: Asking, cells: Mapping[str, Cell]) -> Engagement | None:
    """The score for all who were asked, and that of the round before which asked the same nine questions."""
    connection, moment = work_of(turn).connection, asking.urn.id
    ids = {each for part in nine_in(asking.questions) or () for each in part}
    if not ids:
        return None
    before = next((each for each in await rounds_before(turn, asking) if ids <= each.questions), None)
    figures_ = await releases.figures_of(connection, [moment, *([before.moment] if before else [])], ENGAGEMENT)
    now = scored(asking.questions, cells, figures_[moment]) if moment in figures_ else None
    if now is None or before is None:
        return Engagement(now) if now else None
    if before.moment not in figures_:
        return Engagement(now, before.closed)
    was = await releases.cells_of(connection, before.moment, asking.questions)
    return Engagement(now, before.closed, scored(asking.questions, was, figures_[before.moment]))
