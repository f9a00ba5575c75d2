"""What every request passes before a page answers it: the right address, a form of our own, not too large."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.web import session as sessions
from adapters.web import words as w
from adapters.web.demo import Busy, Nowhere
from adapters.web.desk import Caller, Desk, Problem
from adapters.web.inbound import Malformed, fields_of
from bot.words import Sentence

log = logging.getLogger("hearback.web")

LARGEST = 64 * 1024
FORM_TYPE = "application/x-www-form-urlencoded"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Act = Callable[[Desk, Caller], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def guarded(desk: Desk, act: Act, *, seated: bool = True) -> Endpoint:
    """The page `act` behind all checks; with `seated` only for those who have chosen who they are."""

    async def endpoint(request: Request) -> Response:
        response = await _answer(desk, act, request, seated)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return endpoint


async def _answer(desk: Desk, act: Act, request: Request, seated: bool) -> Response:
    try:
        caller = await _caller(desk, request)
        if seated and caller.seat is None:
            return RedirectResponse("/", 303)
        return await act(desk, caller)
    except Problem as problem:
        return _sorry(desk, problem.status, problem.sentence)
    except (Malformed, ClientDisconnect):
        return _sorry(desk, 400, w.PROBLEM_MALFORMED)
    except Busy:
        return _sorry(desk, 409, w.BAR_BUSY)
    except Nowhere:
        return _sorry(desk, 409, w.BAR_NOWHERE)
    except Exception as error:
        log.error("a page could not be drawn: %s", type(error).__name__)
        return _sorry(desk, 503, w.PROBLEM_BROKEN)


async def _caller(desk: Desk, request: Request) -> Caller:
    _check_host(desk.hosts, request.headers.get("host", ""))
    session = sessions.read(desk.secret, request.cookies.get(sessions.COOKIE, ""))
    fields: Mapping[str, str] = {}
    if request.method == "POST":
        _check_origin(request)
        fields = fields_of(await _body(request))
        shown = request.headers.get("hearback-token") or fields.get("token", "")
        if session is None or not sessions.genuine(desk.secret, session, shown):
            raise Problem(403, w.PROBLEM_FORGED)
    session = session or sessions.begin()
    seats = tuple(await desk.demo.seats())
    seat = next((seat for seat in seats if seat.account == session.seat), None) if session.seat else None
    return Caller(request, session, seats, seat, desk.words(seat), fields, desk.clock.now())


def _check_host(hosts: tuple[str, ...], host: str) -> None:
    """Another site can point its own name at this machine (DNS rebinding); it cannot change the Host header."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        name = ""
    if "*" not in hosts and name not in hosts:
        raise Problem(400, w.PROBLEM_HOST)


def _check_origin(request: Request) -> None:
    """A posted form must come from our own page.

    With `Referrer-Policy: no-referrer` browsers send `Origin: null` with plain forms (Fetch standard, "append a request
    Origin header"); then Sec-Fetch-Site says where the form stood.
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if origin in (None, "null"):
        fine = site == "same-origin" or (origin is None and site is None)
    else:
        host = request.headers.get("host")
        fine = origin in (f"http://{host}", f"https://{host}") and site in (None, "same-origin")
    if not fine:
        raise Problem(403, w.PROBLEM_FORGED)


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
        raise Malformed
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise Problem(413, w.PROBLEM_LARGE)
    return bytes(body)


def _sorry(desk: Desk, status: int, sentence: Sentence) -> Response:
    words = desk.words(None)
    page = desk.drawing.page("problem.html", words, sentence=words(sentence), marks=desk.marks)
    return HTMLResponse(page, status)
