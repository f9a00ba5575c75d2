"""The life of a promise on PostgreSQL: made, handed on, asked for, told of, left behind, and read by anyone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.public import Promised
from tests.conversations.promising import answered_back, tells
from tests.databases import drop_postgres, fresh_postgres
from tests.drivers.bare import BareDriver
from tests.harness import Office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    url = await fresh_postgres()
    opened = await Office.open(BareDriver(), url, tmp_path)
    yield opened
    await opened.close()
    await drop_postgres(url)


@pytest.mark.long
async def test_a_promise_lives_on_postgres_as_it_does_on_sqlite(office: Office) -> None:
    dario, amara = await answered_back(office)
    priya = await office.hire("Priya Nair", team="Catering")
    await office.hire("Priya Nair", team="Theatres")
    await dario.presses("Say more about it")
    await dario.fills({"Who sees to it, if it is not Dario Moretti?": "Priya Nair", "In which role?": "cook"})
    await dario.sends()
    assert "Several people here are called that." in " ".join(dario.dialog.errors)
    await dario.fills({"Who sees to it, if it is not Dario Moretti?": "priya nair, catering"})
    await dario.fills({"What should get better by it": "How work has been"})
    await dario.sends()
    await dario.presses("Promise one more thing")
    await dario.fills({"What will be done?": "A kettle.", "By when will it be done?": "2026-12-14"})
    await dario.sends()
    await dario.dismisses()
    await priya.visits_home()
    await priya.presses("Look at it")
    await priya.fills({"Do you take it on?": "Yes, I see to it"})
    await priya.sends()
    await priya.dismisses()
    await office.until("2026-12-14T10:00")
    assert "You promised news by now" in priya.newest.text
    await tells(priya, "The room is found.", next="2027-01-04")
    await priya.dismisses()
    await office.until("2026-12-16T10:00")
    await office.leaves(priya)
    await office.wait(days=1)
    home = await amara.visits_home()
    assert "The room is found." in home
    assert "A kettle. It was to be done by Monday 14 December. No news since Monday 16 November." in home
    await amara.presses("What is going on?")
    assert "Dario Moretti · By Friday 18 December. Next news by Monday 4 January." in amara.dialog.text
    shown = await Promised(office.works.database).all()
    assert [(each.owner, each.text, len(each.updates)) for each in shown] == [
        ("", "A quiet room for breaks.", 1),
        ("", "A kettle.", 0),
    ]
