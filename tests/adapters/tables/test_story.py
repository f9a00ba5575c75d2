"""The whole story of a workshop by its public pages: from a note on a phone to the news of a quarter."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import drop_postgres, fresh_postgres, on_both
from tests.harness import Colleague
from tests.workshopping import NAME, Held, Phone, held


@pytest.fixture
async def room(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Held]:
    postgres = request.param == "postgresql"
    url = await fresh_postgres() if postgres else ""
    opened = await held(tmp_path, url=url)
    yield opened
    await opened.office.close()
    if postgres:
        await drop_postgres(url)


@on_both("room")
@pytest.mark.long
async def test_the_whole_story_from_a_note_to_what_came_of_it(room: Held) -> None:
    assert "Your table opens on 12 November 2026." in (await room.at(1)).text
    await room.moves("Open the tables")
    first, second, screen = await room.at(1), await room.at(2, "198.51.100.7"), await _screen_of(room)
    await _tables_write(first, second)
    await _read(
        screen, 'http-equiv="refresh"', "Nowhere to park", "The lift was out", "patients", "4 notes from 3 tables"
    )
    await room.moves("On to three themes")
    await _tables_name(first, second)
    await room.moves("Collect the themes")
    await first.joins(first.code)
    assert "put together now" in first.text
    await _put_together(room)
    await room.moves("Let the room choose")
    await _read(screen, "0 phones have chosen", "Getting to the door")
    await _phones_choose(room)
    await _read(screen, "6 phones have chosen")
    assert "5 phones" not in screen.text  # hidden until the room has closed
    assert "chosen by 5 phones" in await room.moves("Close the room")
    assert await room.chosen() == 0  # which phone chose what is forgotten
    await _read(screen, "5 phones", "3 phones")
    assert screen.text.index("Getting to the door") < screen.text.index("Lifts")
    await first.joins(first.code)
    assert "Nowhere to park" not in first.text  # a code reads no notes any more
    token = (await room.whole()).token
    assert f"/progress/{token}" in first.html
    assert "By 10 December 2026 you can read here" in (await first.opens(f"/progress/{token}")).text
    await _end(room.dario)
    await _read(
        first, "Forty places beside the entrance", "Head of estates", "By 30 June 2027.", "Not now, because: The"
    )
    assert ("Dario" in first.text, "No name of anybody" in first.text) == (False, True)
    await room.office.until("2027-01-04T09:00")
    await _quarterly_news(room.dario)
    await _read(first, "The first ten are painted.")  # codes end after fourteen days, this stays
    gone = [await first.joins(first.code), await screen.opens(screen.page.url.path)]
    assert [each.status_code for each in gone] == [404, 404]


async def _screen_of(room: Held) -> Phone:
    screen = room.phone()
    await screen.opens(f"/room/{(await room.whole()).screen}")
    return screen


async def _read(page: Phone, *said: str) -> None:
    """Looks once more, and finds all of this."""
    await page.opens(page.page.url.path)
    assert [each for each in said if each not in page.text and each not in page.html] == []


async def _tables_write(first: Phone, second: Phone) -> None:
    await first.writes("Nowhere to park")
    assert ("It lies on the table." in first.text, "Nowhere to park" in first.text) == (True, True)
    await second.writes("I walked half a mile")
    paper = {"sending": NAME, "lines": "\n- No chairs on the way\n\n* The lift was out\n"}
    await second.sends({"do": "paper", **paper})
    assert "2 notes from your paper. Is each one idea?" in second.text
    await second.sends({"do": "keep", **paper})
    assert ("On our table: 3 notes" in second.text, second.html.count("on paper</span>")) == (True, 2)


async def _tables_name(first: Phone, second: Phone) -> None:
    await first.joins(first.code)
    await names(first, "Parking", "Nowhere to park")
    await second.joins(second.code)
    await names(second, "The long way in", "I walked half a mile", "No chairs on the way")
    await names(second, "Lifts", "The lift was out")
    assert "The long way in 2 notes" in second.text


async def _put_together(room: Held) -> None:
    dario, both = room.dario, "Parking · Table 1 (staff); The long way in · Table 2 (patients)"
    await dario.presses("Look after it")
    await dario.presses("Put themes together")
    await dario.fills({"Which belong together?": both, "What is it called in the room?": "Getting to the door"})
    await dario.sends()
    await dario.dismisses()


async def _phones_choose(room: Held) -> None:
    """Six phones; the last one changes its mind."""
    phones = [await room.at(1 + number % 3, f"203.0.113.{number}") for number in range(6)]
    for number, phone in enumerate(phones):
        await picks(phone, "Getting to the door", *(["Lifts"] if number < 2 else []))
        assert "Your choice is kept." in phone.text
    await picks(phones[-1], "Lifts")


async def _end(dario: Colleague) -> None:
    await dario.visits_home()
    await dario.presses("Look after it")
    await dario.presses("Say what comes of it")
    await dario.fills(
        {
            "Which theme?": "Getting to the door · chosen by 5 phones",
            "How does it end?": "A priority: this will be done",
            "In your words": "Forty places beside the entrance.",
            "In which role?": "head of estates",
            "By the end of which quarter?": "By 30 June 2027",
        }
    )
    await dario.sends()
    await dario.presses("Tell everybody")
    assert "Still without one: Lifts." in dario.dialog.text  # P2
    await dario.presses("Say what comes of it")
    await dario.fills({"Which theme?": "Lifts · chosen by 3 phones", "How does it end?": "Not now: say why"})
    await dario.fills({"In your words": "The lift is replaced in 2029."})
    await dario.sends()
    await dario.presses("Tell everybody")
    await dario.sends()
    await dario.dismisses()


async def _quarterly_news(dario: Colleague) -> None:
    await dario.visits_home()
    await dario.presses("Give news")
    assert dario.dialog.values["By when is there news next?"] == "2027-04-05"
    await dario.fills({"What happened?": "The first ten are painted."})
    await dario.sends()
    await dario.dismisses()


async def names(phone: Phone, name: str, *texts: str) -> None:
    """A theme with the notes that have these words."""
    ticks = re.findall(r'name="notes" value="(\w+)"[^>]*><label[^>]*>([^<]*)<', phone.html)
    notes = [ref for ref, text in ticks if text in texts]
    await phone.sends({"do": "theme", "theme": "", "name": name, "notes": notes})


async def picks(phone: Phone, *wanted: str) -> None:
    await phone.joins(phone.code)
    shown = re.findall(r'name="picks" value="(\w+)"[^>]*>\s*<label[^>]*>([^<]*)<', phone.html)
    await phone.sends({"do": "choose", "picks": [ref for ref, name in shown if name in wanted]})
