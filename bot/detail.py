"""What people may say about themselves if they want to: each item with its purpose, and how its answers belong together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.question import Spoken
from bot.reading import Mistake, Path, keys, listed, name, reviewed, text
from bot.values import dataclass

NAME, PROMPT, PURPOSE, LABEL = 40, 150, 300, 75
ID = 40
MOST_DETAILS = 10
MOST_GROUPS = 60
MOST_ANSWERS = 99
"""Beside "Prefer not to say"."""
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Group:
    """An answer, or a wider group that answers lie in. `above` is the id of the next wider one; empty: everybody."""

    id: str
    label: Spoken
    above: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that people may say about themselves.

    `name` is how a sentence calls it ("by staff group"), `groups` stand in the order in which people read them, a wider
    one before those in it. Who says nothing counts under the group `unsaid`, where there is one; nobody can choose it.
    """

    id: str
    name: Spoken
    prompt: Spoken
    purpose: Spoken
    groups: tuple[Group, ...]
    unsaid: str = ""

    @property
    def answers(self) -> tuple[Group, ...]:
        """What people can choose: the finest groups."""
        wider = {group.above for group in self.groups}
        return tuple(group for group in self.groups if group.id not in wider and group.id != self.unsaid)

    def place(self, group: str) -> int:
        """Where a group stands among all: in the order in which they were written down, and last if it is none of them.

        Ages stand by age so. It is the same whatever people said: an order by figures would be a ranking of people.
        """
        return next((at for at, each in enumerate(self.groups) if each.id == group), len(self.groups))


def read_details(source: Any, known: Mapping[str, Detail]) -> dict[str, Detail]:
    """The known details with those of this file, which take the place of known ones with the same id; raises Mistake."""
    top = keys(source, (), {"details"}, {"reviewed"})
    reviewed(top)
    found = dict(known)
    mine: set[str] = set()
    for number, each in enumerate(listed(top["details"], ("details",), MOST_DETAILS)):
        detail = _detail(each, ("details", number))
        if detail.id in mine:
            raise Mistake(
                ("details", number, "id"), f"The detail {detail.id} stands here twice.", "Give it another id."
            )
        mine.add(detail.id)
        found[detail.id] = detail
    return found


def written(detail: Detail) -> dict[str, Any]:
    """The detail as JSON, for the round in which it is used."""
    return asdict(detail)


def read_back(kept: Mapping[str, Any]) -> Detail:
    """The detail that `written` wrote."""
    return Detail(**{**kept, "groups": tuple(Group(**each) for each in kept["groups"])})


def _detail(source: Any, path: Path) -> Detail:
    given = keys(source, path, {"id", "name", "prompt", "purpose", "groups"}, {"unsaid"})
    groups = tuple(_groups(given["groups"], (*path, "groups"), "", 1))
    detail = Detail(
        id=_id(given["id"], (*path, "id")),
        name=text(given["name"], (*path, "name"), NAME),
        prompt=text(given["prompt"], (*path, "prompt"), PROMPT),
        purpose=text(given["purpose"], (*path, "purpose"), PURPOSE),
        groups=groups,
        unsaid=_unsaid(given, path, groups),
    )
    ids = [group.id for group in groups]
    if twice := next((id_ for place, id_ in enumerate(ids) if id_ in ids[:place]), None):
        raise Mistake((*path, "groups"), f"The group {twice} stands here twice.", "Give each its own id.")
    if not 2 <= len(detail.answers) <= MOST_ANSWERS:
        raise Mistake(
            (*path, "groups"), "This leaves no choice, or too much of it.", f"List 2 to {MOST_ANSWERS} answers."
        )
    return detail


def _groups(source: Any, path: Path, above: str, depth: int) -> list[Group]:
    """The groups of this list, each followed by those that lie in it."""
    if depth > DEEPEST:
        raise Mistake(path, "These groups lie too deep in one another.", f"Use at most {DEEPEST} levels.")
    found: list[Group] = []
    for number, each in enumerate(listed(source, path, MOST_GROUPS)):
        here: Path = (*path, number)
        given = keys(each, here, {"id", "label"}, {"of"})
        group = Group(_id(given["id"], (*here, "id")), text(given["label"], (*here, "label"), LABEL), above)
        found += [group, *(_groups(given["of"], (*here, "of"), group.id, depth + 1) if "of" in given else ())]
    return found


def _unsaid(given: Mapping[str, Any], path: Path, groups: Sequence[Group]) -> str:
    if "unsaid" not in given:
        return ""
    finest = {group.id for group in groups} - {group.above for group in groups}
    return _known(given["unsaid"], finest, (*path, "unsaid"))


def _known(value: Any, among: Collection[str], path: Path) -> str:
    if value not in among:
        raise Mistake(path, f"{value!r} is none of the finest groups.", f"Use one of {', '.join(sorted(among))}.")
    return str(value)


def _id(value: Any, path: Path) -> str:
    found = name(value, path)
    if len(found) > ID:
        raise Mistake(path, "This id is too long.", f"Use at most {ID} characters.")
    return found
