"""Writes to one person first: the chat that is known, or the one that Teams opens for us."""

import asyncio

from adapters.teams import render
from adapters.teams.activity import Reference, reference, served
from adapters.teams.connector import Answered, Connector, Cut
from adapters.teams.credentials import NoToken
from bot.ports import Letter, Missing, Refused, Sent, Throttled, Unsure
from bot.settings import TeamsDoor

LONGEST = 24.0
WITHOUT_TOKEN = 30.0


class TeamsSender:
    """`bot.ports.Sender` for Teams. Never retries by itself, except once with a new token when the old one was refused.

    A bot cannot read its own messages back, so `find` answers `Missing`: a message to a person whose sending was cut off
    may be shown twice. Questions bear that, because a second answer takes the place of the first. A channel does not bear
    it: there `find` is `Unsure`, and it is not sent again.
    """

    def __init__(self, connector: Connector, settings: TeamsDoor) -> None:
        self._connector, self._settings = connector, settings

    async def send(self, letter: Letter) -> Sent | Throttled | Refused | Unsure:
        known = reference(letter.account.reach)
        if known is None or known.tenant != letter.account.tenant:
            return Refused("no reference")
        if not served(known.service, self._settings.service_hosts, loopback=self._settings.unverified):
            return Refused("unknown service")
        try:
            async with asyncio.timeout(LONGEST):
                return await self._send(known, letter)
        except TimeoutError:
            return Unsure("timeout")
        except Cut as cut:
            return Unsure(cut.code)
        except NoToken:
            return Throttled(WITHOUT_TOKEN)  # nothing was sent: the whole lane waits until we may speak again

    async def find(self, letter: Letter) -> Sent | Missing | Throttled | Unsure:
        return Unsure("not to be read back") if letter.aloud else Missing()

    async def _send(self, known: Reference, letter: Letter) -> Sent | Throttled | Refused | Unsure:
        conversation = known.conversation
        if not conversation:
            opened = await self._connector.open_chat(known.service, known.user, known.tenant)
            if not opened.well:
                return _trouble(opened)
            conversation = str(opened.body.get("id") or "")
            if not conversation:
                return Unsure("no conversation")
        answered = await self._connector.post(known.service, conversation, render.card(letter.card).message())
        if not answered.well:
            return _trouble(answered)
        found = Reference(known.service, known.user, known.tenant, conversation)
        return Sent(str(answered.body.get("id") or ""), found.text() if found != known else "")


def _trouble(answered: Answered) -> Throttled | Refused | Unsure:
    """Only what surely did not arrive may be told apart from what perhaps did."""
    if answered.status in (412, 429):
        return Throttled(answered.wait)
    if answered.status >= 500 or answered.status == 408 or answered.status < 400:
        return Unsure(answered.code)
    return Refused(answered.code, gone=answered.status in (403, 404))
