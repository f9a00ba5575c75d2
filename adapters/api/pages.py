"""What a list over the API looks like: a page of it, how many lines there are in all, and where the next page is."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from bot.exports import Row
from bot.values import dataclass

USUAL, MOST = 100, 1000


class Unpaged(Exception):
    """A page or a limit that cannot be; the sentence says what can."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted, counted from 1."""

    number: int
    limit: int


def wanted(query: Mapping[str, str]) -> Page:
    """Reads `page` and `limit`; raises Unpaged."""
    return Page(_whole(query, "page", 1, 1_000_000), _whole(query, "limit", USUAL, MOST))


def paged(rows: Sequence[Row], page: Page, path: str, query: Mapping[str, str]) -> dict[str, object]:
    """One page as JSON. `next` is a path with everything that was asked, or null at the end."""
    begins = (page.number - 1) * page.limit
    more = begins + page.limit < len(rows)
    asked = {**query, "page": str(page.number + 1), "limit": str(page.limit)}
    return {
        "items": [dict(row) for row in rows[begins : begins + page.limit]],
        "page": page.number,
        "limit": page.limit,
        "total": len(rows),
        "next": f"{path}?{urlencode(asked)}" if more else None,
    }


def _whole(query: Mapping[str, str], name: str, usual: int, most: int) -> int:
    said = query.get(name, str(usual))
    if said.isascii() and said.isdigit() and len(said) < 9 and 1 <= int(said) <= most:
        return int(said)
    raise Unpaged(f"Write {name} as a whole number from 1 to {most}.")
