"""Networks and champions' groups: what they are for, who leads them, and who belongs to them without anybody being told.

The circle's key is random and stands for the network in buttons. A message to the people of a network has a cause that
begins with `about(network)`: it goes with them when they leave, so that no row tells that they were there. A table with a
row for somebody because they are in a network refers to `membership` with ON DELETE CASCADE, as `seen` does.
"""

import secrets
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, cast

from sqlalchemy import Select, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Person
from bot.values import dataclass
from storage import answering, db
from storage.channels import links
from storage.db import Rows
from storage.given import HappeningRow
from storage.loop import DeliveryRow, ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PartRow, PersonRow, SeenRow
from storage.prepared import prepared

Role = Literal["member", "ally", "lead", "co-lead", "sponsor"]
LEADING: tuple[Role, ...] = ("lead", "co-lead")
SHOWN: tuple[Role, ...] = ("lead", "co-lead", "sponsor")
"""Who takes one of these parts has agreed that everybody reads their name."""
KIND, CLOSED = "network", "closed"


@dataclass(frozen=True, slots=True)
class Network:
    """A network or champions' group. `id` never leaves the server; `key` is random and stands for it in buttons.

    `hidden`: nobody may be shown who belongs to it, and a notification or a calendar must not name it. `opened`: somebody
    has agreed to lead it; before that only stewards see it.
    """

    id: int
    key: str
    name: str
    purpose: str
    hidden: bool
    opened: bool


_NETWORK = select(
    CircleRow.id, CircleRow.key, CircleRow.name, NetworkRow.purpose, NetworkRow.hidden, NetworkRow.opened
).join(NetworkRow, NetworkRow.circle_id == CircleRow.id)
_BY_KEY = prepared(_NETWORK.where(CircleRow.key == bindparam("circle")))
_OPENED, _NOT_OPENED = (prepared(_NETWORK.where(NetworkRow.opened.is_(opened))) for opened in (True, False))
_ANY_OPEN = prepared(select(NetworkRow.circle_id).where(NetworkRow.opened).limit(1))
_BELONGING = prepared(
    _NETWORK.add_columns(MembershipRow.role)
    .join(MembershipRow, MembershipRow.circle_id == CircleRow.id)
    .where(MembershipRow.person_id == bindparam("person"))
)


async def found(connection: AsyncConnection, name: str, purpose: str, *, hidden: bool) -> Network:
    """A new network, which nobody but stewards sees until somebody leads it."""
    key = secrets.token_hex(16)
    circle = insert(CircleRow).values(key=key, name=name, kind=KIND).returning(CircleRow.id)
    number = (await connection.execute(circle)).scalar_one()
    row = {"purpose": purpose, "hidden": hidden, "opened": False, "hand_over": "", "others": 0}
    await connection.execute(insert(NetworkRow).values(circle_id=number, **row))
    return Network(number, key, name, purpose, hidden, opened=False)


async def network(connection: AsyncConnection, key: str) -> Network | None:
    """The network with this key, whether it has opened or not."""
    row = await _BY_KEY.first(connection, circle=key)
    return Network(*row) if row else None


async def networks(connection: AsyncConnection, *, opened: bool = True) -> list[Network]:
    """Those that have opened, or those that wait for a lead; by name, the same for everybody."""
    rows = await (_OPENED if opened else _NOT_OPENED).rows(connection)
    return sorted((Network(*row) for row in rows), key=lambda each: each.name.casefold())


async def names(connection: AsyncConnection) -> list[str]:
    """What every network is called, whether it has opened or not."""
    return list((await connection.execute(select(CircleRow.name).where(CircleRow.kind == KIND))).scalars())


async def any_open(connection: AsyncConnection) -> bool:
    """Whether there is a network that people can look at."""
    return await _ANY_OPEN.first(connection) is not None


async def belonging(connection: AsyncConnection, person: int) -> list[tuple[Role, Network]]:
    """Every network that this person belongs to, and what they are in it. For their own eyes."""
    rows = await _BELONGING.rows(connection, person=person)
    return [(cast(Role, role), Network(*row)) for *row, role in rows]


async def announceable(connection: AsyncConnection, person: int) -> list[Network]:
    """The networks to which this person may announce something: those that they lead or co-lead."""
    mine = [of for role, of in await belonging(connection, person) if role in LEADING and of.opened]
    return sorted(mine, key=lambda each: each.name.casefold())


def people(of: Network) -> Select[Any]:
    """The ids of everybody who works here and belongs to it, in whatever part: to be joined, counted or fanned out to,
    and never to be listed where it is hidden."""
    member = select(PersonRow.id).join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    return member.where(MembershipRow.circle_id == of.id, PersonRow.active)


def about(of: Network) -> str:
    """With this begins the cause of every message that somebody gets because they belong to it."""
    return f"{of.key}:"


async def role_of(connection: AsyncConnection, of: Network, person: int) -> Role | None:
    """What this person is in it; None where they do not belong to it. For that person's own eyes, and for permission."""
    mine = select(MembershipRow.role).where(MembershipRow.circle_id == of.id, MembershipRow.person_id == person)
    return cast(Role | None, (await connection.execute(mine)).scalar())


async def shown(connection: AsyncConnection, of: Network) -> Mapping[Role, Person]:
    """Lead, co-lead and sponsor, as far as there are any: their names are everybody's to read."""
    return dict(await _with_roles(connection, of, MembershipRow.role.in_(SHOWN)))


async def roster(connection: AsyncConnection, of: Network) -> list[tuple[Role, Person]]:
    """Everybody in it by name. Only for an open network, and for those who belong to it; nobody where it is hidden."""
    return [] if of.hidden else await _with_roles(connection, of, MembershipRow.role.is_not(None))


async def consenting(connection: AsyncConnection, of: Network) -> list[tuple[Role, Person]]:
    """Who agreed that the lead of a hidden network reads their name. For lead and co-lead."""
    agreed = select(SeenRow.person_id).where(SeenRow.circle_id == of.id)
    return await _with_roles(connection, of, MembershipRow.person_id.in_(agreed))


async def is_seen(connection: AsyncConnection, of: Network, person: int) -> bool:
    """Whether this person agreed to that. For their own eyes."""
    agreed = select(SeenRow.person_id).where(SeenRow.circle_id == of.id, SeenRow.person_id == person)
    return (await connection.execute(agreed)).first() is not None


async def join(
    connection: AsyncConnection, of: Network, person: int, role: Literal["member", "ally"], *, seen: bool
) -> None:
    """Joins, or changes how one belongs; whoever leads it or sponsors it stays what they are. Nobody is told."""
    row = db.insert(connection, MembershipRow).values(circle_id=of.id, person_id=person, role=role)
    plain = MembershipRow.role.not_in(SHOWN)
    same = ["circle_id", "person_id"]
    await connection.execute(row.on_conflict_do_update(index_elements=same, set_={"role": role}, where=plain))
    await connection.execute(delete(SeenRow).where(SeenRow.circle_id == of.id, SeenRow.person_id == person))
    if seen:
        await connection.execute(insert(SeenRow).values(circle_id=of.id, person_id=person))


async def erase(connection: AsyncConnection, of: Network, person: int) -> None:
    """As if they had never been there: the row and what hangs on it, what stands with their name in what ran there, and
    every message that they had because of it."""
    for place, who in _said_in():
        await connection.execute(delete(place.table).where(who == person, place.in_(_ran_for(of))))
    mine = MembershipRow.person_id == person
    await connection.execute(delete(MembershipRow).where(mine, MembershipRow.circle_id == of.id))
    told = DeliveryRow.cause.startswith(about(of), autoescape=True)
    await connection.execute(delete(DeliveryRow).where(DeliveryRow.person_id == person, told))


def _ran_for(of: Network) -> Select[Any]:
    """Everything that people could give something to in what ran for this network."""
    here = select(HappeningRow.id).join(RoundRow, RoundRow.id == HappeningRow.round_id)
    return here.join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id).where(ProgrammeRow.circle_id == of.id)


def _said_in() -> Iterator[tuple[Any, Any]]:
    """Of every table that holds what people gave to something: the column that says to what, and each that says who."""
    for table in Rows.metadata.sorted_tables:
        leads = [(key.column.table.name, key.parent) for key in table.foreign_keys]
        places = [column for to, column in leads if to == "happening"]
        yield from ((place, who) for place in places for to, who in leads if to == "person")


async def others(connection: AsyncConnection, of: Network, today: date, k: int) -> int:
    """How many belong to a hidden network unseen: in whole steps of k, so 0 stands for fewer than k, and counted at most
    once a month. Those whose names can be read are not in it: whoever knows them all knows nothing of the others."""
    month = today.replace(day=1)
    kept = select(NetworkRow.others, NetworkRow.counted).where(NetworkRow.circle_id == of.id)
    row = (await connection.execute(kept)).one()
    if row.counted == month and row.others % k == 0:
        return int(row.others)
    agreed = select(SeenRow.person_id).where(SeenRow.circle_id == of.id)
    unseen = people(of).where(MembershipRow.role.not_in(SHOWN), PersonRow.id.not_in(agreed)).subquery()
    number = (await connection.execute(select(func.count()).select_from(unseen))).scalar_one() // k * k
    await _change(connection, of, others=number, counted=month)
    return int(number)


async def hand_over(connection: AsyncConnection, of: Network) -> str:
    """What a new lead must know. For lead and co-lead, and for whoever is asked to be one."""
    kept = select(NetworkRow.hand_over).where(NetworkRow.circle_id == of.id)
    return str((await connection.execute(kept)).scalar_one())


async def write_hand_over(connection: AsyncConnection, of: Network, text: str) -> None:
    await _change(connection, of, hand_over=text)


async def hide(connection: AsyncConnection, of: Network) -> None:
    """From now on nobody is shown who belongs to it. There is no way back: people joined under what they read then."""
    await _change(connection, of, hidden=True)
    await links.forget(connection, of.id)
    await answering.pass_inside(connection, of.id)


async def repurpose(connection: AsyncConnection, of: Network, purpose: str) -> None:
    await _change(connection, of, purpose=purpose)


async def close(connection: AsyncConnection, of: Network) -> None:
    """The network is gone, and with it who belonged to it and what they were told because of it. What ran for it stops; what
    came of that is kept without who said what, so then its name is as well."""
    await links.forget(connection, of.id)
    told = DeliveryRow.cause.startswith(about(of), autoescape=True)
    await connection.execute(delete(DeliveryRow).where(told))
    for each in (PartRow, MembershipRow, NetworkRow):
        await connection.execute(delete(each).where(each.circle_id == of.id))
    for place, who in _said_in():
        await connection.execute(delete(place.table).where(who.is_not(None), place.in_(_ran_for(of))))
    ran = ProgrammeRow.circle_id == of.id
    stopped = await connection.execute(update(ProgrammeRow).where(ran).values(next_at=None).returning(ProgrammeRow.id))
    if stopped.first():
        await connection.execute(update(CircleRow).where(CircleRow.id == of.id).values(kind=CLOSED))
    else:
        await connection.execute(delete(CircleRow).where(CircleRow.id == of.id))


async def _change(connection: AsyncConnection, of: Network, **values: object) -> None:
    await connection.execute(update(NetworkRow).where(NetworkRow.circle_id == of.id).values(**values))


async def _with_roles(connection: AsyncConnection, of: Network, which: Any) -> list[tuple[Role, Person]]:
    found = (
        select(MembershipRow.role, PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.circle_id == of.id, PersonRow.active, which)
        .order_by(PersonRow.name, PersonRow.id)
    )
    rows = (await connection.execute(found)).all()
    return [(cast(Role, row.role), Person(row.id, row.name, row.language, row.zone)) for row in rows]
