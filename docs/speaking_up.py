"""The pictures of speaking up: a porter on a phone, without scripts; then the guardian's case, in a real browser."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, expect

PICTURES = Path(__file__).parent / "pictures"
WINDOW: Any = {"width": 1200, "height": 780}
PHONE: Any = {"width": 390, "height": 844}
GUARDIAN = "Ines Costa"
SAID = (
    "The alarm of the medicine fridge is switched off at night, because it rings all the time. Nobody writes the "
    "temperatures down any more."
)
REPLY = "Thank you. Today we look at the fridge and at its record. Did this happen on other nights too?"
SLOW = 30_000  # milliseconds; a passphrase is slow on purpose


def live_it(browser: Browser, address: str) -> None:
    """Somebody raises a concern; the guardian reads and answers; somebody reads the answer with the eight words."""
    reporter = _page(browser, PHONE, scripts=False)
    words = raise_it(reporter, address)
    guardian = _page(browser, WINDOW)
    sign_in(guardian, address)
    guardian.locator("main a[href*=case]").first.click()
    guardian.get_by_label("Reply", exact=True).fill(REPLY)
    guardian.get_by_role("button", name="Send the reply").click()
    expect(guardian.get_by_text("The reply is there for them to read.")).to_be_visible()
    guardian.screenshot(path=PICTURES / "inbox.png")
    reporter.goto(f"{address}/speak-up")
    reporter.get_by_role("button", name="Read a reply").click()
    reporter.get_by_label("Your eight words").fill(words)
    reporter.get_by_role("button", name="Read", exact=True).click()
    expect(reporter.get_by_text(REPLY)).to_be_visible()
    for context in browser.contexts:
        context.close()


def raise_it(page: Page, address: str) -> str:
    """From the first page to the words that were kept; returns them."""
    page.goto(f"{address}/speak-up")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label(GUARDIAN).check()
    page.get_by_label("What happened?").fill(SAID)
    page.get_by_label("Patients' safety, or the quality of care").check()
    page.get_by_label("Yes, it is urgent").check()
    page.get_by_label(GUARDIAN).focus()
    page.screenshot(path=PICTURES / "speak-up.png")
    page.get_by_role("button", name="Send").click()
    words = re.findall(r"[a-z]+", page.locator(".receipt-words").inner_text().lower())
    page.get_by_role("button", name="I have kept them").click()
    for field in page.get_by_label(re.compile("Word number")).all():
        label = page.locator(f'label[for="{field.get_attribute("id")}"]').inner_text()
        field.fill(words[int(re.sub(r"\D", "", label)) - 1])
    page.get_by_role("button", name="Check").click()
    return " ".join(words)


def sign_in(page: Page, address: str) -> None:
    """With what the demo's page shows of the guardian: passphrase, and the telephone's code of this half minute."""
    page.goto(f"{address}/guardians")
    card = page.locator("section, article, li, div").filter(has_text=GUARDIAN).filter(has_text="Passphrase").last
    shown = re.search(r"Passphrase\s+(.+?)\s+Code on the telephone\s+(\d{6})", card.inner_text(), re.DOTALL)
    if not shown:
        raise RuntimeError("the demo's page shows no guardian")
    _patiently(page, page.get_by_role("link", name="Open the guardians' inbox").get_attribute("href") or "")
    for name, value in zip(("name", "passphrase", "code"), (GUARDIAN, *shown.groups()), strict=True):
        page.locator(f"input[name={name}]").fill(value)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Cases")).to_be_visible(timeout=SLOW)


def _patiently(page: Page, address: str) -> None:
    """The inbox is a process of its own, and begins a few seconds after the workspace."""
    for _ in range(SLOW // 250):
        try:
            page.goto(address)
        except Error:
            page.wait_for_timeout(250)
        else:
            return


def _page(browser: Browser, window: Any, *, scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport=window, device_scale_factor=1.5, locale="en-GB", color_scheme="light", java_script_enabled=scripts
    )
    return context.new_page()
