"""Takes one payload through one turn of the bot, and carries out what has to follow, after Slack has its answer."""

import asyncio
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import inbound, replies, web
from adapters.slack.replies import Call, Respond
from adapters.slack.sender import outcome
from bot import sentences
from bot.events import Event, Pressed, Submitted, Visited
from bot.mishap import trace
from bot.ports import Answers, Throttled
from bot.words import Words

Pause = Callable[[float], Awaitable[Any]]

log = logging.getLogger("hearback.slack")

LONGEST_WAIT = 60.0
PATIENCE = 10.0  # seconds that are given to unfinished calls when the door closes
_POINTER = re.compile(r"json-pointer:([\w/.-]+)")


class Turns:
    """Answers payloads, and keeps hold of the calls that follow."""

    def __init__(self, bot: Answers, client: AsyncWebClient, pause: Pause) -> None:
        self._bot, self._client, self._pause = bot, client, pause
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, payload: Mapping[str, Any]) -> dict[str, Any] | None:
        """What Slack's request is answered with. Never raises: a lost answer shows as a failure in Slack."""
        try:
            event = inbound.event(payload, self._bot.opens)
            return await self._answered(payload, event) if event else None
        except Exception as error:
            reference = _logged(error)
            if payload.get("type") != "view_submission":
                return None
            return replies.sorry(payload, Words()(sentences.BROKEN, reference=reference))

    async def settled(self) -> None:
        """Waits for all calls, and for the calls that they lead to."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def finish(self) -> None:
        """Gives the last calls a moment, then lets go of them."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE)
        for task in tuple(self._tasks):
            task.cancel()

    async def _answered(self, payload: Mapping[str, Any], event: Event) -> dict[str, Any] | None:
        reply = await self._bot.answer(event)
        answer = replies.answer(payload, event, reply)
        if answer.after:
            self._later(self._do(answer.after))
        if isinstance(event, Pressed | Submitted) and replies.changes_home(payload, event, reply):
            self._later(self._visit(Visited(f"{event.id}:home", event.account)))
        return answer.body

    async def _visit(self, event: Visited) -> None:
        """Home as it is now, for one who is looking at it."""
        answer = replies.answer({}, event, await self._bot.answer(event))
        await self._do(answer.after)

    async def _do(self, calls: tuple[Call | Respond, ...]) -> None:
        for call in calls:
            match call:
                case Call():
                    await self._call(call)
                case Respond(url, body):
                    await self._respond(url, body)

    async def _call(self, call: Call) -> None:
        """Once; and once more after "too many calls", which is the one refusal that promises that nothing was done.

        A trigger to open a form has died by then, so only messages and Home wait.
        """
        try:
            await self._client.api_call(call.method, json=call.arguments)
        except SlackApiError as error:
            told = outcome(error)
            if not isinstance(told, Throttled) or call.method == "views.open":
                raise
            await self._pause(min(told.seconds, LONGEST_WAIT))
            await self._client.api_call(call.method, json=call.arguments)

    async def _respond(self, url: str, body: dict[str, Any]) -> None:
        session = self._client.session or web.session()
        async with session.post(url, json=body, proxy=web.proxy(url)) as answer:
            answer.raise_for_status()

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(_guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _guarded(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except SlackApiError as error:
        log.warning("Slack refused a call: %s", refusal(error))
    except Exception as error:
        _logged(error)


def refusal(error: SlackApiError) -> str:
    """The code of Slack's refusal, and which parts of our JSON it disliked; never what stood in them."""
    data = getattr(error.response, "data", None)
    found: Mapping[str, Any] = data if isinstance(data, dict) else {}
    places = _POINTER.findall(str(found.get("response_metadata"))) + _POINTER.findall(str(found.get("errors")))
    return " at ".join([str(found.get("error") or "no JSON"), *places])


def _logged(error: Exception) -> str:
    """Logs class and place of an error, never its words."""
    reference = secrets.token_hex(3)
    log.error("reference %s: %s", reference, trace(error))
    return reference
