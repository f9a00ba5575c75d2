"""Who may answer back in a hidden network: whoever does reads who said what with their name, and so who belongs to it (P6).

So it is its lead, its co-lead or its sponsor, who have agreed that everybody reads their names. Where somebody is none of them
any more, or the network has been hidden since, what they had promised passes to one of these.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.conversation import Person
from storage.loop import ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PersonRow

INSIDE = ("lead", "co-lead", "sponsor")


def still_leads(circle: Any, person: Any, *, hosts: ColumnElement[bool] | None = None) -> ColumnElement[bool]:
    """Whether who leads something of this circle may still do so: as its lead, co-lead or sponsor; where it is not hidden,
    also as a steward, or by what else makes them its host. Both are columns of the query that asks."""
    here, steward = aliased(MembershipRow), aliased(MembershipRow)
    network, role = aliased(NetworkRow), aliased(CircleRow)
    leads = or_(*(here.role == each for each in INSIDE))  # a prepared statement takes no list
    part = select(1).where(here.circle_id == circle, here.person_id == person, leads).exists()
    hidden = select(1).where(network.circle_id == circle, network.hidden).exists()
    closed = select(1).where(role.id == circle, role.kind == "closed").exists()
    of_stewards = select(CircleRow.id).where(CircleRow.key == "stewards").scalar_subquery()
    is_steward = select(1).where(steward.circle_id == of_stewards, steward.person_id == person).exists()
    return or_(part, and_(not_(hidden), not_(closed), or_(is_steward, *([] if hosts is None else [hosts]))))


def outside(circle: Any, person: Any) -> ColumnElement[bool]:
    """Whether this circle is a hidden network that this person neither leads nor sponsors. Both are columns of the query that
    asks."""
    here, network = aliased(MembershipRow), aliased(NetworkRow)
    leads = or_(*(here.role == each for each in INSIDE))
    part = select(1).where(here.circle_id == circle, here.person_id == person, leads).exists()
    return and_(select(1).where(network.circle_id == circle, network.hidden).exists(), not_(part))


async def shown_in_hidden(connection: AsyncConnection) -> list[Person]:
    """Everybody who leads or sponsors a hidden network: those names are everybody's to read."""
    found = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone).distinct()
    found = found.join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    found = found.join(NetworkRow, NetworkRow.circle_id == MembershipRow.circle_id)
    found = found.where(NetworkRow.hidden, PersonRow.active, MembershipRow.role.in_(INSIDE))
    rows = await connection.execute(found.order_by(PersonRow.name, PersonRow.id))
    return [Person(*row) for row in rows]


async def may_answer(connection: AsyncConnection, circle: int, person: int) -> bool:
    """Whether this person can be the one who answers back there."""
    hidden = select(NetworkRow.hidden).where(NetworkRow.circle_id == circle)
    if not (await connection.execute(hidden)).scalar():
        return True
    return person in await _inside(connection, circle)


async def is_inside(connection: AsyncConnection, circle: int, person: int) -> bool:
    """Whether this person leads or sponsors it."""
    return person in await _inside(connection, circle)


async def pass_inside(connection: AsyncConnection, circle: int) -> None:
    """What others had promised in this hidden network is promised by whoever leads it from now on, else by its co-lead or its
    sponsor; as long as it has none of them, nothing passes."""
    inside = await _inside(connection, circle)
    heir = min(inside, key=lambda each: INSIDE.index(inside[each]), default=None)
    if heir is None:
        return
    runs = ProgrammeRow.circle_id == circle
    rounds = RoundRow.programme_id.in_(select(ProgrammeRow.id).where(runs)) & RoundRow.stage.in_(("open", "closed"))
    await connection.execute(
        update(RoundRow).where(rounds, RoundRow.answerer_id.not_in(inside)).values(answerer_id=heir)
    )
    await connection.execute(
        update(ProgrammeRow).where(runs, ProgrammeRow.answerer_id.not_in(inside)).values(answerer_id=heir)
    )


async def _inside(connection: AsyncConnection, circle: int) -> dict[int, str]:
    found = select(MembershipRow.person_id, MembershipRow.role).join(PersonRow, PersonRow.id == MembershipRow.person_id)
    found = found.where(MembershipRow.circle_id == circle, MembershipRow.role.in_(INSIDE), PersonRow.active)
    return {row.person_id: row.role for row in await connection.execute(found)}
