"""Writes a chart down as short JSON and reads it back, so that its picture can be drawn again later."""

import json
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from bot.charts import Chart, ControlChart, Distribution, HeatTable, Trend

KINDS: dict[str, type[Chart]] = {"c": ControlChart, "t": Trend, "d": Distribution, "h": HeatTable}


def to_json(chart: Chart) -> str:
    """One line; the names of fields are left out, only their order counts."""
    [kind] = [letter for letter, kind in KINDS.items() if isinstance(chart, kind)]
    return json.dumps([kind, *_listed(chart)], ensure_ascii=False, separators=(",", ":"))


def from_json(body: str) -> Chart:
    """The chart that `to_json` wrote. Raises ValueError for anything else."""
    try:
        kind, *values = json.loads(body)
        chart: Chart = _made(KINDS[kind], values)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a chart") from error
    return chart


def _listed(value: object) -> Any:
    if is_dataclass(value):
        return [_listed(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_listed(each) for each in value]
    return value


def _made(kind: type[Any], values: object) -> Any:
    """A value of this class from its fields in their order."""
    wanted = _wanted(kind)
    if not isinstance(values, list) or len(values) != len(wanted):
        raise ValueError("another shape")
    return kind(*(_read(each, value) for each, value in zip(wanted, values, strict=True)))


def _read(wanted: Any, value: object) -> Any:
    """The value as this type; ValueError where it is none."""
    parts = get_args(wanted)
    match get_origin(wanted):
        case origin if origin is tuple and isinstance(value, list):
            each = (parts[0],) * len(value) if parts[-1] is Ellipsis else parts
            return tuple(_read(one, part) for one, part in zip(each, value, strict=True))
        case origin if origin is Literal and value in parts:
            return value
        case origin if origin is UnionType:
            [inner] = [part for part in parts if part is not NoneType]
            return None if value is None else _read(inner, value)
        case None if is_dataclass(wanted) and isinstance(wanted, type):
            return _made(wanted, value)
        case None if isinstance(value, str if wanted is str else (int, float)) and not isinstance(value, bool):
            return value
        case _:
            raise ValueError("another type")


def _wanted(kind: type[Any]) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    return tuple(hints[field.name] for field in fields(kind))
