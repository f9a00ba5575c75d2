"""The address of a file names one file, works for a day, and cannot be made up."""

import base64
from datetime import timedelta

import pytest

from adapters.api.capability import PATH, Capabilities, Wanted
from adapters.api.saving import HEADERS
from bot.exports import FORMATS
from tests.adapters.api.conftest import URL, Program
from tests.harness import HandClock
from tests.published import NOW, OPEN, SUMMER, VOID, WAITING


def token_of(address: str) -> str:
    assert address.startswith(URL + PATH)
    return address.removeprefix(URL + PATH)


@pytest.mark.parametrize("form", FORMATS)
def test_an_address_leads_to_its_round_and_format_for_a_day(form: str) -> None:
    clock = HandClock(NOW)
    made = Capabilities(URL, b"k" * 32, clock)
    address = made.of(SUMMER, form)  # type: ignore[arg-type]
    assert len(address) < 200
    assert SUMMER not in address
    clock.at += timedelta(hours=23, minutes=59)
    assert made.read(token_of(address)) == Wanted(SUMMER, form)  # type: ignore[arg-type]
    clock.at += timedelta(minutes=1)
    assert made.read(token_of(address)) is None


def test_no_other_token_is_taken() -> None:
    made, other = (Capabilities(URL, key * 32, HandClock(NOW)) for key in (b"k", b"x"))
    token = token_of(made.of(SUMMER, "csv"))
    assert other.read(token) is None
    signed = bytearray(base64.urlsafe_b64decode(token + "=="[: -len(token) % 4]))
    for place in range(len(signed)):
        changed = bytes([*signed[:place], signed[place] ^ 1, *signed[place + 1 :]])
        assert made.read(base64.urlsafe_b64encode(changed).rstrip(b"=").decode()) is None
    for wrong in ("", "x", token[:-1], token + "A", token + "=", " " + token, "é" * 40, "A" * 64):
        assert made.read(wrong) is None


def test_without_a_host_an_address_is_for_the_page_that_shows_it() -> None:
    assert Capabilities("", b"k" * 32, HandClock(NOW)).of(SUMMER, "pdf").startswith("/export/")


@pytest.mark.long
async def test_a_file_is_saved_under_a_plain_name_and_kept_by_nobody(program: Program) -> None:
    answer = await program.client.get(program.capabilities.of(SUMMER, "csv"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    name = "how-it-is-to-work-here-2026-07-27-results.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert {header: answer.headers[header] for header in HEADERS} == HEADERS
    assert answer.content.startswith(b"\xef\xbb\xbfround,")


@pytest.mark.long
async def test_whoever_answers_back_has_the_file_before_it_is_shared(program: Program) -> None:
    assert (await program.client.get(program.capabilities.of(WAITING, "comments"))).status_code == 200


async def test_what_is_not_there_is_not_found_in_a_sentence(program: Program) -> None:
    for ref in (OPEN, VOID, "0" * 32):
        answer = await program.client.get(program.capabilities.of(ref, "csv"))
        assert (answer.status_code, answer.text) == (
            404,
            "There is no such round, or its outcome has not been shared yet.",
        )
    answer = await program.client.get(program.capabilities.of(WAITING, "quarterly"))
    assert answer.status_code == 404
    for token in ("x", "A" * 5000):
        ended = await program.client.get(f"{URL}{PATH}{token}")
        assert (ended.status_code, "This link has ended" in ended.text) == (404, True)
    assert (await program.client.post(program.capabilities.of(SUMMER, "csv"))).status_code == 405
