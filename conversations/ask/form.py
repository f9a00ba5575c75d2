"""The form of a question: its fields, what stands in them, and what may be sent."""

from collections.abc import Mapping

from bot.question import (
    LONGEST_TEXT,
    SKIPPED,
    Question,
    Spoken,
    Unanswerable,
    labels,
    parsed,
    spoken,
    values,
)
from bot.ui import Choice, Field, Option, Scale, Several, Write
from bot.values import dataclass
from bot.words import Words
from conversations.ask import words as w
from storage.ballots import LONGEST_COMMENT, cleaned
from storage.disclosure.presets import SMALL
from storage.rounds import Asking

COMMENT = "comment"
ONLY_WHOLE = "only-whole"
TICKED = "yes"


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody sent: the answers to keep by the question's id, the comment, and what is wrong by field."""

    answers: Mapping[str, str]
    comment: str
    organisation_only: bool
    errors: Mapping[str, str]


def fields(words: Words, asking: Asking) -> tuple[Field, ...]:
    """One field a question, in order, and then the comment."""
    asked = tuple(_field(words, each) for each in asking.questions)
    return (*asked, *(_comment(words, asking) if asking.comment else ()))


def read(words: Words, asking: Asking, sent: Mapping[str, str]) -> Filled:
    """Reads a form that was sent. Nothing at all is no answer: whoever wants to say nothing closes the form."""
    answers, errors = {}, {}
    for question in asking.questions:
        try:
            if kept := parsed(question, sent.get(question.id, "")):
                answers[question.id] = kept
        except Unanswerable as unanswerable:
            errors[question.id] = _wrong(words, question, unanswerable, sent)
    comment = sent.get(COMMENT, "").strip() if asking.comment else ""
    if len(comment) > LONGEST_COMMENT:
        errors[COMMENT] = words(w.TOO_LONG, size=len(comment), n=LONGEST_COMMENT)
    if not (answers or comment or errors):
        errors[""] = words(w.NOTHING)
    return Filled(answers, cleaned(comment), sent.get(ONLY_WHOLE) == TICKED, errors)


def _wrong(words: Words, question: Question, unanswerable: Unanswerable, sent: Mapping[str, str]) -> str:
    match unanswerable.wrong, question.kind:
        case "too_long", _:
            return words(w.TOO_LONG, size=len(sent[question.id]), n=LONGEST_TEXT)
        case "missing", "text":
            return words(w.NEEDED)
        case _, "scale":
            return words(w.CHOOSE)
        case _:
            return words(w.CHOOSE_ONE)


def _field(words: Words, question: Question) -> Field:
    label, shown = spoken(question.prompt, words.language), labels(question, words)
    skip = None if question.required else Option(SKIPPED, words(w.SKIP))
    listed = tuple(map(Option, values(question), shown))
    match question.kind:
        case "scale":
            ends = _ends(words, question)
            return Scale(question.id, label, 0, 10, shown, hint=ends, required=question.required, instead=skip)
        case "agreement" | "frequency" | "yes_no" | "one_of":
            options = (*listed, *((skip,) if skip else ()))
            return Choice(question.id, label, options, required=question.required)
        case "several_of":
            return Several(question.id, label, listed, hint=words(w.SEVERAL_HINT), required=question.required)
        case "text":
            return Write(question.id, label, LONGEST_TEXT, hint=words(w.COMMENT_HINT), required=question.required)


def _ends(words: Words, question: Question) -> str:
    """What 0 and 10 mean, for whoever hears the question and does not see the labels."""
    lowest, highest = (_said(words, end) for end in (question.lowest, question.highest))
    return words(w.SCALE_HINT, lowest=lowest, highest=highest) if lowest and highest else ""


def _said(words: Words, end: Spoken | None) -> str:
    return spoken(end, words.language) if end else ""


def by_team(asking: Asking) -> bool:
    """Whether a team can have a page of its own at the close of this round."""
    return not (asking.sampled or asking.turns or asking.preset == SMALL.name)


def _comment(words: Words, asking: Asking) -> tuple[Field, ...]:
    """The comment and, where names are not shown, whether it stays away from one's own team's page (A11)."""
    write = Write(COMMENT, words(w.COMMENT), longest=LONGEST_COMMENT, hint=words(w.COMMENT_HINT), required=False)
    if asking.voice == "named" or not by_team(asking):
        return (write,)
    tick = Option(TICKED, words(w.ONLY_WHOLE_TICK))
    return (write, Several(ONLY_WHOLE, words(w.ONLY_WHOLE), (tick,), required=False))
