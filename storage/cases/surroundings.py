"""Looks at whether PostgreSQL itself keeps the second of every change: the rows of threads take care to hold no time."""

from sqlalchemy import text

from storage.db import Database

KEEPS = {
    "archive_mode": "its archive of changes (archive_mode)",
    "track_commit_timestamp": "a time beside every change (track_commit_timestamp)",
    "log_statement": "its log of statements (log_statement)",
    "log_min_duration_statement": "its log of slow statements (log_min_duration_statement)",
}
"""Settings of PostgreSQL, and what keeps times where they are not as they usually are."""
FINE = ("off", "none", "ddl", "-1")


async def keeps_times(database: Database) -> list[str]:
    """What does; nothing for SQLite, which has nothing of the kind."""
    if database.url.get_backend_name() == "sqlite":
        return []
    async with database.begin() as connection:
        rows = await connection.execute(text("SELECT name, setting FROM pg_settings"))
        found = {name: setting for name, setting in rows if name in KEEPS}
    return [what for name, what in KEEPS.items() if found.get(name, "off") not in FINE]
