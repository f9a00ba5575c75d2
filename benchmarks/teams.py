"""A sent dialog in Teams: token verified, answer kept durably, answered; beside the same checks in bare ASGI."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jwt
from starlette.applications import Starlette

from adapters.teams.activity import Reference
from adapters.teams.app import ENDPOINT, Teams
from adapters.web.closed import routes_closed
from benchmarks.asgi import Asgi, Posted, answer, post, read
from benchmarks.figure import Figure
from benchmarks.timing import Act, in_turns
from benchmarks.workplace import Workplace, workplace
from bot.settings import TeamsDoor
from tests.drivers.fake_teams import FakeTeams, Member
from tests.drivers.fake_teams_authority import ISSUER, SERVICE, private_key
from tests.drivers.fake_teams_client import Client

APP, TENANT = "11111111-2222-3333-4444-555555555555", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
BOUND, MARK = 6.0, 4.0


async def measure(*, people: int = 1000, turns: int = 15, each: int = 100) -> list[Figure]:
    """With a new token for each request, as the floor has it, and with the hour's token, as Teams really sends it."""
    async with workplace(people, platform="teams", tenant=TENANT, reach=_reach) as place:
        fake = FakeTeams(APP, TENANT)
        ref = await place.open_round()
        sent = submissions(place, fake, ref)
        ours = production(place, fake)
        hour = fake.authority.token()
        known = (replace(one, headers={**one.headers, **_bearer(hour)}) for one in sent)
        acts = {
            "floor": _acts(_floor(), sent, turns * each + 1),
            "fresh": _acts(ours, sent, turns * each + 1),
            "known": _acts(ours, known, turns * each + 1),
        }
        spent = await in_turns(acts, turns=turns, each=each)
        if not await place.ballots():
            raise RuntimeError("no answer was kept")
    note = f"{spent['fresh'].cpu_ms:.2f} ms of CPU; floor {spent['floor'].cpu_ms:.3f} ms"
    return [
        Figure("Teams answer kept and answered", spent["fresh"].times(spent["floor"]), "x", BOUND, MARK, note),
        Figure("  with the token that Teams uses for an hour", spent["known"].times(spent["floor"]), "x"),
    ]


def production(place: Workplace, fake: FakeTeams) -> Asgi:
    """The server's application as `bot.serve` builds it, with the Teams door open."""
    settings = TeamsDoor(APP, "a password", TENANT)
    door = Teams(settings, place.works.bot, place.works.ledger.known, loopback=False, edge=fake.transport)
    return Starlette(routes=[*routes_closed(), *door.routes])


def submissions(place: Workplace, fake: FakeTeams, ref: str) -> Iterator[Posted]:
    """What Teams delivers when people send the question's dialog, each with a token of its own."""
    client = Client(APP, TENANT)
    for number in itertools.count():
        who = place.people[number % len(place.people)]
        member = Member(f"29:{who.id}", who.id, f"Colleague {number}", f"a:{who.id}")
        filled = {"f.overall": str(number % 11), "f.comment": "The rota came out on time again, thank you."}
        data = {"a": "ask.answer", "r": ref, **filled}
        activity = client.invoke(member, "task/submit", {"data": data, "context": {"theme": "default"}})
        token = fake.authority.token(jti=str(number))
        yield Posted(ENDPOINT, json.dumps(activity).encode(), {"content-type": "application/json", **_bearer(token)})


def _reach(id_: str) -> str:
    return Reference(SERVICE, f"29:{id_}", TENANT, f"a:{id_}").text()


def _bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def _floor() -> Asgi:
    """The least that any Teams bot does: check the token's signature and claims, parse the JSON, answer."""
    key = private_key(0).public_key()

    async def floor(scope: Any, receive: Any, send: Any) -> None:
        body = await read(receive)
        token = dict(scope["headers"])[b"authorization"].decode().removeprefix("Bearer ")
        claims = jwt.decode(token, key, algorithms=["RS256"], audience=APP, issuer=ISSUER)
        activity = json.loads(body)
        well = claims["serviceurl"] == activity["serviceUrl"] == SERVICE
        await answer(send, 200 if well else 403, json.dumps({"task": {"type": "message", "value": "ok"}}).encode())

    return floor


def _acts(app: Asgi, posted: Iterator[Posted], number: int) -> Act:
    """Requests are made beforehand: signing one costs more than checking it."""
    made = list(itertools.islice(posted, number))

    async def act() -> None:
        status, body = await post(app, made.pop())
        if status != 200 or not body:
            raise RuntimeError(f"answered with {status}")

    return act
