"""A board paper is one page that can be read, read aloud, and printed in Welsh and Polish, however long its names are."""

import logging
from datetime import UTC, datetime

import pytest

from adapters.charts.examples import examples
from adapters.charts.studio import Studio
from adapters.paper import page
from adapters.paper.press import Press
from bot.paper import Item, Paper, Part
from tests.printed import read

WELSH, POLISH = "Ŵyl y gwasanaethau iechyd, tŷ ac ŷd â ŵyn", "Zażółć gęślą jaźń, Łódź"
CHART = examples()["three answers"]
NOW = datetime(2026, 10, 1, tzinfo=UTC)


def paper(words: str = "Some words.", lead: str = "A finding", *, chart: bool = False) -> Paper:
    """Three of everything, as the longest paper has it."""
    three = tuple(Item(lead, words) for _ in range(3))
    parts = tuple(Part(heading, three) for heading in ("Heard", "Said", "Promised"))
    gaps = Part("Gaps", three[:2])
    return Paper(lead, WELSH, "cy-GB", NOW, (*parts, gaps), CHART if chart else None, (POLISH, words * 3))


@pytest.mark.long
async def test_it_is_one_tagged_page_with_a_title_a_language_and_words_for_its_picture() -> None:
    printed = read(await Press(Studio()).pdf(paper(lead=POLISH, chart=True)))
    assert printed.pages == 1
    assert printed.text.count(POLISH) == 13  # the title, eleven findings, the rules
    assert WELSH in printed.text
    assert printed.tags[:3] == ("Document", "H1", "P")
    assert printed.tags.count("H2") == 4
    assert printed.tags.count("Figure") == 1
    assert "/Lang (cy-GB)" in printed.raw
    assert "/Marked true" in printed.raw
    assert "/DisplayDocTitle true" in printed.raw
    assert f"/Alt ({CHART.finding})" in printed.raw
    assert printed.raw.count("/FontFile2") == 2  # its letters come with it


@pytest.mark.long
@pytest.mark.parametrize(("word", "least"), [("Antidisestablishment ", 7), ("W", 5)], ids=["words", "one endless word"])
def test_long_names_make_the_letters_smaller_and_never_a_second_page(word: str, least: float) -> None:
    """As long as what composes the paper lets anything be."""
    long = paper((word * 400)[:340], (word * 200)[:110])
    printed = read(page.printed(long, b""))
    assert printed.pages == 1
    assert printed.text.replace(" ", "").endswith(long.rules[-1].replace(" ", ""))
    assert printed.size >= least


@pytest.mark.long
def test_the_same_paper_is_the_same_file_and_letters_that_the_font_lacks_are_in_no_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    few = Paper("字 secret words", "", "en", NOW, (), None, ("\N{OGHAM LETTER BEITH}",))
    with caplog.at_level(logging.DEBUG):
        assert page.printed(few, b"") == page.printed(few, b"")
    assert caplog.text == ""
