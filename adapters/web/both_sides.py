"""The page of the demonstration on which one finds the public page, the inbox, and what to type there."""

from starlette.responses import HTMLResponse, Response

from adapters.web.desk import Caller, Desk, Problem
from adapters.web.words import PROBLEM_LOST

PATH = "/guardians"


async def guardians(desk: Desk, caller: Caller) -> Response:
    """Drawn anew every ten seconds by the browser itself, because codes end."""
    if desk.sides is None:
        raise Problem(404, PROBLEM_LOST)
    page = desk.drawing.page(
        "guardians.html", caller.words, marks=desk.marks, sides=desk.sides, everyone=desk.sides.guardians()
    )
    return HTMLResponse(page)
