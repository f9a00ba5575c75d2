"""Who joins, who leaves, and what is kept about them: installations, rosters and teams, through the real door."""

import json

import pytest

from bot.events import Arrived, Said
from tests.adapters.teams.toy import Toy
from tests.drivers.fake_teams_authority import SERVICE
from tests.drivers.fake_teams_client import TEAM
from tests.drivers.teams import TENANT, TeamsDriver


async def test_a_new_person_is_announced_with_name_language_and_zone(teams: TeamsDriver, toy: Toy) -> None:
    ada = await teams.join("Ada Lovelace", language="cy-GB", zone="Europe/London")
    first = toy.of(Arrived)[0]
    assert (first.account, first.change) == (ada, "joined")
    assert first.profile.name == "Ada Lovelace"
    assert (first.profile.language, first.profile.zone) == ("cy-GB", "Europe/London")
    assert {event.account.id for event in toy.of(Arrived)} == {ada.id}


async def test_the_reference_holds_ids_only(teams: TeamsDriver) -> None:
    ada = await teams.join("Ada Lovelace")
    kept = json.loads(ada.reach)
    assert set(kept) == {"serviceUrl", "conversation", "user", "tenant"}
    assert kept["user"].startswith("29:")
    assert kept["tenant"] == TENANT


async def test_a_team_that_gets_the_app_brings_its_people_page_by_page_without_guests(
    teams: TeamsDriver, toy: Toy
) -> None:
    people = [teams.add(f"Person {number}") for number in range(7)] + [teams.add("A guest", role="guest")]
    teams.fake.teams[TEAM], teams.fake.page_size = [person.user for person in people], 3
    await teams.deliver(teams.client.team_event(people[0], "installationUpdate", action="add"))
    assert [event.profile.name for event in toy.of(Arrived)] == [f"Person {number}" for number in range(7)]
    assert len([call for call in teams.fake.calls if "pagedmembers" in call]) == 3
    assert json.loads(toy.of(Arrived)[3].account.reach) == {
        "serviceUrl": SERVICE,
        "conversation": "",
        "user": people[3].user,
        "tenant": TENANT,
    }


async def test_a_team_that_speaks_has_its_people_read_once_and_again_where_the_list_broke_off(
    teams: TeamsDriver, toy: Toy, caplog: pytest.LogCaptureFixture
) -> None:
    ada, *others = [teams.add(f"Person {number}") for number in range(5)]
    teams.fake.teams[TEAM], teams.fake.page_size = [ada.user, *(other.user for other in others)], 2
    teams.fake.breaks_off = 3
    await teams.say(teams.account(ada), "hello", "channel")
    assert [event.profile.name for event in toy.of(Arrived)] == ["Person 0", "Person 1"]
    assert "after 2 people: 403" in caplog.text
    teams.fake.breaks_off = 0
    await teams.say(teams.account(ada), "hello again", "channel")
    assert {event.profile.name for event in toy.of(Arrived)} == {f"Person {number}" for number in range(5)}
    read = [call for call in teams.fake.calls if "pagedmembers" in call]
    await teams.say(teams.account(ada), "hello once more", "channel")
    assert [call for call in teams.fake.calls if "pagedmembers" in call] == read


async def test_somebody_whose_installation_was_missed_is_announced_by_what_they_write(
    teams: TeamsDriver, toy: Toy
) -> None:
    ada = teams.account(teams.add("Ada"))
    await teams.say(ada, "hello")
    await teams.say(ada, "hello again")
    assert [(type(event), event.account) for event in toy.events if isinstance(event, Arrived | Said)] == [
        (Arrived, ada),
        (Said, ada),
        (Said, ada),
    ]


async def test_a_guest_who_writes_is_not_taken_for_staff(teams: TeamsDriver, toy: Toy) -> None:
    guest, ada = teams.account(teams.add("Guest", role="guest")), await teams.join("Ada")
    teams.fake.calls.clear()
    for each in (guest, ada):
        await teams.say(each, "hello")
    assert guest.id not in {event.account.id for event in toy.of(Arrived)}
    assert [event.account.id for event in toy.of(Said)] == [guest.id, ada.id]
    assert len([call for call in teams.fake.calls if "/members/" in call]) == 1  # nobody is asked about whom we know


async def test_somebody_added_to_a_team_is_announced_by_name_and_a_guest_is_not(teams: TeamsDriver, toy: Toy) -> None:
    ada, ben, guest = teams.add("Ada"), teams.add("Ben"), teams.add("Guest", role="guest")
    added = [{"id": ben.user, "aadObjectId": ben.aad}, {"id": guest.user, "aadObjectId": guest.aad}]
    await teams.deliver(teams.client.team_event(ada, "conversationUpdate", membersAdded=added))
    assert [(event.profile.name, event.account.id) for event in toy.of(Arrived)] == [("Ben", ben.aad)]


async def test_somebody_has_left_only_when_no_team_of_theirs_has_the_app_any_more(teams: TeamsDriver, toy: Toy) -> None:
    ada, moved, gone = teams.add("Ada"), teams.add("Moved"), teams.add("Gone", within_reach=False)
    removed = [{"id": moved.user, "aadObjectId": moved.aad}, {"id": gone.user, "aadObjectId": gone.aad}]
    await teams.deliver(teams.client.team_event(ada, "conversationUpdate", membersRemoved=removed))
    assert [(event.change, event.account.id) for event in toy.of(Arrived)] == [("left", gone.aad)]


async def test_removing_the_app_or_leaving_a_group_chat_is_not_leaving_the_workplace(
    teams: TeamsDriver, toy: Toy
) -> None:
    ada = teams.add("Ada")
    await teams.deliver(teams.client.activity(ada, "installationUpdate", action="remove"))
    await teams.deliver(teams.client.activity(ada, "conversationUpdate", "group", membersRemoved=[{"id": ada.user}]))
    await teams.deliver(teams.client.activity(ada, "conversationUpdate", "group", membersAdded=[{"id": ada.user}]))
    assert toy.events == []
