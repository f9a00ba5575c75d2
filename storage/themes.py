"""Themes of a round and what was put under them: read by whoever sorts, by whoever answers back, and by all who were asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import ForeignKey, String, Text, bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.endings import How
from bot.theming import Said, Told, told
from storage.db import WITHOUT_ROWID, Rows
from storage.loop import CommentRow, ContributionRow, RoundRow
from storage.prepared import prepared
from storage.rounds import Asking

By = Literal["human", "machine"]
MOST = 40
"""Themes of one round."""
COMMENT = "comment"


class ThemeRow(Rows):
    """A named pile of what was said in a round, or a heap that nobody has named yet. Kept with the round."""

    __tablename__ = "theme"
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random; what buttons carry.")
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True, doc="In which round.")
    title: Mapped[str] = mapped_column(String(60), doc="A person's own words. Empty: a heap without a name.")
    label: Mapped[str] = mapped_column(String(120), doc="Words from a heap's comments, to tell it by; or empty.")
    middle: Mapped[str] = mapped_column(
        String(32), doc="The comment in the middle of a heap, by its random id; or empty."
    )
    parent: Mapped[str | None] = mapped_column(String(32), doc="The theme that it was put into. Empty: it is its own.")
    how: Mapped[str | None] = mapped_column(
        String(10), doc="doing, already, not_now, passed_on or listening. Empty: it has no ending yet."
    )
    reason: Mapped[str] = mapped_column(Text, doc="What, where, why or to whom, in the words of who answers back.")


class ThemeLinkRow(Rows):
    """Under which theme one comment is. It says nothing of who said it, who put it there, or when. Kept with the round, until
    the comment is taken back."""

    __tablename__ = "theme_link"
    __table_args__ = WITHOUT_ROWID
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="To which question."
    )
    said: Mapped[str] = mapped_column(
        String(32), primary_key=True, doc="The comment, by its random id; so it has one theme."
    )
    theme: Mapped[str | None] = mapped_column(String(32), index=True, doc="Under which. Empty: looked at, under none.")
    by: Mapped[str] = mapped_column(String(8), doc="human or machine. Who it was is not kept.")
    confidence: Mapped[int | None] = mapped_column(doc="How clear it was to a machine, in whole per cent.")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, or a heap: then `title` is empty and `label` says words from it. `how` is None without an ending."""

    ref: str
    title: str
    label: str
    middle: str
    parent: str | None
    how: How | None
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a comment is; `theme` None: a person looked at it and put it under none."""

    theme: str | None
    by: By
    confidence: int | None


_THEMES = prepared(
    select(ThemeRow).where(ThemeRow.round_id == bindparam("round")).order_by(ThemeRow.title, ThemeRow.ref)
)
_LINKS = prepared(select(ThemeLinkRow).where(ThemeLinkRow.moment_id == bindparam("moment")).order_by(ThemeLinkRow.said))
_COMMENTS = prepared(
    select(CommentRow.id, CommentRow.text).where(CommentRow.moment_id == bindparam("moment")).order_by(CommentRow.id)
)
_MANY = prepared(select(func.count().label("many")).where(CommentRow.moment_id == bindparam("moment")))
_NAMED = prepared(
    select(ContributionRow.ref, ContributionRow.value)
    .where(ContributionRow.moment_id == bindparam("moment"))
    .order_by(ContributionRow.ref)
)


async def themes_of(connection: AsyncConnection, number: int) -> dict[str, Theme]:
    """Every theme of a round by its ref, those that were put into others and unnamed heaps too."""
    rows = await _THEMES.rows(connection, round=number)
    return {
        row.ref: Theme(row.ref, row.title, row.label, row.middle, row.parent, cast("How | None", row.how), row.reason)
        for row in rows
    }


async def links_of(connection: AsyncConnection, moment: int) -> dict[str, Link]:
    """Where each comment is, by its id; those that nobody has looked at are not in it."""
    rows = await _LINKS.rows(connection, moment=moment)
    return {row.said: Link(row.theme, cast("By", row.by), row.confidence) for row in rows}


async def said_in(connection: AsyncConnection, asking: Asking) -> dict[str, str]:
    """What may be sorted of a closed question, by random id and in that order: released comments, or what was said in words
    with a name to it, without the name."""
    if asking.voice == "unlinked":
        return {row.id: row.text for row in await _COMMENTS.rows(connection, moment=asking.urn.id)}
    rows = await _NAMED.rows(connection, moment=asking.urn.id)
    spoken = {row.ref: _in_words(asking, row.value) for row in rows}
    return {ref: text for ref, text in spoken.items() if text}


async def how_many(connection: AsyncConnection, asking: Asking) -> int:
    """How many comments there are to sort."""
    if asking.voice != "unlinked":
        return len(await said_in(connection, asking))
    found = await _MANY.first(connection, moment=asking.urn.id)
    return int(found.many) if found else 0


def root(themes: Mapping[str, Theme], ref: str) -> str:
    """The theme that this one is a part of in the end."""
    seen = {ref}
    while (above := themes[ref].parent) in themes and above not in seen:
        ref = cast("str", above)
        seen.add(ref)
    return ref


async def unended(connection: AsyncConnection, number: int) -> list[Theme]:
    """The themes for which a round cannot be answered back yet: without an ending, or without a title (P2)."""
    found = await themes_of(connection, number)
    return [each for each in found.values() if not _part(found, each) and (each.how is None or not each.title)]


async def told_of(connection: AsyncConnection, asking: Asking) -> Told | None:
    """What everybody who was asked may know of the themes; None where nobody sorted."""
    found = await themes_of(connection, asking.round)
    if not found:
        return None
    texts, links = await said_in(connection, asking), await links_of(connection, asking.urn.id)
    under = {id_: each.theme for id_, each in links.items() if id_ in texts and each.theme in found}
    placed = {id_: root(found, theme) for id_, theme in under.items()}
    many = Counter(placed.values())
    ended = [
        Said(each.title, each.how, each.reason, many[each.ref])
        for each in found.values()
        if not _part(found, each) and each.how is not None and each.title
    ]
    machine = any(links[id_].by == "machine" for id_ in placed)
    unplaced = len(texts) - sum(each.comments for each in ended)
    k = asking.threshold if asking.voice == "unlinked" else 1
    return told(ended, unplaced, k, sorted_by=asking.answerer_name, by_machine=machine)


async def hold(connection: AsyncConnection, number: int) -> str:
    """Lets one change of a round's themes happen at a time, and returns the stage that the round is in now."""
    found = await connection.execute(select(RoundRow.stage).where(RoundRow.id == number).with_for_update())
    return str(found.scalar_one())


async def taken_back(connection: AsyncConnection, said: Sequence[str]) -> None:
    """Comments that are there no more are under no theme either."""
    await connection.execute(delete(ThemeLinkRow).where(ThemeLinkRow.said.in_(said)))


def _part(themes: Mapping[str, Theme], theme: Theme) -> bool:
    return root(themes, theme.ref) != theme.ref


def _in_words(asking: Asking, value: Mapping[str, Any]) -> str:
    """What was said in words: answers to questions that ask for them, and the comment."""
    said = [value[each.id] for each in asking.questions if each.kind == "text" and value.get(each.id)]
    return "\n".join([*said, *([value[COMMENT]] if value.get(COMMENT) else [])])
