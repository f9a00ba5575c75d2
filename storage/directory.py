"""Who works here, how they are reached, and which circles they belong to."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Person
from bot.events import Account, Arrived, Profile
from bot.hours import is_zone
from bot.values import dataclass
from storage.db import inserts
from storage.events.rows import FeedRow
from storage.people import AccountRow, AttentionRow, CircleRow, MembershipRow, PersonRow, WishRow
from storage.prepared import Prepared, prepared
from storage.work import Work

EVERYONE = "all-staff"
STEWARDS = "stewards"
ADMINISTRATORS = "administrators"
LONGEST_NAME, LONGEST_LANGUAGE, LONGEST_ZONE, LONGEST_REACH = 200, 20, 60, 2000
ROLES = {"steward": STEWARDS, "administrator": ADMINISTRATORS}

_MEET = prepared(
    select(
        PersonRow.id,
        PersonRow.name,
        PersonRow.language,
        PersonRow.zone,
        AccountRow.id.label("account"),
        AccountRow.reach,
    )
    .join_from(AccountRow, PersonRow, PersonRow.id == AccountRow.person_id)
    .where(
        AccountRow.platform == bindparam("platform"),
        AccountRow.tenant == bindparam("tenant"),
        AccountRow.external == bindparam("external"),
        PersonRow.active,
    )
)
_CIRCLE = prepared(select(CircleRow.id).where(CircleRow.key == bindparam("circle")))
_BELONGS = prepared(
    select(MembershipRow.person_id)
    .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
    .where(CircleRow.key == bindparam("circle"), MembershipRow.person_id == bindparam("person"))
)
_NUMBER = prepared(
    select(AccountRow.person_id).where(
        AccountRow.platform == bindparam("platform"),
        AccountRow.tenant == bindparam("tenant"),
        AccountRow.external == bindparam("external"),
    )
)
_NEW_CIRCLE = Prepared(inserts(CircleRow, lambda new: new.on_conflict_do_nothing()))
_NEW_PERSON = Prepared(inserts(PersonRow, lambda new: new.returning(PersonRow.id)))
_NEW_ACCOUNT = Prepared(inserts(AccountRow, lambda new: new))
_JOIN = Prepared(inserts(MembershipRow, lambda new: new.on_conflict_do_nothing()))


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a person gets where the platform says nothing: BCP 47 language and IANA zone."""

    language: str
    zone: str


async def meet(connection: AsyncConnection, account: Account) -> Person | None:
    """The active person behind an account. A new `reach` is kept; that they were here is not."""
    row = await _MEET.first(connection, platform=account.platform, tenant=account.tenant, external=account.id)
    if row is None:
        return None
    if account.reach and account.reach != row.reach and len(account.reach) <= LONGEST_REACH:
        await connection.execute(update(AccountRow).where(AccountRow.id == row.account).values(reach=account.reach))
    return Person(row.id, row.name, row.language, row.zone)


async def person(connection: AsyncConnection, number: int) -> Person | None:
    """Somebody by their internal number, whether they still work here or not."""
    found = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone).where(PersonRow.id == number)
    row = (await connection.execute(found)).first()
    return Person(row.id, row.name, row.language, row.zone) if row else None


async def arrive(connection: AsyncConnection, event: Arrived, defaults: Defaults) -> int | None:
    """Somebody joined, changed or left; returns their number, or None where they are gone or were never here."""
    known = await number_of(connection, event.account)
    if event.change == "left":
        if known is not None:
            await _leave(connection, known, event.account)
        return None
    if known is None:
        return await _welcome(connection, event, defaults)
    await _update(connection, known, event.profile)
    if 0 < len(event.account.reach) <= LONGEST_REACH:
        changed = update(AccountRow).where(_is(event.account)).values(reach=event.account.reach)
        await connection.execute(changed)
    return known


async def number_of(connection: AsyncConnection, account: Account) -> int | None:
    """The internal number of the person behind an account, whether they still work here or not."""
    row = await _NUMBER.first(connection, platform=account.platform, tenant=account.tenant, external=account.id)
    return row.person_id if row else None


async def works_here(connection: AsyncConnection, number: int) -> bool:
    return bool((await connection.execute(select(PersonRow.active).where(PersonRow.id == number))).scalar())


async def join(connection: AsyncConnection, number: int, circle: str, role: str = "member") -> None:
    """Makes a person a member of a circle; being one already is no error."""
    await _JOIN.rows(connection, circle_id=await circle_id(connection, circle), person_id=number, role=role)


async def leave(connection: AsyncConnection, number: int, circle: str) -> None:
    gone = delete(MembershipRow).where(
        MembershipRow.person_id == number, MembershipRow.circle_id == await circle_id(connection, circle)
    )
    await connection.execute(gone)


async def belongs(connection: AsyncConnection, number: int, circle: str) -> bool:
    """Whether this active person is in that circle: every permission is asked here."""
    return await _BELONGS.first(connection, circle=circle, person=number) is not None


async def circles_of(connection: AsyncConnection, number: int) -> set[int]:
    """The numbers of the circles that this person belongs to. For their own eyes."""
    mine = select(MembershipRow.circle_id).where(MembershipRow.person_id == number)
    return set((await connection.execute(mine)).scalars())


def only(number: int) -> Select[Any]:
    """One person, where several could be."""
    return select(PersonRow.id).where(PersonRow.id == number)


async def members(connection: AsyncConnection, circle: str) -> Sequence[Person]:
    """The active members of a circle by name. For circles whose roster is open, such as the stewards."""
    found = (
        select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone)
        .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
        .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
        .where(CircleRow.key == circle, PersonRow.active)
        .order_by(PersonRow.name)
    )
    return [Person(*row) for row in (await connection.execute(found)).all()]


async def circle_id(connection: AsyncConnection, key: str, name: str = "", parent: str = "") -> int:
    """A circle's number by its key; the circle is made if it is new."""
    if found := await _CIRCLE.first(connection, circle=key):
        return int(found.id)
    kind = "everyone" if key == EVERYONE else "role" if key in ROLES.values() else "team"
    above = await circle_id(connection, parent) if parent else None
    await _NEW_CIRCLE.rows(connection, key=key, name=name or key, kind=kind, parent_id=above)
    return int((await _CIRCLE.first(connection, circle=key)).id)


async def by_account(connection: AsyncConnection, platform: str, external: str) -> int | None:
    """A person's number by their account on a platform, in whatever workspace."""
    found = select(AccountRow.person_id).where(AccountRow.platform == platform, AccountRow.external == external)
    return (await connection.execute(found)).scalar()


async def answerers(work: Work) -> list[tuple[str, Person]]:
    """Who can be named as the one who answers back: the stewards, each under what stands for them in a form."""
    return [(opaque(work, each.id), each) for each in await members(work.connection, STEWARDS)]


def opaque(work: Work, number: int) -> str:
    """What stands for a person in a form: the same each time here, and meaningless elsewhere."""
    return hashlib.blake2b(str(number).encode(), key=work.secrets.lasting("refs"), digest_size=16).hexdigest()


async def _welcome(connection: AsyncConnection, event: Arrived, defaults: Defaults) -> int:
    profile, account = _usable(event.profile), event.account
    added = await _NEW_PERSON.first(
        connection,
        name=profile.name,
        language=profile.language or defaults.language,
        zone=profile.zone or defaults.zone,
        active=True,
    )
    number = int(added.id)
    await _NEW_ACCOUNT.rows(
        connection,
        person_id=number,
        platform=account.platform,
        tenant=account.tenant,
        external=account.id,
        reach=account.reach if len(account.reach) <= LONGEST_REACH else "",
        preferred=True,
    )
    await join(connection, number, EVERYONE)
    return number


async def _update(connection: AsyncConnection, number: int, told: Profile) -> None:
    profile = _usable(told)
    known = {"name": profile.name, "language": profile.language, "zone": profile.zone}
    changes = {key: value for key, value in known.items() if value}
    if "language" in changes:
        # What they chose here stands; what the platform says is kept beside it.
        chose = update(WishRow).where(WishRow.person_id == number, WishRow.language.is_not(None))
        if (await connection.execute(chose.values(told_language=changes["language"]))).rowcount:
            del changes["language"]
    await connection.execute(update(PersonRow).where(PersonRow.id == number).values(active=True, **changes))
    await join(connection, number, EVERYONE)


def _usable(told: Profile) -> Profile:
    """What a platform says, as far as it can be used: one strange time zone must not stop everybody's question."""
    zone = told.zone if len(told.zone) <= LONGEST_ZONE and is_zone(told.zone) else ""
    language = told.language if len(told.language) <= LONGEST_LANGUAGE and told.language.isprintable() else ""
    return Profile(told.name.replace("\0", "")[:LONGEST_NAME], language, zone)


async def _leave(connection: AsyncConnection, number: int, account: Account) -> None:
    """This way to them is gone; if it was the only one, they do not work here any more."""
    await connection.execute(delete(AccountRow).where(_is(account)))
    others = select(AccountRow.id).where(AccountRow.person_id == number).order_by(AccountRow.id).limit(1)
    other = (await connection.execute(others)).scalar()
    if other is None:
        await _retire(connection, number)
    else:
        await connection.execute(update(AccountRow).where(AccountRow.id == other).values(preferred=True))


async def _retire(connection: AsyncConnection, number: int) -> None:
    """They left: the name goes, the circles go; what they said with their name stays until they or a steward remove it."""
    await connection.execute(update(PersonRow).where(PersonRow.id == number).values(active=False, name=""))
    for about in (MembershipRow, WishRow, AttentionRow, FeedRow):
        await connection.execute(delete(about).where(about.person_id == number))


def _is(account: Account) -> ColumnElement[bool]:
    return and_(
        AccountRow.platform == account.platform,
        AccountRow.tenant == account.tenant,
        AccountRow.external == account.id,
    )
