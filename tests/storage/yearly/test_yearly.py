"""The report of a year says what the screens say, opens as a page and as a print, and holds nothing that was kept back."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from sqlalchemy import delete, insert, update

from bot.exports import NotHere
from bot.finding import findings
from bot.promises import stands
from bot.words import Words
from bot.yearly import Year, Yearly, year_in, year_of
from storage import promises, releases
from storage.events.rows import EventRow
from storage.exports.published import forms_of_all_staff
from storage.given import HappeningRow, ThanksRow
from storage.loop import CellRow, FigureRow, NewsRow, ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow
from tests.published import COMMENT
from tests.storage.yearly.conftest import ASKED, HIDDEN, NOW, OBJECTIVES, PRIVATE, TEAM, Kept, Past, promise

SECTIONS = [
    "You said, we did",
    "How themes ended",
    "What was promised, by objective",
    "Scores over time, with what was promised",
    "What was asked, and how many answered",
    "Practices, and what came of each",
    "Events",
    "Networks",
    "Thank-yous",
]
STRANGE = "<script>alert(1)</script> & “Łódź” Ŵyl ŷ ź 字 \u202e {n} %s \\"


def page_text(body: bytes) -> str:
    body_ = HTMLParser(body).body
    return " ".join(body_.text(separator=" ").split()) if body_ else ""


def print_text(body: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).split())


def said(report: Yearly, heading: str) -> str:
    [section] = [each for each in report.sections if each.heading == heading]
    lines = [*section.told, *(line for each in section.drawn for line in (each.chart.finding, *each.key))]
    for group in section.groups:
        lines += [group.heading, *(" ".join(row) for row in (group.table.rows if group.table else ()))]
        lines += [line for each in group.entries for line in (each.stands, each.lead, *each.told)]
    return "\n".join(lines)


async def both(kept: Kept, code: str = "2026") -> tuple[bytes, bytes]:
    return await kept.file("year_page", code), await kept.file("year_print", code)


@pytest.mark.long
async def test_the_page_stands_alone_and_the_print_opens_with_its_headings(kept: Kept) -> None:
    page, printed = await both(kept)
    tree = HTMLParser(page)
    assert [each.text() for each in tree.css("h2")] == ["The year in short", *SECTIONS, "How to read this"]
    assert [len(tree.css(tag)) for tag in ("h1", "script", "link", "img", "iframe")] == [1, 0, 0, 0, 0]
    assert re.findall(rb"(?:src|href|url)\s*[=(]", page) == []
    assert [each.attributes["lang"] for each in tree.css("html")] == ["en"]
    assert all(each.css_first("title") and each.attributes["role"] == "img" for each in tree.css("svg"))
    assert len(tree.css(".picture li")) <= 10
    read = PdfReader(BytesIO(printed))
    assert read.metadata
    assert read.metadata.title == "You said, we did: 2026 · Northfield Hospitals"
    outline = [each.title for each in read.outline if not isinstance(each, list)]
    assert outline == ["The year in short", *SECTIONS, "How to read this"]
    text = print_text(printed)
    assert [
        each for each in (*SECTIONS, *OBJECTIVES, "Rotas four weeks ahead", "1 done", "69%") if each not in text
    ] == []
    tags = set(re.findall(rb"/S /(\w+)", printed))
    assert tags >= {b"H1", b"H2", b"H3", b"P", b"Figure"}


async def test_every_figure_is_the_one_that_the_screens_show(kept: Kept) -> None:
    words, report = Words(), await kept.report()
    async with kept.database.begin() as connection:
        forms = await forms_of_all_staff(connection, NOW)
        shown = [await releases.cells_of(connection, each.moment, each.questions) for each in forms]
        made = await promises.of_everybody(connection)
    came = said(report, "You said, we did")
    for form, cells in zip(forms, shown, strict=True):
        prompt, result = next(pair for pair in findings(words, form.questions, cells) if pair[1][0].isdigit())
        assert f"You said: {prompt} {result}" in came
    table = said(report, "What was asked, and how many answered")
    most = [max(cell.answers for cell in cells.values()) for cells in shown]
    assert [f"110 {many} ({round(100 * many / 110)}%) nothing" in table for many in most] == [True, True]
    breaks = shown[-1]["rest"]
    assert f"{breaks.percent(breaks.good)}% gave a good answer when it was last asked" in said(report, SECTIONS[3])
    told = said(report, "What was promised, by objective")
    for each in made:
        assert each.text in told
        assert stands(words, each, NOW.date(), say=lambda words, day, _today: words.dated(day)) in told
    assert "1 kept, 1 under way, 1 not now, 1 with news overdue." in told
    assert [each for each in OBJECTIVES if each not in told] == []
    assert "At least 20 that everybody could read." in said(report, "Thank-yous")
    assert "9 June 2026: Two tables became a working group on rotas." in said(report, SECTIONS[5])


async def test_promises_stand_on_the_line_of_what_they_should_move(kept: Kept) -> None:
    report = await kept.report()
    charts = {each.chart.title: each for section in report.sections for each in section.drawn}
    rest, overall = charts["Did you get your break?"], charts["+How has work been?"]
    assert [each.mark for each in rest.chart.events] == ["1", "1 done", "2"]
    assert [each.mark for each in overall.chart.events] == ["1", "1 done"]
    first, done, later = (each.at for each in rest.chart.events)
    assert 0 < first < done < 1 < later < 2  # made and done between the two rounds, and one after the last
    assert rest.key[0] == "1: promised on 11 May 2026: Rotas four weeks ahead, for every ward."
    assert charts["I set out for work in good spirits."].chart.events == ()


async def hide_all(kept: Kept) -> None:
    """As if the hidden network, the little team, an event's guests and what was between two people had never been."""
    async with kept.database.begin() as connection:
        await connection.execute(delete(ThanksRow).where(~ThanksRow.public))
        await connection.execute(delete(ThanksRow).where(ThanksRow.happening_id == 62))
        await connection.execute(delete(HappeningRow).where(HappeningRow.id == 62))
        await connection.execute(delete(RoundRow).where(RoundRow.id.in_((50, 51, 52, 62))))
        await connection.execute(delete(ProgrammeRow).where(ProgrammeRow.id.in_((50, 51, 52, 62))))
        await connection.execute(delete(EventRow).where(EventRow.circle_id.in_((21, 22))))
        await connection.execute(delete(NetworkRow).where(NetworkRow.circle_id == 21))
        await connection.execute(delete(MembershipRow).where(MembershipRow.circle_id == 22))
        await connection.execute(delete(CircleRow).where(CircleRow.id == 22))


@pytest.mark.long
async def test_p6_nothing_that_is_hidden_small_or_private_is_in_it_and_no_byte_depends_on_it(kept: Kept) -> None:
    """Not their names, not their numbers, and not by comparing two reports: of two years, or with and without them."""
    found = {code: await both(kept, code) for code in ("2026", "2025", "2026-04", "2025-04")}
    for page, printed in found.values():
        for text in (page.decode(), page_text(page), print_text(printed)):
            assert [
                word for word in (HIDDEN, TEAM, PRIVATE, str(ASKED), f"{ASKED:,}", COMMENT[:20]) if word in text
            ] == []
    await hide_all(kept)
    without = {code: await both(kept, code) for code in found}
    assert [code for code in found if found[code] != without[code]] == []


@pytest.mark.long
async def test_a1_a_result_that_was_kept_back_is_said_to_be_and_is_no_number(kept: Kept) -> None:
    async with kept.database.begin() as connection:
        await connection.execute(delete(CellRow).where(CellRow.moment_id == 2))
        await connection.execute(delete(FigureRow).where(FigureRow.moment_id == 2))
    report = await kept.report()
    assert "Not enough answers to show. 14 of 14 results" in said(report, SECTIONS[4]).replace("  ", " ")
    assert "You said: Not enough answers to show." in said(report, "You said, we did")
    assert "14 results are withheld, because too few people answered." in report.picture
    assert "The last time 110 people were asked. Not enough answers to show." in report.picture
    points = [each.chart.points[-1] for section in report.sections for each in section.drawn]
    assert {(point.value, point.low, point.said) for point in points} == {(None, None, "not shown")}
    assert "not shown" in page_text((await both(kept))[0])


@pytest.mark.long
async def test_a_year_of_nothing_says_so_in_every_part(kept: Kept) -> None:
    report = await kept.report(Year(2019))
    assert report.picture == ("Beside that: rounds of practices 0; events 0; open networks 1.",)
    assert "No question that was put to all staff" in said(report, SECTIONS[4])
    assert "Nothing was promised." in said(report, SECTIONS[2])
    assert "Fewer than 10" in said(report, "Thank-yous")
    async with kept.database.begin() as connection:
        await connection.execute(delete(NetworkRow))
    empty = await kept.report(Year(2019))
    assert empty.picture == ("Nothing was asked of all staff in this year, and nothing was promised to them.",)
    page, printed = await both(kept, "2019")
    assert "There is no score to show." in page_text(page)
    assert "There is no score to show." in print_text(printed)


@pytest.mark.long
async def test_two_hundred_promises_and_strange_letters_are_printed_as_they_were_written(kept: Kept) -> None:
    async with kept.database.begin() as connection:
        for number in range(200):
            made = Past(f"Promise no. {number} {STRANGE}", date(2026, 3, 1), date(2026, 12, 1), date(2026, 11, 1))
            await promise(connection, made, number)
        await connection.execute(update(NewsRow).values(will_do=STRANGE + " long " * 400, will_not="W" * 600))
        await connection.execute(update(NetworkRow).where(NetworkRow.circle_id == 20).values(purpose=STRANGE))
    page, printed = await both(kept)
    assert HTMLParser(page).css("script") == []
    read, text = page_text(page), print_text(printed)
    assert [n for n in range(200) if f"Promise no. {n} <script>alert(1)</script>" not in read] == []
    assert [n for n in range(200) if f"Promise no. {n} <script>" not in text] == []
    assert "Łódź” Ŵyl ŷ ź" in text
    assert len(PdfReader(BytesIO(printed)).pages) > 10
    assert "200 promises" not in text  # the counts say them by how they stand
    assert "1 kept, 201 under way, 1 not now, 1 with news overdue." in text


@pytest.mark.long
async def test_the_same_year_is_the_same_file(kept: Kept) -> None:
    assert await both(kept) == await both(kept)


def test_a_year_begins_in_january_or_april_where_the_organisation_is() -> None:
    assert [each.code for each in (Year(2026), Year(2026, 4))] == ["2026", "2026-04"]
    assert [year_of(each) for each in ("2026", "2026-04", "2026-05", "", "0999", "99999", "2026-04\n")] == [
        Year(2026),
        Year(2026, 4),
        *[None] * 5,
    ]
    begins, ends = Year(2026, 4).span("Europe/London")
    assert (begins, ends) == (datetime(2026, 3, 31, 23, tzinfo=UTC), datetime(2027, 3, 31, 23, tzinfo=UTC))
    assert [year_in(date(2026, 3, 31), month).code for month in (1, 4)] == ["2026", "2025-04"]


@pytest.mark.parametrize("code", ["", "26", "2026-13", "../../etc/passwd"])
async def test_what_is_no_year_is_nothing_to_fetch(kept: Kept, code: str) -> None:
    assert isinstance(await kept.exports.file(code, "year_print", shared=False), NotHere)


async def test_thanks_are_counted_in_steps_and_a_few_are_not_counted(kept: Kept) -> None:
    async with kept.database.begin() as connection:
        await connection.execute(update(ThanksRow).where(ThanksRow.ref < f"{20:032x}").values(public=False))
        await connection.execute(insert(MembershipRow).values(circle_id=3, person_id=50, role="member"))
    told = said(await kept.report(), "Thank-yous")
    assert told == "Fewer than 10 that everybody could read. Those between two people are counted nowhere."
