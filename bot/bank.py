"""Reads questions, and banks of questions: items by their id and area, from which programmes take what they ask."""

from collections.abc import Mapping
from typing import Any, get_args

from bot.question import KINDS, MOST_OPTIONS, Question, Sensitive, Spoken
from bot.reading import Mistake, Path, flag, keys, listed, name, one_of, reviewed, text
from bot.values import dataclass, field

SUBJECT, PROMPT, END, OPTION, ID = 60, 150, 40, 60, 40
MOST_ITEMS = 500
RESERVED = {"comment", "only-whole"}
"""Names of the form's own fields."""
_SAID = {"prompt", "subject", "kind", "lowest", "highest", "options", "sensitive"}
_FLAGS = {"factual", "required", "reversed"}
_CHOSEN = ("one_of", "several_of")
_FIVE = ("agreement", "frequency")


@dataclass(frozen=True, slots=True)
class Bank:
    """Items that programmes can ask. `areas` lists the ids of each area, in the order of the file."""

    items: Mapping[str, Question] = field(default_factory=dict)
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, areas: tuple[str, ...]) -> tuple[Question, ...]:
        """The items of these areas in a fair order: the first of each area, then the second of each, and so on."""
        longest = max(len(self.areas[area]) for area in areas)
        turns = [self.areas[area][turn] for turn in range(longest) for area in areas if turn < len(self.areas[area])]
        return tuple(self.items[id_] for id_ in turns)


def read_bank(source: Any, known: Bank) -> Bank:
    """The known bank with these items added; raises Mistake at the first thing that is wrong."""
    top = keys(source, (), {"items"}, {"reviewed"})
    reviewed(top)
    items, areas = dict(known.items), dict(known.areas)
    for number, each in enumerate(listed(top["items"], ("items",), MOST_ITEMS)):
        path: Path = ("items", number)
        given = keys(each, path, {"id", "area", "kind", "prompt", "subject"}, _SAID | _FLAGS)
        item = _question(given, path, given["subject"])
        if item.id in items:
            raise Mistake((*path, "id"), f"The item {item.id} exists already.", "Give it another id.")
        area = name(given["area"], (*path, "area"))
        items[item.id], areas[area] = item, (*areas.get(area, ()), item.id)
    return Bank(items, areas)


def read_question(source: Any, path: Path, subject: Spoken) -> Question:
    """A question that stands in a template; `subject` is the programme's, where it has none of its own."""
    given = keys(source, path, {"id", "kind", "prompt"}, _SAID | _FLAGS)
    return _question(given, path, given.get("subject", subject))


def _question(given: Mapping[str, Any], path: Path, subject: Any) -> Question:
    kind = one_of(given["kind"], KINDS, (*path, "kind"))
    id_ = name(given["id"], (*path, "id"))
    if id_ in RESERVED or len(id_) > ID:
        raise Mistake((*path, "id"), f"The id {id_} cannot be used.", f"Choose another, at most {ID} characters long.")
    ends = _ends(given, path, kind)
    return Question(
        id=id_,
        kind=kind,
        prompt=text(given["prompt"], (*path, "prompt"), PROMPT),
        subject=text(subject, (*path, "subject"), SUBJECT),
        lowest=ends.get("lowest"),
        highest=ends.get("highest"),
        options=_options(given, path, kind),
        sensitive=one_of(given.get("sensitive", "poor"), get_args(Sensitive), (*path, "sensitive")),
        factual=flag(given, "factual", path),
        required=flag(given, "required", path),
        reversed=flag(given, "reversed", path),
    )


def _ends(given: Mapping[str, Any], path: Path, kind: str) -> dict[str, Spoken]:
    for key in ("lowest", "highest"):
        if kind == "scale" and key not in given:
            raise Mistake(path, f"The key {key} is missing.", "A scale needs lowest and highest: what its ends mean.")
        if kind != "scale" and key in given:
            raise Mistake((*path, key), f"The key {key} belongs to a scale.", "Leave it out, or write kind: scale.")
    return {key: text(given[key], (*path, key), END) for key in ("lowest", "highest") if key in given}


def _options(given: Mapping[str, Any], path: Path, kind: str) -> tuple[Spoken, ...]:
    here: Path = (*path, "options")
    if "options" not in given:
        if kind in _CHOSEN:
            raise Mistake(path, "The key options is missing.", "List what can be chosen, from two on.")
        return ()
    if kind not in _CHOSEN + _FIVE:
        raise Mistake(here, f"A question of the kind {kind} has no options.", "Leave them out, or use kind: one_of.")
    found = listed(given["options"], here, MOST_OPTIONS)
    if kind in _FIVE and len(found) != 5:
        raise Mistake(here, f"The kind {kind} has five answers.", "List five, from the lowest to the highest.")
    if len(found) < 2:
        raise Mistake(here, "One option is no choice.", "List at least two.")
    options = tuple(text(each, (*here, number), OPTION) for number, each in enumerate(found))
    if len({option["en"] for option in options}) < len(options):
        raise Mistake(here, "Two options read the same.", "Make them differ.")
    return options
