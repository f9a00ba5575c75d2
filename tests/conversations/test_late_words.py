"""Words that somebody promised within a round, or at its end, and that are late: whoever looks after it reads so."""

from tests.conversations.briefing import NAME, OPENS, WEIGHED, known, says
from tests.harness import Colleague, Office
from tests.together import runs

NEWS = "  - {id: news, kind: UPDATE, at: +7d, until: +9d, prompt: What has happened since?}\n"
LATE_NEWS = "Late: Amara Okafor promised news by Thursday 19 November. There is none yet."
LATE_CAME = "Late: Amara Okafor promised to say by Monday 30 November what came of the last round."


async def reads_what_runs(who: Colleague) -> str:
    await who.visits_home()
    await who.presses("Practices that run")
    text = who.dialog.text
    await who.dismisses()
    return text


async def at_work(office: Office) -> tuple[Colleague, Colleague]:
    """A steward looks after two practices; for one of them Amara promised words."""
    dario, amara, bryn = [await office.hire(each) for each in ("Dario Moretti", "Amara Okafor", "Bryn Hughes")]
    await office.grant(dario, "steward")
    known(office, WEIGHED + NEWS)
    await runs(office, "thank-you", dario)
    await runs(office, NAME, amara)
    await office.until(OPENS)
    await says(bryn, "Hot food at night.")
    return dario, amara


async def test_whoever_looks_after_practices_reads_which_promised_news_is_late(office: Office) -> None:
    dario, amara = await at_work(office)
    await office.until("2026-11-18T12:01")
    assert "Late:" not in await reads_what_runs(dario)
    await office.until("2026-11-21T12:01")
    told = await reads_what_runs(dario)
    assert LATE_NEWS in told
    assert told.index("Our sponsor's day") < told.index("Thank-yous"), "what is late stands first"
    await writes_news(amara)
    assert "Late:" not in await reads_what_runs(dario)


async def test_and_that_nobody_said_what_came_of_a_round(bare: Office) -> None:
    dario, _ = await at_work(bare)
    await bare.until("2026-12-15T12:01")
    assert LATE_CAME in await reads_what_runs(dario)


async def writes_news(who: Colleague) -> None:
    await who.visits_home()
    await who.presses("Write it")
    await who.fills({"What has happened since?": "The kitchen opens at six."})
    await who.sends()
    await who.dismisses()
