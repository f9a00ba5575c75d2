"""A number of people whom nobody is shown says nothing about any of them."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import circles, parts
from storage.people import MembershipRow, PersonRow
from tests.conversations.networks import founded, joins, looks_at
from tests.harness import Colleague, Office

NAME = "Disability network"


async def test_a_lead_reads_how_many_are_unseen_from_ten_on_and_not_when_one_comes_or_goes(bare: Office) -> None:
    dario, amara, bryn = [await bare.hire(name) for name in ("Dario Moretti", "Amara Okafor", "Bryn Pritchard")]
    await bare.grant(dario, "steward")
    await founded(dario, amara, NAME)
    async with bare.works.database.begin() as connection:
        [of] = await circles.networks(connection)
        quiet = (await connection.execute(select(PersonRow.id).where(PersonRow.name == "Somebody quiet"))).scalars()
        for who in quiet.all()[:10]:
            await circles.join(connection, of, who, "member", seen=False)
    read = [await _leading(amara)]
    assert "at least 10" in read[0]
    await joins(bryn, NAME)
    read.append(await _leading(amara))
    async with bare.works.database.begin() as connection:
        for who in await _members(connection):
            await parts.leave(connection, of, who, bare.clock.now())
    read.append(await _leading(amara))
    assert len(set(read)) == 1
    await bare.until("2026-12-01T10:00")
    assert "at least" not in await _leading(amara)


async def _leading(lead: Colleague) -> str:
    """What the lead reads about who is in it."""
    await looks_at(lead, NAME)
    await lead.presses("Lead it")
    shown = lead.dialog.text
    await lead.dismisses()
    return shown


async def _members(connection: AsyncConnection) -> list[int]:
    """A few of those whom nobody is shown."""
    unseen = select(MembershipRow.person_id).join(PersonRow, PersonRow.id == MembershipRow.person_id)
    unseen = unseen.where(PersonRow.name == "Somebody quiet").distinct().limit(3)
    return list((await connection.execute(unseen)).scalars())
