"""Whether thank-yous reach everybody: of each team with enough people, if anybody was thanked before everybody."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.given import ThanksRow
from storage.people import CircleRow, MembershipRow, PersonRow


async def reached(
    connection: AsyncConnection, since: datetime, k: int, *, until: datetime | None = None
) -> Mapping[str, bool]:
    """Teams of at least k people by name: whether anybody in them was thanked before everybody in this time."""
    recent = select(ThanksRow.to_id).where(ThanksRow.public, ThanksRow.at > since)
    recent = recent if until is None else recent.where(ThanksRow.at < until)
    in_team = select(
        CircleRow.name, func.count(PersonRow.id), func.count(PersonRow.id).filter(PersonRow.id.in_(recent))
    )
    in_team = in_team.join(MembershipRow, MembershipRow.circle_id == CircleRow.id)
    in_team = in_team.join(PersonRow, PersonRow.id == MembershipRow.person_id)
    teams = in_team.where(CircleRow.kind == "team", PersonRow.active).group_by(CircleRow.id, CircleRow.name)
    rows = (await connection.execute(teams.order_by(CircleRow.name))).all()
    return {name: bool(thanked) for name, heads, thanked in rows if heads >= k}
