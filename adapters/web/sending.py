"""Messages that Hearback writes first: each is laid into the person's mailbox, once."""

import logging
from collections.abc import Callable

from adapters.web.kept import to_json
from adapters.web.live import Live
from adapters.web.rooms import PLATFORM, TENANT, direct
from bot.ports import Clock, Letter, Mailbox, Missing, Refused, Sent, Unsure

log = logging.getLogger("hearback.web")


class WebSender:
    """The way to write to a seeded person; implements `ports.Sender`."""

    def __init__(self, mailbox: Mailbox, clock: Clock, live: Live, noticed: Callable[[str], None]) -> None:
        self._mailbox, self._clock, self._live, self._noticed = mailbox, clock, live, noticed

    async def send(self, letter: Letter) -> Sent | Refused | Unsure:
        if (letter.account.platform, letter.account.tenant) != (PLATFORM, TENANT):
            return Refused("not_here")
        place = letter.account.id if letter.aloud else direct(letter.account.id).address
        try:
            kept = await self._mailbox.keep(place, self._clock.now(), to_json(letter.card), letter.key)
        except Exception as error:
            log.error("a message could not be kept: %s", type(error).__name__)
            return Unsure(type(error).__name__)
        if not letter.aloud:
            self._noticed(letter.account.id)
        self._live.changed(place)
        return Sent(kept)

    async def find(self, letter: Letter) -> Sent | Missing | Unsure:
        try:
            kept = await self._mailbox.holds(letter.key)
        except Exception as error:
            log.error("a message could not be looked for: %s", type(error).__name__)
            return Unsure(type(error).__name__)
        return Sent(kept) if kept else Missing()
