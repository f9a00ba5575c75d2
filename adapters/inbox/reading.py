"""One case: what was said, by whom, and everything that a guardian can do with it, on one page."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_case as wc
from adapters.inbox import words_chores as wk
from adapters.inbox import words_entering as we
from adapters.inbox.guard import HOME, Act, Room, Visit, page
from adapters.inbox.posted import Fields, Malformed
from bot.casebook import STATUSES, Box, Refused
from bot.deeds import (
    Close,
    Deed,
    Delete,
    HandOver,
    Hold,
    Keep,
    MarkRead,
    Note,
    Own,
    Propose,
    Recuse,
    Reply,
    Stands,
    Tag,
    Withdraw,
)
from bot.words import Sentence

DEEDS: Mapping[str, Callable[[Fields], Deed]] = {
    "reply": lambda typed: Reply(typed.get("reply", "")),
    "note": lambda typed: Note(typed.get("note", "")),
    "read": lambda _: MarkRead(),
    "status": lambda typed: Stands(typed.get("status", "")),
    "owner": lambda typed: Own(typed.get("owner", "")),
    "tags": lambda typed: Tag(typed.get("tags", "").replace("\n", ",").split(",")),
    "hold": lambda typed: Hold(typed.get("hold", "")),
    "keep": lambda typed: Keep(_day(typed.get("keep", ""))),
    "close": lambda typed: Close(typed.get("outcome", "")),
    "hand": lambda typed: HandOver(typed.every("hand_to"), typed.get("hand_why", "")),
    "recuse": lambda _: Recuse(),
    "propose": lambda typed: Propose(typed.get("propose_why", "")),
    "withdraw": lambda typed: Withdraw(typed.get("withdraw_why", "")),
    "delete": lambda typed: Delete(typed.get("agreement", "")),
}
"""What a form on the page says it does, and what that is."""
MUST_CONFIRM = ("recuse", "delete")
LEAVES = ("recuse", "delete")
"""After these there is no case any more to go back to."""
BOXES: Mapping[str, Box] = {"reply": "reply", "note": "note", "outcome": "outcome"}
PICTURES = ("image/webp", "image/jpeg")
ADDRESS = re.compile(r"/inbox/case/([0-9a-f]{32})")


async def show(room: Room, visit: Visit) -> Response:
    return await _page(room, visit, Fields())


async def act(room: Room, visit: Visit) -> Response:
    """Does one thing to the case. Where it is refused, the page comes back with the words still in it."""
    ref, does, typed = ref_of(visit), visit.fields.get("do", ""), visit.fields
    if does not in DEEDS:
        raise Malformed
    if does in MUST_CONFIRM and not typed.get("sure"):
        return await _page(room, visit, typed, wc.NOT_SURE)
    try:
        await visit.desk.do(ref, DEEDS[does](typed))
    except Refused as refused:
        if refused.why in ("gone", "locked", "list"):
            raise
        return await _page(room, visit, typed, w.REFUSED[refused.why])
    visit.desk.leave(does)
    return RedirectResponse(HOME if does in LEAVES else f"{HOME}/case/{ref}", 303)


async def again(room: Room, visit: Visit, wrong: Sentence) -> Response:
    """The page with what was typed into another form on it, and why it was not done."""
    return await _page(room, visit, visit.fields, wrong)


async def keep_draft(room: Room, visit: Visit) -> Response:
    """What the page's script sends every few seconds while somebody types."""
    box = BOXES.get(visit.fields.get("box", ""))
    if box is None:
        raise Malformed
    await visit.desk.draft(ref_of(visit), box, visit.fields.get("text", ""))
    return Response(status_code=204)


async def enclosed(_room: Room, visit: Visit) -> Response:
    """A picture, to be shown in the page; or a file, which no browser is to open by itself."""
    told = str(visit.request.path_params["number"])
    found = await visit.desk.enclosed(ref_of(visit), int(told) if told.isdecimal() and len(told) < 4 else -1)
    if found.kind == "picture" and found.type in PICTURES:
        return Response(found.content, media_type=found.type)
    headers = {"Content-Disposition": 'attachment; filename="from-a-case.bin"'}
    return Response(found.content, media_type="application/octet-stream", headers=headers)


def returns(path: str) -> Act | None:
    """The page on which words that were typed before the lock fell stand again."""
    return _again if ADDRESS.fullmatch(path) else None


async def _again(room: Room, visit: Visit) -> Response:
    try:
        return await _page(room, visit, visit.fields, notice=we.BACK_AGAIN)
    except Refused:
        # The case is gone, or nothing can be opened at the moment; the words are not to be lost with it.
        lost = [value for name, value in visit.fields.pairs() if value and name != "do"]
        return HTMLResponse(page(room, "words.html", visit, wc=wc, lost=lost))


async def _page(
    room: Room, visit: Visit, typed: Fields, wrong: Sentence | None = None, *, notice: Sentence | None = None
) -> Response:
    desk = visit.desk
    case = await desk.case(ref_of(visit))
    done = desk.left()
    beside = await desk.chores.beside(case.line.ref)
    drawn = page(
        room,
        "case.html",
        visit,
        wc=wc,
        wk=wk,
        beside=beside,
        ending=next((each for each in await desk.chores.notices() if each.ref == case.line.ref), None),
        case=case,
        line=case.line,
        today=desk.today,
        typed=typed,
        did=typed.get("do", ""),
        wrong=wrong,
        notice=notice or wc.DONE.get(done) or wk.DONE.get(done),
        statuses=STATUSES,
    )
    return HTMLResponse(drawn, 409 if wrong else 200)


def ref_of(visit: Visit) -> str:
    found = ADDRESS.match(visit.path)
    if found is None:
        raise Refused("gone")
    return found[1]


def _day(told: str) -> date | None:
    """Raises Refused."""
    try:
        return date.fromisoformat(told) if told.strip() else None
    except ValueError:
        raise Refused("not a card") from None
