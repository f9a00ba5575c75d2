"""Who is meant by the names that somebody wrote: colleagues, never asked for and never told."""

from collections.abc import Sequence

from conversations.match import words as w
from conversations.match.rules import APART, Errors
from storage.matching import kin
from storage.matching.hopes import MOST_APART
from storage.work import Work


async def meant(work: Work, names: Sequence[str], me: int) -> tuple[tuple[int, ...], Errors]:
    """People's numbers; or what is to be mended about the first name that is not one person's."""
    found = list[int]()
    for name in names[:MOST_APART]:
        people = await _called(work, name)
        if len(people) != 1:
            return (), {APART: (w.SEVERAL if people else w.UNKNOWN, {"name": name[:80]})}
        found += people
    return tuple(sorted({each for each in found if each != me})), {}


async def _called(work: Work, name: str) -> list[int]:
    """By the whole name, else by the name with a team behind a comma."""
    people = await kin.called(work.connection, name)
    if people or "," not in name:
        return people
    name, _, team = (part.strip() for part in name.rpartition(","))
    return await kin.in_team(work.connection, await kin.called(work.connection, name), team)
