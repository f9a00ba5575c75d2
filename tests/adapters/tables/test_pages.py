"""A workshop by its public pages: from a note on a phone to what came of it, and what nobody can do with them."""

import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.workshop import LETTERS, LINES, LONGEST
from storage.loop import RoundRow
from storage.workshops.rows import WorkshopNoteRow, WorkshopPickRow
from tests.harness import Colleague
from tests.witness import dump
from tests.workshopping import Held, Phone, held

HOSTILE = '<script>alert("x")</script> <b>&amp; {{ 7*7 }} \u202etxt'
DRAWN = "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &lt;b&gt;&amp;amp; {{ 7*7 }} txt"
NAME = "n" * 22


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Held]:
    opened = await held(tmp_path)
    yield opened
    await opened.office.close()


async def names(phone: Phone, name: str, *texts: str) -> None:
    """A theme with the notes that have these words."""
    ticks = re.findall(r'name="notes" value="(\w+)"[^>]*><label[^>]*>([^<]*)<', phone.html)
    notes = [ref for ref, text in ticks if text in texts]
    await phone.sends({"do": "theme", "theme": "", "name": name, "notes": notes})


async def picks(phone: Phone, *wanted: str) -> None:
    await phone.joins(phone.code)
    shown = re.findall(r'name="picks" value="(\w+)"[^>]*>\s*<label[^>]*>([^<]*)<', phone.html)
    await phone.sends({"do": "choose", "picks": [ref for ref, name in shown if name in wanted]})


async def test_the_whole_story_from_a_note_to_what_came_of_it(room: Held) -> None:
    assert "Your table opens on 12 November 2026." in (await room.at(1)).text
    await room.moves("Open the tables")
    first, second, screen = await room.at(1), await room.at(2, "198.51.100.7"), room.phone()
    await screen.opens(f"/room/{(await room.whole()).screen}")
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
    assert dump(room.office.works.database)["workshop_pick"] == []
    await _read(screen, "5 phones", "3 phones")
    assert screen.text.index("Getting to the door") < screen.text.index("Lifts")
    await first.joins(first.code)
    token = (await room.whole()).token
    assert f"/progress/{token}" in first.html
    await first.opens(f"/progress/{token}")
    assert "By 10 December 2026 you can read here what comes of each theme." in first.text
    await _end(room.dario)
    await _read(
        first, "Forty places beside the entrance", "Head of estates", "By 30 June 2027.", "Not now, because: The"
    )
    assert ("Dario" in first.text, "No name of anybody" in first.text) == (False, True)
    await room.office.until("2027-01-04T09:00")
    await _quarterly_news(room.dario)
    await _read(first, "The first ten are painted.")  # codes end after fourteen days, this stays
    assert (await first.joins(first.code)).status_code == 404
    assert (await screen.opens(screen.page.url.path)).status_code == 404


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


async def test_wrong_codes_are_counted_and_an_open_table_goes_on(room: Held, caplog: pytest.LogCaptureFixture) -> None:
    await room.moves("Open the tables")
    codes = await room.codes()
    open_one, guesser = await room.at(1), room.phone()
    with caplog.at_level(logging.DEBUG):
        answers = [(await guesser.joins(f"{LETTERS[number]}AAAAAAA")).status_code for number in range(31)]
        assert (set(answers[:30]), answers[30]) == ({404}, 429)
        assert (await guesser.joins(codes[1])).status_code == 429  # right, and not told so
        assert (await guesser.sends({"code": codes[1]}, to="/t")).status_code == 429
    assert (await open_one.joins(codes[0])).status_code == 200  # same address: opened before
    assert (await (await room.at(2, "198.51.100.9")).opens("/t")).status_code == 200
    assert (await guesser.opens("/progress/" + "0" * 32)).status_code == 429
    room.office.clock.at = room.office.clock.at.replace(minute=59)
    assert (await guesser.sends({"code": codes[1].lower()[:4] + " - " + codes[1][4:]}, to="/t")).status_code == 200
    said = [each.getMessage() for each in caplog.records if each.name.startswith("hearback")]
    assert [line for line in said if any(code in line for code in codes)] == []


async def test_one_table_can_do_nothing_to_another(room: Held) -> None:
    await room.moves("Open the tables")
    one, two = await room.at(1), await room.at(2)
    await one.writes("Ours alone")
    await room.moves("On to three themes")
    note = (await room.whole()).tables[0].notes[0].ref
    assert "Ours alone" not in (await two.joins(two.code)).text
    await two.sends({"do": "back", "note": note})
    await two.sends({"do": "theme", "theme": "", "name": "Theft", "notes": [note, "' or 1=1", "\0"]})
    first, second, _ = (await room.whole()).tables
    assert ([each.text for each in first.notes], first.notes[0].theme, second.under(second.themes[0])) == (
        ["Ours alone"],
        None,
        (),
    )
    await one.sends({"do": "theme", "theme": second.themes[0].ref, "name": "Renamed", "notes": []})
    await one.sends({"do": "drop", "theme": second.themes[0].ref})
    assert (await room.whole()).tables[1].themes[0].name == "Theft"
    await one.sends({"do": "choose", "picks": [second.themes[0].ref]})
    assert dump(room.office.works.database)["workshop_pick"] == []


async def test_what_was_typed_stays_when_the_room_moves_on_a_table_leaves_or_it_is_too_long(room: Held) -> None:
    await room.moves("Open the tables")
    phone = await room.at(1)
    long = "x" * (LONGEST + 1)
    assert (await phone.writes(long)).status_code == 422
    assert ("That is 301 characters; there is room for 300." in phone.text, long in phone.html) == (True, True)
    await phone.sends({"do": "paper", "sending": NAME, "lines": f"fine\n{long}"})
    assert ("more than 300 characters: line 2." in phone.text, long in phone.html) == (True, True)
    await phone.sends({"do": "paper", "sending": NAME, "lines": "a\n" * (LINES + 1)})
    assert "That is 201 lines; at most 200 can be put down at once." in phone.text
    await phone.sends({"do": "keep", "sending": NAME, "lines": "".join(f"Idea {n}\n\n" for n in range(LINES))})
    assert "On our table: 200 notes" in phone.text
    await phone.writes("Twice", NAME.upper())
    await phone.writes("Twice", NAME.upper())
    assert phone.text.count("Twice Take it back") == 1
    await room.moves("On to three themes", "Collect the themes")
    assert (await phone.writes("Half a thought", NAME)).status_code == 409
    assert ("The room has moved on" in phone.text, "Half a thought" in phone.html) == (True, True)
    await room.dario.presses("Look after it")
    await room.dario.presses("A table leaves")
    await room.dario.fills({"Which tables have left?": "Table 1 (staff)"})
    await room.dario.sends()
    await room.dario.dismisses()
    assert (await phone.writes("One more", NAME)).status_code == 409
    assert ("Your table has left the workshop" in phone.text, "One more" in phone.html) == (True, True)
    assert len((await room.whole()).tables[0].notes) == LINES + 1


async def test_markup_is_text_and_the_pages_run_and_fetch_nothing(room: Held) -> None:
    await room.moves("Open the tables")
    phone = await room.at(1)
    await phone.writes(HOSTILE)
    assert (DRAWN in phone.html, "<script" in phone.html, 'alert("x")</script' in phone.html) == (True, False, False)
    of = await room.whole()
    for path in ("/t", f"/t/{phone.code}", f"/room/{of.screen}", f"/room/{of.screen}/cards", f"/progress/{of.token}"):
        page = await phone.opens(path)
        assert "<script" not in page.text
        assert re.findall(r'(?:src|href)="(?!#|https://hearback|/t|\?theme)', page.text) == []
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "frame-ancestors 'none'" in policy
        assert (page.headers["referrer-policy"], page.headers["cache-control"]) == ("no-referrer", "no-store")
        assert page.headers["x-robots-tag"] == "noindex, nofollow"
    assert DRAWN in (await phone.opens(f"/room/{of.screen}")).text
    assert dict(phone.client.cookies) == {}


async def test_what_none_of_our_pages_would_send_is_turned_away(room: Held) -> None:
    await room.moves("Open the tables")
    phone = await room.at(1)
    address = f"/t/{phone.code}"
    form = {"content-type": "application/x-www-form-urlencoded"}
    for content, status in (
        (b"x=" + b"y" * (1024 * 1024), 413),
        (b"do=note&text=%ff%fe", 400),
        (b"\xff", 400),
        (b"do=x", 400),
    ):
        assert (await phone.client.post(address, content=content, headers=form)).status_code == status
    assert (await phone.client.post(address, json={"do": "note"})).status_code == 400
    foreign = form | {"sec-fetch-site": "cross-site"}
    assert (await phone.client.post(address, content=b"do=note&text=hello", headers=foreign)).status_code == 403
    assert (await phone.sends({"do": "note", "text": "no name"})).status_code == 400
    assert (await phone.client.delete(address)).status_code == 405
    assert dump(room.office.works.database)["workshop_note"] == []


async def test_a_phone_without_cookies_cannot_choose_and_fewer_than_five_are_not_counted(room: Held) -> None:
    await room.moves("Open the tables", "On to three themes")
    phone = await room.at(1)
    await phone.sends({"do": "theme", "theme": "", "name": "Parking", "notes": []})
    await room.moves("Collect the themes", "Let the room choose")
    await phone.joins(phone.code)
    cookie = phone.page.headers["set-cookie"]
    assert all(each in cookie for each in ("HttpOnly", "SameSite=strict", "Secure", "Path=/t"))
    theme = (await room.whole()).room[0].ref
    for number in range(4):
        each = await room.at(1)
        each.client.cookies.clear()
        await each.sends({"do": "choose", "picks": [theme]})
        assert "Please send it once more." in each.text
        await each.sends({"do": "choose", "picks": [theme, f"{number}" * 32]})
        assert "Your choice is kept." in each.text
    await phone.sends({"do": "choose", "picks": []})
    assert "Choose at least one and at most 3." in phone.text
    desk = await room.moves("Close the room")
    assert ("Fewer than 5 phones chose" in desk, "chosen by" in desk) == (True, False)


async def test_nothing_is_there_before_anybody_holds_one_and_without_an_address(tmp_path: Path) -> None:
    room = await held(tmp_path, public_url="")
    assert room.routes == []
    assert "no public address" in (desk := await room.moves("Open the tables"))
    assert "/room/" not in desk
    await room.office.close()


@pytest.mark.parametrize("table", [WorkshopNoteRow, WorkshopPickRow])
def test_no_note_and_no_choice_knows_who_or_when(table: type[RoundRow]) -> None:
    names = {column.name for column in table.__table__.columns}
    assert names in ({"ref", "table_id", "text", "paper", "theme"}, {"workshop_id", "device", "picks"})
