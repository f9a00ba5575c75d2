"""Somebody speaks up from the chat in front of them, is answered, and goes on talking; nobody learns who it is."""

import re

from storage.threads import receipts
from tests.guardians import appoint
from tests.harness import Colleague, Office
from tests.receipts import receipt_in

WHAT = "The fridge on the ward is too warm, and nobody writes it down."
FORM = {
    "Who may read it?": "Ines Costa; Olga Brandt",
    "What happened?": WHAT,
    "What is it about most of all?": "Patients' safety, or the quality of care",
    "Could somebody come to harm in the next days?": "Yes, it is urgent",
}


async def opens_the_form(who: Colleague) -> None:
    await who.commands("speakup")
    await who.sends()


async def reports(who: Colleague, **changed: str) -> str:
    """Writes a report, keeps the words, types two of them in; the words."""
    await opens_the_form(who)
    await who.fills(FORM | changed)
    await who.sends()
    words = receipt_in(who.dialog.text)
    await keeps(who, words)
    return words


async def keeps(who: Colleague, words: str) -> None:
    await who.sends()
    asked = [label for label in who.dialog.fields if label.startswith("Word number")]
    places = [int(re.sub(r"\D", "", label)) for label in asked]
    await who.fills({label: words.split()[place - 1] for label, place in zip(asked, places, strict=True)})
    await who.sends()


async def test_a_concern_reaches_those_who_were_chosen_and_nobody_else(office: Office) -> None:
    nurse, guardians = await office.hire("Amara Okafor"), await appoint(office.works)
    await nurse.commands("speakup")
    first = nurse.dialog.text
    assert first.index("In danger now? Call 999.") < first.index("You can write to a guardian")
    for said in ("Rather talk first", "Ines Costa, 020 7946 0123", "https://hearback.example.org/speak-up", "Protect"):
        assert said in first
    await nurse.sends()
    for said in ("Freedom to Speak Up guardian. Answers to the board", "contact outside the trust"):
        assert said in nurse.dialog.text
    await nurse.fills(FORM)
    await nurse.sends()
    assert "Sent. Ines Costa and Olga Brandt can read it now." in nurse.dialog.text
    words = receipt_in(nurse.dialog.text)
    found = receipts.read(words)
    assert isinstance(found, receipts.Receipt)
    assert receipts.digits(found) in nurse.dialog.text
    await nurse.sends()
    assert not any(word in nurse.dialog.text.split() for word in words.split())
    await nurse.fills(dict.fromkeys(nurse.dialog.fields, "table"))
    await nurse.sends()
    assert "These are not words number" in " ".join(nurse.dialog.errors)
    [places] = re.findall(r"number (\d) and (\d)", " ".join(nurse.dialog.errors))
    labels = [label for label in nurse.dialog.fields if label.startswith("Word number")]
    await nurse.fills({label: words.split()[int(at) - 1] for label, at in zip(labels, places, strict=True)})
    await nurse.sends()
    assert "Your words are right" in nurse.dialog.text
    for name in ("Ines Costa", "Olga Brandt"):
        [case] = await guardians.cases(name)
        assert (case.messages[0].text, case.category, case.urgent) == (WHAT, "patient-safety", True)
    assert await guardians.cases("Tom Reyes") == []
    assert nurse.messages() == []
