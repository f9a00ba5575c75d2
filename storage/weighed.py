"""What people choose among, in the words of those who stand by it now: what was taken back is nowhere (P8)."""

from collections.abc import Mapping
from typing import Any

from storage import given, happenings, sorting
from storage.happenings import Happening
from storage.work import Work

ALIKE, THINGS, OUTCOME, FIRST, SAID = "alike", "things", "outcome", "first", "said"


async def freeze(work: Work, one: Happening) -> Mapping[str, Any]:
    """What is chosen among from now on: what people said by random refs and without their words, as one thing where several
    said the same; a theme by its title, which is nobody's own."""
    of = await _asked(work, one)
    if of.kind == "SORT":
        return {THINGS: dict(await sorting.titles(work.connection, of))}
    return {ALIKE: folded(await _said(work, of))}


async def things(work: Work, one: Happening) -> Mapping[str, str]:
    """The words of each thing that there is, by the ref that stands for it on cards and in what it came to. A thing is there
    as long as one of those who said it stands by it, and reads as they said it."""
    if ALIKE not in one.spec:
        found: Mapping[str, str] = one.spec.get(THINGS, {})
        return found
    said = await _said(work, await _asked(work, one))
    standing = {thing: [said[ref] for ref in refs if ref in said] for thing, refs in one.spec[ALIKE].items()}
    return {thing: texts[0] for thing, texts in standing.items() if texts}


async def chosen(work: Work, one: Happening) -> str | None:
    """The words of what was chosen; None where nobody stands by them any more."""
    return (await things(work, one)).get(one.spec[OUTCOME][FIRST])


def folded(said: Mapping[str, str]) -> dict[str, list[str]]:
    """By the first ref of each thing the refs of all who said it: the same words are one thing."""
    alike: dict[str, list[str]] = {}
    for ref, text in said.items():
        alike.setdefault(" ".join(text.casefold().split()).strip(" .!"), []).append(ref)
    return {refs[0]: refs for refs in alike.values()}


async def _asked(work: Work, one: Happening) -> Happening:
    """The ASK or the SORT that this weighs."""
    found = await happenings.in_round(work.connection, one.round)
    return next(each for each in found if each.name == one.spec["among"])


async def _said(work: Work, of: Happening) -> dict[str, str]:
    return {each.ref: str(each.value[SAID]) for each in await given.all_of(work, of.on)}
