"""The guardians' inbox as the rest of the program sees it: its addresses."""

from pathlib import Path

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.inbox import adding, copying, entering, figures, keys, learned, listing, people, reading
from adapters.inbox import words as w
from adapters.inbox.drawing import TYPES, Drawing
from adapters.inbox.guard import HOME, Act, Room, Visit, guarded, sorry
from bot.casebook import Casebook
from bot.settings import LOOPBACK
from bot.words import Words

BEHIND = {
    f"{HOME}": (listing.show, listing.narrow),
    f"{HOME}/case/{{ref}}": (reading.show, reading.act),
    f"{HOME}/case/{{ref}}/matter": (copying.back, copying.act),
    f"{HOME}/case/{{ref}}/copy": (copying.show, copying.take_out),
    f"{HOME}/add": (adding.show, adding.act),
    f"{HOME}/figures": (figures.show, figures.act),
    f"{HOME}/learned": (learned.show, learned.act),
    f"{HOME}/guardians": (people.show, people.act),
    f"{HOME}/keys": (keys.show, keys.change),
}
"""Pages behind the lock: what is shown, and what a form on it does."""


def routes(
    casebook: Casebook,
    words: Words,
    *,
    organisation: str,
    looks: tuple[Path, ...],
    hosts: tuple[str, ...] = LOOPBACK,
    secure: bool = False,
) -> list[BaseRoute]:
    """All addresses. `hosts` are the names, without ports, under which the inbox is at home; with `secure` the cookie
    goes over https only. `looks` are folders of style sheets that other pages of the house use too."""
    room = Room(casebook, words, Drawing(*looks), organisation, hosts, secure, returns)
    locked = entering.locked
    behind = [
        route
        for path, (show, act) in BEHIND.items()
        for route in (
            Route(path, guarded(room, show, locked), methods=["GET"]),
            Route(path, guarded(room, act, locked), methods=["POST"]),
        )
    ]
    return [
        *behind,
        Route(f"{HOME}/case/{{ref}}/draft", guarded(room, reading.keep_draft, locked), methods=["POST"]),
        Route(f"{HOME}/case/{{ref}}/enclosed/{{number}}", guarded(room, reading.enclosed, locked), methods=["GET"]),
        Route(f"{HOME}/sign-in", guarded(room, entering.door), methods=["GET"]),
        Route(f"{HOME}/sign-in", guarded(room, entering.sign_in), methods=["POST"]),
        Route(f"{HOME}/sign-out", guarded(room, entering.sign_out, locked), methods=["POST"]),
        Route(f"{HOME}/enrol", guarded(room, keys.enrol), methods=["GET", "POST"]),
        Route(f"{HOME}/recover", guarded(room, keys.recover), methods=["GET", "POST"]),
        Route(f"{HOME}/static/{{name}}", guarded(room, _file), methods=["GET"]),
        Route("/", guarded(room, _home), methods=["GET"]),
        Route("/healthz", guarded(room, _well), methods=["GET"]),
        Route("/{rest:path}", guarded(room, _nothing), methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
    ]


def returns(path: str) -> Act | None:
    """The page on which words stand again that were typed before the lock fell."""
    match path.removeprefix(HOME).rpartition("/"):
        case ["", _, "add"]:
            return adding.again
        case ["", _, "figures"]:
            return figures.again
        case ["", _, "learned"]:
            return learned.again
        case [case, _, "copy"] if reading.returns(HOME + case):
            return copying.again
        case [case, _, "matter"]:
            return reading.returns(HOME + case)
        case _:
            return reading.returns(path)


async def _home(_room: Room, _visit: Visit) -> Response:
    return RedirectResponse(HOME, 303)


async def _well(_room: Room, _visit: Visit) -> Response:
    return Response("ok", media_type="text/plain")


async def _nothing(room: Room, _visit: Visit) -> Response:
    return sorry(room, 404, w.PROBLEM_LOST)


async def _file(room: Room, visit: Visit) -> Response:
    name = visit.request.path_params["name"]
    if name not in room.drawing.files:
        return sorry(room, 404, w.PROBLEM_LOST)
    fixed = visit.request.query_params.get("v") == room.drawing.marks[name]
    kept = "public, max-age=31536000, immutable" if fixed else "no-cache"
    return Response(room.drawing.files[name], media_type=TYPES[Path(name).suffix], headers={"Cache-Control": kept})
