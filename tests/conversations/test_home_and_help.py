"""Home, help, speaking up, and what happens when somebody writes to Hearback."""

import pytest

from bot.events import Place
from bot.ui import buttons
from tests.conversations.conftest import on_every_door
from tests.harness import Office


@on_every_door
@pytest.mark.parametrize("place", ["direct", "group", "channel"])
async def test_hello_gets_exactly_one_message_back(office: Office, place: Place) -> None:
    nurse = await office.hire("Amara Okafor")
    await nurse.says("hello", place)
    assert len(nurse.messages(place)) == 1
    assert "Hello." in nurse.messages(place)[0].text


@on_every_door
async def test_home_has_four_headings_and_two_buttons_from_the_first_day(office: Office) -> None:
    nurse = await office.hire("Amara Okafor")
    home = await nurse.visits_home()
    places = [home.index(heading) for heading in ("Now", "Coming", "What I said", "What came of it")]
    assert places == sorted(places)
    await nurse.presses("Get help")
    assert "999" in nurse.dialog.text
    await nurse.dismisses()
    await nurse.presses("Speak up")
    assert "does not record that you opened this page" in nurse.dialog.text


@on_every_door
async def test_home_comes_as_a_message_too(office: Office) -> None:
    nurse = await office.hire("Amara Okafor")
    await nurse.says("what can you do?")
    await nurse.presses("Home")
    assert "What came of it" in nurse.newest.text


@on_every_door
async def test_the_commands_lead_to_home_and_to_speaking_up(office: Office) -> None:
    nurse = await office.hire("Amara Okafor")
    await nurse.commands("hearback")
    assert "What came of it" in nurse.newest.text
    await nurse.commands("speakup")
    assert "Speak up" in nurse.dialog.title


@on_every_door
async def test_a_concern_typed_into_the_chat_is_answered_with_where_to_take_it(office: Office) -> None:
    nurse = await office.hire("Amara Okafor")
    await nurse.says("My manager falsifies the records of patient 12345")
    assert "do not write a concern here" in nurse.newest.text
    assert "12345" not in nurse.newest.text


async def test_what_is_late_stands_first_on_home_and_one_button_stands_out(bare: Office) -> None:
    dario = await bare.hire("Dario Moretti")
    await bare.grant(dario, "steward")
    await bare.start_pulse(dario)
    await bare.until("2026-12-01T10:00")
    read = await dario.visits_home()
    assert read.index("people can see that there is none yet") < read.index("Open until")
    shown = bare.driver._seen[dario.account.id].home  # type: ignore[attr-defined]
    primary = [each.label for each in buttons(shown) if getattr(each, "look", "") == "primary"]
    assert primary == ["Answer back"]
    assert buttons(shown)[0].label == "Answer back"
    assert len([each for each in buttons(shown) if each.label in ("Answer", "Answer back")]) > 3
