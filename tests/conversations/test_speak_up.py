"""Somebody speaks up from the chat in front of them, is answered, and goes on talking; nobody learns who it is."""

import re
from dataclasses import replace

import pytest

from bot.events import Show, Submitted
from bot.ui import Form, plain
from conversations.speak_up import form as writing
from storage.threads import receipts
from tests.conversations.conftest import on_every_door
from tests.conversations.reporting import (
    FORM,
    TO,
    WHAT,
    WHAT_FIELD,
    WORDS_FIELD,
    looks,
    opens_the_form,
    reports,
    sends_a_report,
    strange_words,
    types_two,
)
from tests.guardians import appoint
from tests.harness import Office
from tests.receipts import receipt_in

TELLING = "On 3 November I was the only one who saw it."


@on_every_door
async def test_a_concern_reaches_those_who_were_chosen_and_nobody_else(office: Office) -> None:
    nurse, guardians = await office.hire("Amara Okafor"), await appoint(office.works)
    await nurse.commands("speakup")
    first = nurse.dialog.text
    assert first.index("In danger now? Call 999.") < first.index("Write to a guardian")
    for said in ("Rather talk first", "Ines Costa, 020 7946 0123", "Protect", "https://hearback.example.org/speak-up"):
        assert said in first
    await nurse.sends()
    for said in ("What we cannot promise", "is not linked to you by us", "could tamper with it while you write"):
        assert said in nurse.dialog.text  # on the page on which they write
    for said in ("Freedom to Speak Up guardian. Answers to the board", "Contact outside the trust"):
        assert said in nurse.dialog.text
    await nurse.fills(FORM)
    await nurse.sends()
    assert "Sent. Ines Costa and Olga Brandt can read it now." in nurse.dialog.text
    words = receipt_in(nurse.dialog.text)
    found = receipts.read(words)
    assert isinstance(found, receipts.Receipt)
    assert receipts.digits(found) in nurse.dialog.text
    await nurse.sends()
    shown = set(re.findall(r"\w+", nurse.dialog.text)) - {"again", "back", "close", "number"}  # the page's own words
    assert not set(words.split()) & shown
    await nurse.fills(dict.fromkeys(nurse.dialog.fields, "lamp"))
    await nurse.sends()
    assert "These are not words number" in " ".join(nurse.dialog.errors)
    await types_two(nurse, words)
    await nurse.sends()
    assert "Your words are right" in nurse.dialog.text
    for name in ("Ines Costa", "Olga Brandt"):
        [case] = await guardians.cases(name)
        assert (case.messages[0].text, case.category, case.urgent) == (WHAT, "patient-safety", True)
    assert await guardians.cases("Tom Reyes") == []


async def test_the_words_open_the_answer_and_the_talk_goes_on_until_its_author_erases_it(office: Office) -> None:
    nurse, guardians = await office.hire("Amara Okafor"), await appoint(office.works)
    words = await reports(nurse)
    await looks(nurse, "lamp stable")
    assert "I found 2 of 8." in " ".join(nurse.dialog.errors)
    await nurse.fills({WORDS_FIELD: strange_words()})
    await nurse.sends()
    assert "Nothing can be read with these words." in " ".join(nurse.dialog.errors)
    await nurse.fills({WORDS_FIELD: words})
    await nurse.sends()
    assert WHAT in nurse.dialog.text
    assert "Nobody has replied yet." in nurse.dialog.text
    await guardians.replies("Olga Brandt", "Which ward is it?")
    await looks(nurse, words)
    assert "Olga Brandt, Contact outside the trust, replied" in nurse.dialog.text
    assert "Which ward is it?" in nurse.dialog.text
    await nurse.fills({"Write again": f"My words are {words}"})
    await nurse.sends()
    assert "This holds your eight words." in " ".join(nurse.dialog.errors)
    await nurse.fills({"Write again": "The one by the lift."})
    await nurse.sends()
    assert "It can be read from tomorrow on." in nurse.dialog.text
    [case] = await guardians.cases("Ines Costa")
    assert "The one by the lift." not in [each.text for each in case.messages]
    await office.wait(days=1)
    [case] = await guardians.cases("Ines Costa")
    assert case.messages[-1].text == "The one by the lift."
    assert nurse.messages() == []


async def test_whoever_raised_it_says_whether_they_would_again_and_erases_it(office: Office) -> None:
    nurse, guardians = await office.hire("Amara Okafor"), await appoint(office.works)
    words = await reports(nurse)
    await guardians.closes("Ines Costa", "The fridge is replaced.")
    await looks(nurse, words)
    for said in ("Ines Costa, Freedom to Speak Up guardian, replied", "The fridge is replaced.", "has closed it"):
        assert said in nurse.dialog.text
    await nurse.presses("Would you do it again?")
    await nurse.fills({"Would you speak up again?": "Perhaps", WORDS_FIELD: words})
    await nurse.sends()
    assert "Your answer is on its way." in nurse.dialog.text
    await office.wait(days=1)
    [case] = await guardians.cases("Olga Brandt")
    assert case.again == "maybe"
    await nurse.commands("speakup")
    await nurse.presses("Read a reply")
    await nurse.presses("Erase my report")
    await nurse.fills({WORDS_FIELD: words})
    await nurse.sends()
    assert "It is erased." in nurse.dialog.text
    assert await guardians.cases("Ines Costa") == []
    await looks(nurse, words)
    assert "Nothing can be read with these words." in " ".join(nurse.dialog.errors)
    assert nurse.messages() == []


async def test_three_reports_a_day_are_taken_and_the_words_of_the_fourth_stay_in_the_form(office: Office) -> None:
    nurse, guardians = await office.hire("Amara Okafor"), await appoint(office.works)
    await opens_the_form(nurse)
    for _ in range(3):
        await nurse.fills(FORM | {WHAT_FIELD: TELLING})
        await nurse.sends()
    assert "This may show who you are" in nurse.dialog.text + " ".join(nurse.dialog.errors)  # none of these counts
    for _ in range(4):
        await sends_a_report(nurse)
    assert "You have sent 3 reports since this time yesterday" in nurse.dialog.text + " ".join(nurse.dialog.errors)
    assert nurse.dialog.values[WHAT_FIELD] == WHAT
    assert len(await guardians.cases("Ines Costa")) == 3
    await office.wait(days=1)
    await nurse.sends()
    assert "Sent." in nurse.dialog.text
    for _ in range(11):
        await looks(nurse, strange_words())
    assert "You have looked 10 times in the last hour." in nurse.dialog.text + " ".join(nurse.dialog.errors)
    assert nurse.messages() == []


async def test_nothing_is_taken_in_where_the_list_does_not_hold_and_every_word_stays(office: Office) -> None:
    nurse, others = await office.hire("Amara Okafor"), await office.hire("Lowri Bevan")
    await nurse.commands("speakup")
    assert "You cannot write to a guardian through Hearback now." in nurse.dialog.text
    assert "In danger now? Call 999." in nurse.dialog.text
    guardians = await appoint(office.works)
    await opens_the_form(nurse)
    whole = guardians.directory.recipients
    await guardians.lists(whole[:2])  # nobody outside the line
    await nurse.fills(FORM)
    await nurse.sends()
    assert "This was not taken in" in nurse.dialog.text + " ".join(nurse.dialog.errors)
    assert "Please turn to Ines Costa, 020 7946 0123 instead." in nurse.dialog.text + " ".join(nurse.dialog.errors)
    assert nurse.dialog.values[WHAT_FIELD] == WHAT
    await others.commands("speakup")
    assert "You cannot write to a guardian through Hearback now." in others.dialog.text
    await guardians.lists(whole)
    await sends_a_report(nurse)
    assert len(await guardians.cases("Ines Costa")) == 1


async def test_whoever_left_the_list_since_the_form_was_opened_has_to_be_chosen_anew(bare: Office) -> None:
    nurse, guardians = await bare.hire("Amara Okafor"), await appoint(bare.works)
    await opens_the_form(nurse)
    listed = guardians.directory.recipients
    gone = bare.works.desk.work.cabinet.today().replace(day=1)
    await guardians.lists([replace(each, until=gone) if each.name == "Ines Costa" else each for each in listed])
    await nurse.fills(FORM)
    await nurse.sends()
    assert nurse.dialog.errors == ("The list has changed since you opened this. Please choose again.",)
    assert "Ines Costa" not in nurse.dialog.fields[TO]
    assert nurse.dialog.values[WHAT_FIELD] == WHAT


async def test_a_form_that_is_not_right_comes_back_with_every_word(bare: Office) -> None:
    nurse, guardians = await bare.hire("Amara Okafor"), await appoint(bare.works)
    await opens_the_form(nurse)
    await nurse.sends()
    assert min(nurse.dialog.errors) == "Please choose at least one person, and at most 8."
    await nurse.fills(FORM | {WHAT_FIELD: "x" * 3001})
    await nurse.sends()
    [long] = nurse.dialog.errors
    assert long == "That is 3,001 characters. Please shorten it to 3,000; all your words are still here."
    assert nurse.dialog.values[WHAT_FIELD] == "x" * 3001
    await nurse.fills({WHAT_FIELD: TELLING})
    await nurse.sends()
    [warning] = nurse.dialog.errors
    assert warning.startswith("This may show who you are: exact dates or times (3 November) and that it was only you")
    await nurse.fills({"Send it all the same?": "Yes, send it as it is"})
    await nurse.sends()
    assert "Sent." in nurse.dialog.text
    assert [case.messages[0].text for case in await guardians.cases("Olga Brandt")] == [TELLING]


async def test_units_with_fewer_than_twenty_heads_are_not_offered_and_nobody_s_own_is_asked(bare: Office) -> None:
    nurse, guardians = await bare.hire("Amara Okafor", team="Theatre"), await appoint(bare.works)
    for number in range(20):
        await bare.hire(f"Nurse {number}", team="Ward 7")
    await opens_the_form(nurse)
    assert "Where was it?" not in nurse.dialog.fields  # nobody has counted yet
    await bare.works.count_heads()
    assert bare.works.desk.units == {"Theatre": 1, "Ward 7": 20}
    await bare.works.database.close()  # from here on, nothing can be asked about anybody
    await opens_the_form(nurse)
    assert nurse.dialog.fields["Where was it?"] == ("I would rather not say", "Ward 7")
    await nurse.fills(FORM | {"Where was it?": "Ward 7"})
    await nurse.sends()
    [case] = await guardians.cases("Ines Costa")
    assert case.unit == "Ward 7"


async def test_one_form_that_is_sent_twice_is_one_report_with_the_same_words(bare: Office) -> None:
    nurse, guardians = await bare.hire("Amara Okafor"), await appoint(bare.works)
    await opens_the_form(nurse)
    await nurse.fills(FORM)
    form: Form = bare.driver._seen[nurse.account.id].form  # type: ignore[attr-defined]
    shown = []
    for id_ in ("e1", "e2", "e1", "e3"):
        sent = Submitted(id_, nurse.account, form.action, form.ref, dict(form.values))
        reply = await bare.works.bot.answer(sent)
        assert isinstance(reply, Show)
        shown.append(receipt_in(plain(reply.form)))
    assert len(set(shown)) == 1
    assert len(await guardians.cases("Ines Costa")) == 1
    other = dict(form.values) | {writing.WHAT: "Something else."}
    await bare.works.bot.answer(Submitted("e5", nurse.account, form.action, form.ref, other))
    assert len(await guardians.cases("Ines Costa")) == 1  # a fourth, by way of counting


@pytest.mark.long
async def test_twenty_reports_an_hour_are_taken_from_everybody(bare: Office) -> None:
    guardians = await appoint(bare.works)
    for nurse in await bare.hire_many(21):
        await sends_a_report(nurse)
    assert "Many reports came in this hour" in " ".join(nurse.dialog.errors)
    assert nurse.dialog.values[WHAT_FIELD] == WHAT
    assert len(await guardians.cases("Ines Costa")) == 20
    await bare.wait(hours=1)
    await nurse.sends()
    assert len(await guardians.cases("Ines Costa")) == 21
