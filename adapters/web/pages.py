"""The pages that one looks at: the chooser, the rooms with their messages, and Home."""

import json
from collections.abc import AsyncIterator
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup
from starlette.responses import HTMLResponse, Response, StreamingResponse

from adapters.web import session as sessions
from adapters.web import words as w
from adapters.web.desk import Caller, Desk, Problem
from adapters.web.inbound import nonce, visited
from adapters.web.kept import from_json
from adapters.web.render import Posting, initials, version
from adapters.web.rooms import Room, account_of, room_at, rooms_of, title, topic
from bot.events import Welcome
from bot.ports import Kept, Seat
from bot.ui import Card, Form, Home
from bot.values import dataclass, replace

CAUGHT_UP = 30


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the list on the left."""

    path: str
    name: str
    kind: str
    unread: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """One message, drawn: with the day it stands under and a mark of what it says."""

    id: str
    day: str
    version: str
    html: Markup


def posting(desk: Desk, caller: Caller, back: str, message: str = "") -> Posting:
    return Posting(sessions.token(desk.secret, caller.session), back, nonce, message)


async def illustrated(desk: Desk, given: Posting, shown: Card | Form | Home) -> Posting:
    """The same with the drawings of the charts on what is shown."""
    return replace(given, drawings=await desk.drawings(shown))


async def frame(desk: Desk, caller: Caller, back: str) -> dict[str, Any]:
    """What stands around every page: the rail, the list of rooms, the bar with the clock."""
    seat, words = caller.seat, caller.words
    unread = await desk.unread(seat) if seat else {}
    if seat:
        desk.looks(seat)
    return {
        "marks": desk.marks,
        "house": desk.house,
        "you": seat,
        "initials": initials,
        "featured": [other for other in caller.seats if other.featured],
        "places": [Place(r.path, title(r, seat, words), r.place, unread[r.path]) for r in rooms_of(seat)]
        if seat
        else [],
        "bar": await desk.travel.bar(words, desk.house),
        "posting": posting(desk, caller, back),
        "here": back,
        "sides": desk.sides,
    }


async def chooser(desk: Desk, caller: Caller) -> Response:
    everyone = sorted(caller.seats, key=lambda seat: (seat.team, seat.name))
    teams = [(team, list(seats)) for team, seats in groupby(everyone, key=lambda seat: seat.team)]
    page = desk.drawing.page("chooser.html", caller.words, teams=teams, **await frame(desk, caller, "/"))
    response = HTMLResponse(page)
    seat_cookie(desk, caller, response, caller.session)
    return response


def seat_cookie(desk: Desk, caller: Caller, response: Response, session: sessions.Session) -> None:
    response.set_cookie(
        sessions.COOKIE,
        sessions.write(desk.secret, session),
        httponly=True,
        samesite="strict",
        secure=caller.request.url.scheme == "https",
    )


async def room(desk: Desk, caller: Caller) -> Response:
    """A room with its messages, the newest at the bottom."""
    here = room_at(caller.sitting, caller.request.url.path)
    if here is None:
        raise Problem(404, w.PROBLEM_LOST)
    drawn = [await draw(desk, caller, here, kept) for kept in await desk.messages(caller.sitting, here)]
    days = [(day, list(messages)) for day, messages in groupby((d for d in drawn if d), key=lambda d: d.day)]
    page = desk.drawing.page(
        "room.html",
        caller.words,
        room=here,
        title=title(here, caller.sitting, caller.words),
        topic=topic(here, caller.sitting, caller.words),
        days=days,
        **await frame(desk, caller, here.path),
    )
    return HTMLResponse(page)


async def draw(desk: Desk, caller: Caller, here: Room, kept: Kept) -> Drawn | None:
    """One kept message as HTML; None for a body that no card can be read from."""
    try:
        card = from_json(kept.body)
    except ValueError:
        return None
    words = caller.words
    given = await illustrated(desk, posting(desk, caller, here.path, kept.id), card)
    body = desk.drawing.card(card, given, words)
    mark = version(kept.body)
    html = desk.drawing.part(
        "message.html", "message", kept.id, mark, words.time(kept.at), kept.at.isoformat(), card, body, words
    )
    return Drawn(kept.id, words.day(kept.at), mark, html)


async def home(desk: Desk, caller: Caller) -> Response:
    """Home: what is open, what is coming, what was said, what came of it."""
    reply = await desk.bot.answer(visited(account_of(caller.sitting)))
    shown = reply.home if isinstance(reply, Welcome) else None
    drawn = Markup("")
    if shown:
        given = await illustrated(desk, posting(desk, caller, "/home"), shown)
        drawn = desk.drawing.home(shown, given, caller.words)
    if caller.scripted:
        return HTMLResponse(drawn)
    return HTMLResponse(desk.drawing.page("home.html", caller.words, drawn=drawn, **await frame(desk, caller, "/home")))


async def stream(desk: Desk, caller: Caller) -> Response:
    """The open line to one page: what is new, as it comes.

    A page of somebody else (the seat was changed in another tab) is told so: it must not show the new person's messages.
    """
    if caller.request.query_params.get("as", caller.sitting.account) != caller.sitting.account:
        return Response(_event("gone", {}), media_type="text/event-stream")
    here = room_at(caller.sitting, caller.request.query_params.get("room", ""))
    news = _news(desk, caller, here, desk.looks(caller.sitting))
    return StreamingResponse(news, media_type="text/event-stream")


async def _news(desk: Desk, caller: Caller, here: Room | None, page: object) -> AsyncIterator[str]:
    """What the page may not know yet; afterwards only what changed, and a sign of life when nothing does.

    All that is new goes out as one piece. Between pieces nobody learns that the browser has gone: asyncio notices it at the
    first write, tells of it later, and logs a warning for each write after the fifth.
    """
    seat: Seat = caller.sitting
    told: dict[str, str] = {}
    messages = partial(_messages, desk, caller, here, page=page)
    with desk.live.listening(frozenset(room.address for room in rooms_of(seat))) as bell:
        yield "retry: 2000\n\n"
        while desk.live.open:
            if said := [*await messages(told), *await _around(desk, caller, told)]:
                yield "".join(said)
            while not await bell.rang(desk.live.quiet):
                yield ": still here\n\n"


async def _messages(desk: Desk, caller: Caller, here: Room | None, told: dict[str, str], *, page: object) -> list[str]:
    """The newest messages of the open room that this page was not told in their present state."""
    kept = await desk.messages(caller.sitting, here, page) if here else []
    fresh = [message for message in kept[-CAUGHT_UP:] if told.get(message.id) != version(message.body)]
    told |= {message.id: version(message.body) for message in fresh}
    drawn = [await draw(desk, caller, here, message) for message in fresh] if here else []
    return [
        _event("message", {"id": d.id, "version": d.version, "day": d.day, "html": d.html})
        for d in drawn
        if d is not None
    ]


async def _around(desk: Desk, caller: Caller, told: dict[str, str]) -> list[str]:
    """The bar with the clock and the numbers beside the rooms, where they changed."""
    bar = await desk.travel.bar(caller.words, desk.house)
    html = desk.drawing.part("message.html", "bar", bar, caller.words)
    unread = await desk.unread(caller.sitting)
    found = {
        "bar": _event(
            "bar",
            {
                "html": html,
                "moving": bar.moving,
                "monday": bar.monday,
                "can_go": bar.can_go,
                "can_close": bar.can_close,
            },
        ),
        "unread": _event("unread", {path: [n, caller.words(w.UNREAD, n=n)] for path, n in unread.items()}),
    }
    fresh = {key: said for key, said in found.items() if told.get(key) != said}
    told |= fresh
    return list(fresh.values())


def _event(name: str, said: object) -> str:
    return f"event: {name}\ndata: {json.dumps(said)}\n\n"
