"""What the form for speaking up points out before it is sent, and which words stand for which code."""

import json
from datetime import date

import pytest

from adapters.teams import render
from bot import hints
from bot.ui import plain
from bot.words import Words
from conversations.speak_up import form as writing
from conversations.speak_up import thread
from storage.cases import codes
from storage.threads.transcript import Message
from tests.conversations.reporting import FORM, WHAT_FIELD, opens_the_form
from tests.guardians import appoint
from tests.harness import Office

TELLING = {
    "On 3 November Sister Mary Holt changed the sheet.": {"name": ("Sister Mary Holt",), "date": ("3 November",)},
    "I was the only one who saw it at 14:30.": {"date": ("14:30",), "alone": ("I was the only",)},
    "we know that Patel signs for the ward manager": {"name": ("Patel",), "job": ("ward manager",)},
    "Write to a.b@nhs.net or 020 7946 0123.": {"number": ("a.b@nhs.net", "020 7946 0123")},
}


@pytest.mark.parametrize("said", TELLING)
def test_what_may_show_who_wrote_is_found_as_it_stands_there(said: str) -> None:
    assert hints.found(said) == TELLING[said]


@pytest.mark.parametrize(
    "said",
    [
        "The fridge on the ward is too warm, and nobody writes it down.",
        "Staffing on Ward 7 is unsafe. It happens often, mostly on Monday.",
        "",
    ],
)
def test_what_many_could_have_written_is_let_through(said: str) -> None:
    assert hints.found(said) == {}


def test_a_long_text_of_capitals_takes_no_time() -> None:
    assert len(hints.found("Aa " * 1000)["name"]) <= hints.MOST
    assert hints.found("1" * 3000) == {"number": ("1" * 3000,)}


@pytest.mark.parametrize("token", ["", "x", "0" * 46, "é" * 20])
async def test_a_check_that_is_none_of_ours_is_answered_kindly(bare: Office, token: str) -> None:
    nurse = await bare.hire("Amara Okafor")
    for action in ("speak_up.kept", "speak_up.check"):
        await bare.forges(nurse, action, token, {"first": "lamp"})
        assert "cannot be checked here any more" in nurse.dialog.text


def test_every_code_has_its_words() -> None:
    assert tuple(writing.CATEGORIES) == codes.CATEGORIES


@pytest.mark.parametrize("office", ["teams", "web"], indirect=True)
async def test_what_is_pasted_and_too_long_is_never_taken_with_its_end_missing(office: Office) -> None:
    """Slack's own client says that it is too long, and sends nothing."""
    nurse, guardians = await office.hire("Amara Okafor"), await appoint(office.works)
    await opens_the_form(nurse)
    await nurse.fills(FORM | {WHAT_FIELD: "x" * 3400})
    await nurse.sends()
    assert [each[:24] for each in nurse.dialog.errors] == ["That is 3,400 characters"]
    assert nurse.dialog.values[WHAT_FIELD] == "x" * 3400
    await nurse.fills({WHAT_FIELD: "x" * 40_000})
    await nurse.sends()
    assert "Please shorten it to 3,000" in " ".join(nurse.dialog.errors)
    assert await guardians.cases("Ines Costa") == []


@pytest.mark.parametrize("letter", ["x", "\N{CYRILLIC SMALL LETTER ZHE}", "\N{CJK UNIFIED IDEOGRAPH-4E2D}"])
def test_a_long_talk_fits_in_a_dialog_of_teams_and_says_what_is_left_out(letter: str) -> None:
    day = date(2026, 11, 2)
    said = [Message("said", letter * 2990 + f" {n:03}", day, True, True, None, {}) for n in range(30)]
    for many, whole in ((1, True), (2, True), (30, False)):
        form = thread.shown(Words(), said[:many], "words", day)
        drawn = render.dialog(form)
        assert len(json.dumps(drawn, ensure_ascii=False).encode()) < 28_000
        assert "000" in plain(form)
        assert f"{many - 1:03}" in plain(form)
        assert ("no room for" not in plain(form)) is whole
