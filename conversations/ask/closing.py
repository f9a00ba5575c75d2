"""The close of a question: ballots are opened once, in memory, one release is made, and the keys are destroyed."""

import asyncio
from functools import partial

from bot.conversation import Message, Turn
from bot.events import Due
from conversations.ask.rules import release
from storage import ballots, quiet, releases, rounds
from storage.rounds import Asking
from storage.work import Work, work_of


async def close(turn: Turn, event: Due) -> None:
    """Closes the question once. Before the commit nothing is lost by a crash; after it, key destruction is repeated."""
    work = work_of(turn)
    asking = await rounds.closing(work.connection, event.ref, turn.now)
    if asking is None:
        return
    await quiet.forget(work.connection, asking.urn.id)
    if asking.voice == "named":
        await _end(turn, asking, "closed", "steward.closed")
        return
    await _publish(turn, work, asking)
    turn.after(partial(_destroy_keys, work, asking.urn.ref))


async def _publish(turn: Turn, work: Work, asking: Asking) -> None:
    """A lost key voids the round in plain words; nothing is half shown."""
    try:
        opened = await ballots.open_all(work, asking.urn)
    except ballots.KeysLost:
        await ballots.destroy_ballots(work, asking.urn)
        await _end(turn, asking, "void", "steward.void")
        return
    await releases.publish(work.connection, asking.urn.id, release(opened, asking.threshold))
    await ballots.destroy_ballots(work, asking.urn)
    await _end(turn, asking, "closed", "steward.closed")


async def _end(turn: Turn, asking: Asking, stage: str, card: str) -> None:
    await rounds.set_stage(work_of(turn).connection, asking.round, stage)
    turn.tell(Message(asking.answerer, card, asking.round_ref, f"{asking.round_ref}:{stage}", counts=False))


async def _destroy_keys(work: Work, ref: str) -> None:
    """The record that they are gone is written by the next tick, which looks for keys that should not be there."""
    await asyncio.to_thread(ballots.destroy_keys, work.secrets, ref)
