"""Closing a round as it happens: ballots sealed and kept in the database, opened, counted, attacked, published, keys gone."""

import time
from datetime import timedelta
from random import Random

from sqlalchemy import func, select

from benchmarks.figure import Figure
from benchmarks.workplace import OPEN, Workplace, workplace
from bot.programme import Ask, Offset
from bot.question import Question
from storage import ballots
from storage.ballots import Ballot
from storage.loop import AskedRow, BallotRow, CellRow
from storage.rounds import Asking, question

BOUND = 60.0


async def measure(*, people: int = 10_000, nodes: int = 1_000, questions: int = 10) -> list[Figure]:
    """Everybody answers every question, and one in ten adds words. The server's own tick closes it."""
    async with workplace(people, platform="slack", tenant="T", teams=nodes, asks=_form(questions)) as place:
        ref = await place.open_round()
        sealing = await _answered(place, ref)
        place.clock.at = OPEN + timedelta(days=12)
        began = time.perf_counter()
        await place.works.ticker.tick(place.works.bot)
        seconds = time.perf_counter() - began
        async with place.works.database.begin() as connection:
            cells = (await connection.execute(select(func.count()).select_from(CellRow))).scalar_one()
            left = (await connection.execute(select(func.count()).select_from(BallotRow))).scalar_one()
    if left or not cells:
        raise LookupError("the round was not closed")
    note = (
        f"{people:,} ballots, {nodes:,} teams, {questions} questions: {cells:,} cells; with the gate and the next round"
    )
    return [
        Figure("Close on the database", seconds, "s", BOUND, note=note),
        Figure("Sealing and keeping the ballots before it", people / sealing, "/s", note="in one transaction"),
    ]


def _form(questions: int) -> Ask:
    asked = tuple(
        Question(f"q{number}", "agreement", {"en": f"Question {number}?"}, {"en": f"Subject {number}"})
        for number in range(questions)
    )
    subject = {"en": "How it is to work here"}
    return Ask("ask", Offset(0), Offset(11), "unlinked", subject, questions=asked)


async def _answered(place: Workplace, ref: str) -> float:
    """Teams differ in mood. Returns how many seconds it took."""
    chance = Random(1)
    async with place.works.database.begin() as connection:
        asking = await question(connection, ref)
        rows = (await connection.execute(select(AskedRow.person_id, AskedRow.team_id))).all()
    if asking is None:
        raise LookupError("no question is open")
    mood = {team: chance.uniform(1.5, 4.5) for team in {team for _, team in rows}}
    began = time.perf_counter()
    async with place.works.ledger.begin() as work:
        for person, team in rows:
            await ballots.cast(work, asking.urn, person, _ballot(chance, asking, team, mood[team]))
    return time.perf_counter() - began


def _ballot(chance: Random, asking: Asking, team: int | None, mood: float) -> Ballot:
    answers = {each.id: str(min(5, max(1, round(chance.gauss(mood, 1))))) for each in asking.questions}
    return Ballot(team, answers, "It went well." if chance.random() < 0.1 else "")
