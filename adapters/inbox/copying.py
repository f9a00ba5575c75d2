"""What is done to a case besides answering it: how it counts, one card for two, a copy that leaves, its end."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import reading
from adapters.inbox import words as w
from adapters.inbox import words_case as wc
from adapters.inbox import words_chores as wk
from adapters.inbox import words_entering as we
from adapters.inbox.guard import HOME, Room, Visit, page
from adapters.inbox.posted import Fields, Malformed
from bot.casebook import Refused
from bot.chores import Chores, Copy, Counted, Passage
from bot.words import Sentence

PASSAGE = "passage"


def _count(chores: Chores, ref: str, typed: Fields) -> Awaitable[object]:
    told = Counted(typed.get("category", ""), typed.every("also"), typed.get("group", ""), typed.get("again", ""))
    return chores.count_as(ref, told)


def _merge(chores: Chores, ref: str, typed: Fields) -> Awaitable[object]:
    return chores.merge(ref, typed.get("into", ""), why=typed.get("merge_why", ""))


def _end(chores: Chores, ref: str, typed: Fields) -> Awaitable[object]:
    return chores.end(ref, why=typed.get("end_why", ""))


DOES: Mapping[str, Callable[[Chores, str, Fields], Awaitable[object]]] = {"count": _count, "merge": _merge, "end": _end}
MUST_CONFIRM = ("merge", "end")


async def back(_room: Room, visit: Visit) -> Response:
    """Nothing is shown at this address: its forms stand on the case's page."""
    return RedirectResponse(f"{HOME}/case/{reading.ref_of(visit)}", 303)


async def act(room: Room, visit: Visit) -> Response:
    ref, does, typed = reading.ref_of(visit), visit.fields.get("do", ""), visit.fields
    if does not in DOES:
        raise Malformed
    if does in MUST_CONFIRM and not typed.get("sure"):
        return await reading.again(room, visit, wc.NOT_SURE)
    try:
        gone = await DOES[does](visit.desk.chores, ref, typed)
    except Refused as refused:
        if refused.why in ("gone", "locked", "list"):
            raise
        return await reading.again(room, visit, w.REFUSED[refused.why])
    visit.desk.leave("agreed" if gone is False else does)
    return RedirectResponse(HOME if gone else f"{HOME}/case/{ref}", 303)


async def show(room: Room, visit: Visit) -> Response:
    ref = reading.ref_of(visit)
    return await _page(room, visit, await visit.desk.chores.passages(ref))


async def again(room: Room, visit: Visit) -> Response:
    """What was typed when the lock fell."""
    return await _page(room, visit, _passages(visit.fields), notice=we.BACK_AGAIN)


async def take_out(room: Room, visit: Visit) -> Response:
    """The copy as a file, made in memory, once what leaves is on record."""
    ref, typed, passages = reading.ref_of(visit), visit.fields, _passages(visit.fields)
    if not typed.get("sure"):
        return await _page(room, visit, passages, wc.NOT_SURE)
    copy = Copy(typed.get("to", ""), typed.get("office", ""), typed.get("why", ""), passages)
    try:
        text = await visit.desk.chores.take_out(ref, copy, room.words)
    except Refused as refused:
        if refused.why in ("gone", "locked", "list"):
            raise
        return await _page(room, visit, passages, wk.TOO_LONG if refused.why == "too long" else w.REFUSED[refused.why])
    return download(text, room.words(wk.COPY_FILE), "text/plain; charset=utf-8")


def _passages(typed: Fields) -> list[Passage]:
    return [Passage(number > 0, each) for number, each in enumerate(typed.every(PASSAGE))]


def download(text: str, name: str, kind: str) -> Response:
    """A file for this browser alone. The mark at its beginning is for Excel, which misreads every accent without it."""
    kept = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(text.encode("utf-8-sig"), media_type=kind, headers=kept)


async def _page(
    room: Room,
    visit: Visit,
    passages: Sequence[Passage],
    wrong: Sentence | None = None,
    *,
    notice: Sentence | None = None,
) -> Response:
    ref = reading.ref_of(visit)
    case = await visit.desk.case(ref)
    told = {"wk": wk, "line": case.line, "passages": passages, "typed": visit.fields, "wrong": wrong, "notice": notice}
    return HTMLResponse(page(room, "copy.html", visit, **told), 409 if wrong else 200)
