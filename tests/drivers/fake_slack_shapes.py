"""A small language for saying what JSON must look like, with Slack's own words for what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Check = Callable[[Any, str], list[str]]
Shape = Mapping[str, Check]


def fault(what: str, where: str) -> list[str]:
    return [f"[ERROR] {what} [json-pointer:{where}]"]


def properties(shape: Shape, required: Sequence[str] = ()) -> Check:
    def check(value: Any, where: str) -> list[str]:
        if not isinstance(value, dict):
            return fault("must be an object", where)
        found = [f for name in required if name not in value for f in fault(f"missing required field: {name}", where)]
        for name, part in value.items():
            if name not in shape:
                found += fault(f"invalid additional property: {name}", where)
            else:
                found += shape[name](part, f"{where}/{name}")
        return found

    return check


def string(most: int, least: int = 1) -> Check:
    def check(value: Any, where: str) -> list[str]:
        if not isinstance(value, str):
            return fault("must be a string", where)
        if len(value) > most:
            return fault(f"must be less than {most + 1} characters", where)
        return fault(f"must be more than {least - 1} characters", where) if len(value) < least else []

    return check


def address(most: int) -> Check:
    """Of something that Slack fetches by itself."""
    fits = string(most)
    return lambda value, where: (
        fits(value, where) or ([] if value.startswith("https://") else fault("must be a valid URL", where))
    )


def one_of(*values: object) -> Check:
    return lambda value, where: [] if value in values else fault(f"must be one of {values}", where)


def boolean(value: Any, where: str) -> list[str]:
    return [] if isinstance(value, bool) else fault("must be a boolean", where)


def number(least: int, most: int) -> Check:
    return lambda value, where: (
        [] if type(value) is int and least <= value <= most else fault(f"must be {least} to {most}", where)
    )


def text_object(most: int, *kinds: str) -> Check:
    shape = {"type": one_of(*kinds), "text": string(most), "emoji": boolean, "verbatim": boolean}
    whole = properties(shape, ("type", "text"))

    def check(value: Any, where: str) -> list[str]:
        found = whole(value, where)
        if not found and value["type"] == "mrkdwn" and "emoji" in value:
            return fault("emoji belongs to plain_text only", where)
        if not found and value["type"] == "plain_text" and "verbatim" in value:
            return fault("verbatim belongs to mrkdwn only", where)
        return found

    return check


def items(check_one: Check, most: int, least: int = 1) -> Check:
    def check(value: Any, where: str) -> list[str]:
        if not isinstance(value, list):
            return fault("must be a list", where)
        if not least <= len(value) <= most:
            return fault(f"must have {least} to {most} items", where)
        return [f for n, item in enumerate(value) for f in check_one(item, f"{where}/{n}")]

    return check


def typed(shapes: Mapping[str, Check]) -> Check:
    def check(value: Any, where: str) -> list[str]:
        kind = str(value.get("type")) if isinstance(value, dict) else ""
        return shapes[kind](value, where) if kind in shapes else fault(f"unsupported type: {kind}", where)

    return check


def unique(name: str, inner: Check) -> Check:
    def check(value: Any, where: str) -> list[str]:
        found = inner(value, where)
        ids = [item[name] for item in value if isinstance(item, dict) and name in item] if not found else []
        return found + (fault(f"{name} must be unique", where) if len(ids) != len(set(ids)) else [])

    return check


def chosen(inner: Check) -> Check:
    def check(value: Any, where: str) -> list[str]:
        found = inner(value, where)
        shape = value if isinstance(value, dict) else {}
        first = [shape["initial_option"]] if "initial_option" in shape else shape.get("initial_options", [])
        if not found and any(option not in shape["options"] for option in first):
            return fault("initial_option must be one of the options", where)
        return found

    return check


def text_or_fields(inner: Check) -> Check:
    def check(value: Any, where: str) -> list[str]:
        if isinstance(value, dict) and not value.get("text") and not value.get("fields"):
            return fault("one of text and fields is required", where)
        return inner(value, where)

    return check
