"""People who promise something and give news of it."""

from tests.harness import Colleague, Office

CLOSES = "2026-11-16T12:00"
PROMISE = "A quiet room for breaks."


async def answered_back(office: Office, by_day: str = "2026-12-18") -> tuple[Colleague, Colleague]:
    """A round was asked, closed, and answered back with a promise."""
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await office.start_pulse(dario)
    await office.until(CLOSES)
    await dario.presses("Answer back", on="the round has closed")
    await dario.fills({"What will be done?": PROMISE, "By when?": by_day})
    await dario.sends()
    assert "It stands as a promise now" in dario.dialog.text
    return dario, amara


async def tells(who: Colleague, what: str, stands: str = "", **days: str) -> None:
    """Gives news from Home."""
    await who.visits_home()
    await who.presses("Give news")
    chosen = {"How does it stand?": stands} if stands else {}
    labels = {"due": "By when will it be done?", "next": "By when is there news next?"}
    await who.fills({"What happened?": what} | chosen | {labels[name]: day for name, day in days.items()})
    await who.sends()
