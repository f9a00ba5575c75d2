"""The list of all cases: what is overdue and what waits stands first; narrowed by words that never leave this session."""

from datetime import date
from typing import cast, get_args

from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.inbox import words_case as wc
from adapters.inbox import words_chores as wk
from adapters.inbox.guard import HOME, Room, Visit, page
from bot.casebook import Find, Line, Owner

A_PAGE = 50
NOT_CLOSED = "not closed"


async def show(room: Room, visit: Visit) -> Response:
    """The list as it is open so far."""
    desk = visit.desk
    opening = await desk.lines()
    fitting = sorted((line for line in opening.lines if fits(line, desk.find)), key=order)
    number = _number(visit.request.query_params.get("page", "1"), len(fitting))
    shown = fitting[(number - 1) * A_PAGE : number * A_PAGE]
    counts = {
        "all": len(opening.lines),
        "open": sum(line.status != "closed" for line in opening.lines),
        "waiting": sum(line.waits is not None for line in opening.lines),
        "overdue": sum(line.overdue for line in opening.lines),
    }
    left = desk.left()
    drawn = page(
        room,
        "list.html",
        visit,
        lines=shown,
        fitting=len(fitting),
        counts=counts,
        find=desk.find,
        narrowed=desk.find != Find(),
        number=number,
        more=number * A_PAGE < len(fitting),
        opening=not opening.whole,
        notice=wc.LEFT.get(left) or wk.LEFT.get(left),
        endings=await desk.chores.notices(),
        wk=wk,
        not_closed=NOT_CLOSED,
    )
    return HTMLResponse(drawn)


async def narrow(room: Room, visit: Visit) -> Response:
    """Takes the words from the form's body, so that they stand in no address, no history and no log of a proxy."""
    fields = visit.fields
    owner = fields.get("owner", "")
    visit.desk.narrow(
        Find(
            text=fields.get("text", "").strip(),
            category=fields.get("category", ""),
            status=fields.get("status", ""),
            owner=cast(Owner, owner) if owner in get_args(Owner) else "",
            waiting=bool(fields.get("waiting")),
        )
        if "all" not in fields
        else Find()
    )
    return RedirectResponse(HOME, 303)


def fits(line: Line, find: Find) -> bool:
    """Whether a case is among what is looked for."""
    every = "\n".join((line.name, line.owner, line.unit, line.said, *line.tags)).casefold()
    whose = {"": True, "me": line.mine, "nobody": not line.owner}[find.owner]
    status = line.status != "closed" if find.status == NOT_CLOSED else find.status in ("", line.status)
    return (
        whose
        and status
        and find.category in ("", line.category)
        and (not find.waiting or line.waits is not None)
        and all(word in every for word in find.text.casefold().split())
    )


def order(line: Line) -> tuple[bool, bool, bool, date, int, str]:
    """What needs somebody comes first: overdue, then a risk of harm, then who has waited longest; closed ones last."""
    return (
        not line.overdue,
        line.status == "closed" and line.waits is None,
        not (line.urgent and line.waits),
        line.waits or date.max,
        -line.since.toordinal(),
        line.name,
    )


def _number(told: str, cases: int) -> int:
    last = max(1, -(-cases // A_PAGE))
    return min(max(1, int(told)), last) if told.isdecimal() and len(told) < 6 else 1
