"""What each kind of activity leads to: an event for the core, and its reply put back where the person is."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from adapters.teams import inbound, render, roster
from adapters.teams.activity import Json, bot_id, part, parts, place, team, words
from adapters.teams.connector import Answered, Connector
from adapters.teams.errands import Errands
from bot.events import Account, Arrived, Close, Opened, Pressed, Replace, Said, Say, Show, Submitted, Visited
from bot.ports import Answers
from bot.ui import Card, Form

log = logging.getLogger("hearback.teams")

Known = Callable[[Account], Awaitable[bool]]
"""Whether somebody is in the directory."""

MESSAGE = "application/vnd.microsoft.activity.message"


class TeamsTurns:
    """Implements `sdk.Takes`. The core answers before Teams is answered; messages leave afterwards."""

    def __init__(self, bot: Answers, connector: Connector, errands: Errands, *, app: str, known: Known) -> None:
        self._bot, self._connector, self._errands = bot, connector, errands
        self._app, self._known = app, known
        self._reading, self._read = set[str](), set[str]()

    async def message(self, activity: Json) -> None:
        self._people_team(activity)
        spoken = inbound.spoken(activity)
        if isinstance(spoken, Said | Visited) and (here := await self._present(activity)):
            await self._bot.answer(here)
        match spoken:
            case Visited() as event:
                if welcome := await self._bot.answer(event):
                    self._say(activity, render.home(welcome.home))
            case Said() as event:
                if said := await self._bot.answer(event):
                    self._say(activity, render.card(said.card))
            case Pressed() as event:
                await self._press_in_message(activity, event)
            case None:
                pass

    async def invoke(self, activity: Json) -> Json | None:
        on_card = activity.get("name") == "adaptiveCard/action"
        match inbound.invoked(activity):
            case Pressed() as event:
                return await (self._press(activity, event) if on_card else self._press_in_dialog(activity, event))
            case Opened() as event:
                return await self._open(event)
            case Submitted() as event:
                return await self._submit(activity, event)
            case None:
                return None

    async def members(self, activity: Json) -> None:
        added = [words(person.get("id")) for person in parts(activity.get("membersAdded"))]
        if bot_id(self._app) in added:
            self._people_team(activity)
        self._announce(activity, inbound.joined(activity))
        for gone in inbound.left(activity):
            self._errands.run(self._leave(gone))

    async def installed(self, activity: Json) -> None:
        if team(activity):
            self._errands.run(self._read_roster(activity))
        self._announce(activity, inbound.joined(activity))

    async def _press(self, activity: Json, event: Pressed) -> Json:
        """A card's button. Elsewhere than in their own chat, what is said to a person is shown to them alone."""
        match await self._bot.answer(event):
            case Replace(card):
                drawn = render.card(card)
                self._replace(activity, drawn)
                return {"statusCode": 200, "type": render.CONTENT_TYPE, "value": drawn.content}
            case Say(card) if place(activity) == "direct":
                self._say(activity, render.card(card))
                return {"statusCode": 200, "type": MESSAGE, "value": ""}
            case Say(card):
                return {"statusCode": 200, "type": MESSAGE, "value": render.sentence(card)}
            case Show(form):  # no dialog can open from here, and no button of a message leads to one
                return {"statusCode": 200, "type": MESSAGE, "value": form.title}
            case None:
                return {"statusCode": 200, "type": MESSAGE, "value": ""}

    async def _press_in_message(self, activity: Json, event: Pressed) -> None:
        """The button of an older client, which Teams delivers as a message: nothing can be said to one person alone."""
        match await self._bot.answer(event):
            case Say(card):
                self._say(activity, render.card(card))
            case Replace(card):
                self._replace(activity, render.card(card))
            case Show() | None:
                pass

    async def _press_in_dialog(self, activity: Json, event: Pressed) -> Json | None:
        match await self._bot.answer(event):
            case Show(form):
                return _shown(form)
            case Replace(card) | Say(card):
                return self._after_dialog(activity, card)
            case None:
                return None

    async def _open(self, event: Opened) -> Json | None:
        match await self._bot.answer(event):
            case Show(form):
                return _shown(form)
            case Say(card):
                return _told(card)
            case None:
                return None

    async def _submit(self, activity: Json, event: Submitted) -> Json | None:
        match await self._bot.answer(event):
            case Show(form):
                return _shown(form)
            case Say(card):
                return self._after_dialog(activity, card)
            case Close() | None:
                return None

    def _after_dialog(self, activity: Json, card: Card) -> Json | None:
        """In their own chat a message follows the closed dialog; elsewhere the dialog says it, to them alone."""
        if place(activity) != "direct":
            return _told(card)
        self._say(activity, render.card(card))
        return None

    def _say(self, activity: Json, drawn: render.Drawn) -> None:
        self._errands.run(self._post(activity, drawn))

    async def _post(self, activity: Json, drawn: render.Drawn) -> None:
        service, conversation = _where(activity)
        _log(await self._connector.post_patiently(service, conversation, drawn.message()))

    def _replace(self, activity: Json, drawn: render.Drawn) -> None:
        """The answer to a press changes the card for a moment and for one person; this changes the message itself."""
        if message := words(activity.get("replyToId")):
            self._errands.run(self._put(activity, message, drawn))

    async def _put(self, activity: Json, message: str, drawn: render.Drawn) -> None:
        service, conversation = _where(activity)
        _log(await self._connector.put_patiently(service, conversation, drawn.message() | {"id": message}))

    def _announce(self, activity: Json, people: tuple[Arrived, ...]) -> None:
        for person in people:
            self._errands.run(self._arrive(activity, person))

    async def _arrive(self, activity: Json, person: Arrived) -> None:
        if complete := await roster.completed(self._connector, activity, person):
            await self._bot.answer(complete)

    async def _leave(self, person: Arrived) -> None:
        """Leaving one team is not leaving the workplace: only somebody whom the bot cannot reach any more has left."""
        if await roster.out_of_reach(self._connector, person):
            await self._bot.answer(replace(person, account=replace(person.account, reach="")))

    async def _present(self, activity: Json) -> Arrived | None:
        """Whoever writes in their own chat works here, unless nobody knows them and the roster says that they are a guest."""
        here = inbound.present(activity)
        if here is None or await self._known(here.account):
            return here
        return None if await roster.is_guest(self._connector, activity) else here

    def _people_team(self, activity: Json) -> None:
        """A team that speaks to us has its people read once since the bot started: its installation may have been missed,
        and an earlier reading may have broken off half-way."""
        if team(activity) and team(activity) not in self._read:
            self._errands.run(self._read_roster(activity))

    async def _read_roster(self, activity: Json) -> None:
        """Teams announces one installation in several ways and in any order; one reading at a time is enough."""
        here = team(activity)
        if here in self._reading:
            return
        self._reading.add(here)
        try:
            async for person in roster.everyone(self._connector, activity):
                await self._bot.answer(person)
            self._read.add(here)
        except roster.BrokenOff as broken:
            log.warning("a roster broke off (%s); it is read again when the team next speaks to us", broken)
        finally:
            self._reading.discard(here)


def _where(activity: Json) -> tuple[str, str]:
    return words(activity.get("serviceUrl")), words(part(activity.get("conversation")).get("id"))


def _log(answered: Answered) -> None:
    if not answered.well:
        log.warning("a message did not reach Teams: %s", answered.code)


def _shown(form: Form) -> Json:
    return {"task": {"type": "continue", "value": render.dialog(form)}}


def _told(card: Card) -> Json:
    return {"task": {"type": "message", "value": render.sentence(card)}}
