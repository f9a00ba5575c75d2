"""The pages of a workshop are made when somebody first opens one: most servers hold none."""

from collections.abc import Callable

from starlette.routing import BaseRoute, Route, Router
from starlette.types import Receive, Scope, Send

JOIN, TABLE = "/t", "/t/{code}"
ROOM, CARDS, PROGRESS = "/room/{screen}", "/room/{screen}/cards", "/progress/{token}"
PATHS = (JOIN, f"{JOIN}/", TABLE, ROOM, CARDS, PROGRESS)


class Late:
    """An application that is made at the first request."""

    def __init__(self, make: Callable[[], list[BaseRoute]]) -> None:
        self._make = make
        self._made: Router | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._made = self._made or Router(self._make())
        await self._made(scope, receive, send)


def late_routes(make: Callable[[], list[BaseRoute]]) -> list[BaseRoute]:
    """Every address of a workshop."""
    late = Late(make)
    return [Route(path, late) for path in PATHS]
