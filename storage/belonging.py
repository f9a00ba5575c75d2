"""Before anything runs: do this database, these secret keys and this way of running belong together?"""

from hashlib import blake2b

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.db import insert
from storage.demo.organisation import PLATFORM
from storage.people import AccountRow, InstallationRow
from storage.secrets import Secrets

KEY = "installation"


class Unfit(Exception):
    """They do not; the words are for the person who starts the server."""


async def check_keys(connection: AsyncConnection, secrets: Secrets, *, lost: bool = False) -> None:
    """Refuses other keys than this database's own: with those every open round would be taken for lost.

    `lost`: the administrator says that the old ones are gone for good, so these are its own from now on.
    """
    mark = blake2b(secrets.lasting(KEY), digest_size=16).hexdigest()
    known = await connection.scalar(select(InstallationRow.mark))
    if known is None or lost:
        row = insert(connection, InstallationRow).values(id=1, mark=mark)
        await connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"mark": mark}))
    elif known != mark:
        raise Unfit(
            "The keys in HEARBACK_SECRETS_DIR do not belong to this database, so nothing was started. Put the right folder "
            "there. Only if it is lost for good: python -m bot migrate --secrets-are-lost (rounds that are open are cancelled)."
        )


async def check_people(connection: AsyncConnection, *, demo: bool) -> None:
    """Keeps made-up people and real ones apart: in one database, real staff would be asked by somebody invented."""
    made_up, real = AccountRow.platform == PLATFORM, AccountRow.platform != PLATFORM
    if demo and await connection.scalar(select(AccountRow.id).where(real).limit(1)):
        raise Unfit(
            "Real people are in this database. The demo needs one of its own: leave HEARBACK_DATABASE_URL unset."
        )
    if not demo and await connection.scalar(select(AccountRow.id).where(made_up).limit(1)):
        raise Unfit("The demo's made-up people are in this database. Set HEARBACK_DATABASE_URL to another one.")
