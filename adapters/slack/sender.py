"""Writes to one person first, by direct message, and finds out afterwards whether a message that was cut off arrived."""

import uuid

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import render
from bot.ports import Letter, Missing, Refused, Sent, Throttled, Unsure

EVENT_TYPE = "hearback_delivery"
NAMESPACE = uuid.UUID("6f1d9bb6-3a0e-5a53-9d7c-0c0f4e1c2b7a")
UNCLEAR = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org", "accesslimited"}
)
"""Slack's own troubles, after which nobody knows whether the message stands."""
GONE = frozenset(
    {
        "account_inactive",
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "team_access_not_granted",
    }
    | {"token_revoked"}
)
"""The place itself takes nothing more from us."""


class SlackSender:
    """Implements `bot.ports.Sender`."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def send(self, letter: Letter) -> Sent | Throttled | Refused | Unsure:
        """Posts once. The person's id works as a channel, and Slack answers with the channel of the conversation."""
        try:
            posted = await self._client.chat_postMessage(
                channel=letter.account.reach or letter.account.id,
                **render.message(letter.card),
                metadata={"event_type": EVENT_TYPE, "event_payload": {"id": letter.key}},
                client_msg_id=str(uuid.uuid5(NAMESPACE, letter.key)),
                unfurl_links=False,
                unfurl_media=False,
            )
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return outcome(error)
        return Sent(str(posted.get("ts", "")), str(posted.get("channel", "")))

    async def find(self, letter: Letter) -> Sent | Missing | Throttled | Unsure:
        """Looks for the letter's key in the direct messages since it was claimed."""
        try:
            channel = letter.account.reach or await self._opened(letter.account.id)
            return await self._found(channel, letter)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            result = outcome(error)
            if not isinstance(result, Refused):
                return result
            return Unsure(result.code) if letter.aloud else Missing()  # a channel's history is not ours to read

    async def _opened(self, user: str) -> str:
        opened = await self._client.conversations_open(users=user)
        channel = opened.get("channel") or {}
        return str(channel.get("id", ""))

    async def _found(self, channel: str, letter: Letter) -> Sent | Missing:
        oldest = f"{letter.claimed_at.timestamp() - 5:.6f}"
        cursor: str | None = None
        while True:
            page = await self._client.conversations_history(
                channel=channel, oldest=oldest, include_all_metadata=True, limit=200, cursor=cursor
            )
            for message in page.get("messages") or ():
                if _key(message) == letter.key:
                    return Sent(str(message["ts"]), channel)
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return Missing()


def outcome(error: Exception) -> Throttled | Refused | Unsure:
    """What an error says about the message: wait, never, or nobody knows."""
    if not isinstance(error, SlackApiError):
        return Unsure(type(error).__name__)
    status, headers = _answer(error)
    code = _code(error)
    if status == 429 or code in ("ratelimited", "rate_limited"):
        return Throttled(_seconds(headers))
    if status >= 500 or code in UNCLEAR or not code:
        return Unsure(code or f"http_{status}")
    return Refused(code, gone=code in GONE)


def _answer(error: SlackApiError) -> tuple[int, dict[str, str]]:
    """Status and headers, from the SDK's response or, where the body was no JSON, from the bare HTTP response."""
    response = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", 0)
    return int(status or 0), {
        name.lower(): value for name, value in dict(getattr(response, "headers", {}) or {}).items()
    }


def _code(error: SlackApiError) -> str:
    data = getattr(error.response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def _seconds(headers: dict[str, str]) -> float:
    wait = headers.get("retry-after", "")
    return float(wait) if wait.isascii() and wait.isdigit() else 30.0


def _key(message: dict[str, object]) -> str:
    metadata = message.get("metadata")
    payload = metadata.get("event_payload") if isinstance(metadata, dict) else None
    return str(payload.get("id", "")) if isinstance(payload, dict) else ""
