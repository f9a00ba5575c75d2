"""The web door when there is no demonstration: it says that it is alive, and nothing else."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


def routes_closed() -> list[Route]:
    """The one address that stays open until there is sign-in; everything else is not found."""
    return [Route("/healthz", alive, methods=["GET"])]


async def alive(_request: Request) -> Response:
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"})
