"""One of everything that sorting shows, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.falls import cut
from bot.forms import again
from bot.limits import BUTTON_LABEL, OPTION
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.sort import asked, cards, together
from conversations.sort import words as w
from conversations.sort.board import Board
from conversations.sort.cards import Done
from conversations.sort.redact import names_of
from storage import pools
from storage.examples import CLOSED, COMMENTS, DARIO, SUBJECT, TOLD
from storage.themes import Link, Theme

ROTA, PARKING, HEAP, LISTENED = "a" * 32, "b" * 32, "c" * 32, "d" * 32
TITLES = ("The rota comes too late", "Parking", "Being listened to when something changes at work")
SAID = (
    "The rota comes out on Friday for the Monday after. I cannot plan my week, nor find somebody for the children.",
    "Parking takes half an hour every morning.",
    "Nobody asked us before the bays were moved.",
    *COMMENTS,
)
LABEL = "lift, theatres, beds"
LONG = "ณ" * 500
WHY = "the new system comes in March."
WRITTEN = (*SAID, *TITLES, LABEL, WHY, LONG, *(cut(title, BUTTON_LABEL) for title in TITLES))
WRITTEN += tuple(cut(said, most) for said in SAID for most in (cards.BEGINNING, OPTION))
WRITTEN += tuple(text for each in (*TOLD.counted, *TOLD.few) for text in (each.title, each.words))
"""What people wrote in these examples, and how it stands on buttons."""
TEXTS = {f"{number:032x}": text for number, text in enumerate(SAID * 18)}
LONGEST = dict.fromkeys(TEXTS, LONG)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    begun, fresh, few = _board(), _fresh(TEXTS), _fresh(dict(list(TEXTS.items())[:8]))
    first = next(iter(TEXTS))
    done = Done(words(w.PLACED, title=TITLES[0]), first, ROTA)
    rota, heap = begun.themes[ROTA], begun.themes[HEAP]
    typical = {ref: tuple(begun.read(id_) for id_ in ids[:2]) for ref, ids in begun.piles.items()}
    waiting = begun.waiting[0]
    return together.examples(words, begun) | {
        "all themes": cards.overview(words, begun, typical | {"": SAID[:2]}, done=done),
        "many comments": cards.overview(words, fresh, {"": SAID[:2]}),
        "few comments": cards.overview(words, few, {"": SAID[:2]}),
        "one comment": cards.one(words, begun, waiting, (ROTA, PARKING, LISTENED), together=3, done=done),
        "the first comment": cards.one(words, fresh, first, (), together=1),
        "one very long comment": cards.one(words, _fresh(LONGEST), first, (), together=90),
        "a theme": cards.theme(words, begun, ROTA),
        "a heap": cards.theme(words, begun, HEAP),
        "under no theme": cards.theme(words, begun, f"{cards.NO_THEME}{begun.ref}"),
        "an empty theme": cards.theme(words, begun, LISTENED),
        "name a heap": asked.name(words, HEAP, *cards.heap_says(words, begun, heap)),
        "name to be mended": again(asked.name(words, ROTA), {}, asked.name_errors(words, begun, "")),
        "move": asked.move(words, begun, first),
        "put into another": asked.into(words, begun, rota),
        "split": asked.split(words, begun, rota),
        "drop": asked.drop(words, rota),
        "how it ends": asked.end(words, rota, tuple(asked.WAYS)),
        "how it ends, with others": asked.end(words, rota, tuple(asked.WAYS), DARIO),
        "how it ends to be mended": again(
            asked.end(words, rota, ("already", "not_now")),
            {asked.HOW: "not_now"},
            asked.end_errors(words, {asked.HOW: "", asked.WHAT: "", asked.BY: ""}, (), CLOSED.opens_at.date()),
        ),
    }


def _fresh(texts: Mapping[str, str]) -> Board:
    return Board(
        pools.of_asking(replace(CLOSED, subject=SUBJECT)), {}, {}, texts, {}, tuple(texts), (), names_of([DARIO])
    )


def _board() -> Board:
    """Half-way: two themes, one with a part, a heap, some left out, the rest waiting."""
    ids = tuple(TEXTS)
    themes = {
        ROTA: Theme(ROTA, TITLES[0], "", "", None, "not_now", WHY),
        PARKING: Theme(PARKING, TITLES[1], "", "", ROTA, None, ""),
        LISTENED: Theme(LISTENED, TITLES[2], "", "", None, None, ""),
        HEAP: Theme(HEAP, "", LABEL, ids[3], None, None, ""),
    }
    human, machine = Link(ROTA, "human", None), Link(ROTA, "machine", 91)
    links = dict.fromkeys(ids[:24], human) | dict.fromkeys(ids[3:6], machine)
    links |= dict.fromkeys(ids[30:40], Link(HEAP, "machine", 44)) | dict.fromkeys(ids[50:54], Link(None, "human", None))
    piles = {ROTA: ids[:24], LISTENED: (), HEAP: ids[30:40]}
    waiting = tuple(id_ for id_ in ids if id_ not in links)
    return replace(_fresh(TEXTS), themes=themes, links=links, piles=piles, waiting=waiting, neither=ids[50:54])
