"""The close of a question: ballots are opened once, in memory, one release is made, and the keys are destroyed."""

import asyncio
from functools import partial

from bot.conversation import Begins, Message, Turn
from bot.events import Due
from storage import ballots, counting, quiet, releases, replies, rounds
from storage.replies import Ready
from storage.rounds import Asking
from storage.work import Work, as_work, work_of


async def count(begin: Begins, event: Due) -> Ready | None:
    """The slow work, before the transaction that publishes: counting holds up nobody who answers something else."""
    async with begin() as opened:
        work = as_work(opened)
        asking = await rounds.question(work.connection, event.ref)
        if asking is None or asking.voice != "unlinked":
            return None
        full = await counting.urnful(work, asking)
    return await replies.ready(work, asking, await counting.count(work.secrets, full))


async def close(turn: Turn, event: Due) -> None:
    """Closes the question once. Before the commit nothing is lost by a crash; after it, key destruction is repeated."""
    work = work_of(turn)
    if await _has_to_wait(turn, work, event.ref):
        return
    asking = await rounds.closing(work.connection, event.ref, turn.now)
    if asking is None:
        return
    await quiet.forget(work.connection, asking.urn.id)
    if asking.voice == "named":
        await _end(turn, asking, "closed", "steward.closed")
        return
    await _publish(turn, work, asking)
    turn.after(partial(_destroy_keys, work, asking.urn.ref))


async def _has_to_wait(turn: Turn, work: Work, ref: str) -> bool:
    """Results by groups are attacked before they are published, which may take minutes. An answer that was on its way
    when they were counted is counted at the next look at the clock, so that nobody waits for that in a transaction."""
    asking = await rounds.question(work.connection, ref)
    if asking is None or asking.by is None or asking.closed or not asking.urn.seal:
        return False
    await rounds.hold(work.connection, asking)
    made, full = turn.prepared, await counting.urnful(work, asking)
    return not (isinstance(made, Ready) and made.counted.ballots == full.mark)


async def _publish(turn: Turn, work: Work, asking: Asking) -> None:
    """A lost key voids the round in plain words; nothing is half shown."""
    made, full = turn.prepared, await counting.urnful(work, asking)
    if not isinstance(made, Ready) or made.counted.ballots != full.mark:
        # An answer was on its way when the question closed; now none can come any more.
        made = await replies.ready(work, asking, await counting.count(work.secrets, full))
    if made.counted.released is None:
        await ballots.destroy_ballots(work, asking.urn)
        await _end(turn, asking, "void", "steward.void")
        return
    await replies.put_in(work, made)
    await releases.publish(work.connection, asking.urn.id, made.counted.released, made.written)
    await ballots.destroy_ballots(work, asking.urn)
    await _end(turn, asking, "closed", "steward.closed")


async def _end(turn: Turn, asking: Asking, stage: str, card: str) -> None:
    await rounds.set_stage(work_of(turn).connection, asking.round, stage)
    turn.tell(Message(asking.answerer, card, asking.round_ref, f"{asking.round_ref}:{stage}", counts=False))


async def _destroy_keys(work: Work, ref: str) -> None:
    """The record that they are gone is written by the next tick, which looks for keys that should not be there."""
    await asyncio.to_thread(ballots.destroy_keys, work.secrets, ref)
