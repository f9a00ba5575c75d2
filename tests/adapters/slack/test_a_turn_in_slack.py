"""People in Slack press, write and fill in forms, and get what the bot answered, in the place where they acted."""

from dataclasses import replace

from bot.events import Close, Opened, Pressed, Said, Say, Show, Submitted
from bot.ui import Buttons, Card, Form, Open, Press, Text, Write
from tests.adapters.slack.toy_bot import FORM, GO_ON, PROMPT, RECORDED, ToyBot
from tests.drivers.slack import SlackDriver


async def test_a_plain_hello_gets_exactly_one_message_back(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    await slack.say(ann, "hello")
    await slack.say(ann, "hello", "group")
    await slack.say(ann, "hello", "channel")
    for place in ("direct", "group", "channel"):
        [shown] = slack.messages(ann, place)
        assert "How was the week?" in shown.text
    assert [event.text for event in bot.asked if isinstance(event, Said)] == ["hello"] * 3


async def test_a_question_is_answered_in_three_taps_and_leaves_no_message(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    await slack.say(ann, "hello")
    before = slack.messages(ann)
    await slack.press(ann, "Answer")
    form = slack.dialog(ann)
    assert form is not None
    assert form.title == "This week"
    assert form.fields["How was it?"][10] == "10 of 10"
    await slack.fill(ann, "How was it?", "7 of 10")
    await slack.fill(ann, "Why?", "<b>tea</b> & biscuits")
    await slack.send(ann)
    sent = bot.last()
    assert isinstance(sent, Submitted)
    assert (sent.action, sent.ref) == ("toy.send", "r1")
    assert sent.values == {"score": "7", "why": "<b>tea</b> & biscuits"}
    after = slack.dialog(ann)
    assert after is not None
    assert after.title == "Recorded"
    await slack.dismiss(ann)
    assert slack.dialog(ann) is None
    assert slack.messages(ann) == before


async def test_errors_keep_what_was_typed(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    await slack.command(ann, "hearback")
    await slack.fill(ann, "How was it?", "2 of 10")
    await slack.fill(ann, "Why?", "long nights")
    bot.replies["toy.send"] = Show(
        replace(FORM, values={"score": "2"}, errors={"why": "Shorter, please.", "": "Again."})
    )
    await slack.send(ann)
    form = slack.dialog(ann)
    assert form is not None
    assert form.values["Why?"] == "long nights"
    assert form.errors == ("Shorter, please.", "Again.")


async def test_an_error_for_the_whole_form_without_fields_stands_on_top(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    bare = replace(FORM, fields=(), blocks=(Text("Sure?"),))
    bot.replies["home.menu"] = Show(bare)
    bot.replies["toy.send"] = Show(replace(bare, errors={"": "Too late."}))
    await slack.command(ann, "hearback")
    await slack.send(ann)
    form = slack.dialog(ann)
    assert form is not None
    assert form.text.startswith("Too late.")


async def test_the_next_form_does_not_inherit_what_was_typed_in_the_last(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    second = Form("Step two", "Close", (), (Write("why", "And then?", 500, required=False),), "toy.two", "r2", "Send")
    bot.replies["toy.send"] = Show(second)
    await slack.command(ann, "hearback")
    await slack.fill(ann, "How was it?", "2 of 10")
    await slack.fill(ann, "Why?", "long nights")
    await slack.send(ann)
    form = slack.dialog(ann)
    assert form is not None
    assert form.values == {}
    bot.replies["toy.two"] = Show(replace(second, title="Step three", ref="r3"))
    await slack.fill(ann, "And then?", "sleep")
    await slack.send(ann)
    sent, form = bot.last(), slack.dialog(ann)
    assert isinstance(sent, Submitted)
    assert sent.values == {"why": "sleep"}
    assert form is not None
    assert form.values == {}


async def test_a_button_inside_a_form_changes_the_form_and_posts_nothing(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    row = Buttons((Press("Look", "toy.look", "r1"), Open("More", "toy.more.open", "r1")))
    bot.replies["home.menu"] = Show(Form("Menu", "Close", (row,)))
    bot.replies["toy.look"] = Say(Card("Only here", (Text("Only here."), row)))
    await slack.command(ann, "hearback")
    await slack.press(ann, "Look")
    form = slack.dialog(ann)
    assert form is not None
    assert (form.title, form.text) == ("Menu", "Only here.")
    await slack.press(ann, "More")
    form = slack.dialog(ann)
    assert form is not None
    assert form.title == "This week"
    assert slack.messages(ann) == []


async def test_one_message_that_comes_as_two_events_gets_one_answer(slack: SlackDriver) -> None:
    ann = await slack.join("Ann Abel")
    words = {"channel": "G0THREE", "user": ann.id, "text": "<@U0BOT> hello", "ts": "5.1", "channel_type": "mpim"}
    await slack.happens({"type": "app_mention", **words})
    await slack.happens({"type": "message", **words})
    assert len(slack.messages(ann, "group")) == 1


async def test_a_pressed_button_changes_its_message(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    await slack.say(ann, "hello")
    await slack.press(ann, "Not this time")
    pressed = bot.last()
    assert isinstance(pressed, Pressed)
    assert (pressed.action, pressed.ref, pressed.choice) == ("toy.no", "r1", "no")
    [message] = slack.messages(ann)
    assert message.text == "Noted."
    assert message.buttons == ()


async def test_an_answer_stays_in_its_thread(slack: SlackDriver) -> None:
    ann = await slack.join("Ann Abel")
    said = {
        "type": "app_mention",
        "user": ann.id,
        "channel": "C0STAFF",
        "text": "<@U0BOT> hi",
        "ts": "2.0",
        "thread_ts": "1.0",
    }
    await slack.happens(said)
    assert slack.slack.messages[-1]["thread_ts"] == "1.0"


async def test_a_command_is_answered_where_the_bot_is_no_member(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    bot.replies["home.menu"] = Say(PROMPT)
    await slack.command(ann, "hearback")
    assert "How was the week?" in slack.messages(ann)[-1].text
    assert "chat.postMessage" not in [method for method, _ in slack.slack.calls]
    await slack.press(ann, "Not this time")
    assert slack.messages(ann)[-1].text == "Noted."


async def test_speak_up_opens_by_command_and_by_shortcut(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    await slack.command(ann, "speakup")
    assert isinstance(bot.last(), Opened)
    await slack.interact(ann, {"type": "shortcut", "callback_id": "hearback_speakup"})
    actions = [event.action for event in bot.asked if isinstance(event, Opened)]
    assert actions == ["speak_up.open", "speak_up.open"]
    assert slack.dialog(ann) is not None


async def test_an_answer_to_a_form_can_be_a_message_and_closes_it(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    bot.replies["toy.send"] = Say(GO_ON)
    await slack.command(ann, "hearback")
    await slack.fill(ann, "How was it?", "2 of 10")
    await slack.send(ann)
    assert slack.dialog(ann) is None
    assert slack.messages(ann)[-1].text == "Go on <there> & back"


async def test_a_link_is_acknowledged_and_counts_nobody(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    bot.replies["said"] = Say(GO_ON)
    await slack.say(ann, "hello")
    asked = list(bot.asked)
    await slack.press(ann, "Read more")
    assert bot.asked == asked


async def test_home_is_shown_and_drawn_anew_after_what_was_done_there(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    home = await slack.visit(ann)
    assert home.buttons == ("Answer",)
    assert bot.visits == 1
    await slack.press(ann, "Answer")
    assert bot.visits == 1
    await slack.fill(ann, "How was it?", "2 of 10")
    await slack.send(ann)
    assert bot.visits == 2
    assert [method for method, _ in slack.slack.calls].count("views.publish") == 2


async def test_a_failed_sending_and_speak_up_leave_home_alone(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    await slack.visit(ann)
    bot.replies["toy.send"] = Show(replace(FORM, errors={"why": "No."}))
    await slack.press(ann, "Answer")
    await slack.fill(ann, "How was it?", "2 of 10")
    await slack.send(ann)
    quiet = Form("Speak up", "Close", (), (Write("words", "Your words", 500),), "speak_up.send", "r1", "Send")
    bot.replies["toy.open"] = Show(quiet)
    bot.replies["speak_up.send"] = Show(RECORDED)
    await slack.dismiss(ann)
    await slack.press(ann, "Answer")
    await slack.fill(ann, "Your words", "something")
    await slack.send(ann)
    assert bot.visits == 1
    assert [method for method, _ in slack.slack.calls].count("views.publish") == 1
    assert slack.messages(ann) == []


async def test_closing_says_nothing(slack: SlackDriver, bot: ToyBot) -> None:
    ann = await slack.join("Ann Abel")
    bot.replies["toy.send"] = Close()
    await slack.command(ann, "hearback")
    await slack.fill(ann, "How was it?", "2 of 10")
    await slack.send(ann)
    assert slack.dialog(ann) is None
    assert slack.messages(ann) == []
