"""A guardian's keys open with passphrase and code, or with the recovery code, and otherwise say one plain thing."""

import asyncio
from dataclasses import replace
from typing import Literal

import pytest
from sqlalchemy import delete, insert, select, update

from storage.cases import guardians, locks
from storage.cases.casework import GUARDIAN, Casework
from storage.cases.guardians import StaysLocked
from storage.cases.locks import TooWeak
from storage.cases.one_time import IN_LINE, WITHIN, WRONG
from storage.threads.keys import Cost
from storage.threads.tables import LockedKeysRow
from tests.storage.cases.chamber import Chamber, passphrase, telephone
from tests.storage.threads import scan

NEW = "a quite different sentence"


async def locked_rows(chamber: Chamber) -> list[dict[str, object]]:
    async with chamber.work.cabinet.database.begin() as connection:
        kept = await connection.execute(select(LockedKeysRow.__table__))
        return [dict(row) for row in kept.mappings()]


async def put_back(chamber: Chamber, rows: list[dict[str, object]]) -> None:
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(delete(LockedKeysRow))
        await connection.execute(insert(LockedKeysRow), rows)


async def stays_locked(chamber: Chamber, name: str, *secret: str) -> None:
    who = chamber.enrolled[name].who
    with pytest.raises(StaysLocked) as said:
        await guardians.unlock(chamber.work, chamber.tries, who, (secret[0], secret[1]))
    assert (str(said.value), said.value.args) == ("", ())


async def test_a_guardian_unlocks_with_passphrase_and_code_and_each_code_is_good_once(chamber: Chamber) -> None:
    key = await chamber.key("Ines")
    assert locks.number(key) == chamber.enrolled["Ines"].who
    code = telephone(chamber.enrolled["Ines"], chamber.watch.at)
    await stays_locked(chamber, "Ines", passphrase("Ines"), code)
    await stays_locked(chamber, "Ines", passphrase("Ines"), telephone(chamber.enrolled["Ines"], chamber.watch.at - 30))
    assert await chamber.key("Ines") == key


async def test_whatever_is_wrong_it_stays_locked_and_says_no_more(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await stays_locked(chamber, "Ines", passphrase("Tom"), chamber.code("Ines"))
    await stays_locked(chamber, "Ines", passphrase("Ines"), chamber.code("Tom"))
    await stays_locked(chamber, "Ines", passphrase("Ines"), "")
    await stays_locked(chamber, "Ines", "\ud800", chamber.code("Ines"))
    with pytest.raises(StaysLocked):
        await guardians.unlock(chamber.work, chamber.tries, bytes(16), (passphrase("Ines"), "000000"))
    who = chamber.enrolled["Ines"].who
    with pytest.raises(StaysLocked):
        await guardians.recover(chamber.work, chamber.tries, who, chamber.enrolled["Tom"].recovery, to=NEW)
    await chamber.until("Ines", chamber.day.today)
    await chamber.key("Ines")
    chamber.day.passes()
    await stays_locked(chamber, "Ines", passphrase("Ines"), chamber.code("Ines"))
    await chamber.lists(replace(chamber.directory, recipients=chamber.directory.recipients[2:]))
    await stays_locked(chamber, "Tom", passphrase("Tom"), chamber.code("Tom"))


async def test_who_tries_too_often_has_to_wait(file_chamber: Chamber) -> None:
    chamber = file_chamber
    for _ in range(WRONG):
        await stays_locked(chamber, "Ines", passphrase("Ines"), "000000")
    await stays_locked(chamber, "Ines", passphrase("Ines"), chamber.code("Ines"))
    await chamber.key("Tom")
    chamber.watch.at += WITHIN
    await chamber.key("Ines")


async def test_whoever_knows_a_name_alone_locks_nobody_out(file_chamber: Chamber) -> None:
    chamber = file_chamber
    for _ in range(3 * WRONG):
        await stays_locked(chamber, "Ines", "not the passphrase", chamber.code("Ines"))
    await chamber.key("Ines")


async def test_a_flood_of_tries_over_all_names_is_turned_away_and_leaves_nothing_behind(file_chamber: Chamber) -> None:
    chamber = file_chamber
    worked = 0

    class Counting(asyncio.Semaphore):
        async def acquire(self) -> Literal[True]:
            nonlocal worked
            worked += 1
            return await super().acquire()

    cabinet = replace(chamber.work.cabinet, turns=Counting(2))
    flooded, who = replace(chamber.work, cabinet=cabinet), [each.who for each in chamber.enrolled.values()]
    tries = [guardians.unlock(flooded, chamber.tries, who[n % len(who)], ("a guess", "000000")) for n in range(50)]
    told = await asyncio.gather(*tries, return_exceptions=True)
    assert {type(each) for each in told} == {StaysLocked}
    # Where the machine is slow, one is through before the last has come, and leaves its place in line.
    assert IN_LINE <= worked <= IN_LINE + 4
    await chamber.key("Ines")


async def test_a_new_passphrase_leaves_the_keys_and_ends_the_old_one_in_every_backup(chamber: Chamber) -> None:
    key, backup = await chamber.key("Ines"), await locked_rows(chamber)
    old, who = chamber.enrolled["Ines"], chamber.enrolled["Ines"].who
    secret = (passphrase("Ines"), chamber.code("Ines"))
    with pytest.raises(TooWeak):
        await guardians.change(chamber.work, chamber.tries, who, secret, to="short")
    changed = await guardians.change(chamber.work, chamber.tries, who, secret, to=NEW)
    assert changed.public.opens == old.public.opens
    assert await guardians.unlock(chamber.work, chamber.tries, who, (f" {NEW}\n", chamber.code("Ines"))) == key
    for restored in (await locked_rows(chamber), backup):
        await put_back(chamber, restored)
        await stays_locked(chamber, "Ines", passphrase("Ines"), chamber.code("Ines"))
        with pytest.raises(StaysLocked):
            await guardians.recover(chamber.work, chamber.tries, who, old.recovery, to=NEW)


async def test_a_recovery_code_works_once_and_gives_a_new_telephone(chamber: Chamber) -> None:
    key, old = await chamber.key("Ruth"), chamber.enrolled["Ruth"]
    typed = old.recovery.lower().replace("-", " ")
    again = await guardians.recover(chamber.work, chamber.tries, old.who, typed, to=NEW)
    assert len({old.recovery, again.recovery}) == len({old.one_time, again.one_time}) == 2
    await stays_locked(chamber, "Ruth", NEW, chamber.code("Ruth"))
    chamber.enrolled = {**chamber.enrolled, "Ruth": again}
    assert await guardians.unlock(chamber.work, chamber.tries, old.who, (NEW, chamber.code("Ruth"))) == key
    with pytest.raises(StaysLocked):
        await guardians.recover(chamber.work, chamber.tries, old.who, old.recovery, to=NEW)


async def test_a_writer_of_the_database_opens_nothing_and_puts_nobody_in_a_guardian_s_place(
    file_chamber: Chamber,
) -> None:
    chamber = file_chamber
    mine = await guardians.enrol(chamber.work, NEW, "Ines", "guardian")  # with keys of their own, on no list
    ines = chamber.enrolled["Ines"].who
    code = telephone(mine, chamber.watch.at)
    with pytest.raises(StaysLocked):
        await guardians.unlock(chamber.work, chamber.tries, mine.who, (NEW, code))
    kept = {row["guardian"]: row for row in await locked_rows(chamber)}
    await put_back(chamber, [{**kept[mine.who], "guardian": ines}])
    with pytest.raises(StaysLocked):
        await guardians.unlock(chamber.work, chamber.tries, ines, (NEW, telephone(mine, chamber.watch.at)))
    for bad in ("../peppers", "guardian-../x", "threads", "guardian-"):
        async with chamber.work.cabinet.database.begin() as connection:
            await connection.execute(update(LockedKeysRow).values(secret=bad))
        await stays_locked(chamber, "Ines", passphrase("Ines"), "000000")


async def test_a_removed_guardian_opens_nothing_and_removing_twice_is_no_error(file_chamber: Chamber) -> None:
    chamber, backup = file_chamber, await locked_rows(file_chamber)
    for _ in range(2):
        await guardians.remove(chamber.work, chamber.enrolled["Tom"].who)
    await stays_locked(chamber, "Tom", passphrase("Tom"), chamber.code("Tom"))
    await put_back(chamber, backup)
    await stays_locked(chamber, "Tom", passphrase("Tom"), chamber.code("Tom"))


@pytest.mark.long
async def test_no_file_holds_a_passphrase_a_code_or_a_key(file_chamber: Chamber) -> None:
    chamber = file_chamber
    needles = [passphrase("Ines").encode()]
    for name, each in chamber.enrolled.items():
        key = await chamber.key(name)
        needles += [key.opens, key.signs, each.recovery.encode(), each.recovery.replace("-", "").encode()]
        needles.append(each.one_time.partition("secret=")[2][:32].encode())
    for content in chamber.desk.files().values():
        assert scan.found(needles, content) == []
    printed = f"{await chamber.key('Ines')!r} {chamber.enrolled!r} {chamber.sessions!r} {chamber.tries!r}"
    assert scan.found(needles, printed.encode()) == []
    planted = chamber.desk.folder / "secrets" / "planted"
    for needle in needles:
        planted.write_bytes(b"before" + needle + b"after")
        assert any(scan.found(needles, content) for content in chamber.desk.files().values())


@pytest.mark.parametrize("bad", ["", "fourteen chars", "a" * 40, "x" * 2000, " " * 30 + "short"])
async def test_weak_passphrases_are_refused(file_chamber: Chamber, bad: str) -> None:
    with pytest.raises(TooWeak):
        await guardians.enrol(file_chamber.work, bad, "Nia", "guardian")


def test_a_guess_at_a_passphrase_costs_256_mebibytes() -> None:
    assert Cost(4, 256 * 1024 * 1024) == GUARDIAN
    assert Casework.__dataclass_fields__["cost"].default is GUARDIAN
    codes = {locks.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code.replace("-", "")) == 26 for code in codes)
