"""Makes text safe and short enough for Slack, which reads `&`, `<` and `>` as control characters.

Everything that people or the bot wrote is escaped: `<!channel>` in somebody's answer alerts nobody. Escaped text can
be five times as long as it was, which is why every text is fitted or cut into pieces here.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def plain_text(text: str, most: int) -> Json:
    """A text object without any formatting."""
    return {"type": "plain_text", "text": fitted(text, most), "emoji": False}


def marked_text(escaped_text: str) -> Json:
    """A text object with Slack's formatting; `verbatim` keeps Slack from making links and names of the words."""
    return {"type": "mrkdwn", "text": escaped_text, "verbatim": True}


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
