"""Guardians' signed statements that nothing they can see waits too long, so that nobody needs a day in clear beside a case.

There is no statement "something waits": who has not signed of late was away, or something waits, and nobody can tell which.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey
from sqlalchemy import select

from bot.values import dataclass
from storage.cases import locks, merging, slips
from storage.cases.casework import Casework
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.cases.waiting import FROM_THEM
from storage.db import insert
from storage.threads.recipients import Recipient
from storage.threads.tables import StatementRow

ANSWERED = timedelta(days=7)
"""A person answers within three working days, and within so many days at most."""
FEEDBACK = timedelta(days=92)
"""How long after that its author hears what was done: three months."""
CLOSED = "closed"
_KIND = "statements"


@dataclass(frozen=True, slots=True)
class Statement:
    """The day on which somebody last said so; `signed` is False for the day from which they are looked for."""

    day: date
    signed: bool


async def say(work: Casework, guardian: Guardian, cases: Sequence[Case]) -> bool:
    """Signs for today, where it is true of every case that the guardian can see; says whether it is. To be called whenever
    they have worked and when their session ends; it writes once a day."""
    today = work.cabinet.today()
    if any(waits(case, today) for case in cases if merging.card_of(case, cases).status != CLOSED):
        return False
    last = (await last_said(work, [guardian.named]))[0]
    if last is None or not last.signed or last.day < today:
        signature = SigningKey(guardian.key.signs).sign(_told(today)).signature
        await _put(work, guardian.named, [today.toordinal(), signature.hex()])
    return True


def waits(case: Case, today: date) -> bool:
    """Whether somebody has waited too long in a case that is not closed: for an answer, or for what was done."""
    said = [each for each in case.messages if each.kind in FROM_THEM and each.verified]
    answers = [at for at, each in enumerate(said) if each.by]
    unanswered = said[answers[-1] + 1 :] if answers else said
    if any(each.mine and each.opens + ANSWERED < today for each in unanswered):
        return True
    return bool(answers) and said[answers[0]].opens + FEEDBACK < today


async def last_said(work: Casework, guardians: Sequence[Recipient]) -> list[Statement | None]:
    """For each of them; None where there is nothing, or what is there is not theirs."""
    async with work.cabinet.database.begin() as connection:
        rows = await connection.execute(select(StatementRow))
        kept = {bytes(row.guardian): bytes(row.body) for row in rows}
    return [_read(work, each, kept.get(_number(each))) for each in guardians]


async def look_for(work: Casework, guardian: Recipient) -> None:
    """From today on somebody is expected to say so."""
    await _put(work, guardian, [work.cabinet.today().toordinal(), ""])


def _read(work: Casework, guardian: Recipient, body: bytes | None) -> Statement | None:
    told = slips.unshut(work, _KIND, _number(guardian), body) if body else None
    if told is None:
        return None
    day, signature = date.fromordinal(told[0]), bytes.fromhex(told[1])
    if not signature:
        return Statement(day, signed=False)
    try:
        VerifyKey(guardian.signs).verify(_told(day), signature)
    except (CryptoError, ValueError):
        return None
    return Statement(day, signed=True)


async def _put(work: Casework, guardian: Recipient, told: list[object]) -> None:
    who = _number(guardian)
    body = slips.shut(work, _KIND, who, told)
    async with work.cabinet.database.begin() as connection:
        row = insert(connection, StatementRow).values(guardian=who, body=body)
        await connection.execute(row.on_conflict_do_update(index_elements=["guardian"], set_={"body": body}))


def _number(guardian: Recipient) -> bytes:
    return locks.number_of(guardian.opens, guardian.signs)


def _told(day: date) -> bytes:
    return b"hearback statement 1\0" + day.isoformat().encode()
