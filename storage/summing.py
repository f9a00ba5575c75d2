"""The end of a cycle: what is shown of teams becomes a round of its own, put to everybody who had a turn."""

import secrets as random
from datetime import timedelta

from sqlalchemy import delete, func, insert, literal, select

from bot.question import Spoken, written
from storage import releases
from storage.cycles import CycleRow, Held
from storage.disclosure.released import Released
from storage.loop import AskedRow, MomentRow, RoundRow
from storage.rounds import Asking
from storage.work import Work

AFTER = timedelta(seconds=1)
"""The end of a cycle stands so long after the close of its last turn, so that both have one order."""


async def end(work: Work, of: Held, found: Released, subject: Spoken) -> str | None:
    """Publishes the results by team as a round of their own, put to everybody who had a turn. Returns its ref; None where
    no team can be shown."""
    await work.connection.execute(delete(CycleRow).where(CycleRow.ref == of.asking.cycle))
    if not found.questions:
        return None
    here, ref = of.asking, random.token_hex(16)
    number = await _round(work, of, ref)
    people = select(literal(number), AskedRow.person_id, AskedRow.team_id).join(
        RoundRow, RoundRow.id == AskedRow.round_id
    )
    turns = people.where(RoundRow.cycle == here.cycle, RoundRow.turn.is_not(None))
    await work.connection.execute(insert(AskedRow).from_select(["round_id", "person_id", "team_id"], turns))
    moment = await _moments(work, here, number, subject)
    await releases.publish(work.connection, moment, found)
    return ref


async def _round(work: Work, of: Held, ref: str) -> int:
    """The round that sums a cycle up: it asks nobody, and the same person answers back by the same day."""
    here = of.asking
    first = select(func.min(RoundRow.opened_at), func.max(RoundRow.wall)).where(RoundRow.cycle == here.cycle)
    opened, wall = (await work.connection.execute(first)).one()
    row = insert(RoundRow).values(
        ref=ref,
        programme_id=here.programme,
        wall=f"{wall[:10]} teams",
        stage="closed",
        opened_at=opened,
        answer_by=here.answer_by,
        answerer_id=here.answerer,
        threshold=here.threshold,
        preset=here.preset,
        teams=of.tree,
        cycle=here.cycle,
    )
    return int((await work.connection.execute(row.returning(RoundRow.id))).scalar_one())


async def _moments(work: Work, here: Asking, number: int, subject: Spoken) -> int:
    """The form that nobody is asked, closed from the beginning; and the day of the answer."""
    names = select(MomentRow.kind, MomentRow.name).where(MomentRow.round_id == here.round)
    named = {row.kind: row.name for row in await work.connection.execute(names)}
    closes = here.closes_at + AFTER
    asked = {"subject": dict(subject), "questions": [written(each) for each in here.questions]}
    spec = {**asked, "comment": False, "turns": here.turns}
    plain = {"round_id": number, "seal": None, "sealed_size": 0}
    asking = {**plain, "ref": random.token_hex(16), "name": named["ASK"], "kind": "ASK", "voice": here.voice}
    asking |= {"opens_at": here.opens_at, "closes_at": closes, "closed": True, "spec": spec}
    showing = {**plain, "ref": random.token_hex(16), "name": named["SHOW"], "kind": "SHOW", "voice": "named"}
    showing |= {"opens_at": closes, "closes_at": here.answer_by, "closed": False, "spec": {}}
    await work.connection.execute(insert(MomentRow).values(showing))
    return int((await work.connection.execute(insert(MomentRow).values(asking).returning(MomentRow.id))).scalar_one())
