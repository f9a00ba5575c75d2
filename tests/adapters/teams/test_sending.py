"""Writing to somebody first: what arrived, what never will, and what nobody knows are told apart."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from adapters.teams.activity import Reference
from adapters.teams.credentials import Credentials, NoToken
from bot.events import Account, Opened, Said
from bot.ports import Letter, Missing, Refused, Sent, Throttled, Unsure
from bot.settings import TeamsDoor
from bot.ui import Card, Text
from tests.adapters.teams.toy import Toy
from tests.drivers.fake_teams import FakeTeams, Trouble, throttled
from tests.drivers.fake_teams_authority import SERVICE
from tests.drivers.teams import APP, TENANT, TeamsDriver

CARD = Card("News", (Text("This is what came of it."),))


def letter(account: Account, card: Card = CARD) -> Letter:
    return Letter("key", account, card, datetime(2026, 11, 5, 9, 2, tzinfo=UTC))


def error(status: int, code: str = "Error") -> httpx.Response:
    return httpx.Response(status, json={"error": {"code": code}})


async def test_a_letter_arrives_in_the_chat_that_is_known(teams: TeamsDriver) -> None:
    ada = await teams.join("Ada")
    teams.fake.calls.clear()
    sent = await teams.door.sender.send(letter(ada))
    assert sent == Sent(teams.fake.messages("a:chat-1")[0].id)
    assert teams.messages(ada)[0].text == "News\n\nThis is what came of it."
    assert teams.fake.messages("a:chat-1")[0].activity["summary"] == "News"
    assert teams.fake.calls == ["POST conversations/a:chat-1/activities"]


async def test_a_chat_that_is_not_known_is_opened_first_and_remembered(teams: TeamsDriver) -> None:
    ada = teams.account(teams.add("Ada"))
    from_roster = replace(ada, reach=Reference(SERVICE, "29:Ada-1", TENANT).text())
    sent = await teams.door.sender.send(letter(from_roster))
    assert isinstance(sent, Sent)
    assert sent.reach == ada.reach
    assert teams.fake.calls == ["POST conversations", "POST conversations/a:chat-1/activities"]


async def test_a_letter_to_a_channel_begins_a_thread_and_is_never_said_to_be_missing(teams: TeamsDriver) -> None:
    here = Account("teams", TENANT, "19:c@thread", Reference(SERVICE, "19:c@thread", TENANT, "19:c@thread").text())
    aloud = replace(letter(here), aloud=True)
    assert isinstance(await teams.door.sender.send(aloud), Sent)
    assert teams.fake.calls == ["POST conversations/19:c@thread/activities"]
    assert isinstance(await teams.door.sender.find(aloud), Unsure)


OUTCOMES: list[tuple[Trouble, object]] = [
    (throttled(7), Throttled(7.0)),
    (httpx.Response(429), Throttled(2.0)),
    (error(412, "PreconditionFailed"), Throttled(2.0)),
    (error(403, "MessageWritesBlocked"), Refused("403 MessageWritesBlocked", gone=True)),
    (error(404, "ConversationNotFound"), Refused("404 ConversationNotFound", gone=True)),
    (error(413, "MessageSizeTooBig"), Refused("413 MessageSizeTooBig")),
    (error(400, "Bad; words of somebody"), Refused("400")),
    (error(500), Unsure("500 Error")),
    (error(502), Unsure("502 Error")),
    (error(504), Unsure("504 Error")),
    (httpx.Response(503, text="<html>"), Unsure("503")),
    (httpx.Response(302, headers={"Location": "https://elsewhere.example"}), Unsure("302")),
    (httpx.ReadTimeout(""), Unsure("ReadTimeout")),
    (httpx.ConnectTimeout(""), Unsure("ConnectTimeout")),
    (httpx.RemoteProtocolError(""), Unsure("RemoteProtocolError")),
]


@pytest.mark.parametrize(("trouble", "outcome"), OUTCOMES, ids=str)
async def test_every_answer_has_its_outcome_and_nothing_is_tried_twice(
    teams: TeamsDriver, *, trouble: Trouble, outcome: object
) -> None:
    ada = teams.account(teams.add("Ada"))
    teams.fake.trouble.append(trouble)
    assert await teams.door.sender.send(letter(ada)) == outcome
    assert len(teams.fake.calls) == 1


async def test_trouble_while_the_chat_is_opened_has_the_same_outcomes(teams: TeamsDriver) -> None:
    gone = teams.add("Gone", within_reach=False)
    account = replace(teams.account(gone), reach=Reference(SERVICE, gone.user, TENANT).text())
    assert await teams.door.sender.send(letter(account)) == Refused("403 BotNotInConversationRoster", gone=True)
    teams.fake.trouble.append(throttled(3))
    assert await teams.door.sender.send(letter(account)) == Throttled(3.0)


async def test_a_token_is_fetched_once_for_many_letters(teams: TeamsDriver) -> None:
    people = [teams.account(teams.add(f"Person {number}")) for number in range(5)]
    await asyncio.gather(*(teams.door.sender.send(letter(person)) for person in people))
    assert teams.fake.tokens == ["token-0"]


async def test_a_token_that_is_refused_is_replaced_once(teams: TeamsDriver) -> None:
    ada = teams.account(teams.add("Ada"))
    await teams.door.sender.send(letter(ada))
    teams.fake.refused_tokens.add("token-0")
    assert isinstance(await teams.door.sender.send(letter(ada)), Sent)
    teams.fake.refused_tokens |= {"token-1", "token-2"}
    assert await teams.door.sender.send(letter(ada)) == Refused("401 BotNotRegistered")
    assert teams.fake.tokens == ["token-0", "token-1", "token-2"]


async def test_while_the_login_service_is_silent_the_old_token_serves_until_it_ends() -> None:
    fake, now = FakeTeams(APP, TENANT), [0.0]
    async with httpx.AsyncClient(transport=fake.transport) as client:
        ours = Credentials(client, TeamsDoor(APP, "a password", TENANT), clock=lambda: now[0])
        assert await ours.token() == "token-0"
        now[0] = 3599 - 300
        fake.login_trouble.append(httpx.Response(500))
        assert [await ours.token() for _ in range(2)] == ["token-0"] * 2  # the second does not ask again so soon
        now[0] += 30
        assert await ours.token() == "token-1"
        fake.login_trouble.append(httpx.Response(500))
        now[0] += 3599
        with pytest.raises(NoToken):
            await ours.token()


@pytest.mark.parametrize(
    "trouble", [lambda: httpx.Response(401), lambda: httpx.ReadTimeout(""), lambda: httpx.Response(200, text="no JSON")]
)
async def test_without_a_token_everything_waits_and_nothing_is_lost(
    teams: TeamsDriver, trouble: Callable[[], Trouble]
) -> None:
    ada = teams.account(teams.add("Ada"))
    teams.fake.login_trouble.append(trouble())
    assert isinstance(await teams.door.sender.send(letter(ada)), Throttled)
    assert isinstance(await teams.door.sender.send(letter(ada)), Sent)


@pytest.mark.parametrize(
    "reach",
    [
        "",
        "{}",
        "no JSON",
        "[]",
        '{"user": "29:a"}',
        Reference("https://connector.example/", "29:a", TENANT).text(),
        Reference("http://smba.trafficmanager.net/emea/", "29:a", TENANT).text(),
        Reference(SERVICE, "29:a", "another tenant").text(),
    ],
)
async def test_without_a_usable_reference_nothing_is_asked_of_anybody(teams: TeamsDriver, reach: str) -> None:
    refused = await teams.door.sender.send(letter(Account("teams", TENANT, "ada", reach)))
    assert isinstance(refused, Refused)
    assert (teams.fake.calls, teams.fake.tokens) == ([], [])


async def test_what_was_sent_cannot_be_looked_up(teams: TeamsDriver) -> None:
    ada = teams.account(teams.add("Ada"))
    assert await teams.door.sender.find(letter(ada)) == Missing()


async def test_a_reference_is_refreshed_by_what_the_person_writes_in_their_chat_and_never_by_an_answer(
    teams: TeamsDriver, toy: Toy
) -> None:
    ada = teams.add("Ada")
    moved = "https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/"
    teams.token = teams.fake.authority.token(serviceurl=moved)
    fetch = teams.client.invoke(ada, "task/fetch", {"data": {"a": "toy.open"}}) | {"serviceUrl": moved}
    assert (await teams.post(fetch)).status_code == 200
    assert (await teams.post(teams.client.message(ada, "hello") | {"serviceUrl": moved})).status_code == 200
    [opened], [said] = toy.of(Opened), toy.of(Said)
    assert opened.account == replace(teams.account(ada), reach="")
    assert said.account == replace(teams.account(ada), reach=Reference(moved, ada.user, TENANT, ada.chat).text())
