"""The one pipeline: an event comes in, the right plain function answers it inside one transaction, a reply goes out.

Everything that every conversation needs is here and readable on one screen: seen before, who acted, which function,
what is told to others, and the one place where an error becomes a polite sentence with a reference.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from bot import sentences
from bot.conversation import Conversation, HomeParts, Issue, NotePart, Person, Plan, Turn
from bot.events import (
    Account,
    Arrived,
    Due,
    Event,
    Opened,
    Pressed,
    Reply,
    Said,
    Say,
    Show,
    Submitted,
    Uninstalled,
    Visited,
    Welcome,
    readable,
)
from bot.forms import OpenForms
from bot.mishap import Refusal, logged
from bot.pictures import Place, addressed, nowhere, with_addresses
from bot.ports import Clock, Store
from bot.settings import House
from bot.traceless import Traceless
from bot.ui import Card, Form, Home, Text
from bot.words import Speaking, Words


class Bot:
    """Answers events with the conversations it was given. One per process; implements `ports.Answers`."""

    def __init__(
        self,
        conversations: Sequence[Conversation],
        *,
        store: Store,
        clock: Clock,
        house: House,
        speaking: Speaking,
        wake: Callable[[], None] = lambda: None,
        pictures: Place = nowhere,
    ) -> None:
        self._conversations = tuple(conversations)
        self._actions = {
            (kind, action): (conversation, function)
            for conversation in conversations
            for kind, table in _tables(conversation)
            for action, function in table.items()
        }
        self._store, self._clock, self._house, self._speaking = store, clock, house, speaking
        self._wake, self._pictures = wake, pictures
        self._forms = OpenForms()
        self._traceless = Traceless(clock, self._plain_words, lambda: self._turn(store.beside(), None))

    def opens(self, action: str) -> bool:
        """Whether this action opens a form."""
        return (Opened, action) in self._actions

    async def answer(self, event: Event) -> Any:
        """The reply to this event; `ports.Answers` says which reply which event may have. Never raises."""
        try:
            reply = await self._answer(event)
        except Refusal as refusal:
            reply = self._sorry(event, refusal.sentence)
        except Exception as error:
            reply = self._sorry(event, self._plain_words()(sentences.BROKEN, reference=logged(event, error)))
        if isinstance(reply, Show) and reply.form.action and isinstance(event, Opened | Submitted):
            self._remember(event, reply.form)
        return with_addresses(reply, self._pictures)

    async def draw(self, work: object, name: str, ref: str, reader: Person | None) -> Card | None:
        """The card `name` as it is true now, in the reader's words, or in the house's where many read it; None when it is no
        longer wanted."""
        for conversation in self._conversations:
            if name in conversation.cards:
                card = await conversation.cards[name](self._turn(work, reader), ref)
                return addressed(card, self._pictures) if card else None
        raise LookupError(f"no conversation draws the card {name}")

    async def _answer(self, event: Event) -> Reply:
        event = readable(event)
        match event:
            case Pressed() | Opened() | Submitted() | Due():
                name = event.name if isinstance(event, Due) else event.action
                conversation, function = self._actions.get((type(event), name), (None, _nowhere))
                if conversation and conversation.traceless and not isinstance(event, Due):
                    return await self._traceless.answer(conversation, event, function)
                return await self._in_transaction(event, function)
            case Said():
                return await self._in_transaction(event, self._hears(event))
            case Visited():
                return await self._in_transaction(event, self._home)
            case Arrived():
                return await self._in_transaction(event, self._arrive)
            case Uninstalled():
                return await self._in_transaction(event, self._uninstall)

    def _hears(self, event: Said) -> Any:
        """What answers this: in a group or a channel the one word that a conversation knows, else always the same."""
        [usual] = [c.said for c in self._conversations if c.said]
        word = event.text.strip().casefold() if event.place != "direct" else ""
        return next((c.aloud[word] for c in self._conversations if word in c.aloud), usual)

    def _remember(self, event: Opened | Submitted, form: Form) -> None:
        conversation, _ = self._actions.get((type(event), event.action), (None, None))
        if not (conversation and conversation.traceless):
            self._forms.remember(event.account, form)

    async def _in_transaction(self, event: Event, function: Callable[..., Awaitable[Any]]) -> Reply:
        now, prepared = self._clock.now(), await self._prepared(event)
        async with self._store.begin() as work:
            if (seen := _event_id(event)) and not await self._store.first_time(work, seen, now):
                return await self._again(work, event)
            person = None
            if isinstance(event, Pressed | Opened | Submitted | Said | Visited):
                person = await self._store.meet(work, _known_way(event))
            turn = self._turn(work, person)
            turn.prepared = prepared
            if person is None and isinstance(event, Pressed | Opened | Submitted | Visited | Said):
                raise Refusal(turn.words(sentences.STRANGER, operator=self._house.operator))
            reply = cast(Reply, await function(turn, event))
            if turn.messages:
                await self._store.put(work, turn.messages, now)
        for act in turn.afterwards:
            await act()
        if turn.messages:
            self._wake()
        return reply

    async def _again(self, work: object, event: Event) -> Reply:
        """To a form that is delivered a second time: the first answer may have been lost, and nothing of it was kept. So
        it is said again where it can be drawn from what is true; else the form stays open, with its words."""
        if not isinstance(event, Submitted):
            return None
        conversation, _ = self._actions.get((Submitted, event.action), (None, _nowhere))
        draws = conversation.again.get(event.action) if conversation else None
        turn = self._turn(work, await self._store.meet(work, _known_way(event)))
        drawn = await draws(turn, event) if draws and turn.person else None
        return drawn or Show(self._forms.again(event, turn.words, turn.words(sentences.RECEIVED)))

    async def _prepared(self, event: Event) -> object:
        if not isinstance(event, Due):
            return None
        found = next((c.prepares[event.name] for c in self._conversations if event.name in c.prepares), None)
        return await found(self._store.begin, event) if found else None

    async def _home(self, turn: Turn, _event: Visited) -> Reply:
        return Welcome(await turn.home())

    async def _arrive(self, turn: Turn, event: Arrived) -> Reply:
        await self._store.arrive(turn.work, event, turn.now)
        return None

    async def _uninstall(self, turn: Turn, event: Uninstalled) -> Reply:
        await self._store.close_lane(turn.work, event.platform, event.tenant, turn.now)
        return None

    def _turn(self, work: object, person: Person | None) -> Turn:
        words = self._speaking(person.language, person.zone) if person else self._plain_words()

        async def home() -> Home:
            parts: list[HomeParts] = [await c.home(turn) for c in self._conversations if c.home]
            [frame] = [c.frame for c in self._conversations if c.frame]
            return await frame(turn, tuple(parts))

        async def note(issue: Issue) -> tuple[NotePart, ...]:
            parts = [await c.note(turn, issue) for c in self._conversations if c.note]
            return tuple(part for each in parts for part in each)

        async def preview(plan: Plan) -> Form:
            [shown] = [c.preview for c in self._conversations if c.preview]
            return await shown(turn, plan)

        turn = Turn(self._clock.now(), person, words, self._house, work, self._speaking, home, note, preview)
        return turn

    def _plain_words(self) -> Words:
        return self._speaking(self._house.language, self._house.zone)

    def _sorry(self, event: Event, sentence: str) -> Reply:
        words = self._plain_words()
        match event:
            case Submitted():
                return Show(self._forms.again(event, words, sentence))
            case Visited():
                return Welcome(Home("Hearback", (Text(sentence),)))
            case Pressed() | Opened() | Said():
                return Say(Card(sentence, (Text(sentence),)))
            case Arrived() | Uninstalled() | Due():
                return None


def _tables(conversation: Conversation) -> tuple[tuple[type, Mapping[str, Callable[..., Awaitable[Any]]]], ...]:
    return (
        (Pressed, conversation.presses),
        (Opened, conversation.opens),
        (Submitted, conversation.submits),
        (Due, conversation.dues),
    )


def _event_id(event: Event) -> str:
    """Empty for what may be repeated: opening a form or Home reads only, and the clock's own events decide by facts."""
    return "" if isinstance(event, Opened | Visited | Due) else event.id


def _known_way(event: Pressed | Opened | Submitted | Said | Visited) -> Account:
    """How to reach somebody is learnt when they write, never when they answer: the change would stand beside the answer."""
    told = isinstance(event, Said | Visited) or not event.account.reach
    return event.account if told else replace(event.account, reach="")


async def _nowhere(turn: Turn, _event: Event) -> Reply:
    raise Refusal(turn.words(sentences.NOWHERE))
