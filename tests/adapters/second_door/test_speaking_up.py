"""Somebody speaks up on the public page, is answered, goes on talking, adds a picture; and nothing leads to them."""

import re

from storage.threads import receipts
from tests.adapters.second_door.conftest import Street
from tests.adapters.second_door.visitor import Visitor
from tests.receipts import receipt_in

WHAT = "The fridge on the ward is too warm, and nobody writes it down."
FORM = {
    "Who may read it?": "Ines Costa; Olga Brandt",
    "What happened?": WHAT,
    "What is it about most of all?": "Patients' safety, or the quality of care",
    "Could somebody come to harm in the next days?": "Yes, it is urgent",
}


async def reports(visitor: Visitor, **changed: str) -> str:
    """Writes a report, keeps the words, types two of them in; the words."""
    await visitor.visits()
    await visitor.presses("Go on")
    visitor.fills(FORM | changed)
    await visitor.presses("Send")
    words = receipt_in(visitor.text)
    await keeps(visitor, words)
    return words


async def keeps(visitor: Visitor, words: str) -> None:
    await visitor.presses("I have kept them")
    asked = [label for label in visitor.screen.fields if label.startswith("Word number")]
    places = [int(re.sub(r"\D", "", label)) for label in asked]
    visitor.fills({label: words.split()[place - 1] for label, place in zip(asked, places, strict=True)})
    await visitor.presses("Check")


async def test_a_concern_is_raised_without_signing_in(street: Street) -> None:
    visitor = street.visitor()
    await visitor.visits()
    for said in ("In danger now? Call 999.", "Rather talk first", "It remembers nothing", "What it cannot promise"):
        assert said in visitor.main.get_text(" ")
    await visitor.presses("Go on")
    visitor.fills(FORM | {"What happened?": "I am the only porter on nights. Ask Nina Okafor."})
    await visitor.presses("Send")
    assert "This may show who you are" in visitor.text
    visitor.fills({"What happened?": WHAT})
    await visitor.presses("Send")
    words = receipt_in(visitor.text)
    found = receipts.read(words)
    assert isinstance(found, receipts.Receipt)
    assert receipts.digits(found) in visitor.text
    assert "The square holds these words and no address." in visitor.text
    await keeps(visitor, words)
    assert "Your words are right" in visitor.text
    for name in ("Ines Costa", "Olga Brandt"):
        [case] = await street.guardians.cases(name)
        assert (case.messages[0].text, case.urgent) == (WHAT, True)
    assert await street.guardians.cases("Tom Reyes") == []
