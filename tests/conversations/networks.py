"""What happens around networks in several tests: one is founded, its lead says yes, and others join."""

from tests.harness import Colleague

HIDDEN, OPEN = "Nobody (hidden)", "Everybody who is in it (open)"
MEMBER, ALLY = "As a member: it is about me", "As an ally: I stand beside those whom it is about"


async def founded(steward: Colleague, lead: Colleague, name: str, roster: str = HIDDEN) -> None:
    """The steward founds it, and whoever is to lead it says yes."""
    await steward.visits_home()
    await steward.presses("Networks and groups")
    await steward.presses("Start a network")
    await steward.fills({"What is it called?": name, "What is it for?": f"What {name} is for."})
    await steward.fills({"Who may see who is in it?": roster, "Who is to lead it?": lead.name})
    await steward.sends()
    assert f"{name} opens when {lead.name} has said yes" in steward.dialog.text, steward.dialog.errors
    await steward.dismisses()
    await steward.office.wait(minutes=1)
    await answers(lead, "Yes")


async def answers(who: Colleague, said: str) -> None:
    """Reads on Home what they are asked, and answers it."""
    await who.visits_home()
    await who.presses("Read it")
    await who.fills({"Will you?": said})
    await who.sends()
    assert "hoever asked you is told" in who.dialog.text
    await who.dismisses()
    await who.office.wait(minutes=1)


async def looks_at(who: Colleague, name: str) -> str:
    """Opens its page, and what stands there; platforms set a label and its value apart in different ways."""
    await who.visits_home()
    await who.presses("Networks and groups")
    await who.presses(name)
    return who.dialog.text.replace(":", "")


async def joins(who: Colleague, name: str, how: str = MEMBER, *, seen: bool = False) -> str:
    """Joins it, and what is said about it."""
    await looks_at(who, name)
    await who.presses("Join")
    await who.fills({f"How do you want to belong to {name}?": how})
    if seen:
        await who.fills({"Who may read your name?": "Whoever leads it, and nobody else"})
    await who.sends()
    said = who.dialog.text
    await who.dismisses()
    return said


async def leaves(who: Colleague, name: str) -> str:
    """Leaves it, and what is said about it."""
    await looks_at(who, name)
    await who.presses("Leave")
    await who.sends()
    said = who.dialog.text
    await who.dismisses()
    return said


async def asks(lead: Colleague, name: str, who: str, to_be: str) -> str:
    """The lead asks somebody to take a part; what is said about it, the errors included."""
    await looks_at(lead, name)
    await lead.presses("Lead it")
    await lead.presses("Ask somebody")
    await lead.fills({"To be what?": to_be, "Who?": who})
    await lead.sends()
    said = "\n".join((lead.dialog.text, *lead.dialog.errors))
    await lead.dismisses()
    await lead.office.wait(minutes=1)
    return said
