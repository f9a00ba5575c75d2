"""Forged, foreign, oversized and malformed requests get a kind page and change nothing."""

import httpx
import pytest
from starlette.applications import Starlette

from adapters.web.closed import routes_closed
from bot.events import Pressed, Submitted
from bot.ports import Letter, Unsure
from bot.ui import Buttons, Card, Link, Text
from tests.adapters.web.conftest import Ward
from tests.adapters.web.toy import PROMPT
from tests.drivers.web import BASE
from tests.drivers.web_reading import page_of, post_behind, post_of

HERE = {"Origin": BASE}


async def test_every_page_has_its_safety_headers(ward: Ward) -> None:
    for path in ("/", "/chat", "/home", "/channel/all-staff", "/static/workspace.js", "/static/none.js"):
        headers = (await ward.browser.get(path)).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert (await ward.browser.get("/chat")).headers["cache-control"] == "no-store"


async def test_no_page_has_a_script_or_a_style_of_its_own(ward: Ward) -> None:
    await ward.deliver()
    for path in ("/", "/chat", "/home"):
        page = page_of((await ward.browser.get(path)).text)
        assert all(script.has_attr("src") for script in page.select("script"))
        assert not page.select("style, [style], [onclick], [onload]")


async def test_the_seat_is_kept_in_a_cookie_that_scripts_and_other_sites_cannot_use(ward: Ward) -> None:
    cookie = (await ward.browser.get("/")).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": BASE, "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://[broken"},
    ],
)
async def test_a_form_from_another_site_is_refused(ward: Ward, headers: dict[str, str]) -> None:
    form = await _composer(ward)
    answer = await ward.browser.post("/say", data=form | {"text": "hello"}, headers=headers)
    assert answer.status_code == 403
    assert ward.driver.messages(ward.nurse) == []


async def test_a_plain_form_of_our_own_page_is_accepted_though_its_origin_is_hidden(ward: Ward) -> None:
    form = await _composer(ward)
    headers = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert (await ward.browser.post("/say", data=form | {"text": "hello"}, headers=headers)).status_code == 200


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
async def test_a_form_without_its_token_is_refused(ward: Ward, token: str) -> None:
    form = await _composer(ward)
    for path in ("/say", "/press", "/open", "/submit", "/as", "/clock"):
        answer = await ward.browser.post(path, data=form | {"token": token}, headers=HERE)
        assert answer.status_code == 403
        assert "nothing was done" in answer.text


async def test_a_cookie_that_was_changed_is_nobodys(ward: Ward) -> None:
    said, _, signature = ward.browser.cookies["hearback_seat"].partition(".")
    for forged in (f"{said}A.{signature}", f"{said}.{signature[:-1]}0", "nonsense", ""):
        async with httpx.AsyncClient(transport=httpx.ASGITransport(ward.driver.app), base_url=BASE) as other:
            answer = await other.get("/chat", headers={"Cookie": f"hearback_seat={forged}"})
            assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_a_seat_that_nobody_has_leads_back_to_the_chooser(ward: Ward) -> None:
    form = await _composer(ward)
    answer = await ward.browser.post("/as", data=form | {"seat": "the-chief"}, headers=HERE)
    assert answer.url.path == "/"
    assert "Who would you like to be?" in answer.text


async def test_after_changing_seats_an_open_form_of_the_first_person_is_refused(ward: Ward) -> None:
    form = await _composer(ward)
    await ward.driver.join("Tom Reilly")
    await ward.browser.post("/as", data=form | {"seat": "tom-reilly"}, headers=HERE)
    answer = await ward.browser.post("/say", data=form | {"text": "hello"}, headers=HERE)
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:80", "", "[", "localhost@evil.example"])
async def test_another_name_for_this_machine_is_refused(ward: Ward, host: str) -> None:
    answer = await ward.browser.get("/chat", headers={"Host": host})
    assert answer.status_code == 400
    assert "Nina" not in answer.text


async def test_too_much_is_refused(ward: Ward) -> None:
    form = await _composer(ward)
    answer = await ward.browser.post("/say", data=form | {"text": "a" * 70_000}, headers=HERE)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"%ff", b"text", b"\xff\xfe", b"a=%00", b"a=" + b"b" * 9_000, b"&".join(b"a%d=1" % n for n in range(200))],
)
async def test_what_cannot_be_read_is_refused(ward: Ward, body: bytes) -> None:
    headers = HERE | {"Content-Type": "application/x-www-form-urlencoded", "Hearback-Token": await _token(ward)}
    answer = await ward.browser.post("/say", content=body, headers=headers)
    assert answer.status_code == 400
    assert "could not read" in answer.text


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("/say", {"nonce": "short"}),
        ("/press", {"action": ""}),
        ("/press", {"action": "<b>"}),
        ("/press", {"ref": "r" * 201, "action": "ask.not"}),
        ("/clock", {"to": "2030-01-01"}),
        ("/clock", {}),
    ],
)
async def test_what_none_of_our_pages_would_send_is_refused(ward: Ward, path: str, change: dict[str, str]) -> None:
    form = await _composer(ward)
    answer = await ward.browser.post(path, data=form | {"text": "hello"} | change, headers=HERE)
    assert answer.status_code == 400


async def test_a_message_of_somebody_else_cannot_be_pressed(ward: Ward) -> None:
    await ward.deliver()
    page = page_of((await ward.browser.get("/chat")).text)
    post = post_behind(page, "Later")
    assert post is not None
    tom = await ward.driver.join("Tom Reilly")
    theirs = post.fields | {"token": await _token(ward, tom.id)}
    answer = await ward.driver.browser(tom).post("/press", data=theirs, headers=HERE)
    assert answer.status_code == 403
    assert not [event for event in ward.bot.seen if isinstance(event, Pressed)]


async def test_a_double_click_acts_once(ward: Ward) -> None:
    await ward.deliver()
    await ward.driver.press(ward.nurse, "Answer")
    page = await ward.browser.post("/open", data=await _fields_of_answer(ward), headers=HERE)
    form = page_of(page.text).select_one("#sheet-form")
    assert form is not None
    sent = post_of(form).fields | {"f.score": "7"}
    for _ in range(2):
        await ward.browser.post("/submit", data=sent, headers=HERE)
    assert len([event for event in ward.bot.seen if isinstance(event, Submitted)]) == 1


async def test_fields_that_no_form_has_are_left_out(ward: Ward) -> None:
    form = await _composer(ward)
    sent = form | {"action": "ask.answer", "ref": "r1", "f.score": "3", "score": "9", "person": "tom"}
    await ward.browser.post("/submit", data=sent, headers=HERE)
    assert ward.bot.answers == {"nina-okafor": {"score": "3"}}


async def test_hostile_text_stays_text(ward: Ward) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; \"'>"
    await ward.deliver(Card(hostile, (Text(hostile), Buttons((Link(hostile, "javascript:alert(1)"),)))))
    page = page_of((await ward.browser.get("/chat")).text)
    [message] = page.select("article.message[id]")
    assert hostile in message.get_text()
    assert not message.select("script, img:not(.face)")
    assert not message.select("a[href]")


async def test_a_body_that_is_no_card_is_left_out(ward: Ward) -> None:
    await ward.driver.mailbox.keep("direct:nina-okafor", ward.driver.clock.now(), "{}")
    await ward.deliver()
    await ward.driver.look(ward.nurse.id)
    assert len(ward.driver.messages(ward.nurse)) == 1


async def test_a_mailbox_that_is_locked_is_a_kind_page_and_an_unsure_letter(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(*_: object) -> None:
        raise OSError("locked")

    monkeypatch.setattr(ward.driver.mailbox, "read", locked)
    monkeypatch.setattr(ward.driver.mailbox, "keep", locked)
    answer = await ward.browser.get("/chat")
    assert answer.status_code == 503
    assert "Something went wrong on our side" in answer.text
    letter = Letter("k", ward.nurse, PROMPT, ward.driver.clock.now())
    assert await ward.driver.workspace.sender.send(letter) == Unsure("OSError")


async def test_reloading_the_address_of_a_form_leads_back(ward: Ward) -> None:
    assert (await ward.browser.get("/submit")).url.path == "/chat"


async def test_the_closed_door_says_only_that_it_is_alive() -> None:
    app = Starlette(routes=routes_closed())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as browser:
        alive = await browser.get("/healthz")
        assert (alive.status_code, alive.text) == (200, "ok")
        for path in ("/", "/chat", "/home", "/stream", "/static/workspace.js", "/as"):
            assert (await browser.get(path)).status_code == 404
            assert (await browser.post(path)).status_code == 404


async def test_the_open_door_is_alive_too(ward: Ward) -> None:
    assert (await ward.browser.get("/healthz")).text == "ok"


async def _composer(ward: Ward) -> dict[str, str]:
    form = page_of((await ward.browser.get("/chat")).text).select_one("form.composer")
    assert form is not None
    return post_of(form).fields


async def _token(ward: Ward, account: str = "") -> str:
    browser = ward.driver._browsers[account] if account else ward.browser
    form = page_of((await browser.get("/chat")).text).select_one("form.composer")
    assert form is not None
    return post_of(form).fields["token"]


async def _fields_of_answer(ward: Ward) -> dict[str, str]:
    post = post_behind(page_of((await ward.browser.get("/chat")).text), "Answer")
    assert post is not None
    return post.fields
