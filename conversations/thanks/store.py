"""Thank-yous: who thanked whom and why, with their names, until one of the two removes it."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.conversation import Person
from bot.values import dataclass
from storage.given import ThanksRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

MOST_FOUND = 10
"""More people of a name are not listed: somebody has to write more of it."""


@dataclass(frozen=True, slots=True)
class Thanks:
    """One thank-you. `by` and `to` are names, empty where somebody has left."""

    ref: str
    by: str
    to: str
    why: str
    public: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody of the name that was written, and the team in which they work, to tell them apart."""

    person: Person
    team: str


_By, _To = aliased(PersonRow), aliased(PersonRow)
_READ = (
    select(ThanksRow.ref, _By.name.label("by"), _To.name.label("to"), ThanksRow.why, ThanksRow.public, ThanksRow.at)
    .join(_By, _By.id == ThanksRow.by_id)
    .join(_To, _To.id == ThanksRow.to_id)
)
_NEWEST = _READ.order_by(ThanksRow.at.desc(), ThanksRow.ref)
_TO = prepared(_NEWEST.where(ThanksRow.to_id == bindparam("person"), ThanksRow.at > bindparam("since")))
_BY = prepared(_NEWEST.where(ThanksRow.by_id == bindparam("person"), ThanksRow.at > bindparam("since")))


async def keep(work: Work, happening: int, by: int, to: int, *, why: str, public: bool, at: datetime) -> None:
    values = {"by_id": by, "to_id": to, "why": why, "public": public, "at": at}
    await work.connection.execute(insert(ThanksRow).values(ref=secrets.token_hex(16), happening_id=happening, **values))


async def told(work: Work, by: int, to: int, why: str) -> bool:
    """Whether these words are in already, when a form is delivered twice."""
    same = select(ThanksRow.ref).where(ThanksRow.by_id == by, ThanksRow.to_id == to, ThanksRow.why == why)
    return (await work.connection.execute(same.limit(1))).first() is not None


async def to_person(connection: AsyncConnection, person: int, since: datetime) -> list[Thanks]:
    """What somebody was thanked for, the newest first."""
    return [Thanks(*row) for row in await _TO.rows(connection, person=person, since=since)]


async def by_person(connection: AsyncConnection, person: int, since: datetime) -> list[Thanks]:
    """Whom somebody thanked, the newest first."""
    return [Thanks(*row) for row in await _BY.rows(connection, person=person, since=since)]


async def public(connection: AsyncConnection, happenings: Sequence[int], since: datetime, most: int) -> list[Thanks]:
    """The newest that everybody may read, of these rounds."""
    found = _NEWEST.where(ThanksRow.public, ThanksRow.at > since, ThanksRow.happening_id.in_(happenings))
    return [Thanks(*row) for row in (await connection.execute(found.limit(most))).all()]


async def end_public(work: Work, ref: str, person: int) -> bool:
    """Whoever was thanked keeps it between the two. False where it is not theirs."""
    mine = update(ThanksRow).where(ThanksRow.ref == ref, ThanksRow.to_id == person)
    return bool((await work.connection.execute(mine.values(public=False))).rowcount)


async def remove(work: Work, ref: str, person: int) -> None:
    """Either of the two removes it for good."""
    either = (ThanksRow.by_id == person) | (ThanksRow.to_id == person)
    await work.connection.execute(delete(ThanksRow).where(ThanksRow.ref == ref, either))


async def called(connection: AsyncConnection, circle: int, name: str) -> list[Found]:
    """People of this circle in whose name all of these words stand, at most one more than MOST_FOUND. Nobody in a hidden one:
    else a name that is found would say who is in it (P6)."""
    hidden = select(NetworkRow.circle_id).where(NetworkRow.hidden)
    found = _people(circle).where(MembershipRow.circle_id.not_in(hidden)).limit(MOST_FOUND + 1)
    for word in name.split():
        found = found.where(func.lower(PersonRow.name).contains(word.lower(), autoescape=True))
    people = [Person(*row) for row in (await connection.execute(found)).all()]
    teams = await _teams(connection, [each.id for each in people])
    return [Found(each, teams.get(each.id, "")) for each in people]


def _people(circle: int) -> Any:
    member = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone)
    member = member.join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    return member.where(MembershipRow.circle_id == circle, PersonRow.active).order_by(PersonRow.name, PersonRow.id)


async def _teams(connection: AsyncConnection, people: Sequence[int]) -> dict[int, str]:
    teams = select(MembershipRow.person_id, CircleRow.name).join(CircleRow, CircleRow.id == MembershipRow.circle_id)
    rows = await connection.execute(teams.where(CircleRow.kind == "team", MembershipRow.person_id.in_(people)))
    return {row.person_id: row.name for row in rows}
