"""What the administrator does beside serving: give roles, and ask whether all is well."""

import logging
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.keeper import KEY, NotGiven
from bot.main import SystemClock, keeper_of
from bot.ports import Clock
from bot.settings import Settings
from bot.values import dataclass
from storage import directory
from storage.db import Database
from storage.loop import DeliveryRow, MomentRow
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.second_keys import LATE

log = logging.getLogger("hearback")

TOKENS_DIFFER = "Its HEARBACK_KEEPER_TOKEN is not the one that is set here."
CLOCKS_APART = 60  # seconds
NO_DATABASE = "There is no database yet. Run: python -m bot migrate"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    well: bool
    sentence: str


async def grant(settings: Settings, role: str, account: str) -> str | None:
    """Gives a role to the person with this account (`platform:id`); returns their name, or None if nobody has it."""
    platform, _, external = account.partition(":")
    if no_file(settings):
        raise FileNotFoundError(NO_DATABASE)
    database = Database(settings.database_url)
    try:
        async with database.begin() as connection:
            number = await directory.by_account(connection, platform, external)
            found = await directory.person(connection, number) if number else None
            if found is None:
                return None
            await directory.join(connection, found.id, directory.ROLES[role])
    finally:
        await database.close()
    log.info("role granted: %s to %s", role, account)
    return found.name


async def findings(settings: Settings) -> list[Finding]:
    """What `doctor` looks at: folders, doors, the keeper, and what the database holds."""
    looked = [*_folders(settings), *_doors(settings), *_model(settings), *await _keeper(settings, SystemClock())]
    if no_file(settings):
        return [*looked, Finding(False, NO_DATABASE)]
    database = Database(settings.database_url)
    try:
        async with database.begin() as connection:
            return [*looked, *await _held(connection), *await _second_keys(connection, settings)]
    except SQLAlchemyError:
        stale = "The database does not answer, or is not up to date. Run: python -m bot migrate"
        return [*looked, Finding(False, stale)]
    finally:
        await database.close()


async def _held(connection: AsyncConnection) -> list[Finding]:
    people = await connection.scalar(select(func.count()).where(PersonRow.active)) or 0
    looked = [Finding(people > 0, f"{people} people are in the directory.")]
    for role, circle in directory.ROLES.items():
        held = (
            select(func.count())
            .select_from(MembershipRow)
            .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
            .where(CircleRow.key == circle)
        )
        count = await connection.scalar(held) or 0
        remedy = "" if count else f" Give it: python -m bot grant {role} slack:U012AB3CD"
        looked.append(Finding(count > 0, f"Held by {count}: the role {role}.{remedy}"))
    failed = await connection.scalar(select(func.count()).where(DeliveryRow.state == "failed")) or 0
    missed = await connection.scalar(select(func.count()).where(DeliveryRow.state == "missed")) or 0
    return [
        *looked,
        Finding(failed == 0, f"{failed} messages could not be delivered."),
        Finding(missed == 0, f"{missed} questions could not be sent in time, because the server was stopped."),
    ]


async def _keeper(settings: Settings, clock: Clock) -> list[Finding]:
    """Whether whoever has the second keys answers, and has the same time."""
    keeper = keeper_of(settings, clock)
    if keeper is None:
        return []
    found = await keeper.look()
    await keeper.close()
    if isinstance(found, NotGiven):
        remedy = TOKENS_DIFFER if found.why == "401" else "Without it no question without names opens or closes."
        return [Finding(False, f"The keeper, {keeper.name}, does not answer ({found.why}). {remedy}")]
    wrong = abs((found.now - clock.now()).total_seconds())
    if wrong > CLOCKS_APART:
        return [Finding(False, f"The keeper's clock and this one are {wrong:.0f} seconds apart. Set both right.")]
    return [Finding(True, f"The keeper, {keeper.name}, answers, and has {found.keys} keys.")]


async def _second_keys(connection: AsyncConnection, settings: Settings) -> list[Finding]:
    """Questions that cannot be counted without the keeper's key."""
    kept = select(func.count()).where(MomentRow.closed.is_(False), func.length(MomentRow.seal) > KEY)
    late = kept.where(MomentRow.closes_at <= SystemClock().now() - LATE)
    need, waiting = await connection.scalar(kept) or 0, await connection.scalar(late) or 0
    looked = []
    if need and settings.keeper is None:
        looked.append(Finding(False, f"{need} open questions need a keeper's key, and no keeper is set: set it again."))
    if waiting:
        looked.append(Finding(False, f"{waiting} questions have closed and wait for the keeper's key."))
    return looked


def no_file(settings: Settings) -> bool:
    """Whether the SQLite file that is named has not been made yet."""
    kind, _, file = settings.database_url.partition(":///")
    return kind == "sqlite" and not Path(file).exists()


def _folders(settings: Settings) -> list[Finding]:
    folders = [settings.secrets_dir]
    if settings.database_url.startswith("sqlite:///"):
        folders.append(Path(settings.database_url.removeprefix("sqlite:///")).parent)
    return [
        Finding(
            folder.is_dir() and folder.stat().st_mode & 0o077 == 0,
            f"{folder} is for this user only."
            if folder.is_dir()
            else f"{folder} does not exist. Run: python -m bot migrate",
        )
        for folder in folders
    ]


def _model(settings: Settings) -> list[Finding]:
    """Whether the sentence model is what it is to be, where it is wanted."""
    if not settings.house.sentences:
        return []
    why = model_fault()
    return [
        Finding(not why, why or "The sentence model is the one that Hearback knows. It was taught mostly in English.")
    ]


def model_fault() -> str:
    """Why the sentence model cannot be used, and what to do; empty where it can."""
    from conversations.sort import model  # noqa: PLC0415 - numpy and scipy, where the model is wanted only

    try:
        model.check(model.found())
    except model.Unfit as why:
        return f"{why} Until then, comments are sorted by their words alone."
    return ""


def _doors(settings: Settings) -> list[Finding]:
    opened = [name for name, door in (("Slack", settings.slack), ("Teams", settings.teams)) if door]
    said = (
        f"Doors with tokens: {', '.join(opened)}."
        if opened
        else "No door has tokens: set SLACK_BOT_TOKEN or TEAMS_APP_ID."
    )
    guardian = "A guardian is named." if settings.house.guardian else "No guardian is named: set HEARBACK_GUARDIAN."
    return [
        Finding(bool(opened) or settings.demo, said if not settings.demo else f"{said} The demo is on."),
        Finding(bool(settings.house.guardian) or settings.demo, guardian),
    ]
