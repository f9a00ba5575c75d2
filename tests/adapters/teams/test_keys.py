"""Signing keys are fetched rarely, found after a rotation, and never trusted for more than a day."""

import asyncio

import httpx
import pytest

from adapters.teams.keys import FRESH, PAUSE, USABLE, Keys, NoKeys
from tests.drivers.fake_teams import FakeTeams
from tests.drivers.fake_teams_authority import METADATA
from tests.drivers.teams import APP, TENANT, TeamsDriver


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def fake() -> FakeTeams:
    return FakeTeams(APP, TENANT)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def keys(fake: FakeTeams, clock: Hands) -> Keys:
    return Keys(httpx.AsyncClient(transport=fake.transport), METADATA, clock=clock)


async def test_many_requests_at_once_fetch_the_keys_once(fake: FakeTeams, keys: Keys) -> None:
    found = await asyncio.gather(*(keys.find("key-0") for _ in range(20)))
    assert all(found)
    assert fake.authority.fetches == 1


async def test_a_new_key_is_found_as_soon_as_it_is_used(fake: FakeTeams, keys: Keys, clock: Hands) -> None:
    await keys.find("key-0")
    fake.authority.published = {"key-1": (1, ["msteams"])}
    clock.now += PAUSE
    assert await keys.find("key-1")
    assert await keys.find("key-0") is None
    assert fake.authority.fetches == 2


async def test_unknown_key_ids_do_not_make_us_ask_in_a_loop(fake: FakeTeams, keys: Keys, clock: Hands) -> None:
    for number in range(50):
        assert await keys.find(f"unknown-{number}") is None
    assert fake.authority.fetches == 1
    clock.now += PAUSE
    assert await keys.find("unknown") is None
    assert fake.authority.fetches == 2


async def test_keys_are_fetched_again_twice_a_day(fake: FakeTeams, keys: Keys, clock: Hands) -> None:
    await keys.find("key-0")
    clock.now += FRESH + 1
    await keys.find("key-0")
    assert fake.authority.fetches == 2


async def test_keys_that_cannot_be_renewed_are_used_for_a_day_and_no_longer(
    fake: FakeTeams, keys: Keys, clock: Hands
) -> None:
    await keys.find("key-0")
    fake.authority.published = {}
    clock.now += FRESH + 1
    assert await keys.find("key-0")
    clock.now += USABLE - FRESH
    with pytest.raises(NoKeys):
        await keys.find("key-0")


async def test_keys_of_other_kinds_are_not_taken(fake: FakeTeams, keys: Keys) -> None:
    good = fake.authority.jwks()["keys"][0]
    broken = [{"kty": "oct", "kid": "a", "k": "AAAA"}, {**good, "kid": "b", "n": 7}, {**good, "kid": ""}, {"kid": "c"}]
    fake.authority.jwks = lambda: {"keys": [*broken, "text", good | {"endorsements": None}]}  # type: ignore[method-assign]
    assert [await keys.find(kid) for kid in ("a", "b", "", "c")] == [None] * 4
    found = await keys.find("key-0")
    assert found is not None
    assert found.endorsements == frozenset()


async def test_while_no_keys_can_be_had_nothing_is_served_and_nothing_called_a_forgery(teams: TeamsDriver) -> None:
    teams.fake.authority.published = {}
    answer = await teams.post(teams.client.message(teams.add("Ada"), "hello"))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


async def test_a_key_that_is_taken_back_ends_the_tokens_that_were_remembered(teams: TeamsDriver) -> None:
    hello = teams.client.message(teams.add("Ada"), "hello")
    assert (await teams.post(hello)).status_code == 200
    identity = teams.door._identity
    identity._keys._keys.clear()
    assert (await teams.post(hello)).status_code == 401


async def test_a_token_is_checked_once_and_its_end_every_time(
    teams: TeamsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    hello = teams.client.message(teams.add("Ada"), "hello")
    await teams.post(hello)
    monkeypatch.setattr("adapters.teams.identity.jwt.decode", None)
    assert (await teams.post(hello)).status_code == 200
    monkeypatch.setattr("adapters.teams.identity.time.time", lambda: 4_000_000_000.0)
    assert (await teams.post(hello)).status_code == 401
