"""What people said about themselves: a copy of the database tells nothing of it, two copies neither, and taken back is gone."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update

from bot.detail import ID, MOST_DETAILS
from storage import details
from storage.db import Database
from storage.details import DetailRow
from storage.people import PersonRow
from storage.secrets import SecretFiles
from storage.work import Work
from tests.databases import fresh_sqlite

ASKED = ("age-band", "sex")
PEOPLE = 5


class Desk:
    """A database with a few people, and the folder of keys."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database, self.folder = database, folder
        self.secrets = SecretFiles(folder)

    async def hire(self) -> None:
        person = {"name": "", "language": "en", "zone": "Europe/London", "active": True}
        async with self.database.begin() as connection:
            await connection.execute(insert(PersonRow), [{"id": each, **person} for each in range(1, PEOPLE + 1)])

    async def says(self, person: int, said: Mapping[str, str]) -> None:
        async with self.database.begin() as connection:
            await details.keep(Work(connection, self.secrets), person, said)

    async def said(self, person: int, detail: str = "sex") -> str:
        async with self.database.begin() as connection:
            return await details.said_by(Work(connection, self.secrets), person, detail)

    async def rows(self) -> dict[bytes, bytes]:
        async with self.database.begin() as connection:
            return {row.tag: row.sealed for row in await connection.execute(select(DetailRow.tag, DetailRow.sealed))}

    async def night(self, *, killed: bool = False) -> None:
        async with self.database.begin() as connection:
            old = await details.renew(Work(connection, self.secrets), ASKED)
        if not killed:
            details.destroy(self.secrets, old)

    def keys(self) -> list[str]:
        return sorted(file.stem for file in self.folder.glob("about-*.key"))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(await fresh_sqlite(tmp_path))
    made = Desk(database, tmp_path / "keys")
    await made.hire()
    yield made
    await database.close()


async def test_what_is_said_is_kept_changed_taken_back_and_renewed(database: Database, tmp_path: Path) -> None:
    desk = Desk(database, tmp_path / "keys")
    await desk.hire()
    await desk.says(1, {"sex": "female", "age-band": "from-30"})
    await desk.says(2, {"sex": "male"})
    await desk.says(1, {"sex": "male"})
    assert [await desk.said(1), await desk.said(1, "age-band"), await desk.said(2), await desk.said(3)] == [
        "male",
        "",
        "male",
        "",
    ]
    await desk.night()
    await desk.says(2, {})
    assert [await desk.said(1), await desk.said(2), len(await desk.rows())] == ["male", "", 1]


async def test_c2_copies_of_the_database_are_alike_whatever_people_say(tmp_path: Path) -> None:
    seen = []
    for number, said in enumerate(({"sex": "female"}, {"sex": "male", "age-band": "x" * 40})):
        folder = tmp_path / str(number)
        folder.mkdir()
        desk = Desk(Database(await fresh_sqlite(folder)), folder / "keys")
        await desk.hire()
        for person in (3, 1, 2):
            await desk.says(person, said)
        rows = await desk.rows()
        seen.append(([len(tag) for tag in rows], [len(sealed) for sealed in rows.values()]))
        assert list(rows) == sorted(rows)  # not in the order in which people spoke
        await desk.database.close()
        assert b"female" not in b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert seen[0] == seen[1]


async def test_the_most_that_anybody_can_say_has_room(desk: Desk) -> None:
    await desk.says(PEOPLE, {f"{number}".ljust(ID, "d"): "a" * ID for number in range(MOST_DETAILS)})
    assert await desk.said(PEOPLE, "3".ljust(ID, "d")) == "a" * ID


async def test_the_copies_of_two_days_do_not_tell_which_rows_are_the_same(desk: Desk) -> None:
    for person in range(1, PEOPLE + 1):
        await desk.says(person, {"sex": "female"})
    before = await desk.rows()
    await desk.night()
    after = await desk.rows()
    assert len(before) == len(after) == PEOPLE
    assert not set(before) & set(after)
    assert not set(before.values()) & set(after.values())
    assert [await desk.said(person) for person in range(1, PEOPLE + 1)] == ["female"] * PEOPLE


async def test_what_was_taken_back_opens_from_no_backup_after_the_night(desk: Desk, tmp_path: Path) -> None:
    await desk.says(1, {"sex": "female"})
    async with desk.database.begin() as connection:
        await connection.execute(text(f"VACUUM INTO '{tmp_path / 'backup.db'}'"))
    await desk.says(1, {})
    assert desk.keys() == ["about-1"]
    await desk.night()
    assert desk.keys() == ["about-2"]
    backup = Desk(Database(f"sqlite:///{tmp_path / 'backup.db'}"), desk.folder)
    assert await backup.said(1) == ""
    await backup.database.close()


async def test_a_night_that_was_cut_off_before_the_key_was_destroyed_is_made_good(desk: Desk) -> None:
    await desk.says(1, {"sex": "female"})
    await desk.night(killed=True)
    assert desk.keys() == ["about-1", "about-2"]
    await desk.night()
    assert desk.keys() == ["about-3"]
    assert await desk.said(1) == "female"


async def test_whoever_left_and_what_is_asked_no_more_are_gone_after_the_night(desk: Desk) -> None:
    await desk.says(1, {"sex": "female"})
    await desk.says(2, {"sex": "male", "old": "x"})
    await desk.says(3, {"old": "x"})
    async with desk.database.begin() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.id == 1).values(active=False))
    await desk.night()
    assert len(await desk.rows()) == 1
    assert [await desk.said(2), await desk.said(2, "old")] == ["male", ""]


async def test_a_night_in_which_nobody_has_said_anything_makes_no_key(desk: Desk) -> None:
    await desk.night()
    assert (desk.keys(), await desk.rows()) == ([], {})


async def test_after_the_key_was_lost_people_can_say_it_again(desk: Desk) -> None:
    await desk.says(1, {"sex": "female"})
    desk.secrets.destroy("about-1")
    assert await desk.said(1) == ""
    await desk.night()
    await desk.says(2, {"sex": "male"})
    assert [await desk.said(1), await desk.said(2), len(await desk.rows())] == ["", "male", 1]
