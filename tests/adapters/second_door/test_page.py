"""What the public page does whatever is asked on it: it keeps and runs nothing, and says each mistake in one sentence."""

import asyncio
import base64
import hashlib
import logging
import re
import tempfile
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from starlette.requests import Request

from adapters.second_door import inbound
from adapters.second_door.gate import EACH, TOGETHER
from adapters.second_door.late import PATH
from bot.events import Opened, Pressed, Show, Submitted
from tests.adapters.second_door.test_redraw import photograph
from tests.adapters.second_door.toy import ASK, SAID, THREAD, TYPED, Porch, porch
from tests.adapters.second_door.visitor import nobody
from tests.drivers.markup import parsed
from tests.drivers.web_reading import post_of

FORM = {"content-type": "application/x-www-form-urlencoded"}
NONCE = "n" * 22


@pytest.fixture
def opened() -> Porch:
    return porch()


async def test_a_page_sets_nothing_fetches_nothing_and_names_no_address(opened: Porch) -> None:
    visitor = opened.visitor()
    await visitor.visits()
    assert visitor.answer is not None
    headers, html = visitor.answer.headers, visitor.html
    assert "set-cookie" not in headers
    assert not re.search(r"(?:src|href|action|srcset|poster|ping)=\"(?!#|\?\")", html)
    assert not re.search(r"https?:|//\w|url\(|@import|<script|<img|<link|onclick|style=", html)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    assert (headers["cache-control"], headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert {headers[f"cross-origin-{each}-policy"] for each in ("opener", "resource")} == {"same-origin"}
    assert headers["x-frame-options"] == "DENY"
    assert "St Brigid's <Trust>" in visitor.main.get_text()
    assert len(visitor.answer.content) < 16_000


async def test_what_is_pressed_and_sent_arrives_as_events_of_nobody(opened: Porch) -> None:
    visitor = opened.visitor()
    await visitor.visits()
    await visitor.presses("Read a reply")
    visitor.fills({"Who reads it": "Ines; Tom", "What happened?": f"{SAID}\r\nTwice."})
    await visitor.presses("Send")
    first, look, sent = opened.bot.seen
    assert isinstance(first, Opened)
    assert isinstance(look, Opened)
    assert isinstance(sent, Submitted)
    assert (first.action, look.action, sent.action) == ("speak_up.open", "speak_up.look", "speak_up.file")
    assert sent.values == {"to": "a,b", "what": f"{SAID}\nTwice."}
    assert sent.ref == ASK.ref
    accounts = [each.account for each in (first, look, sent)]
    assert all(map(nobody, accounts))
    assert len({each.id for each in accounts}) == 3
    assert {each.tenant for each in accounts} == {"own"}


async def test_whoever_writes_far_too_much_in_any_script_loses_no_word(opened: Porch) -> None:
    visitor, said = opened.visitor(), "\N{CYRILLIC SMALL LETTER ZHE}\N{GRINNING FACE}" * 25_000
    await visitor.posts({"do": "submit", "action": "speak_up.file", "nonce": NONCE, "f.what": said})
    [sent] = opened.bot.seen
    assert isinstance(sent, Submitted)
    assert sent.values["what"] == said


async def test_nothing_but_speaking_up_can_be_reached(opened: Porch) -> None:
    visitor = opened.visitor()
    for action in ("steward.start", "ask.answer", "home.menu", "speak_up", "", "x" * 99):
        for do in ("open", "press", "submit"):
            answer = await visitor.posts({"do": do, "action": action, "nonce": NONCE})
            assert answer.status_code == 400
    assert opened.bot.seen == []
    pressed = await visitor.posts({"do": "press", "action": "speak_up.x", "nonce": NONCE})
    assert pressed.status_code == 200
    assert isinstance(opened.bot.seen[0], Pressed)


async def test_what_comes_from_another_page_is_not_done(opened: Porch) -> None:
    visitor, told = opened.visitor(), {"do": "submit", "action": "speak_up.file", "nonce": NONCE}
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
        answer = await visitor.posts(told, **{"sec-fetch-site": site})
        assert answer.status_code == status
    assert len(opened.bot.seen) == 2


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "text/plain", 400),
        (b"do=submit&action=speak_up.file", FORM["content-type"], 400),
        (b"\xff\xfe", FORM["content-type"], 400),
        (b"&".join([b"a=b"] * 100), FORM["content-type"], 400),
        (b"do=fly&action=speak_up.file&nonce=" + b"n" * 22, FORM["content-type"], 400),
        (b"a=" + b"b" * 9_000, FORM["content-type"], 400),
        (b"f.a=" + b"b" * 60_001, FORM["content-type"], 413),
        (b"a" * (inbound.LARGEST_FORM + 1), FORM["content-type"], 413),
        (b"a" * (inbound.LARGEST_UPLOAD + 1), "multipart/form-data; boundary=x", 413),
        (b"nothing of the kind", "multipart/form-data", 400),
        (b"nothing of the kind", "multipart/form-data; boundary=x", 400),
        (b"--x\r\n\r\n\r\n--x--", "multipart/form-data; boundary=x", 400),
    ],
)
async def test_what_no_page_of_ours_sends_is_one_sentence(opened: Porch, body: bytes, kind: str, status: int) -> None:
    visitor = opened.visitor()
    answer = await visitor.client.post(PATH, content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert "That did not work" in answer.text
    assert "content-security-policy" in answer.headers
    assert opened.bot.seen == []


async def test_whoever_sends_for_ever_is_let_go(opened: Porch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbound, "SLOWEST_FORM", 0.01)

    async def dribbles() -> None:
        await asyncio.Event().wait()

    async def body() -> AsyncIterator[bytes]:
        yield b"do="
        await dribbles()

    visitor = opened.visitor()
    answer = await visitor.client.post(PATH, content=body(), headers=FORM)
    assert answer.status_code == 408


async def test_a_second_delivery_says_so(opened: Porch) -> None:
    opened.bot.reply = None
    answer = await opened.visitor().posts({"do": "submit", "action": "speak_up.file", "nonce": NONCE})
    assert "nothing was done twice" in answer.text


async def test_an_error_is_logged_without_a_word_of_what_was_sent(
    opened: Porch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    opened.bot.reply = RuntimeError(SAID)
    fields = {"do": "submit", "action": "speak_up.file", "nonce": NONCE, "f.what": SAID}
    answer = await opened.visitor("93.184.216.77").posts(fields)
    assert answer.status_code == 500
    assert "nothing was kept" in answer.text
    ours = [record for record in caplog.records if record.name.startswith("hearback")]
    [said] = [record.getMessage() for record in ours]
    assert re.fullmatch(r"the public page: RuntimeError at tests/adapters/second_door/toy\.py:\d+", said)
    assert "93.184" not in caplog.text
    assert SAID not in caplog.text


async def test_a_flood_is_told_where_else_to_go_and_looking_stays_free(opened: Porch) -> None:
    told = {"do": "submit", "action": "speak_up.file", "nonce": NONCE, "f.to": "a", "f.what": "Nina & nobody else."}
    shared, own = opened.visitor("127.0.0.1"), opened.visitor()
    answers = [await shared.posts(told) for _ in range(int(TOGETHER["asked"].at_once) + 1)]
    assert {each.status_code for each in answers[:-1]} == {200}
    assert answers[-1].status_code == 503
    assert "Speak up in the chat, or call" in answers[-1].text
    assert "Nina &amp; nobody" in answers[-1].text
    kept = post_of(parsed(answers[-1].text).select("#again")[0]).fields
    assert kept.pop("nonce") != NONCE
    assert kept == {name: said for name, said in told.items() if name != "nonce"}
    await shared.visits()
    assert "In danger now? 999." in shared.text
    assert (await own.posts(told)).status_code == 200


async def test_reports_are_counted_when_they_were_taken_in_and_not_while_they_are_mended(opened: Porch) -> None:
    told = {"do": "submit", "action": "speak_up.file", "nonce": NONCE, "f.what": "It was me."}
    visitor, neighbour = opened.visitor(), opened.visitor("93.184.216.35")
    for _ in range(8):
        assert (await visitor.posts(told)).status_code == 200  # the same form again, to be mended
    opened.bot.reply = Show(replace(ASK, action="speak_up.kept"))
    answers = [(await visitor.posts(told)).status_code for _ in range(5)]
    assert answers == [200] * int(EACH["filed"].at_once) + [503]
    assert (await neighbour.posts(told)).status_code == 200


@pytest.mark.long
async def test_a_picture_goes_with_the_words_that_stand_in_the_form(opened: Porch) -> None:
    opened.bot.reply = Show(THREAD)
    visitor = opened.visitor()
    await visitor.visits()
    await visitor.adds(photograph(), "The sheet.")
    assert "Added. It can be read from tomorrow on" in visitor.text
    [(typed, text, enclosed)] = opened.shelf.kept
    assert (typed, text, enclosed.kind, enclosed.type) == (TYPED, "The sheet.", "picture", "image/webp")
    assert b"telephone" not in enclosed.content
    await visitor.adds(b"")
    assert "No picture was chosen" in visitor.text
    await visitor.adds(b"%PDF-1.7", "It is a letter.")
    assert "That is no picture that can be read here." in visitor.html
    assert "It is a letter." in visitor.html
    opened.shelf.outcome = "full"
    await visitor.adds(photograph())
    assert "No more pictures fit in here. Words still do." in visitor.text
    assert len(opened.shelf.kept) == 2


@pytest.mark.long
async def test_other_files_are_taken_only_where_the_organisation_allows_them() -> None:
    opened = porch(files=True)
    opened.bot.reply = Show(THREAD)
    visitor = opened.visitor()
    await visitor.visits()
    await visitor.adds(b"%PDF-1.7 by Nina", name="ninas letter.pdf")
    [(_, text, enclosed)] = opened.shelf.kept
    assert (enclosed.kind, enclosed.type, enclosed.content) == ("file", "application/octet-stream", b"%PDF-1.7 by Nina")
    assert text == "A file, without words."  # so that it waits for an answer
    await visitor.adds(b"%PDF" + bytes(200_000))
    assert "larger than 160 KB" in visitor.text


async def test_an_upload_never_touches_the_disk(opened: Porch, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise AssertionError("a file was made")

    opened.bot.reply = Show(THREAD)
    visitor = opened.visitor()
    await visitor.visits()
    monkeypatch.setattr(tempfile, "_TemporaryFileWrapper", refuses)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuses)
    await visitor.adds(photograph() + bytes(5_000_000))
    assert "Added." in visitor.text
    monkeypatch.setattr(inbound, "LARGEST_UPLOAD", 2_000_000)  # a build that would let larger ones onto the disk
    monkeypatch.setattr(inbound, "_body", _all_of)
    await visitor.adds(photograph() + bytes(5_000_000))
    assert "That did not work" in visitor.text


async def _all_of(request: Request, _most: int) -> bytes:
    return await request.body()
