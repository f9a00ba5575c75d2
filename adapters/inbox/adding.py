"""Adds cases that a guardian was told of: one by one in a form, or many from a table that is pasted."""

import secrets

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_chores as wk
from adapters.inbox import words_entering as we
from adapters.inbox.guard import HOME, Room, Visit, page
from adapters.inbox.posted import Fields, Malformed
from bot.casebook import Refused
from bot.chores import Fault, Told, WrongTable

COLUMNS = "raised_on, how, door, category, what_happened, who, who_agreed, worker_group, status, outcome, speak_up_again, tags"

CHOICES = {
    "how": tuple(wk.HOW),
    "door": tuple(wk.DOORS),
    "category": tuple(w.CATEGORIES),
    "who_agreed": ("yes", "no"),
    "worker_group": tuple(wk.GROUPS),
    "status": tuple(w.STATUSES),
    "speak_up_again": tuple(wk.AGAIN),
}


async def show(room: Room, visit: Visit) -> Response:
    return await _page(room, visit, Fields())


async def again(room: Room, visit: Visit) -> Response:
    """What was typed when the lock fell."""
    return await _page(room, visit, visit.fields, notice=room.words(we.BACK_AGAIN))


async def act(room: Room, visit: Visit) -> Response:
    typed, does = visit.fields, visit.fields.get("do", "")
    if does not in ("add", "table"):
        raise Malformed
    try:
        if does == "table":
            number = await visit.desk.chores.take_table(typed.get("table", ""))
            return await _page(room, visit, Fields(), notice=room.words(wk.TABLE_DONE, n=number))
        await visit.desk.chores.add(_told(typed), typed.every("to"), ref=typed.get("ref", "") or secrets.token_hex(16))
    except WrongTable as wrong:
        return await _page(room, visit, typed, wrong=room.words(wk.TABLE_WRONG), faults=wrong.faults)
    except Refused as refused:
        if refused.why in ("locked", "list"):
            raise
        return await _page(
            room, visit, typed, wrong=room.words(wk.TOO_LONG if refused.why == "too long" else w.REFUSED[refused.why])
        )
    visit.desk.leave("add")
    return RedirectResponse(HOME, 303)


def _told(typed: Fields) -> Told:
    return Told(
        text=typed.get("text", ""),
        category=typed.get("category", ""),
        how=typed.get("how", ""),
        door=typed.get("door", ""),
        on=typed.get("on", ""),
        who=typed.get("who", "").strip(),
        agreed=bool(typed.get("agreed")),
        group=typed.get("group", ""),
    )


async def _page(
    room: Room, visit: Visit, typed: Fields, *, wrong: str = "", notice: str = "", faults: tuple[Fault, ...] = ()
) -> Response:
    others = [each for each in await visit.desk.colleagues() if each.valid and not each.me]
    told = [_line(room, each) for each in faults]
    drawn = page(
        room,
        "add.html",
        visit,
        wk=wk,
        typed=typed,
        did=typed.get("do", ""),
        others=others,
        wrong=wrong,
        notice=notice,
        faults=told,
        columns=COLUMNS,
        choices=CHOICES,
        today=visit.desk.today,
        ref=typed.get("ref", "") or secrets.token_hex(16),
    )
    return HTMLResponse(drawn, 409 if wrong else 200)


def _line(room: Room, fault: Fault) -> str:
    why = room.words(wk.FAULTS[fault.why])
    if not fault.column:
        return room.words(wk.LINE_ONLY, line=fault.line, why=why)
    return room.words(wk.LINE, line=fault.line, column=fault.column, why=why)
