"""Choosing some of several, and choosing not to say, on each platform."""

from typing import Any

import pytest

from adapters.slack import inbound as slack_in
from adapters.slack.fields import drawn_field
from adapters.teams.fields import inputs
from adapters.teams.inbound import invoked
from adapters.web.inbound import fields_of, submitted
from adapters.web.render import Posting, drawing
from bot.events import Account, Submitted
from bot.ui import Form, Option, Scale, Several
from bot.words import Words

DAYS = tuple(Option(str(number), f"Day {number}") for number in range(1, 4))
SOME = Several("days", "Which days?", DAYS)
SCALE = Scale("well", "Well?", 0, 10, tuple(map(str, range(11))), required=False, instead=Option("skip", "Not saying"))
FORM = Form("T", "C", fields=(SOME, SCALE), action="ask.answer", submit="Send", values={"days": "1,3", "well": "skip"})


def test_slack_draws_boxes_with_what_was_ticked() -> None:
    element = drawn_field(SOME, "1,3")["element"]
    assert element["type"] == "checkboxes"
    assert [option["value"] for option in element["initial_options"]] == ["1", "3"]
    assert "initial_options" not in drawn_field(SOME, "9")["element"]


def test_slack_draws_a_list_where_boxes_are_too_many() -> None:
    many = Several("days", "Which?", tuple(Option(str(n), str(n)) for n in range(11)))
    assert drawn_field(many, "")["element"]["type"] == "multi_static_select"


def test_slack_offers_not_to_say_beside_the_numbers() -> None:
    options = drawn_field(SCALE, "skip")["element"]["options"]
    assert options[-1]["value"] == "skip"
    assert len(options) == 12


@pytest.mark.parametrize(
    ("selected", "kept"),
    [
        ([{"value": "1"}, {"value": "3"}], {"days": "1,3"}),
        ([], {}),
        (None, {}),
        ("1", {}),
        ([{"value": 5}, "x", {}], {}),
    ],
)
def test_slack_sends_what_was_ticked(selected: Any, kept: dict[str, str]) -> None:
    view = {"callback_id": "ask.answer", "state": {"values": {"b": {"days": {"selected_options": selected}}}}}
    payload = {"type": "view_submission", "team": {"id": "T"}, "user": {"id": "U"}, "view": view}
    event = slack_in.event(payload, lambda _: False)
    assert isinstance(event, Submitted)
    assert event.values == kept


def test_teams_draws_a_set_of_which_several_can_be_chosen_and_sends_them_with_commas() -> None:
    days, well = (one for one in inputs(FORM) if one["type"] == "Input.ChoiceSet")
    assert days["isMultiSelect"] is True
    assert days["value"] == "1,3"
    assert well["choices"][-1] == {"title": "Not saying", "value": "skip"}
    data = {"a": "ask.answer", "r": "r", "k": "send", "f.days": "1,3"}
    event = invoked({"name": "task/submit", "from": {"aadObjectId": "x"}, "value": {"data": data}})
    assert isinstance(event, Submitted)
    assert event.values == {"days": "1,3"}


def test_the_browser_sends_each_tick_and_they_arrive_together() -> None:
    fields = fields_of(b"action=ask.answer&ref=r&nonce=aaaaaaaaaaaaaaaa&f.days=1&f.days=3&f.x=&nonce=bbbbbbbbbbbbbbbb")
    event = submitted(Account("web", "demo", "p1"), fields)
    assert event.values == {"days": "1,3"}
    assert event.id.endswith("bbbbbbbbbbbbbbbb")  # of anything else the last one counts


def test_the_browser_shows_what_was_ticked() -> None:
    page = drawing().form(FORM, Posting("t", "/chat", nonce=lambda: "n"), Words())
    assert page.count('type="checkbox"') == 3
    assert page.count(" checked") == 3  # two days, and not saying
