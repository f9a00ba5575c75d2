"""Themes and what was put under them: read by whoever sorts, by whoever answers back, and by all who were asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, cast

from sqlalchemy import ForeignKey, String, Text, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.endings import How
from bot.values import dataclass
from storage.db import WITHOUT_ROWID, Rows
from storage.loop import RoundRow
from storage.prepared import prepared

By = Literal["human", "machine"]
MOST = 40
"""Themes of one question."""


class ThemeRow(Rows):
    """A named pile of what was said to one question, or a heap that nobody has named yet. Kept with the round."""

    __tablename__ = "theme"
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random; what buttons carry.")
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True, doc="In which round.")
    asked: Mapped[str] = mapped_column(String(32), index=True, doc="Of what was said to which question, by its ref.")
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
    due_on: Mapped[date | None] = mapped_column(doc="By when it is done, where something is. It is promised to all.")
    promise: Mapped[str | None] = mapped_column(
        String(32), doc="The promise that it became when the round was answered back, by its ref; or empty."
    )


class ThemeLinkRow(Rows):
    """Under which theme one comment is. It says nothing of who said it, who put it there, or when. Kept with the round, until
    the comment is taken back."""

    __tablename__ = "theme_link"
    __table_args__ = WITHOUT_ROWID
    asked: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Said to which question, by its ref.")
    said: Mapped[str] = mapped_column(
        String(32), primary_key=True, doc="The comment, by its random id; so it has one theme."
    )
    theme: Mapped[str | None] = mapped_column(String(32), index=True, doc="Under which. Empty: looked at, under none.")
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True, doc="In which round.")
    by: Mapped[str] = mapped_column(String(8), doc="human or machine. Who it was is not kept.")
    confidence: Mapped[int | None] = mapped_column(doc="How clear it was to a machine, in whole per cent.")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, or a heap: then `title` is empty and `label` says words from it. `how` is None without an ending; what ends in
    doing is done by `due_on`, and becomes a `promise` when the round is answered back."""

    ref: str
    title: str
    label: str
    middle: str
    parent: str | None
    how: How | None
    reason: str
    due_on: date | None = None
    promise: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Where a comment is; `theme` None: a person looked at it and put it under none."""

    theme: str | None
    by: By
    confidence: int | None


_OF_ROUND = prepared(
    select(ThemeRow).where(ThemeRow.round_id == bindparam("round")).order_by(ThemeRow.title, ThemeRow.ref)
)
_THEMES = prepared(select(ThemeRow).where(ThemeRow.asked == bindparam("asked")).order_by(ThemeRow.title, ThemeRow.ref))
_LINKS = prepared(select(ThemeLinkRow).where(ThemeLinkRow.asked == bindparam("asked")).order_by(ThemeLinkRow.said))


async def themes_of(connection: AsyncConnection, asked: str) -> dict[str, Theme]:
    """Every theme of what was said to a question, by its ref: those that were put into others and unnamed heaps too."""
    return {row.ref: _theme(row) for row in await _THEMES.rows(connection, asked=asked)}


async def links_of(connection: AsyncConnection, asked: str) -> dict[str, Link]:
    """Where each comment is, by its id; those that nobody has looked at are not in it."""
    rows = await _LINKS.rows(connection, asked=asked)
    return {row.said: Link(row.theme, cast("By", row.by), row.confidence) for row in rows}


def root(themes: Mapping[str, Theme], ref: str) -> str:
    """The theme that this one is a part of in the end."""
    seen = {ref}
    while (above := themes[ref].parent) in themes and above not in seen:
        ref = cast("str", above)
        seen.add(ref)
    return ref


def whole(themes: Mapping[str, Theme]) -> list[Theme]:
    """Those that are no part of another."""
    return [each for each in themes.values() if root(themes, each.ref) == each.ref]


async def of_round(connection: AsyncConnection, number: int) -> list[Theme]:
    """All themes of a round that are no part of another, of whatever was asked in it."""
    return whole({row.ref: _theme(row) for row in await _OF_ROUND.rows(connection, round=number)})


async def endings(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, list[How]]:
    """How each theme of these rounds ended that is no part of another, by the round's number; without rounds that have none."""
    rows = await connection.execute(select(ThemeRow).where(ThemeRow.round_id.in_(numbers)).order_by(ThemeRow.ref))
    found: dict[int, dict[str, Theme]] = {}
    for row in rows:
        found.setdefault(row.round_id, {})[row.ref] = _theme(row)
    ended = {number: [each.how for each in whole(those) if each.title and each.how] for number, those in found.items()}
    return {number: ways for number, ways in ended.items() if ways}


async def unended(connection: AsyncConnection, number: int) -> list[Theme]:
    """The themes for which a round cannot be answered back yet: without an ending, without a title, or with something to be
    done and no day for it (P2)."""
    return [each for each in await of_round(connection, number) if not _ended(each)]


async def end(
    connection: AsyncConnection,
    ref: str,
    how: How,
    reason: str,
    *,
    due_on: date | None = None,
    promise: str | None = None,
) -> None:
    """How a theme ends; where something is done about it, by when, and which promise it is already."""
    ending = {"how": how, "reason": reason, "due_on": due_on, "promise": promise}
    await connection.execute(update(ThemeRow).where(ThemeRow.ref == ref).values(ending))


async def promised(connection: AsyncConnection, theme: str, promise: str) -> None:
    """What is done about a theme has become this promise."""
    await connection.execute(update(ThemeRow).where(ThemeRow.ref == theme).values(promise=promise))


async def hold(connection: AsyncConnection, number: int) -> str:
    """Lets one change of a round's themes happen at a time, and returns the stage that the round is in now."""
    found = await connection.execute(select(RoundRow.stage).where(RoundRow.id == number).with_for_update())
    return str(found.scalar_one())


async def taken_back(connection: AsyncConnection, said: Sequence[str]) -> None:
    """Comments that are there no more are under no theme either."""
    await connection.execute(delete(ThemeLinkRow).where(ThemeLinkRow.said.in_(said)))


def _ended(theme: Theme) -> bool:
    return bool(theme.title) and theme.how is not None and (theme.how != "doing" or theme.due_on is not None)


def _theme(row: Any) -> Theme:
    return Theme(
        ref=row.ref,
        title=row.title,
        label=row.label,
        middle=row.middle,
        parent=row.parent,
        how=cast("How | None", row.how),
        reason=row.reason,
        due_on=row.due_on,
        promise=row.promise,
    )
