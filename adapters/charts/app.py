"""The one address under which Slack and Teams fetch the picture of a chart."""

import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from adapters.charts.address import PATH, Addresses
from bot.limits import ADDRESS
from bot.mishap import trace
from bot.ports import Draws

log = logging.getLogger("hearback.charts")

HEADERS = {
    # What lies under an address can never be another picture. It is "private" to nobody: who has the address may see it.
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "default-src 'none'",
}
NOTHING = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def routes(charts: Draws, addresses: Addresses) -> list[BaseRoute]:
    """Serves the pictures of charts. Every other address below it is not found, and looks the same."""

    async def picture(request: Request) -> Response:
        token = request.path_params["token"]
        try:
            chart = addresses.read(token) if len(token) <= ADDRESS else None
            if chart is None:
                return Response(status_code=404, headers=NOTHING)
            return Response(await charts.png(chart), media_type="image/png", headers=HEADERS)
        except Exception as error:
            log.error("drawing a picture: %s", trace(error))
            return Response(status_code=500, headers=NOTHING)

    return [Route(PATH + "{token}.png", picture, methods=["GET"])]
