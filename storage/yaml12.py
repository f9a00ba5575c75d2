"""Reads YAML as its version 1.2 has it, quickly: `on`, `yes`, `no` and `10:00` are words, and a key stands once.

PyYAML reads version 1.1, so what a plain word means is said here anew; its fast reader, libyaml, is ten times as fast as
one in Python, and this is read at each start.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from yaml import SafeLoader as Fast
else:
    Fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the wheel of an unusual machine may lack libyaml

MEANINGS = (  # the core schema of YAML 1.2, section 10.3.2
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ("~", "n", "N", "")),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
)


DEEPEST = 20
LONGEST_NUMBER = 15


class Unreadable(Exception):
    """This is not YAML, says a key twice, refers to other parts, names types, or lies too deep. `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Loader(Fast):
    """Makes plain dictionaries, lists, words and numbers; nothing else can be made of a file."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML fills it

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        made = super().construct_mapping(node, deep=deep)
        if len(made) < len(node.value):
            raise yaml.MarkedYAMLError(problem="a key stands twice", problem_mark=_second(node))
        return made


for _name, _pattern, _first in MEANINGS:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), list(_first))
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(_number(node)))
_Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(_number(node)))


def load(text: str) -> Any:
    """What the text says: dict, list, str, int, float, bool or None. Raises Unreadable."""
    try:
        _look_through(text)
        return yaml.load(text, _Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Unreadable(mark.line + 1 if mark else 1) from None


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """The line of the innermost part of the path that the text really has."""
    line, here = 1, yaml.compose(text, _Loader)
    for step in path:
        for key, node in _parts(here):
            said = key.value if isinstance(key, yaml.Node) else key
            if str(said).lower() == str(step).lower():  # true is True here
                line, here = (key if isinstance(key, yaml.Node) else node).start_mark.line + 1, node
                break
        else:
            break
    return line


def _look_through(text: str) -> None:
    """References can stand for more than memory holds, types for what no template means; and what lies too deep kills the
    reader, which is written in C."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        named = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if named or depth > DEEPEST:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="more than plain values", problem_mark=mark)


def _number(node: Any) -> str:
    if len(node.value) > LONGEST_NUMBER:
        raise yaml.MarkedYAMLError(problem="a number is too long", problem_mark=node.start_mark)
    return str(node.value)


def _parts(node: Any) -> Iterator[tuple[Any, Any]]:
    """What stands in a mapping or a list, each with its key or its number."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _second(node: Any) -> Any:
    """Where the key stands that stood before."""
    keys = [key.value for key, _ in node.value]
    return next(key.start_mark for place, (key, _) in enumerate(node.value) if key.value in keys[:place])
