"""The made-up colleagues take part in what people do together: some say a line that fits, and all choose."""

from adapters.web import taking_part
from adapters.web.kept import to_json
from bot.ports import Kept
from bot.ui import Buttons, Card, Form, Open, Option, Several, Text, Write
from tests.drivers.web_edge import HandClock
from tests.harness import shipped

CLUB = shipped().practices["culture-club"].moments[0]
WAY = Open("Say it", "say.open", "r")


def _form(prompt: str) -> Form:
    said = (Write("said", "Your words", 300),)
    return Form("Together", blocks=(Text(prompt),), fields=said, action="say.send", submit="Send", close="Close")


def test_one_in_four_says_a_line_that_fits_and_nobody_says_anything_where_none_does() -> None:
    spoken = [taking_part.filled(_form(CLUB.prompt["en"]), place) for place in range(45)]  # type: ignore[union-attr]
    said = [each["said"] for each in spoken if each]
    assert len(said) == 12
    assert len(set(said)) == 6
    assert [taking_part.filled(_form("Anything else?"), place) for place in range(45)] == [{}] * 45


def test_all_choose_one_of_the_things_on_their_card_and_not_all_the_same() -> None:
    field = Several("choice", "Your choice", tuple(Option(str(n), f"Thing {n}") for n in range(6)))
    form = Form("Choose", fields=(field,), action="weigh.send", submit="Send", close="Close")
    chosen = [taking_part.filled(form, place) for place in range(45)]
    assert len({each["choice"] for each in chosen}) > 2


def test_only_the_ways_into_what_people_do_together_are_pressed() -> None:
    card = Card("Note", (Buttons((Open("Speak up", "speak_up.open"), WAY)),))
    at = HandClock().now()
    assert taking_part.ways_in(Kept("1", "direct", at, to_json(card))) == [WAY]
    assert taking_part.ways_in(Kept("1", "direct", at, "no card")) == []


def test_every_line_belongs_to_a_question_that_ships() -> None:
    asked = {
        each.prompt["en"] for one in shipped().practices.values() for each in one.moments if hasattr(each, "prompt")
    }
    assert set(taking_part._lines()) <= asked
