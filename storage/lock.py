"""Lets one process at a time use an SQLite file: two would send some messages twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.db import async_url


class InUse(Exception):
    """Another process has this database open; the words are for the person who started the second one."""


@contextmanager
def sole_use(url: str) -> Iterator[None]:
    """Holds `<file>.lock` as long as the block runs. The system frees it when the process ends, however it ends."""
    address = async_url(url)
    if address.get_backend_name() != "sqlite" or not address.database or address.database == ":memory:":
        yield
        return
    # The file stays: removing it would let two processes lock two files of the same name.
    with Path(f"{address.database}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InUse(
                f"Another Hearback is already running on {address.database}. Stop it first, or use PostgreSQL."
            ) from None
        yield
