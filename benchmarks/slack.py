"""A signed answer in Slack: verified, kept durably, acknowledged; beside bare ASGI and beside an empty slack-bolt."""

import hashlib
import hmac
import itertools
import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.slack import render
from adapters.slack.app import PATH, Slack
from adapters.web.closed import routes_closed
from benchmarks import parts
from benchmarks.asgi import Asgi, Posted, answer, post, read
from benchmarks.figure import Figure
from benchmarks.timing import Act, at_rate, in_turns, percentile
from benchmarks.workplace import Workplace, workplace
from bot.settings import SlackDoor
from bot.ui import Form
from tests.drivers.slack import FORM, signature

SECRET, TEAM = "a signing secret", "T0BENCH"
BOUND, MARK = 10.0, 6.0
SLOWEST_MS = 25.0


async def measure(*, people: int = 1000, turns: int = 15, each: int = 100, seconds: float = 10) -> list[Figure]:
    """CPU against both floors, what it is made of, and the waiting time at 50 a second."""
    async with workplace(people, platform="slack", tenant=TEAM) as place:
        payloads = submissions(place, await place.form(await place.open_round()))
        apps = {"floor": floor, "bolt": empty_bolt(), "ours": production(place)}
        acts = {name: _acts(app, payloads, turns * each + 1) for name, app in apps.items()}
        spent = await in_turns(acts, turns=turns, each=each)
        number = int(50 * seconds)
        waits = await at_rate(_acts(apps["ours"], payloads, number), rate=50, number=number)
        if not await place.ballots():
            raise RuntimeError("no answer was kept")
        made_of = await parts.measure(parts.Layers(place, apps["ours"], floor), payloads, turns=turns, each=each)
    note = f"{spent['ours'].cpu_ms:.2f} ms of CPU; floor {spent['floor'].cpu_ms:.3f} ms"
    return [
        Figure("Slack answer kept and acknowledged", spent["ours"].times(spent["floor"]), "x", BOUND, MARK, note),
        *made_of,
        Figure("  an empty slack-bolt, for comparison", spent["bolt"].times(spent["floor"]), "x"),
        Figure("  at 50 a second, half of all within", percentile(waits, 50) * 1000, "ms"),
        Figure("  at 50 a second, 99 of 100 within", percentile(waits, 99) * 1000, "ms", SLOWEST_MS),
    ]


def production(place: Workplace) -> Asgi:
    """The server's application as `bot.serve` builds it, with the Slack door open."""
    door = Slack(SlackDoor("xoxb-bench", SECRET), place.works.bot)
    return Starlette(routes=[*routes_closed(), *door.routes])


def submissions(place: Workplace, form: Form) -> Iterator[Posted]:
    """What Slack sends when people answer, one after the other, each with a trigger of their own."""
    view = {**render.modal(form), "id": "V0BENCH", "hash": "1.hash", "app_id": "A0BENCH", "team_id": TEAM}
    for number in itertools.count():
        who = place.people[number % len(place.people)]
        score = {"type": "static_select", "selected_option": {"value": str(number % 11)}}
        comment = {"type": "plain_text_input", "value": "The rota came out on time again, thank you."}
        values = {"overall": {"overall": score}, "comment": {"comment": comment}}
        payload = {
            "type": "view_submission",
            "team": {"id": TEAM, "domain": "bench"},
            "user": {"id": who.id, "team_id": TEAM, "name": "somebody"},
            "trigger_id": f"{number}.1.trigger",
            "view": {**view, "state": {"values": values}},
        }
        yield signed(payload)


def signed(payload: dict[str, Any]) -> Posted:
    body, stamp = urlencode({"payload": json.dumps(payload)}).encode(), str(int(time.time()))
    sealed = {"x-slack-request-timestamp": stamp, "x-slack-signature": signature(body, stamp, SECRET)}
    return Posted(PATH, body, {"content-type": FORM, **sealed})


async def floor(scope: Any, receive: Any, send: Any) -> None:
    """The least that any Slack app does: check the signature, decode the form, parse the JSON, answer."""
    body = await read(receive)
    headers = dict(scope["headers"])
    stamp = headers[b"x-slack-request-timestamp"]
    made = hmac.new(SECRET.encode(), b"v0:" + stamp + b":" + body, hashlib.sha256).hexdigest()
    fresh = abs(time.time() - int(stamp)) < 300
    if not fresh or not hmac.compare_digest(b"v0=" + made.encode(), headers[b"x-slack-signature"]):
        await answer(send, 401, b"")
        return
    payload = json.loads(parse_qs(body.decode())["payload"][0])
    await answer(send, 200, json.dumps({"response_action": "clear", "type": payload["type"]}).encode())


def empty_bolt() -> Asgi:
    """slack-bolt with one listener that does nothing, as its own examples set it up."""
    app = AsyncApp(signing_secret=SECRET, authorize=_nobody)
    app.view("ask.answer")(_acknowledge)
    taken = AsyncSlackRequestHandler(app)

    async def receive(request: Request) -> Response:
        return await taken.handle(request)

    return Starlette(routes=[Route(PATH, receive, methods=["POST"])])


async def _nobody() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token="xoxb-bench")


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()


def _acts(app: Asgi, payloads: Iterator[Posted], number: int) -> Act:
    """Requests are made beforehand: making one costs more than checking it."""
    made = list(itertools.islice(payloads, number))

    async def act() -> None:
        status, _ = await post(app, made.pop())
        if status != 200:
            raise RuntimeError(f"answered with {status}")

    return act
