"""Reads Block Kit as a person does: what stands there, which buttons there are, what the fields hold."""

from collections.abc import Iterator
from typing import Any

from tests.drivers import Screen

Json = dict[str, Any]

SOME = "selected_options"
KEYS = {"datepicker": "selected_date", "plain_text_input": "value", "checkboxes": SOME, "multi_static_select": SOME}
"""Under which name an element's state holds what was put in; for all others it is `selected_option`."""


def of_message(message: Json) -> Screen:
    """A message; the first line of its text is what the notification said."""
    blocks = message["blocks"]
    body = "\n\n".join(_texts(blocks))
    first = unescaped(message["text"]).split("\n", 1)[0]
    text = body if body.startswith(first) else f"{first}\n\n{body}".strip()
    return Screen(text=text, buttons=tuple(unescaped(button["text"]["text"]) for button in buttons(blocks)))


def of_view(view: Json) -> Screen:
    """A form or Home, with what was typed."""
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    labels = {block["block_id"]: unescaped(block["label"]["text"]) for block in inputs}
    return Screen(
        text="\n\n".join(_texts(view["blocks"])),
        title=unescaped(view["title"]["text"]) if "title" in view else next(_texts(view["blocks"]), ""),
        buttons=tuple(unescaped(button["text"]["text"]) for button in buttons(view["blocks"])),
        fields={labels[block["block_id"]]: tuple(options(block)) for block in inputs},
        values={labels[id_]: typed for id_, state in view["state"].items() if (typed := _typed(state))},
        errors=tuple(unescaped(error) for error in view["errors"].values()),
    )


def buttons(blocks: list[Json]) -> list[Json]:
    """All buttons in reading order."""
    return [element for block in blocks if block["type"] == "actions" for element in block["elements"]]


def button(shown: Json, label: str) -> Json | None:
    """The last button with this label."""
    found = [found for found in buttons(shown["blocks"]) if unescaped(found["text"]["text"]) == label]
    return found[-1] if found else None


def empty(view: Json, block: Json) -> bool:
    """Whether nothing stands in this input block."""
    return not _typed(view["state"][block["block_id"]])


def options(block: Json) -> dict[str, Json]:
    """The options of an input block by their label."""
    return {unescaped(option["text"]["text"]): option for option in block["element"].get("options", ())}


def chosen(block: Json, key: str, value: str) -> Any:
    """What Slack sends when the options with these labels are chosen, or these words written."""
    if key == SOME:
        return [options(block)[label] for label in value.split("; ")]
    return options(block)[value] if key == "selected_option" else value


def unescaped(text: str) -> str:
    """Text as Slack shows it."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _texts(blocks: list[Json]) -> Iterator[str]:
    for block in blocks:
        match block["type"]:
            case "section" if "fields" in block:
                cells = [_shown(cell) for cell in block["fields"]]
                yield from (f"{label}: {value}" for label, value in zip(cells[::2], cells[1::2], strict=True))
            case "section" | "header":
                yield _shown(block["text"])
            case "context":
                yield from map(_shown, block["elements"])
            case "image":
                yield _shown(block["title"])
                yield unescaped(block["alt_text"])
            case "input":
                yield from (_shown(block[part]) for part in ("label", "hint") if part in block)
                yield from (_shown(each["description"]) for each in options(block).values() if "description" in each)
            case _:
                pass


def _shown(text: Json) -> str:
    """What stands there. Slack would take marks out of formatted text, and so do we: only whole bold labels are meant."""
    if text["type"] == "plain_text":
        return unescaped(text["text"])
    inside: str = text["text"].removeprefix("*").removesuffix("*")
    assert not set("*_~`\n") & set(inside), "Slack would format these words"
    return unescaped(inside)


def _typed(state: Json) -> str:
    [field] = state.values()
    if some := field.get(SOME):
        return "; ".join(unescaped(option["text"]["text"]) for option in some)
    chosen = field.get("selected_option")
    text: str | None = chosen["text"]["text"] if chosen else field.get("selected_date") or field.get("value")
    return unescaped(text) if chosen and text else text or ""
