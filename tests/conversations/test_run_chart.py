"""A project's number is given month by month by its lead, mended while it can be, and read as a run chart by everybody."""

import pytest

from tests.conversations.conftest import on_every_door
from tests.harness import Colleague, Office
from tests.together import runs

ASKED, CHANGED = (
    "What is this month's number?",
    "What did you change since the last number, and what does it seem to do?",
)


async def _writes(dario: Colleague, asked: str, said: str) -> None:
    await dario.visits_home()
    await dario.presses("Write it")
    await dario.fills({asked: said})
    await dario.sends()
    await dario.dismisses()


@on_every_door
@pytest.mark.long
async def test_numbers_become_a_run_chart_with_what_was_changed_between_them(office: Office) -> None:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await runs(office, "qi-project", dario)
    await office.until("2026-12-07T10:01")
    await dario.visits_home()
    await dario.presses("Write it")
    await dario.fills({ASKED: "a dozen"})
    await dario.sends()
    assert "This is no number. Please write digits alone, such as 12 or 7.5." in "\n".join(dario.dialog.errors)
    await dario.fills({ASKED: "21"})
    await dario.sends()
    await dario.dismisses()
    await dario.visits_home()
    await dario.presses("See the run chart")
    await dario.presses("Mend the number")
    await dario.fills({ASKED: "12,5"})
    await dario.sends()
    await dario.dismisses()
    await office.until("2026-12-15T10:01")
    await _writes(dario, CHANGED, "Beds are assigned at four.")
    await office.until("2027-01-04T10:01")
    await _writes(dario, ASKED, "9")
    assert f"{ASKED} Dario Moretti: 9" in await amara.visits_home()
    await amara.presses("See the run chart")
    text = amara.dialog.text
    for said in ("7 December 2026", "12.5", "4 January 2027", "9.0", "Median 10.75", "Beds are assigned at four."):
        assert said in text
    assert "That is too few to say whether it changes." in text
    assert "Mend the number" not in amara.dialog.buttons
