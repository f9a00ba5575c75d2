"""Messages that answer somebody: tried again where that is safe, and never in the way of the answer to Teams."""

from typing import Any

import httpx
import pytest

from adapters.teams.connector import Connector, Cut
from adapters.teams.credentials import Credentials, login_address
from bot.settings import TeamsDoor
from tests.adapters.teams.toy import Toy
from tests.drivers.fake_teams import FakeTeams, Trouble, throttled
from tests.drivers.fake_teams_authority import SERVICE
from tests.drivers.teams import APP, TENANT, TeamsDriver

MESSAGE: dict[str, Any] = {"type": "message", "text": "hello"}
SETTINGS = TeamsDoor(APP, "a password", TENANT)


class Rig:
    """A connector whose pauses are written down instead of waited for."""

    def __init__(self) -> None:
        self.fake, self.pauses = FakeTeams(APP, TENANT), list[float]()
        client = httpx.AsyncClient(transport=self.fake.transport)
        self.connector = Connector(client, Credentials(client, SETTINGS), SETTINGS, pause=self._pause)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


@pytest.fixture
def rig() -> Rig:
    return Rig()


@pytest.mark.parametrize("trouble", [throttled(4), httpx.Response(412), httpx.ConnectError("")], ids=repr)
async def test_what_was_surely_not_taken_is_sent_again(rig: Rig, trouble: Trouble) -> None:
    rig.fake.trouble.append(trouble)
    assert (await rig.connector.post_patiently(SERVICE, "a:1", MESSAGE)).status == 201
    assert len(rig.fake.messages("a:1")) == 1
    assert len(rig.pauses) == 1
    assert rig.pauses[0] >= 2


async def test_it_waits_as_long_as_told_but_not_for_ever(rig: Rig) -> None:
    rig.fake.trouble += [throttled(4), throttled(4000), throttled(1)]
    assert (await rig.connector.post_patiently(SERVICE, "a:1", MESSAGE)).status == 429
    assert 4 <= rig.pauses[0] < 6
    assert 20 <= rig.pauses[1] < 22


@pytest.mark.parametrize("trouble", [httpx.Response(502), httpx.Response(504), httpx.Response(403)], ids=repr)
async def test_what_perhaps_arrived_is_not_sent_again(rig: Rig, trouble: Trouble) -> None:
    rig.fake.trouble.append(trouble)
    assert not (await rig.connector.post_patiently(SERVICE, "a:1", MESSAGE)).well
    assert (len(rig.fake.calls), rig.pauses) == (1, [])


async def test_a_broken_line_is_not_tried_again_for_a_new_message(rig: Rig) -> None:
    rig.fake.trouble.append(httpx.ReadTimeout(""))
    with pytest.raises(Cut):
        await rig.connector.post_patiently(SERVICE, "a:1", MESSAGE)
    assert len(rig.fake.calls) == 1


@pytest.mark.parametrize("trouble", [httpx.Response(502), httpx.Response(500), httpx.ReadTimeout("")], ids=repr)
async def test_changing_a_message_twice_is_changing_it_once(rig: Rig, trouble: Trouble) -> None:
    sent = await rig.connector.post(SERVICE, "a:1", MESSAGE)
    rig.fake.trouble.append(trouble)
    changed = await rig.connector.put_patiently(SERVICE, "a:1", MESSAGE | {"id": sent.body["id"], "text": "bye"})
    assert changed.status == 200
    assert rig.fake.messages("a:1")[0].activity["text"] == "bye"


async def test_our_token_goes_to_no_other_host(rig: Rig) -> None:
    for service in (
        "https://connector.example/",
        "http://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@x.example/",
    ):
        with pytest.raises(Cut):
            await rig.connector.post(service, "a:1", MESSAGE)
    assert (rig.fake.calls, rig.fake.tokens) == ([], [])


async def test_a_roster_that_breaks_off_keeps_those_who_were_read(teams: TeamsDriver, toy: Toy) -> None:
    people = [teams.add(f"Person {number}") for number in range(4)]
    teams.fake.teams["19:team@thread.tacv2"], teams.fake.page_size = [person.user for person in people], 2
    first = httpx.Response(200, json={"members": [people[0].listed(), "text"], "continuationToken": "2"})
    teams.fake.trouble += [first, httpx.Response(403)]
    await teams.deliver(teams.client.team_event(people[0], "installationUpdate", action="add"))
    assert len(toy.events) == 1


async def test_teams_has_its_answer_before_anything_is_sent(teams: TeamsDriver) -> None:
    hello = teams.client.message(teams.add("Ada"), "hello")
    assert (await teams.post(hello)).status_code == 200
    assert teams.fake.messages("a:chat-1") == []
    await teams.door.settled()
    assert len(teams.fake.messages("a:chat-1")) == 1


async def test_a_message_that_fails_leaves_the_door_standing(
    teams: TeamsDriver, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await teams.join("Ada Lovelace")
    teams.fake.trouble += [httpx.Response(403), httpx.ReadTimeout("29:secret")]
    await teams.say(ada, "hello")
    await teams.say(ada, "a secret")
    await teams.say(ada, "hello")
    assert len(teams.messages(ada)) == 1
    assert [record.getMessage() for record in caplog.records if record.name.startswith("hearback")] == [
        "a message did not reach Teams: 403",
        "something left to do in Teams failed: Cut",
    ]


async def test_nothing_that_is_logged_names_anybody(teams: TeamsDriver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "hearback")
    ada = await teams.join("Ada Lovelace")
    await teams.say(ada, "a secret")
    await teams.post({"type": "message"}, token="garbage")
    for piece in ("Ada", "secret", "29:", "a:chat", TENANT, "Bearer", "eyJ"):
        assert piece not in caplog.text


@pytest.mark.parametrize(
    ("login", "address"),
    [
        ("", f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"),
        ("https://login.microsoftonline.us/t/", "https://login.microsoftonline.us/t/oauth2/v2.0/token"),
        ("https://login.example/t/oauth2/v2.0/token", "https://login.example/t/oauth2/v2.0/token"),
    ],
)
def test_the_login_address_may_be_an_authority_or_the_whole(login: str, address: str) -> None:
    assert login_address(TeamsDoor(APP, "", TENANT, login_url=login)) == address
