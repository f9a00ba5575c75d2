"""Charts in Slack: a picture that Slack fetches, with the finding in words; and the words alone where it cannot."""

from adapters.charts.examples import promoters, teams
from adapters.slack import render
from bot.ui import Card, Form, Home, Picture
from tests.drivers.fake_slack_limits import message_faults, view_faults

ADDRESS = "https://hearback.example.org/chart/abc.png"
IMAGE = {
    "type": "image",
    "image_url": ADDRESS,
    "alt_text": promoters().finding,
    "title": {"type": "plain_text", "text": promoters().title, "emoji": False},
}


def test_a_picture_has_its_finding_as_alt_text() -> None:
    assert render.drawn((Picture(promoters(), ADDRESS),)) == [IMAGE]


def test_a_picture_may_stand_in_messages_forms_and_home() -> None:
    blocks = (Picture(promoters(), ADDRESS), Picture(teams(), ADDRESS))
    assert message_faults(render.message(Card("s", blocks))["blocks"]) == []
    assert view_faults(render.modal(Form("Results", "Close", blocks))) == []
    assert view_faults(render.home(Home("Hearback", blocks))) == []


def test_the_text_of_the_message_has_the_numbers_for_those_who_do_not_see_it() -> None:
    assert "9 or 10: 41%" in render.message(Card("s", (Picture(promoters(), ADDRESS),)))["text"]


def test_without_an_address_the_words_stand_in_the_message() -> None:
    [section] = render.drawn((Picture(teams()),))
    assert section["text"]["text"].startswith(teams().finding)
    assert "Emergency: Workload 3.9 poor (35 answers); Support 7.1 good (64 answers)" in section["text"]["text"]


def test_the_fake_takes_no_picture_that_slack_could_not_fetch() -> None:
    for wrong in (
        {"image_url": "http://hearback.example.org/x.png"},
        {"image_url": ""},
        {"alt_text": ""},
        {"width": 3},
    ):
        assert message_faults([IMAGE | wrong])
    assert message_faults([{"type": "image", "image_url": ADDRESS}])
    assert message_faults([IMAGE | {"image_url": "https://x.example/" + "x" * 3000}])
