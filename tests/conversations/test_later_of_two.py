"""Where a note asks two questions, one *Later* puts off either of them or both, and leaves the other as it was."""

from dataclasses import replace

from bot.programme import Offset
from tests.conversations.test_note import FIRST, at_work, census_beside_the_pulse
from tests.harness import QUESTION, Colleague, Office

BACK = "The census: you asked me to come back to this."


async def two_in_one_note(office: Office) -> Colleague:
    """Who reads her first note, in which two questions are asked: neither can wait for the next one."""
    steward, nurse, _ = await at_work(office)
    templates = office.works.house.templates
    pulse = templates["pulse"]
    templates["pulse"] = replace(pulse, ask=replace(pulse.ask, until=Offset(6)))  # type: ignore[index]
    assert pulse.ask.rotation
    census_beside_the_pulse(office, closes=Offset(4), item=pulse.ask.rotation.items[1])
    await office.start_pulse(steward, template="census")
    await office.until(FIRST)
    return nurse


async def test_one_of_two_questions_is_put_off_and_comes_back_and_the_other_is_answered(office: Office) -> None:
    nurse = await two_in_one_note(office)
    [note] = nurse.messages()
    assert set(note.buttons) == {"Answer", "Later: choose which", "When may I write?"}
    await nurse.presses("Later: choose which")
    await nurse.sends()
    assert "Choose for at least one question when I come back to it, or press Close." in " ".join(nurse.dialog.errors)
    await nurse.dismisses()
    await nurse.presses("Answer", on="The census")
    answered, other = ("How work has been", "The census")[:: 1 if QUESTION in nurse.dialog.fields else -1]
    await nurse.fills({label: options[-1] for label, options in nurse.dialog.fields.items() if len(options) > 2})
    await nurse.sends()
    assert "Recorded" in nurse.dialog.text
    await nurse.dismisses()
    await nurse.presses("Later: choose which")
    await nurse.fills({other: "In a week"})
    await nurse.sends()
    assert "The question closes before that. Choose another answer." in " ".join(nurse.dialog.errors)
    await nurse.fills({other: "In a day"})
    await nurse.sends()
    assert "I come back to this on Friday 6 November, unless you answer before" in nurse.dialog.text
    assert answered not in nurse.dialog.text
    await nurse.dismisses()
    await office.until("2026-11-06T09:59")
    assert len(nurse.messages()) == 1
    await office.until("2026-11-06T10:00")
    assert f"{other}: you asked me to come back to this." in nurse.newest.text
    await nurse.presses("Answer")
    assert (QUESTION in nurse.dialog.fields) == (other == "How work has been")
    await nurse.dismisses()
    await office.until("2026-11-11T12:00")
    assert [f"{answered}: you asked me" in each.text for each in nurse.messages()] == [False, False]


async def test_both_can_be_let_go_at_once_and_what_has_closed_since_says_so(bare: Office) -> None:
    nurse = await two_in_one_note(bare)
    assert nurse.newest.buttons == ("Answer", "Answer", "Later: choose which", "When may I write?")
    await nurse.presses("Later: choose which")
    await nurse.fills({"The census": "In a day", "How work has been": "Not this time"})
    await nurse.sends()
    assert "I come back to this on Friday 6 November" in nurse.dialog.text
    assert "Done. Nothing more comes about this question." in nurse.dialog.text
    await nurse.dismisses()
    await bare.until("2026-11-06T10:00")
    assert [BACK in each.text for each in nurse.messages()] == [False, True]
    await nurse.presses("Later: choose which")
    await nurse.fills({"The census": "In a day"})
    await nurse.sends()
    assert "I have come back to this once, and do not do so again." in nurse.dialog.text
    await nurse.dismisses()
    await nurse.presses("Later: choose which")
    await nurse.fills({"The census": "Not this time"})
    await bare.until("2026-11-09T12:00")
    await nurse.sends()
    assert "This question has closed." in nurse.dialog.errors[0]
    assert list(nurse.dialog.fields) == ["How work has been"]
    await nurse.dismisses()
    await bare.until("2026-11-11T12:00")
    await nurse.presses("Later: choose which")
    assert "This question has closed. Nothing more comes about it." in nurse.dialog.text
