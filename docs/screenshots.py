"""`python -m docs.screenshots`: lives the story of one question in a real browser and takes the pictures of the README."""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from docs import speaking_up
from docs.browser import Missing, chromium
from docs.cards import charts, sheet, workshop
from docs.cards.shown import every_example
from docs.demo import demo

PICTURES = Path(__file__).parent / "pictures"
WINDOW: Any = {"width": 1200, "height": 780}
TALL: Any = {"width": 1200, "height": 960}
PHONE: Any = {"width": 390, "height": 844}
NURSE, STEWARD = "Amara Okafor", "Dario Moretti"
COMMENT = "The new rota helps. The lift by Theatres is out again."
WILL_DO = "Night shifts get hot food again: the kitchen opens from 01:00 to 02:00."
WILL_NOT = "Not now: a second kitchen, because there is no money for it this year."
SHOWN = ("prompt", "question filled in", "outcome")
NOW = ".bar-now strong"
SLOW = 120_000  # milliseconds; on the way to the close everybody else answers


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    drawn = charts.write()
    try:
        workshop.make_bundle()
        with chromium() as browser:
            with demo() as address:
                live_the_story(browser, address)
                speaking_up.live_it(browser, address)
            draw_the_platforms(browser)
            charts.keep(browser, drawn, PICTURES)
    except Missing as missing:
        sys.exit(str(missing))


def live_the_story(browser: Browser, address: str) -> None:
    """The nurse answers, the question closes, the steward answers back, the nurse reads what came of it."""
    nurse = sit(browser, address, NURSE)
    go_on(nurse)  # to the moment when the next question comes
    nurse.reload()
    picture(nurse, "prompt")
    closes = fact(nurse, "Open until")
    answer(nurse)
    picture(nurse, "workspace")
    nurse.emulate_media(color_scheme="dark")
    picture(nurse, "workspace-dark")
    nurse.emulate_media(color_scheme="light")
    on_the_phone(browser, address)
    nurse.get_by_role("dialog").get_by_role("button", name="Send").click()
    expect(nurse.get_by_role("dialog", name="Recorded")).to_be_visible()

    steward = sit(browser, address, STEWARD, TALL)
    move_to(steward, closes)
    answer_back(steward)
    picture(steward, "steward")
    steward.get_by_role("button", name="Send to everybody").click()
    expect(steward.get_by_role("dialog", name="Sent")).to_be_visible()

    nurse.set_viewport_size(TALL)
    nurse.goto(f"{address}/home")
    picture(nurse, "home")
    nurse.set_viewport_size(WINDOW)
    nurse.get_by_role("button", name="See it all").first.click()
    expect(nurse.get_by_role("dialog")).to_be_visible()
    picture(nurse, "outcome")
    for context in browser.contexts:
        context.close()


def sit(browser: Browser, address: str, name: str, window: Any = WINDOW) -> Page:
    """In somebody's chair, in front of their messages, with a browser of one's own."""
    page = browser.new_context(
        viewport=window, device_scale_factor=1.5, locale="en-GB", color_scheme="light"
    ).new_page()
    page.goto(address)
    page.locator(".seat.big").filter(has_text=name).click()
    page.wait_for_url("**/chat")
    return page


def answer(page: Page) -> None:
    """Opens the newest question and fills it in, without sending it."""
    page.get_by_role("button", name="Answer", exact=True).last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio").nth(3).check()
    dialog.get_by_role("textbox").fill(COMMENT)
    look_away(page)
    dialog.evaluate("form => [form, ...form.querySelectorAll('*')].forEach(part => part.scrollTop = 0)")


def on_the_phone(browser: Browser, address: str) -> None:
    page = sit(browser, address, NURSE, PHONE)
    page.locator("article.message").last.scroll_into_view_if_needed()
    picture(page, "phone")


def answer_back(page: Page) -> None:
    """Fills in the answer; what is promised is promised for a day in the third week from now."""
    page.reload()
    now = datetime.fromisoformat(page.locator("article.message time").last.get_attribute("datetime") or "")
    page.get_by_role("button", name="Answer back").last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What will be done?").fill(WILL_DO)
    dialog.get_by_label("What will not be done, and why?").fill(WILL_NOT)
    dialog.get_by_label("By when?").fill((now + timedelta(days=18)).date().isoformat())
    look_away(page)
    dialog.get_by_label("What will not be done, and why?").evaluate("field => field.scrollIntoView({block: 'end'})")


def move_to(page: Page, closes: str) -> None:
    """Presses "Go there" until the clock says what the card had promised."""
    while page.locator(NOW).inner_text() != closes:
        go_on(page)


def go_on(page: Page) -> None:
    """To the next thing that happens."""
    before = page.locator(NOW).inner_text()
    page.get_by_role("button", name="Go there").click()
    expect(page.locator(NOW)).not_to_have_text(before, timeout=SLOW)
    expect(page.locator(".bar-progress")).to_have_count(0, timeout=SLOW)


def look_away(page: Page) -> None:
    """So that no cursor blinks in the picture."""
    page.evaluate("() => document.activeElement.blur()")


def fact(page: Page, label: str) -> str:
    """What the newest message that has this label says beside it."""
    return page.locator("article.message .facts > div").filter(has_text=label).last.locator("dd").inner_text().strip()


def draw_the_platforms(browser: Browser) -> None:
    """Prompt, form and outcome side by side, as Slack and Teams draw them."""
    examples = {each.name: each for each in every_example() if each.language == "en"}
    for platform in ("slack", "teams"):
        page = sheet.opened(browser, sheet.strip([examples[name] for name in SHOWN], platform), scale=1.5)
        page.locator(".strip").screenshot(path=PICTURES / f"{platform}.png")
        page.close()


def picture(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
