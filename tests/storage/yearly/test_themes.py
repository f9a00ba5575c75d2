"""The report of a year says for each programme how its themes ended: of all staff, answered back in the year, and no more."""

import pytest
from sqlalchemy import insert, update

from bot.yearly import Year
from storage.loop import RoundRow
from storage.themes import ThemeRow
from tests.storage.yearly.conftest import HIDDEN, Kept
from tests.storage.yearly.test_yearly import page_text, print_text, said

HEADING = "How themes ended"


async def theme(kept: Kept, number: int, round_: int, how: str, *, parent: str | None = None) -> str:
    """Its title says of which round it is."""
    ref = f"{number:032x}"
    row = {"ref": ref, "round_id": round_, "asked": f"{round_:032x}", "title": f"{HIDDEN} {number}", "label": ""}
    row |= {"middle": "", "parent": parent, "how": how, "reason": HIDDEN, "due_on": None, "promise": None}
    async with kept.database.begin() as connection:
        await connection.execute(insert(ThemeRow).values(row))
    return ref


@pytest.mark.long
async def test_themes_are_counted_by_how_they_ended_and_never_those_of_hidden_circles_or_of_rounds_not_told(
    kept: Kept,
) -> None:
    assert said(await kept.report(), HEADING) == "No comments were put under themes."
    for number, (round_, how) in enumerate(
        ((1, "doing"), (2, "doing"), (2, "not_now"), (2, "listening"), (60, "already"))
    ):
        await theme(kept, number, round_, how)
    part = await theme(kept, 10, 2, "passed_on")
    await theme(kept, 11, 2, "passed_on", parent=part)
    told = said(await kept.report(), HEADING)
    every = "5 themes: 2 with something being done, 1 not now, 1 passed on and 1 still listened to."
    assert f"How it is to work here {every}" in " ".join(told.split()), told
    assert "Big Conversation 1 theme: 1 there already." in " ".join(told.split())
    for number, round_ in enumerate((50, 51, 52, 62), start=20):  # a hidden network, a team, an event's guests
        await theme(kept, number, round_, "doing")
    assert said(await kept.report(), HEADING) == told
    page = page_text(await kept.file("year_page"))
    assert every in page
    assert HIDDEN not in page
    assert "How themes ended" in print_text(await kept.file("year_print"))
    assert said(await kept.report(Year(2025)), HEADING) == "No comments were put under themes."
    async with kept.database.begin() as connection:
        await connection.execute(update(RoundRow).where(RoundRow.id == 60).values(stage="closed"))
    assert "Big Conversation" not in said(await kept.report(), HEADING)
