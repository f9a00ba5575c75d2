"""A process that is killed in the middle of a close loses nothing, shows nothing, and the next one closes (B8)."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.loop import BallotRow, CellRow, CommentRow, ReleaseRow
from storage.snapshot import WHOLE
from tests.attack.world import world

pytestmark = pytest.mark.chaos
ROOT = Path(__file__).parents[2]
AFTER_THE_CLOSE = datetime(2026, 11, 16, 12, 1, tzinfo=UTC)


async def test_killed_between_opening_the_ballots_and_the_commit_the_next_run_closes_it(tmp_path: Path) -> None:
    async with world(tmp_path) as here:
        await here.answer({"ash": [7, 2, 9] * 4, "cedar": [5] * 15}, comment="Only for the close.")
        database, keys = str(here.works.database.url.database), tmp_path / "secrets"
        await here.works.database.close()
        for _ in range(2):
            assert await killed(f"sqlite:///{database}", keys) == -9
        async with here.works.database.begin() as connection:
            for table in (ReleaseRow.moment_id, CellRow.node, CommentRow.text):
                assert (await connection.execute(select(table))).all() == []
            assert (await connection.execute(select(func.count()).select_from(BallotRow))).scalar_one() == 27
        assert list(keys.glob("ballot-*"))
        here.office.clock.at = AFTER_THE_CLOSE
        await here.works.catch_up()
        await here.works.catch_up()
        async with here.works.database.begin() as connection:
            whole = select(CellRow.answers).where(CellRow.node == WHOLE)
            assert (await connection.execute(whole)).scalar_one() == 27
            # The next question has opened; its keys are the only ones.
            assert (await connection.execute(select(func.count()).select_from(BallotRow))).scalar_one() == 0


async def killed(url: str, keys: Path) -> int | None:
    command = (sys.executable, "-m", "tests.chaos.closer", url, str(keys), AFTER_THE_CLOSE.isoformat())
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    return await process.wait()
