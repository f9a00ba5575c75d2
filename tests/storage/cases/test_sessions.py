"""Unlocked keys lie in memory so that nothing but the guardian's cookie opens them, and not for long."""

import pickle

import pytest

from storage.cases.guardians import StaysLocked
from storage.cases.sessions import IDLE, LONGEST
from storage.threads.recipients import DirectoryRefused
from tests.storage.cases.chamber import Chamber
from tests.storage.threads import scan


async def test_a_session_ends_after_twenty_minutes_without_use(file_chamber: Chamber) -> None:
    chamber = file_chamber
    cookie = chamber.sessions.begin(await chamber.key("Ines"))
    for _ in range(3):
        chamber.watch.at += IDLE - 1
        assert (await chamber.sessions.enter(chamber.work, cookie)).named.name == "Ines"
    chamber.watch.at += IDLE
    with pytest.raises(StaysLocked):
        await chamber.sessions.enter(chamber.work, cookie)
    assert (IDLE, LONGEST) == (20 * 60, 4 * 60 * 60)


async def test_a_session_ends_after_four_hours_however_busy(file_chamber: Chamber) -> None:
    chamber = file_chamber
    cookie, began = chamber.sessions.begin(await chamber.key("Ines")), chamber.watch.at
    while chamber.watch.at < began + LONGEST - IDLE / 2:
        chamber.watch.at += IDLE / 2
        if chamber.watch.at < began + LONGEST:
            await chamber.sessions.enter(chamber.work, cookie)
    chamber.watch.at = began + LONGEST
    with pytest.raises(StaysLocked):
        await chamber.sessions.enter(chamber.work, cookie)


async def test_no_other_cookie_opens_anything(file_chamber: Chamber) -> None:
    chamber = file_chamber
    cookie = chamber.sessions.begin(await chamber.key("Ines"))
    other = chamber.sessions.begin(await chamber.key("Tom"))
    for bad in ("", "x", cookie[:-4] + "AAA=", cookie.swapcase(), "\ud800"):
        with pytest.raises(StaysLocked):
            await chamber.sessions.enter(chamber.work, bad)
    chamber.sessions.end(cookie)
    chamber.sessions.end(cookie)
    with pytest.raises(StaysLocked):
        await chamber.sessions.enter(chamber.work, cookie)
    third = chamber.sessions.begin(await chamber.key("Ines"))
    chamber.sessions.end_others(third)
    assert (await chamber.sessions.enter(chamber.work, third)).named.name == "Ines"
    with pytest.raises(StaysLocked):
        await chamber.sessions.enter(chamber.work, other)


async def test_memory_without_the_cookie_holds_no_key(file_chamber: Chamber) -> None:
    chamber = file_chamber
    key = await chamber.key("Ines")
    chamber.sessions.begin(key)
    held = pickle.dumps([(name, each.sealed) for name, each in chamber.sessions._kept.items()])
    assert scan.found([key.opens, key.signs], held) == []
    assert scan.found([key.opens], held + key.opens)


async def test_whoever_is_taken_off_the_list_is_out_at_once(file_chamber: Chamber) -> None:
    chamber = file_chamber
    cookie = chamber.sessions.begin(await chamber.key("Ines"))
    await chamber.until("Ines", chamber.day.today)
    await chamber.sessions.enter(chamber.work, cookie)
    chamber.day.passes()
    for _ in range(2):
        with pytest.raises(StaysLocked):
            await chamber.sessions.enter(chamber.work, cookie)


async def test_nobody_works_by_a_list_that_is_not_trusted(file_chamber: Chamber) -> None:
    chamber = file_chamber
    cookie = chamber.sessions.begin(await chamber.key("Ines"))
    chamber.work = type(chamber.work)(chamber.work.cabinet, "another pin", chamber.work.cost)
    with pytest.raises(DirectoryRefused):
        await chamber.sessions.enter(chamber.work, cookie)
