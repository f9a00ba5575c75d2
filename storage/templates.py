"""Reads the practices from their YAML files; a mistake is told with file, line and remedy before anything starts."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.programme import Template
from bot.template import Mistake, read


class TemplateMistake(Exception):
    """A template cannot be used; its text is one line for the person who wrote it."""


def load_folder(folder: Path) -> dict[str, Template]:
    """Every template of a folder by its programme's name; raises TemplateMistake at the first mistake."""
    found: dict[str, Template] = {}
    for file in sorted(folder.glob("*.yaml")):
        template = load(file)
        if template.name in found:
            raise TemplateMistake(f"{file}:1: The programme {template.name} exists already. Give it another name.")
        found[template.name] = template
    return found


def load(file: Path) -> Template:
    """One template. YAML 1.2: `on`, `yes` and `no` are words there; line numbers count from 1."""
    try:
        source = YAML(typ="rt").load(file.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise TemplateMistake(f"{file}:{line}: This is not readable YAML. Check indentation and brackets.") from None
    try:
        return read(source)
    except Mistake as mistake:
        line = _line(source, mistake.path)
        raise TemplateMistake(f"{file}:{line}: {mistake.sentence} {mistake.remedy}") from None


def _line(source: Any, path: tuple[str | int, ...]) -> int:
    """The line of the innermost part of the path that the file really has."""
    line, here = 1, source
    for step in path:
        position = getattr(here, "lc", None)
        try:
            line = (position.item(step) if isinstance(step, int) else position.key(step))[0] + 1  # type: ignore[union-attr]
            here = here[step]
        except (KeyError, AttributeError, TypeError, IndexError):
            break
    return line
