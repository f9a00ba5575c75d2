"""The networks of the made-up organisation: two hidden, two open, with who leads them and who has joined."""

from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import circles, directory, parts
from storage.circles import Role
from storage.demo.organisation import PLATFORM, Network, Organisation
from storage.work import Work


async def found(work: Work, organisation: Organisation) -> None:
    """All of them; everybody in them must have been hired."""
    for each in organisation.networks:
        await _found(work.connection, each)


async def _found(connection: AsyncConnection, wanted: Network) -> None:
    of = await circles.found(connection, wanted.name, wanted.purpose, hidden=wanted.hidden)
    roles: tuple[tuple[Role, str], ...] = (
        ("lead", wanted.lead),
        ("co-lead", wanted.co_lead),
        ("sponsor", wanted.sponsor),
    )
    for role, account in roles:
        if account:
            await parts.accept(connection, await parts.ask(connection, of, role, await _number(connection, account)))
    await circles.write_hand_over(connection, of, wanted.hand_over)
    joined: tuple[tuple[Literal["member", "ally"], tuple[str, ...]], ...] = (
        ("member", wanted.members),
        ("ally", wanted.allies),
    )
    for how, accounts in joined:
        for account in accounts:
            who = await _number(connection, account)
            await circles.join(connection, of, who, how, seen=account in wanted.seen)


async def _number(connection: AsyncConnection, account: str) -> int:
    number = await directory.by_account(connection, PLATFORM, account)
    if number is None:
        raise RuntimeError("hire people first")
    return number
