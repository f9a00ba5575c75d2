"""Says what a Slack answer is made of: the same answer begun further and further outside, and what each layer adds."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from slack_bolt.async_app import AsyncBoltRequest

from adapters.slack import inbound, verify, web
from adapters.slack.bolt import bolt_app
from adapters.slack.turn import Turns
from benchmarks.asgi import Asgi, Posted, post
from benchmarks.figure import Figure
from benchmarks.timing import Act, in_turns
from benchmarks.workplace import Workplace
from bot.conversation import Person
from bot.events import Submitted
from storage import ballots, rounds
from storage.ballots import Ballot, Urn
from storage.rounds import Asking
from storage.work import Work

Given = TypeVar("Given")
COMMENT = "The rota came out on time again, thank you."


class Layers:
    """Each method answers one request from one layer inwards; a layer's price is its own less that of the one within."""

    def __init__(self, place: Workplace, ours: Asgi, floor: Asgi) -> None:
        self._works, self._clock, self._ours, self._floor = place.works, place.clock, ours, floor
        client = web.client("xoxb-bench", "https://slack.com/api/")
        self._turns = Turns(place.works.bot, client, _no_time)
        self._bolt = bolt_app(client, self._turns)

    def acts(self, posted: Iterator[Posted], number: int) -> dict[str, Act]:
        """From the inside to the outside; the floor comes first."""

        def over(read: Callable[[Posted], Given], act: Callable[[Given], Any]) -> Act:
            made = [read(one) for one in itertools.islice(posted, number)]
            return lambda: act(made.pop())

        return {
            "floor": over(lambda one: one, lambda one: post(self._floor, one)),
            "a seen event written, committed to disk": over(self._event, self._seen),
            "who it is": over(self._event, self._met),
            "which question": over(self._event, self._asked),
            "the ballot sealed and put in": over(self._event, self._cast),
            "the core and the conversation": over(self._event, self._works.bot.answer),
            "reading the payload, drawing the reply": over(_payload, self._turns.take),
            "slack-bolt": over(_payload, self._dispatched),
            "Starlette, signature, form, JSON": over(lambda one: one, lambda one: post(self._ours, one)),
        }

    def _event(self, posted: Posted) -> Submitted:
        event = inbound.event(_payload(posted), self._works.bot.opens)
        if not isinstance(event, Submitted):
            raise TypeError("this is no answer")
        return event

    async def _seen(self, event: Submitted) -> None:
        async with self._works.ledger.begin() as work:
            await self._works.ledger.first_time(work, event.id, self._clock.now())

    async def _met(self, event: Submitted) -> None:
        async with self._works.ledger.begin() as work:
            await self._who(work, event)

    async def _asked(self, event: Submitted) -> None:
        async with self._works.ledger.begin() as work:
            await self._what(work, event, await self._who(work, event))

    async def _cast(self, event: Submitted) -> None:
        async with self._works.ledger.begin() as work:
            person = await self._who(work, event)
            asking = await self._what(work, event, person)
            await _put_in(work, asking.urn, person)

    async def _who(self, work: Work, event: Submitted) -> Person:
        await self._works.ledger.first_time(work, event.id, self._clock.now())
        person = await self._works.ledger.meet(work, event.account)
        if person is None:
            raise LookupError("nobody is here")
        return person

    async def _what(self, work: Work, event: Submitted, person: Person) -> Asking:
        asking = await rounds.asked_of(work.connection, event.ref, person.id, hold=True)
        if asking is None:
            raise LookupError("nothing was asked")
        return asking

    async def _dispatched(self, payload: dict[str, Any]) -> None:
        await self._bolt.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))


async def measure(layers: Layers, posted: Iterator[Posted], *, turns: int, each: int) -> list[Figure]:
    """One row for each layer, in multiples of the floor."""
    spent = await in_turns(layers.acts(posted, turns * each + 1), turns=turns, each=each)
    names = list(spent)
    figures, inner = [], 0.0
    for name in names[1:]:
        whole = spent[name].times(spent["floor"])
        figures.append(Figure(f"  - {name}", whole - inner, "x", note=f"{spent[name].cpu_ms:.2f} ms so far"))
        inner = whole
    return figures


async def _put_in(work: Work, urn: Urn, person: Person) -> None:
    await ballots.cast(work, urn, person.id, Ballot(None, {"overall": "7"}, COMMENT))


def _payload(posted: Posted) -> dict[str, Any]:
    return verify.payload(posted.headers["content-type"], posted.body)


async def _no_time(_seconds: float) -> None:
    """Nothing is called here, so nothing is waited for."""
