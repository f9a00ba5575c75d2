"""Guardians publish figures in the browser, each what was raised with them, and take them out as files."""

from datetime import date, timedelta

import pytest

from storage.cases import publishing
from tests.adapters.inbox.front import inbox
from tests.storage.cases.chamber import Chamber


@pytest.mark.long
async def test_figures_are_published_once_and_taken_out_as_files(chamber: Chamber) -> None:
    lines = [f"{date(2026, 8, 3) + timedelta(days=n)},mail,open,bullying,Number {n}" for n in range(7)]
    ines = await inbox(chamber)
    await ines.goes("/inbox/add")
    await ines.presses("Add all of them", table="\n".join(["raised_on,how,door,category,what_happened", *lines]))
    await ines.goes("/inbox/figures")
    assert "Nothing was published yet" in ines.text
    await ines.presses("Publish", quarter="2026-Q3", changed="Rotas are locked.", sure="yes")
    assert "The table is published." in ines.text
    rows = [[cell.text() for cell in row.css("th, td")] for row in ines.page.css("tbody tr")]
    assert rows[0] == ["All cases", "at least 7"]
    assert ["Bullying or harassment", "at least 7"] in rows
    assert ["Something else", "Not enough to show"] in rows
    assert "You have published every quarter that is over." in ines.text
    page = ines.answer
    for button, name, told in (
        (
            "All tables (CSV, for staff and the board)",
            "figures.csv",
            "2025-Q4,2026-Q3,Ines,guardian,guardian,bullying,7",
        ),
        ("What was raised, what changed, what was learned (text)", "what-changed.txt", "Rotas are locked."),
        ("Download the exact counts", "national-return.csv", "2026-Q3,ngo-2024,element,bullying,7"),
    ):
        ines.answer = page
        await ines.presses(button)
        assert f'filename="{name}"' in ines.answer.headers["content-disposition"]
        assert told in ines.answer.text
        assert "Number" not in ines.answer.text


async def test_a_crafted_quarter_and_one_that_was_published_are_one_sentence_and_nothing_typed_is_lost(
    file_chamber: Chamber,
) -> None:
    ines = await inbox(file_chamber)
    await ines.goes("/inbox/figures")
    token = ines.value('[name="token"]')
    form = {"token": token, "do": "publish", "changed": "Kept in the box.", "sure": "yes"}
    nowhere = "that quarter cannot be chosen now"
    for quarter in ("2026-Q4", "2025-Q3", "1990-Q1", "-5-Q1", "2026-Q9", "2026-Q3 ", ""):
        await ines.posts("/inbox/figures", form | {"quarter": quarter})
        assert nowhere in ines.text
        assert ines.said('[name="changed"]') == "Kept in the box."
        await ines.posts("/inbox/figures", {"token": token, "do": "national", "quarter": quarter})
        assert (nowhere in ines.text) == (quarter != "2025-Q3")
    assert await publishing.published(file_chamber.work) == []
    await ines.goes("/inbox/figures")
    await ines.presses("Publish", quarter="2026-Q3", changed="Nothing yet.", sure="yes")
    await ines.posts("/inbox/figures", form | {"quarter": "2026-Q3"})
    assert "you have published that quarter before" in ines.text
    assert ines.said('[name="changed"]') == "Kept in the box."


@pytest.mark.long
async def test_a_second_guardian_sees_what_is_published_by_whom_and_adds_only_what_was_raised_with_nobody_else(
    file_chamber: Chamber,
) -> None:
    chamber = file_chamber
    lines = [f"{date(2026, 8, 3) + timedelta(days=n)},mail,open,bullying,Number {n}" for n in range(5)]
    for name in ("Ines", "Tom"):
        front_of = await inbox(chamber, name)
        await front_of.goes("/inbox/add")
        table = "\n".join(["raised_on,how,door,category,what_happened", *lines])
        await front_of.presses("Add all of them", table=table)
    ines = await inbox(chamber)
    await ines.goes("/inbox/figures")
    await ines.presses("Publish", quarter="2026-Q3", changed="Rotas are locked.", sure="yes")
    tom = await inbox(chamber, "Tom")
    await tom.goes("/inbox/figures")
    assert "2025-Q4 to 2026-Q3, published by Ines (guardian)" in tom.said("[data-tables]")
    assert "Counted: what was raised with Ines (guardian)." in tom.text
    assert "Not counted yet: what was raised only with Tom (guardian), Ruth (guardian)" in tom.text
    assert "They are 3 of those on the list." in tom.text
    assert "Rotas are locked." not in tom.said('[name="changed"]')
    await tom.presses("Publish", quarter="2026-Q3", changed="Doors close.", sure="yes")
    rows = [[cell.text() for cell in row.css("th, td")] for row in tom.page.css("tbody tr")]
    assert rows[0] == ["All cases", "at least 10"]
    await tom.presses("What was raised, what changed, what was learned (text)")
    assert "Counted: what was raised with Ines (guardian) and Tom (guardian)." in tom.answer.text
    assert "published by Tom (guardian)\nDoors close." in tom.answer.text
