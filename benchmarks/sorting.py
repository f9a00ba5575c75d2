"""Sorting 2,000 comments: suggestions for all and for one, heaps to start from, and what can be placed unasked."""

import sys
import time
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from benchmarks.figure import Figure

BOUND = 10.0
SUBJECTS = {
    "The rota comes too late": "rota shifts weeks notice late swapped published weekend nights roster",
    "Parking": "parking permit spaces street multi-storey fee cars bicycle bus early",
    "Hot food at night": "canteen kettle microwave food hot night vending kitchen meals closed",
    "Staffing on the wards": "staffing agency gaps short wards cover beds bank sickness numbers",
    "The lift by Theatres": "lift theatres beds broken porters stairs repair stuck floors doors",
    "Being listened to": "ideas heard managers listen changes told meeting decided asked answer",
    "Training time": "training study leave course released learning mandatory e-learning booked cancelled",
    "Computers": "computer login slow password system records screen printer wifi crashes",
}
AROUND = (
    "we the and is it on at for they always never again every day please would could when our ward is not have been too"
)


def comments(number: int, seed: int = 1) -> dict[str, tuple[str, str]]:
    """Invented comments: a random id to the theme it is about and its words, about 120 letters; one in twelve says nothing of
    any theme, and one in forty is a copy."""
    chance = Random(seed)
    subjects = [(title, words.split()) for title, words in SUBJECTS.items()]
    around = AROUND.split()
    made: dict[str, tuple[str, str]] = {}
    for at in range(number):
        title, words = chance.choice(subjects)
        said = [chance.choice(words) if chance.random() < 0.3 else chance.choice(around) for _ in range(22)]
        if at % 12 == 0:
            title, said = "", [chance.choice(around) for _ in range(9)]
        made[f"{chance.getrandbits(128):032x}"] = (title, " ".join(said))
        if at % 40 == 39:
            made.popitem()
            made[f"{chance.getrandbits(128):032x}"] = next(iter(made.values()))
    return made


async def measure(*, number: int = 2_000, placed: int = 20) -> list[Figure]:
    """What the first sorting of a process imports is in the first figure; each theme has so many placed comments."""
    began, loaded = time.perf_counter(), "scipy.sparse" in sys.modules
    from conversations.sort import fold, heaps, redact, suggest  # noqa: PLC0415 - its import is measured

    imported = time.perf_counter() - began
    made = comments(number)
    texts = {id_: text for id_, (_, text) in made.items()}
    names = redact.names_of((f"Person{at} Family{at}" for at in range(10_000)), texts.values())
    themes = {
        title: suggest.Theme(title, tuple(text for of, text in made.values() if of == title)[:placed])
        for title in SUBJECTS
    }
    one = dict([next(iter(texts.items()))])
    acts: dict[str, Callable[[], object]] = {
        "names and numbers out of all": lambda: [redact.redacted(text, names) for text in texts.values()],
        "nearly the same ones folded": lambda: fold.folded_groups(texts),
        "three suggestions for each": lambda: suggest.likely(themes, texts),
        "three suggestions for one": lambda: suggest.likely(themes, one),
        "which can be placed unasked": lambda: suggest.clear(themes, texts),
        "heaps to start from": lambda: heaps.heaps(texts),
    }
    acts |= _with_the_model(themes, texts)
    figures = [Figure("Sorting: numpy and scipy imported", imported, "s", note="already there" if loaded else "")]
    for name, act in acts.items():
        began = time.perf_counter()
        act()
        note = f"{number:,} comments, {len(SUBJECTS)} themes with {placed} placed each"
        bound = BOUND if "three suggestions for each" in name else None
        figures.append(Figure(f"Sorting: {name}", time.perf_counter() - began, "s", bound, note=note))
    return figures


def _with_the_model(themes: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Callable[[], object]]:
    """The same with the sentence model, where it is installed: reading all comments, which keeps nobody waiting, and then."""
    from conversations.sort import model, suggest  # noqa: PLC0415

    try:
        model.check(model.found())
    except model.Unfit:
        return {}
    beside = model.Beside(lambda: model.Model(model.found()))
    every = [*texts.values(), *(text for each in themes.values() for text in (each.title, *each.placed))]

    def read_all() -> None:
        beside.begin(every)
        beside.wait()

    return {
        "the sentence model reads all, in a thread beside": read_all,
        "three suggestions for each, by the model": lambda: suggest.likely(themes, texts, beside.rows),
    }
