"""Before themes are published, those who were asked see them and may say that theirs is missing."""

import pytest
from sqlalchemy import delete

from bot.events import Opened, Say
from bot.ui import plain
from storage import checking, directory, given
from storage.people import MembershipRow
from tests.conversations.sorting_together import (
    ASKING,
    EARLY,
    SORTED_FROM,
    answers_back,
    begun,
    ends,
    named,
    quiet,
    said,
    themed,
)
from tests.harness import Colleague, Office

LOOKED_AT, LATE = "2026-11-24T12:30", "2026-12-07T12:30"
MINE = "Night shifts have nobody to ask."


async def shown(office: Office, voice: str = "confidential") -> tuple[Colleague, Colleague]:
    """Somebody who sorts and has let them look; somebody who was asked."""
    amara = await office.hire("Amara Okafor")
    dario = await begun(office, voice)
    await said(office, [EARLY, EARLY, EARLY, ASKING, ASKING])
    await office.until(SORTED_FROM)
    await themed(office, dario, "Starting", "Speaking")
    assert "everybody who was asked sees the names of the themes for some days" in dario.dialog.text
    await dario.presses("Show them the themes")
    assert "They can look now" in dario.dialog.text
    assert "Show them the themes" not in dario.dialog.buttons
    await dario.dismisses()
    return dario, amara


async def misses(who: Colleague, what: str = "") -> None:
    await who.visits_home()
    await who.presses("Look at the themes")
    await who.fills({"What is missing?": what} if what else {})
    await who.sends()


async def what_is_missing(dario: Colleague) -> str:
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Read what is missing")
    return dario.dialog.text


async def test_whoever_was_asked_says_that_theirs_is_missing_before_it_is_published(office: Office) -> None:
    dario, amara = await shown(office)
    await amara.visits_home()
    await amara.presses("Look at the themes")
    assert "– Speaking" in amara.dialog.text
    assert "– Starting" in amara.dialog.text
    assert EARLY not in amara.dialog.text
    assert "nobody reads it unless at least 5 people say so" in amara.dialog.text
    await amara.fills({"What is missing?": MINE})
    await amara.sends()
    assert "You can change it or take it back until Tuesday 24 November" in amara.dialog.text
    await amara.dismisses()
    await quietly_miss(office, 4)
    assert "Read what is missing" not in await opened(dario)
    await office.until(LOOKED_AT)
    read = await what_is_missing(dario)
    assert "At least 5 people said that theirs is missing." in read
    assert MINE in read
    assert "Amara" not in read
    assert "Look at the themes" not in (await amara.sees_home()).buttons


async def opened(dario: Colleague) -> tuple[str, ...]:
    await dario.visits_home()
    await dario.presses("Sort comments")
    shown_there = dario.dialog.buttons
    await dario.dismisses()
    return shown_there


async def quietly_miss(office: Office, many: int) -> None:
    """So many quiet people press, without words."""
    people = (await quiet(office))[:many]
    async with office.works.ledger.begin() as work:
        [check] = await checking.open_for(work.connection, people[0], office.clock.now())
        for person in people:
            await given.put(work, check.on, person, {"said": ""})


async def test_p5_what_fewer_than_five_miss_is_read_by_nobody_and_what_is_taken_back_is_gone(bare: Office) -> None:
    dario, amara = await shown(bare)
    await quietly_miss(bare, 4)
    await misses(amara, MINE)
    await amara.dismisses()
    await amara.visits_home()
    await amara.presses("Look at the themes")
    await amara.presses("Take it back")
    assert "It is gone." in amara.dialog.text
    await bare.until(LOOKED_AT)
    read = await what_is_missing(dario)
    assert "Fewer than 5 people said that theirs is missing, so nobody reads it" in read
    assert MINE not in read


async def test_what_was_said_with_names_is_missed_with_names(bare: Office) -> None:
    dario, amara = await shown(bare, "named")
    await misses(amara, MINE)
    await bare.until(LOOKED_AT)
    assert f"Amara Okafor: {MINE}" in await what_is_missing(dario)


@pytest.mark.parametrize("shows", [False, True])
async def test_nothing_is_answered_back_before_they_could_look(bare: Office, *, shows: bool) -> None:
    dario = await begun(bare)
    await said(bare, [EARLY] * 5)
    await bare.until(LATE)
    lowri = await bare.hire("Lowri Bevan")
    assert "promised by Tuesday 24 November to put what people said under themes" in await lowri.visits_home()
    await themed(bare, dario, "Starting")
    await ends(dario, "Starting", "Passed on to somebody", "Estates.")
    if shows:
        await dario.presses("Show them the themes")
    await answers_back(dario, "Estates look at it.")
    assert ("can look at the themes until Thursday 10 December" in dario.dialog.text) is shows
    assert ("Those who were asked look at the themes first." in dario.dialog.text) is not shows
    await bare.forges(dario, "share.answer", (await named(bare, "back")).on.ref, {"came": "Estates look at it."})
    assert (await named(bare, "back")).stage == "closed"


async def test_nobody_else_lets_them_look_nor_says_anything_where_they_were_not_asked(bare: Office) -> None:
    dario, amara = await shown(bare)
    async with bare.works.ledger.begin() as work:
        [check] = await checking.open_for(work.connection, 1, bare.clock.now())
    ask = await named(bare, "say")
    await bare.forges(amara, "sort.missing", ask.on.ref, {"said": MINE})
    assert "There is nothing here any more." in amara.dialog.text + " ".join(amara.dialog.errors)
    await amara.dismisses()
    await bare.forges(dario, "say.send", check.on.ref, {"said": MINE})
    assert "This is for the people in another circle" in dario.dialog.text + " ".join(dario.dialog.errors)
    await dario.dismisses()
    await bare.forges(amara, "sort.missing", check.on.ref, {"said": "x" * 301})
    assert "Please shorten it to 300." in amara.dialog.errors[0]


async def test_p6_p7_whoever_is_not_in_the_circle_sees_no_theme_before_and_none_afterwards(bare: Office) -> None:
    _, amara = await shown(bare)
    async with bare.works.ledger.begin() as work:
        [check] = await checking.open_for(work.connection, 1, bare.clock.now())
    await leaves_the_circle(bare, amara)
    assert "What helps" not in await amara.visits_home()
    sort = await named(bare, "themes")
    for action, ref in (("sort.look", check.on.ref), ("sort.read", sort.on.ref), ("sort.read", check.on.ref)):
        reply = await bare.works.bot.answer(Opened(f"{action} {ref}", amara.account, action, ref))
        assert isinstance(reply, Say)
        assert "There is nothing here any more." in plain(reply.card)


async def leaves_the_circle(office: Office, amara: Colleague) -> None:
    async with office.works.ledger.begin() as work:
        who = await directory.meet(work.connection, amara.account)
        assert who
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        gone = delete(MembershipRow).where(MembershipRow.person_id == who.id, MembershipRow.circle_id == everyone)
        await work.connection.execute(gone)
