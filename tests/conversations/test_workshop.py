"""Whoever holds a workshop in the chat: what cannot be is said in one sentence, and only those it is for hear of it."""

import pytest
from sqlalchemy import select

from storage.workshops.rows import WorkshopRow
from tests.conversations.networks import OPEN, founded, joins
from tests.harness import Colleague, Office
from tests.workshopping import set_up

DAY = "2026-11-12T09:30"
TABLE, PAPER, WHAT = "From which table?", "What stands on the paper?", "What is it?"
LONG = "x" * 301


async def at_work(office: Office) -> Colleague:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    return dario


async def on_its_day(office: Office, *labels: str) -> Colleague:
    """A workshop moved on so far."""
    dario = await at_work(office)
    await set_up(dario)
    await office.until(DAY)
    await moves(dario, *labels)
    return dario


async def moves(dario: Colleague, *labels: str) -> None:
    await dario.visits_home()
    await dario.presses("Look after it")
    for label in labels:
        await dario.presses(label)
        await dario.sends()


def said(who: Colleague) -> str:
    """The open form, with what is wrong in it."""
    return " ".join((who.dialog.text, *who.dialog.errors))


async def puts_down(dario: Colleague, table: str, text: str, what: str = "") -> None:
    await dario.presses("Put down from paper")
    await dario.fills({TABLE: table, PAPER: text} | ({WHAT: what} if what else {}))
    await dario.sends()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"On which day?": "2026-11-08"}, "Choose a day from 9 November 2026 on, within a year."),
        ({"Which tables are there?": "Table 1, staff; Table 2"}, "Line 2: write a name, a comma, and who sits there"),
        ({"Which tables are there?": "One, staff; One, patients"}, "Two tables are called One."),
        ({"Which tables are there?": "; ".join(f"T{n}, staff" for n in range(21))}, "There is room for 20 tables."),
        ({"What do you ask the tables?": "x" * 201}, "That is 201 characters; there is room for 200."),
        ({"What is it called?": "  "}, "Please write something here."),
    ],
)
async def test_what_cannot_be_set_up_is_said_and_no_word_is_lost(
    bare: Office, wrong: dict[str, str], sentence: str
) -> None:
    dario = await at_work(bare)
    await dario.visits_home()
    await dario.presses("Hold a workshop")
    whole = {
        "What is it called?": "Coming to outpatients",
        "What do you ask the tables?": "What would help?",
        "On which day?": "2026-11-12",
        "Which tables are there?": "Table 1, staff",
    }
    await dario.fills(whole | wrong)
    await dario.sends()
    assert sentence in " ".join(dario.dialog.errors)
    assert dario.dialog.values["What do you ask the tables?"] == (whole | wrong)["What do you ask the tables?"]
    assert "Look after it" not in await dario.visits_home()


async def test_paper_of_many_lines_is_looked_at_before_it_is_put_down_and_never_lost(office: Office) -> None:
    dario = await on_its_day(office, "Open the tables")
    await puts_down(dario, "Table 2 (patients)", f"fine\n{LONG}")
    assert "more than 300 characters: line 2." in " ".join(dario.dialog.errors)
    assert LONG in dario.dialog.values[PAPER]
    lines = "\n\n".join(f"- Idea {n} <b>*x*</b>" for n in range(1, 101))
    await dario.fills({PAPER: lines})
    await dario.sends()
    assert "Table 2, patients: 100 lines." in dario.dialog.text
    assert "100. Idea 100 <b>*x*</b>" in dario.dialog.text
    await dario.sends()
    assert "Put down for Table 2: 100 lines." in dario.dialog.text
    await dario.dismisses()
    await moves(dario, "On to three themes")
    await puts_down(dario, "Table 2 (patients)", "One\nTwo\nThree\nFour")
    assert "A table names at most 3 themes; Table 2 has 0 already." in " ".join(dario.dialog.errors)
    await dario.dismisses()
    await moves(dario, "Collect the themes")
    await puts_down(dario, "Table 1 (staff)", "Too late", "Notes: one idea a line")
    await dario.sends()
    assert "The workshop has moved on" in said(dario)
    assert dario.dialog.values[PAPER] == "Too late"


async def test_two_who_move_it_on_move_it_once_and_nothing_opens_before_its_day(bare: Office) -> None:
    dario, maya = await at_work(bare), await bare.hire("Maya Osei")
    await set_up(dario)
    await dario.visits_home()
    await dario.presses("Look after it")
    await dario.presses("Open the tables")
    assert "The tables open on 12 November 2026." in dario.dialog.text
    await dario.dismisses()
    await bare.until(DAY)
    await dario.visits_home()
    await dario.presses("Look after it")
    await dario.presses("Open the tables")
    await dario.sends()
    assert "Tables write their ideas." in dario.dialog.text
    async with bare.works.database.begin() as connection:
        ref = (await connection.execute(select(WorkshopRow.ref))).scalar_one()
    await bare.forges(dario, "workshop.move", f"{ref}:listed", {})  # a second press of the same button
    assert "Somebody has moved it on already." in dario.dialog.text
    await bare.forges(maya, "workshop.move", f"{ref}:notes", {})
    assert "is not yours to look after" in said(maya)
    await moves(dario)
    assert "Tables write their ideas." in dario.dialog.text
    await dario.dismisses()
    await moves(dario, "On to three themes", "Collect the themes")
    await dario.presses("Let the room choose")
    assert "No table has named a theme yet." in dario.dialog.text
    await bare.grant(maya, "steward")
    assert "You put the themes" not in await maya.visits_home()
    await bare.leaves(dario)
    assert "You put the themes" in await maya.visits_home()  # nobody holds it any more
    await bare.until("2026-12-11T09:00")
    assert "You promised to tell people by 10 December 2026" in await maya.visits_home()


@pytest.mark.long
async def test_a_lead_holds_one_for_an_open_network_and_only_its_people_hear_of_it(bare: Office) -> None:
    dario, priya, amara = await at_work(bare), await bare.hire("Priya Nair"), await bare.hire("Amara Okafor")
    await founded(dario, priya, "Hidden group")
    assert "Hold a workshop" not in await priya.visits_home()  # its title would stand on a screen (P6)
    await founded(dario, priya, "Carers", OPEN)
    bryn = await bare.hire("Bryn Hughes")
    await joins(bryn, "Carers")
    await priya.visits_home()
    await priya.presses("Hold a workshop")
    await priya.fills({"What is it called?": "Caring and working", "What do you ask the tables?": "What would help?"})
    await priya.fills({"Which tables are there?": "Table 1, staff; Table 2, carers"})
    await priya.sends()
    await priya.dismisses()
    assert "Priya Nair asks, and says what comes of it by" in await bryn.visits_home()
    assert "Caring and working" not in await amara.visits_home()
    await bare.until(DAY)
    await moves(priya, "Open the tables", "On to three themes")
    await puts_down(priya, "Table 2 (carers)", "Rota known early")
    await priya.sends()
    for label in ("Collect the themes", "Let the room choose", "Close the room"):
        await priya.presses(label)
        await priya.sends()
    await _promises(priya)
    assert "1 priority for twelve months" in await bryn.visits_home()
    assert "Caring and working" not in await amara.visits_home()
    await _told(bare, bryn, amara)
    await bare.until("2027-01-04T10:00")
    await priya.visits_home()
    await priya.presses("Give news")
    await priya.fills({"What happened?": "The rota is there.", "How does it stand?": "It is done"})
    await priya.sends()
    await bare.wait(days=8)
    assert any("The rota is there." in each.text for each in bryn.messages())
    assert not any("The rota is there." in each.text for each in amara.messages())


async def _promises(priya: Colleague) -> None:
    await priya.presses("Say what comes of it")
    await priya.fills({"Which theme?": "Rota known early", "How does it end?": "A priority: this will be done"})
    await priya.fills({"In your words": "Rotas eight weeks ahead.", "By the end of which quarter?": "By 30 June 2027"})
    await priya.fills({"Who sees to it?": "Nobody Such"})
    await priya.sends()
    errors = " ".join(priya.dialog.errors)
    assert ("Nobody here is called that." in errors, "Say in which role" in errors) == (True, True)
    await priya.fills({"Who sees to it?": "", "In which role?": "head of rostering"})
    await priya.sends()
    await priya.presses("Tell everybody")
    await priya.sends()
    await priya.dismisses()


async def _told(office: Office, bryn: Colleague, amara: Colleague) -> None:
    """The next note tells those whom it is for, and nobody else."""
    await office.wait(days=8)
    assert any("What came of the workshop" in each.text for each in bryn.messages())
    assert not any("What came of the workshop" in each.text for each in amara.messages())


async def test_one_that_never_began_is_not_coming_any_more_once_its_day_has_passed(bare: Office) -> None:
    dario, amara = await at_work(bare), await bare.hire("Amara Okafor")
    await set_up(dario)
    assert "Coming to outpatients" in await amara.visits_home()
    await bare.until("2026-11-13T09:30")
    assert "Coming to outpatients" not in await amara.visits_home()
    assert "Coming to outpatients" in await dario.visits_home()
