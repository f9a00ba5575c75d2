"""What happens around events in several tests: somebody plans one and sends it, others say whether they come."""

from collections.abc import Mapping

from tests.harness import Colleague, Office

NAME, DAY, AT, LASTS = "What is it called?", "Day", "Begins at", "Lasts"
ROOM, LINK, ABOUT, PLACES = "Room or place", "Link to join online", "What is it about?", "Places"
CAN, NEEDS = "Can you come?", "What do you need to take part?"
YES, ONLINE, CATCH_UP, NO = "Yes, in person", "Yes, online", "No, send me the catch-up", "No"
WAIT = "Yes, in person: put me on the waiting list"
TALK: Mapping[str, str] = {
    NAME: "Staying at work",
    DAY: "2026-11-18",
    AT: "12:30",
    ROOM: "Room 2",
    ABOUT: "Three colleagues say what helped.",
}


async def at_work(office: Office) -> tuple[Colleague, Colleague, Colleague]:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    amara, bryn = [await office.hire(each) for each in ("Amara Okafor", "Bryn Pritchard")]
    await office.until("2026-11-09T10:00")
    return dario, amara, bryn


async def opens_mine(lead: Colleague, button: str) -> None:
    """The list of one's own events, and a button on it."""
    await lead.visits_home()
    await lead.presses("Your events")
    await lead.presses(button)


async def writes(lead: Colleague, **said: str) -> None:
    """Fills in the form of a new event, and asks to be shown it."""
    await opens_mine(lead, "New event")
    labels = {"name": NAME, "day": DAY, "at": AT, "room": ROOM, "link": LINK, "places": PLACES, "whom": "For whom"}
    labels |= {"question": "One question for everybody"}
    await lead.fills({**TALK, **{labels[key]: value for key, value in said.items()}})
    await lead.sends()


async def announces(lead: Colleague, **said: str) -> str:
    """Writes it, looks at it, sends it; returns what stood on the preview."""
    await writes(lead, **said)
    shown = lead.dialog.text
    await lead.sends()
    assert "Announced" in lead.dialog.text, lead.dialog.text
    await lead.dismisses()
    await lead.office.wait(minutes=1)
    return shown


async def says(who: Colleague, answer: str, needs: str = "", *, look: bool = False) -> str:
    """Answers from Home; returns what they read then, or with `look` what they read before."""
    await who.visits_home()
    buttons = (await who.sees_home()).buttons
    await who.presses(CAN if CAN in buttons else "Change your answer")
    before = who.dialog.text
    await who.fills({CAN: answer} | ({NEEDS: needs} if needs else {}))
    await who.sends()
    said = before if look else who.dialog.text
    await who.dismisses()
    await who.office.wait(minutes=1)
    return said


async def changes(lead: Colleague, **said: str) -> str:
    """Changes the only event on the list; returns what they read then."""
    await opens_mine(lead, "Change")
    labels = {"name": NAME, "day": DAY, "at": AT, "room": ROOM, "link": LINK, "places": PLACES}
    await lead.fills({labels[key]: value for key, value in said.items()})
    await lead.sends()
    read = lead.dialog.text
    await lead.dismisses()
    await lead.office.wait(minutes=1)
    return read


async def cancels(lead: Colleague) -> None:
    await opens_mine(lead, "Cancel it")
    await lead.sends()
    await lead.dismisses()
    await lead.office.wait(minutes=1)


def read(who: Colleague, words: str) -> int:
    """How many messages with these words this person has."""
    return sum(words in each.text for each in who.messages())
