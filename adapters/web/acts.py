"""What one can do in the workspace: take a chair, write, press, open and send a form, move the clock."""

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.web import words as w
from adapters.web.desk import Caller, Desk, Problem
from adapters.web.inbound import Malformed, opened, pressed, said, submitted
from adapters.web.pages import frame, illustrated, posting, seat_cookie
from adapters.web.rooms import Room, account_of, direct, room_at
from adapters.web.session import begin
from bot.events import Close, Opened, OpenedReply, Replace, Say, Show
from bot.ui import Card, Form

REPLY = "Hearback-Reply"
"""Tells our script what to do with the answer: show | say | close | done | nothing."""


async def sit(desk: Desk, caller: Caller) -> Response:
    """Somebody else from now on, in a new session: forms that are still open belong to nobody."""
    account = caller.fields.get("seat", "")
    if account not in {seat.account for seat in caller.seats}:
        return RedirectResponse("/", 303)
    response = RedirectResponse("/chat", 303)
    seat_cookie(desk, caller, response, begin(account))
    return response


async def back(_desk: Desk, _caller: Caller) -> Response:
    """Reloading the address of a form leads back to the messages."""
    return RedirectResponse("/chat", 303)


async def write(desk: Desk, caller: Caller) -> Response:
    """What a person writes is read once and never kept; only Hearback's answer is."""
    here = room_at(caller.sitting, _back(caller)) or direct(caller.sitting.account)
    event = said(account_of(caller.sitting), caller.fields, here.place, here.address)
    if event is None:
        return _done(caller, "nothing")
    if isinstance(event, Opened):
        return await _opened(desk, caller, await desk.bot.answer(event))
    reply = await desk.bot.answer(event)
    if reply is None:
        return _done(caller, "nothing")
    await desk.keep(here.address, reply.card)
    return _done(caller, "done")


async def press(desk: Desk, caller: Caller) -> Response:
    event = pressed(account_of(caller.sitting), caller.fields)
    place = await _place(desk, caller)
    reply = await desk.bot.answer(event)
    match reply:
        case Replace(card) if place:
            await desk.replace(place.address, caller.fields["message"], card)
            return _done(caller, "done")
        case Show(form):
            return await _show(desk, caller, form)
        case Say(card) | Replace(card):
            return await _say(desk, caller, card)
        case None:
            return _done(caller, "nothing")


async def open_(desk: Desk, caller: Caller) -> Response:
    event = opened(account_of(caller.sitting), caller.fields)
    await _place(desk, caller)
    return await _opened(desk, caller, await desk.bot.answer(event))


async def submit(desk: Desk, caller: Caller) -> Response:
    reply = await desk.bot.answer(submitted(account_of(caller.sitting), caller.fields))
    match reply:
        case Show(form):
            return await _show(desk, caller, form)
        case Say(card):
            return await _say(desk, caller, card)
        case Close():
            return _done(caller, "close")
        case None:
            return _done(caller, "nothing")


async def move(desk: Desk, caller: Caller) -> Response:
    """The clock goes to one of two times, which are worked out here and never taken from the browser."""
    match caller.fields.get("to"):
        case "next":
            await desk.travel.to_next()
        case "close":
            await desk.travel.to_close()
        case "monday":
            await desk.travel.to_monday(desk.house)
        case _:
            raise Malformed
    return _done(caller, "done")


async def _opened(desk: Desk, caller: Caller, reply: OpenedReply) -> Response:
    match reply:
        case Show(form):
            return await _show(desk, caller, form)
        case Say(card):
            return await _say(desk, caller, card)
        case None:
            return _done(caller, "nothing")


async def _show(desk: Desk, caller: Caller, form: Form) -> Response:
    here = _back(caller)
    given = await illustrated(desk, posting(desk, caller, here), form)
    drawn = desk.drawing.form(form, given, caller.words, page=not caller.scripted)
    if caller.scripted:
        return HTMLResponse(drawn, headers={REPLY: "show"})
    page = desk.drawing.page("sheet.html", caller.words, drawn=drawn, form=form, **await frame(desk, caller, here))
    return HTMLResponse(page)


async def _say(desk: Desk, caller: Caller, card: Card) -> Response:
    """A message to the one who acted: among their own messages, wherever they pressed."""
    own = direct(caller.sitting.account)
    await desk.keep(own.address, card)
    if not caller.scripted:
        return RedirectResponse(own.path, 303)
    path = "" if _back(caller) == own.path else own.path
    toast = desk.drawing.part("message.html", "toast", card.summary, path, caller.words)
    return HTMLResponse(toast, headers={REPLY: "say"})


def _done(caller: Caller, kind: str) -> Response:
    if caller.scripted:
        return Response(status_code=204, headers={REPLY: kind})
    return RedirectResponse(_back(caller), 303)


def _back(caller: Caller) -> str:
    """The page the person came from: one of their rooms, Home, or else their own messages."""
    came = caller.fields.get("back", "")
    known = came in ("/", "/home") or (caller.seat is not None and room_at(caller.seat, came) is not None)
    return came if known else "/chat"


async def _place(desk: Desk, caller: Caller) -> Room | None:
    """The room of the message whose button was pressed; None on Home and in a form. A foreign message is refused."""
    message = caller.fields.get("message", "")
    if not message:
        return None
    here = room_at(caller.sitting, caller.fields.get("back", ""))
    if here is None or message not in {kept.id for kept in await desk.mailbox.read(here.address)}:
        raise Problem(403, w.PROBLEM_FOREIGN)
    return here
