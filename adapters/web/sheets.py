"""Hands the workspace's way of drawing forms to pages outside of it, which have one address and one small style sheet."""

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from adapters.web.render import OneAddress, drawing
from bot.ui import Form
from bot.words import Words

STATIC = Path(__file__).parent / "static"
LEFT_OUT = ("chart", "scale", "toast")
"""Parts of the style sheet that such pages have no use for."""
_PART = re.compile(r"^/\* (?=\w)", re.MULTILINE)


class PublicSheets:
    """One per process. It is `bot.ports.Sheets`."""

    @cached_property
    def style(self) -> str:
        """Colours, sizes and parts, without the remarks."""
        tokens, parts = ((STATIC / name).read_text(encoding="utf-8") for name in ("tokens.css", "components.css"))
        first, *others = _PART.split(parts)
        wanted = [first, *(f"/* {each}" for each in others if not each.startswith(LEFT_OUT))]
        return re.sub(r"/\*.*?\*/\s*|^\s+", "", "".join([tokens, *wanted]), flags=re.DOTALL | re.MULTILINE)

    def sheet(self, form: Form, words: Words, nonce: Callable[[], str]) -> str:
        return str(drawing().form(form, OneAddress(nonce), words, page=True))
