"""An inbox for each test, in front of guardians with cheap keys, on SQLite and PostgreSQL or on SQLite alone."""

from tests.storage.cases.conftest import chamber, file_chamber

__all__ = ["chamber", "file_chamber"]
