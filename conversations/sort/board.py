"""What lies before somebody who sorts: the themes, what is under each, and what nobody has looked at yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.conversation import Turn
from bot.mishap import Refusal
from conversations.sort import store
from conversations.sort import words as w
from conversations.sort.redact import Names, names_of, redacted
from storage import rounds, themes
from storage.rounds import Asking
from storage.themes import Link, Theme
from storage.work import work_of

FEWEST = 5
"""Below so many comments nobody needs piles."""
LOOKED_AT = 200
"""Texts in which it is looked up which names are ordinary words too."""


@dataclass(frozen=True, slots=True)
class Board:
    """`texts` are all comments by their random ids, as they were said; `piles` the ids under each theme that is no part of
    another; `waiting` those that nobody has looked at, `neither` those that a person put under none."""

    asking: Asking
    themes: Mapping[str, Theme]
    links: Mapping[str, Link]
    texts: Mapping[str, str]
    piles: Mapping[str, tuple[str, ...]]
    waiting: tuple[str, ...]
    neither: tuple[str, ...]
    names: Names

    @property
    def ref(self) -> str:
        return self.asking.round_ref

    def machine(self, ids: Iterable[str]) -> list[str]:
        """Of these, what a machine placed and nobody has confirmed."""
        return [id_ for id_ in ids if id_ in self.links and self.links[id_].by == "machine"]

    def theme_of(self, id_: str) -> Theme | None:
        """Under which theme a comment is, whatever that was put into."""
        link = self.links.get(id_)
        return (
            self.themes[themes.root(self.themes, link.theme)]
            if link and link.theme and link.theme in self.themes
            else None
        )

    def parts(self, ref: str) -> list[Theme]:
        return [each for each in self.themes.values() if each.parent == ref]

    def read(self, id_: str) -> str:
        """A comment as it may be read by whoever or whatever sorts it."""
        return redacted(self.texts[id_], self.names)

    def all_read(self, ids: Iterable[str]) -> dict[str, str]:
        return {id_: self.read(id_) for id_ in ids}


async def board_of(turn: Turn, asking: Asking) -> Board:
    """Everything as it is now."""
    work = work_of(turn)
    found = await themes.themes_of(work.connection, asking.round)
    texts = await themes.said_in(work.connection, asking)
    links = {id_: each for id_, each in (await themes.links_of(work.connection, asking.urn.id)).items() if id_ in texts}
    piles: dict[str, list[str]] = {ref: [] for ref in found if themes.root(found, ref) == ref}
    for id_, link in links.items():
        if link.theme is not None and link.theme in found:
            piles[themes.root(found, link.theme)].append(id_)
    names = names_of(await store.names(work), list(texts.values())[:LOOKED_AT])
    return Board(
        asking=asking,
        themes=found,
        links=links,
        texts=texts,
        piles={ref: tuple(ids) for ref, ids in piles.items()},
        waiting=tuple(id_ for id_ in texts if id_ not in links),
        neither=tuple(id_ for id_, link in links.items() if link.theme not in found),
        names=names,
    )


async def question_behind(turn: Turn, ref: str) -> Asking:
    """The question behind the ref of a round, a theme or a comment, for the one person who sorts it; raises Refusal."""
    work = work_of(turn)
    behind = await store.round_of(work, ref) or await store.question_of(work, ref) or ref
    asking = await rounds.question(work.connection, behind)
    if asking is None or asking.stage in ("open", "void"):
        raise Refusal(turn.words(w.GONE))
    if asking.answerer != turn.somebody.id:
        raise Refusal(turn.words(w.NOT_YOURS, answerer=asking.answerer_name))
    return asking


async def looked_at(turn: Turn, ref: str) -> Board:
    """The board behind a ref, to be looked at; raises Refusal."""
    asking = await question_behind(turn, ref)
    if asking.stage != "closed":
        raise Refusal(turn.words(w.NOT_NOW_SORTED))
    return await board_of(turn, asking)


async def held(turn: Turn, ref: str) -> Board:
    """The same, to be changed: until this turn has ended nobody else changes it, nor is the round answered back."""
    asking = await question_behind(turn, ref)
    if await themes.hold(work_of(turn).connection, asking.round) != "closed":
        raise Refusal(turn.words(w.NOT_NOW_SORTED))
    return await board_of(turn, asking)
