"""Reads a card as a person in Teams would: its words, its buttons, its fields and what stands in them."""

import re
from typing import Any

from tests.drivers import Screen
from tests.drivers.fake_teams_cards import walk

Json = dict[str, Any]

_ESCAPED = re.compile(r"\\([\\`*_\[\]~#>+-])")


def words(text: str) -> str:
    """Markdown as it is shown."""
    return _ESCAPED.sub(r"\1", text.replace("\u2060", "")).replace("\n\n", "\n")


def screen(
    card: Json, *, title: str = "", filled: dict[str, str] | None = None, refused: tuple[str, ...] = ()
) -> Screen:
    """What can be read on it; `filled` is what the person has put into the fields since it was opened."""
    elements = walk(card)
    fields = inputs(card)
    values = {label: shown for label, one in fields.items() if (shown := _shown(one, filled))}
    errors = tuple(words(one["text"]) for one in elements if one.get("color") == "attention")
    return Screen(
        text="\n".join(text for one in elements if (text := _text(one))),
        title=title,
        buttons=tuple(actions(card)),
        fields={label: tuple(options(one)) for label, one in fields.items()},
        values=values,
        errors=errors + refused,
    )


def actions(card: Json) -> dict[str, Json]:
    """Buttons by their label; where a label stands twice, the last."""
    rows = [action for one in walk(card) if one["type"] == "ActionSet" for action in one["actions"]]
    return {action["title"]: action for action in [*rows, *card.get("actions", [])]}


def inputs(card: Json) -> dict[str, Json]:
    """Inputs by their label."""
    return {words(one["label"]): one for one in walk(card) if one["type"].startswith("Input.")}


def options(one: Json) -> dict[str, str]:
    """The labels of an input's options with their values; empty where words are written."""
    return {words(choice["title"]): choice["value"] for choice in one.get("choices", [])}


def standing(card: Json) -> dict[str, str]:
    """What stands in the inputs when the card is shown, by their ids."""
    return {one["id"]: one["value"] for one in inputs(card).values() if one.get("value")}


def _text(element: Json) -> str:
    match element["type"]:
        case "TextBlock":
            return words(element["text"])
        case "FactSet":
            return "\n".join(f"{words(fact['title'])}: {words(fact['value'])}" for fact in element["facts"])
        case _:
            return ""


def _shown(one: Json, filled: dict[str, str] | None) -> str:
    value = (filled or {}).get(one["id"], "") if filled is not None else one.get("value", "")
    labels = {value: label for label, value in options(one).items()}
    return labels.get(value, value)
