"""Hands requests to an ASGI application without a network and without a client library, so that neither is measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Asgi = Any


@dataclass(frozen=True, slots=True)
class Posted:
    """One request."""

    path: str
    body: bytes
    headers: Mapping[str, str]


async def post(app: Asgi, posted: Posted) -> tuple[int, bytes]:
    """The status and the body of the answer."""
    sent: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": posted.body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(_scope(posted), receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


def _scope(posted: Posted) -> dict[str, Any]:
    headers = {**posted.headers, "content-length": str(len(posted.body)), "host": "hearback.example"}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "https",
        "path": posted.path,
        "raw_path": posted.path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
    }


async def read(receive: Any) -> bytes:
    """A request's whole body."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def answer(send: Any, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
