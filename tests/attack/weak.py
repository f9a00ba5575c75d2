"""The same bot with one rule left out: what the attacks have to find, so that it is known that they bite."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Due
from bot.ui import Text
from conversations import ask, steward
from storage import ballots, outcomes, releases, rounds
from storage.ballots import Ballot, Urn
from storage.counting import measures_of
from storage.disclosure.cells import Cell, Where, cell
from storage.disclosure.presets import DEFAULT
from storage.disclosure.released import Level, Question, Released, Verdict
from storage.loop import BallotRow, CellRow
from storage.people import MembershipRow
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams, teams_of
from storage.work import Work, work_of
from tests.attack.world import instead

Says = Callable[[Work, Asking], Awaitable[str]]


def counts_live() -> Sequence[Conversation]:
    """Without A2: how many have answered stands on every Home while the question is open."""

    async def says(work: Work, asking: Asking) -> str:
        ballots_in = select(func.count()).where(BallotRow.moment_id == asking.urn.id)
        return f"{(await work.connection.execute(ballots_in)).scalar_one()} people answered so far."

    return instead(_on_home(says))


def computes_again() -> Sequence[Conversation]:
    """Without A1 and A3: the share of those who answered is taken of who is in the directory now."""

    async def says(work: Work, asking: Asking) -> str:
        answers = (await work.connection.execute(select(CellRow.answers).where(CellRow.node == WHOLE))).scalar()
        now = (await work.connection.execute(select(func.count()).select_from(MembershipRow))).scalar_one()
        return f"{answers} of {now} people answered."

    return instead(_on_home(says))


def tells_rates() -> Sequence[Conversation]:
    """Without A2: how many of each team have answered."""

    async def says(work: Work, asking: Asking) -> str:
        teams = await teams_of(work.connection, asking.round)
        answered = Counter(teams.keys.get(each.node or 0, WHOLE) for each in await _opened(work, asking.urn))
        return " ".join(f"{answered[team]} of {number} in {team} answered." for team, number in teams.asked.items())

    return instead(_on_home(says))


def shows_all_it_has() -> Sequence[Conversation]:
    """Without k at the page: whatever is stored of any team is written out."""

    async def says(work: Work, asking: Asking) -> str:
        cells = select(CellRow.node, CellRow.answers).where(CellRow.moment_id == asking.urn.id)
        return " ".join(f"{node}: {answers}." for node, answers in await work.connection.execute(cells))

    return instead(_on_home(says))


def publishes_from(least: int) -> Sequence[Conversation]:
    """Without A5 and A7: every team from so many answers, and as they were given."""

    async def close(turn: Turn, event: Due) -> None:
        work = work_of(turn)
        asking = await rounds.closing(work.connection, event.ref, turn.now)
        assert asking
        teams = await teams_of(work.connection, asking.round)
        opened = await _opened(work, asking.urn)
        shown = Question(asking.questions[0].id, tuple(naive(asking, teams, opened, least)), ())
        await releases.publish(work.connection, asking.urn.id, Released((shown,), (), (), Verdict(Level.ALL)))
        await ballots.destroy_ballots(work, asking.urn)
        await rounds.set_stage(work.connection, asking.round, "closed")

    return instead(replace(ask.CONVERSATION, dues={**ask.CONVERSATION.dues, "ask.closes": close}, prepares={}))


def naive(asking: Asking, teams: Teams, opened: Sequence[Ballot], least: int) -> list[Cell]:
    """The cells of the first question, of every node from so many answers."""
    question = asking.questions[0]
    [measure] = measures_of(question)
    found: dict[str, Counter[int]] = {node: Counter() for node in teams.parent}
    for each in opened:
        for node in teams.path(teams.keys.get(each.node or 0, WHOLE)):
            found[node][int(each.answers[question.id])] += 1
    return [
        cell(Where(node), measure, scores, DEFAULT) for node, scores in found.items() if scores.total() >= max(least, 1)
    ]


def naive_groups(asking: Asking, opened: Sequence[Ballot], least: int) -> list[Cell]:
    """Without A6 to A9: the cells of the first question, of every group that somebody said they are in, from so many
    answers."""
    if asking.by is None:
        return []
    question, name = asking.questions[0], asking.by.id
    [measure] = measures_of(question)
    found: dict[str, Counter[int]] = {}
    for each in opened:
        if name in each.values:
            found.setdefault(each.values[name], Counter())[int(each.answers[question.id])] += 1
    places = {group: Where(WHOLE, name, group) for group in found}
    return [cell(places[group], measure, scores, DEFAULT) for group, scores in found.items() if scores.total() >= least]


def _on_home(says: Says) -> Conversation:
    """Home with one more line for everybody, about the question that closed last, or that is open."""

    async def home(turn: Turn) -> HomeParts:
        usual = await steward.CONVERSATION.home(turn) if steward.CONVERSATION.home else {}
        work, person = work_of(turn), turn.person
        assert person
        asked = await outcomes.unanswered_for(work.connection, person.id, 50, turn.now)
        asked += await outcomes.answered_for(work.connection, person.id, 0, 1)
        asked = sorted(asked, key=lambda each: each.closes_at, reverse=True)
        asked += await rounds.open_for(work.connection, person.id, turn.now)
        lines = [Text(await says(work, each)) for each in asked[:1]]
        return {**usual, "now": (*usual.get("now", ()), *lines)}

    return replace(steward.CONVERSATION, home=home)


async def _opened(work: Work, urn: Urn) -> list[Ballot]:
    return ballots.opened(work.secrets, urn, [sealed for _, sealed in await ballots.all_of(work, urn)])
