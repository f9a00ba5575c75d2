"""A trust of some two hundred people in two levels of teams that is asked in three turns, and ends with results by team."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from storage import ballots, rounds
from storage.ballots import Ballot
from storage.loop import AskedRow, MomentRow, RoundRow
from storage.people import CircleRow
from storage.rounds import SUMMED, Asking
from tests.conversations import crowd
from tests.harness import Colleague, Office

TURNS = 3
OPENINGS = ("2026-11-05T10:00", "2026-11-12T10:00", "2026-11-19T10:00")
CLOSES = ("2026-11-16T12:00", "2026-11-23T12:00", "2026-11-30T12:00")
MOODS: Mapping[str, Sequence[int]] = {
    "ward-9": (1, 2, 3),
    "theatres": (8, 10, 5),
    "surgery": (6, 9),
}
"""What people of each team answer, one after the other; those of others do not answer."""


async def at_work(office: Office, *, times: int = 3) -> tuple[Colleague, list[Colleague]]:
    """The pulse runs in turn. The office's people are as many times a crowd."""
    templates = office.works.house.templates
    assert isinstance(templates, dict)
    pulse = templates["pulse"]
    templates["pulse"] = replace(pulse, ask=replace(pulse.ask, sample=TURNS, teams=True))
    for _ in range(times):
        await crowd.settle(office)
    steward = await office.hire("Dario Moretti", team="ward-9")
    await office.grant(steward, "steward")
    return steward, await office.hire_many(3, team="ward-9")


async def turn(office: Office, *, moods: Mapping[str, Sequence[int]] = MOODS, most: int = 100) -> Asking:
    """Everybody whose turn it is answers the newest question, by the door of storage, at `most` so many of a team; whoever
    has an account does not."""
    asking = await newest(office)
    people = (
        select(AskedRow.person_id, AskedRow.team_id, CircleRow.key)
        .outerjoin(CircleRow, CircleRow.id == AskedRow.team_id)
        .where(AskedRow.round_id == asking.round, AskedRow.person_id.not_in(await _seen(office)))
        .order_by(AskedRow.person_id)
    )
    async with office.works.ledger.begin() as work:
        count = Counter[str]()
        for who, team, key in (await work.connection.execute(people)).all():
            scores, at = moods.get(key or ""), count[key]
            count[key] += 1
            if scores and at < most:
                said = Ballot(team, {asking.questions[0].id: str(scores[at % len(scores)])})
                await ballots.cast(work, asking.urn, who, said)
    return asking


async def heads(office: Office, team: str) -> int:
    """How many people of this team were put the newest question."""
    asked = select(func.count()).select_from(AskedRow).join(CircleRow, CircleRow.id == AskedRow.team_id)
    asking = await newest(office)
    async with office.works.database.begin() as connection:
        found = await connection.execute(asked.where(AskedRow.round_id == asking.round, CircleRow.key == team))
    return int(found.scalar_one())


async def newest(office: Office) -> Asking:
    async with office.works.database.begin() as connection:
        found = (
            select(MomentRow.ref).join(RoundRow).where(MomentRow.kind == "ASK", ~SUMMED).order_by(MomentRow.id.desc())
        )
        asking = await rounds.question(connection, (await connection.execute(found.limit(1))).scalar_one())
    assert asking
    return asking


async def end(office: Office) -> Asking | None:
    """The round that sums the cycle up, if there is one."""
    async with office.works.database.begin() as connection:
        ref = (await connection.execute(select(RoundRow.ref).where(SUMMED))).scalar()
        return await rounds.question(connection, ref) if ref else None


async def _seen(office: Office) -> list[int]:
    async with office.works.ledger.begin() as work:
        return [await office._number(work, each.account) for each in office.people]
