"""One question as a value: what is asked, how it can be answered, what an answer means, and how it is written down."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal, get_args

from bot.values import dataclass
from bot.words import Sentence, Words

Spoken = Mapping[str, str]
"""A text of a template in several languages: BCP 47 tag to text; `en` is always there."""
Kind = Literal["scale", "agreement", "frequency", "yes_no", "one_of", "several_of", "text"]
Sensitive = Literal["poor", "both"]
Class = Literal["good", "middle", "poor"]
Wrong = Literal["unknown", "missing", "too_long"]

KINDS: tuple[Kind, ...] = get_args(Kind)
SKIPPED = "skip"
"""What travels when somebody prefers not to say: it is no answer, and is not kept."""
LONGEST_TEXT = 300
MOST_OPTIONS = 10
MOST_QUESTIONS = 10

AGREEMENT = (
    Sentence("core.agreement_1", "Strongly disagree"),
    Sentence("core.agreement_2", "Disagree"),
    Sentence("core.agreement_3", "Neither agree nor disagree"),
    Sentence("core.agreement_4", "Agree"),
    Sentence("core.agreement_5", "Strongly agree"),
)
FREQUENCY = (
    Sentence("core.frequency_1", "Never"),
    Sentence("core.frequency_2", "Rarely"),
    Sentence("core.frequency_3", "Sometimes"),
    Sentence("core.frequency_4", "Often"),
    Sentence("core.frequency_5", "Always"),
)
YES, NO = Sentence("core.yes", "Yes"), Sentence("core.no", "No")
EVERY = (*AGREEMENT, *FREQUENCY, YES, NO)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form.

    `lowest` and `highest` name the ends of a scale; `options` are what `one_of` and `several_of` offer, or other words
    for the five answers of `agreement` and `frequency`.
    `sensitive` names the classes that a result may never prove of anybody (A7); a `factual` one changes slowly (A14).
    With `reversed`, agreeing is poor.
    """

    id: str
    kind: Kind
    prompt: Spoken
    subject: Spoken
    lowest: Spoken | None = None
    highest: Spoken | None = None
    options: tuple[Spoken, ...] = ()
    sensitive: Sensitive = "poor"
    factual: bool = False
    required: bool = False
    reversed: bool = False


class Unanswerable(Exception):
    """What was sent is no answer to this question; `wrong` says why."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong)
        self.wrong: Wrong = wrong


def spoken(text: Spoken, language: str) -> str:
    """A template's text in the reader's language, else in its plain form, else in English."""
    return text.get(language) or text.get(language.partition("-")[0]) or text["en"]


def values(question: Question) -> tuple[str, ...]:
    """Every value that an answer can have or, for `several_of`, be made of; none for words of one's own."""
    match question.kind:
        case "scale":
            return tuple(map(str, range(11)))
        case "agreement" | "frequency":
            return ("1", "2", "3", "4", "5")
        case "yes_no":
            return ("yes", "no")
        case "one_of" | "several_of":
            return tuple(str(number) for number in range(1, len(question.options) + 1))
        case "text":
            return ()


def labels(question: Question, words: Words) -> tuple[str, ...]:
    """What people read for each of `values`, in the same order."""
    if question.options:
        return tuple(spoken(option, words.language) for option in question.options)
    match question.kind:
        case "scale":
            return _numbered(question, words)
        case "agreement":
            return tuple(map(words, AGREEMENT))
        case "frequency":
            return tuple(map(words, FREQUENCY))
        case "yes_no":
            return (words(YES), words(NO))
        case "one_of" | "several_of" | "text":
            return ()


def label_of(question: Question, value: str, words: Words) -> str:
    """What people read for a kept value."""
    known = dict(zip(values(question), labels(question, words), strict=True))
    return words.listed([known.get(each, each) for each in value.split(",")]) if known else value


def parsed(question: Question, sent: str) -> str:
    """The value to keep of what a form sent; empty where the question was left out. Raises Unanswerable.

    `several_of` is kept as the chosen numbers in order, with commas; words without what cannot be printed.
    """
    answer = "" if sent == SKIPPED else sent.strip()
    if not answer:
        if question.required:
            raise Unanswerable("missing")
        return ""
    if question.kind == "text":
        return _text(answer)
    chosen = set(answer.split(",")) if question.kind == "several_of" else {answer}
    allowed = values(question)
    if not chosen <= set(allowed):
        raise Unanswerable("unknown")
    return ",".join(value for value in allowed if value in chosen)


def class_of(question: Question, value: str) -> Class | None:
    """Good, middle or poor; None for what has no better and worse. `value` is one that was kept."""
    found = _class(question.kind, value)
    return _OPPOSITE[found] if found and question.reversed else found


def largest(question: Question) -> int:
    """The most bytes that an answer to it takes as a JSON text, without its quotation marks."""
    if question.kind == "text":
        return LONGEST_TEXT * 4  # a character has at most four bytes; those that JSON doubles have one
    sizes = [len(value) for value in values(question)]
    return sum(sizes) + len(sizes) if question.kind == "several_of" else max(sizes)


def clean(text: str, longest: int) -> str:
    """Words as they are kept: no control characters but line ends, at most `longest` characters."""
    if not text.isprintable():
        text = "".join(letter if letter == "\n" or letter.isprintable() else " " for letter in text)
    return text.strip()[:longest]


def written(question: Question) -> dict[str, Any]:
    """The question as JSON, for the round in which it is asked."""
    return {name: value for name, value in asdict(question).items() if value not in (None, "", (), False)}


def read_back(kept: Mapping[str, Any]) -> Question:
    """The question that `written` wrote."""
    return Question(**{**kept, "options": tuple(kept.get("options", ()))})


_OPPOSITE: Mapping[Class, Class] = {"good": "poor", "middle": "middle", "poor": "good"}


def _class(kind: Kind, value: str) -> Class | None:
    match kind:
        case "scale":
            return _between(int(value), poor=6, good=9)
        case "agreement" | "frequency":
            return _between(int(value), poor=2, good=4)
        case "yes_no":
            return "good" if value == "yes" else "poor"
        case "one_of" | "several_of" | "text":
            return None


def _between(number: int, *, poor: int, good: int) -> Class:
    if number <= poor:
        return "poor"
    return "good" if number >= good else "middle"


def _numbered(question: Question, words: Words) -> tuple[str, ...]:
    found = [words.number(number) for number in range(11)]
    if question.lowest and question.highest:
        found[0] = f"{found[0]} - {spoken(question.lowest, words.language)}"
        found[10] = f"{found[10]} - {spoken(question.highest, words.language)}"
    return tuple(found)


def _text(answer: str) -> str:
    if len(answer) > LONGEST_TEXT:
        raise Unanswerable("too_long")
    return clean(answer, LONGEST_TEXT)
