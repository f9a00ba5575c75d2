"""Reads outgoing messages, cards and dialogs as strictly as a service could: one sentence per thing that is wrong.

The tables are those of Adaptive Cards 1.5 as Teams takes them from bots; what stands in none of them is refused.
"""

import json
from typing import Any

Json = dict[str, Any]

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
MOST_BYTES = 28 * 1024
ANY_ELEMENT = {"type", "id", "separator", "spacing", "isVisible", "height", "fallback"}
ANY_INPUT = ANY_ELEMENT | {"label", "isRequired", "errorMessage", "value", "placeholder"}
ANY_ACTION = {"type", "id", "title", "style", "fallback", "tooltip", "isEnabled", "iconUrl", "mode"}
ALLOWED: dict[str, set[str]] = {
    "AdaptiveCard": {"type", "version", "body", "actions", "fallbackText", "speak", "lang", "$schema", "msteams"},
    "TextBlock": ANY_ELEMENT | {"text", "wrap", "size", "weight", "color", "isSubtle", "style", "maxLines", "fontType"},
    "Container": ANY_ELEMENT | {"items", "style", "bleed"},
    "Image": ANY_ELEMENT | {"url", "altText", "size", "style", "width", "backgroundColor", "msteams"},
    "FactSet": ANY_ELEMENT | {"facts"},
    "ActionSet": ANY_ELEMENT | {"actions"},
    "Input.Text": ANY_INPUT | {"isMultiline", "maxLength", "style", "regex"},
    "Input.ChoiceSet": ANY_INPUT | {"choices", "style", "isMultiSelect", "wrap"},
    "Input.Date": ANY_INPUT | {"min", "max"},
    "Action.OpenUrl": ANY_ACTION | {"url"},
    "Action.Submit": ANY_ACTION | {"data", "associatedInputs"},
    "Action.Execute": ANY_ACTION | {"data", "associatedInputs", "verb"},
}
ELEMENTS = {name for name in ALLOWED if not name.startswith("Action.")} - {"AdaptiveCard"}
VALUES: dict[str, set[Any]] = {
    "size": {"small", "default", "medium", "large", "extraLarge", "auto", "stretch"},
    "weight": {"lighter", "default", "bolder"},
    "color": {"default", "dark", "light", "accent", "good", "warning", "attention"},
    "spacing": {"none", "small", "default", "medium", "large", "extraLarge", "padding"},
    "wrap": {True, False},
    "separator": {True, False},
    "isSubtle": {True, False},
    "isRequired": {True, False},
    "isMultiline": {True, False},
    "associatedInputs": {"auto", "none"},
}
STYLES: dict[str, set[str]] = {
    "TextBlock": {"default", "heading"},
    "Container": {"default", "emphasis", "good", "attention", "warning", "accent"},
    "Input.ChoiceSet": {"compact", "expanded", "filtered"},
    "Input.Text": {"text", "tel", "url", "email"},
    "Action": {"default", "positive", "destructive"},
}


def message_faults(activity: Json) -> list[str]:
    """What is wrong with a message that a bot sends."""
    faults = _unknown(activity, {"type", "id", "summary", "attachments", "text", "textFormat"}, "message")
    if activity.get("type") != "message":
        faults.append("type is not message")
    attachments = activity.get("attachments") or []
    if not attachments and not activity.get("text"):
        faults.append("an empty message")
    if attachments and not activity.get("summary"):
        faults.append("a card without a summary: its notification would be empty")
    if len(json.dumps(activity, ensure_ascii=False).encode()) > MOST_BYTES + 2048:
        faults.append("too large")
    for attachment in attachments:
        faults += _attachment(attachment, in_dialog=False)
    return faults


def dialog_faults(value: Json) -> list[str]:
    """What is wrong with the value of a dialog that is to open or to go on."""
    faults = _unknown(value, {"title", "width", "height", "card"}, "dialog")
    if not value.get("title"):
        faults.append("a dialog without a title")
    for side in ("width", "height"):
        if value.get(side) not in ("small", "medium", "large"):
            faults.append(f"{side} of a dialog")
    return faults + _attachment(value.get("card"), in_dialog=True)


def card_faults(card: Any, *, in_dialog: bool = False) -> list[str]:
    """What is wrong with a card."""
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
        return ["no card"]
    faults = _unknown(card, ALLOWED["AdaptiveCard"], "card")
    if card.get("version") != "1.5":
        faults.append("version is not 1.5")
    if not card.get("fallbackText"):
        faults.append("no plain words for clients that draw no cards")
    if len(json.dumps(card, ensure_ascii=False).encode()) > MOST_BYTES:
        faults.append("a card of more than 28 KB")
    for element in card.get("body", []):
        faults += _element(element, in_dialog=in_dialog)
    for action in card.get("actions", []):
        faults += _action(action, in_dialog=in_dialog)
    ids = [one["id"] for one in walk(card) if "id" in one]
    if len(ids) != len(set(ids)):
        faults.append("one id twice")
    return faults


def walk(element: Any) -> list[Json]:
    """Every element of a card in reading order; actions and choices are not elements."""
    if not isinstance(element, dict):
        return []
    inside = element.get("body") or element.get("items") or []
    return [element, *(found for one in inside for found in walk(one))]


def _attachment(attachment: Any, *, in_dialog: bool) -> list[str]:
    if not isinstance(attachment, dict) or set(attachment) != {"contentType", "content"}:
        return ["no attachment"]
    if attachment["contentType"] != ADAPTIVE:
        return ["attachment of another kind"]
    return card_faults(attachment["content"], in_dialog=in_dialog)


def _element(element: Any, *, in_dialog: bool) -> list[str]:
    kind = element.get("type") if isinstance(element, dict) else None
    if kind not in ELEMENTS:
        return [f"unknown element {kind}"]
    faults = _unknown(element, ALLOWED[kind], kind) + _values(element, kind)
    match kind:
        case "TextBlock":
            faults += [] if _text(element.get("text")) else ["a TextBlock without text"]
        case "Container":
            faults += [fault for one in element.get("items", []) for fault in _element(one, in_dialog=in_dialog)]
        case "FactSet":
            facts = element.get("facts", [])
            faults += [] if facts else ["a FactSet without facts"]
            faults += ["a broken fact" for fact in facts if set(fact) != {"title", "value"}]
        case "Image":
            faults += [] if str(element.get("url", "")).startswith("https://") else ["a picture without https"]
            faults += [] if _text(element.get("altText")) else ["a picture without words"]
        case "ActionSet":
            actions = element.get("actions", [])
            faults += [] if 1 <= len(actions) <= 6 else ["an ActionSet needs one to six actions"]
            faults += [fault for one in actions for fault in _action(one, in_dialog=in_dialog)]
        case _:
            faults += _input(element, in_dialog=in_dialog)
    return faults


def _input(element: Json, *, in_dialog: bool) -> list[str]:
    faults = [] if in_dialog else ["an input in a message"]
    faults += [f"input without {name}" for name in ("id", "label") if not _text(element.get(name))]
    if element.get("isRequired") and not _text(element.get("errorMessage")):
        faults.append("a required input without an error message")
    if "value" in element and not isinstance(element["value"], str):
        faults.append("the value of an input is no text")
    if element["type"] == "Input.ChoiceSet":
        values = [choice.get("value") for choice in element.get("choices", [])]
        faults += ["a broken choice" for choice in element.get("choices", []) if set(choice) != {"title", "value"}]
        faults += [] if values and len(values) == len(set(values)) else ["choices missing or twice"]
        standing = element.get("value", values[:1][0])
        parts = standing.split(",") if element.get("isMultiSelect") else [standing]
        faults += ["a value that is no choice"] if set(parts) - set(values) else []
    if element["type"] == "Input.Text" and len(element.get("value", "")) > element.get("maxLength", 10**6):
        faults.append("a value longer than allowed")
    return faults


def _action(action: Any, *, in_dialog: bool) -> list[str]:
    kind = action.get("type") if isinstance(action, dict) else None
    if kind not in ALLOWED or not str(kind).startswith("Action."):
        return [f"unknown action {kind}"]
    faults = _unknown(action, ALLOWED[kind], kind) + _values(action, "Action")
    faults += [] if _text(action.get("title")) else ["an action without a title"]
    match kind:
        case "Action.OpenUrl":
            faults += [] if str(action.get("url", "")).startswith("https://") else ["a link without https"]
        case "Action.Execute":
            faults += [] if _text(action.get("verb")) else ["an Execute without a verb"]
            faults += ["dialogs know no Action.Execute"] if in_dialog else []
            faults += _action(action["fallback"], in_dialog=in_dialog) if "fallback" in action else ["no fallback"]
        case _:
            faults += [] if isinstance(action.get("data"), dict) else ["a Submit without data"]
    return faults


def _values(element: Json, styles: str) -> list[str]:
    wrong = [name for name, allowed in VALUES.items() if name in element and element[name] not in allowed]
    if "style" in element and element["style"] not in STYLES.get(styles, set()):
        wrong.append("style")
    return [f"{element['type']}: bad {name}" for name in wrong]


def _unknown(element: Json, allowed: set[str], what: str) -> list[str]:
    return [f"{what}: unknown {name}" for name in element if name not in allowed]


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
