"""A question that was announced can be stopped by a steward: before it first opens, and between two rounds."""

from tests.harness import Colleague, Office

RUNS = "Being asked, or coming: How work has been."


async def at_work(office: Office) -> tuple[Colleague, Colleague]:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await office.start_pulse(dario)
    return dario, amara


async def looks_at_stopping(who: Colleague) -> None:
    assert RUNS in await who.visits_home()
    await who.presses("What is being asked")
    await who.presses("Stop it")


async def test_what_is_coming_is_stopped_and_can_be_started_again(office: Office) -> None:
    dario, amara = await at_work(office)
    assert "New: How work has been." in await amara.visits_home()
    await looks_at_stopping(dario)
    assert "Stop How work has been? It would be asked next on Thursday 5 November." in dario.dialog.text
    assert "What is open now runs to its end, and is answered back. Nothing more opens." in dario.dialog.text
    assert "New: How work has been." in await amara.visits_home()
    await dario.sends()
    assert "Stopped. Nothing more opens." in dario.dialog.text
    await dario.dismisses()
    assert "New: How work has been." not in await amara.visits_home()
    assert RUNS not in await dario.visits_home()
    await office.until("2026-11-06T10:00")
    assert not amara.messages()
    await dario.presses("Start a question")
    await dario.fills({"What do you want to start?": "How work has been", "Who answers back?": "Dario Moretti"})
    await dario.sends()
    await dario.sends()
    assert "Started. The first question comes on Thursday 19 November." in dario.dialog.text
    assert "New: How work has been. From Thursday 19 November" in await amara.visits_home()


async def test_a_round_that_is_open_runs_to_its_end_and_nothing_opens_after_it(office: Office) -> None:
    dario, amara = await at_work(office)
    colleagues = await office.hire_many(5)
    await office.until("2026-11-05T10:00")
    await looks_at_stopping(dario)
    await dario.sends()
    await dario.dismisses()
    for each in colleagues:
        await each.answers(4)
    await office.until("2026-11-16T12:00")
    assert "Nothing is open for you." in await amara.visits_home()
    assert "How work has been: the round has closed." in await dario.visits_home()
    await dario.presses("Answer back")
    assert "5 people answered." in dario.dialog.text


async def test_two_stewards_stop_it_once(office: Office) -> None:
    dario, _ = await at_work(office)
    maya = await office.hire("Maya Osei")
    await office.grant(maya, "steward")
    await looks_at_stopping(dario)
    await looks_at_stopping(maya)
    await dario.sends()
    await maya.sends()
    assert "It had been stopped already. Nothing was changed." in maya.dialog.text


async def test_nobody_but_stewards_stops_anything(bare: Office) -> None:
    dario, amara = await at_work(bare)
    await looks_at_stopping(dario)
    ref = bare.driver._seen[dario.account.id].form.ref  # type: ignore[attr-defined]
    await bare.forges(amara, "steward.stop", ref, {})
    assert "Only stewards can do this." in " ".join(amara.dialog.errors)
    assert RUNS in await dario.visits_home()
    assert "What is being asked" not in (await amara.sees_home()).buttons
