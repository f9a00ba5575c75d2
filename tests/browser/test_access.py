"""Everybody can use the pages: names on everything, enough contrast, narrow screens, dark rooms, large type."""

import re

import pytest
from playwright.async_api import Browser, Page, expect

from bot.ui import Buttons, Card, Heading, Open, Press, Text
from tests.browser.conftest import Hospital, sit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PAGES = ("/", "/chat", "/home", "/channel/all-staff", "/group/team")
LONG = Card(
    "A long one",
    (
        Heading("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"),
        Text("Averylongwordwithoutanyspaceinitthatgoesonandonandon" * 3),
        Buttons((Press("Thirty characters in a button.", "a"), Press("Second", "b"), Open("Third", "steward.answer"))),
    ),
)

NAMELESS = """() => {
  const named = (e) => (e.labels && [...e.labels].some((l) => l.textContent.trim()))
    || e.getAttribute("aria-label")?.trim() || e.textContent.trim()
    || (e.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => document.getElementById(id)?.textContent.trim());
  const asked = "button, a[href], input:not([type=hidden]), select, textarea, dialog[open], nav, [role=region], progress";
  const wrong = [...document.querySelectorAll(asked)].filter((e) => !named(e)).map((e) => e.outerHTML);
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  wrong.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => "twice: " + id));
  for (const e of document.querySelectorAll("[aria-describedby], [aria-labelledby]")) {
    const refs = [e.getAttribute("aria-describedby"), e.getAttribute("aria-labelledby")].filter(Boolean).join(" ");
    if (!e.matches("dialog:not([open])")) wrong.push(...refs.split(" ").filter((id) => !document.getElementById(id)));
  }
  wrong.push(...[...document.querySelectorAll("img:not([alt])")].map((e) => e.outerHTML));
  if (!document.documentElement.lang || !document.title) wrong.push("no language or no title");
  if (document.querySelectorAll("main").length !== 1) wrong.push("not one main");
  if (document.querySelectorAll("h1").length !== 1) wrong.push("not one first heading");
  return wrong;
}"""

SMALL = """() => [...document.querySelectorAll("main button, main a.button, dialog[open] button, .step, .radio")]
  .filter((e) => e.offsetParent && !e.closest(".composer:not(:focus-within)"))
  .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5).map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""


@pytest.mark.parametrize("path", PAGES)
async def test_everything_has_a_name(hospital: Hospital, nina: Page, path: str) -> None:
    await hospital.deliver()
    await nina.goto(hospital.address + path)
    assert await nina.evaluate(NAMELESS) == []


async def test_every_kind_of_field_has_a_label_and_is_large_enough_to_touch(hospital: Hospital, nina: Page) -> None:
    await hospital.deliver()
    await hospital.deliver(card=LONG, key="long")
    for name in ("Answer", "Third"):
        await nina.get_by_role("button", name=name, exact=True).click()
        await expect(nina.get_by_role("dialog")).to_be_visible()
        assert await nina.evaluate(NAMELESS) == []
        assert await nina.evaluate(SMALL) == []
        await nina.keyboard.press("Escape")


async def test_narrow_screens_never_scroll_sideways(hospital: Hospital, chromium: Browser) -> None:
    context = await chromium.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    page = await sit(context, hospital)
    await hospital.deliver()
    await hospital.deliver(card=LONG, key="long")
    for path in PAGES:
        await page.goto(hospital.address + path)
        assert await _sideways(page) == 0, path
    await page.goto(f"{hospital.address}/chat")
    await page.get_by_role("button", name="Answer", exact=True).click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await _sideways(page) == 0
    rows = await page.evaluate("() => new Set([...document.querySelectorAll('.step')].map((e) => e.offsetTop)).size")
    assert rows == 2
    assert await page.evaluate(SMALL) == []
    await context.close()


async def test_at_twice_the_size_everything_can_be_reached(hospital: Hospital, chromium: Browser) -> None:
    context = await chromium.new_context(viewport={"width": 640, "height": 400})
    page = await sit(context, hospital)
    await hospital.deliver()
    await expect(page.get_by_role("button", name="Answer")).to_be_visible()
    await page.get_by_label("Write to Hearback").scroll_into_view_if_needed()
    await expect(page.get_by_label("Write to Hearback")).to_be_in_viewport()
    assert await _sideways(page) == 0
    await page.get_by_role("button", name="Answer").click()
    send = page.get_by_role("dialog").get_by_role("button", name="Send")
    await send.scroll_into_view_if_needed()
    await expect(send).to_be_in_viewport()
    await context.close()


async def test_the_dark_scheme_is_dark(hospital: Hospital, chromium: Browser) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        context = await chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = await sit(context, hospital)
        colour = await page.evaluate("() => getComputedStyle(document.querySelector('main')).backgroundColor")
        grounds.append(sum(int(part) for part in re.findall(r"\d+", colour)[:3]))
        await context.close()
    assert grounds[0] > 700
    assert grounds[1] < 150


async def test_the_skip_link_comes_first_and_leads_to_the_main_part(hospital: Hospital, nina: Page) -> None:
    await nina.goto(f"{hospital.address}/home")
    await nina.keyboard.press("Tab")
    await expect(nina.get_by_role("link", name="Skip to the main part")).to_be_focused()
    await nina.keyboard.press("Enter")
    await expect(nina.locator("main")).to_be_focused()


async def test_an_open_dialog_keeps_the_focus_inside(hospital: Hospital, nina: Page) -> None:
    await hospital.deliver()
    await nina.get_by_role("button", name="Answer").click()
    await expect(nina.get_by_role("dialog")).to_be_visible()
    for _ in range(12):
        await nina.keyboard.press("Tab")
        outside = "() => !document.activeElement.closest('dialog') && document.activeElement !== document.body"
        assert not await nina.evaluate(outside)


async def _sideways(page: Page) -> int:
    wide: int = await page.evaluate(
        "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
    )
    return wide
