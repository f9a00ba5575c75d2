"""Who leads, co-leads or sponsors a network: somebody is asked, and says yes or no; and what becomes of it when they leave."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from bot.values import dataclass
from storage import answering, circles, db, directory, outbox
from storage.circles import SHOWN, Network, Role
from storage.people import CircleRow, MembershipRow, NetworkRow, PartRow, PersonRow
from storage.prepared import prepared

YOU_LEAD, NO_LEAD = "circles.you_lead", "circles.no_lead"
_ASKED = (
    select(PartRow.ref, PartRow.role, CircleRow.key, PartRow.person_id, PersonRow.name)
    .join(CircleRow, CircleRow.id == PartRow.circle_id)
    .join(PersonRow, PersonRow.id == PartRow.person_id)
    .order_by(CircleRow.name, PartRow.role)
)
_ASKED_OF = prepared(_ASKED.where(PartRow.person_id == bindparam("who")))


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody was asked to be, and has not answered. `ref` stands for it; nothing of it is left after the answer."""

    ref: str
    role: Role
    network: Network
    person: int
    name: str


async def ask(connection: AsyncConnection, of: Network, role: Role, person: int) -> Part:
    """Asks somebody to take a part, in the place of whoever was asked before and has not answered."""
    await connection.execute(delete(PartRow).where(PartRow.circle_id == of.id, PartRow.role == role))
    ref = secrets.token_hex(16)
    await connection.execute(insert(PartRow).values(circle_id=of.id, role=role, ref=ref, person_id=person))
    return Part(ref, role, of, person, "")


async def asked(
    connection: AsyncConnection, *, ref: str = "", person: int = 0, of: Network | None = None
) -> list[Part]:
    """What waits for an answer: this one, everything that this person was asked, or everything in this network."""
    if person and not ref and not of:  # for everybody's Home
        rows = await _ASKED_OF.rows(connection, who=person)
    else:
        found = _ASKED.where(PartRow.ref == ref) if ref else _ASKED
        found = found.where(PartRow.person_id == person) if person else found
        found = found.where(PartRow.circle_id == of.id) if of else found
        rows = (await connection.execute(found)).all()
    known = {row.key: await circles.network(connection, row.key) for row in rows}
    return [Part(row.ref, row.role, of, row.person_id, row.name) for row in rows if (of := known[row.key])]


async def accept(connection: AsyncConnection, part: Part) -> bool:
    """They take the part: whoever led it before is a member from now on. False where it was asked no longer."""
    if not await _answered(connection, part):
        return False
    now = await _held(connection, part.network)
    if part.role != "lead" and (part.role in now or part.person in now.values()):
        return False  # somebody else was quicker, or they lead it by now
    if (before := now.get("lead")) is not None and part.role == "lead":
        await _set(connection, part.network, before, "member")
    await _set(connection, part.network, part.person, part.role)
    if part.role == "lead":
        opened = update(NetworkRow).where(NetworkRow.circle_id == part.network.id)
        await connection.execute(opened.values(opened=True))
    await _inside(connection, part.network)
    return True


async def decline(connection: AsyncConnection, part: Part) -> bool:
    """They do not; False where it was asked no longer."""
    return await _answered(connection, part)


async def withdraw(connection: AsyncConnection, of: Network, role: Role) -> None:
    """Nobody is asked to be that any more."""
    await connection.execute(delete(PartRow).where(PartRow.circle_id == of.id, PartRow.role == role))


async def step_down(connection: AsyncConnection, of: Network, person: int, now: datetime) -> None:
    """Whoever leads or sponsors it stays in it as a member, and nobody can tell whether they then leave it."""
    role = await circles.role_of(connection, of, person)
    if role in SHOWN:
        await _set(connection, of, person, "member")
    if role == "lead":
        await _succeed(connection, of, now)
    await _inside(connection, of)


async def leave(connection: AsyncConnection, of: Network, person: int, now: datetime) -> None:
    """Leaves for good; the row is gone. Having been a member or not makes no difference to what is done or said."""
    role = await circles.role_of(connection, of, person)
    await circles.erase(connection, of, person)
    if role == "lead":
        await _succeed(connection, of, now)
    await _inside(connection, of)


async def left(
    connection: AsyncConnection, person: int, belonged: Sequence[tuple[Role, Network]], now: datetime
) -> None:
    """Somebody does not work here any more, and belonged to these: what they led has somebody else, or stewards hear that
    it has nobody; whoever asked them to take a part can ask another."""
    await connection.execute(delete(PartRow).where(PartRow.person_id == person))
    for role, network in belonged:
        await circles.erase(connection, network, person)
        if role == "lead":
            await _succeed(connection, network, now)
        await _inside(connection, network)


async def leaderless(connection: AsyncConnection) -> list[Network]:
    """The networks that have opened and that nobody leads at present."""
    opened = await circles.networks(connection)
    return [of for of in opened if "lead" not in await circles.shown(connection, of)]


async def _succeed(connection: AsyncConnection, of: Network, now: datetime) -> None:
    """The co-lead leads from now on and is told; they agreed to that when they became one. Else stewards are told."""
    heir = (await circles.shown(connection, of)).get("co-lead")
    if heir:
        await withdraw(connection, of, "lead")
        await _set(connection, of, heir.id, "lead")
    told = [heir] if heir else await directory.members(connection, directory.STEWARDS)
    card, cause = YOU_LEAD if heir else NO_LEAD, f"{circles.about(of)}{secrets.token_hex(8)}"
    await outbox.put(connection, [Message(each.id, card, of.key, cause, counts=False) for each in told], now)


async def _inside(connection: AsyncConnection, of: Network) -> None:
    if of.hidden:
        await answering.pass_inside(connection, of.id)


async def _answered(connection: AsyncConnection, part: Part) -> bool:
    gone = delete(PartRow).where(PartRow.ref == part.ref, PartRow.person_id == part.person)
    return bool((await connection.execute(gone)).rowcount)


async def _held(connection: AsyncConnection, of: Network) -> dict[Role, int]:
    """Who has which part, with the network held so that nobody else hands one out meanwhile."""
    await connection.execute(select(NetworkRow.circle_id).where(NetworkRow.circle_id == of.id).with_for_update())
    return {role: person.id for role, person in (await circles.shown(connection, of)).items()}


async def _set(connection: AsyncConnection, of: Network, person: int, role: Role) -> None:
    row: Any = db.insert(connection, MembershipRow).values(circle_id=of.id, person_id=person, role=role)
    same = ["circle_id", "person_id"]
    await connection.execute(row.on_conflict_do_update(index_elements=same, set_={"role": role}))
