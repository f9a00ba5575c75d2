"""How the made-up colleagues take part in what people do together: some say a line where it is known what they would say,
and choose one of the things on their card."""

import json
from functools import cache
from pathlib import Path

from adapters.web.kept import from_json
from bot.ports import Kept
from bot.ui import Card, Form, Open, Several, Text, Write, buttons

SAID = Path(__file__).parent / "together.json"
SAYING, CHOOSING = "say.open", "weigh.open"
EVERY = 4
"""One in so many says something; all who are there choose."""


def ways_in(message: Kept) -> list[Open]:
    """The buttons on a kept message by which one takes part."""
    try:
        card: Card = from_json(message.body)
    except ValueError:
        return []
    return [each for each in buttons(card) if isinstance(each, Open) and each.action in {SAYING, CHOOSING}]


def filled(form: Form, place: int) -> dict[str, str]:
    """What the `place`th of those who answer writes or chooses; nothing where nobody knows what they would say."""
    match form.fields:
        case (Write(name=name),):
            lines = _lines().get(_prompt(form), ())
            return {name: lines[place // EVERY % len(lines)]} if lines and place % EVERY == 0 else {}
        case (Several(name=name, options=options),) if options:
            return {name: options[place * place % len(options)].value}
        case _:
            return {}


def _prompt(form: Form) -> str:
    return next((each.text for each in form.blocks if isinstance(each, Text)), "")


@cache
def _lines() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(SAID.read_text("utf-8"))
    return found
