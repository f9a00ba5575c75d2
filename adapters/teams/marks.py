"""Keeps what people typed as they typed it: Teams reads a little Markdown in cards, and nobody's stars should vanish."""

import re

_MARKS = re.compile(r"([\\`*_\[\]~])")
_LINE_START = re.compile(r"^(\s*)([#>+-]|\d{1,9}(?=[.)]))", re.MULTILINE)
JOINER = "\u2060"
_PLAIN = re.compile(r"[^\W\d_][^\\`*_\[\]~{\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*")
"""One line that begins with a letter and holds nothing that could be a mark: most of what is said."""


def literal(text: str) -> str:
    """Text for a TextBlock or a fact: shown as it is, one paragraph a line, because single line breaks are swallowed."""
    if _PLAIN.fullmatch(text):
        return text.rstrip()
    shown = _MARKS.sub(r"\\\1", text).replace(
        "{{", "{" + JOINER + "{"
    )  # {{DATE(...)}} would be filled in by the client
    shown = _LINE_START.sub(_guarded, shown)
    return "\n\n".join(line for line in (line.strip() for line in shown.splitlines()) if line)


def label(text: str) -> str:
    """Text for labels and options, which some clients read as Markdown and some do not: only links are broken up."""
    return text.replace("](", "]" + JOINER + "(").replace("{{", "{" + JOINER + "{")


def _guarded(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}{JOINER}" if mark.isdigit() else f"{space}\\{mark}"
