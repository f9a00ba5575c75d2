"""What lies before somebody who sorts: the themes, what is under each, and what nobody has looked at yet."""

from collections.abc import Iterable, Mapping

from bot.conversation import Turn
from bot.mishap import Refusal
from bot.values import dataclass, field
from conversations.sort import store
from conversations.sort import words as w
from conversations.sort.redact import Names, names_of, redacted
from storage import checking, pools, themes
from storage.happenings import Happening
from storage.pools import Pool
from storage.themes import Link, Theme
from storage.work import work_of

FEWEST = 5
"""Below so many comments nobody needs piles."""
LOOKED_AT = 200
"""Texts in which it is looked up which names are ordinary words too."""


@dataclass(frozen=True, slots=True)
class Board:
    """`texts` are all comments by their random ids, as they were said; `piles` the ids under each theme that is no part of
    another; `waiting` those that nobody has looked at, `neither` those that a person put under none. `by` is who said it,
    where that is shown; `check` is what those who were asked see before it is published; `mine`: whoever looks promised the
    answer themselves."""

    pool: Pool
    themes: Mapping[str, Theme]
    links: Mapping[str, Link]
    texts: Mapping[str, str]
    piles: Mapping[str, tuple[str, ...]]
    waiting: tuple[str, ...]
    neither: tuple[str, ...]
    names: Names
    by: Mapping[str, str] = field(default_factory=dict)
    check: Happening | None = None
    mine: bool = True

    @property
    def ref(self) -> str:
        return self.pool.ref

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


async def board_of(turn: Turn, pool: Pool) -> Board:
    """Everything as it is now."""
    work = work_of(turn)
    found = await themes.themes_of(work.connection, pool.asked)
    texts = await pools.said_in(work.connection, pool)
    links = {id_: each for id_, each in (await themes.links_of(work.connection, pool.asked)).items() if id_ in texts}
    piles: dict[str, list[str]] = {each.ref: [] for each in themes.whole(found)}
    for id_, link in links.items():
        if link.theme is not None and link.theme in found:
            piles[themes.root(found, link.theme)].append(id_)
    names = names_of(await store.names(work), list(texts.values())[:LOOKED_AT])
    return Board(
        pool=pool,
        themes=found,
        links=links,
        texts=texts,
        piles={ref: tuple(ids) for ref, ids in piles.items()},
        waiting=tuple(id_ for id_ in texts if id_ not in links),
        neither=tuple(id_ for id_, link in links.items() if link.theme not in found),
        names=names,
        by=await pools.who_said(work.connection, pool),
        check=await checking.of(work.connection, pool) if pool.by else None,
        mine=pool.answerer == turn.somebody.id,
    )


async def pool_behind(turn: Turn, ref: str) -> Pool:
    """What can be sorted behind the ref of a question, a theme or a comment, for those who sort it; raises
    Refusal."""
    work = work_of(turn)
    asked = await store.question_of_theme(work, ref) or await store.question_of(work, ref) or ref
    pool = await pools.behind(work.connection, asked)
    if pool is None or pool.stage not in (*pool.while_in, "shared"):
        raise Refusal(turn.words(w.GONE))
    if not pool.may_sort(turn.somebody.id):
        raise Refusal(turn.words(w.NOT_YOURS, answerer=pool.answerer_name))
    return pool


async def looked_at(turn: Turn, ref: str) -> Board:
    """The board behind a ref, to be looked at; raises Refusal."""
    pool = await pool_behind(turn, ref)
    if pool.stage not in pool.while_in:
        raise Refusal(turn.words(w.NOT_NOW_SORTED))
    return await board_of(turn, pool)


async def held(turn: Turn, ref: str) -> Board:
    """The same, to be changed: until this turn has ended nobody else changes it, nor is the round answered back."""
    pool = await pool_behind(turn, ref)
    if await themes.hold(work_of(turn).connection, pool.round) not in pool.while_in:
        raise Refusal(turn.words(w.NOT_NOW_SORTED))
    return await board_of(turn, pool)
