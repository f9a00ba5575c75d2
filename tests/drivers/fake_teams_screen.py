"""Reads a card as a person in Teams would: its words, its buttons, its fields and what stands in them."""

import re
from typing import Any

from adapters.teams.fields import MORE
from tests.drivers import Screen
from tests.drivers.fake_teams_cards import walk

Json = dict[str, Any]

_ESCAPED = re.compile(r"\\([\\`*_\[\]~#>+-])")


def words(text: str) -> str:
    """Markdown as it is shown."""
    return _ESCAPED.sub(r"\1", text.replace("\u2060", "")).replace("\n\n", "\n")


def of_message(activity: Json) -> Screen:
    """A message. Its first line is what the notification said, which Teams shows in the list of chats too."""
    card = activity["attachments"][0]["content"]
    first, body = activity["summary"], _body(card)
    text = body if body.startswith(first) else f"{first}\n\n{body}".strip()
    return Screen(text, buttons=tuple(buttons(card)))


def of_dialog(value: Json, filled: dict[str, str], refused: tuple[str, ...] = ()) -> Screen:
    """A dialog with what the person has put in since it was opened, and what the client itself refused to send."""
    card = value["card"]["content"]
    fields = inputs(card)
    errors = tuple(words(one["text"]) for one in walk(card) if one.get("color") == "attention")
    return Screen(
        text=_body(card),
        title=value["title"],
        buttons=tuple(buttons(card)),
        fields={label: tuple(options(one)) for label, one in fields.items()},
        values={label: shown for label, one in fields.items() if (shown := _shown(one, filled))},
        errors=errors + refused,
    )


def buttons(card: Json) -> dict[str, Json]:
    """Buttons by their label, without the one that sends a dialog; where a label stands twice, the last."""
    rows = [action for one in walk(card) if one["type"] == "ActionSet" for action in one["actions"]]
    return {action["title"]: action for action in rows}


def inputs(card: Json) -> dict[str, Json]:
    """Inputs by their label."""
    return {words(one["label"]): one for one in walk(card) if one["type"].startswith("Input.")}


def options(one: Json) -> dict[str, str]:
    """The labels of an input's options, without what more is said of each, with their values; empty where words are written."""
    return {words(choice["title"]).partition(MORE)[0]: choice["value"] for choice in one.get("choices", [])}


def standing(card: Json) -> dict[str, str]:
    """What stands in the inputs when the card is shown, by their ids."""
    return {one["id"]: one["value"] for one in inputs(card).values() if one.get("value")}


def _body(card: Json) -> str:
    return "\n\n".join(text for one in walk(card) if (text := _text(one)))


def _text(element: Json) -> str:
    match element["type"]:
        case "TextBlock":
            return words(element["text"])
        case "Image":
            return str(element["altText"])
        case "FactSet":
            return "\n".join(f"{words(fact['title'])}: {words(fact['value'])}" for fact in element["facts"])
        case _:
            said = [words(each["title"]) for each in element.get("choices", ()) if MORE in each["title"]]
            return "\n".join((words(element.get("label", "")), *said))


def _shown(one: Json, filled: dict[str, str]) -> str:
    value = filled.get(one["id"], "")
    shown = {number: label for label, number in options(one).items()}
    if one.get("isMultiSelect"):
        return "; ".join(shown[number] for number in value.split(",") if number)
    return shown.get(value, value)
