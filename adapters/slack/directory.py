"""Reads everybody who works in the workspace, page by page, so that the bot knows whom it may ask."""

import secrets

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.people import arrival
from bot.events import Arrived

PAGE = 200  # Slack's advice


async def everybody(client: AsyncWebClient, tenant: str) -> list[Arrived]:
    """All staff as arrivals: no bots, no guests, nobody who has left.

    All pages are read before anybody arrives, so that a line that breaks half-way leaves nobody out for good.
    """
    reading, found, cursor = secrets.token_hex(8), list[Arrived](), None
    while True:
        page = await client.users_list(include_locale=True, limit=PAGE, cursor=cursor, team_id=tenant)
        for user in page.get("members") or ():
            # Told apart by this reading: after a removal and a new installation the same people arrive again.
            arrived = arrival(user, tenant=tenant, id_=f"{reading}:{user.get('id')}", joining=True)
            if arrived:
                found.append(arrived)
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return found
