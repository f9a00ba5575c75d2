"""Draws the fields of a form as Slack's input elements. Pure: values in, JSON out."""

from datetime import date
from typing import Any

from adapters.slack.text import plain_text
from bot.ui import Choice, Day, Field, Option, Scale, Several, Write

Json = dict[str, Any]

RADIO = 10  # Slack's radio buttons and checkboxes stop here, so a scale from 0 to 10 is always a select
LABEL = 2000
HINT = 2000
OPTION = 75


def drawn_field(field: Field, value: str) -> Json:
    """Label, hint, element of an input block, with what stands in it. The field's name is the element's id."""
    shape: Json = {
        "label": plain_text(field.label, LABEL),
        "element": {"action_id": field.name, **_element(field, value)},
        "optional": not field.required,
    }
    return shape | {"hint": plain_text(field.hint, HINT)} if field.hint else shape


def _element(field: Field, value: str) -> Json:
    match field:
        case Choice(options=options):
            return _options("radio_buttons" if len(options) <= RADIO else "static_select", options, value)
        case Several(options=options):
            return _several("checkboxes" if len(options) <= RADIO else "multi_static_select", options, value)
        case Scale(lowest=lowest, options=labels, instead=instead):
            numbered = tuple(Option(str(lowest + n), label) for n, label in enumerate(labels))
            return _options("static_select", (*numbered, *([instead] if instead else [])), value)
        case Write(longest=longest, tall=tall):
            shape: Json = {"type": "plain_text_input", "multiline": tall, "max_length": max(1, min(longest, 3000))}
            return shape | {"initial_value": value[:longest]} if value else shape
        case Day():
            return {"type": "datepicker"} | ({"initial_date": value} if _is_day(value) else {})


def _options(kind: str, options: tuple[Option, ...], value: str) -> Json:
    shown = [_option(option) for option in options]
    chosen = next((option for option in shown if option["value"] == value), None)
    return {"type": kind, "options": shown} | ({"initial_option": chosen} if chosen else {})


def _several(kind: str, options: tuple[Option, ...], value: str) -> Json:
    shown = [_option(option) for option in options]
    chosen = [option for option in shown if option["value"] in value.split(",")]
    return {"type": kind, "options": shown} | ({"initial_options": chosen} if chosen else {})


def _option(option: Option) -> Json:
    shape: Json = {"text": plain_text(option.label, OPTION), "value": option.value}
    return shape | ({"description": plain_text(option.hint, OPTION)} if option.hint else {})


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
