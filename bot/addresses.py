"""Which addresses can be used where the settings ask for one; else a sentence that says how to write it."""

import re
from urllib.parse import SplitResult, urlsplit

from bot.settings import LOOPBACK, Settings

_HOST = re.compile(r"[^\s/@?#]*\w[^\s/@?#]*")


def public(url: str) -> str:
    if url and not url.startswith("https://"):
        raise ValueError("must begin with https://, because Slack and Teams fetch pictures from nowhere else")
    return url.rstrip("/")


def private(url: str) -> str:
    found = urlsplit(url)
    if url and not (found.hostname and found.port != 0 and (found.scheme == "https" or _here(found))):
        raise ValueError("must begin with https://, or with http:// and this machine's own name for a tunnel")
    return url.rstrip("/")


def web(url: str) -> str:
    found = urlsplit(url)
    if url and not (found.hostname and found.scheme in ("https", "http") and "@" not in found.netloc):
        raise ValueError("must be an address that begins with https://")
    return url


def hosts(listed: str) -> str:
    if not all(_HOST.fullmatch(host.strip()) for host in listed.split(",") if host.strip()):
        raise ValueError(
            "must be names of hosts with commas between, such as smba.example.com; no https:// and no path"
        )
    return listed


def joined(settings: Settings) -> str:
    """With what the addresses of a workshop's pages begin: whole ones, for a telephone reads them from a screen. Empty where
    nobody could reach any."""
    return settings.public_url or (f"http://{settings.host}:{settings.port}" if settings.demo else "")


def _here(address: SplitResult) -> bool:
    return address.scheme == "http" and address.hostname in LOOPBACK
