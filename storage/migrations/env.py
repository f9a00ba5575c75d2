"""Alembic runs this file for every migration; it gets an open connection and the list of tables, and imports no room."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

METADATA = "metadata"
CONNECTION = "connection"


def render(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """A revision stays as it was written: it names the plain database type and not a class that may change later."""
    if kind == "type" and type(item).__name__ == "Instant":
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    attributes = context.config.attributes
    context.configure(
        connection=attributes[CONNECTION],
        target_metadata=attributes[METADATA],
        render_item=render,
        render_as_batch=True,  # SQLite cannot alter a column: Alembic then copies the table
        compare_server_default=attributes[CONNECTION].dialect.name != "sqlite",  # where an identity leaves no trace
    )
    with context.begin_transaction():
        context.run_migrations()


run()
