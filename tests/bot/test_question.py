"""What a question takes as an answer, what it keeps of it, and what it means."""

import json
from dataclasses import replace

import pytest

from bot.finding import Cell, finding
from bot.question import (
    LONGEST_TEXT,
    SKIPPED,
    Kind,
    Question,
    Unanswerable,
    class_of,
    label_of,
    labels,
    largest,
    parsed,
    read_back,
    values,
    written,
)
from bot.words import Words

ENGLISH = Words("en")
OPTIONS = ({"en": "Tea", "cy": "Te"}, {"en": "Coffee", "cy": "Coffi"}, {"en": "Water", "cy": "Dŵr"})


def asked(kind: Kind, **more: object) -> Question:
    return replace(Question("q", kind, {"en": "Well?"}, {"en": "Being well"}), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        ("scale", "0", "0"),
        ("scale", "10", "10"),
        ("scale", SKIPPED, ""),
        ("scale", "", ""),
        ("agreement", "5", "5"),
        ("frequency", " 1 ", "1"),
        ("yes_no", "no", "no"),
        ("one_of", "3", "3"),
        ("several_of", "3,1,3", "1,3"),
        ("several_of", "", ""),
        ("text", "  a\x00b\x1b[31m\nc\u202e  ", "a b [31m\nc"),
        ("text", "   ", ""),
    ],
)
def test_what_is_kept_of_what_was_sent(kind: Kind, sent: str, kept: str) -> None:
    assert parsed(asked(kind, options=OPTIONS if kind.endswith("_of") else ()), sent) == kept


@pytest.mark.parametrize(
    ("kind", "sent", "wrong"),
    [
        ("scale", "11", "unknown"),
        ("scale", "-1", "unknown"),
        ("scale", "\N{ARABIC-INDIC DIGIT FIVE}", "unknown"),
        ("agreement", "0", "unknown"),
        ("agreement", "6", "unknown"),
        ("yes_no", "1", "unknown"),
        ("one_of", "4", "unknown"),
        ("one_of", "1,2", "unknown"),
        ("several_of", "1,4", "unknown"),
        ("several_of", "1,,2", "unknown"),
        ("text", "x" * (LONGEST_TEXT + 1), "too_long"),
    ],
)
def test_what_is_no_answer_is_refused_with_the_reason(kind: Kind, sent: str, wrong: str) -> None:
    with pytest.raises(Unanswerable) as refused:
        parsed(asked(kind, options=OPTIONS if kind.endswith("_of") else ()), sent)
    assert refused.value.wrong == wrong


@pytest.mark.parametrize("sent", ["", SKIPPED])
def test_a_required_question_cannot_be_left_out(sent: str) -> None:
    with pytest.raises(Unanswerable) as refused:
        parsed(asked("scale", required=True), sent)
    assert refused.value.wrong == "missing"


def test_the_classes_are_those_of_the_specification() -> None:
    scale = "".join((class_of(asked("scale"), str(n)) or "-")[0] for n in range(11))
    assert scale == "pppppppmmgg"
    for kind in ("agreement", "frequency"):
        five = asked(kind)
        assert "".join((class_of(five, str(n)) or "-")[0] for n in range(1, 6)) == "ppmgg"
        turned = replace(five, reversed=True)
        assert "".join((class_of(turned, str(n)) or "-")[0] for n in range(1, 6)) == "ggmpp"
    assert [class_of(asked("yes_no"), value) for value in ("yes", "no")] == ["good", "poor"]
    assert class_of(asked("one_of", options=OPTIONS), "1") is None


@pytest.mark.parametrize("kind", ["scale", "agreement", "frequency", "yes_no", "one_of", "several_of", "text"])
def test_every_value_has_one_label_and_none_is_larger_than_its_room(kind: Kind) -> None:
    question = asked(kind, options=OPTIONS if kind.endswith("_of") else ())
    assert len(labels(question, ENGLISH)) == len(values(question))
    biggest = ",".join(values(question)) if kind == "several_of" else max(values(question) or ("",), key=len)
    assert len(json.dumps(biggest)) - 2 <= largest(question)
    assert read_back(json.loads(json.dumps(written(question)))) == question


def test_labels_are_in_the_reader_s_language() -> None:
    assert labels(asked("one_of", options=OPTIONS), Words("cy")) == ("Te", "Coffi", "Dŵr")
    assert labels(asked("agreement"), ENGLISH)[0] == "Strongly disagree"
    ends = asked("scale", lowest={"en": "bad"}, highest={"en": "good"})
    assert [labels(ends, ENGLISH)[n] for n in (0, 5, 10)] == ["0 - bad", "5", "10 - good"]
    assert label_of(asked("several_of", options=OPTIONS), "1,3", ENGLISH) == "Tea and Water"


def test_each_kind_of_result_is_one_sentence_with_n() -> None:
    cell = Cell(20, 3.5, 12, 5, 3, chosen=(10, 6, 4))
    said = {kind: finding(ENGLISH, asked(kind), cell) for kind in ("agreement", "frequency", "yes_no")}
    assert said["agreement"] == "20 people answered. 60% agreed, 25% said neither, 15% did not agree."
    assert said["frequency"] == "20 people answered. 60% said often or always, 15% said rarely or never."
    assert said["yes_no"] == "20 people answered. 60% said yes."
    chosen = finding(ENGLISH, asked("one_of", options=OPTIONS), cell)
    assert chosen == "20 people answered. 50% chose Tea, 30% chose Coffee and 20% chose Water."


def test_where_agreeing_is_poor_the_sentence_says_what_people_said() -> None:
    late = asked("frequency", reversed=True)
    said = finding(ENGLISH, late, Cell(20, 4.5, 2, 3, 15))
    assert "75% said often or always, 10% said rarely or never." in said


def test_a_share_that_may_be_all_but_two_is_at_least_so_much() -> None:
    said = finding(ENGLISH, asked("agreement"), Cell(11, 2.0, 1, 1, 9, capped=True))
    assert said == "11 people answered. 9% agreed, 9% said neither, at least 82% did not agree."
