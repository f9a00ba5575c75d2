"""Draws the fields of a form as the inputs of an Adaptive Card, with what stands in them and what is wrong with them."""

from typing import Any

from adapters.teams.inbound import FIELD
from adapters.teams.marks import label, literal
from bot.ui import Choice, Day, Field, Form, Option, Scale, Several, Write

Json = dict[str, Any]

EXPANDED_OPTIONS = 6
BEYOND = 3000
"""Characters that a large box takes past the longest text: Teams cuts what is pasted without a word, and so what was cut is
still too long, is refused in a sentence, and is never kept with its end missing. All of it fits in a dialog once more."""
MORE = " – "
"""Stands between a choice's label and its hint."""


def inputs(form: Form) -> list[Json]:
    """The fields in order; before each the sentence that says what is wrong, under each its hint."""
    return [element for field in form.fields for element in _field(form, field)]


def error(sentence: str) -> Json:
    """A sentence about something that must be put right. It says so in words; the colour only helps to find it."""
    return {"type": "TextBlock", "text": literal(sentence), "wrap": True, "color": "attention", "weight": "bolder"}


def _field(form: Form, field: Field) -> list[Json]:
    wrong = [error(form.errors[field.name])] if form.errors.get(field.name) else []
    hint = [_hint(field.hint)] if field.hint else []
    return [*wrong, _input(field, form.values.get(field.name, "")), *hint]


def _hint(text: str) -> Json:
    look = {"isSubtle": True, "size": "small", "spacing": "small"}
    return {"type": "TextBlock", "text": literal(text), "wrap": True, **look}


def _input(field: Field, value: str) -> Json:
    drawn: Json = {"id": FIELD + field.name, "label": label(field.label), "isRequired": field.required}
    if field.required:  # shown by the client when the field was left empty; it must be in the reader's language
        drawn["errorMessage"] = field.hint or field.label
    match field:
        case Choice(options=options):
            drawn |= _choices([(option.value, _said(option)) for option in options], value)
            drawn["style"] = "expanded" if len(options) <= EXPANDED_OPTIONS else "compact"
        case Several(options=options):
            # Teams joins what was chosen with commas, and so do we.
            choices = [(option.value, _said(option)) for option in options]
            kept = ",".join(number for number, _ in choices if number in value.split(","))
            drawn |= _choices(choices, "") | {"isMultiSelect": True} | ({"value": kept} if kept else {})
        case Scale(lowest=lowest, options=labels, instead=instead):
            numbers = [(str(number), text) for number, text in enumerate(labels, lowest)]
            drawn |= _choices([*numbers, *([(instead.value, instead.label)] if instead else [])], value)
            drawn["style"] = "compact"
        case Write(longest=longest, tall=tall):
            drawn |= {"type": "Input.Text", "maxLength": longest + BEYOND * tall, "isMultiline": tall}
            drawn |= {"value": value} if value else {}
        case Day():
            drawn |= {"type": "Input.Date"} | ({"value": value} if value else {})
    return drawn


def _said(option: Option) -> str:
    """Teams has one line for a choice, so that what more there is to say follows its label."""
    return f"{option.label}{MORE}{option.hint}" if option.hint else option.label


def _choices(options: list[tuple[str, str]], value: str) -> Json:
    drawn: Json = {
        "type": "Input.ChoiceSet",
        "wrap": True,
        "choices": [{"title": label(title), "value": number} for number, title in options],
    }
    return drawn | ({"value": value} if value in dict(options) else {})
