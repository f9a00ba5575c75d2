"""The two addresses that people's own calendars fetch: one event, and all that somebody said yes to."""

import logging
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.calendar import EVENT_PATH, FEED_PATH, Entry, Finds, Which
from bot.mishap import trace

log = logging.getLogger("hearback.calendar")

LONGEST = 200
MEDIA = "text/calendar; charset=utf-8"
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "default-src 'none'",
}
ENDED = "This address has ended, or was never one. Open the event in Hearback again for a new one."
BROKEN = "Something went wrong on our side. Please try again in a minute."


def routes(finds: Finds) -> list[BaseRoute]:
    """Addresses that ended, that were revoked and that were made up are all not found, and look the same."""
    return [
        Route(EVENT_PATH + "{token}.ics", _serving("event", finds), methods=["GET"]),
        Route(FEED_PATH + "{token}.ics", _serving("feed", finds), methods=["GET"]),
    ]


def _serving(which: Which, finds: Finds) -> Callable[[Request], Awaitable[Response]]:
    async def serve(request: Request) -> Response:
        token = request.path_params["token"]
        try:
            found = await finds(which, token) if len(token) <= LONGEST else None
            return PlainTextResponse(ENDED, 404, HEADERS) if found is None else _file(which, found)
        except Exception as error:
            log.error("handing out a calendar: %s", trace(error))
            return PlainTextResponse(BROKEN, 500, HEADERS)

    return serve


def _file(which: Which, found: tuple[Entry, ...]) -> Response:
    from adapters.calendar.ics import calendar  # noqa: PLC0415 - imported when the first file is fetched

    named = {"Content-Disposition": 'attachment; filename="event.ics"'} if which == "event" else {}
    return Response(calendar(found), media_type=MEDIA, headers=HEADERS | named)
