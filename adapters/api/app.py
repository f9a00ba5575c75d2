"""The addresses of the API: each hands on rows of published figures, a page at a time, and none of them can change anything."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.api import guard, openapi
from adapters.api.guard import Guard
from adapters.api.openapi import BEGINS
from adapters.api.pages import Unpaged, paged, wanted
from bot.exports import Exports, NotHere, Row

Finds = Callable[[Mapping[str, str], Mapping[str, str]], Awaitable[Sequence[Row] | NotHere]]
"""Finds rows by the names in the path and by the query."""


def routes(exports: Exports, dictionary: Sequence[Row], checked: Guard | None = None) -> list[BaseRoute]:
    """Every address below /api/v1, and not found for all others there."""
    door = checked or Guard(exports)
    found: list[tuple[str, Finds]] = [
        ("/programmes", lambda _path, _query: exports.programmes()),
        ("/programmes/{programme}/rounds", lambda path, _query: exports.rounds(path["programme"])),
        ("/programmes/{programme}/series/{question}", _series(exports)),
        ("/rounds/{round}/results", lambda path, _query: exports.results(path["round"])),
        ("/rounds/{round}/quarterly", lambda path, _query: exports.quarterly(path["round"])),
        ("/dictionary", _fixed(dictionary)),
    ]
    document = openapi.document(dictionary)

    async def described(_request: Request) -> Response:
        return JSONResponse(document)

    async def nowhere(_request: Request) -> Response:
        return guard.problem(404, guard.NOTHING)

    listed = [_route(door.guarded(_listed(finds)), path) for path, finds in found]
    about = _route(door.guarded(described, token=False), "/openapi.json")
    return [*listed, about, _route(door.guarded(nowhere), ""), _route(door.guarded(nowhere), "/{rest:path}")]


METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
"""All of them come to the guard, which says in words that only reading is possible."""


def _route(endpoint: Callable[[Request], Awaitable[Response]], path: str) -> Route:
    return Route(BEGINS + path, endpoint, methods=METHODS)


def _listed(finds: Finds) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            page = wanted(request.query_params)
        except Unpaged as unpaged:
            return guard.problem(400, str(unpaged))
        found = await finds(request.path_params, request.query_params)
        if isinstance(found, NotHere):
            return guard.problem(404, found.why)
        return JSONResponse(paged(found, page, request.url.path, dict(request.query_params)))

    return answer


def _series(exports: Exports) -> Finds:
    async def find(path: Mapping[str, str], query: Mapping[str, str]) -> Sequence[Row] | NotHere:
        return await exports.series(path["programme"], path["question"], query.get("team", ""))

    return find


def _fixed(rows: Sequence[Row]) -> Finds:
    async def find(_path: Mapping[str, str], _query: Mapping[str, str]) -> Sequence[Row] | NotHere:
        return rows

    return find
