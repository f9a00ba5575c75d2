"""A person reads, presses, answers and writes in the workspace, as any browser without scripts would."""

from bot.events import Arrived, Said, Submitted
from bot.ui import Buttons, Card, Open, Text
from tests.adapters.web.conftest import Ward


async def test_joining_is_announced_to_the_bot(ward: Ward) -> None:
    assert any(isinstance(event, Arrived) and event.profile.name == "Nina Okafor" for event in ward.bot.seen)


async def test_a_delivered_card_is_read_in_the_direct_messages(ward: Ward) -> None:
    await ward.deliver()
    [message] = ward.driver.messages(ward.nurse)
    assert "How was your week at work?" in message.text
    assert "Ama Mensah, Chief Nurse" in message.text
    assert message.buttons == ("Answer", "Later", "Not this time")


async def test_the_same_delivery_twice_is_one_message(ward: Ward) -> None:
    await ward.deliver(key="same")
    await ward.deliver(key="same")
    assert len(ward.driver.messages(ward.nurse)) == 1


async def test_answering_takes_a_press_a_number_and_send(ward: Ward) -> None:
    await ward.deliver()
    await ward.driver.press(ward.nurse, "Answer")
    dialog = ward.driver.dialog(ward.nurse)
    assert dialog is not None
    assert dialog.fields["How was your week at work?"] == (
        "0 - very bad",
        *(str(step) for step in range(1, 10)),
        "10 - very good",
    )
    await ward.driver.fill(ward.nurse, "How was your week at work?", "7")
    await ward.driver.send(ward.nurse)
    after = ward.driver.dialog(ward.nurse)
    assert after is not None
    assert after.title == "Recorded"
    assert ward.bot.answers == {"nina-okafor": {"score": "7"}}
    assert len(ward.driver.messages(ward.nurse)) == 1


async def test_a_form_with_a_mistake_keeps_what_was_typed(ward: Ward) -> None:
    await ward.deliver()
    await ward.driver.press(ward.nurse, "Answer")
    await ward.driver.fill(ward.nurse, "What made it so?", "\nTwo short\non nights & tired")
    await ward.driver.send(ward.nurse)
    dialog = ward.driver.dialog(ward.nurse)
    assert dialog is not None
    assert dialog.errors == ("Choose a number from 0 to 10.",)
    assert dialog.values["What made it so?"] == "\nTwo short\non nights & tired"
    await ward.driver.fill(ward.nurse, "How was your week at work?", "10 - very good")
    await ward.driver.send(ward.nurse)
    assert ward.bot.answers["nina-okafor"] == {"score": "10", "comment": "\nTwo short\non nights & tired"}


async def test_a_choice_a_line_and_a_day_are_sent_by_their_labels(ward: Ward) -> None:
    await ward.deliver(Card("Yours", (Text("Yours"), Buttons((Open("Fill in", "steward.answer"),)))))
    await ward.driver.press(ward.nurse, "Fill in", on="Yours")
    for label, value in (
        ("Which of these?", "The second"),
        ("Which of many?", "Number 11"),
        ("In one line", "Chairs"),
        ("By which day?", "2026-11-20"),
    ):
        await ward.driver.fill(ward.nurse, label, value)
    await ward.driver.send(ward.nurse)
    assert ward.driver.dialog(ward.nurse) is None
    [sent] = [event for event in ward.bot.seen if isinstance(event, Submitted)]
    assert sent.values == {"which": "b", "many": "11", "line": "Chairs", "day": "2026-11-20"}


async def test_a_pressed_message_becomes_another(ward: Ward) -> None:
    await ward.deliver()
    await ward.driver.press(ward.nurse, "Later")
    [message] = ward.driver.messages(ward.nurse)
    assert "Later, then." in message.text
    assert message.buttons == ()


async def test_home_has_its_four_headings_and_its_buttons_work(ward: Ward) -> None:
    home = await ward.driver.visit(ward.nurse)
    for heading in ("Now", "Coming", "What I said", "What came of it"):
        assert heading in home.text
    assert home.buttons == ("Answer", "Get help", "Speak up", "Open the rota")
    await ward.driver.press(ward.nurse, "Get help")
    await ward.driver.press(ward.nurse, "Get help")
    assert len(ward.driver.messages(ward.nurse)) == 2


async def test_hello_gets_exactly_one_answer_everywhere(ward: Ward) -> None:
    colleague = await ward.driver.join("Tom Reilly")
    await ward.driver.say(ward.nurse, "hello")
    await ward.driver.say(ward.nurse, "hello @Hearback", "channel")
    await ward.driver.say(ward.nurse, "hello", "group")
    for place in ("direct", "channel", "group"):
        assert len(ward.driver.messages(ward.nurse, place)) == 1
    assert len(ward.driver.messages(colleague, "channel")) == 1
    assert ward.driver.messages(colleague, "direct") == []
    assert [event.place for event in ward.bot.seen if isinstance(event, Said)] == ["direct", "channel", "group"]


async def test_what_a_person_writes_is_not_kept(ward: Ward) -> None:
    await ward.driver.say(ward.nurse, "my own unusual words")
    page = (await ward.browser.get("/chat")).text
    assert "unusual" not in page
    assert all("unusual" not in kept.body for kept in await ward.driver.mailbox.read("direct:nina-okafor"))


async def test_a_command_opens_its_form(ward: Ward) -> None:
    await ward.driver.command(ward.nurse, "speakup")
    dialog = ward.driver.dialog(ward.nurse)
    assert dialog is not None
    assert "In danger now? 999." in dialog.text


async def test_who_writes_the_name_of_the_app_first_means_the_same(ward: Ward) -> None:
    for said in ("link", "@Hearback link", "@hearback  link", "@Hearback"):
        await ward.driver.say(ward.nurse, said, place="channel")
    heard = [event.text for event in ward.bot.seen if isinstance(event, Said)]
    assert heard == ["link", "link", "link", "@Hearback"]
