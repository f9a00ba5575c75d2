"""Cards written down as text and read back, so that the workspace can show a message again tomorrow."""

import json
from dataclasses import asdict
from typing import Any

from bot.chart_code import from_json as chart_from_json
from bot.chart_code import to_json as chart_to_json
from bot.ui import Block, Button, Buttons, Card, Divider, Facts, Heading, Link, Note, Open, Picture, Press, Quote, Text


def to_json(card: Card) -> str:
    """The card as one line of JSON; `from_json` gives the same card back."""
    return json.dumps({"summary": card.summary, "blocks": [_written(block) for block in card.blocks]})


def from_json(body: str) -> Card:
    """The card that `to_json` wrote. Raises ValueError for anything else."""
    try:
        read = json.loads(body)
        return Card(str(read["summary"]), tuple(_block(block) for block in read["blocks"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a kept card") from error


def _written(part: Block | Button) -> dict[str, Any]:
    match part:
        case Facts(pairs):
            return {"is": "Facts", "pairs": [list(pair) for pair in pairs]}
        case Buttons(row):
            return {"is": "Buttons", "buttons": [_written(button) for button in row]}
        case Picture(chart, address):
            return {"is": "Picture", "chart": chart_to_json(chart), "address": address}
        case _:
            return {"is": type(part).__name__, **asdict(part)}


def _block(read: dict[str, Any]) -> Block:
    match read["is"]:
        case "Heading":
            return Heading(read["text"])
        case "Text":
            return Text(read["text"])
        case "Note":
            return Note(read["text"])
        case "Quote":
            return Quote(read["text"])
        case "Facts":
            return Facts(tuple((label, value) for label, value in read["pairs"]))
        case "Buttons":
            return Buttons(tuple(_button(button) for button in read["buttons"]))
        case "Divider":
            return Divider()
        case "Picture":
            return Picture(chart_from_json(read["chart"]), read["address"])
        case other:
            raise ValueError(f"unknown block {other}")


def _button(read: dict[str, Any]) -> Button:
    fields = {name: value for name, value in read.items() if name != "is"}
    match read["is"]:
        case "Press":
            return Press(**fields)
        case "Open":
            return Open(**fields)
        case "Link":
            return Link(**fields)
        case other:
            raise ValueError(f"unknown button {other}")
