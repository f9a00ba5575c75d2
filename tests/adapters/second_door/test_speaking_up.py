"""Somebody speaks up on the public page, is answered, goes on talking, adds a picture; and nothing leads to them."""

import re
from datetime import timedelta

import pytest

from storage.cases.enclosing import pictures_of
from storage.threads import receipts
from tests.adapters.second_door.conftest import Street
from tests.adapters.second_door.test_redraw import CANARY, colours, photograph
from tests.adapters.second_door.visitor import Visitor
from tests.databases import on_both
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


@on_both("street")
async def test_a_concern_is_raised_without_signing_in(street: Street) -> None:
    visitor = street.visitor()
    await visitor.visits()
    for said in ("In danger now? Call 999.", "Rather talk first", "Safest on your own telephone"):
        assert said in visitor.main.get_text(" ")
    for elsewhere in ("the chat service", "Safer: on your own telephone"):  # the page is that place
        assert elsewhere not in visitor.main.get_text(" ")
    await visitor.presses("Go on")
    promises = visitor.main.get_text(" ")
    can, cannot = promises.index("It remembers nothing"), promises.index("What we cannot promise")
    assert can < cannot < promises.index("Your network can see") < promises.index("Who may read it?")
    assert "the chat service" not in promises
    visitor.fills(FORM | {"What happened?": "x" * 50_000})
    await visitor.presses("Send")
    assert "That is 50,000 characters. Please shorten it to 3,000; all your words are still here." in visitor.html
    assert "x" * 50_000 in visitor.html
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


async def looks(visitor: Visitor, words: str) -> None:
    await visitor.visits()
    await visitor.presses("Read a reply")
    visitor.fills({"Your eight words": words})
    await visitor.presses("Read")


@on_both("street")
@pytest.mark.long
async def test_an_answer_is_read_a_picture_is_added_and_all_of_it_erased(street: Street) -> None:
    words = await reports(street.visitor())
    await street.guardians.replies("Ines Costa", "Which fridge, and since when?")
    visitor = street.visitor("127.0.0.1")  # from another place, by another way in, in another browser
    await looks(visitor, words)
    assert "Ines Costa, Freedom to Speak Up guardian, replied" in visitor.text
    assert "Which fridge, and since when?" in visitor.text
    assert "In the chat, the chat service knows" in visitor.text
    visitor.fills({"Write again": "The one in the drug room, for three weeks."})
    await visitor.presses("Send")
    assert "It can be read from tomorrow on." in visitor.text
    await looks(visitor, words)
    await visitor.adds(photograph(), "Its thermometer.")
    assert "Added." in visitor.text
    await looks(visitor, words)
    assert "You added a picture" in visitor.text
    street.clock.at += timedelta(days=1)
    [case] = await street.guardians.cases("Ines Costa")
    said = [each.text for each in case.messages if each.kind == "said"]
    assert said[-2:] == ["The one in the drug room, for three weeks.", "Its thermometer."]
    [picture] = pictures_of(case.messages)
    assert colours(picture.content)[:2] == ("red", "blue")
    assert CANARY not in picture.content
    await visitor.visits()
    await visitor.presses("Read a reply")
    await visitor.presses("Erase my report")
    visitor.fills({"Your eight words": words})
    await visitor.presses("Erase my report")
    assert "It is erased." in visitor.text
    assert await street.guardians.cases("Ines Costa") == []
    await looks(visitor, words)
    assert "Nothing can be read with these words." in visitor.html


async def test_a_slip_is_named_and_words_that_lead_nowhere_say_the_same(street: Street) -> None:
    words = await reports(street.visitor())
    visitor, unknown = street.visitor(), " ".join(receipts.words(receipts.mint()))
    await looks(visitor, " ".join(words.split()[:7]))
    assert "I found 7 of 8." in visitor.html
    await looks(visitor, unknown)
    assert "Nothing can be read with these words." in visitor.html
    assert visitor.main.select_one("form[enctype]") is None
    found = receipts.read(words)
    assert isinstance(found, receipts.Receipt)
    await looks(visitor, receipts.digits(found))
    assert WHAT in visitor.text


async def test_sending_a_form_twice_is_one_report_with_the_same_words(street: Street) -> None:
    visitor = street.visitor()
    await visitor.visits()
    await visitor.presses("Go on")
    visitor.fills(FORM)
    page = visitor.answer
    told = dict(visitor.fields)
    await visitor.presses("Send")
    first = receipt_in(visitor.text)
    visitor.answer, visitor.fields = page, told  # reloaded, or pressed twice
    await visitor.presses("Send")
    assert receipt_in(visitor.text) == first
    assert len(await street.guardians.cases("Ines Costa")) == 1


async def test_where_the_list_does_not_hold_nothing_is_taken_and_the_words_stay(street: Street) -> None:
    visitor = street.visitor()
    await visitor.visits()
    await visitor.presses("Go on")
    visitor.fills(FORM)
    street.works.secrets.put("directory-speak-up", (99).to_bytes(8, "big"))
    await visitor.presses("Send")
    assert "This was not taken in" in visitor.html
    assert WHAT in visitor.html
    await visitor.visits()
    assert "You cannot write to a guardian through Hearback" in visitor.text
    assert "Rather talk first, with your name kept private? Ines Costa, 020 7946 0123" in visitor.text


@pytest.mark.long
async def test_a_flood_on_one_way_in_leaves_the_other_open(street: Street) -> None:
    visitor = street.visitor()
    for number in range(8):
        visitor = street.visitor(f"93.184.{number}.1")
        await visitor.visits()
        await visitor.presses("Go on")
        visitor.fills(FORM | {"What happened?": f"The fridge is warm, again, for {number} weeks."})
        await visitor.presses("Send")
    assert "Too much comes in just now" in visitor.text
    assert "again, for 7 weeks." in visitor.text
    assert len(await street.guardians.cases("Ines Costa")) == 6
    await reports(street.visitor("127.0.0.1"))
    assert len(await street.guardians.cases("Ines Costa")) == 7
    street.clock.at += timedelta(minutes=3)
    await visitor.sends_again()
    assert receipt_in(visitor.text)


async def test_what_was_raised_and_what_changed_is_read_without_signing_in(street: Street) -> None:
    visitor = street.visitor()
    await visitor.visits()
    assert "what changed" not in visitor.html
    await street.guardians.publishes("Rotas are locked four weeks ahead.")
    await visitor.visits()
    await visitor.presses("Raised, and what changed")
    for said in ("Everything that was raised", "11", "Rotas are locked four weeks ahead.", "Everybody reads the same"):
        assert said in visitor.text
