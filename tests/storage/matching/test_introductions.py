"""People of a circle meet somebody new each time, and what is remembered of it names nobody."""

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from storage import directory
from storage.matching.introductions import introduce
from storage.people import IntroductionRow, PersonRow
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=0)
    yield opened
    await opened.close()


async def test_a_circle_meets_week_after_week_and_after_a_year_it_is_forgotten(office: Office) -> None:
    now, every = office.clock.now(), list[tuple[int, int]]()
    async with office.works.ledger.begin() as work:
        circle = await directory.circle_id(work.connection, "book-club", "Book club")
        person = {"name": "Somebody", "language": "en", "zone": "Europe/London", "active": True}
        made = await work.connection.execute(insert(PersonRow).returning(PersonRow.id), [person] * 13)
        people = list(made.scalars())
        for week in range(8):
            found = await introduce(work, circle, people, now + timedelta(weeks=week))
            assert sorted(each for table in found.tables for each in table) == people
            assert sorted(map(len, found.tables)) == [2, 2, 2, 2, 2, 3]
            every += [pair for table in found.tables for pair in combinations(sorted(table), 2)]
        # 64 of 78 pairs are used up, so one to four come again (150 years of trial); by chance alone some 20 would.
        assert len(every) - len(set(every)) <= 6
        again = await introduce(work, circle, people, now + timedelta(weeks=7))
        kept = (await work.connection.execute(select(IntroductionRow))).all()
        assert len(kept) == 8 * 8
        assert not {str(each) for each in people} & {cell for row in kept for cell in (row.one, row.other)}
        assert len(again.tables) == 6
        tables = await introduce(work, circle, people, now + timedelta(days=800), size=4)
        assert sorted(map(len, tables.tables)) == [3, 3, 3, 4]
        days = (await work.connection.execute(select(IntroductionRow.day).distinct())).scalars().all()
        assert len(days) == 1


async def test_across_teams_nobody_sits_with_their_own_and_who_has_nobody_is_named(office: Office) -> None:
    for name, team in (("Ann", "ward-1"), ("Ben", "ward-1"), ("Cara", "ward-1"), ("Dev", "ward-2")):
        await office.hire(f"{name} Ahmed", team=team)
    async with office.works.ledger.begin() as work:
        circle = await directory.circle_id(work.connection, directory.EVERYONE)
        people = [each.id for each in await directory.members(work.connection, directory.EVERYONE)]
        found = await introduce(work, circle, people, office.clock.now(), across_teams=True)
        assert [len(table) for table in found.tables] == [2]
        assert len(found.waiting) == 2
        assert (await introduce(work, circle, people[:1], office.clock.now())).waiting == (people[0],)
