"""The close of a question: ballots are opened once, in memory, one release is made, and the keys are destroyed."""

import asyncio
import logging
import secrets
from datetime import timedelta
from functools import partial

from bot.conversation import Begins, Message, Turn
from bot.events import Due
from bot.keeper import PATIENCE, Given, NotGiven
from bot.mishap import trace
from bot.values import dataclass, field, replace
from conversations.ask import words as w
from storage import (
    ballots,
    boxes,
    counting,
    cycles,
    directory,
    quiet,
    releases,
    replies,
    rounds,
    second_keys,
    summing,
    uncounted,
)
from storage.counting import Urnful
from storage.cycles import Came, Held
from storage.replies import Ready
from storage.rounds import Asking
from storage.work import Work, as_work, work_of

KEEPER_LATE = "steward.keeper_late"
TRIES = 5
LEAVES_OUT, GIVES_UP = timedelta(hours=1), timedelta(days=1)
"""So long after the close, and after so many tries in vain, results by groups and by team are left out; and in the end, where
not even the rest can be counted, the round is cancelled. Until then whoever runs the server can mend what is broken."""

log = logging.getLogger("hearback")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was made, mostly before the transaction that publishes: of which ballots and box, the release, where it is a turn
    of a cycle what has come of that so far, and the half of the keeper's key with which all of it was opened."""

    mark: bytes
    ready: Ready
    came: Came | None = field(default=None, repr=False)
    half: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Vain:
    """Counting did not succeed, for so many times."""

    tries: int


@dataclass(frozen=True, slots=True)
class Full:
    """The ballots as they lie there and, where it is a turn of a cycle, what came of the turns before it."""

    urn: Urnful
    held: Held | None

    @property
    def mark(self) -> bytes:
        return self.urn.mark + (self.held.box.mark if self.held and self.held.box else b"")


async def count(begin: Begins, event: Due) -> Counted | NotGiven | Vain | None:
    """The slow work, before the transaction that publishes: counting holds up nobody who answers something else. The
    keeper, where there is one, is asked here, while no transaction is open."""
    async with begin() as opened:
        work = as_work(opened)
        asking = await rounds.question(work.connection, event.ref)
    if asking is None or asking.closed or asking.voice != "unlinked":
        return None
    half = await second_keys.half_of(work.keeper, asking.urn) if asking.urn.kept else Given(b"")
    if isinstance(half, NotGiven):
        return half
    async with begin() as opened:
        tries = await uncounted.begins(as_work(opened).connection, asking)
    if tries > TRIES and tries % 2:
        return Vain(tries)  # counting may kill the process: now and then the close has its say first
    try:
        async with begin() as opened:
            full = await _full(as_work(opened), asking)
        return await _counted(work, full, half.key)
    except Exception as error:
        reference = secrets.token_hex(3)
        log.error("reference %s: a question could not be counted, try %d: %s", reference, tries, trace(error))
        return Vain(tries)


async def close(turn: Turn, event: Due) -> None:
    """Closes the question once. Before the commit nothing is lost by a crash; after it, key destruction is repeated."""
    work = work_of(turn)
    asking = await rounds.question(work.connection, event.ref)
    if asking is None or asking.closed or await _waits_for_key(turn, work, asking):
        return
    if isinstance(turn.prepared, Vain):
        if await _gives_up(turn, work, asking, turn.prepared.tries):
            await _cancel(turn, work, asking)
        return
    full = await _held(work, asking) if asking.urn.seal else None
    if full and _waits_for_count(turn, full):
        return
    if not await _closed(turn, work, asking):
        return
    if full is None:
        await _end(turn, asking, "closed", "steward.closed")
        return
    await _publish(turn, work, full)
    turn.after(partial(_destroy_keys, work, asking.urn.ref))


async def _gives_up(turn: Turn, work: Work, asking: Asking, tries: int) -> bool:
    """Whether the round is to be cancelled. Before that it is tried without what may be at fault: groups, and teams in turn."""
    late = turn.now - asking.closes_at
    if tries < TRIES or late < LEAVES_OUT:
        return False
    parts = asking.by is not None or asking.turn is not None
    if not asking.uncounted and (parts or late >= GIVES_UP):
        await uncounted.leave_out(work.connection, asking)
        return not parts
    return late >= GIVES_UP


async def _closed(turn: Turn, work: Work, asking: Asking) -> bool:
    """Closes it, unless somebody else has."""
    if await rounds.closing(work.connection, asking.urn.ref, turn.now) is None:
        return False
    await uncounted.ended(work.connection, asking)
    await quiet.forget(work.connection, asking.urn.id)
    return True


async def _cancel(turn: Turn, work: Work, asking: Asking) -> None:
    """Ends a round of which nothing can be counted: nothing is read once more, and the keys are destroyed as at every close."""
    await rounds.hold(work.connection, asking)
    if await _closed(turn, work, asking):
        await _void(turn, work, asking)
        turn.after(partial(_destroy_keys, work, asking.urn.ref))


async def _void(turn: Turn, work: Work, asking: Asking) -> None:
    await ballots.destroy_ballots(work, asking.urn)
    await boxes.destroy(work, asking.urn)
    await _end(turn, asking, "void", "steward.void")


async def _held(work: Work, asking: Asking) -> Full:
    """The ballots, to which none is added any more: read once in this transaction."""
    await rounds.hold(work.connection, asking)
    return await _full(work, asking)


async def _waits_for_key(turn: Turn, work: Work, asking: Asking) -> bool:
    made = _made(turn)
    if not asking.urn.kept or (made and made.half) or isinstance(turn.prepared, Vain):
        return False
    return await _keeper_has_time(turn, work, asking)


def _waits_for_count(turn: Turn, full: Full) -> bool:
    """Results by groups, and those by team at a cycle's end, are attacked before they are published, which may take
    minutes. An answer that was on its way when they were counted is counted at the next look at the clock, so that nobody
    waits for that in a transaction. Where the keeper's key never came there is nothing to count."""
    made, asking = _made(turn), full.urn.asking
    if not (asking.by or asking.last_turn) or (asking.urn.kept and made is None):
        return False
    return not (made and made.mark == full.mark)


async def _keeper_has_time(turn: Turn, work: Work, asking: Asking) -> bool:
    """Ten days. After an hour stewards hear of it, and whoever answers back; people read it on Home."""
    if turn.now >= asking.closes_at + PATIENCE:
        return False
    asked = not isinstance(turn.prepared, NotGiven) or turn.prepared.asked
    if asked and turn.now >= asking.closes_at + second_keys.LATE:
        stewards = await directory.members(work.connection, directory.STEWARDS)
        for who in dict.fromkeys((asking.answerer, *(each.id for each in stewards))):
            turn.tell(Message(who, KEEPER_LATE, asking.round_ref, f"{asking.round_ref}:keeper", counts=False))
    return True


async def _publish(turn: Turn, work: Work, full: Full) -> None:
    """A lost key voids the round in plain words, and so does one that the keeper did not give; nothing is half shown."""
    made, asking = _made(turn), full.urn.asking
    if made is None or made.mark != full.mark:
        # An answer was on its way when the question closed; now none can come any more.
        made = await _counted(work, full, made.half if made else b"")
    if made.ready.counted.released is None:
        await _void(turn, work, asking)
        return
    await ballots.destroy_ballots(work, asking.urn)
    await boxes.destroy(work, asking.urn)
    await replies.put_in(work, made.ready)
    await releases.publish(work.connection, asking.urn.id, made.ready.counted.released, made.ready.written)
    await _end(turn, asking, "closed", "steward.closed")
    if full.held and made.came:
        await _goes_on(turn, full.held, made.came)


async def _goes_on(turn: Turn, held: Held, came: Came) -> None:
    """What a turn came to is handed to the next one; after the last, results by team are published beside its own."""
    work = work_of(turn)
    if came.end is None:
        await cycles.hand_on(work, held, came)
        return
    subject = {
        language: turn.speaking(language, "UTC")(w.BY_TEAM, subject=text)
        for language, text in held.asking.subject.items()
    }
    if ref := await summing.end(work, held, came.end, subject):
        turn.tell(Message(held.asking.answerer, "steward.closed", ref, f"{ref}:closed", counts=False))


async def _full(work: Work, asking: Asking) -> Full:
    """What is left out for good is not even read."""
    if asking.uncounted:
        return Full(await counting.urnful(work, replace(asking, by=None)), None)
    return Full(await counting.urnful(work, asking), await cycles.held(work, asking))


async def _counted(work: Work, full: Full, half: bytes) -> Counted:
    counted = await counting.count(work.secrets, full.urn, half)
    came = None
    if full.held and counted.released:
        came = await asyncio.to_thread(cycles.came, work.secrets, full.held, counted.by_team, half)
    return Counted(full.mark, await replies.ready(work, full.urn.asking, counted), came, half)


def _made(turn: Turn) -> Counted | None:
    return turn.prepared if isinstance(turn.prepared, Counted) else None


async def _end(turn: Turn, asking: Asking, stage: str, card: str) -> None:
    await rounds.set_stage(work_of(turn).connection, asking.round, stage)
    turn.tell(Message(asking.answerer, card, asking.round_ref, f"{asking.round_ref}:{stage}", counts=False))


async def _destroy_keys(work: Work, ref: str) -> None:
    """The record that they are gone is written by the next tick, which looks for keys that should not be there."""
    await asyncio.to_thread(ballots.destroy_keys, work.secrets, ref)
