"""Writes down what goes under which theme. Each comment has one row at most, so nothing is there twice; who came second is
told so, and nothing of what the first one did is lost."""

import secrets
from collections.abc import Mapping, Sequence

from sqlalchemy import String, bindparam, delete, func, select, update

from bot.programme import Intent, Template
from conversations.sort.terms import Guess
from storage.db import insert
from storage.given import GivenRow, HappeningRow
from storage.loop import CommentRow, ContributionRow, MomentRow, ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.pools import Pool
from storage.programmes import practice
from storage.themes import ThemeLinkRow, ThemeRow
from storage.work import Work

Link, Theme = ThemeLinkRow, ThemeRow
SAID = bindparam("said", type_=String)


_SAID = (
    select(MomentRow.ref).join(CommentRow, CommentRow.moment_id == MomentRow.id).where(CommentRow.id == SAID),
    select(MomentRow.ref).join(ContributionRow).where(ContributionRow.ref == SAID),
    select(HappeningRow.ref).join(GivenRow, GivenRow.happening_id == HappeningRow.id).where(GivenRow.ref == SAID),
)


async def question_of(work: Work, said: str) -> str | None:
    """The ref of the question to which this comment belongs."""
    for found in _SAID:
        if ref := (await work.connection.execute(found, {"said": said})).scalar():
            return str(ref)
    return None


async def question_of_theme(work: Work, theme: str) -> str | None:
    """The ref of the question to which this theme belongs."""
    return (await work.connection.execute(select(Theme.asked).where(Theme.ref == theme))).scalar()


async def names(work: Work) -> list[str]:
    """The names of all who work here."""
    return list((await work.connection.execute(select(PersonRow.name).where(PersonRow.active))).scalars())


async def intent_of(work: Work, number: int, templates: Mapping[str, Template]) -> Intent:
    """What the programme of a round is for. One whose file is gone can end a theme as if it gave advice."""
    found = select(ProgrammeRow.template, ProgrammeRow.spec, ProgrammeRow.shown_by)
    found = found.join(RoundRow, RoundRow.programme_id == ProgrammeRow.id).where(RoundRow.id == number)
    row = (await work.connection.execute(found)).one()
    template = practice(row, templates)
    return template.intent if template else "advise"


async def is_first(work: Work, number: int) -> bool:
    """Whether no round of its programme was answered back before this one."""
    this = select(RoundRow.programme_id).where(RoundRow.id == number).scalar_subquery()
    before = (RoundRow.programme_id == this, RoundRow.id < number, RoundRow.stage == "shared")
    return (await work.connection.execute(select(RoundRow.id).where(*before).limit(1))).first() is None


async def add(work: Work, pool: Pool, title: str) -> str:
    """A new theme; returns its ref."""
    ref = secrets.token_hex(16)
    fixed = {"ref": ref, "round_id": pool.round, "asked": pool.asked}
    row = (
        fixed | dict.fromkeys(("label", "middle", "reason"), "") | dict.fromkeys(("parent", "how", "due_on", "promise"))
    )
    row["title"] = title
    await work.connection.execute(insert(work.connection, Theme).values(row))
    return ref


async def rename(work: Work, ref: str, title: str) -> None:
    await work.connection.execute(update(Theme).where(Theme.ref == ref).values(title=title))


async def put_into(work: Work, ref: str, into: str | None) -> None:
    """Makes a theme a part of another, with all that is under it; None makes it its own again, with all that was."""
    await work.connection.execute(update(Theme).where(Theme.ref == ref).values(parent=into))


async def drop(work: Work, ref: str) -> None:
    """The theme is gone: what was under it is as if nobody had looked at it, and its parts are their own again."""
    await work.connection.execute(delete(Link).where(Link.theme == ref))
    await work.connection.execute(update(Theme).where(Theme.parent == ref).values(parent=None))
    await work.connection.execute(delete(Theme).where(Theme.ref == ref))


async def place(work: Work, pool: Pool, said: Sequence[str], theme: str | None) -> int:
    """Puts comments under a theme, or None: under none. A person's earlier choice stays as it is, a machine's gives way;
    returns how many were put there."""
    rows = [_link(pool, each, theme) for each in said]
    put = insert(work.connection, Link).values(rows)
    chosen = {"theme": theme, "by": "human", "confidence": None}
    put = put.on_conflict_do_update(index_elements=["asked", "said"], set_=chosen, where=Link.by == "machine")
    return len((await work.connection.execute(put.returning(Link.said))).all())


async def move(work: Work, pool: Pool, said: Sequence[str], theme: str | None) -> None:
    """Puts comments under a theme, wherever they were."""
    rows = [_link(pool, each, theme) for each in said]
    put = insert(work.connection, Link).values(rows)
    chosen = {"theme": theme, "by": "human", "confidence": None}
    await work.connection.execute(put.on_conflict_do_update(index_elements=["asked", "said"], set_=chosen))


async def take_out(work: Work, pool: Pool, said: Sequence[str], theme: str | None) -> int:
    """As if nobody had looked at them, if they are still where the one who takes them out saw them."""
    mine = (Link.asked == pool.asked, Link.said.in_(said))
    there = Link.theme.is_(None) if theme is None else Link.theme == theme
    return (await work.connection.execute(delete(Link).where(*mine, there))).rowcount


async def guess(work: Work, pool: Pool, guesses: Sequence[Guess]) -> int:
    """What a machine places: never anything that anybody has placed before. Marked as the machine's, with how clear it was."""
    rows = [
        _link(pool, each.comment, each.theme) | {"by": "machine", "confidence": each.confidence} for each in guesses
    ]
    if not rows:
        return 0
    put = insert(work.connection, Link).on_conflict_do_nothing(index_elements=["asked", "said"])
    await work.connection.execute(put, rows)
    return len(rows)


async def lay(work: Work, pool: Pool, label: str, middle: str) -> str:
    """A heap that has no name yet; returns its ref."""
    ref = await add(work, pool, "")
    await work.connection.execute(update(Theme).where(Theme.ref == ref).values(label=label, middle=middle))
    return ref


async def confirm(work: Work, pool: Pool, said: Sequence[str]) -> int:
    """A person says that the machine's choice is right."""
    found = update(Link).where(Link.asked == pool.asked, Link.said.in_(said), Link.by == "machine")
    return (await work.connection.execute(found.values(by="human", confidence=None))).rowcount


async def undo_machine(work: Work, pool: Pool) -> int:
    """Takes out all that a machine placed and nobody has confirmed, and heaps without a name that are empty then."""
    gone = await work.connection.execute(delete(Link).where(Link.asked == pool.asked, Link.by == "machine"))
    full = select(func.count()).where(Link.theme == Theme.ref).scalar_subquery()
    empty = select(Theme.ref).where(Theme.asked == pool.asked, Theme.title == "", full == 0)
    for ref in list((await work.connection.execute(empty)).scalars()):
        await drop(work, ref)
    return gone.rowcount


def _link(pool: Pool, said: str, theme: str | None) -> dict[str, object]:
    """A comment under a theme, or under none, where a person put it."""
    fixed = {"asked": pool.asked, "said": said, "round_id": pool.round}
    return fixed | {"theme": theme, "by": "human", "confidence": None}
