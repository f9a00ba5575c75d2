"""Draws cards, forms and Home the way Slack wants them: as Block Kit. Pure: values in, JSON out."""

import json
from collections.abc import Collection
from typing import Any

from adapters.slack.fields import drawn_field
from adapters.slack.text import as_written, bold, fitted, pieces, plain_text
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
    Note,
    Picture,
    Quote,
    Text,
    plain,
    plain_blocks,
)

Json = dict[str, Any]

SECTION = 3000
FIELD = 2000
FIELDS = 10
LABEL = 150
HEADER = 150
BUTTON = 75
TITLE = 24
ALT = 2000
MESSAGE = 3900  # chat.update refuses more than 4,000
SHORT_FACT = 40  # two columns of fields are narrow: with a longer value, it gets a line of its own
QUOTED = len("&gt; ")  # by which each line of a quotation grows


def message(card: Card) -> Json:
    """Text and blocks of a message; the text says the same for notifications and screen readers."""
    return {"text": fitted(plain(card), MESSAGE), "blocks": drawn(card.blocks)}


def home(shown: Home) -> Json:
    """The view of the Home tab."""
    return {"type": "home", "blocks": [*drawn((Heading(shown.title), Divider())), *drawn(shown.blocks)]}


def modal(form: Form, *, on_home: bool = False, taken: Collection[str] = ()) -> Json:
    """The view of a form. `on_home` is remembered with the ref, so that Home can be refreshed when it is sent.

    Slack keeps what was typed in a block whose id stays; `taken` are ids of the view before that must not be reused.
    """
    view: Json = {
        "type": "modal",
        "title": plain_text(form.title, TITLE),
        "close": plain_text(form.close, TITLE),
        "blocks": [*drawn(_faults(form)), *drawn(form.blocks)],
        "private_metadata": json.dumps({"r": form.ref, "h": 1} if on_home else {"r": form.ref}),
    }
    if form.action:
        view |= {"callback_id": form.action, "submit": plain_text(form.submit, TITLE)}
    for field in form.fields:
        id_ = field.name if field.name not in taken else f"{field.name}+"
        view["blocks"].append({"type": "input", "block_id": id_, **drawn_field(field, form.values.get(field.name, ""))})
    return view


def page(card: Card, view: Json) -> Json:
    """A card in the place of an open form: the form's own title and close label stay."""
    empty: Json = {"type": "plain_text", "text": "×"}
    return {
        "type": "modal",
        "title": view.get("title") or {"type": "plain_text", "text": "Hearback"},
        "close": view.get("close") or empty,
        "blocks": drawn(card.blocks),
        "private_metadata": view.get("private_metadata") or "",
    }


def drawn(blocks: tuple[Block, ...]) -> list[Json]:
    """Blocks as Block Kit; what is empty is left out, because Slack refuses it."""
    return [part for block in blocks for part in _drawn(block)]


def _drawn(block: Block) -> list[Json]:
    match block:
        case Heading(text):
            return [{"type": "header", "text": plain_text(text, HEADER)}] if text.strip() else []
        case Text(text):
            return [{"type": "section", "text": as_written(piece)} for piece in pieces(text, SECTION)]
        case Note(text):
            return [{"type": "context", "elements": [as_written(piece)]} for piece in pieces(text, SECTION)]
        case Quote(text):
            room = max(SECTION - QUOTED * len(text.splitlines()), SECTION // (QUOTED + 1) - 1)
            return [{"type": "section", "text": as_written(_quoted(piece))} for piece in pieces(text, room)]
        case Facts(pairs):
            return _facts(pairs)
        case Buttons(row):
            elements = [_button(button, n) for n, button in enumerate(row)]
            return [{"type": "actions", "elements": elements}] if elements else []
        case Divider():
            return [{"type": "divider"}]
        case Receipt():
            return _drawn(Text(block.text()))
        case Picture(chart, address):
            return [_image(chart, address)] if address else _drawn(Text(plain_blocks((block,))))


def _facts(pairs: tuple[tuple[str, str], ...]) -> list[Json]:
    """Short values stand beside their bold labels, at most five to a section; a long one stands below its own, at full
    width. A value never shares a text with its label: a bold label must be formatted, and what people wrote must not."""
    drawn: list[Json] = []
    room = 0
    for label, value in pairs:
        said = plain_text(value if value.strip() else "–", FIELD)
        if len(value) > SHORT_FACT:
            drawn += [{"type": "section", "text": bold(label, LABEL)}, {"type": "section", "text": said}]
            room = 0
            continue
        if room == 0:
            drawn.append({"type": "section", "fields": []})
            room = FIELDS
        drawn[-1]["fields"] += [bold(label, LABEL), said]
        room -= 2
    return drawn


def _image(chart: Chart, address: str) -> Json:
    """Slack fetches the picture from the address; the finding is read aloud in its place."""
    alt, title = fitted(chart.finding, ALT), plain_text(chart.title, ALT)
    return {"type": "image", "image_url": address, "alt_text": alt, "title": title}


def _button(button: Button, place: int) -> Json:
    """A button; its place in the row makes its id unique in its block."""
    shape: Json = {"type": "button", "text": plain_text(button.label, BUTTON)}
    if isinstance(button, Link):
        return shape | {"action_id": f"link#{place}", "url": button.url}
    value = json.dumps({"r": button.ref, "c": button.choice}, separators=(",", ":"))
    shape |= {"action_id": f"{button.action}#{place}", "value": value}
    return shape if button.look == "plain" else shape | {"style": button.look}


def _faults(form: Form) -> tuple[Block, ...]:
    labels = {field.name: field.label for field in form.fields}
    said = [_at(labels[name], fault) if name in labels else fault for name, fault in form.errors.items()]
    return (Text("\n".join(said)),) if said else ()


def _at(label: str, fault: str) -> str:
    return f"{label} {fault}" if label.endswith(("?", ".", ":")) else f"{label}: {fault}"


def _quoted(piece: str) -> str:
    """Marked line by line as in a letter: Slack's own quotes would format the words."""
    return "\n".join(f"&gt; {line}" for line in piece.splitlines())
