"""Makes text safe and short enough for Slack, so that people's words are shown as they wrote them.

Slack reads `&`, `<` and `>` as control characters everywhere, and in formatted text also `*`, `_`, `~`, backticks and
`:skull:`. So words go out unformatted, as `plain_text`; only a label of ours may be bold.

Everything that people or the bot wrote is escaped: `<!channel>` in somebody's answer alerts nobody. Escaped text can
be five times as long as it was, which is why every text is fitted or cut into pieces here.
"""

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_MARKS = re.compile(r"[*_~`\n]|:\S+:")


def plain_text(text: str, most: int) -> Json:
    """A text object without any formatting."""
    return as_written(fitted(text, most))


def as_written(escaped_text: str) -> Json:
    """The same for text that is escaped already: Slack turns the entities back, and `:skull:` stays letters."""
    return {"type": "plain_text", "text": escaped_text, "emoji": False}


def bold(text: str, most: int) -> Json:
    """A bold label; one that holds marks of its own goes without, rather than lose them."""
    if _MARKS.search(text) or not text.strip():
        return plain_text(text, most)
    return {"type": "mrkdwn", "text": f"*{fitted(text.strip(), most - 2)}*", "verbatim": True}


def escaped(text: str) -> str:
    """Text that Slack shows as it was."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fitted(text: str, most: int) -> str:
    """Escaped text of at most `most` characters; what is cut off is marked."""
    whole = escaped(text)
    return whole if len(whole) <= most else next(pieces(text, most - 1), "") + "…"


def pieces(text: str, most: int) -> Iterator[str]:
    """Escaped text in pieces of at most `most` characters, cut after a line or a word where there is one."""
    rest = text.strip()
    while rest:
        cut = _cut(rest, most)
        yield escaped(rest[:cut])
        rest = rest[cut:].strip()


def _cut(text: str, most: int) -> int:
    if len(escaped(text)) <= most:
        return len(text)
    size = 0
    for place, character in enumerate(text):
        size += len(escaped(character))
        if size > most:
            return max(text.rfind("\n", 1, place), 0) or max(text.rfind(" ", 1, place), 0) or place
    return len(text)
