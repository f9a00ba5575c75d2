"""A guardian adds cases, takes a copy out, puts two together, is told of endings, and publishes figures, all in the browser."""

from typing import get_args

import pytest

from adapters.inbox import words as w
from adapters.inbox import words_chores as wk
from storage.cases import codes, importing, leaving, policy, reporter
from storage.cases.policy import Policy
from tests.adapters.inbox.front import inbox
from tests.storage.cases.chamber import Chamber, passphrase

SAID = "On 12 March Dr Amara Nwosu changed the rota after the audit."
TOLD = {"text": "She was told to be quiet.", "category": "detriment", "how": "phone", "door": "confidential"}


def test_every_code_has_words_for_it() -> None:
    assert tuple(w.CATEGORIES) == codes.CATEGORIES
    assert (tuple(wk.HOW), tuple(wk.GROUPS), tuple(wk.AGAIN)) == (codes.HOW, codes.GROUPS, codes.AGAIN)
    assert set(wk.DOORS) == set(codes.DOORS)
    assert tuple(wk.OFFICES) == leaving.TO
    assert set(wk.FAULTS) == set(get_args(importing.Why))


@pytest.mark.long
async def test_a_case_told_by_phone_is_added_once_and_a_name_only_where_they_agreed(chamber: Chamber) -> None:
    ines = await inbox(chamber)
    await ines.goes("/inbox/add")
    await ines.presses("Add the case", **TOLD, who="Miriam Dunne", on="2026-10-30")
    assert ines.answer.status_code == 409
    assert "only if they agreed" in ines.text
    assert "She was told to be quiet." in ines.answer.text  # nothing typed is lost
    form = ines.answer
    await ines.presses("Add the case", agreed="yes")
    assert "The case is in the list." in ines.text
    ines.answer = form
    await ines.presses("Add the case", agreed="yes")  # back, and pressed again
    assert len(await chamber.cases("Ines")) == 1
    await ines.opens()
    assert "As told to Ines" in ines.text
    assert "by phone (in confidence)" in ines.text
    assert "Miriam Dunne" in ines.text
    await ines.presses("Save how it counts", also=["bullying"], group="students", again="maybe")
    assert "How it counts is saved." in ines.text
    assert (await chamber.case("Ines")).elements == ("bullying", "detriment")


@pytest.mark.long
async def test_a_pasted_table_is_added_whole_or_every_wrong_line_is_named(file_chamber: Chamber) -> None:
    ines = await inbox(file_chamber)
    head = "raised_on\thow\tdoor\tcategory\twhat_happened"
    good = f"{head}\n2026-04-03\tmail\topen\tbullying\tHe shouted."
    await ines.goes("/inbox/add")
    await ines.presses(
        "Add all of them", table=f"{good}\n31/02/2026\tmail\topen\tbullying\t<b>Hm</b>\n2026-04-03\tmail"
    )
    assert "Nothing was added." in ines.text
    assert "Line 3: it has more or fewer cells" in ines.text or "Line 4: it has more or fewer cells" in ines.text
    await ines.presses("Add all of them", table=f"{good}\n31/02/2026\tmail\topen\tbullying\t<b>Hm</b>")
    assert "Line 3, raised_on: that is no day" in ines.text
    assert "31/02/2026" in ines.answer.text
    assert await file_chamber.stored() == []
    await ines.presses("Add all of them", table=good)
    assert "1 case was added." in ines.text
    assert len(await file_chamber.cases("Ines")) == 1


@pytest.mark.long
async def test_a_copy_leaves_without_what_was_marked_and_stays_on_record(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines = await inbox(chamber)
    await ines.opens()
    case = ines.answer.url.path
    await ines.goes(f"{case}/copy")
    assert "[[12 March]] [[Dr Amara Nwosu]]" in ines.text
    typed = {"to": "hr", "office": "People services", "why": "They look into rotas."}
    await ines.presses("Keep on record and download", **typed)
    assert "Tick the box" in ines.text
    await ines.presses("Keep on record and download", **typed, sure="yes")
    assert ines.answer.headers["content-disposition"] == 'attachment; filename="copy.txt"'
    assert "[taken out] [taken out] changed the rota after the audit." in ines.answer.text
    assert "Amara" not in ines.answer.text
    await ines.goes(case)
    assert "HR: People services, Monday 2 November 2026. They look into rotas." in ines.text
    assert "Ines took a copy out of the house." in ines.text
    tom = await inbox(chamber, "Tom")
    await tom.opens()
    assert "[taken out] [taken out] changed the rota" in tom.text


@pytest.mark.long
async def test_two_cases_get_one_card_and_the_leading_one_closes_last(chamber: Chamber) -> None:
    receipts = [await chamber.files(SAID), await chamber.files("The rota again.")]
    ines = await inbox(chamber)
    await ines.opens()
    led, led_name = ines.answer.url.path, ines.page.css_first("h1").text()  # type: ignore[union-attr]
    await ines.presses("Put them together", merge_why="Both are about the rota.", sure="yes")
    assert "The two are put together." in ines.text
    await ines.goes(ines.page.css_first("#fold-merge a").attributes["href"] or "")  # type: ignore[union-attr]
    head = ines.answer.url.path
    assert led_name in ines.text
    form = next(f for f in ines.page.css("form") if f.css_first('[name="tags"]'))
    token = form.css_first('[name="token"]').attributes["value"] or ""  # type: ignore[union-attr]
    await ines.posts(led, {"token": token, "do": "tags", "tags": "rota"})  # on either page it is the one card
    await ines.goes(head)
    assert "rota" in [each.text() for each in ines.page.css(".head .tag")]
    await ines.presses("Send and close", outcome="A new rota.")
    assert "Other cases of this matter are still open." in ines.text
    await ines.goes(led)
    await ines.presses("Send and close", outcome="A new rota for you.")
    await ines.goes(head)
    await ines.presses("Send and close", outcome="A new rota for all.")
    assert "The outcome is there for them to read" in ines.text
    told = [str(await chamber.sees(each)) for each in receipts]
    assert sum("A new rota for you." in each for each in told) == 1
    assert sum("A new rota for all." in each for each in told) == 1
    assert await reporter.feedback(chamber.work, receipts[0], "no", "It took too long.")
    chamber.day.passes()
    await ines.goes(led)
    shown = ines.text + (await ines.goes(head)).text
    assert "Asked whether they would speak up again, they said: no." in shown


@pytest.mark.long
async def test_a_case_whose_time_ends_is_announced_and_deleted_only_when_it_is_over(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    policy.keep(chamber.work.cabinet.secrets, Policy(1, 1, inquiry=False))
    ines = await inbox(chamber)
    await ines.opens()
    await ines.presses("Send and close", outcome="A new rota.")
    chamber.day.passes(20)
    before = await chamber.stored()
    await ines.goes("/inbox")
    assert "The time of 1 closed case ends soon" in ines.text
    assert "can be deleted from Thursday 3 December 2026 on" in ines.text
    assert await chamber.stored() == before  # looking writes nothing
    await ines.opens()
    assert "Delete it now" not in ines.text
    chamber.day.passes(11)
    await ines.goes("/inbox")
    assert "its time is over" in ines.text
    await ines.opens()
    await ines.presses("Delete it now", sure="yes")
    assert "The case goes once somebody else who reads it says so too." in ines.text
    assert "Its time is over, and it should go." in ines.text
    tom = await inbox(chamber, "Tom")
    await tom.opens()
    assert "Ines said so already." in tom.text
    await tom.presses("Delete it now", sure="yes")
    assert "The case is deleted for good." in tom.text
    assert await chamber.cases("Tom") == []


@pytest.mark.long
async def test_what_was_typed_on_any_of_these_pages_stands_there_again_after_the_lock(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    ines = await inbox(chamber)
    await ines.opens()
    case = ines.answer.url.path
    for path, button, typed, box in (
        ("/inbox/add", "Add the case", {"text": "She was told to be quiet."}, "text"),
        ("/inbox/add", "Add all of them", {"table": "raised_on,how\n" + "Hm, " * 9000}, "table"),
        ("/inbox/figures", "Publish", {"changed": "Rotas are locked."}, "changed"),
        (f"{case}/copy", "Keep on record and download", {"passage": "Only in my words."}, "passage"),
        (case, "Put them together", {"merge_why": "One rota."}, "merge_why"),
    ):
        if button == "Put them together":
            await chamber.files("The rota again.")
        await ines.goes(path)
        form = ines.answer
        chamber.watch.at += 21 * 60
        ines.answer = form
        await ines.presses(button, **typed)
        assert ines.answer.status_code == 401
        secret = {"passphrase": passphrase("Ines"), "code": chamber.code("Ines")}
        await ines.presses("Sign in", name="Ines", **secret)
        kept = next(each for each in ines.page.css(f'[name="{box}"]'))
        assert (kept.text() or kept.attributes.get("value") or "").strip() == typed[box].strip()
