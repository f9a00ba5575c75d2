"""Draws cards, forms and Home as Adaptive Cards 1.5, the way in which Teams shows anything with buttons."""

import json
from typing import Any

from adapters.teams.fields import error, inputs
from adapters.teams.marks import literal
from bot.charts import Chart
from bot.receipt import Receipt
from bot.ui import (
    Block,
    Button,
    Buttons,
    Card,
    Divider,
    Facts,
    Form,
    Heading,
    Home,
    Link,
    Look,
    Note,
    Open,
    Picture,
    Press,
    Quote,
    Text,
    plain,
    plain_blocks,
)
from bot.values import dataclass

Json = dict[str, Any]

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
MOST_BYTES = 27_000
WORST, FRAME, WORDS_ALONE = 18, 200, {"TextBlock", "Container"}
"""A character of the plain twin is at most so many bytes of the card: once with every mark escaped, and twice as the twin. So
many bytes stand around a block that holds words and nothing else."""
SHORT_FACT = 40  # the right column of a FactSet is narrow: a longer value stands under its label
_written = json.JSONEncoder(ensure_ascii=False).encode
STYLES: dict[Look, str] = {"plain": "default", "primary": "positive", "danger": "destructive"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as Teams takes it, and the line that a notification shows."""

    summary: str
    content: Json

    def attachment(self) -> Json:
        return {"contentType": CONTENT_TYPE, "content": self.content}

    def message(self) -> Json:
        return {"type": "message", "summary": self.summary, "attachments": [self.attachment()]}


def card(shown: Card) -> Drawn:
    return Drawn(shown.summary, _fitting(_blocks(shown.blocks), plain(shown)))


def home(shown: Home) -> Drawn:
    """Home, as wide as the window: it has rows of buttons."""
    title = _text(shown.title) | {"size": "extraLarge", "weight": "bolder", "style": "heading"}
    content = _fitting([title, *_blocks(shown.blocks)], plain(shown))
    return Drawn(shown.title, content | {"msteams": {"width": "Full"}})


def dialog(form: Form) -> Json:
    """A form as a dialog. Without an action it can only be read; Teams has its own cross for closing."""
    body = [error(form.errors[""])] if form.errors.get("") else []
    body += _blocks(form.blocks, in_dialog=True) + inputs(form)
    content = _fitting(body, plain(form))
    if form.action:
        data = {"k": "send", "a": form.action, "r": form.ref}
        content["actions"] = [{"type": "Action.Submit", "title": form.submit, "data": data, "style": "positive"}]
    return {
        "title": form.title,
        "width": "medium",
        "height": "large" if len(content["body"]) > 8 else "medium",
        "card": Drawn(form.title, content).attachment(),
    }


def sentence(shown: Card) -> str:
    """A card where only text is possible: what it says, without its buttons."""
    return plain_blocks(shown.blocks) or shown.summary


def _fitting(body: list[Json], twin: str) -> Json:
    """The card with its plain twin twice, to be spoken and for clients that draw no cards, as far as there is room."""
    content: Json = {"type": "AdaptiveCard", "version": "1.5", "body": body}
    if WORST * len(twin) + FRAME * len(body) < MOST_BYTES and all(each["type"] in WORDS_ALONE for each in body):
        return content | {"speak": twin, "fallbackText": twin}  # surely fits, and need not be written to be measured
    for more in ({"speak": twin, "fallbackText": twin}, {"fallbackText": twin}):
        if len(_written(content | more).encode()) <= MOST_BYTES:
            return content | more
    return content | {"fallbackText": twin[:500]}


def _blocks(blocks: tuple[Block, ...], *, in_dialog: bool = False) -> list[Json]:
    drawn: list[Json] = []
    line = False
    for block in blocks:
        if isinstance(block, Divider):
            line = bool(drawn)
            continue
        elements = _facts(block) if isinstance(block, Facts) else [_block(block, in_dialog=in_dialog)]
        if line and elements:
            elements[0] |= {"separator": True, "spacing": "large"}
            line = False
        drawn += elements
    return drawn


def _block(block: Heading | Text | Note | Quote | Buttons | Picture | Receipt, *, in_dialog: bool) -> Json:
    match block:
        case Heading(text):
            return _text(text) | {"size": "large", "weight": "bolder", "style": "heading"}
        case Text(text):
            return _text(text)
        case Note(text):
            return _text(text) | {"size": "small", "isSubtle": True}
        case Quote(text):
            return {"type": "Container", "style": "emphasis", "items": [_text(text)]}
        case Receipt():
            return {"type": "Container", "style": "emphasis", "items": [_text(block.text())]}
        case Buttons(row):
            draw = _dialog_button if in_dialog else _button
            return {"type": "ActionSet", "actions": [draw(button) for button in row]}
        case Picture(chart, address):
            return _image(chart, address) if address else _text(plain_blocks((block,)))


def _facts(block: Facts) -> list[Json]:
    """Short values in a table; a long one as a paragraph under its label."""
    drawn: list[Json] = []
    for title, value in block.pairs:
        if len(value) > SHORT_FACT:
            label = _text(title) | {"weight": "bolder"}
            drawn.append({"type": "Container", "items": [label, _text(value) | {"spacing": "none"}]})
            continue
        if not drawn or drawn[-1]["type"] != "FactSet":
            drawn.append({"type": "FactSet", "facts": []})
        drawn[-1]["facts"].append({"title": literal(title), "value": literal(value)})
    return drawn


def _image(chart: Chart, address: str) -> Json:
    """Teams fetches the picture from the address, and shows it large when it is pressed."""
    enlarged = {"msteams": {"allowExpand": True}}
    return {"type": "Image", "url": address, "altText": chart.finding, "size": "stretch", **enlarged}


def _text(text: str) -> Json:
    return {"type": "TextBlock", "text": literal(text), "wrap": True}


def _button(button: Button) -> Json:
    match button:
        case Link(label, url):
            return {"type": "Action.OpenUrl", "title": label, "url": url}
        case Open(label, action, ref, choice, look):
            data = {"msteams": {"type": "task/fetch"}, "a": action, "r": ref, "c": choice}
            return {"type": "Action.Submit", "title": label, "data": data, "style": STYLES[look]}
        case Press(label, action, ref, choice, look):
            data = {"r": ref, "c": choice}
            older = {"type": "Action.Submit", "title": label, "data": {"a": action, **data}}
            execute = {"type": "Action.Execute", "title": label, "verb": action, "data": data}
            return execute | {"style": STYLES[look], "fallback": older}


def _dialog_button(button: Button) -> Json:
    """Dialogs know Action.Submit alone; such a button goes out without checking the fields beside it."""
    if isinstance(button, Link):
        return _button(button)
    kind = "press" if isinstance(button, Press) else "open"
    data = {"k": kind, "a": button.action, "r": button.ref, "c": button.choice}
    drawn = {"type": "Action.Submit", "title": button.label, "data": data, "style": STYLES[button.look]}
    return drawn | {"associatedInputs": "none"}
