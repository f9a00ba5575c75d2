"""Cards, forms and Home come out as Block Kit that Slack accepts, and say the same as the values they were drawn from."""

from dataclasses import replace

import pytest

from adapters.slack import render
from adapters.slack.text import escaped, fitted, pieces
from bot import limits
from bot.ui import (
    Buttons,
    Card,
    Choice,
    Day,
    Divider,
    Facts,
    Field,
    Form,
    Heading,
    Home,
    Link,
    Note,
    Open,
    Option,
    Press,
    Quote,
    Scale,
    Text,
    Write,
)
from tests.drivers import fake_slack_screen as screen
from tests.drivers.fake_slack import FakeSlack
from tests.drivers.fake_slack_limits import message_faults, view_faults

EVERYTHING = (
    Heading("What came of it"),
    Text("Two lines\nof text"),
    Note("Shown only when at least 10 answer"),
    Quote("tea &\nbiscuits"),
    Facts((("When", "Monday"), ("Where", "<Ward 7>"))),
    Buttons(
        (Press("Yes", "a.yes", "r", "y", "primary"), Open("More", "a.open", "r"), Link("Read", "https://x.org/a?b&c"))
    ),
    Divider(),
)


DRAWN = [
    {"type": "header", "text": {"type": "plain_text", "text": "What came of it", "emoji": False}},
    {"type": "section", "text": {"type": "plain_text", "text": "Two lines\nof text", "emoji": False}},
    {
        "type": "context",
        "elements": [{"type": "plain_text", "text": "Shown only when at least 10 answer", "emoji": False}],
    },
    {"type": "section", "text": {"type": "plain_text", "text": "&gt; tea &amp;\n&gt; biscuits", "emoji": False}},
    {
        "type": "section",
        "fields": [
            {"type": "mrkdwn", "text": "*When*", "verbatim": True},
            {"type": "plain_text", "text": "Monday", "emoji": False},
            {"type": "mrkdwn", "text": "*Where*", "verbatim": True},
            {"type": "plain_text", "text": "&lt;Ward 7&gt;", "emoji": False},
        ],
    },
    {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "text": {"type": "plain_text", "text": "Yes", "emoji": False},
                "action_id": "a.yes#0",
                "value": '{"r":"r","c":"y"}',
                "style": "primary",
            },
            {
                "type": "button",
                "text": {"type": "plain_text", "text": "More", "emoji": False},
                "action_id": "a.open#1",
                "value": '{"r":"r","c":""}',
            },
            {
                "type": "button",
                "text": {"type": "plain_text", "text": "Read", "emoji": False},
                "action_id": "link#2",
                "url": "https://x.org/a?b&c",
            },
        ],
    },
    {"type": "divider"},
]


def test_each_block_is_drawn_as_slack_wants_it() -> None:
    assert render.drawn(EVERYTHING) == DRAWN


def test_a_message_says_the_same_in_its_text() -> None:
    drawn = render.message(Card("News for you", EVERYTHING))
    assert drawn["text"].startswith("News for you\n\nWhat came of it\n\nTwo lines")
    assert "tea &amp;" in drawn["text"]
    assert message_faults(drawn["blocks"]) == []


FIELDS: tuple[Field, ...] = (
    Scale("score", "How was it?", 0, 10, tuple(f"{n}" for n in range(11)), hint="10 is best"),
    Choice("few", "Which?", (Option("a", "A"), Option("b", "B")), required=False),
    Choice("many", "Which of many?", tuple(Option(str(n), f"Ward {n}") for n in range(11))),
    Write("short", "Short", 80, tall=False),
    Write("long", "Long", 9000),
    Day("day", "When?"),
)


def test_each_field_is_drawn_with_what_stands_in_it() -> None:
    values = {"score": "10", "few": "b", "many": "3", "short": "<x>", "day": "2026-11-05"}
    view = render.modal(Form("Form", "Close", (), FIELDS, "a.send", "r", "Send", values))
    assert view_faults(view) == []
    elements = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert elements["score"]["type"] == "static_select"
    assert elements["score"]["initial_option"] == elements["score"]["options"][10]
    assert [elements[name]["type"] for name in ("few", "many")] == ["radio_buttons", "static_select"]
    assert elements["short"] == {
        "action_id": "short",
        "type": "plain_text_input",
        "multiline": False,
        "max_length": 80,
        "initial_value": "<x>",
    }
    assert elements["long"]["max_length"] == 3000
    assert elements["day"]["initial_date"] == "2026-11-05"
    assert [block["optional"] for block in view["blocks"]] == [False, True, False, False, False, False]
    assert view["blocks"][0]["hint"]["text"] == "10 is best"
    assert (view["callback_id"], view["private_metadata"]) == ("a.send", '{"r": "r"}')


def test_values_that_slack_would_refuse_are_left_out() -> None:
    values = {"score": "11", "few": "z", "day": "tomorrow", "short": "x" * 100}
    view = render.modal(Form("Form", "Close", (), FIELDS, "a.send", "r", "Send", values))
    assert view_faults(view) == []


def test_a_form_that_is_only_read_has_no_send_button() -> None:
    view = render.modal(Form("Recorded", "Close", (Text("Recorded."),)))
    assert "submit" not in view
    assert "callback_id" not in view
    assert view["close"]["text"] == "Close"


def test_errors_that_slack_cannot_place_stand_on_top() -> None:
    form = Form("Form", "Close", (Text("Text"),), FIELDS, "a.send", "r", "Send", {}, {"": "Too late.", "short": "No."})
    shown = screen.of_view(FakeSlack().shown(render.modal(form)))
    assert shown.text.startswith("Too late.\nShort: No.\n\nText")


def test_words_of_people_alert_nobody() -> None:
    evil = "<!channel> <@U1> <https://evil.example|help> & *x*"
    blocks = (
        Heading(evil),
        Text(evil),
        Note(evil),
        Quote(evil),
        Facts(((evil, evil),)),
        Buttons((Press("<!here>", "a"),)),
    )
    field = Choice("x", evil, (Option("a", evil[:60]),), hint=evil)
    for drawn in (
        render.message(Card(evil, blocks)),
        render.home(Home(evil, blocks)),
        render.modal(Form("<!here>", "<!x>", blocks, (field,), "a", "r", "<!x>", {}, {"x": evil})),
    ):
        assert "<" not in str(drawn)


@pytest.mark.parametrize("character", ["x", "&", "ö", "🙂", "x ", "&\n"])
def test_everything_within_the_house_limits_is_accepted(character: str) -> None:
    def filled(most: int) -> str:
        return (character * most)[: most - 1] + "."

    blocks = (
        Heading(filled(limits.HEADING)),
        Text(filled(limits.PARAGRAPH)),
        Note(filled(limits.PARAGRAPH)),
        Quote(filled(limits.PARAGRAPH)),
        Facts(tuple((filled(100), filled(1500)) for _ in range(10))),
        Buttons(
            tuple(
                Press(filled(limits.BUTTON_LABEL), "a" * 60, "r" * 200, '"' * 200) for _ in range(limits.BUTTONS_A_ROW)
            )
        ),
    )
    options = tuple(Option(str(n), filled(limits.OPTION)) for n in range(limits.OPTIONS))
    choice = Choice("c", filled(limits.FIELD_LABEL), options, filled(150))
    write = Write("w", filled(limits.FIELD_LABEL), limits.LONGEST_WRITTEN, filled(150))
    form = Form(
        filled(24),
        filled(24),
        blocks,
        (choice, write),
        "a" * 60,
        "r" * 200,
        filled(24),
        {"w": filled(3000)},
        {"w": "x"},
    )
    assert limits.faults(form) == []
    assert view_faults(render.modal(form)) == []
    assert view_faults(render.home(Home(filled(150), blocks))) == []
    card = Card(filled(150), blocks[:4])
    assert message_faults(render.message(card)["blocks"]) == []
    assert len(render.message(card)["text"]) < 4000


def test_what_is_empty_is_left_out() -> None:
    assert render.drawn((Text(" "), Note(""), Quote(""), Heading(""), Facts(()), Buttons(()))) == []


def test_long_text_is_cut_where_a_line_or_a_word_ends_and_nothing_is_lost() -> None:
    text = "\n".join("word & word" for _ in range(900))
    cut = list(pieces(text, 3000))
    assert all(len(piece) <= 3000 for piece in cut)
    assert "\n".join(cut) == escaped(text)
    assert fitted("ab cd", 4) == "ab…"
    assert fitted("&" * 9, 12) == "&amp;&amp;…"


def test_a_card_can_take_the_place_of_an_open_form() -> None:
    view = FakeSlack().shown(render.modal(Form("Menu", "Close", (Text("x"),), ref="r")))
    page = render.page(Card("x", (Text("Done."),)), view)
    assert view_faults(page) == []
    assert (page["title"]["text"], page["close"]["text"]) == ("Menu", "Close")


def test_facts_stand_beside_their_bold_labels_and_a_long_one_below_at_full_width() -> None:
    [short] = render.drawn((Facts((("Who", "Ama"), ("By", "May"))),))
    assert [cell["text"] for cell in short["fields"]] == ["*Who*", "Ama", "*By*", "May"]
    said = "*x* _y_ <!channel> " + "x" * 60
    who, do, it, by = render.drawn((Facts((("Who", "Ama"), ("Do", said), ("By", "May"))),))
    assert [cell["text"] for section in (who, by) for cell in section["fields"]] == ["*Who*", "Ama", "*By*", "May"]
    assert (do["text"]["type"], do["text"]["text"]) == ("mrkdwn", "*Do*")
    assert (it["text"]["type"], it["text"]["text"]) == ("plain_text", escaped(said))
    many = render.drawn((Facts(tuple((f"Label {n}", "") for n in range(6))),))
    assert [len(section["fields"]) for section in many] == [10, 2]


def test_ids_of_fields_change_when_the_form_is_another() -> None:
    form = Form("Form", "Close", (), FIELDS, "a.send", "r", "Send")
    first = [block["block_id"] for block in render.modal(form)["blocks"]]
    second = [block["block_id"] for block in render.modal(replace(form, ref="s"), taken=first)["blocks"]]
    assert not set(first) & set(second)
    assert [block["block_id"] for block in render.modal(form, taken=second)["blocks"]] == first
