"""What every request of a program passes before it is answered: an open door, no page of another site, a token, the pace."""

import logging
import time
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.api.pace import Pace
from bot.exports import Exports
from bot.mishap import trace

log = logging.getLogger("hearback.api")

STRANGERS = ""
"""The name of the bucket of everybody whose token is not known. Their requests never slow down those who have one."""
LONGEST_TOKEN = 200
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'",
}
NOTHING = "There is nothing at this address. /api/v1/openapi.json lists what there is."
METHOD = "This API can only be read: use GET."
PAGES = "Pages in a browser cannot read this API. Ask from a server or from the tool itself."
TOKEN = "Send a valid token: Authorization: Bearer TOKEN. Whoever runs Hearback can make one."
SLOWLY = "Too many requests. Try again in {seconds} seconds."
BROKEN = "Something went wrong on our side. Please try again in a minute."

Answer = Callable[[Request], Awaitable[Response]]


def problem(status: int, why: str, **headers: str) -> Response:
    """A refusal: `error` is one sentence for whoever reads it."""
    return JSONResponse({"error": why}, status, headers)


class Guard:
    """Stands before every address of the API."""

    def __init__(self, exports: Exports, seconds: Callable[[], float] = time.monotonic) -> None:
        self._exports, self._pace, self._seconds = exports, Pace(), seconds

    def guarded(self, answer: Answer, *, token: bool = True) -> Answer:
        """The answer behind all checks. Without `token` it is given to everybody while the API is open at all."""

        async def endpoint(request: Request) -> Response:
            try:
                response = await self._refused(request, token) or await answer(request)
            except Exception as error:
                log.error("answering a program: %s", trace(error))
                response = problem(500, BROKEN)
            response.headers.update(HEADERS)
            return response

        return endpoint

    async def _refused(self, request: Request, token: bool) -> Response | None:
        """Why not, or None. Without any valid token the whole API is not there."""
        if not await self._exports.open():
            return problem(404, NOTHING)
        if request.method not in ("GET", "HEAD"):
            return problem(405, METHOD, Allow="GET, HEAD")
        if "origin" in request.headers or request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return problem(403, PAGES)
        caller = await self._exports.caller(shown) if (shown := _shown(request)) else None
        name = caller.name if caller else STRANGERS
        if seconds := self._pace.wait(name, self._seconds()):
            return problem(429, SLOWLY.format(seconds=seconds), **{"Retry-After": str(seconds)})
        if caller is None and token:
            return problem(401, TOKEN, **{"WWW-Authenticate": "Bearer"})
        return None


def _shown(request: Request) -> str:
    """The token that was sent, or nothing."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and len(token) <= LONGEST_TOKEN else ""
