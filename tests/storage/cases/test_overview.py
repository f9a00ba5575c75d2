"""What a session has opened stays open, and a later look sees what came, went and changed, whichever process did it."""

from dataclasses import replace

from storage.cases import ending, shown, working
from storage.cases.overview import Overview
from storage.cases.sessions import Guardian
from storage.threads import night
from storage.threads.shelf import ShelfFile
from tests.storage.cases.chamber import Chamber


async def seen(chamber: Chamber, overview: Overview, guardian: Guardian) -> dict[str, int]:
    """Each case by its words, and how much was said in it."""
    assert await overview.look(chamber.work, guardian, patience=None)
    return {case.messages[0].text: len(case.messages) + len(case.notes) for case in overview.cases.values()}


async def test_what_came_went_and_changed_is_seen_at_the_next_look(chamber: Chamber) -> None:
    ines, tom, overview = await chamber.guardian("Ines"), await chamber.guardian("Tom"), Overview()
    await chamber.files("first")
    await chamber.files("second")
    await chamber.files("not for her", ["Tom"])
    assert await seen(chamber, overview, ines) == {"first": 1, "second": 1}
    # Another process: its own cabinet on the same file of keys.
    shelf = ShelfFile(chamber.desk.folder / "secrets" / "threads.shelf")
    other = replace(chamber.work, cabinet=replace(chamber.work.cabinet, shelf=shelf))
    theirs = {case.messages[0].text: case for case in await chamber.cases("Tom")}
    await working.reply(other, tom, theirs["first"], "hello")
    await working.note(other, tom, theirs["first"], "a note")
    await working.tag(other, tom, theirs["first"], ["rota"])
    await chamber.files("third")
    assert await seen(chamber, overview, ines) == {"first": 3, "second": 1, "third": 1}
    assert [case.card.tags for case in overview.cases.values() if case.card.tags] == [("rota",)]
    await ending.propose(other, tom, theirs["second"], "why not")
    mine = next(case for case in overview.cases.values() if case.messages[0].text == "second")
    await ending.delete(chamber.work, ines, mine)
    assert await seen(chamber, overview, ines) == {"first": 3, "third": 1}
    before = set(overview.cases)
    await night.rewrite(other.cabinet)
    assert await seen(chamber, overview, ines) == {"first": 3, "third": 1}
    assert set(overview.cases) == before
    assert not before & {shown.ref_of(tom, case.opened.token) for case in await chamber.cases("Tom")}


async def test_a_second_look_opens_nothing_that_was_opened(chamber: Chamber) -> None:
    ines, overview = await chamber.guardian("Ines"), Overview()
    for number in range(5):
        await chamber.files(f"case {number}")
    await seen(chamber, overview, ines)
    kept = dict(overview.cases)
    await chamber.files("one more")
    await seen(chamber, overview, ines)
    assert [kept[ref] is overview.cases[ref] for ref in kept] == [True] * 5
    assert len(overview.cases) == 6


async def test_looking_writes_nothing_and_ends_with_the_session(file_chamber: Chamber) -> None:
    chamber, overview = file_chamber, Overview()
    await chamber.files("one")
    ines = await chamber.guardian("Ines")
    before = (await chamber.stored(), chamber.work.cabinet.shelf.read())
    await seen(chamber, overview, ines)
    await overview.once_more(chamber.work, ines, next(iter(overview.cases)))
    assert (await chamber.stored(), chamber.work.cabinet.shelf.read()) == before
    overview.close()
    assert overview.cases == {}
    assert vars(overview)["_tokens"] == vars(overview)["_seen"] == {}
