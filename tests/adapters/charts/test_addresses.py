"""The address of a picture holds the whole chart, cannot be made up, and leads to it for ever."""

import base64
import json
import logging
import zlib
from dataclasses import replace

import httpx
import pytest
from starlette.applications import Starlette

from adapters.charts.address import Addresses
from adapters.charts.app import routes
from adapters.charts.examples import changed, examples
from adapters.charts.studio import Studio
from bot import signed
from bot.chart_limits import POINTS
from bot.charts import Chart, Point
from bot.limits import ADDRESS
from bot.ui import Card, Picture, plain

KEY = b"k" * 32
OURS = Addresses("https://hearback.example.org", KEY)
CHART = examples()["three answers"]


@pytest.fixture
def browser() -> httpx.AsyncClient:
    app = Starlette(routes=routes(Studio(), OURS))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://hearback.example.org")


def made_of(body: bytes) -> str:
    """A token for anything, signed with our own key."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return signed.token(KEY, packer.compress(body) + packer.flush())


@pytest.mark.parametrize("name", examples())
def test_an_address_leads_back_to_its_chart_and_is_short_enough(name: str) -> None:
    chart = examples()[name]
    address = OURS.of(chart)
    assert address == OURS.of(examples()[name])
    assert 100 < len(address) < 1200
    assert OURS.read(address.removeprefix("https://hearback.example.org/chart/").removesuffix(".png")) == chart


def test_a_chart_with_as_many_points_as_there_may_be_has_an_address() -> None:
    points = tuple(Point(f"{n} Nov 2026", f"{n * 1.37 % 9:.1f}", n * 1.37 % 9, "run") for n in range(POINTS))
    assert OURS.of(replace(changed(), points=points))


def test_a_chart_that_is_too_large_has_none_and_is_said_in_words() -> None:
    chart = replace(CHART, note="".join(chr(0x4E00 + n * 37 % 20000) for n in range(900)))
    assert OURS.of(chart) == ""
    assert CHART.finding in plain(Card("s", (Picture(chart, OURS.of(chart)),)))


def test_no_other_token_is_taken() -> None:
    token = OURS.token(CHART)
    assert OURS.read(token) == CHART
    changed = [token[:n] + ("A" if token[n] != "A" else "B") + token[n + 1 :] for n in range(len(token))]
    others = [*changed, "", "x", token[:-1], token + "A", token + "=", f" {token}", "é", token.lower(), "A" * 40]
    assert [other for other in others if OURS.read(other) is not None] == []
    assert Addresses("https://hearback.example.org", b"o" * 32).read(token) is None


STRANGE = (
    b"",
    b"{}",
    b"[]",
    b"null",
    b'["x"]',
    b'["c"]',
    b'["d",1,2,3,4,5]',
    b'["d","t","f","a",[["l","s",true,"plain"]],""]',
    b'["d","t","f","a",[["l","s",0.5,"golden"]],""]',
    b"\xff",
    b"[" * 9000,
)


@pytest.mark.parametrize("body", STRANGE)
def test_what_another_version_wrote_leads_nowhere(body: bytes) -> None:
    assert OURS.read(made_of(body)) is None


def test_a_token_is_read_only_when_it_is_proved() -> None:
    bomb = zlib.compress(b"0" * 10_000_000, 9)
    assert OURS.read(base64.urlsafe_b64encode(b"s" * 16 + bomb).rstrip(b"=").decode()) is None


def test_what_is_written_down_comes_back() -> None:
    body = zlib.decompress(base64.urlsafe_b64decode(OURS.token(CHART) + "==")[16:], -15)
    assert json.loads(body)[:2] == ["d", CHART.title]


async def test_the_picture_is_served_to_be_kept_and_never_guessed_at(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(OURS.of(CHART))
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_every_other_address_looks_the_same(browser: httpx.AsyncClient) -> None:
    token = OURS.token(CHART)
    forged = [token[:-2] + "AA", token[2:], "x", "A" * (ADDRESS + 1), made_of(b"[]")]
    answers = [await browser.get(f"/chart/{each}.png") for each in forged]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, b"")}
    assert (await browser.get(f"/chart/{token}")).status_code == 404
    assert (await browser.post(f"/chart/{token}.png")).status_code == 405


class Spilled(Studio):
    """It cannot draw, and its error quotes what it was given."""

    async def png(self, chart: Chart) -> bytes:
        raise RuntimeError(chart.title)


async def test_a_picture_that_cannot_be_drawn_is_logged_by_its_place_and_says_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = Starlette(routes=routes(Spilled(), OURS))
    with caplog.at_level(logging.DEBUG):
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://x.org") as browser:
            answer = await browser.get(OURS.of(CHART).removeprefix("https://hearback.example.org"))
    assert (answer.status_code, answer.content, answer.headers["cache-control"]) == (500, b"", "no-store")
    [said] = [record.getMessage() for record in caplog.records if record.name == "hearback.charts"]
    assert said.startswith("drawing a picture: RuntimeError at tests/adapters/charts/test_addresses.py:")
    assert CHART.title not in caplog.text


def test_every_kind_of_chart_is_among_the_examples() -> None:
    kinds: set[type[Chart]] = {type(chart) for chart in examples().values()}
    assert len(kinds) == 4
