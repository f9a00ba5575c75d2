"""Nobody reads or does anything in the inbox without their own session, their own form, and their own case."""

from datetime import timedelta

import pytest

from adapters.inbox.posted import LARGEST
from storage.cases.one_time import WRONG
from storage.cases.sessions import IDLE
from tests.adapters.inbox.front import BASE, Front, front, served
from tests.storage.cases.chamber import Chamber, passphrase

SAID = "Somebody opens the letters of the ward."
BEHIND = ("/inbox", "/inbox/guardians", "/inbox/keys", f"/inbox/case/{'0' * 32}", f"/inbox/case/{'0' * 32}/draft")
NOT_MINE = "There is no such case among yours."


async def test_without_a_cookie_or_with_a_made_up_one_every_page_is_the_sign_in_page(file_chamber: Chamber) -> None:
    await file_chamber.files(SAID)
    stranger = front(served(file_chamber))
    for cookie in ("", "A" * 44, "x", '"; rm'):
        stranger.client.headers["Cookie"] = f"hearback_inbox={cookie}" if cookie else ""
        for path in BEHIND:
            seen = [await stranger.posts(path, {"do": "reply", "reply": "words"})]
            seen += [] if path.endswith("draft") else [await stranger.goes(path)]
            assert {each.status_code for each in seen} == {401}
            assert all(SAID not in each.text and "Passphrase" in each.text for each in seen)


@pytest.mark.long
async def test_a_case_one_may_not_read_looks_like_one_that_there_is_not(chamber: Chamber) -> None:
    await chamber.files(SAID, ["Ines"])
    app = served(chamber)
    ines, tom = front(app), front(app)
    await ines.signs_in(chamber, "Ines")
    await ines.opens()
    await tom.signs_in(chamber, "Tom")
    assert "Nothing has been raised with you yet" in tom.text
    theirs, none = ines.answer.url.path, f"/inbox/case/{'ab' * 16}"
    token = {"token": tom.value("[name=token]")}
    shown = [await tom.goes(path) for path in (theirs, none, "/inbox/case/x")]
    shown += [await tom.posts(path, {**token, "do": "reply", "reply": "hello"}) for path in (theirs, none)]
    shown += [await tom.posts(f"{path}/draft", {**token, "box": "reply", "text": "x"}) for path in (theirs, none)]
    assert {(each.status_code, each.text) for each in shown} == {(404, shown[0].text)}
    assert NOT_MINE in tom.text
    # With the other one's cookie it opens: the look above would have found it.
    tom.client.cookies.clear()
    tom.client.cookies.set("hearback_inbox", ines.cookie, domain="127.0.0.1", path="/inbox")
    assert SAID in (await tom.goes(theirs)).text


@pytest.mark.long
async def test_a_form_of_another_site_or_session_does_nothing(file_chamber: Chamber) -> None:
    receipt = await file_chamber.files(SAID)
    app = served(file_chamber)
    ines, tom = front(app), front(app)
    await tom.signs_in(file_chamber, "Tom")
    await ines.signs_in(file_chamber, "Ines")
    await ines.opens()
    path, fields = ines.answer.url.path, {"do": "reply", "reply": "forged"}
    mine, other = ines.value("[name=token]"), tom.value("[name=token]")
    tries = [
        await ines.posts(path, fields),
        await ines.posts(path, {**fields, "token": ""}),
        await ines.posts(path, {**fields, "token": other}),
        await ines.posts(path, {**fields, "token": mine}, Origin="https://evil.example"),
        await ines.posts(path, {**fields, "token": mine}, Origin="null", **{"Sec-Fetch-Site": "cross-site"}),
        await ines.posts("/inbox/sign-in", {"name": "Ines"}, Origin="https://evil.example"),
        await ines.client.post(path, json={**fields, "token": mine}, headers={"Origin": BASE}),
    ]
    assert [each.status_code for each in tries] == [403] * 6 + [400]
    assert await file_chamber.sees(receipt) == [(SAID, "me")]
    await ines.posts(path, {**fields, "token": mine})
    assert len(await file_chamber.sees(receipt) or []) == 2


async def test_the_cookie_and_every_answer_are_strict(file_chamber: Chamber) -> None:
    ines = front(served(file_chamber))
    for secure in (False, True):
        ines = front(served(file_chamber, secure=secure))
        ines.client.follow_redirects = False
        given = (await ines.signs_in(file_chamber, "Ines")).headers["set-cookie"]
        for part in ("HttpOnly", "SameSite=strict", "Path=/inbox"):
            assert part in given
        assert ("Secure" in given) is secure
        assert "Max-Age" not in given
        assert "expires" not in given.lower()
    for path in ("/inbox", "/inbox/sign-in", "/inbox/enrol", "/inbox/recover", "/nothing", "/inbox/static/inbox.css"):
        headers = (await ines.goes(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == ("no-cache" if "static" in path else "no-store")
        assert "<title>Guardian inbox · Hearback</title>" in ines.answer.text or "static" in path
    assert (await ines.client.get("/inbox", headers={"Host": "evil.example"})).status_code == 400
    assert (await ines.goes("/inbox/static/..%2fapp.py")).status_code == 404


async def test_whoever_is_taken_off_the_list_is_out_with_the_next_click(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines = front(served(chamber))
    await ines.signs_in(chamber, "Ines")
    await ines.opens()
    assert SAID in ines.text
    await chamber.until("Ines", chamber.day.today - timedelta(days=1))
    assert (await ines.presses("Send the reply", reply="still here?")).status_code == 401
    assert SAID not in ines.text
    answer = await ines.presses("Sign in", name="Ines", passphrase=passphrase("Ines"), code=chamber.code("Ines"))
    assert answer.status_code == 403
    assert "It stays locked." in ines.text


async def test_idle_sessions_end_and_leave_nothing_open(file_chamber: Chamber) -> None:
    await file_chamber.files(SAID)
    app = served(file_chamber)
    ines, again = front(app), front(app)
    await ines.signs_in(file_chamber, "Ines")
    await ines.opens()
    file_chamber.watch.at += IDLE
    assert (await ines.goes("/inbox")).status_code == 401
    assert "after 20 minutes without use" in ines.text
    await again.signs_in(file_chamber, "Ines")
    await again.presses("Sign out")
    assert (await again.goes("/inbox")).status_code == 401


async def test_after_ten_wrong_codes_the_right_one_opens_nothing_for_a_while(file_chamber: Chamber) -> None:
    ines = front(served(file_chamber))
    for name in ("Ines", "Nobody"):
        await ines.goes("/inbox")
        wrong = await ines.presses("Sign in", name=name, passphrase="a wrong passphrase", code="000000")
        assert (wrong.status_code, "It stays locked." in ines.text) == (403, True)
    for _ in range(WRONG):
        await ines.presses("Sign in", name="Ines", passphrase="a wrong passphrase", code="000000")
    assert (await ines.signs_in(file_chamber, "Ines")).status_code == 200  # whoever knows a name shuts nobody out
    await ines.presses("Sign out")
    for _ in range(WRONG):
        await ines.presses("Sign in", name="Ines", passphrase=passphrase("Ines"), code="000000")
    assert (await ines.signs_in(file_chamber, "Ines")).status_code == 403
    file_chamber.watch.at += 900
    assert (await ines.signs_in(file_chamber, "Ines")).status_code == 200


@pytest.mark.parametrize("path", ["/inbox/enrol", "/inbox/recover", "/inbox/sign-in"])
async def test_what_no_page_of_ours_sends_is_refused_in_a_sentence(file_chamber: Chamber, path: str) -> None:
    stranger: Front = front(served(file_chamber))
    body = b"a=" + b"x" * LARGEST
    long = await stranger.client.post(path, content=body, headers={"Content-Type": FORM})
    odd = await stranger.client.post(path, content=b"\xff\xfe", headers={"Content-Type": FORM})
    many = await stranger.client.post(path, data={f"f{at}": "x" for at in range(100)})
    assert [each.status_code for each in (long, odd, many)] == [413, 400, 400]
    assert all("data-sentence" in each.text for each in (long, odd, many))


FORM = "application/x-www-form-urlencoded"


@pytest.mark.long
async def test_whatever_somebody_writes_is_text_on_every_page(file_chamber: Chamber) -> None:
    """A report, a reply, a note, a tag, and what was typed when the lock fell."""
    hostile = "</textarea></title><script>alert(1)</script><img src=x onerror='a'>\""
    await file_chamber.files(hostile)
    ines = front(served(file_chamber))
    await ines.signs_in(file_chamber, "Ines")
    await ines.opens()
    path, token = ines.answer.url.path, {"token": ines.value("[name=token]")}
    for does, field in (("reply", "reply"), ("note", "note"), ("tags", "tags"), ("hold", "hold")):
        await ines.posts(path, {**token, "do": does, field: hostile})
    await ines.posts(f"{path}/draft", {**token, "box": "outcome", "text": hostile})
    pages = [await ines.goes(each) for each in (path, f"{path}/copy", f"{path}/matter", "/inbox")]
    await ines.posts("/inbox", {**token, "text": hostile})
    pages += [await ines.goes("/inbox"), await ines.posts("/inbox/add", {**token, "do": "table", "table": hostile})]
    file_chamber.watch.at += IDLE + 1
    pages += [await ines.posts(path, {**token, "do": "reply", "reply": hostile})]
    assert pages[-1].status_code == 401
    assert [each.text.count("<script>alert") + each.text.count("<img src=x") for each in pages] == [0] * len(pages)
    assert sum("&lt;script&gt;alert(1)" in each.text for each in pages) >= 5
