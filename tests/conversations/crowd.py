"""A trust of some seventy people in two levels of teams, whose ballots are put straight into the box: quick, and real."""

from collections.abc import Mapping, Sequence

from sqlalchemy import insert, select

from bot.question import Question
from storage import ballots, directory, rounds
from storage.loop import AskedRow, MomentRow
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.work import Work
from tests.harness import Office

TREE = {"medicine": "", "surgery": "", "ward-7": "medicine", "ward-9": "medicine", "theatres": "surgery"}
NAMES = {"medicine": "Medicine", "surgery": "Surgery", "ward-7": "Ward 7", "ward-9": "Ward 9", "theatres": "Theatres"}
HEADS = {"ward-7": 5, "ward-9": 26, "theatres": 14, "surgery": 12, "medicine": 18}
"""Quiet people in each team itself."""


async def settle(office: Office) -> None:
    """The teams, and the people in them: they have no accounts, and hear nothing."""
    async with office.works.ledger.begin() as work:
        for key, above in TREE.items():
            await directory.circle_id(work.connection, key, NAMES[key], above or directory.EVERYONE)
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        for key, heads in HEADS.items():
            person = {"name": "Somebody quiet", "language": "en", "zone": "Europe/London", "active": True}
            made = await work.connection.execute(insert(PersonRow).returning(PersonRow.id), [person] * heads)
            circles = [everyone, await directory.circle_id(work.connection, key)]
            numbers = made.scalars().all()
            rows = [{"circle_id": c, "person_id": n, "role": "member"} for n in numbers for c in circles]
            await work.connection.execute(insert(MembershipRow), rows)


async def cast(office: Office, answers: Mapping[str, Sequence[str]], *, comments: int = 0) -> None:
    """Puts these answers to the first question into the newest box, one for each quiet person of a team in turn; the first
    so many of each team comment."""
    async with office.works.ledger.begin() as work:
        moment = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id.desc()).limit(1)
        asking = await rounds.question(work.connection, (await work.connection.execute(moment)).scalar_one())
        assert asking
        question = asking.questions[0]
        for key, given in answers.items():
            people = await _asked(work, asking.round, key)
            for place, ((person, team), answer) in enumerate(zip(people, given, strict=False)):
                said = f"{NAMES[key]}, comment {place}" if place < comments else ""
                await ballots.cast(work, asking.urn, person, ballots.Ballot(team, _answers(question, answer), said))


def _answers(question: Question, answer: str) -> dict[str, str]:
    return {question.id: answer}


async def _asked(work: Work, number: int, key: str) -> list[tuple[int, int]]:
    found = (
        select(AskedRow.person_id, AskedRow.team_id)
        .join(CircleRow, CircleRow.id == AskedRow.team_id)
        .join(PersonRow, PersonRow.id == AskedRow.person_id)
        .where(AskedRow.round_id == number, CircleRow.key == key, PersonRow.name == "Somebody quiet")
        .order_by(AskedRow.person_id)
    )
    return [(row.person_id, row.team_id) for row in await work.connection.execute(found)]
