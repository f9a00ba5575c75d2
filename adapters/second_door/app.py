"""The public page itself: one address, no sign-in, no cookie, no list of visits; whatever happens, one page is the answer."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from adapters.second_door import inbound
from adapters.second_door import words as w
from adapters.second_door.enclosing import WORDS, Enclosure
from adapters.second_door.gate import Busy, Gate, Source
from adapters.second_door.inbound import (
    Malformed,
    Sent,
    TooLarge,
    event,
    kind_of,
    nonce,
    read_form,
    read_parts,
    somebody,
)
from adapters.second_door.late import PATH
from adapters.second_door.page import Enclosing, Paper
from adapters.second_door.squares import squared
from bot.events import Opened, Reply, Say, Show
from bot.mishap import trace
from bot.ports import Answers, Clock
from bot.sentences import CLOSE
from bot.ui import Buttons, Form, Heading, Text
from bot.words import Sentence, Words

log = logging.getLogger("hearback.page")

FIRST, FILES, PAGE = "speak_up.open", "speak_up.file", "page"
OWN_PAGE = (None, "same-origin", "none")
"""What Sec-Fetch-Site says of a form of our own; older browsers say nothing, and reloading says none."""


class SecondDoor:
    """What it is given is all it ever has: it keeps nothing between two pages, and cannot know who looks."""

    def __init__(
        self, bot: Answers, clock: Clock, paper: Paper, enclosure: Enclosure, *, words: Callable[[], Words]
    ) -> None:
        self._bot, self._paper, self._enclosure, self._words = bot, paper, enclosure, words
        self._gate = Gate(clock.now)
        self.routes: list[BaseRoute] = [
            Route(path, self._answer, methods=["GET", "POST"]) for path in (PATH, f"{PATH}/")
        ]

    async def _answer(self, request: Request) -> Response:
        """One page, whatever happens; what is logged of an error is its class and its place."""
        source = self._gate.source(request.client.host if request.client else None)
        try:
            return await self._page(request, source)
        except Busy:
            return self._sorry(503, w.BUSY_PICTURE)
        except TooLarge:
            return self._sorry(413, w.LARGE)
        except TimeoutError:
            return self._sorry(408, w.SLOW)
        except (Malformed, ClientDisconnect):
            return self._sorry(400, w.MALFORMED)
        except Exception as error:
            log.error("the public page: %s", trace(error))
            return self._sorry(500, w.BROKEN)

    async def _page(self, request: Request, source: Source) -> Response:
        if request.method != "POST":
            opened = Opened(f"page:{nonce()}", somebody(source.way), FIRST, choice=PAGE)
            return self._show(await self._bot.answer(opened), first=True)
        if request.headers.get("sec-fetch-site") not in OWN_PAGE:
            return self._sorry(403, w.FOREIGN)
        match kind_of(request):
            case inbound.FORM:
                return await self._acted((await read_form(request)).fields, source)
            case inbound.PARTS:
                with self._gate.through(source):
                    self._gate.spend(source, "asked")
                    self._gate.check(source, "filed")
                    return await self._enclose(await read_parts(request), source)
            case _:
                raise Malformed

    async def _acted(self, fields: Mapping[str, str], source: Source) -> Response:
        """Something was pressed, opened or sent. Where too much comes in, every word of it stands on the page that says so."""
        asked = event(source.way, fields)
        try:
            with self._gate.through(source):
                if not isinstance(asked, Opened):
                    self._gate.spend(source, "asked")
                if asked.action == FILES:
                    self._gate.check(source, "filed")
                reply = await self._bot.answer(asked)
        except Busy:
            return self._paper.again(self._words(), fields)
        if asked.action == FILES and isinstance(reply, Show) and reply.form.action != FILES:
            with suppress(Busy):  # two at once may both have been let in
                self._gate.spend(source, "filed")
        return self._show(reply)

    async def _enclose(self, posted: Sent, source: Source) -> Response:
        words, beside = self._words(), posted.fields.get("beside", "")
        wrong = await self._enclosure.add(words, posted.fields.get(WORDS, ""), beside, posted.upload)
        if wrong:
            place = Enclosing(posted.fields.get(WORDS, ""), beside, wrong)
            return self._paper.form(words, _said(words, w.PROBLEM, wrong), status=422, enclosing=place)
        with suppress(Busy):
            self._gate.spend(source, "filed")
        again = Enclosing(posted.fields.get(WORDS, ""))
        return self._paper.form(words, _said(words, w.ADDED_TITLE, words(w.ADDED)), enclosing=again)

    def _show(self, reply: Reply, *, first: bool = False) -> Response:
        words = self._words()
        match reply:
            case Show(form):
                place, drawn = self._place(form), squared(words, form)
                own = _own_way(words, drawn) if first else _honest(words, drawn)
                return self._paper.form(words, own, enclosing=place, first=first)
            case Say(card):
                return self._paper.form(words, Form(words(w.TITLE), words(CLOSE), card.blocks))
            case _:
                return self._sorry(200, w.ALREADY)

    def _place(self, form: Form) -> Enclosing | None:
        """A picture can be added where a report was just read with its words: only there do they stand in the form."""
        typed = form.values.get(WORDS, "")
        return Enclosing(typed) if typed and form.action in self._enclosure.beside and not form.errors else None

    def _sorry(self, status: int, sentence: Sentence) -> Response:
        words = self._words()
        title = w.PROBLEM if status != 200 else w.TITLE
        return self._paper.form(words, _said(words, title, words(sentence)), status=status)


def _own_way(words: Words, form: Form) -> Form:
    """The first page, which says besides from where it is safest to write."""
    rows = (at for at, block in enumerate(form.blocks) if isinstance(block, Buttons))
    here = next(rows, len(form.blocks))
    return replace(form, blocks=(*form.blocks[:here], Text(words(w.OWN_TELEPHONE)), *form.blocks[here:]))


def _honest(words: Words, form: Form) -> Form:
    """The page to write on, which says besides what this way in can promise and what not, among the other promises."""
    limits = [at for at, block in enumerate(form.blocks) if isinstance(block, Heading)][1:2]
    if form.action != FILES or not limits:
        return form
    can, cannot = form.blocks[: limits[0]], form.blocks[limits[0] :]
    return replace(form, blocks=(*can, Text(words(w.PROMISE)), *cannot, Text(words(w.LIMITS))))


def _said(words: Words, title: Sentence, text: str) -> Form:
    return Form(words(title), words(CLOSE), (Text(text),))
