"""The public page is made when somebody first opens it: what draws it takes a tenth of a start, and many starts need none."""

from collections.abc import Callable

from starlette.routing import BaseRoute, Route, Router
from starlette.types import Receive, Scope, Send

PATH = "/speak-up"


class Late:
    """An application that is made at the first request."""

    def __init__(self, make: Callable[[], list[BaseRoute]]) -> None:
        self._make = make
        self._made: Router | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._made = self._made or Router(self._make())
        await self._made(scope, receive, send)


def late_routes(make: Callable[[], list[BaseRoute]]) -> list[BaseRoute]:
    """The page's two addresses, with and without a slash at the end."""
    late = Late(make)
    return [Route(path, late) for path in (PATH, f"{PATH}/")]
