"""Who says yes is introduced or drawn, fairly over the rounds; a place that is given back goes to the next."""

from dataclasses import replace

import pytest
from sqlalchemy import delete

from bot.moments import Ask, Match, Show
from bot.programme import Offset
from storage import directory, seats
from storage.people import MembershipRow
from tests.conversations.briefing import moment_of, says
from tests.harness import Colleague, Office, shipped
from tests.together import runs

DRAWN, NOT_DRAWN = "The lot fell on you.", "The lot did not fall on you."
LOT = replace(
    shipped().practices["opportunity"],
    name="lot",
    rhythm=replace(shipped().practices["story"].rhythm, weeks=2),
    moments=(
        Ask("want", Offset(0), {"en": "Would you like to?"}, "named", Offset(3)),
        Match("drawn", Offset(4), "want", 0, 2),
        Show("came", Offset(9)),
    ),
)
TABLES = replace(LOT, name="tables", moments=(LOT.moments[0], Match("tables", Offset(4), "want", 3, 0), LOT.moments[2]))


async def _wanted(office: Office, name: str, many: int) -> tuple[Colleague, list[Colleague]]:
    office.works.house.practices[name] = {"lot": LOT, "tables": TABLES}[name]  # type: ignore[index]
    dario = await office.hire("Dario Moretti")
    people = [await office.hire(each) for each in ("Amara", "Bela", "Chidi", "Dana", "Efe")[:many]]
    await runs(office, name, dario)
    return dario, people


async def _round(office: Office, people: list[Colleague], opens: str, drawn: str) -> dict[str, str]:
    """They say that they would like to; what each then reads on Home."""
    await office.until(f"{opens}T10:01")
    for each in people:
        await says(each, f"Yes, {each.name}.")
    await office.until(f"{drawn}T10:01")
    return {each.name: await each.visits_home() for each in people}


@pytest.mark.long
async def test_who_went_without_comes_first_the_next_time(bare: Office) -> None:
    dario, people = await _wanted(bare, "lot", 4)
    first = await _round(bare, people, "2026-11-09", "2026-11-13")
    winners = {name for name, home in first.items() if DRAWN in home}
    assert len(winners) == 2
    await dario.visits_home()
    await dario.presses("Say what came of it")
    await dario.fills({"What came of it?": "Two of you sat on the panel."})
    await dario.sends()
    await dario.dismisses()
    second = await _round(bare, people, "2026-11-23", "2026-11-27")
    assert {name for name, home in second.items() if DRAWN in home} == set(first) - winners
    assert all((DRAWN in home) != (NOT_DRAWN in home) for home in second.values())


async def test_a_place_that_is_given_back_goes_to_the_next_who_is_told(office: Office) -> None:
    dario, people = await _wanted(office, "lot", 3)
    homes = await _round(office, people, "2026-11-09", "2026-11-13")
    left = next(each for each in people if NOT_DRAWN in homes[each.name])
    gone = next(each for each in people if DRAWN in homes[each.name])
    assert f"{gone.name}" in await dario.visits_home()
    await gone.presses("I cannot after all")
    await gone.sends()
    await gone.dismisses()
    await office.wait(minutes=1)
    assert DRAWN in left.newest.text
    assert gone.name not in (await dario.visits_home()).partition("The lot fell on")[2].partition("out of")[0]


async def test_whoever_takes_back_the_yes_has_no_place_any_more_and_the_next_moves_up(bare: Office) -> None:
    dario, people = await _wanted(bare, "lot", 3)
    homes = await _round(bare, people, "2026-11-09", "2026-11-13")
    left = next(each for each in people if NOT_DRAWN in homes[each.name])
    gone = next(each for each in people if DRAWN in homes[each.name])
    asked, drawn = await moment_of(bare, "want"), await moment_of(bare, "drawn")
    await bare.forges(gone, "say.take_back", asked.on.ref, {})
    await bare.wait(minutes=1)
    assert DRAWN in left.newest.text
    told = (await dario.visits_home()).partition("The lot fell on")[2].partition("\n")[0]
    assert (gone.name in told, left.name in told, "out of 2." in told) == (False, True, True)
    for each in people:
        await bare.forges(each, "say.take_back", asked.on.ref, {})
    async with bare.works.ledger.begin() as work:
        assert await seats.of(work, drawn) == []


async def test_nobody_who_did_not_say_yes_is_seated_and_who_gives_back_is_named_no_more(bare: Office) -> None:
    _, people = await _wanted(bare, "tables", 5)
    homes = await _round(bare, people[:3], "2026-11-09", "2026-11-13")
    assert all("You are together with" in home for home in homes.values())
    assert "You are together with" not in await people[4].visits_home()
    await people[0].presses("I cannot after all")
    await people[0].sends()
    await people[0].dismisses()
    await bare.leaves(people[1])
    assert "The others cannot come after all." in await people[2].visits_home()


async def test_who_answers_back_reads_on_whom_the_lot_fell_also_from_outside_the_circle(bare: Office) -> None:
    dario, people = await _wanted(bare, "lot", 3)
    await _round(bare, people, "2026-11-09", "2026-11-13")
    async with bare.works.ledger.begin() as work:
        person = await directory.meet(work.connection, dario.account)
        assert person
        mine = MembershipRow.person_id == person.id
        await work.connection.execute(delete(MembershipRow).where(mine))
    home = await dario.visits_home()
    assert ", out of 3." in home
    assert "You are together" not in home
