"""What I learned: a guardian's note to the board and all staff, once a fortnight, with a look for what could name somebody."""

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_case as wc
from adapters.inbox import words_entering as we
from adapters.inbox import words_learned as wl
from adapters.inbox.drawing import day
from adapters.inbox.guard import HOME, Room, Visit, page
from bot import hints
from bot.casebook import Refused
from bot.chores import Lesson
from bot.words import Sentence, Words


async def show(room: Room, visit: Visit) -> Response:
    return await _page(room, visit)


async def again(room: Room, visit: Visit) -> Response:
    """What was typed when the lock fell."""
    return await _page(room, visit, notice=we.BACK_AGAIN)


async def act(room: Room, visit: Visit) -> Response:
    text = visit.fields.get("learned", "")
    if warned := warning(room.words, text, visit.fields.get("anyway", "")):
        return await _page(room, visit, warned=warned)
    try:
        await visit.desk.chores.learn(text)
    except Refused as refused:
        if refused.why in ("locked", "list", "figures"):
            raise
        return await _page(room, visit, wrong=w.REFUSED[refused.why])
    visit.desk.leave("learned" if text.strip() else "taken back")
    return RedirectResponse(f"{HOME}/learned", 303)


def warning(words: Words, text: str, anyway: str) -> str:
    """What in these words may show who raised something; nothing, where they are to go all the same."""
    found = "" if anyway else hints.listed(words, text)
    return words(wl.MAY_SHOW, found=found) if found else ""


def lines(words: Words, there: tuple[Lesson, ...]) -> list[str]:
    """The notes as text, under a title; nothing where there are none."""
    told = [line for each in there for line in ("", span(words, each), each.text)]
    return ["", words(wl.TITLE), *told] if told else []


def span(words: Words, each: Lesson) -> str:
    return words(wl.SPAN, name=each.by, role=each.role, first=day(words, each.first), last=day(words, each.last))


async def _page(
    room: Room, visit: Visit, wrong: Sentence | None = None, *, warned: str = "", notice: Sentence | None = None
) -> Response:
    lessons, did = await visit.desk.chores.lessons(), visit.desk.left()
    done = {"taken back": wl.TAKEN_BACK, "learned": wl.KEPT}.get(did)
    told = {
        "wl": wl,
        "wc": wc,
        "lessons": lessons,
        "there": [(span(room.words, each), each.text) for each in lessons.shown],
        "text": visit.fields.get("learned", lessons.own),
        "wrong": wrong,
        "warned": warned,
        "notice": notice or done,
    }
    return HTMLResponse(page(room, "learned.html", visit, **told), 409 if wrong or warned else 200)
