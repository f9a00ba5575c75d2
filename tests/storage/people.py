"""People to write to, for tests of what is sent."""

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.people import AccountRow, PersonRow


async def hire(
    connection: AsyncConnection, *people: int, tenant: str = "T1", zone: str = "Europe/London", platform: str = "slack"
) -> None:
    """People with these ids, each with one account."""
    who = [{"id": n, "name": f"P{n}", "language": "en", "zone": zone, "active": True} for n in people]
    accounts = [
        {
            "person_id": n,
            "platform": platform,
            "tenant": tenant,
            "external": f"U{n}",
            "reach": "",
            "preferred": True,
        }
        for n in people
    ]
    await connection.execute(insert(PersonRow), who)
    await connection.execute(insert(AccountRow), accounts)
