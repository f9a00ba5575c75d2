"""Figures: what was published for staff and the board, publishing once more, and the exact counts for the national return."""

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_case as wc
from adapters.inbox import words_entering as we
from adapters.inbox import words_figures as wf
from adapters.inbox import words_learned as wl
from adapters.inbox.copying import download
from adapters.inbox.guard import HOME, Room, Visit, page
from adapters.inbox.learned import lines as learned_lines
from adapters.inbox.learned import warning
from adapters.inbox.posted import Fields, Malformed
from bot.casebook import Refused
from bot.chores import Figure, Figures, Lessons
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
            case "publish" if warned := warning(room.words, typed.get("changed", ""), typed.get("anyway", "")):
                return await _page(room, visit, typed, warned=warned)
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
                return download(
                    for_staff(room.words, await chores.figures(), await chores.lessons()), "what-changed.txt", TEXT
                )
            case _:
                raise Malformed
    except Refused as refused:
        if refused.why in ("locked", "list", "figures"):
            raise
        return await _page(room, visit, typed, w.REFUSED[refused.why])


def for_staff(words: Words, figures: Figures, lessons: Lessons) -> str:
    """Everything that staff and the board may read, as text: figures of twelve months, who counted them, what changed, and
    what guardians learned."""
    lines = [words(wf.STAFF_TITLE), ""]
    if figures.tables:
        lines += [words(wf.ROLLING, quarter=figures.last)]
        lines += [words(wf.STAFF_LINE, what=named(words, e), cases=counted(words, e)) for e in figures.rolling]
        lines += ["", *who_counted(words, figures)]
    for each in figures.tables:
        if each.changed:
            span = words(wf.SPAN_BY, first=each.first, last=each.last, name=each.by, role=each.role)
            lines += ["", span, each.changed]
    return "\n".join([*lines, *learned_lines(words, lessons.shown)]) + "\n"


def named(words: Words, figure: Figure) -> str:
    return words(w.CATEGORIES[figure.element]) if figure.element else words(wf.ALL)


def counted(words: Words, figure: Figure) -> str:
    return words(wf.HIDDEN) if figure.cases is None else words(wf.LEAST, n=figure.cases)


def who_counted(words: Words, figures: Figures) -> list[str]:
    """Which cases are in the figures, and which are not."""
    who, whom = ([words(wf.NAMED, name=n, role=r) for n, r in each] for each in (figures.counted, figures.uncounted))
    told = [words(wf.COUNTED, who=words.listed(who))] if who else []
    return told + ([words(wf.UNCOUNTED, n=len(whom), whom=words.listed(whom))] if whom else [])


async def _page(
    room: Room,
    visit: Visit,
    typed: Fields,
    wrong: Sentence | None = None,
    *,
    notice: Sentence | None = None,
    warned: str = "",
) -> Response:
    figures = await visit.desk.chores.figures()
    rows = [(named(room.words, each), counted(room.words, each), each.cases is None) for each in figures.rolling]
    done = wf.PUBLISHED if visit.desk.left() == "published" else None
    told = {
        "wf": wf,
        "wc": wc,
        "figures": figures,
        "rows": rows,
        "who": who_counted(room.words, figures),
        "typed": typed,
        "warned": warned,
        "wl": wl,
    }
    return HTMLResponse(
        page(room, "figures.html", visit, wrong=wrong, notice=notice or done, **told), 409 if wrong or warned else 200
    )
