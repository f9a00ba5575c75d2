"""A whole life on PostgreSQL is shown word for word as on SQLite; what is written where, the tests of storage compare."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.ui import plain
from tests import life as lives
from tests.databases import drop_postgres, fresh_postgres
from tests.harness import Office
from tests.life import lived
from tests.receipts import is_receipt
from tests.witness import Shown, Witness

# One worker lives the life and reads the code; each of the others would have to do it once more.
pytestmark = pytest.mark.xdist_group("laws")


def lines(shown: tuple[Shown, ...]) -> Counter[str]:
    """Every line that anybody read. Comments come in an order of chance, so the order is left out; so are receipts."""
    return Counter(
        "a receipt" if is_receipt(line.removeprefix("> ")) else line
        for each in shown
        for line in plain(each).splitlines()
    )


@pytest.mark.long
def test_people_read_the_same_on_both_databases(tmp_path: Path) -> None:
    on_sqlite = lived().shown
    on_postgres = asyncio.run(_on_postgres(tmp_path))
    assert len(on_postgres) == len(on_sqlite)
    assert lines(on_postgres) == lines(on_sqlite)


async def _on_postgres(folder: Path) -> tuple[Shown, ...]:
    url = await fresh_postgres()
    witness = Witness()
    office = await Office.open(witness, url, folder)
    await lives.live(await lives.begin(office, folder))
    await office.close()
    await drop_postgres(url)
    return tuple(witness.shown)
