"""What Slack refuses to draw: unknown properties, texts that are too long, ids used twice. Written from its reference."""

import html
from collections.abc import Mapping

from tests.drivers.fake_slack_shapes import (
    Check,
    Shape,
    address,
    boolean,
    chosen,
    fault,
    items,
    number,
    one_of,
    properties,
    string,
    text_object,
    text_or_fields,
    typed,
    unique,
)


def view_faults(view: object) -> list[str]:
    """Everything wrong with a modal or Home view."""
    if not isinstance(view, dict):
        return fault("must be an object", "/view")
    shape = MODAL if view.get("type") == "modal" else HOME if view.get("type") == "home" else None
    if shape is None:
        return fault("unsupported type", "/view/type")
    found = properties(shape, ("type", "blocks", "title") if shape is MODAL else ("type", "blocks"))(view, "/view")
    blocks = view.get("blocks") if isinstance(view.get("blocks"), list) else []
    if any(block.get("type") == "input" for block in blocks or ()) and shape is MODAL and "submit" not in view:
        found += fault("submit is required when there is an input block", "/view/submit")
    return found


def message_faults(blocks: object) -> list[str]:
    """Everything wrong with the blocks of a message."""
    found = _blocks(50, MESSAGE_BLOCKS)(blocks, "/blocks")
    return found + (fault("msg_blocks_too_long", "/blocks") if _size(blocks) > 13_200 else [])


def _size(part: object) -> int:
    """Characters of all texts, as they are read."""
    match part:
        case {"type": "plain_text" | "mrkdwn", "text": str(text)}:
            return len(html.unescape(text))
        case dict():
            return sum(_size(inner) for inner in part.values())
        case list():
            return sum(_size(inner) for inner in part)
        case _:
            return 0


PLAIN, BOTH = ("plain_text",), ("plain_text", "mrkdwn")
ID = string(255)


def _option(*kinds: str) -> Check:
    return properties(
        {"text": text_object(75, *kinds), "value": string(150), "description": text_object(75, *kinds)},
        ("text", "value"),
    )


BUTTON = properties(
    {
        "type": one_of("button"),
        "text": text_object(75, *PLAIN),
        "action_id": ID,
        "value": string(2000),
        "url": string(3000),
        "style": one_of("primary", "danger"),
        "accessibility_label": string(75),
    },
    ("text", "action_id"),
)
SELECT = chosen(
    properties(
        {
            "type": one_of("static_select"),
            "action_id": ID,
            "options": items(_option(*PLAIN), 100),
            "initial_option": _option(*PLAIN),
            "placeholder": text_object(150, *PLAIN),
        },
        ("options",),
    )
)
RADIO = chosen(
    properties(
        {
            "type": one_of("radio_buttons"),
            "action_id": ID,
            "options": items(_option(*BOTH), 10),
            "initial_option": _option(*BOTH),
        },
        ("options",),
    )
)
BOXES = chosen(
    properties(
        {
            "type": one_of("checkboxes"),
            "action_id": ID,
            "options": items(_option(*BOTH), 10),
            "initial_options": items(_option(*BOTH), 10),
        },
        ("options",),
    )
)
SOME = chosen(
    properties(
        {
            "type": one_of("multi_static_select"),
            "action_id": ID,
            "options": items(_option(*PLAIN), 100),
            "initial_options": items(_option(*PLAIN), 100),
            "placeholder": text_object(150, *PLAIN),
        },
        ("options",),
    )
)
WRITE = properties(
    {
        "type": one_of("plain_text_input"),
        "action_id": ID,
        "multiline": boolean,
        "min_length": number(0, 3000),
        "max_length": number(1, 3000),
        "initial_value": string(3000),
        "placeholder": text_object(150, *PLAIN),
    }
)
DAY = properties({"type": one_of("datepicker"), "action_id": ID, "initial_date": string(10, 10)})
INPUTS = typed(
    {
        "static_select": SELECT,
        "radio_buttons": RADIO,
        "checkboxes": BOXES,
        "multi_static_select": SOME,
        "plain_text_input": WRITE,
        "datepicker": DAY,
    }
)

MESSAGE_BLOCKS: Mapping[str, Check] = {
    "section": text_or_fields(
        properties(
            {
                "type": one_of("section"),
                "block_id": ID,
                "text": text_object(3000, *BOTH),
                "fields": items(text_object(2000, *BOTH), 10),
            }
        )
    ),
    "header": properties({"type": one_of("header"), "block_id": ID, "text": text_object(150, *PLAIN)}, ("text",)),
    "divider": properties({"type": one_of("divider"), "block_id": ID}),
    "image": properties(
        {
            "type": one_of("image"),
            "block_id": ID,
            "image_url": address(3000),
            "alt_text": string(2000),
            "title": text_object(2000, *PLAIN),
        },
        ("image_url", "alt_text"),
    ),
    "context": properties(
        {"type": one_of("context"), "block_id": ID, "elements": items(text_object(3000, *BOTH), 10)}, ("elements",)
    ),
    "actions": properties(
        {
            "type": one_of("actions"),
            "block_id": ID,
            "elements": unique("action_id", items(typed({"button": BUTTON}), 25)),
        },
        ("elements",),
    ),
}
VIEW_BLOCKS: Mapping[str, Check] = {
    **MESSAGE_BLOCKS,
    "input": properties(
        {
            "type": one_of("input"),
            "block_id": ID,
            "label": text_object(2000, *PLAIN),
            "element": INPUTS,
            "hint": text_object(2000, *PLAIN),
            "optional": boolean,
            "dispatch_action": boolean,
        },
        ("label", "element"),
    ),
}


def _blocks(most: int, kinds: Mapping[str, Check]) -> Check:
    return unique("block_id", items(typed(kinds), most))


_SHARED: Shape = {
    "type": one_of("modal", "home"),
    "blocks": _blocks(100, VIEW_BLOCKS),
    "private_metadata": string(3000, 0),
    "callback_id": ID,
    "external_id": ID,
}
HOME: Shape = _SHARED
MODAL: Shape = {
    **_SHARED,
    "title": text_object(24, *PLAIN),
    "submit": text_object(24, *PLAIN),
    "close": text_object(24, *PLAIN),
    "clear_on_close": boolean,
    "notify_on_close": boolean,
}
