"""Broken, oversized and unknown deliveries get a number of their own, never a 500, and change nothing."""

import json
from typing import Any

import httpx
import pytest

from adapters.teams.app import ENDPOINT, LARGEST
from tests.adapters.teams.toy import Toy
from tests.drivers.teams import TeamsDriver


async def send(teams: TeamsDriver, content: bytes, **headers: str) -> httpx.Response:
    signed = {"Authorization": f"Bearer {teams.token}", "Content-Type": "application/json", **headers}
    return await teams.http.post(ENDPOINT, content=content, headers=signed)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b"[]", b"7", b'"text"', b"{}", b'{"type": "message"}']
)
async def test_what_is_no_activity_is_a_bad_request(teams: TeamsDriver, toy: Toy, content: bytes) -> None:
    assert (await send(teams, content)).status_code == 400
    assert toy.events == []


@pytest.mark.parametrize("missing", ["type", "id", "from", "conversation", "serviceUrl"])
@pytest.mark.parametrize("instead", [None, [], 7, {"id": ""}])
async def test_an_activity_without_its_envelope_is_a_bad_request(
    teams: TeamsDriver, toy: Toy, *, missing: str, instead: Any
) -> None:
    hello = teams.client.message(teams.add("Ada"), "hello")
    hello[missing] = instead
    assert (await teams.post(hello)).status_code == 400
    assert toy.events == []


async def test_too_large_is_refused_before_it_is_read(teams: TeamsDriver, toy: Toy) -> None:
    large = b" " * (LARGEST + 1)
    assert (await send(teams, large)).status_code == 413
    assert (await teams.http.post(ENDPOINT, content=large)).status_code == 413
    assert toy.events == []


async def test_too_large_is_refused_without_a_length_too(teams: TeamsDriver) -> None:
    async def pieces() -> Any:
        for _ in range(LARGEST // 1024 + 1):
            yield b" " * 1024

    answer = await teams.http.post(ENDPOINT, content=pieces())
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "kind", ["messageReaction", "typing", "event", "endOfConversation", "messageUpdate", "surprise"]
)
async def test_kinds_that_hearback_does_not_use_are_taken_in(teams: TeamsDriver, toy: Toy, kind: str) -> None:
    assert (await teams.post(teams.client.activity(teams.add("Ada"), kind))).status_code == 200
    assert toy.events == []


@pytest.mark.parametrize("name", ["signin/verifyState", "composeExtension/query", "surprise", "", None, 7])
async def test_invokes_that_hearback_does_not_use_are_taken_in(teams: TeamsDriver, toy: Toy, name: Any) -> None:
    assert (await teams.post(teams.client.invoke(teams.add("Ada"), name, {}))).status_code == 200
    assert toy.events == []


@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask"])
@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "text",
        {"action": "x", "data": []},
        {"action": {"verb": 7, "data": {"a": "toy.say"}}},
        {"data": {"a": ["toy.say"], "r": {}}, "commandId": "surprise"},
    ],
)
async def test_an_invoke_without_an_action_is_taken_in_and_acts_not(
    teams: TeamsDriver, toy: Toy, *, name: str, value: Any
) -> None:
    assert (await teams.post(teams.client.invoke(teams.add("Ada"), name, value))).status_code == 200
    assert toy.events == []


async def test_an_unknown_action_gets_a_sentence_in_the_dialog(teams: TeamsDriver) -> None:
    fetch = teams.client.invoke(teams.add("Ada"), "task/fetch", {"data": {"a": "toy.gone", "r": "spent"}})
    answer = await teams.deliver(fetch)
    assert answer == {"task": {"type": "message", "value": "That button no longer leads anywhere."}}


async def test_only_posting_is_served(teams: TeamsDriver) -> None:
    assert (await teams.http.get(ENDPOINT)).status_code == 405


async def test_broken_text_reaches_the_core_in_a_form_that_databases_take(teams: TeamsDriver, toy: Toy) -> None:
    data = {"k": "send", "a": "toy.send", "r": "r", "f.comment": "zero \x00 half \ud800", "f.": "x", "f.list": [1]}
    sent = teams.client.invoke(teams.add("Ada"), "task/submit", {"data": data})
    answer = await send(teams, json.dumps(sent).encode())
    assert answer.status_code == 200
    [event] = toy.events
    assert event.values == {"comment": "zero  half ?"}  # type: ignore[union-attr]
