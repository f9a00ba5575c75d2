"""Reads everybody who works in the workspace, page by page, so that the bot knows whom it may ask."""

import secrets
from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.people import arrival
from adapters.slack.sender import outcome
from adapters.slack.turn import Pause
from bot.events import Arrived
from bot.ports import Throttled

PAGE = 200  # Slack's advice


async def everybody(client: AsyncWebClient, ours: tuple[str, ...], pause: Pause) -> list[Arrived]:
    """All staff as arrivals: no bots, no guests, no other company's people, nobody who has left.

    `ours` are the workspace and, if there is one, its organisation. Whoever is known already arrives once more, which
    brings their name up to date.
    """
    tenant = ours[0]
    reading, found, cursor = secrets.token_hex(8), list[Arrived](), None
    while True:
        page = await _page(client, {"limit": PAGE, "cursor": cursor, "team_id": tenant}, pause)
        for user in page.get("members") or ():
            # Told apart by this reading: the same people arrive at every start, and none of them is a repetition.
            arrived = arrival(user, tenant=tenant, id_=f"{reading}:{user.get('id')}", joining=True, ours=ours)
            if arrived:
                found.append(arrived)
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return found


async def _page(client: AsyncWebClient, arguments: Mapping[str, Any], pause: Pause) -> Mapping[str, Any]:
    """One page; where Slack asks us to wait we wait, and go on from here: starting anew would never end."""
    while True:
        try:
            answer = await client.users_list(include_locale=True, **arguments)
        except SlackApiError as error:
            told = outcome(error)
            if not isinstance(told, Throttled):
                raise
            await pause(told.seconds)
        else:
            return dict(answer.data) if isinstance(answer.data, dict) else {}
