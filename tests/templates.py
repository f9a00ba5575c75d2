"""Pages' templates are compiled once per worker, not once per page's own drawing: every test opens doors of the same kinds.

Jinja keeps compiled templates with the environment that read them, and each test has environments of its own; a page of
the inbox took ten times as long to compile as to draw. What is shared is the code alone: values and globals are not.
"""

from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import Environment


def share_templates() -> None:
    """From now on, for every environment of this process."""
    Environment.compile = _remembered(Environment.compile, {})  # type: ignore[method-assign]


def _remembered(compiled: Callable[..., Any], known: dict[Any, CodeType]) -> Callable[..., Any]:
    def compile_once(of: Environment, source: Any, name: str | None = None, filename: str | None = None) -> Any:
        # What the code depends on: jinja looks filters and tests up by name while it compiles.
        of_kind = (bool(of.autoescape), of.trim_blocks, of.lstrip_blocks, frozenset(of.filters), frozenset(of.tests))
        key = (source, name, filename, of_kind)
        if key not in known:
            known[key] = compiled(of, source, name, filename)
        return known[key]

    return compile_once
