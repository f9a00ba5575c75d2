"""The workspace in a real Chromium: by mouse, by keyboard alone, with and without scripts, and as news arrives."""

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.events import Pressed, Submitted
from tests.adapters.web.toy import HELLO
from tests.browser.conftest import Hospital, sit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_three_taps_answer_a_question(hospital: Hospital, nina: Page) -> None:
    await hospital.deliver()
    await nina.get_by_role("button", name="Answer").click()
    dialog = nina.get_by_role("dialog", name="How was your week?")
    await dialog.get_by_role("radio", name="7", exact=True).click()
    await dialog.get_by_role("button", name="Send").click()
    await expect(nina.get_by_role("dialog", name="Recorded")).to_be_visible()
    assert hospital.bot.answers == {"nina": {"score": "7"}}


async def test_the_keyboard_alone_answers_a_question(hospital: Hospital, nina: Page) -> None:
    await hospital.deliver()
    answer = nina.get_by_role("button", name="Answer")
    await answer.focus()
    await nina.keyboard.press("Enter")
    await expect(nina.get_by_role("dialog")).to_be_visible()
    number = nina.get_by_role("radio", name="0 - very bad")
    for _ in range(4):
        if await number.evaluate("radio => radio === document.activeElement"):
            break
        await nina.keyboard.press("Tab")
    await nina.keyboard.press("Space")
    for _ in range(8):
        await nina.keyboard.press("ArrowRight")
    await nina.keyboard.press("Tab")
    await nina.keyboard.type("More hands on nights.")
    await nina.keyboard.press("Tab")
    await nina.keyboard.press("Enter")
    await expect(nina.get_by_role("dialog", name="Recorded")).to_be_visible()
    assert hospital.bot.answers == {"nina": {"score": "8", "comment": "More hands on nights."}}
    await nina.keyboard.press("Escape")
    await expect(nina.get_by_role("dialog")).to_be_hidden()
    await expect(answer).to_be_focused()


async def test_a_mistake_moves_focus_to_its_summary_and_keeps_the_words(hospital: Hospital, nina: Page) -> None:
    await hospital.deliver()
    await nina.get_by_role("button", name="Answer").click()
    await nina.get_by_label("What made it so?").fill("Two short <again>")
    await nina.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(nina.get_by_role("alert")).to_be_focused()
    await nina.get_by_role("link", name="Choose a number from 0 to 10.").click()
    await expect(nina.get_by_role("radio", name="0 - very bad")).to_be_focused()
    await expect(nina.get_by_label("What made it so?")).to_have_value("Two short <again>")


async def test_a_message_arrives_without_reloading_and_is_announced(hospital: Hospital, nina: Page) -> None:
    await expect(nina.get_by_text("Nothing here yet.")).to_be_visible()
    await hospital.deliver()
    await expect(nina.get_by_role("heading", name="How was your week at work?")).to_be_visible()
    await expect(nina.get_by_text("Nothing here yet.")).to_have_count(0)
    await expect(nina.locator("#heard")).to_contain_text("New message from Hearback: How was your week at work?")
    await hospital.deliver()
    await expect(nina.locator("article.message")).to_have_count(1)


async def test_a_message_that_arrives_elsewhere_is_counted(hospital: Hospital, nina: Page) -> None:
    await nina.get_by_role("link", name="Home").click()
    await hospital.deliver()
    await expect(nina.get_by_role("link", name="Hearback 1 not read yet")).to_be_visible()
    await nina.get_by_role("link", name="Hearback 1 not read yet").click()
    await expect(nina.locator("[data-room='/chat'] [data-count]")).to_be_hidden()


async def test_what_one_writes_stays_in_this_tab_and_is_answered_once(hospital: Hospital, nina: Page) -> None:
    await nina.get_by_label("Write to Hearback").fill("hello <b>you</b>")
    await nina.keyboard.press("Enter")
    await expect(nina.locator(".said")).to_have_text("hello <b>you</b>")
    await expect(nina.locator("article.message[id]")).to_have_count(1)
    await nina.reload()
    await expect(nina.locator(".said")).to_have_text("hello <b>you</b>")
    other = await sit(nina.context, hospital)
    await expect(other.locator("article.message[id]")).to_have_count(1)
    await expect(other.locator(".said")).to_have_count(0)


async def test_a_button_can_be_pressed_again_but_a_double_click_is_one_press(hospital: Hospital, nina: Page) -> None:
    await nina.goto(f"{hospital.address}/home")
    help_ = nina.get_by_role("button", name="Get help")
    await help_.dblclick()
    await expect(nina.get_by_role("status")).to_contain_text("Here is where to turn.")
    await expect(nina.get_by_role("link", name="Hearback 1 not read yet")).to_be_visible()
    # the count comes over its own line, often before the answer to the press; until that, a press is the same press
    await expect(nina.locator("form[aria-busy]")).to_have_count(0)
    await help_.click()
    await expect(nina.get_by_role("link", name="Hearback 2 not read yet")).to_be_visible()


async def test_a_double_click_is_one_press_even_when_the_first_was_answered_between(
    hospital: Hospital, nina: Page
) -> None:
    await nina.goto(f"{hospital.address}/home")
    box = await nina.get_by_role("button", name="Get help").bounding_box()
    assert box
    await nina.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for click in (1, 2):
        await nina.mouse.down(click_count=click)
        await nina.mouse.up(click_count=click)
        await expect(nina.get_by_role("status")).to_contain_text("Here is where to turn.")
        await expect(nina.locator("form[aria-busy]")).to_have_count(0)
    await expect(nina.get_by_role("link", name="Hearback 1 not read yet")).to_be_visible()
    assert len([event for event in hospital.bot.seen if isinstance(event, Pressed)]) == 1


async def test_a_pressed_message_changes_where_it_stands(hospital: Hospital, nina: Page) -> None:
    await hospital.deliver()
    await nina.get_by_role("button", name="Later").click()
    await expect(nina.get_by_text("Later, then. The question stays in Home.")).to_be_visible()
    await expect(nina.locator("article.message[id]")).to_have_count(1)


async def test_the_clock_moves_and_the_bar_says_so(hospital: Hospital, nina: Page) -> None:
    await nina.get_by_role("button", name="Next Monday 09:00").click()
    await expect(nina.locator(".bar-now")).to_contain_text("Monday 9 November, 09:00")
    await expect(nina.get_by_role("button", name="Go there")).to_be_disabled()


async def test_the_rail_makes_one_somebody_else(hospital: Hospital, nina: Page) -> None:
    await nina.get_by_role("button", name="Be Piotr Nowak, Porter").click()
    await expect(nina.locator(".you-text")).to_contain_text("Piotr Nowak")


async def test_a_page_left_open_never_shows_the_next_persons_messages(hospital: Hospital, nina: Page) -> None:
    other = await nina.context.new_page()
    await other.goto(f"{hospital.address}/chat")
    await other.get_by_role("button", name="Be Piotr Nowak, Porter").click()
    await expect(other.locator(".you-text")).to_contain_text("Piotr Nowak")
    await nina.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    await expect(nina.locator(".you-text")).to_contain_text("Piotr Nowak")


async def test_anybody_can_be_found_by_name_role_or_team(hospital: Hospital, visitor: BrowserContext) -> None:
    page = await visitor.new_page()
    await page.goto(hospital.address)
    await page.get_by_label("Find a person, a role or a team").fill("midw")
    await page.locator("[data-team]").get_by_role("button", name="Grace Adeyemi").click()
    await expect(page.locator(".you-text")).to_contain_text("Grace Adeyemi")


async def test_without_a_server_the_words_come_back_and_a_sentence_says_so(hospital: Hospital, nina: Page) -> None:
    await nina.route("**/say", lambda route: route.abort())
    await nina.get_by_label("Write to Hearback").fill("hello")
    await nina.keyboard.press("Enter")
    await expect(nina.get_by_role("status")).to_contain_text("did not reach the server")
    await expect(nina.get_by_label("Write to Hearback")).to_have_value("hello")
    await expect(nina.locator(".said")).to_have_count(0)


async def test_without_scripts_one_reads_opens_and_answers(hospital: Hospital, chromium: Browser) -> None:
    context = await chromium.new_context(java_script_enabled=False)
    page = await sit(context, hospital)
    await hospital.deliver()
    await page.reload()
    await page.get_by_role("button", name="Answer").click()
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("Choose a number from 0 to 10.")
    await page.get_by_role("radio", name="10 - very good").click()
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_role("heading", name="Recorded")).to_be_visible()
    await page.get_by_role("link", name="Close").click()
    await page.get_by_label("Write to Hearback").fill("hello")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_text(HELLO.summary).last).to_be_visible()
    assert [type(event) for event in hospital.bot.seen].count(Submitted) == 2
    await context.close()


async def test_no_page_breaks_its_own_policy(hospital: Hospital, visitor: BrowserContext) -> None:
    complaints: list[str] = []
    visitor.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    visitor.on("weberror", lambda error: complaints.append(str(error.error)))
    page = await sit(visitor, hospital)
    await hospital.deliver()
    await page.get_by_role("button", name="Answer").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    for path in ("/home", "/channel/all-staff", "/group/team", "/"):
        await page.goto(hospital.address + path)
    assert complaints == []
