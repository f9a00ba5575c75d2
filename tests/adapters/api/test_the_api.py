"""Programs read published figures with a token, a page at a time, as the description says, and nothing else."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft202012Validator

from adapters.api.guard import HEADERS
from adapters.api.openapi import BEGINS
from tests.adapters.api.conftest import Program
from tests.published import COMMENT, OPEN, PROGRAMME, SPRING, SUMMER, VOID, WAITING

PATHS = {
    "/programmes": "/programmes",
    "/programmes/{programme}/rounds": f"/programmes/{PROGRAMME}/rounds",
    "/programmes/{programme}/series/{question}": f"/programmes/{PROGRAMME}/series/overall",
    "/rounds/{round}/results": f"/rounds/{SUMMER}/results",
    "/rounds/{round}/quarterly": f"/rounds/{SUMMER}/quarterly",
    "/dictionary": "/dictionary",
}


async def test_without_any_token_the_api_is_not_there(program: Program) -> None:
    for path in (*PATHS.values(), "/openapi.json", "", "/anything"):
        answer = await program.asks(BEGINS + path, "hearback_guess")
        assert (answer.status_code, "error" in answer.json()) == (404, True), path


async def test_a_token_is_needed_known_and_not_run_out(program: Program) -> None:
    token = await program.given(days=3)
    path = f"{BEGINS}/programmes"
    assert (await program.asks(path, token)).status_code == 200
    wrong = [b"", token[:-1].encode(), f"{token}x".encode(), b"x" * 5000, "ünïcode".encode(), b"\xff"]
    for shown in wrong:
        answer = await program.client.get(path, headers={b"Authorization": b"Bearer " + shown})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert answer.json() == {
            "error": "Send a valid token: Authorization: Bearer TOKEN. Whoever runs Hearback can make one."
        }
    assert (await program.client.get(path, headers={"Authorization": f"Basic {token}"})).status_code == 401
    assert (await program.client.get(f"{path}?token={token}")).status_code == 401
    await program.given("another", days=90)
    program.clock.at = program.clock.at.replace(month=10)
    assert (await program.asks(path, token)).status_code == 401


async def test_it_can_only_be_read_and_not_by_a_page_of_another_site(program: Program) -> None:
    token = await program.given()
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = await program.client.request(
            method, f"{BEGINS}/programmes", headers={"Authorization": f"Bearer {token}"}
        )
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
        assert answer.json() == {"error": "This API can only be read: use GET."}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        answer = await program.asks(f"{BEGINS}/programmes", token, **headers)
        assert answer.status_code == 403
        assert not [name for name in answer.headers if name.startswith("access-control")]


async def test_every_answer_is_kept_by_nobody(program: Program) -> None:
    token = await program.given()
    for path in (*PATHS.values(), "/openapi.json", "/nothing"):
        answer = await program.asks(BEGINS + path, token)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["content-type"] == "application/json"
        assert "set-cookie" not in answer.headers


async def test_who_asks_too_often_is_told_when_to_come_back_and_slows_nobody_else_down(program: Program) -> None:
    one, other, path = await program.given("one"), await program.given("other"), f"{BEGINS}/dictionary"
    assert {(await program.asks(path, "guess")).status_code for _ in range(60)} == {401}
    assert (await program.asks(path, "guess")).status_code == 429
    assert {(await program.asks(path, one)).status_code for _ in range(60)} == {200}
    answer = await program.asks(path, one)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert answer.json() == {"error": "Too many requests. Try again in 1 seconds."}
    assert (await program.asks(path, other)).status_code == 200
    program.seconds += 1
    assert [(await program.asks(path, one)).status_code for _ in range(2)] == [200, 429]


async def test_a_list_comes_in_pages_that_lead_on_to_the_next(program: Program) -> None:
    token, found = await program.given(), []
    path: str | None = f"{BEGINS}/rounds/{SUMMER}/results?limit=200"
    while path:
        page = (await program.asks(path, token)).json()
        found += page["items"]
        path = page["next"]
    whole = (await program.asks(f"{BEGINS}/rounds/{SUMMER}/results?limit=1000", token)).json()
    assert found == whole["items"]
    assert (len(found), whole["next"]) == (whole["total"], None)
    beyond = (await program.asks(f"{BEGINS}/rounds/{SUMMER}/results?page=999", token)).json()
    assert (beyond["items"], beyond["next"]) == ([], None)
    series = (await program.asks(f"{BEGINS}/programmes/{PROGRAMME}/series/rest?team=ward-7&limit=1", token)).json()
    assert parse_qs(urlsplit(series["next"]).query) == {"team": ["ward-7"], "limit": ["1"], "page": ["2"]}


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=x", "limit=1001", "limit=1.5", "page=٣", "page=" + "9" * 99]
)
async def test_a_page_that_cannot_be_is_refused_in_a_sentence(program: Program, query: str) -> None:
    answer = await program.asks(f"{BEGINS}/programmes?{query}", await program.given())
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(f"Write {query.partition('=')[0]} as a whole number from 1 to")


@pytest.mark.parametrize("ref", [OPEN, VOID, WAITING, "0" * 32, "%27%20OR%201=1", "%00", "ü" * 300])
async def test_a_round_that_was_not_shared_is_like_one_that_there_never_was(program: Program, ref: str) -> None:
    token = await program.given()
    answer = await program.asks(f"{BEGINS}/rounds/{ref}/results", token)
    assert answer.status_code == 404
    assert answer.json() == {"error": "There is no such round, or its outcome has not been shared yet."}


async def test_a_round_that_was_no_quarterly_one_says_so(program: Program) -> None:
    token = await program.given()
    async with program.database.begin() as connection:
        await connection.exec_driver_sql("UPDATE round SET stage = 'shared' WHERE id = 3")  # it opened in August
    answer = await program.asks(f"{BEGINS}/rounds/{WAITING}/quarterly", token)
    assert answer.status_code == 404
    assert "a quarterly round is in January, April, July" in answer.json()["error"]


async def test_everything_that_is_answered_is_as_described_and_holds_no_comment(program: Program) -> None:
    token = await program.given()
    described = (await program.asks(f"{BEGINS}/openapi.json")).json()
    for template, path in PATHS.items():
        answer = await program.asks(f"{BEGINS}{path}?limit=1000", token)
        operation = described["paths"][template]["get"]
        _valid(described, operation, answer.json())
        assert answer.json()["items"]
        assert COMMENT not in answer.text
    refused = await program.asks(f"{BEGINS}/programmes")
    Draft202012Validator(described["components"]["schemas"]["problem"]).validate(refused.json())


def _valid(described: dict[str, Any], operation: dict[str, Any], body: object) -> None:
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    Draft202012Validator({**schema, "components": described["components"]}).validate(body)


async def test_the_api_says_the_same_as_the_file(program: Program) -> None:
    token = await program.given()
    over_api = (await program.asks(f"{BEGINS}/rounds/{SPRING}/results?limit=1000", token)).json()["items"]
    address = program.capabilities.of(SPRING, "json")
    assert (await program.client.get(address)).json()["results"] == over_api
