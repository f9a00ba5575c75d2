"""The way out to Slack's Web API: one client for one server, one pool of connections, and nothing logged of what is sent."""

import logging
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

TIMEOUT = 20  # seconds for a whole call; a letter in flight must be given up before its claim runs out
SDK = "hearback.slack.sdk"


def silent() -> logging.Logger:
    """The logger that Bolt and the SDK are made to use.

    At lower levels both print whole payloads, tokens and texts; what remains is an error's class and place.
    """
    logger = logging.getLogger(SDK)
    logger.setLevel(logging.ERROR)
    if not logger.filters:
        logger.addFilter(_Once())
    for name in ("aiohttp.client", "aiohttp.internal", "aiohttp.websocket", "slack_bolt", "slack_sdk"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return logger


def client(token: str, api_url: str) -> AsyncWebClient:
    """A client that calls once: the SDK's default of a second try posts a message twice after a broken line."""
    made = AsyncWebClient(token=token, base_url=api_url, timeout=TIMEOUT, retry_handlers=[], logger=silent())
    made.proxy = proxy(api_url)
    return made


def session() -> aiohttp.ClientSession:
    """Connections that are kept; needs a running loop, and is closed by whoever opened it."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))


def proxy(url: str) -> str | None:
    """The proxy that the environment names for this address. The SDK by itself does not heed NO_PROXY."""
    address = urlsplit(url)
    if proxy_bypass(address.netloc):
        return None
    return getproxies().get("https" if address.scheme in ("https", "wss") else "http")


class _Once(logging.Filter):
    """Lets each kind of trouble through once, without its words: the SDK repeats itself for as long as Slack is away."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        what = type(error).__name__ if error else "something"
        record.msg, record.args = f"{what} went wrong in Slack's library at {record.module}:{record.lineno}", ()
        record.exc_info = record.exc_text = record.stack_info = None
        fresh = record.msg not in self._said
        self._said.add(record.msg)
        return fresh
