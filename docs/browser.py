"""Opens the browser that takes the pictures: the one at CHROMIUM, else on the PATH, else Playwright's own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
MISSING = "No Chromium found. Install one (Debian: apt install chromium), or set CHROMIUM to the path of one."


class Missing(Exception):
    """A tool that the pictures need is not on this machine; the text says what to install."""


def found() -> str | None:
    """The path of the browser at CHROMIUM, else of one on the PATH; None: Playwright's own."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium, closed afterwards."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        except Error:
            raise Missing(MISSING) from None
        try:
            yield browser
        finally:
            browser.close()
