"""Figures: what was published for staff and the board, publishing once more, and the exact counts for the national return."""

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_case as wc
from adapters.inbox import words_entering as we
from adapters.inbox import words_figures as wf
from adapters.inbox.copying import download
from adapters.inbox.guard import HOME, Room, Visit, page
from adapters.inbox.posted import Fields, Malformed
from bot.casebook import Refused
from bot.chores import Figure, Figures
from bot.words import Sentence, Words

CSV, TEXT = "text/csv; charset=utf-8", "text/plain; charset=utf-8"


async def show(room: Room, visit: Visit) -> Response:
    return await _page(room, visit, Fields())


async def again(room: Room, visit: Visit) -> Response:
    """What was typed when the lock fell."""
    return await _page(room, visit, visit.fields, notice=we.BACK_AGAIN)


async def act(room: Room, visit: Visit) -> Response:
    typed, chores = visit.fields, visit.desk.chores
    try:
        match typed.get("do", ""):
            case "publish" if not typed.get("sure"):
                return await _page(room, visit, typed, wc.NOT_SURE)
            case "publish":
                await chores.publish(typed.get("quarter", ""), typed.get("changed", ""))
                visit.desk.leave("published")
                return RedirectResponse(f"{HOME}/figures", 303)
            case "national":
                quarter = typed.get("quarter", "")
                return download(await chores.national(quarter), "national-return.csv", CSV)
            case "board":
                return download(await chores.for_the_board(), "figures.csv", CSV)
            case "staff":
                return download(for_staff(room.words, await chores.figures()), "what-changed.txt", TEXT)
            case _:
                raise Malformed
    except Refused as refused:
        if refused.why in ("locked", "list", "figures"):
            raise
        return await _page(room, visit, typed, w.REFUSED[refused.why])


def for_staff(words: Words, figures: Figures) -> str:
    """Everything that staff may read, as text: figures of twelve months, and what changed."""
    lines = [words(wf.STAFF_TITLE), ""]
    if figures.tables:
        lines += [words(wf.ROLLING, quarter=figures.tables[0].last)]
        lines += [words(wf.STAFF_LINE, what=named(words, e), cases=counted(words, e)) for e in figures.rolling]
    for each in figures.tables:
        if each.changed:
            lines += ["", words(wf.SPAN, first=each.first, last=each.last), each.changed]
    return "\n".join(lines) + "\n"


def named(words: Words, figure: Figure) -> str:
    return words(w.CATEGORIES[figure.element]) if figure.element else words(wf.ALL)


def counted(words: Words, figure: Figure) -> str:
    if figure.cases is None:
        return words(wf.HIDDEN)
    return words(wf.LEAST, n=figure.cases) if figure.least else str(figure.cases)


async def _page(
    room: Room, visit: Visit, typed: Fields, wrong: Sentence | None = None, *, notice: Sentence | None = None
) -> Response:
    figures = await visit.desk.chores.figures()
    rows = [(named(room.words, each), counted(room.words, each), each.cases is None) for each in figures.rolling]
    done = wf.PUBLISHED if visit.desk.left() == "published" else None
    told = {
        "wf": wf,
        "wc": wc,
        "figures": figures,
        "rows": rows,
        "typed": typed,
        "wrong": wrong,
        "notice": notice or done,
    }
    return HTMLResponse(page(room, "figures.html", visit, **told), 409 if wrong else 200)
