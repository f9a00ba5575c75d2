"""Who may do what with an event: asked of the database each time, and a refusal says what to do instead."""

from collections.abc import Sequence

from bot.conversation import Turn
from bot.mishap import Refusal
from conversations.meet import words as w
from conversations.meet import words_plan as p
from storage.events import event as events
from storage.events.event import Audience, Event
from storage.work import work_of

REF = 32


async def invited(turn: Turn, ref: str) -> Event:
    """An event that was announced to this person. What was never one looks the same as what is not theirs (P6)."""
    found = await events.seen_by(work_of(turn).connection, ref, turn.somebody.id) if len(ref) == REF else None
    if found is None:
        raise Refusal(turn.words(w.GONE))
    if not found.on:
        raise Refusal(turn.words(w.OFF, name=found.plan.name))
    return found


async def led(turn: Turn, ref: str, *, also_cancelled: bool = False) -> Event:
    """An event that this person may change, and that has not been cancelled, unless that is wanted too."""
    found = await events.led_by(work_of(turn).connection, ref, turn.somebody.id) if len(ref) == REF else None
    if found is None:
        raise Refusal(turn.words(w.GONE))
    if found.state == "cancelled" and not also_cancelled:
        raise Refusal(turn.words(w.OFF, name=found.plan.name))
    return found


async def audiences(turn: Turn) -> Sequence[Audience]:
    """To whom this person may announce something; whoever leads nothing is told who can."""
    found = await events.audiences(work_of(turn).connection, turn.somebody.id)
    if not found:
        raise Refusal(turn.words(p.NOBODY_YET))
    return found
