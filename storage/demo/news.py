"""What becomes of promises in the made-up organisation: whoever made them says more about each, and gives news in time."""

from datetime import date, datetime, timedelta
from uuid import uuid4

from bot.events import Account, Show, Submitted
from bot.ports import Answers
from bot.ui import Open, buttons
from bot.values import dataclass
from storage.demo.organisation import Answered, Happened

SOON = timedelta(days=21)
NO_OBJECTIVE = -1


@dataclass(frozen=True, slots=True)
class Waiting:
    """News that is given at this instant, of the promise with this ref."""

    at: datetime
    ref: str
    what: Happened
    due_on: date


async def more_said(bot: Answers, who: Account, sent: object, answered: Answered, *, at: datetime) -> list[Waiting]:
    """Says in which role it is kept and what it is for; returns what there will be to tell of it. `sent` is the reply to
    the answer."""
    shown = buttons(sent.form) if isinstance(sent, Show) else ()
    refs = [each.ref for each in shown if isinstance(each, Open) and each.action == "commitments.more"]
    for ref in refs:
        objective = str(answered.objective) if answered.objective != NO_OBJECTIVE else ""
        values = {"role": answered.role, "objective": objective}
        await bot.answer(Submitted(uuid4().hex, who, "commitments.more", ref, values))
    by = (at + timedelta(days=answered.days)).date()
    return [_waiting(ref, each, at, by) for ref in refs for each in answered.news]


async def tell(bot: Answers, who: Account, waiting: list[Waiting], at: datetime) -> None:
    """Gives the news whose time has come, and takes it off the list."""
    for each in [each for each in waiting if each.at <= at]:
        waiting.remove(each)
        next_on = (at + timedelta(days=each.what.next or SOON.days)).date()
        days = {"due_on": each.due_on.isoformat(), "next_on": next_on.isoformat()}
        values = {"what": each.what.text, "state": each.what.state, **days}
        await bot.answer(Submitted(uuid4().hex, who, "commitments.news", each.ref, values))


def _waiting(ref: str, what: Happened, at: datetime, by: date) -> Waiting:
    due_on = (at + timedelta(days=what.due)).date() if what.due else by
    return Waiting(at + timedelta(days=what.after), ref, what, due_on)
