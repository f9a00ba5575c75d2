"""A guardian signs that nobody they can see waits too long; nobody else can, and no day stands in clear beside a case."""

import pytest
from sqlalchemy import select, update

from storage.cases import guardians, reporter, slips, statements, working
from storage.cases.casework import known
from storage.cases.desk import GuardiansDesk
from storage.cases.overview import Overview
from storage.cases.statements import Statement
from storage.threads.tables import StatementRow
from tests.storage.cases.chamber import Chamber
from tests.storage.threads import scan

SAID = "Somebody altered the handover sheet."


async def says(chamber: Chamber, name: str) -> bool:
    return await statements.say(chamber.work, await chamber.guardian(name), await chamber.cases(name))


async def last(chamber: Chamber, name: str) -> Statement | None:
    listed = [each for each in (await known(chamber.work)).recipients if each.name == name]
    return (await statements.last_said(chamber.work, listed))[0]


async def test_it_is_signed_where_nobody_waits_and_not_where_somebody_does(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await chamber.files(SAID)
    chamber.day.passes(7)
    assert await says(chamber, "Ines")
    signed = await last(chamber, "Ines")
    assert signed == Statement(chamber.day.today, signed=True)
    chamber.day.passes()
    assert not await says(chamber, "Ines")  # the eighth day without an answer
    assert await says(chamber, "Ruth")  # who was not chosen, and sees nothing of it
    assert await last(chamber, "Ines") == signed
    await working.reply(chamber.work, await chamber.guardian("Ines"), await chamber.case("Ines"), "I have read it.")
    assert await says(chamber, "Ines")
    await reporter.answer(chamber.work, receipt, "There is more.", "at once")
    chamber.day.passes(8)
    assert not await says(chamber, "Ines")
    await working.reply(chamber.work, await chamber.guardian("Ines"), await chamber.case("Ines"), "Thank you.")
    assert await says(chamber, "Ines")
    chamber.day.passes(93)
    assert not await says(chamber, "Ines")  # three months, and nobody has heard what was done
    await working.close(chamber.work, await chamber.guardian("Ines"), await chamber.case("Ines"), "This was done.")
    assert await says(chamber, "Ines")


async def test_nobody_can_forge_move_or_read_a_statement_in_the_database(chamber: Chamber) -> None:
    assert await says(chamber, "Ines")
    await statements.look_for(chamber.work, chamber.directory.recipients[1])
    assert await last(chamber, "Tom") == Statement(chamber.day.today, signed=False)
    async with chamber.work.cabinet.database.begin() as connection:
        rows = {bytes(row.guardian): bytes(row.body) for row in await connection.execute(select(StatementRow))}
    ines, tom = chamber.enrolled["Ines"].who, chamber.enrolled["Tom"].who
    assert {len(body) for body in rows.values()} == {slips.LENGTH}
    needles = [chamber.day.today.isoformat().encode(), str(chamber.day.today.toordinal()).encode()]
    assert scan.found(needles, b"".join(rows.values())) == []
    async with chamber.work.cabinet.database.begin() as connection:
        moved = update(StatementRow).where(StatementRow.guardian == tom)
        await connection.execute(moved.values(body=rows[ines]))
    assert await last(chamber, "Tom") is None
    # Somebody with the server's keys too, but not with the guardian's, signs for her.
    day = chamber.day.today.toordinal() + 5
    forged = slips.shut(chamber.work, "statements", ines, [day, bytes(64).hex()])
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(update(StatementRow).where(StatementRow.guardian == ines).values(body=forged))
    assert await last(chamber, "Ines") is None
    assert await says(chamber, "Ines")
    await guardians.remove(chamber.work, ines)
    assert await last(chamber, "Ines") is None


async def test_it_is_written_once_a_day(file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch) -> None:
    chamber, written = file_chamber, []
    put = statements._put

    async def counted(*told: object) -> None:
        written.append(told)
        await put(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(statements, "_put", counted)
    assert [await says(chamber, "Ines") for _ in range(3)] == [True] * 3
    assert len(written) == 1
    chamber.day.passes()
    await says(chamber, "Ines")
    assert len(written) == 2


async def test_it_is_signed_when_a_guardian_has_seen_the_whole_list(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    desk = GuardiansDesk(chamber.work, await chamber.guardian("Ines"), Overview())
    assert await last(chamber, "Ines") is None
    assert (await desk.lines()).whole
    assert await last(chamber, "Ines") == Statement(chamber.day.today, signed=True)
    chamber.day.passes(8)
    late = GuardiansDesk(chamber.work, await chamber.guardian("Ines"), Overview())
    assert (await late.lines()).whole
    assert (await last(chamber, "Ines")) != Statement(chamber.day.today, signed=True)
