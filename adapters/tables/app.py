"""The public addresses of a workshop: no sign-in, no list of visits; whatever happens, one page is the answer."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.tables import acts
from adapters.tables import words as w
from adapters.tables.gate import Busy, Gate, Guessing
from adapters.tables.inbound import A_CODE, OWN_PAGE, Malformed, TooLarge, read
from adapters.tables.late import CARDS, JOIN, PROGRESS, ROOM, TABLE
from adapters.tables.page import Page, State
from bot.mishap import trace
from bot.ports import Clock
from bot.words import Sentence, Words
from bot.workshop import Table, Tables, Workshop, plain_code

log = logging.getLogger("hearback.page")

Found = TypeVar("Found")
COOKIE = "hearback_phone"
A_DAY = 24 * 60 * 60
Answers = Callable[[Request], Awaitable[Response]]
MISHAPS: tuple[tuple[type[Exception], Sentence, int], ...] = (
    (Busy, w.BUSY, 503),
    (Guessing, w.GUESSING, 429),
    (TooLarge, w.LARGE, 413),
    (TimeoutError, w.SLOW, 408),
    (Malformed, w.MALFORMED, 400),
    (ClientDisconnect, w.MALFORMED, 400),
)


class OpenTables:
    """What it is given is all it ever has: what codes lead to, a clock, and a way to draw."""

    def __init__(self, tables: Tables, clock: Clock, page: Page, words: Callable[[], Words], *, secure: bool) -> None:
        self._tables, self._clock, self._page, self._words, self._secure = tables, clock, page, words, secure
        self._gate = Gate(clock.now)
        self.routes: list[BaseRoute] = [
            *(Route(path, self._safely(self._join), methods=["GET", "POST"]) for path in (JOIN, f"{JOIN}/")),
            Route(TABLE, self._safely(self._table), methods=["GET", "POST"]),
            Route(ROOM, self._safely(self._room), methods=["GET"]),
            Route(CARDS, self._safely(self._cards), methods=["GET"]),
            Route(PROGRESS, self._safely(self._progress), methods=["GET"]),
        ]

    def _safely(self, act: Answers) -> Answers:
        """One page, whatever happens; what is logged of an error is its class and its place."""

        async def answer(request: Request) -> Response:
            try:
                with self._gate.through():
                    return await act(request)
            except tuple(each for each, _, _ in MISHAPS) as error:
                return next(self._sorry(said, code) for each, said, code in MISHAPS if isinstance(error, each))
            except Exception as error:
                log.error("a workshop's page: %s", trace(error))
                return self._sorry(w.BROKEN, 500)

        return answer

    async def _join(self, request: Request) -> Response:
        """Where somebody types a code. Without a workshop there is nothing at this address."""
        if not await self._tables.running():
            return self._sorry(w.NOT_HERE, 404)
        if request.method != "POST":
            return self._page.join(self._words())
        if request.headers.get("sec-fetch-site") not in OWN_PAGE:
            return self._sorry(w.FOREIGN, 403)
        typed = (await read(request, A_CODE)).one("code")[:40]
        code = plain_code(typed)
        if await self._at(request, code):
            return RedirectResponse(f"{JOIN}/{code}", 303, self._page.headers)
        return self._page.join(self._words(), code=typed, error=self._words()(w.WRONG), status=404)

    async def _table(self, request: Request) -> Response:
        code = plain_code(request.path_params["code"][:40])
        found = await self._at(request, code)
        if found is None:
            words = self._words()
            running = await self._tables.running()
            return self._page.join(words, error=words(w.WRONG), status=404) if running else self._sorry(w.NOT_HERE, 404)
        if request.method != "POST":
            said = request.query_params.get("said", "")
            theme = request.query_params.get("theme", "")
            state = State(said=said if said in w.SAID else "", theme=theme, chosen=said == "choose")
            return self._shown(request, found, state)
        if request.headers.get("sec-fetch-site") not in OWN_PAGE:
            return self._sorry(w.FOREIGN, 403)
        sent, words = await read(request), self._words()
        if not self._gate.writes(code):
            return self._shown(request, found, acts.not_now(words, sent))
        done = await acts.act(self._tables, words, found[1], sent, phone=request.cookies.get(COOKIE, ""))
        if isinstance(done, str):
            return RedirectResponse(f"{JOIN}/{code}?said={done}", 303, self._page.headers)
        return self._shown(request, await self._tables.at(code) or found, done)

    async def _room(self, request: Request) -> Response:
        of = await self._looked(request, request.path_params["screen"], self._tables.on_screen)
        return self._page.screen(self._words(), of, self._clock.now()) if of else self._sorry(w.NOT_HERE, 404)

    async def _cards(self, request: Request) -> Response:
        of = await self._looked(request, request.path_params["screen"], self._tables.on_screen)
        return self._page.cards(self._words(), of) if of else self._sorry(w.NOT_HERE, 404)

    async def _progress(self, request: Request) -> Response:
        found = await self._looked(request, request.path_params["token"], self._tables.progress)
        return self._page.progress(self._words(), found, self._clock.now()) if found else self._sorry(w.NOT_HERE, 404)

    async def _at(self, request: Request, code: str) -> tuple[Workshop, Table] | None:
        return await self._looked(request, code, self._tables.at)

    async def _looked(
        self, request: Request, name: str, look: Callable[[str], Awaitable[Found | None]]
    ) -> Found | None:
        """What is behind a name that nobody can guess; wrong ones are counted. Raises Guessing."""
        host = request.client.host if request.client else None
        self._gate.may_look(host, name)
        found = await look(name)
        if found is None:
            self._gate.was_wrong(host)
        else:
            self._gate.was_right(name)
        return found

    def _shown(self, request: Request, found: tuple[Workshop, Table], state: State) -> Response:
        """A table's page. Only while the room chooses, a phone is given something to be told apart by."""
        of, table = found
        known = request.cookies.get(COOKIE, "")
        choosing = of.stage == "room" and not table.left
        phone = known or (secrets.token_urlsafe(16) if choosing else "")
        drawn = self._page.table(self._words(), of, table, state, phone=phone)
        if choosing and not known:
            drawn.set_cookie(COOKIE, phone, A_DAY, path=JOIN, secure=self._secure, httponly=True, samesite="lax")
        return drawn

    def _sorry(self, sentence: Sentence, status: int) -> Response:
        return self._page.sorry(self._words(), sentence, status)
