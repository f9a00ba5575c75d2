"""The public page of promises: what all staff were told, without names, scripts or anything fetched; not there unasked."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from adapters.public.page import Page
from adapters.web.sheets import PublicSheets
from bot.pages import promises_page
from bot.settings import Settings
from bot.words import PSEUDO, Words
from conversations.commitments.examples import EVERY, HOUSE, TODAY
from storage.public import nameless
from tests.conversations.promising import PROMISE, answered_back
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import MONDAY, Office

NOW = MONDAY.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)
PAGE = Page(HOUSE, PublicSheets().style)


def settings(office: Office, *, public: bool) -> Settings:
    house = replace(office.works.house, promises_public=public, objectives=("Looking after our people",))
    return Settings("sqlite:///unused", Path("unused"), house=house)


def client(office: Office, *, public: bool = True) -> httpx.AsyncClient:
    routes = promises_page(settings(office, public=public), office.works)
    transport = httpx.ASGITransport(Starlette(routes=routes))
    return httpx.AsyncClient(transport=transport, base_url="https://hearback.example.org")


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


@pytest.mark.long
async def test_it_is_not_there_unless_it_is_wanted(bare: Office) -> None:
    await answered_back(bare)
    assert (await client(bare, public=False).get("/promises")).status_code == 404


@pytest.mark.long
async def test_anyone_reads_what_all_staff_were_promised_and_no_name(bare: Office) -> None:
    dario, _ = await answered_back(bare)
    await dario.presses("Say more about it")
    await dario.fills({"In which role?": "head of <estates>"})
    await dario.sends()
    await dario.dismisses()
    visitor = client(bare)
    shown = await visitor.get("/promises")
    assert (shown.status_code, dict(shown.cookies), "<script" in shown.text) == (200, {}, False)
    assert "script-src" not in shown.headers["content-security-policy"]
    assert shown.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert PROMISE in shown.text
    assert "Head of &lt;estates&gt;" in shown.text
    assert "By Friday 18 December. Next news by Monday 14 December." in shown.text
    assert "Dario Moretti" not in shown.text
    assert re.findall(r"(?:src|href)=\"(?!#)", shown.text) == []
    assert (await visitor.post("/promises")).status_code == 405
    await bare.until("2026-12-16T10:00")
    assert "No news since Monday 16 November." in (await visitor.get("/promises/")).text


def test_every_state_is_said_in_words_and_nobody_is_named() -> None:
    words = Words()
    drawn = PAGE.draw(words, [nameless(each) for each in EVERY], NOW)
    for said in ("Being done", "News overdue", "Done", "Not now", "Promised: 4. Being done: 2. Done: 1. Not now: 1."):
        assert said in drawn
    assert "News of 1 promise is overdue." in drawn
    assert "Priya" not in drawn
    assert "Dario" not in drawn
    assert drawn.index(HOUSE.objectives[0]) < drawn.index("Other promises")


def test_every_sentence_of_it_comes_through_the_catalogue() -> None:
    drawn = PAGE.draw(Words(PSEUDO), [nameless(each) for each in EVERY], NOW)
    for english in ("Being done", "How it stands", "News", "As of", "Who<", "Skip to", "Promised on"):
        assert english not in drawn
