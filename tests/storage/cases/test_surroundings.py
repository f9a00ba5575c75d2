"""The doctor hears of a PostgreSQL that keeps by itself the second of every change."""

import pytest
from sqlalchemy.engine import make_url

from storage.cases.surroundings import keeps_times
from storage.db import Database
from tests.databases import drop_postgres, fresh_postgres


@pytest.mark.parametrize("told", ["log_statement=mod", "log_min_duration_statement=0"])
async def test_what_keeps_times_is_named_and_nothing_else(told: str) -> None:
    url, file = await fresh_postgres(), Database("sqlite:///:memory:")
    asked = make_url(url).update_query_dict({"options": f"-c{told}"}).render_as_string(hide_password=False)
    usual, talkative = Database(url), Database(asked)
    assert await keeps_times(usual) == await keeps_times(file) == []
    [named] = await keeps_times(talkative)
    assert told.partition("=")[0] in named
    for each in (usual, talkative, file):
        await each.close()
    await drop_postgres(url)
