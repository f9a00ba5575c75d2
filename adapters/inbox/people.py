"""The page about the guardians themselves: who is listed, what to do when one leaves, agreeing to a deletion unseen."""

from starlette.responses import HTMLResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_case as wc
from adapters.inbox import words_list as wl
from adapters.inbox.guard import Room, Visit, page
from adapters.inbox.posted import Fields, Malformed
from bot.casebook import Refused
from bot.words import Sentence


async def show(room: Room, visit: Visit) -> Response:
    return await _page(room, visit, Fields())


async def act(room: Room, visit: Visit) -> Response:
    """Takes over a leaver's cases, or signs that a case may be deleted."""
    typed, does = visit.fields, visit.fields.get("do", "")
    if does not in ("leaving", "agree"):
        raise Malformed
    if not typed.get("sure"):
        return await _page(room, visit, typed, wrong=wc.NOT_SURE)
    try:
        if does == "agree":
            return await _page(room, visit, Fields(), answer=await visit.desk.agree(typed.get("slip", "")))
        number = await visit.desk.take_over(typed.get("leaving", ""), typed.every("to"))
    except Refused as refused:
        if refused.why in ("locked", "list"):
            raise
        return await _page(room, visit, typed, wrong=w.REFUSED[refused.why])
    return await _page(room, visit, Fields(), notice=room.words(wl.LEFT_CASES, n=number))


async def _page(
    room: Room, visit: Visit, typed: Fields, *, wrong: Sentence | None = None, notice: str = "", answer: str = ""
) -> Response:
    people = await visit.desk.colleagues()
    others = [each for each in people if not each.me]
    told = {
        "people": people,
        "others": others,
        "leaving": [each for each in others if each.leaves],
        "typed": typed,
        "wrong": wrong,
        "notice": notice,
        "answer": answer,
    }
    return HTMLResponse(page(room, "guardians.html", visit, wl=wl, **told), 409 if wrong else 200)
