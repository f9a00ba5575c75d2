"""New messages, the moved clock and the numbers beside the rooms reach an open page without reloading."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from adapters.web.demo import next_monday
from bot.events import Account, Submitted
from bot.ports import Letter, Missing, Refused, Seat, Sent
from bot.ui import Card, Text
from tests.adapters.web.conftest import Ward
from tests.adapters.web.toy import HELLO, PROMPT
from tests.drivers.web import BASE
from tests.drivers.web_edge import HandClock, HandDemo
from tests.drivers.web_reading import page_of, post_of


@dataclass(slots=True)
class Line:
    """An open line to one page, read as a browser's EventSource would."""

    pieces: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def next(self, name: str) -> dict[str, object]:
        while True:
            piece = await asyncio.wait_for(self.pieces.get(), 5)
            if piece.startswith(f"event: {name}\n"):
                said: dict[str, object] = json.loads(piece.partition("data: ")[2])
                return said


@asynccontextmanager
async def open_line(ward: Ward, room: str = "/chat") -> AsyncIterator[Line]:
    """Calls the real application as a server would: the line ends when the browser goes away."""
    line = Line()

    async def receive() -> dict[str, object]:
        await line.gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        body = message.get("body", b"")
        if isinstance(body, bytes):
            for piece in body.decode().split("\n\n")[:-1]:
                await line.pieces.put(f"{piece}\n\n")

    cookie = f"hearback_seat={ward.browser.cookies['hearback_seat']}"
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/stream",
        "raw_path": b"/stream",
        "query_string": f"room={room}".encode(),
        "headers": [(b"host", b"localhost"), (b"cookie", cookie.encode())],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    serving = asyncio.create_task(ward.driver.app(scope, receive, send))  # type: ignore[arg-type]
    try:
        yield line
    finally:
        line.gone.set()
        await asyncio.wait_for(serving, 5)


async def test_a_new_message_arrives_on_an_open_page(ward: Ward) -> None:
    async with open_line(ward) as line:
        await line.next("unread")
        await ward.deliver()
        said = await line.next("message")
        assert "How was your week at work?" in str(said["html"])
        assert said["day"] == "Tuesday 3 November"


async def test_a_replaced_message_arrives_with_another_version(ward: Ward) -> None:
    await ward.deliver()
    async with open_line(ward) as line:
        before = await line.next("message")
        await ward.driver.press(ward.nurse, "Later")
        after = await line.next("message")
        assert after["id"] == before["id"]
        assert after["version"] != before["version"]


async def test_a_message_elsewhere_counts_as_not_read_yet(ward: Ward) -> None:
    async with open_line(ward, "/home") as line:
        await line.next("unread")
        letter = Letter("k", ward.nurse, PROMPT, ward.driver.clock.now())
        await ward.driver.workspace.sender.send(letter)
        unread = await line.next("unread")
        assert unread["/chat"] == [1, "1 not read yet"]


async def test_what_comes_to_a_page_that_was_just_left_is_not_read_yet(ward: Ward) -> None:
    async with open_line(ward) as left:
        await left.next("unread")
        await ward.browser.get("/home")
        await ward.driver.workspace.sender.send(Letter("k", ward.nurse, PROMPT, ward.driver.clock.now()))
        await left.next("message")
        assert "1 not read yet" in (await ward.browser.get("/home")).text


async def test_a_page_that_goes_away_leaves_nothing_behind(ward: Ward) -> None:
    async with open_line(ward) as line:
        await line.next("unread")
        assert ward.driver.workspace.watching == 1
    assert ward.driver.workspace.watching == 0


async def test_a_page_of_the_person_before_is_told_so_and_shown_nothing(ward: Ward) -> None:
    await ward.deliver()
    answer = await ward.browser.get("/stream", params={"room": "/chat", "as": "tom-reilly"})
    assert answer.text == "event: gone\ndata: {}\n\n"


async def test_stopping_lets_every_open_page_go(ward: Ward) -> None:
    async with open_line(ward) as line:
        await line.next("unread")
        await ward.driver.workspace.stop()


async def test_a_silent_line_gives_a_sign_of_life(ward: Ward) -> None:
    ward.driver.workspace._live.quiet = 0.001
    async with open_line(ward) as line:
        while await asyncio.wait_for(line.pieces.get(), 5) != ": still here\n\n":
            pass


async def test_moving_the_clock_lets_colleagues_answer_and_shows_where_it_is(ward: Ward) -> None:
    demo = ward.driver.demo
    assert isinstance(demo, HandDemo)
    demo.add(Seat("li", "Li Chen", "Pharmacist", "Pharmacy", featured=False))
    await ward.driver.workspace.sender.send(Letter("li", Account("web", "demo", "li"), PROMPT, ward.driver.clock.now()))
    async with open_line(ward) as line:
        await line.next("bar")
        demo.going.clear()
        journey = asyncio.create_task(_move(ward, "monday"))
        assert "Moving the clock" in str((await line.next("bar"))["html"])
        assert await _move(ward, "monday") == 409
        demo.going.set()
        assert await journey == 200
        while (bar := await line.next("bar"))["moving"]:
            pass
        assert "Monday 9 November, 09:00" in str(bar["html"])
    assert [event.account.id for event in ward.bot.seen if isinstance(event, Submitted)] == ["li"]


async def test_the_clock_goes_to_what_is_next(ward: Ward) -> None:
    demo = ward.driver.demo
    assert isinstance(demo, HandDemo)
    demo.due = ward.driver.clock.now() + timedelta(hours=5)
    await _move(ward, "next")
    assert ward.driver.clock.now() == demo.due


async def test_with_nothing_planned_there_is_nowhere_to_go(ward: Ward) -> None:
    before = ward.driver.clock.now()
    assert await _move(ward, "next") == 409
    assert ward.driver.clock.now() == before


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 3, 9, 2, tzinfo=UTC), datetime(2026, 11, 9, 9, tzinfo=UTC)),
        (datetime(2026, 11, 9, 8, 59, tzinfo=UTC), datetime(2026, 11, 9, 9, tzinfo=UTC)),
        (datetime(2026, 11, 9, 9, 0, tzinfo=UTC), datetime(2026, 11, 16, 9, tzinfo=UTC)),
        (datetime(2026, 3, 27, 12, 0, tzinfo=UTC), datetime(2026, 3, 30, 8, tzinfo=UTC)),
        (datetime(2026, 10, 23, 12, 0, tzinfo=UTC), datetime(2026, 10, 26, 9, tzinfo=UTC)),
    ],
)
def test_next_monday_is_nine_on_the_wall_clock_also_when_clocks_change(now: datetime, monday: datetime) -> None:
    assert next_monday(now, "Europe/London") == monday


async def test_the_sender_says_what_became_of_a_letter(ward: Ward) -> None:
    sender, now = ward.driver.workspace.sender, HandClock().now()
    letter = Letter("k9", ward.nurse, HELLO, now)
    assert await sender.find(letter) == Missing()
    sent = await sender.send(letter)
    assert isinstance(sent, Sent)
    assert await sender.find(letter) == sent
    elsewhere = Letter("k10", Account("slack", "T1", "U1"), Card("x", (Text("x"),)), now)
    assert await sender.send(elsewhere) == Refused("not_here")


async def _move(ward: Ward, to: str) -> int:
    form = page_of((await ward.browser.get("/chat")).text).select_one(".bar-form")
    assert form is not None
    answer = await ward.browser.post("/clock", data=post_of(form).fields | {"to": to}, headers={"Origin": BASE})
    return answer.status_code
