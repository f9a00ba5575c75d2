"""The final words of what somebody said: offered by whoever answers back, shared only once their author has said yes.

They lie with what was said (`given`), so that taking that back removes them too.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.values import dataclass
from storage import happenings, themes
from storage.given import Given, GivenRow, HappeningRow
from storage.happenings import Happening
from storage.loop import ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

NEWEST = 12
"""So many rounds back are looked at for what can be read."""
SAID, OFFERED, TRY, SHARED, AT = "said", "offered", "try", "shared", "at"


@dataclass(frozen=True, slots=True)
class Final:
    """What one person said, and how far its final words are. `offered` waits for the author's yes; `turn` says which offer
    it is, so that a yes is never given to other words than were read; `shared` is what everybody reads. Empty: not there."""

    ref: str
    author: int
    by: str
    said: str
    offered: str = ""
    turn: int = 0
    shared: str = ""
    at: datetime | None = None


_FROM = (
    select(GivenRow.ref, GivenRow.value, GivenRow.person_id, HappeningRow.ref.label("to"), PersonRow.name.label("by"))
    .join(PersonRow, PersonRow.id == GivenRow.person_id)
    .join(HappeningRow, HappeningRow.id == GivenRow.happening_id)
)
_ALL = prepared(_FROM.where(GivenRow.happening_id == bindparam("on")).order_by(GivenRow.ref))
_ONE = prepared(_FROM.where(GivenRow.ref == bindparam("ref")))
_APPROVED = HappeningRow.spec["approve"].as_boolean()
_MINE = prepared(_FROM.where(GivenRow.person_id == bindparam("person"), _APPROVED).order_by(GivenRow.happening_id))
_FOR = prepared(
    select(HappeningRow.ref)
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(MembershipRow, MembershipRow.circle_id == ProgrammeRow.circle_id)
    .where(MembershipRow.person_id == bindparam("person"), HappeningRow.opened, RoundRow.stage != "void", _APPROVED)
    .order_by(HappeningRow.opens_at.desc(), HappeningRow.id.desc())
    .limit(NEWEST)
)


async def all_of(work: Work, one: Happening) -> Sequence[Final]:
    return [_final(row) for row in await _ALL.rows(work.connection, on=one.on.id)]


async def behind(work: Work, ref: str) -> tuple[Happening, Final] | None:
    """What somebody said that needs their yes, with that to which they said it; for whomever: callers check."""
    row = await _ONE.first(work.connection, ref=ref)
    one = await happenings.behind(work.connection, row.to) if row else None
    return (one, _final(row)) if one and is_approved(one) else None


async def mine(work: Work, person: int) -> list[tuple[Happening, Final]]:
    """Everything of this person that needs their yes or had it, whether they still belong to those whom it was for."""
    rows = await _MINE.rows(work.connection, person=person)
    found = [(await happenings.behind(work.connection, row.to), _final(row)) for row in rows]
    return [(one, final) for one, final in found if one]


async def open_to(work: Work, person: int) -> list[Happening]:
    """What this person's circles were asked, and is read in approved words: the newest first."""
    refs = [row.ref for row in await _FOR.rows(work.connection, person=person)]
    found = [await happenings.of(work.connection, ref, person) for ref in refs]
    return [one for one in found if one]


def is_approved(one: Happening) -> bool:
    """Whether what is said to it is shared only in words to which its author has said yes."""
    return one.kind == "ASK" and bool(one.spec.get("approve"))


def shared(said: Sequence[Given]) -> list[Given]:
    """Of what was said, what is shared, in its final words."""
    return [Given(each.ref, {SAID: each.value[SHARED]}, each.by) for each in said if each.value.get(SHARED)]


async def offer(work: Work, one: Final, words: str) -> int:
    """Keeps what its author is to say yes to; returns which offer it is."""
    await _write(work, one, _kept(one) | {OFFERED: words, TRY: one.turn + 1})
    return one.turn + 1


async def share(work: Work, one: Final, words: str, now: datetime) -> None:
    """Its author has said yes to these words."""
    await _write(work, one, {SAID: one.said, TRY: one.turn, SHARED: words, AT: now.isoformat()})


async def take_back(work: Work, one: Final) -> None:
    """Removes what was said with all its words, for good (P8)."""
    await work.connection.execute(delete(GivenRow).where(GivenRow.ref == one.ref))
    await themes.taken_back(work.connection, [one.ref])


async def _write(work: Work, one: Final, value: Mapping[str, Any]) -> None:
    await work.connection.execute(update(GivenRow).where(GivenRow.ref == one.ref).values(value=dict(value)))


def _kept(one: Final) -> dict[str, Any]:
    there = {SHARED: one.shared, AT: one.at.isoformat()} if one.at else {}
    return {SAID: one.said, **there}


def _final(row: Any) -> Final:
    value = row.value
    at = datetime.fromisoformat(value[AT]) if AT in value else None
    words = value.get(OFFERED, ""), value.get(TRY, 0), value.get(SHARED, "")
    return Final(row.ref, row.person_id, row.by, str(value.get(SAID, "")), *words, at)
