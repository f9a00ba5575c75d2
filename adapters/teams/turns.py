"""What each kind of activity leads to: an event for the core, and its reply put back where the person is."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from adapters.teams import inbound, render, roster
from adapters.teams.activity import Json, bot_id, part, parts, place, team, tenant, words
from adapters.teams.connector import Answered, Connector
from adapters.teams.errands import Errands
from bot.events import Arrived, Close, Opened, Pressed, Replace, Said, Say, Show, Submitted, Visited
from bot.ports import Answers
from bot.ui import Card, Form

log = logging.getLogger("hearback.teams")

Known = Callable[[str, str], Awaitable[bool]]

MESSAGE = "application/vnd.microsoft.activity.message"


class TeamsTurns:
    """Implements `sdk.Takes`. The core answers before Teams is answered; messages leave afterwards."""

    def __init__(self, bot: Answers, connector: Connector, errands: Errands, *, app: str, known: Known) -> None:
        self._bot, self._connector, self._errands = bot, connector, errands
        self._app, self._known = app, known
        self._peopled = False
        self._reading: set[str] = set()

    async def message(self, activity: Json) -> None:
        await self._people_team(activity)
        spoken = inbound.spoken(activity)
        if isinstance(spoken, Said | Visited) and (here := inbound.present(activity)):
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
            await self._people_team(activity)
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
            case None:
                return {"statusCode": 200, "type": MESSAGE, "value": ""}

    async def _press_in_message(self, activity: Json, event: Pressed) -> None:
        """The button of an older client, which Teams delivers as a message: nothing can be said to one person alone."""
        match await self._bot.answer(event):
            case Say(card):
                self._say(activity, render.card(card))
            case Replace(card):
                self._replace(activity, render.card(card))
            case None:
                pass

    async def _press_in_dialog(self, activity: Json, event: Pressed) -> Json | None:
        match await self._bot.answer(event):
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

    async def _people_team(self, activity: Json) -> None:
        """A team that speaks to us while we know nobody: its installation was missed, so its people are read now."""
        if self._peopled or not team(activity):
            return
        if await self._known("teams", tenant(activity)):
            self._peopled = True
            return
        self._errands.run(self._read_roster(activity))

    async def _read_roster(self, activity: Json) -> None:
        """Teams announces one installation in several ways and in any order; one reading at a time is enough."""
        if team(activity) in self._reading:
            return
        self._reading.add(team(activity))
        try:
            async for person in roster.everyone(self._connector, activity):
                await self._bot.answer(person)
        finally:
            self._reading.discard(team(activity))


def _where(activity: Json) -> tuple[str, str]:
    return words(activity.get("serviceUrl")), words(part(activity.get("conversation")).get("id"))


def _log(answered: Answered) -> None:
    if not answered.well:
        log.warning("a message did not reach Teams: %s", answered.code)


def _shown(form: Form) -> Json:
    return {"task": {"type": "continue", "value": render.dialog(form)}}


def _told(card: Card) -> Json:
    return {"task": {"type": "message", "value": render.sentence(card)}}
