"""Hands out the file behind a signed address, for whoever has the address."""

import logging

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.api.capability import LONGEST, PATH, Capabilities
from bot.exports import Exports, File
from bot.mishap import trace

log = logging.getLogger("hearback.api")

HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "default-src 'none'",
}
ENDED = "This link has ended, or was never one. Open the results in Hearback again for a new one."
BROKEN = "Something went wrong on our side. Please try again in a minute."


def file_routes(exports: Exports, capabilities: Capabilities) -> list[BaseRoute]:
    """One address. Links that ended, that were made up, and rounds with nothing to fetch are all not found."""

    async def save(request: Request) -> Response:
        token = request.path_params["token"]
        wanted = capabilities.read(token) if len(token) <= LONGEST else None
        if wanted is None:
            return PlainTextResponse(ENDED, 404, HEADERS)
        try:
            found = await exports.file(wanted.ref, wanted.form, shared=False)
        except Exception as error:
            log.error("handing out a file: %s", trace(error))
            return PlainTextResponse(BROKEN, 500, HEADERS)
        if not isinstance(found, File):
            return PlainTextResponse(found.why, 404, HEADERS)
        shown = {"Content-Disposition": f'attachment; filename="{found.name}"'}
        return Response(found.body, media_type=found.media, headers=HEADERS | shown)

    return [Route(PATH + "{token}", save, methods=["GET"])]
