"""Charts in the workspace: a drawing in the page with its numbers behind it, and teams by questions as a real table."""

import re
from dataclasses import replace

from adapters.charts.examples import HIDDEN, changed, promoters, teams, trend
from adapters.charts.studio import Studio
from adapters.web.render import Posting, drawing
from bot.charts import Chart
from bot.ports import Drawings
from bot.ui import Card, Picture
from bot.words import Words
from tests.adapters.web.conftest import Ward
from tests.drivers.markup import Tag, parsed
from tests.drivers.web_reading import text_of


def page(chart: Chart, drawings: dict[Chart, Drawings] | None = None) -> Tag:
    posting = Posting("token", "/chat", lambda: "n", drawings=drawings or {})
    return parsed(str(drawing().card(Card("s", (Picture(chart),)), posting, Words())))


def test_the_drawing_stands_in_the_page_and_the_finding_above_it() -> None:
    shown = page(trend(), {trend(): Drawings("<svg>wide</svg>", "<svg>narrow</svg>")})
    assert [text_of(said) for said in shown.select("figcaption p")] == [trend().finding, trend().title]
    assert [text_of(svg) for svg in shown.select("figure svg")] == ["wide", "narrow"]


def test_the_numbers_are_a_table_one_press_away_and_open_where_nothing_is_drawn() -> None:
    drawn = page(trend(), {trend(): Drawings("<svg></svg>", "<svg></svg>")})
    assert drawn.select("details.numbers:not([open])")
    bare = page(trend())
    assert bare.select("details.numbers[open]")
    for shown in (drawn, bare):
        assert [text_of(head) for head in shown.select("thead th[scope=col]")] == ["Week", "Share who agree"]
        rows = [[text_of(cell) for cell in row.select("th[scope=row], td")] for row in shown.select("tbody tr")]
        assert rows[:4] == [["4 Jun", "54%"], ["11 Jun", "57%"], ["18 Jun", "55%"], ["25 Jun", HIDDEN]]
        assert "Target 70%" in text_of(shown)


def test_flags_are_said_in_words_in_the_table() -> None:
    rows = [text_of(row) for row in page(changed()).select("tbody tr")]
    assert "20 Aug 6.1 seven or more in a row on one side" in rows
    assert "4 Jun 6.1" in rows


def test_teams_by_questions_are_a_table_with_the_word_of_each_class() -> None:
    shown = page(teams())
    assert [text_of(head) for head in shown.select("thead th[scope=col]")] == ["Team", *teams().columns]
    first = shown.select("tbody tr")[0]
    said = ["3.9 poor (35 answers)", "7.1 good (64 answers)", "5.8 middling (52 answers)", "3.2 poor (29 answers)"]
    assert [text_of(cell) for cell in first.select("td")] == said
    assert [cell["class"] for cell in first.select("td")] == ["poor", "good", "middle", "poor"]
    assert not shown.select("svg")


def test_hidden_cells_are_all_alike() -> None:
    table = teams()
    cells = page(replace(table, rows=(*table.rows, *table.rows))).select("td.unshown")
    whole, single = f'<td class="unshown" colspan="4">{HIDDEN}</td>', f'<td class="unshown">{HIDDEN}</td>'
    assert [str(cell) for cell in cells] == [whole, single] * 2  # a row of which nothing may be shown says so once


async def test_a_delivered_chart_is_drawn_and_the_page_allows_it(ward: Ward) -> None:
    await ward.deliver(Card(promoters().finding, (Picture(promoters()),)))
    answer = await ward.browser.get("/chat")
    drawn = await Studio().on_page(promoters())
    assert drawn.wide in answer.text
    assert drawn.narrow in answer.text
    assert "'unsafe-inline'" not in answer.headers["content-security-policy"]
    assert not re.search(r"<svg.*?\sstyle=", answer.text)
    [message] = ward.driver.messages(ward.nurse)
    assert promoters().finding in message.text
