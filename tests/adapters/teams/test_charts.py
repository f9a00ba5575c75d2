"""Charts in Teams: a picture that Teams fetches, with the finding in words; and the words alone where it cannot."""

import json

from adapters.charts.address import Addresses
from adapters.charts.examples import examples, promoters, teams
from adapters.teams import render
from bot.ui import Card, Form, Picture
from tests.drivers.fake_teams_cards import card_faults, dialog_faults, message_faults
from tests.drivers.fake_teams_screen import of_message

ADDRESS = "https://hearback.example.org/chart/abc.png"
IMAGE = {
    "type": "Image",
    "url": ADDRESS,
    "altText": promoters().finding,
    "size": "stretch",
    "msteams": {"allowExpand": True},
}


def test_a_picture_has_its_finding_as_alt_text() -> None:
    assert render.card(Card("s", (Picture(promoters(), ADDRESS),))).content["body"] == [IMAGE]


def test_a_picture_may_stand_in_messages_and_dialogs() -> None:
    blocks = (Picture(promoters(), ADDRESS), Picture(teams(), ADDRESS))
    message = render.card(Card("s", blocks)).message()
    assert message_faults(message) == []
    assert promoters().finding in of_message(message).text
    assert dialog_faults(render.dialog(Form("Results", "Close", blocks))) == []


def test_without_an_address_the_words_stand_in_the_card() -> None:
    [text] = render.card(Card("s", (Picture(teams()),))).content["body"]
    assert text["text"].startswith(teams().finding)
    assert "Emergency: Workload 3.9 poor (35 answers); Support 7.1 good (64 answers)" in text["text"]


def test_a_card_with_every_chart_is_not_too_large() -> None:
    place = Addresses("https://hearback.example.org", b"k" * 32)
    blocks = tuple(Picture(chart, place.of(chart)) for chart in examples().values())
    content = render.card(Card("s", blocks)).content
    assert card_faults(content) == []
    assert len(json.dumps(content)) < 28_000


def test_the_fake_takes_no_picture_without_words_or_https() -> None:
    content = render.card(Card("s", (Picture(promoters(), ADDRESS),))).content
    for wrong in ({"url": "http://x.example/x.png"}, {"altText": ""}, {"size": "vast"}, {"surprise": 1}):
        assert card_faults(content | {"body": [IMAGE | wrong]})
