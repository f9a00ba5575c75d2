"""Tokens: shown once, kept as a hash, ended by a day or by hand, and never watched."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage.db import Database
from storage.exports import tokens
from storage.people import TokenRow

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


async def test_a_token_is_known_until_it_runs_out_or_is_revoked(database: Database) -> None:
    async with database.begin() as connection:
        assert not await tokens.any_valid(connection, NOW)
        one = await tokens.issue(connection, "Power BI", LATER)
        other = await tokens.issue(connection, "Another", LATER + timedelta(days=1))
        assert await tokens.name_of(connection, one, NOW) == "Power BI"
        assert await tokens.name_of(connection, one, LATER) is None
        assert await tokens.name_of(connection, other, LATER) == "Another"
        assert await tokens.revoke(connection, "Another")
        assert not await tokens.revoke(connection, "Another")
        assert await tokens.name_of(connection, other, NOW) is None
        assert await tokens.any_valid(connection, NOW)
        assert not await tokens.any_valid(connection, LATER)
        assert await tokens.listed(connection) == [tokens.Token("Power BI", LATER)]
        with pytest.raises(tokens.Taken):
            await tokens.issue(connection, "Power BI", LATER)


async def test_what_is_kept_is_no_token_and_says_nothing_of_its_use(database: Database) -> None:
    async with database.begin() as connection:
        made = [await tokens.issue(connection, f"tool {number}", LATER) for number in range(20)]
        before = (await connection.execute(select(TokenRow.__table__))).all()
        assert await tokens.name_of(connection, made[7], NOW) == "tool 7"
        assert (await connection.execute(select(TokenRow.__table__))).all() == before
    assert len(set(made)) == 20
    assert all(each.startswith("hearback_") and len(each) >= 52 for each in made)
    assert not any(each.removeprefix("hearback_").encode() in row.digest for each in made for row in before)
    assert [column.name for column in TokenRow.__table__.columns] == ["name", "digest", "expires_at"]
