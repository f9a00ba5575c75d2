"""Opened ballots become what may be published, each kind of question in its own way."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.question import Question
from storage.ballots import Ballot, Urn
from storage.counting import published, tell
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams

WHEN = datetime(2026, 11, 5, 10, tzinfo=UTC)
ALONE = Teams({WHOLE: None}, {}, {}, {WHOLE: 40})
WARDS = Teams(
    {WHOLE: None, "a": WHOLE, "b": WHOLE}, {"a": "Ward A", "b": "Ward B"}, {1: "a", 2: "b"}, {"a": 40, "b": 40}
)
OPTIONS = ({"en": "Tea"}, {"en": "Coffee"}, {"en": "Water"})


def question(id_: str, kind: str, **more: object) -> Question:
    return replace(Question(id_, "scale", {"en": "Well?"}, {"en": "Being well"}), kind=kind, **more)  # type: ignore[arg-type]


def asking(*questions: Question, preset: str = "small", k: int = 5) -> Asking:
    return Asking(
        urn=Urn(1, "r", b""),
        round=1,
        round_ref="r",
        programme=1,
        stage="open",
        voice="unlinked",
        closed=True,
        opens_at=WHEN,
        closes_at=WHEN,
        answer_by=WHEN,
        answerer=1,
        answerer_name="Dario Moretti",
        threshold=k,
        preset=preset,
        subject={"en": "Work"},
        questions=questions,
        comment=True,
    )


def test_k_counts_the_answers_to_each_question() -> None:
    both = asking(question("q", "agreement"), question("other", "yes_no"))
    opened = [Ballot(1, {"q": "4", "other": "yes"})] * 4 + [Ballot(1, {"q": "3"})]
    made, _ = published(both, ALONE, opened)
    assert {each.measure: len(each.cells) for each in made.questions} == {"q": 1, "other": 0}


def test_every_option_of_several_is_a_share_of_its_own_and_one_of_them_is_one_result() -> None:
    both = asking(question("one", "one_of", options=OPTIONS), question("more", "several_of", options=OPTIONS))
    opened = [Ballot(1, {"one": "1", "more": "1,3"})] * 6 + [Ballot(1, {"one": "2", "more": "3"})] * 6
    made, _ = published(both, ALONE, opened)
    cells = {each.measure: each.cells[0] for each in made.questions}
    assert set(cells) == {"one", "more#1", "more#2", "more#3"}
    assert cells["one"].spread == (6, 6, 0)
    assert cells["more#1"].poor == 6
    assert cells["more#3"].poor == 10  # all twelve chose it: two are kept out, so that nobody is proven to have (A7)
    assert cells["more#3"].capped


def test_where_agreeing_is_poor_the_classes_change_places() -> None:
    made, _ = published(asking(question("q", "frequency", reversed=True)), ALONE, [Ballot(1, {"q": "1"})] * 6)
    [cell] = made.questions[0].cells
    assert (cell.good, cell.poor) == (6, 0)


def test_what_was_written_is_shown_as_comments_are_or_not_at_all() -> None:
    words = asking(question("q", "text"))
    few = [Ballot(1, {"q": "Words"}, "Comment")] * 9
    assert published(words, ALONE, few)[1] == ()
    _, written = published(words, ALONE, [*few, Ballot(1, {})])
    assert {(each.text, each.question) for each in written} == {("Words", "q"), ("Comment", "")}


def test_teams_are_shown_from_k_answers_and_a_comment_on_its_own_page() -> None:
    form = asking(question("q", "agreement"), preset="default", k=10)
    opened = (
        [Ballot(1, {"q": "4"}, "From ward A")] * 21
        + [Ballot(2, {"q": "2"}, "From ward B")] * 9
        + [Ballot(None, {"q": "3"})]
    )
    made, written = published(form, WARDS, opened)
    assert {cell.node: cell.n for cell in made.questions[0].cells} == {WHOLE: 31, "a": 21}
    assert {each.node for each in written if each.text == "From ward A"} <= {"a", WHOLE}
    assert {each.node for each in written if each.text == "From ward B"} <= {WHOLE}


def test_engagement_is_made_where_all_nine_items_are_asked() -> None:
    nine = [
        question(f"{area}-{n}", "agreement") for area in ("motivation", "involvement", "advocacy") for n in range(3)
    ]
    made, _ = published(asking(*nine), ALONE, [Ballot(1, {each.id: "4" for each in nine})] * 6)
    [figure] = made.figures
    assert (figure.name, figure.node, figure.n, figure.mean, figure.exact) == ("engagement", WHOLE, 6, 7.5, True)
    assert not published(asking(*nine[:8]), ALONE, [])[0].figures


def test_how_far_the_gate_is_stands_in_the_log_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    published(asking(question("q", "agreement")), ALONE, [Ballot(1, {"q": "4"})] * 6)
    assert [each.getMessage() for each in caplog.records] == ["trying out what may be published: 1 of 1 counted"]
    caplog.clear()
    for done in range(1, 41):
        tell("gate", done, 40)
    assert len(caplog.records) == 10
