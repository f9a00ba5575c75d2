"""A workshop by its public pages: from a note on a phone to what came of it, and what nobody can do with them."""

import logging
import re
from asyncio import gather
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.workshop import LETTERS, LINES, LONGEST, THEMES
from storage.loop import RoundRow
from storage.workshops.rows import WorkshopNoteRow, WorkshopPickRow
from tests.witness import dump
from tests.workshopping import NAME, Held, held

HOSTILE = '<script>alert("x")</script> <b>&amp; {{ 7*7 }} \u202etxt'
DRAWN = "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &lt;b&gt;&amp;amp; {{ 7*7 }} txt"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Held]:
    opened = await held(tmp_path)
    yield opened
    await opened.office.close()


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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
    assert (await phone.client.post("/t", content=b"code=" + b"A" * 3000, headers=form)).status_code == 413
    assert dump(room.office.works.database)["workshop_note"] == []


@pytest.mark.long
async def test_a_phone_without_cookies_cannot_choose_and_fewer_than_five_are_not_counted(room: Held) -> None:
    await room.moves("Open the tables", "On to three themes")
    phone = await room.at(1)
    await phone.sends({"do": "theme", "theme": "", "name": "Parking", "notes": []})
    await room.moves("Collect the themes", "Let the room choose")
    await phone.joins(phone.code)
    cookie = phone.page.headers["set-cookie"]
    assert all(each in cookie for each in ("HttpOnly", "SameSite=lax", "Secure", "Path=/t"))
    theme = (await room.whole()).room[0].ref
    for number in range(4):
        each = await room.at(1)
        each.client.cookies.clear()
        await each.sends({"do": "choose", "picks": [theme]})
        assert "Please send it once more." in each.text
        await each.sends({"do": "choose", "picks": [theme, f"{number}" * 32]})
        assert "Your choice is kept." in each.text
    for number in range(5):
        none = await room.at(1)
        await none.sends({"do": "choose", "picks": [f"{number}" * 32]})
        assert "That is no theme of this room." in none.text
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


@pytest.mark.long
async def test_a_whole_room_presses_at_once_and_a_flood_from_one_table_loses_no_word(room: Held) -> None:
    await room.moves("Open the tables")
    phones = [await room.at(1 + number % 3) for number in range(45)]
    answers = await gather(*(phone.writes(f"Idea {number}") for number, phone in enumerate(phones)))
    assert {each.status_code for each in answers} == {200}
    assert (await room.whole()).notes == len(phones)
    flood = phones[0]
    statuses = [(await flood.sends({"do": "back", "note": "none"})).status_code for _ in range(70)]
    assert statuses[-1] == 503
    assert (await flood.writes("My one idea", NAME)).status_code == 503
    assert ("Too much came in at once." in flood.text, "My one idea" in flood.html) == (True, True)
    assert (await phones[1].writes("Another table goes on")).status_code == 200


async def test_two_phones_of_a_table_name_three_themes_between_them(room: Held) -> None:
    await room.moves("Open the tables", "On to three themes")
    phones = [await room.at(1) for _ in range(6)]
    await gather(*(each.sends({"do": "theme", "theme": "", "name": f"T{n}"}) for n, each in enumerate(phones)))
    assert len((await room.whole()).tables[0].themes) == THEMES
