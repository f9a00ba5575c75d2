"""What people do in Teams, through the real door: signed requests in, cards and dialogs out."""

from bot.events import Opened, Pressed, Said, Submitted, Visited
from tests.adapters.teams.toy import Toy
from tests.drivers import Driver
from tests.drivers.fake_teams_client import GROUP
from tests.drivers.teams import TeamsDriver


def test_the_driver_is_a_driver() -> None:
    driver: Driver = TeamsDriver()
    assert driver.platform == "teams"


async def test_hello_gets_one_message_even_if_teams_delivers_it_twice(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada")
    hello = teams.client.message(next(iter(teams.fake.members.values())), "hello")
    await teams.deliver(hello)
    await teams.deliver(hello)
    assert [screen.text.splitlines()[0] for screen in teams.messages(ada)] == ["One question"]
    assert [event.text for event in toy.of(Said)] == ["hello"]


async def test_a_mention_in_a_group_and_in_a_channel_is_answered_there_without_the_mention(
    teams: TeamsDriver, toy: Toy
) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello", "group")
    await teams.say(ada, "home", "channel")
    assert [(event.text, event.place) for event in toy.of(Said)] == [("hello", "group"), ("home", "channel")]
    assert [len(teams.messages(ada, place)) for place in ("direct", "group", "channel")] == [0, 1, 1]
    assert {event.account.reach for event in toy.of(Said)} == {""}


async def test_writing_home_opens_home_and_nothing_of_it_stands_among_the_messages(
    teams: TeamsDriver, toy: Toy
) -> None:
    ada = await teams.join("Ada")
    home = await teams.visit(ada)
    assert (home.title, home.text) == ("Hearback", "Hearback\n\nNothing is open.")
    assert home.buttons == ("Speak up",)
    assert teams.messages(ada) == []
    assert toy.of(Visited)[0].account == ada
    await teams.press(ada, "Speak up")
    assert teams.dialog(ada) is not None


async def test_everything_on_a_card_can_be_read(teams: TeamsDriver) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    [shown] = teams.messages(ada)
    assert shown.text.split("\n\n") == [
        "One question",
        "How was your week?",
        "Better than *last* week",
        "Open until: Monday 12:00",
        "Twenty seconds.",
    ]
    assert shown.buttons == ("Answer", "Not this time", "Tell me more", "Read more")


async def test_a_button_that_says_something_posts_a_message(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    await teams.press(ada, "Tell me more")
    assert teams.messages(ada)[-1].text == "More about it."
    [pressed] = toy.of(Pressed)
    assert (pressed.account.id, pressed.action, pressed.ref, pressed.choice) == (ada.id, "toy.say", "ref-1", "")


async def test_in_a_group_a_button_answers_the_one_who_pressed_alone(teams: TeamsDriver) -> None:
    ada, ben = await teams.join("Ada"), await teams.join("Ben")
    await teams.say(ada, "hello", "group")
    await teams.press(ben, "Tell me more")
    assert teams.messages(ben, "group")[-1].text == "More about it."
    assert len(teams.messages(ada, "group")) == len(teams.fake.messages(GROUP)) == 1


async def test_a_button_that_replaces_changes_the_message_for_good(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    await teams.press(ada, "Not this time", on="How was your week")
    assert [screen.text for screen in teams.messages(ada)] == ["Thank you\n\nNot this time. That is fine."]
    assert toy.of(Pressed)[0].choice == "no"


async def test_an_older_client_presses_the_same_buttons(older: TeamsDriver, toy: Toy) -> None:
    ada = await older.join("Ada")
    await older.say(ada, "hello")
    await older.press(ada, "Tell me more")
    await older.press(ada, "Not this time")
    assert [screen.text for screen in older.messages(ada)] == [
        "Thank you\n\nNot this time. That is fine.",
        "More about it.",
    ]
    assert [(event.action, event.ref, event.choice) for event in toy.of(Pressed)] == [
        ("toy.say", "ref-1", ""),
        ("toy.replace", "ref-1", "no"),
    ]


async def test_a_form_is_opened_filled_and_sent(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    await teams.press(ada, "Answer")
    form = teams.dialog(ada)
    assert form is not None
    assert form.title == "How was your week?"
    assert form.fields["Your week"] == tuple(map(str, range(11)))
    assert form.fields["Which shift?"] == ("Days", "Nights")
    await teams.fill(ada, "Your week", "7")
    await teams.fill(ada, "Which shift?", "Nights")
    await teams.fill(ada, "Which day?", "2026-11-05")
    await teams.send(ada)
    recorded = teams.dialog(ada)
    assert recorded is not None
    assert recorded.text == "You can change it until Monday 12:00."
    [sent] = toy.of(Submitted)
    assert (sent.action, sent.ref, sent.account.id) == ("toy.send", "ref-1", ada.id)
    assert sent.values == {"score": "7", "shift": "n", "day": "2026-11-05"}
    assert toy.of(Opened)[0].ref == "ref-1"
    await teams.press(ada, "Undo")
    assert toy.of(Pressed)[0].action == "toy.say"
    assert teams.dialog(ada) is None


async def test_a_form_with_errors_comes_back_with_what_was_typed(teams: TeamsDriver) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    await teams.press(ada, "Answer")
    await teams.fill(ada, "Your week", "3")
    await teams.fill(ada, "Why?", "too rude")
    await teams.send(ada)
    again = teams.dialog(ada)
    assert again is not None
    assert again.errors == ("Not sent yet.", "Please be kind.")
    assert again.values == {"Your week": "3", "Why?": "too rude"}


async def test_a_required_field_left_empty_is_kept_back_by_the_client(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    await teams.press(ada, "Answer")
    await teams.send(ada)
    form = teams.dialog(ada)
    assert form is not None
    assert form.errors == ("0 is bad, 10 is good",)
    assert toy.of(Submitted) == []


async def test_a_form_may_close_or_be_followed_by_a_message(teams: TeamsDriver) -> None:
    ada = await teams.join("Ada")
    await teams.say(ada, "hello")
    for comment, messages in (("close", 1), ("say", 2)):
        await teams.press(ada, "Answer")
        await teams.fill(ada, "Your week", "3")
        await teams.fill(ada, "Why?", comment)
        await teams.send(ada)
        assert teams.dialog(ada) is None
        assert len(teams.messages(ada)) == messages


async def test_in_a_group_what_a_form_is_answered_is_seen_by_its_sender_alone(teams: TeamsDriver) -> None:
    ada, ben = await teams.join("Ada"), await teams.join("Ben")
    await teams.say(ada, "hello", "group")
    await teams.press(ben, "Answer")
    await teams.fill(ben, "Your week", "3")
    await teams.fill(ben, "Why?", "say")
    await teams.send(ben)
    assert teams.messages(ben, "group")[-1].text == "Thank you for saying so."
    assert len(teams.messages(ada, "group")) == 1


async def test_the_way_in_beside_the_text_box_opens_a_form_and_leaves_no_message(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada")
    await teams.command(ada, "hearback")
    assert teams.dialog(ada) is not None
    await teams.fill(ada, "Your week", "5")
    await teams.send(ada)
    assert toy.of(Submitted)[0].values == {"score": "5"}
    await teams.command(ada, "speakup")
    assert [event.action for event in toy.of(Opened)] == ["home.menu", "speak_up.open"]
    assert {event.account.reach for event in toy.of(Opened)} == {""}
    assert teams.fake.messages("a:chat-1") == []


async def test_a_redelivered_form_acts_once(teams: TeamsDriver, toy: Toy) -> None:
    await teams.join("Ada")
    member = next(iter(teams.fake.members.values()))
    sent = teams.client.invoke(
        member, "task/submit", {"data": {"k": "send", "a": "toy.send", "r": "r", "f.score": "1"}}
    )
    assert (await teams.deliver(sent))["task"]["type"] == "continue"
    assert await teams.deliver(sent) == {}
    assert len(toy.of(Submitted)) == 1
