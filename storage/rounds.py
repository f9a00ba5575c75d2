"""Rounds: opened once, closed once, never before the time that people were told."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import detail
from bot.detail import Detail
from bot.programme import Voice
from bot.question import Question, Spoken, read_back
from bot.values import dataclass
from storage.ballots import Urn
from storage.loop import AskedRow, MomentRow, RoundRow
from storage.people import PersonRow
from storage.prepared import prepared


@dataclass(frozen=True, slots=True)
class Asking:
    """A form as somebody meets it: what is asked, how it is kept, when it closes, who answers back and by when.

    `team` is the person's team when it opened, frozen. Instants are aware UTC. Results are also shown `by` what people may
    say about themselves. `keeper` has the second key, or is empty. Where results by team come when everybody has had their
    turn, it is one `turn` of so many in a `cycle`; the form without a turn asked nobody, and sums them up. A `sampled` one
    goes to a part of the circle, and nothing is ever published of its teams; nor where groups and teams stay `uncounted`."""

    urn: Urn
    round: int
    round_ref: str
    programme: int
    stage: str
    voice: Voice
    closed: bool
    opens_at: datetime
    closes_at: datetime
    answer_by: datetime
    answerer: int
    answerer_name: str
    threshold: int
    preset: str
    subject: Spoken
    questions: tuple[Question, ...]
    comment: bool = True
    team: int | None = None
    by: Detail | None = None
    keeper: str = ""
    cycle: str = ""
    turn: int | None = None
    turns: int = 0
    sampled: bool = False
    uncounted: bool = False

    @property
    def counted(self) -> tuple[Question, ...]:
        """What has a result: neither words, nor what was said with names."""
        return () if self.voice == "named" else tuple(each for each in self.questions if each.kind != "text")

    @property
    def summed(self) -> bool:
        """Whether it holds the results by team of a whole cycle."""
        return bool(self.cycle) and self.turn is None

    @property
    def last_turn(self) -> bool:
        return self.turn is not None and self.turn + 1 == self.turns

    def late(self, now: datetime) -> bool:
        """Whether the day has passed on which an answer was promised, and there is none."""
        return self.stage in ("open", "closed") and now > self.answer_by

    def answerable(self, now: datetime) -> bool:
        """Whether an answer counts at this instant."""
        return not self.closed and self.opens_at <= now < self.closes_at


SUMMED = and_(RoundRow.cycle.is_not(None), RoundRow.turn.is_(None))
"""Rounds that asked nobody: they hold the results by team of a whole cycle, whose turns are rounds of their own."""
ASKING: Select[Any] = (
    select(
        MomentRow.id,
        MomentRow.ref,
        MomentRow.seal,
        MomentRow.sealed_size,
        MomentRow.voice,
        MomentRow.closed,
        MomentRow.opens_at,
        MomentRow.closes_at,
        MomentRow.spec,
        RoundRow.id.label("round"),
        RoundRow.ref.label("round_ref"),
        RoundRow.programme_id,
        RoundRow.stage,
        RoundRow.answer_by,
        RoundRow.threshold,
        RoundRow.preset,
        RoundRow.answerer_id,
        RoundRow.cycle,
        RoundRow.turn,
        PersonRow.name.label("answerer_name"),
    )
    .join(RoundRow, RoundRow.id == MomentRow.round_id)
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
    .where(MomentRow.kind == "ASK")
)
ASKED = (
    ASKING.add_columns(AskedRow.team_id)
    .join(AskedRow, AskedRow.round_id == RoundRow.id)
    .where(AskedRow.person_id == bindparam("person"))
)
_BY_REF = ASKED.where(MomentRow.ref == bindparam("ref"))
_ASKED_OF, _ASKED_OF_HELD = prepared(_BY_REF), prepared(_BY_REF.with_for_update(read=True, of=MomentRow))
# One "or" over two tables would read every moment there is.
_BEHIND = prepared(
    ASKING.where(
        MomentRow.id.in_(
            union_all(
                select(MomentRow.id).where(MomentRow.ref == bindparam("ref")),
                select(MomentRow.id)
                .join(RoundRow, RoundRow.id == MomentRow.round_id)
                .where(RoundRow.ref == bindparam("ref")),
            )
        )
    )
)
_OPEN_FOR = prepared(
    ASKED.where(
        MomentRow.closed.is_(False), MomentRow.opens_at <= bindparam("now"), MomentRow.closes_at > bindparam("now")
    ).order_by(MomentRow.closes_at)
)
_TO_ANSWER = prepared(
    ASKING.where(RoundRow.answerer_id == bindparam("person"), RoundRow.stage == "closed").order_by(MomentRow.closes_at)
)
_TAKE = prepared(
    update(MomentRow)
    .where(MomentRow.ref == bindparam("moment"), MomentRow.closed.is_(False), MomentRow.closes_at <= bindparam("now"))
    .values(closed=True)
    .returning(MomentRow.id)
)


async def asked_of(connection: AsyncConnection, ref: str, person: int, *, hold: bool = False) -> Asking | None:
    """The question behind a ref, if this person was asked it. `hold`: the close waits until this turn has ended."""
    row = await (_ASKED_OF_HELD if hold else _ASKED_OF).first(connection, ref=ref, person=person)
    return as_asking(row, row.team_id) if row else None


async def open_for(connection: AsyncConnection, person: int, now: datetime) -> list[Asking]:
    """Every question that this person may answer now, the one that closes first on top."""
    found = await _OPEN_FOR.rows(connection, person=person, now=now)
    return [as_asking(row, row.team_id) for row in found]


async def question(connection: AsyncConnection, ref: str) -> Asking | None:
    """The question behind a moment's or a round's ref, whoever asks; callers check what they show to whom."""
    row = await _BEHIND.first(connection, ref=ref)
    return as_asking(row) if row else None


async def to_answer(connection: AsyncConnection, answerer: int) -> list[Asking]:
    """The closed questions that wait for this person's answer, oldest first."""
    return [as_asking(row) for row in await _TO_ANSWER.rows(connection, person=answerer)]


async def closing(connection: AsyncConnection, ref: str, now: datetime) -> Asking | None:
    """The question that is to be closed now, taken so that nobody else closes it; None if that has been done."""
    return await question(connection, ref) if await _taken(connection, ref, now) else None


async def hold(connection: AsyncConnection, asking: Asking) -> None:
    """Waits for answers that are on their way; until this turn has ended, no other comes in."""
    await connection.execute(select(MomentRow.id).where(MomentRow.id == asking.urn.id).with_for_update())


async def promise_due(connection: AsyncConnection, ref: str, now: datetime) -> Asking | None:
    """The question whose answer was promised by now, taken so that this is noticed once."""
    if not await _taken(connection, ref, now):
        return None
    found = select(RoundRow.ref).join(MomentRow, MomentRow.round_id == RoundRow.id)
    return await question(connection, (await connection.execute(found.where(MomentRow.ref == ref))).scalar_one())


async def set_stage(connection: AsyncConnection, number: int, stage: str, *, shared_at: datetime | None = None) -> None:
    await connection.execute(update(RoundRow).where(RoundRow.id == number).values(stage=stage, shared_at=shared_at))


async def keys_gone(connection: AsyncConnection, ref: str, now: datetime) -> None:
    """Records that both secret keys of a question were destroyed."""
    await connection.execute(update(MomentRow).where(MomentRow.ref == ref).values(keys_gone_at=now))


def as_asking(row: Any, team: int | None = None) -> Asking:
    """A row of `ASKING` or `ASKED` as a value."""
    return Asking(
        urn=Urn(row.id, row.ref, row.seal or b"", row.sealed_size),
        round=row.round,
        round_ref=row.round_ref,
        programme=row.programme_id,
        stage=row.stage,
        voice=row.voice,
        closed=row.closed,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        answer_by=row.answer_by,
        answerer=row.answerer_id,
        answerer_name=row.answerer_name,
        threshold=row.threshold,
        preset=row.preset,
        team=team,
        subject=row.spec["subject"],
        questions=tuple(map(read_back, row.spec["questions"])),
        comment=row.spec["comment"],
        by=detail.read_back(row.spec["by"]) if "by" in row.spec else None,
        keeper=row.spec.get("keeper", ""),
        cycle=row.cycle or "",
        turn=row.turn,
        turns=row.spec.get("turns", 0),
        sampled=row.spec.get("sampled", False),
        uncounted=row.spec.get("uncounted", False),
    )


async def _taken(connection: AsyncConnection, ref: str, now: datetime) -> bool:
    return bool(await _TAKE.rows(connection, moment=ref, now=now))
