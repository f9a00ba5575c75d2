"""The keeper's few addresses: a key is made with its close, given out after it, and destroyed. Nothing else can be asked."""

import hashlib
import hmac
import json
import logging
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.keeper.drawer import FURTHEST, MOST, Drawer, Kept
from bot.mishap import trace

log = logging.getLogger("hearback.keeper")

LARGEST = 200
"""Bytes of a request's body; the one there is has fifty."""
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
REF = re.compile(r"[0-9a-f]{32}")
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
NOTHING = "There is nothing at this address."
TOKEN = "Send the token that this keeper was started with: Authorization: Bearer TOKEN."
METHOD = "Use PUT, GET or DELETE for a key, and GET for everything else."
UNKNOWN = "No such key is here. It was never made, or it has been destroyed."
NOT_YET = "This key is given out and destroyed from {until} on, and not before. It is {now} here."
OTHER = "This key was made with another close, and stays as it is."
LARGE = "This is larger than anything that a keeper is sent."
WHEN = 'Send {"until": "2026-11-16T12:00:00+00:00"}: the close, in the future and at most 400 days ahead.'
FULL = "This keeper has as many keys as it takes. Keys are destroyed thirty days after their close."
BROKEN = "Something went wrong here. Please try again in a minute."

Answer = Callable[[Request], Awaitable[Response]]


def routes(drawer: Drawer, token: str, now: Callable[[], datetime]) -> list[BaseRoute]:
    """Every address of a keeper. `now` is its own clock: nobody who asks can say what time it is."""
    desk = _Desk(drawer, now)

    async def nowhere(_request: Request) -> Response:
        return _no(404, NOTHING)

    guarded = [("/keys/{ref}", desk.key), ("/keys", desk.look), ("/{rest:path}", nowhere)]
    return [
        Route("/healthz", _well),
        *(Route(path, _guarded(answer, token), methods=METHODS) for path, answer in guarded),
    ]


class _Desk:
    """Answers whoever has shown the token."""

    def __init__(self, drawer: Drawer, now: Callable[[], datetime]) -> None:
        self._drawer, self._now = drawer, now

    async def look(self, request: Request) -> Response:
        if request.method != "GET":
            return _no(405, METHOD)
        return JSONResponse({"now": self._now().isoformat(), "keys": sum(1 for _ in self._drawer.names())})

    async def key(self, request: Request) -> Response:
        ref = request.path_params["ref"]
        if not REF.fullmatch(ref):
            return _no(404, UNKNOWN)
        match request.method:
            case "PUT":
                return self._made(ref, await _until(request))
            case "GET":
                return self._given(ref)
            case "DELETE":
                return self._destroyed(ref)
            case _:
                return _no(405, METHOD)

    def _made(self, ref: str, until: datetime | Response) -> Response:
        """Made once. The same close again gets the same answer, so that a lost answer can be asked for again."""
        if isinstance(until, Response):
            return until
        now = self._now()
        self._drawer.sweep(now)
        kept = self._drawer.get(ref)
        if kept is None:
            if not now < until <= now + FURTHEST:
                return _no(400, WHEN)
            if sum(1 for _ in self._drawer.names()) >= MOST:
                return _no(507, FULL)
            kept = self._drawer.put(ref, until)
            log.info("a key is here until %s", _plain(kept.until))
        if kept.until != until:
            return _no(409, OTHER)
        return JSONResponse({"public": kept.public.hex()})

    def _given(self, ref: str) -> Response:
        kept = self._closed(ref)
        if isinstance(kept, Response):
            return kept
        log.info("the key that was here until %s is given out", _plain(kept.until))
        return JSONResponse({"key": kept.key.hex()})

    def _destroyed(self, ref: str) -> Response:
        kept = self._closed(ref)
        if isinstance(kept, Response):
            return kept
        self._drawer.destroy(ref)
        log.info("the key that was here until %s is destroyed", _plain(kept.until))
        return Response(status_code=204)

    def _closed(self, ref: str) -> Kept | Response:
        """The key, where its close has passed by this clock."""
        kept, now = self._drawer.get(ref), self._now()
        if kept is None:
            return _no(404, UNKNOWN)
        if now < kept.until:
            return _no(403, NOT_YET.format(until=_plain(kept.until), now=_plain(now)))
        return kept


async def _until(request: Request) -> datetime | Response:
    """The close that was sent, in whole seconds, or why it cannot be used. Reads no more than it has to."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return _no(413, LARGE)
    try:
        sent = datetime.fromisoformat(json.loads(body)["until"])
        return sent.astimezone(UTC).replace(microsecond=0) if sent.tzinfo else _no(400, WHEN)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return _no(400, WHEN)


def _guarded(answer: Answer, token: str) -> Answer:
    """The answer, for whoever has the token; a mistake of ours is a sentence too."""

    async def endpoint(request: Request) -> Response:
        try:
            response = await answer(request) if _knows(request, token) else _no(401, TOKEN)
        except Exception as error:
            log.error("answering at the keeper: %s", trace(error))
            response = _no(500, BROKEN)
        response.headers.update(HEADERS)
        return response

    return endpoint


def _knows(request: Request, token: str) -> bool:
    """In the same time whatever was sent."""
    scheme, _, sent = request.headers.get("authorization", "").partition(" ")
    told, known = (hashlib.sha256(each.encode()).digest() for each in (sent.strip(), token))
    return hmac.compare_digest(told, known) and scheme.lower() == "bearer"


async def _well(_request: Request) -> Response:
    return PlainTextResponse("ok")


def _no(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status, {"WWW-Authenticate": "Bearer"} if status == 401 else None)


def _plain(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
