"""What a guardian has not sent survives the lock and a restart, nobody else opens it, and it ends when it is sent."""

import asyncio
from dataclasses import replace

import pytest

from storage.cases import drafts, ending, opening, sharing, working
from storage.cases.opening import Case
from storage.cases.sessions import Guardian, Sessions
from storage.db import Database
from storage.threads import envelope, frames, lying, night, rows, transcript
from storage.threads.keys import labelled
from storage.threads.readers import Gone
from storage.threads.shelf import ShelfFile
from tests.storage.cases.chamber import Chamber
from tests.storage.cases.test_attacks import dump
from tests.storage.threads import scan

SAID = "The rota was changed after it was signed."
BEGUN = "  I would like to ask you about the second page,"


async def begun(chamber: Chamber) -> tuple[Guardian, Case]:
    """Ines has begun a reply."""
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await drafts.keep(chamber.work, ines, case, BEGUN, kind="reply")
    return ines, case


async def left(chamber: Chamber, case: Case) -> int:
    return len(await rows.collect(chamber.work.cabinet, transcript.draft_bases(case.opened.token)))


async def test_a_draft_survives_the_lock_a_night_and_a_restart_and_ends_when_it_is_sent(chamber: Chamber) -> None:
    ines, case = await begun(chamber)
    await drafts.keep(chamber.work, ines, case, "Ask Tom.", kind="note")
    await night.rewrite(chamber.work.cabinet)
    old = chamber.work.cabinet
    await old.database.close()
    shelf = ShelfFile(chamber.desk.folder / "secrets" / "threads.shelf")
    database = Database(old.database.url.render_as_string(hide_password=False))
    chamber.work = replace(chamber.work, cabinet=replace(old, database=database, shelf=shelf))
    chamber.sessions = Sessions(chamber.watch)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    assert await drafts.kept(chamber.work, ines, case) == {"reply": BEGUN, "note": "Ask Tom."}
    await working.reply(chamber.work, ines, case, BEGUN)
    assert await drafts.kept(chamber.work, ines, case) == {"note": "Ask Tom."}
    await working.note(chamber.work, ines, case, "Ask Tom.")
    await drafts.keep(chamber.work, ines, case, "Hm.", kind="reply")
    await drafts.keep(chamber.work, ines, case, " \n", kind="reply")
    assert (await drafts.kept(chamber.work, ines, case), await left(chamber, case)) == ({}, 0)


async def test_a_new_draft_takes_the_old_ones_place_and_looks_like_decoys_that_come_and_go(chamber: Chamber) -> None:
    ines, case = await begun(chamber)
    before = dict(await chamber.stored())
    await drafts.keep(chamber.work, ines, case, BEGUN + " please.", kind="reply")
    after = dict(await chamber.stored())
    assert (len(after), await left(chamber, case)) == (len(before), 1)
    assert {len(body) for body in after.values()} == {envelope.ROW}
    assert 1 <= len(after.keys() - before.keys()) <= 2
    assert await drafts.kept(chamber.work, ines, case) == {"reply": BEGUN + " please."}
    for name, content in {**chamber.desk.files(), **await dump(chamber)}.items():
        assert scan.found([BEGUN[2:20].encode(), BEGUN[20:].encode()], content) == [], name
    await drafts.end(chamber.work, ines, case, "reply")
    await chamber.desk.restore(list(after.items()))  # an old copy of the database does not bring it back
    assert await drafts.kept(chamber.work, ines, case) == {}


async def opened_by_tom(chamber: Chamber, case: Case) -> object:
    """What Tom, who reads the case too, makes of the rows of drafts, with his keys, all its keys and the shelf."""
    tom, theirs = await chamber.guardian("Tom"), await chamber.case("Tom")
    assert theirs.opened.keys.notes == case.opened.keys.notes
    return await drafts.kept(chamber.work, tom, theirs)


async def test_nobody_else_who_reads_the_case_opens_a_draft(chamber: Chamber) -> None:
    _, case = await begun(chamber)
    assert await opened_by_tom(chamber, case) == {}


async def test_a_build_that_kept_drafts_under_the_cases_key_would_show_them(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shared(_guardian: Guardian, case: Case) -> bytes:
        return labelled(case.opened.keys.notes, "draft", case.opened.token)

    monkeypatch.setattr(drafts, "_key", shared)
    _, case = await begun(file_chamber)
    assert await opened_by_tom(file_chamber, case) == {"reply": BEGUN}


async def test_new_keys_leave_the_drafts_of_those_who_stay_and_nothing_to_those_who_go(chamber: Chamber) -> None:
    ines, case = await begun(chamber)
    tom = await chamber.guardian("Tom")
    await drafts.keep(chamber.work, tom, await chamber.case("Tom"), "And I thought,", kind="note")
    await sharing.recuse(chamber.work, tom, await chamber.case("Tom"))
    after = await chamber.case("Ines")
    assert await drafts.kept(chamber.work, ines, after) == {"reply": BEGUN}
    assert await left(chamber, after) == 1
    assert await drafts.kept(chamber.work, ines, case) == {}  # with the keys from before
    with pytest.raises(Gone):
        await drafts.keep(chamber.work, ines, case, "From an old page.", kind="reply")


async def test_whoever_erases_a_case_erases_everybodys_drafts(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines, case = await begun(chamber)
    backup, keys = await chamber.stored(), case.opened
    await ending.propose(chamber.work, ines, case, "A duplicate.")
    await ending.delete(chamber.work, await chamber.guardian("Tom"), await chamber.case("Tom"))
    assert await left(chamber, case) == 0
    await chamber.desk.restore(backup)
    assert keys.token == case.opened.token
    assert await drafts.kept(chamber.work, ines, case) == {}


async def test_two_processes_that_save_at_once_lose_nothing(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines, case = await begun(chamber)
    tom, theirs = await chamber.guardian("Tom"), await chamber.case("Tom")
    shelf = ShelfFile(chamber.desk.folder / "secrets" / "threads.shelf")
    other = replace(chamber.work, cabinet=replace(chamber.work.cabinet, shelf=shelf))
    for number in range(6):
        await asyncio.gather(
            drafts.keep(chamber.work, ines, case, f"Ines {number}", kind="reply"),
            drafts.keep(other, tom, theirs, f"Tom {number}", kind="note"),
        )
        assert await drafts.kept(other, ines, case) == {"reply": f"Ines {number}"}
        assert await drafts.kept(chamber.work, tom, theirs) == {"note": f"Tom {number}"}
    assert await left(chamber, case) == 2


async def test_a_process_that_dies_while_it_saves_keeps_one_of_the_two(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber = file_chamber
    ines, case = await begun(chamber)

    async def dies(*_: object) -> None:
        raise SystemExit("killed")

    for where, step, expected in ((lying, "put", BEGUN), (rows, "make_decoys", "Next.")):
        with monkeypatch.context() as patched:
            patched.setattr(where, step, dies)
            with pytest.raises(SystemExit):
                await drafts.keep(chamber.work, ines, case, "Next.", kind="reply")
        assert await drafts.kept(chamber.work, ines, case) == {"reply": expected}
    await drafts.keep(chamber.work, ines, case, "Last.", kind="reply")
    assert (await drafts.kept(chamber.work, ines, case), await left(chamber, case)) == ({"reply": "Last."}, 1)


async def test_what_does_not_fit_is_refused_and_what_was_kept_stays(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines, case = await begun(chamber)
    with pytest.raises(frames.TooLong):
        await drafts.keep(chamber.work, ines, case, "\N{SHRUG}" * 4000, kind="reply")
    assert await drafts.kept(chamber.work, ines, case) == {"reply": BEGUN}
    await drafts.keep(chamber.work, ines, case, "\N{SHRUG}" * 3000 + "\ud800", kind="reply")
    assert await opening.again(chamber.work, ines, case)
