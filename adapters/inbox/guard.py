"""What every request passes before a page of the inbox answers it, and what every answer carries."""

import logging
from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response

from adapters.inbox import posted
from adapters.inbox import words as w
from adapters.inbox.drawing import Drawing
from adapters.inbox.posted import Fields, Foreign, Malformed, TooMuch
from bot.casebook import Casebook, Desk, Refused
from bot.mishap import trace
from bot.values import dataclass, field
from bot.words import Sentence, Words

log = logging.getLogger("hearback.inbox")

COOKIE = "hearback_inbox"
HOME = "/inbox"
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
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
    "X-Robots-Tag": "noindex, nofollow",
}


@dataclass(frozen=True, slots=True)
class Room:
    """What every page of the inbox needs. `hosts` are names without ports; `secure`: the cookie goes over https only.

    `returns` says, for an address that something was posted to while the inbox was locked, which page has the words again.
    """

    casebook: Casebook
    words: Words
    drawing: Drawing
    organisation: str
    hosts: tuple[str, ...]
    secure: bool
    returns: "Callable[[str], Act | None]"


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """One request: whoever sent it, with their cookie and their fields. `desk` is there for pages behind the lock."""

    request: Request
    cookie: str
    fields: Fields = field(default_factory=Fields)
    opened: Desk | None = None
    at: str = ""

    @property
    def path(self) -> str:
        """The address that was asked for; after signing in, the one that the words were meant for."""
        return self.at or self.request.url.path

    @property
    def desk(self) -> Desk:
        if self.opened is None:
            raise Refused("locked")
        return self.opened

    @property
    def token(self) -> str:
        return posted.token(self.cookie) if self.cookie else ""


Act = Callable[[Room, Visit], Awaitable[Response]]
Locked = Callable[[Room, Visit, Sentence], Response]
Endpoint = Callable[[Request], Awaitable[Response]]

PROBLEMS: dict[type[Exception], tuple[int, Sentence]] = {
    ClientDisconnect: (400, w.PROBLEM_MALFORMED),
    Foreign: (403, w.PROBLEM_FOREIGN),
    Malformed: (400, w.PROBLEM_MALFORMED),
    TooMuch: (413, w.PROBLEM_LARGE),
}


def guarded(room: Room, act: Act, locked: Locked | None = None) -> Endpoint:
    """The page `act` behind all checks; with `locked`, the page for whoever is not signed in, it is behind the lock."""

    async def endpoint(request: Request) -> Response:
        response = await _answer(room, act, locked, request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return endpoint


async def _answer(room: Room, act: Act, locked: Locked | None, request: Request) -> Response:
    visit = Visit(request, request.cookies.get(COOKIE, ""))
    try:
        if not posted.is_ours(room.hosts, request.headers.get("host", "")):
            return sorry(room, 400, w.PROBLEM_HOST)
        if request.method == "POST":
            posted.check_origin(request)
            visit = Visit(request, visit.cookie, await posted.fields_of(request))
        if locked is None:
            return await act(room, visit)
        return await _behind_the_lock(room, act, locked, visit)
    except Refused as refused:
        return sorry(room, 404 if refused.why == "gone" else 409, w.REFUSED[refused.why])
    except tuple(PROBLEMS) as problem:
        return sorry(room, *PROBLEMS[type(problem)])
    except Exception as error:
        log.error("a page could not be drawn: %s", trace(error))
        return sorry(room, 503, w.PROBLEM_BROKEN)


async def _behind_the_lock(room: Room, act: Act, locked: Locked, visit: Visit) -> Response:
    """The token is asked for only where there is a session: without one nothing is done, and the words are kept."""
    try:
        desk = await room.casebook.at_work(visit.cookie)
        if visit.request.method == "POST":
            posted.check_token(visit.cookie, visit.fields)
        return await act(room, Visit(visit.request, visit.cookie, visit.fields, desk))
    except Refused as refused:
        if refused.why != "locked":
            raise
        return locked(room, visit, w.LOCKED_IDLE if visit.cookie else w.LOCKED_FIRST)


def sorry(room: Room, status: int, sentence: Sentence) -> Response:
    """A page that says what is wrong and what to do."""
    return HTMLResponse(page(room, "problem.html", None, sentence=sentence), status)


def page(room: Room, template: str, visit: Visit | None, **values: object) -> str:
    """A page as HTML, with what stands around it."""
    me = visit.opened.me if visit and visit.opened else None
    token = visit.token if visit else ""
    return room.drawing.page(template, room.words, house=room.organisation, me=me, token=token, **values)


def let_in(room: Room, response: Response, cookie: str) -> None:
    """Gives the browser the one thing that opens the session, until the browser is closed."""
    response.set_cookie(COOKIE, cookie, path=HOME, httponly=True, samesite="strict", secure=room.secure)


def let_go(response: Response) -> None:
    response.delete_cookie(COOKIE, path=HOME, httponly=True, samesite="strict")
    response.headers["Clear-Site-Data"] = '"cache"'
