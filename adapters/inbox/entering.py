"""Signing in and out, and the page that stands before everything else; what was typed when the lock fell comes back."""

import re

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_entering as we
from adapters.inbox.guard import HOME, Room, Visit, let_go, let_in, page
from adapters.inbox.posted import Fields
from bot.casebook import Refused
from bot.words import Sentence

KEPT = "kept:"
"""Before the name of each field that waits on the sign-in page."""
THEN = re.compile(r"/inbox(/[a-z0-9/-]{1,80})?")


def locked(room: Room, visit: Visit, why: Sentence) -> Response:
    """The sign-in page in the place of any other. What was posted stays in it, in fields that nobody sees."""
    kept = visit.fields.pairs() if visit.request.method == "POST" else []
    then = visit.request.url.path
    return _page(room, why, then if THEN.fullmatch(then) else HOME, kept, status=401)


async def door(room: Room, visit: Visit) -> Response:
    return _page(room, w.LOCKED_FIRST, HOME, [])


async def sign_in(room: Room, visit: Visit) -> Response:
    """Signs in, and goes on to where somebody was about to go."""
    fields = visit.fields
    kept = [(name.removeprefix(KEPT), value) for name, value in fields.pairs() if name.startswith(KEPT)]
    then = fields.get("then", HOME)
    if not THEN.fullmatch(then):
        then = HOME
    try:
        cookie = await room.casebook.sign_in(
            fields.get("name", ""), fields.get("passphrase", ""), fields.get("code", "")
        )
    except Refused as refused:
        return _page(room, w.REFUSED[refused.why], then, kept, name=fields.get("name", ""), status=403)
    back = room.returns(then) if kept else None
    response: Response = RedirectResponse(then if then != HOME and not kept else HOME, 303)
    if back:
        desk = await room.casebook.at_work(cookie)
        response = await back(room, Visit(visit.request, cookie, Fields(kept), desk, then))
    let_in(room, response, cookie)
    return response


async def sign_out(room: Room, visit: Visit) -> Response:
    await room.casebook.sign_out(visit.cookie)
    response = RedirectResponse(f"{HOME}/sign-in", 303)
    let_go(response)
    return response


def _page(
    room: Room, why: Sentence, then: str, kept: list[tuple[str, str]], *, name: str = "", status: int = 200
) -> Response:
    hidden = [(KEPT + each, value) for each, value in kept]
    drawn = page(room, "sign_in.html", None, we=we, why=why, then=then, kept=hidden, name=name, wrong=status == 403)
    return HTMLResponse(drawn, status)
