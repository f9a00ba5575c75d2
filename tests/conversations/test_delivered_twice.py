"""A form that comes a second time, because the answer to the first was lost, is answered once more and acts once."""

from pathlib import Path
from typing import Any

from bot.events import Event, Submitted
from bot.ui import plain
from tests.databases import fresh_sqlite
from tests.harness import Office
from tests.receipts import is_receipt
from tests.witness import Witness, dump

WORDS = "The rota came on Friday"


async def test_an_answer_that_is_delivered_twice_is_recorded_once_and_said_twice(tmp_path: Path) -> None:
    witness = Witness()
    office = await Office.open(witness, await fresh_sqlite(tmp_path), tmp_path)
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    [nurse] = await office.hire_many(1)
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    await nurse.answers(7, WORDS)
    sent = sending(witness.events)
    said, before = nurse.dialog.text, dump(office.works.database)
    again = await office.works.bot.answer(sent)
    assert again.form.action == ""
    assert plain(again.form).splitlines()[0] == said.splitlines()[0]
    assert "Recorded. You can change it" in plain(again.form)
    assert "If you did not see them, answer again, and you get new ones." in plain(again.form)
    assert not any(is_receipt(line.removeprefix("> ")) for line in plain(again.form).splitlines())
    assert dump(office.works.database) == before
    await nurse.dismisses()
    await nurse.visits_home()
    await nurse.presses("Take it back")
    await nurse.sends()
    before = dump(office.works.database)
    again = await office.works.bot.answer(
        sent
    )  # taken back in between: nothing is recorded, and the words are not lost
    assert (again.form.action, again.form.values["comment"]) == ("ask.answer", WORDS)
    assert "had reached us before" in again.form.errors[""]
    assert before["ballot"] == dump(office.works.database)["ballot"] == []
    await office.until("2026-11-16T12:00")
    assert "had reached us before" in (await office.works.bot.answer(sent)).form.errors[""]
    await office.close()


def sending(events: list[Event]) -> Any:
    return next(each for each in reversed(events) if isinstance(each, Submitted))
