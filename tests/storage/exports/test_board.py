"""What a board paper tells: clear changes first, promises kept, late and dropped, gaps where the rules show both groups."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.chart_limits import chart_faults
from bot.charts import Distribution, Trend
from bot.finding import Cell
from bot.question import Question
from bot.words import PSEUDO, Words
from storage.exports import board, gaps, pictured, promised, said
from storage.exports.board import quarter
from storage.exports.findings import Finding, findings
from storage.exports.promised import Promise
from storage.exports.published import ANY, Form, form_of
from storage.news import News
from storage.releases import Stored
from tests.published import FORMULA, NOW, SPRING, SUMMER, WAITING
from tests.storage.exports.conftest import Published

WORDS = Words()
SCORE = r"\d\.\d \(\d\.\d to \d\.\d\); \d+ people answered. The range is"
BEGINS = datetime(2026, 7, 1, tzinfo=UTC)


def question(id_: str, **more: object) -> Question:
    return replace(Question(id_, "agreement", {"en": f"Is {id_} well?"}, {"en": id_}), **more)  # type: ignore[arg-type]


def form(number: int, *ids: str) -> Form:
    closed = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=60 * number)
    asked = tuple(map(question, ids))
    when = (closed - timedelta(days=21), closed, closed, None)
    return Form(number, number, f"r{number}", 1, "p", "census", "Europe/London", {"en": "Work"}, asked, *when, 10, 200)


def cell(moment: int, id_: str, good: int, n: int = 100, *, group: str = "") -> Stored:
    held = Cell(n, 3.5, good, (n - good) // 2, n - good - (n - good) // 2)
    return Stored(moment, id_, "", "Band" if group else "", group, held, 3.5)


def told(forms: Sequence[Form], cells: Sequence[Stored]) -> list[tuple[str, str]]:
    found = findings(forms, cells, BEGINS)
    return [(each.question.id, said.change(WORDS, each)) for each in found]


def test_clear_changes_come_first_the_largest_on_top_then_what_is_furthest_from_even() -> None:
    before, now = form(1, "fell", "rose", "same", "new"), form(3, "fell", "rose", "same", "new")
    cells = [cell(1, "fell", 60), cell(1, "rose", 20), cell(1, "same", 50)]
    cells += [cell(3, "fell", 40), cell(3, "rose", 60), cell(3, "same", 52), cell(3, "new", 90)]
    assert told([before, now], cells) == [
        ("rose", "Up 40 points since 30 April 2026 (27 to 51)."),
        ("fell", "Down 20 points since 30 April 2026 (6 to 33)."),
        ("new", "Asked for the first time."),
        ("same", "No clear change since 30 April 2026."),
    ]


def test_a_round_before_the_quarter_or_one_that_is_hidden_is_no_finding() -> None:
    assert told([form(1, "old"), form(3, "hidden")], [cell(1, "old", 50)]) == []


def test_a_share_is_said_with_n_and_its_range_and_at_least_where_that_is_all_that_may_be_known() -> None:
    [found] = findings([form(3, "q")], [cell(3, "q", 49, 50)], BEGINS)
    assert said.good(WORDS, found) == "98% gave a good answer (90% to 100%); 50 people answered."
    capped = replace(found, cell=replace(found.cell, capped=True))
    assert said.good(WORDS, capped).startswith("at least 98% gave a good answer")


def test_the_chart_is_the_first_finding_over_time_with_gaps_or_how_the_answers_fell_where_it_was_asked_once() -> None:
    forms = [form(number, "q" * 200) for number in range(20)]
    cells = [cell(number, "q" * 200, 50 + number) for number in range(20) if number != 15]
    [found] = findings(forms, cells, BEGINS)
    drawn = pictured.chart(WORDS, found)
    assert isinstance(drawn, Trend)
    assert chart_faults(drawn) == []
    assert [point.value for point in drawn.points][6:9] == [64, None, 66]
    assert drawn.finding.startswith("69% gave a good answer when it was last asked, on ")
    once = pictured.chart(WORDS, replace(found, points=found.points[-1:], change=None, since=None))
    assert isinstance(once, Distribution)
    assert chart_faults(once) == []
    assert [bar.said for bar in once.bars] == ["69%", "15%", "16%"]


def promise(answer: int | None, *, cancelled: bool = False, news: News | None = None) -> Promise:
    """Answered so many days after the day that was promised, or not yet."""
    shared = BEGINS + timedelta(days=answer) if answer is not None else None
    return Promise(BEGINS, shared, cancelled, news)


def test_promises_are_kept_late_dropped_or_not_due_yet() -> None:
    news = [
        News(f"Thing {number}", "Nothing" if number else "", date(2026, 8, 1), "Maya", BEGINS) for number in range(4)
    ]
    made = [promise(0, news=each) for each in news] + [promise(1), promise(None), promise(None, cancelled=True)]
    counted, *rest = promised.items(WORDS, made, BEGINS + timedelta(days=1))
    assert counted.told == "Answers back: 4 kept, 2 late, 1 dropped, because the round was cancelled."
    assert [each.told for each in rest] == [
        "By 1 August 2026: Thing 0",
        "By 1 August 2026: Thing 1 Will not be done: Nothing",
        "By 1 August 2026: Thing 2 Will not be done: Nothing",
    ]
    over = datetime(2026, 8, 2, tzinfo=UTC)
    later = replace(news[0], by_day=date(2026, 9, 1), will_do="Thing to come")
    counted, first, _, last = promised.items(WORDS, [promise(0, news=each) for each in (later, *news[:2])], over)
    assert counted.told.endswith("2 promises have no news, though the day for it has passed.")
    assert first.told == "By 1 August 2026: Thing 0 No news since 1 July 2026."
    assert last.told == "By 1 September 2026: Thing to come"
    [waits, nobody] = promised.items(WORDS, [promise(None)], BEGINS)
    assert waits.told.endswith("Not due yet: 1.")
    assert nobody.told == "Nobody has answered back yet."


def test_gaps_are_told_between_shown_groups_and_with_the_time_before_only_where_both_were_shown() -> None:
    before, now = form(1, "q", "r"), form(3, "q", "r")
    groups = [cell(3, "q", 60, group="Nurses"), cell(3, "q", 20, 50, group="Porters"), cell(3, "r", 50, group="Nurses")]
    groups += [cell(3, "r", 25, 50, group="Porters"), cell(1, "q", 50, group="Nurses")]
    [item] = gaps.items(WORDS, [before, now], groups, BEGINS)
    assert item.lead == "Is q well?"
    assert item.told == (
        "60% of Nurses (100 people) and 40% of Porters (50 people) gave a good answer. They are 20 points apart (3 to 35)."
    )
    [item] = gaps.items(WORDS, [before, now], [*groups, cell(1, "q", 30, group="Porters")], BEGINS)
    assert item.told.endswith("On 30 April 2026 it was 20 points.")
    [even] = gaps.items(WORDS, [now], [cell(3, "r", 50, group="Nurses"), cell(3, "r", 49, group="Porters")], BEGINS)
    assert even.told.endswith("That is no clear gap.")
    [none] = gaps.items(WORDS, [now], [cell(3, "q", 60)], BEGINS)
    assert none.told.startswith("No groups can be compared")


@pytest.mark.parametrize(
    ("at", "begins", "ends"),
    [
        ("2026-07-01T00:00+01:00", "2026-07-01T00:00+01:00", "2026-10-01T00:00+01:00"),
        ("2026-06-30T23:30+00:00", "2026-07-01T00:00+01:00", "2026-10-01T00:00+01:00"),
        ("2026-12-31T23:59+00:00", "2026-10-01T00:00+01:00", "2027-01-01T00:00+00:00"),
        ("2026-02-10T00:00+00:00", "2026-01-01T00:00+00:00", "2026-04-01T00:00+01:00"),
    ],
)
def test_a_quarter_is_that_of_the_programmes_own_zone(at: str, begins: str, ends: str) -> None:
    found = quarter(datetime.fromisoformat(at), "Europe/London")
    assert (found.begins, found.ends) == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))


async def test_the_whole_page_is_on_its_quarter_and_on_rounds_that_may_be_told(published: Published) -> None:
    async with published.database.begin() as connection:
        found = {ref: await form_of(connection, ref, ANY) for ref in (SPRING, SUMMER, WAITING)}
        wishes = {ref: board.Wish(each, {"en": FORMULA}, FORMULA * 9, NOW) for ref, each in found.items() if each}
        spring, summer, waits = [await board.paper(connection, WORDS, wishes[ref]) for ref in wishes]
        strange = await board.paper(connection, Words(PSEUDO), wishes[SUMMER])
    score, first, *_ = spring.parts[1].items
    assert score.lead == "Engagement, 0 to 10"
    assert re.match(SCORE, score.told)
    assert score.told.endswith("at least as wide as it has to be. Asked for the first time.")
    assert first.told.endswith("Asked for the first time.")
    assert re.search(
        r"wide as it has to be. Up by \d.\d since 27 April 2026 \(\d.\d to \d.\d\).$", summer.parts[1].items[0].told
    )
    assert spring.parts[2].items[0].told == "Answers back: 1 kept, 0 late, 0 dropped, because the round was cancelled."
    assert spring.period.endswith("April 2026 to June 2026.")
    assert len(spring.period) < 130
    heard = waits.parts[0].items[0].told
    assert heard.startswith(
        "2 rounds closed in this time. The last one closed on 24 August 2026. 110 people were asked."
    )
    assert heard.endswith("2 of 5 teams had enough answers to be shown by themselves.")
    # The round of August waits for its answer, so a paper that was asked for July's tells nothing of it.
    assert summer.parts[0].items[0].told.startswith("1 round closed in this time. The last one closed on 27 July 2026.")
    assert summer.parts[2].items[0].told == "Answers back: 0 kept, 2 late, 1 dropped, because the round was cancelled."
    assert "Figures are shown from 10 answers on." in summer.rules[0]
    assert all(text.startswith("⟦") for text in (strange.title, *strange.rules, *(p.heading for p in strange.parts)))


def test_words_are_cut_between_two_of_them_where_that_is_possible() -> None:
    assert said.shortened("one two three", 13) == "one two three"
    assert said.shortened("one two\nthree four", 12) == "one two…"
    assert said.shortened("x" * 20, 10) == "x" * 9 + "…"


def test_a_finding_knows_when_it_was_closed() -> None:
    [found] = findings([form(3, "q"), form(4, "other")], [cell(3, "q", 60)], BEGINS)
    assert isinstance(found, Finding)
    assert found.closed_at == form(3).closed_at
