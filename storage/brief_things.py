"""What a sponsor's brief holds: the most chosen things, a few that people said, or themes; fixed when it comes."""

import random
from collections.abc import Mapping, Sized
from typing import Any

from storage import given, happenings, sorting, themes, weighed
from storage.happenings import Happening
from storage.work import Work

THINGS, MANY, DRAWN, ASKED, SAID = "things", "many", "drawn", "asked", "said"
SORTED = "sorted"
MOST_CHOSEN, MOST_SAID = 3, 5
FEWEST = 5
"""As many people must have said something in confidence before anybody reads it (conversations/say)."""
OWN = [{"of": "", "own": True}]
NOTHING: Mapping[str, Any] = {THINGS: [], MANY: 0, DRAWN: False}
UNCOUNTED: Mapping[str, Any] = {"picks": 0, "shown": 0}
There = Mapping[str, tuple[str, str]]
"""What there is now, by the ref of what was said or of a theme: the words, and who said them where that is shown."""


async def freeze(work: Work, one: Happening) -> Mapping[str, Any]:
    """What this brief holds from now on, by refs and without words: what is taken back is nowhere (P8). Without `among`
    nothing but a promise of one's own. `many` is how many things there were."""
    source = await _named(work, one, one.spec["among"])
    if source is None:
        return NOTHING if one.spec["among"] else {**NOTHING, THINGS: OWN}
    match source.kind:
        case "WEIGH":
            return await _chosen(work, one, source)
        case "SORT":
            return await _themes(work, source)
        case _:
            return await _said(work, source)


async def there(work: Work, one: Happening) -> There:
    """What has not been taken back of all that this brief could hold; in confidence nothing once fewer than five people are
    left who said something (P5)."""
    source = await _named(work, one, one.spec["among"])
    if source and weighed.ALIKE in source.spec:
        return {ref: (text, "") for ref, text in (await weighed.things(work, source)).items()}
    if source and source.kind == "WEIGH":
        source = await _named(work, source, source.spec["among"])
    if source is None:
        return {}
    if source.kind == "SORT":
        titles = await sorting.titles(work.connection, source)
        return {ref: (title, "") for ref, title in titles.items()}
    said = await given.all_of(work, source.on)
    return {} if _too_few(source, said) else {each.ref: (str(each.value[SAID]), each.by) for each in said}


async def others(work: Work, one: Happening) -> Mapping[str, bool]:
    """The themes as they are now that this brief does not hold, by title, and whether each has an ending."""
    source = await _named(work, one, one.spec["among"]) if one.spec.get(SORTED) else None
    if source is None:
        return {}
    held = {each["of"] for each in one.spec.get(THINGS, ())}
    titles = await sorting.titles(work.connection, source)
    ended = {each.ref: each.how is not None for each in await themes.of_round(work.connection, source.round)}
    return {title: ended.get(ref, False) for ref, title in titles.items() if ref not in held}


async def _said(work: Work, source: Happening) -> Mapping[str, Any]:
    """Up to five things that people said, drawn by lot; in confidence only from so many people on (P5)."""
    all_of, sealed = await given.all_of(work, source.on), source.on.voice != "named"
    if _too_few(source, all_of):
        return NOTHING
    some = random.SystemRandom().sample(list(all_of), min(MOST_SAID, len(all_of)))
    kept = [{"of": each.ref, "sealed": sealed} for each in some]
    return {THINGS: kept, MANY: len(all_of), DRAWN: False, ASKED: source.spec["prompt"]}


async def _themes(work: Work, source: Happening) -> Mapping[str, Any]:
    """Up to five themes, those without an ending first; the others end where they are sorted."""
    titles = await sorting.titles(work.connection, source)
    ended = {each.ref: each.how is not None for each in await themes.of_round(work.connection, source.round)}
    order = sorted(titles, key=lambda ref: (ended.get(ref, False), titles[ref]))
    kept = [{"of": ref, "theme": True} for ref in order[:MOST_SAID]]
    return {THINGS: kept, MANY: len(titles), DRAWN: False, SORTED: True}


async def _chosen(work: Work, one: Happening, source: Happening) -> Mapping[str, Any]:
    """The things that were chosen most, as the choice was published; only the first where it was drawn by lot."""
    outcome = source.spec.get("outcome")
    if not outcome:
        return NOTHING
    known, among = await there(work, one), await _named(work, source, source.spec["among"])
    theme = among is not None and among.kind == "SORT"
    scores = {each["thing"]: each for each in outcome["scores"]}
    picked = [ref for ref, score in scores.items() if score["picks"] != 0 and ref != outcome["first"]]
    order = [ref for ref in (outcome["first"], *picked) if ref in known]
    found = {ref: _counted(scores.get(ref, UNCOUNTED)) for ref in order[:MOST_CHOSEN]}
    kept = [{"of": ref, "theme": theme, "close": ref in outcome["close"], **told} for ref, told in found.items()]
    return {THINGS: kept, MANY: len(known), DRAWN: outcome["drawn"], ASKED: source.spec["prompt"]}


def _counted(score: Mapping[str, Any]) -> Mapping[str, Any]:
    """How many chose a thing, where that was told (P5)."""
    if score["picks"] is None:
        return {**UNCOUNTED, "few": True}
    return {"picks": score["picks"], "shown": score["shown"], "few": False}


def _too_few(source: Happening, said: Sized) -> bool:
    return source.on.voice != "named" and len(said) < FEWEST


async def _named(work: Work, one: Happening, name: str) -> Happening | None:
    """The moment of this name in the same round."""
    found = await happenings.in_round(work.connection, one.round) if name else []
    return next((each for each in found if each.name == name), None)
