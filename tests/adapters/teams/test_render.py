"""Cards, forms and Home as Adaptive Cards: everything can be read, nothing typed becomes markup, everything fits."""

import json
from dataclasses import replace
from typing import Any

import pytest

from adapters.teams import render
from adapters.teams.marks import literal
from bot.ui import Buttons, Card, Divider, Facts, Form, Heading, Home, Link, Note, Open, Press, Quote, Text, plain
from tests.adapters.teams.toy import FORM, PROMPT, RECORDED
from tests.drivers.fake_teams_cards import card_faults, dialog_faults, message_faults, walk
from tests.drivers.fake_teams_screen import of_dialog, of_message, words

Json = dict[str, Any]

RUDE = "**bold** _thin_ [link](https://evil.example) `code` ~gone~ # no\n- no list\n1. no list\n> no quote\n{{DATE(2026)}} \\"


def test_a_card_is_drawn_block_by_block() -> None:
    card = Card("s", (Heading("H"), Text("T"), Divider(), Note("N"), Quote("Q"), Facts((("a", "b"),))))
    assert render.card(card).content["body"] == [
        {"type": "TextBlock", "text": "H", "wrap": True, "size": "large", "weight": "bolder", "style": "heading"},
        {"type": "TextBlock", "text": "T", "wrap": True},
        {
            "type": "TextBlock",
            "text": "N",
            "wrap": True,
            "size": "small",
            "isSubtle": True,
            "separator": True,
            "spacing": "large",
        },
        {"type": "Container", "style": "emphasis", "items": [{"type": "TextBlock", "text": "Q", "wrap": True}]},
        {"type": "FactSet", "facts": [{"title": "a", "value": "b"}]},
    ]


def test_buttons_are_drawn_by_what_follows_them() -> None:
    row = Buttons(
        (Press("P", "p", "1", "c", "danger"), Open("O", "o", "2", look="primary"), Link("L", "https://l.example"))
    )
    [actions] = render.card(Card("s", (row,))).content["body"]
    assert actions["actions"] == [
        {
            "type": "Action.Execute",
            "title": "P",
            "verb": "p",
            "data": {"r": "1", "c": "c"},
            "style": "destructive",
            "fallback": {"type": "Action.Submit", "title": "P", "data": {"a": "p", "r": "1", "c": "c"}},
        },
        {
            "type": "Action.Submit",
            "title": "O",
            "data": {"msteams": {"type": "task/fetch"}, "a": "o", "r": "2", "c": ""},
            "style": "positive",
        },
        {"type": "Action.OpenUrl", "title": "L", "url": "https://l.example"},
    ]


def test_a_form_is_a_dialog_whose_fields_have_labels_and_values() -> None:
    drawn = render.dialog(replace(FORM, values={"score": "7", "comment": "words", "shift": "x", "day": "2026-11-05"}))
    inputs = {one["id"]: one for one in walk(drawn["card"]["content"]) if one["type"].startswith("Input.")}
    assert drawn["title"] == "How was your week?"
    assert inputs["f.score"] == {
        "type": "Input.ChoiceSet",
        "id": "f.score",
        "label": "Your week",
        "style": "compact",
        "wrap": True,
        "isRequired": True,
        "errorMessage": "0 is bad, 10 is good",
        "choices": [{"title": str(number), "value": str(number)} for number in range(11)],
        "value": "7",
    }
    assert inputs["f.comment"] == {
        "type": "Input.Text",
        "id": "f.comment",
        "label": "Why?",
        "isRequired": False,
        "maxLength": 3300,
        "isMultiline": True,
        "value": "words",
    }
    assert (inputs["f.shift"]["style"], "value" in inputs["f.shift"]) == ("expanded", False)
    assert inputs["f.day"]["value"] == "2026-11-05"
    send = {"k": "send", "a": "toy.send", "r": "ref-1"}
    assert drawn["card"]["content"]["actions"] == [
        {"type": "Action.Submit", "title": "Send", "data": send, "style": "positive"}
    ]


def test_a_short_fact_stands_in_a_table_and_a_long_one_under_its_label() -> None:
    body = render.card(Card("s", (Facts((("Do", "x" * 60), ("Who", "Ama"), ("By", "May"))),))).content["body"]
    assert [one["text"] for one in body[0]["items"]] == ["Do", "x" * 60]
    assert body[1] == {"type": "FactSet", "facts": [{"title": "Who", "value": "Ama"}, {"title": "By", "value": "May"}]}


def test_a_hint_stands_under_its_field() -> None:
    body = render.dialog(replace(FORM, fields=FORM.fields[:1]))["card"]["content"]["body"]
    assert (body[-2]["id"], body[-1]["text"]) == ("f.score", FORM.fields[0].hint)


def test_errors_stand_next_to_their_field_in_words() -> None:
    drawn = render.dialog(replace(FORM, errors={"": "Not sent yet.", "comment": "Please be kind."}))
    body = drawn["card"]["content"]["body"]
    assert (body[0]["text"], body[0]["color"]) == ("Not sent yet.", "attention")
    [at] = [place for place, one in enumerate(body) if one.get("text") == "Please be kind."]
    assert (body[at]["color"], body[at + 1]["id"]) == ("attention", "f.comment")


def test_a_form_to_read_has_nothing_to_send() -> None:
    content = render.dialog(RECORDED)["card"]["content"]
    assert "actions" not in content
    assert content["body"][1]["actions"][0]["data"] == {"k": "press", "a": "toy.say", "r": "", "c": ""}


@pytest.mark.parametrize(
    "text", [RUDE, "plain", "a * b", "1) one", "#tag", "a\n\n\nb", "  x", "- ", "\\", "___", "+1", "2026."]
)
def test_what_people_typed_is_shown_as_they_typed_it(text: str) -> None:
    shown = words(literal(text))
    assert shown.splitlines() == [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    "mark", ["**b**", "__b__", "*i*", "_i_", "[a](b)", "`c`", "~~d~~", "# h", "- l", "+ l", "> q", "1. l", "1) l"]
)
def test_no_mark_is_left_unguarded(mark: str) -> None:
    escaped = literal(f"one\n{mark}").partition("\n\n")[2]
    for sign in "*_[]`~":
        assert all(escaped[place - 1] == "\\" for place, letter in enumerate(escaped) if letter == sign)
    assert escaped[0] == "\\" or "\u2060" in escaped


def test_every_text_on_a_card_is_guarded() -> None:
    blocks = (Heading(RUDE), Text(RUDE), Note(RUDE), Quote(RUDE), Facts(((RUDE, RUDE),)))
    drawn = json.dumps(render.card(Card("s", blocks)).content["body"], ensure_ascii=False)
    form = replace(FORM, blocks=blocks, errors={"": RUDE, "comment": RUDE})
    drawn += json.dumps(render.dialog(form)["card"]["content"]["body"], ensure_ascii=False)
    assert "**bold" not in drawn
    assert "](" not in drawn.replace("\\\\](", "")


def test_labels_and_options_lose_their_links_only() -> None:
    field = replace(FORM.fields[0], label="[see](https://evil.example) 2 * 3")
    content = render.dialog(replace(FORM, fields=(field,)))["card"]["content"]
    [drawn] = [one for one in content["body"] if "label" in one]
    assert drawn["label"] == "[see]\u2060(https://evil.example) 2 * 3"


def test_every_card_has_its_plain_twin_and_its_line_for_the_lock_screen() -> None:
    message = render.card(PROMPT).message()
    content = message["attachments"][0]["content"]
    assert message["summary"] == "One question"
    assert content["speak"] == content["fallbackText"] == plain(PROMPT)


@pytest.mark.parametrize("letter", ["a", "é", "語", "*"])
def test_the_longest_message_still_fits(letter: str) -> None:
    card = Card("s", tuple(Text(letter * 2900) for _ in range(3)))
    content = render.card(card).content
    assert card_faults(content) == []
    assert content["fallbackText"]


def test_what_the_service_checks_is_right() -> None:
    assert message_faults(render.card(PROMPT).message()) == []
    assert message_faults(render.home(Home("Hearback", PROMPT.blocks)).message()) == []
    assert dialog_faults(render.dialog(FORM)) == []
    assert dialog_faults(render.dialog(RECORDED)) == []
    assert of_dialog(render.dialog(FORM), {}).fields["Your week"] == tuple(map(str, range(11)))


def test_what_is_read_on_a_card_is_its_plain_twin() -> None:
    assert of_message(render.card(PROMPT).message()).text == plain(PROMPT).replace("> ", "")


def test_a_say_where_only_text_is_possible() -> None:
    assert render.sentence(Card("s", (Text("a"), Buttons((Link("L", "https://l.example"),)), Text("b")))) == "a\n\nb"
    assert render.sentence(Card("s", ())) == "s"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"version": "1.6"}, "version is not 1.5"),
        ({"surprise": 1}, "card: unknown surprise"),
        ({"body": [{"type": "Media"}]}, "unknown element Media"),
        ({"body": [{"type": "TextBlock", "text": " "}]}, "a TextBlock without text"),
        ({"body": [{"type": "TextBlock", "text": "a", "size": "huge"}]}, "TextBlock: bad size"),
        ({"body": [{"type": "Input.Text", "id": "a"}]}, "input without label"),
        ({"body": [{"type": "ActionSet", "actions": []}]}, "an ActionSet needs one to six actions"),
        ({"fallbackText": "a" * 30_000}, "a card of more than 28 KB"),
    ],
)
def test_the_fake_is_strict(change: Json, fault: str) -> None:
    assert fault in card_faults({**render.card(PROMPT).content, **change})


def test_forms_without_blocks_and_fields_are_dialogs_too() -> None:
    assert dialog_faults(render.dialog(Form("Title", "Close"))) == []
