"""How tests speak up: through the real doors, as somebody does who writes, keeps the words, and comes back with them."""

import re

from storage.threads import receipts
from tests.harness import Colleague
from tests.receipts import receipt_in

WHAT = "The fridge on the ward is too warm, and nobody writes it down."
TO, WHAT_FIELD, WORDS_FIELD = "Who may read it?", "What happened?", "Your eight words"
FORM = {
    TO: "Ines Costa; Olga Brandt",
    WHAT_FIELD: WHAT,
    "What is it about most of all?": "Patients' safety, or the quality of care",
    "Could somebody come to harm in the next days?": "Yes, it is urgent",
}


async def opens_the_form(who: Colleague) -> None:
    await who.commands("speakup")
    await who.sends()


async def sends_a_report(who: Colleague, what: str = WHAT) -> None:
    await opens_the_form(who)
    await who.fills(FORM | {WHAT_FIELD: what})
    await who.sends()


async def reports(who: Colleague, what: str = WHAT) -> str:
    """Writes a report and types in two of the words; the words."""
    await sends_a_report(who, what)
    words = receipt_in(who.dialog.text)
    await who.sends()
    await types_two(who, words)
    await who.sends()
    return words


async def types_two(who: Colleague, words: str) -> None:
    """The two that are asked for."""
    labels = [label for label in who.dialog.fields if label.startswith("Word number")]
    places = [int(re.sub(r"\D", "", label)) for label in labels]
    await who.fills({label: words.split()[place - 1] for label, place in zip(labels, places, strict=True)})


async def looks(who: Colleague, words: str) -> None:
    """Comes back, and types the words in."""
    await who.commands("speakup")
    await who.presses("Read a reply")
    await who.fills({WORDS_FIELD: words})
    await who.sends()


def strange_words() -> str:
    """Words that add up, and were given to nobody."""
    return " ".join(receipts.words(receipts.mint()))
