"""What stewards, and those who answer back, see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.attention import Foresight
from bot.conversation import Person
from bot.finding import Cell, finding
from bot.programme import Template, spoken
from bot.ui import Block, Buttons, Card, Choice, Day, Form, Heading, Note, Open, Option, Quote, Text, Write
from bot.words import Sentence, Words
from conversations.steward import words as w
from storage.rounds import Asking

LONGEST = 600
WILL_DO, WILL_NOT, BY_DAY, WHO = "will_do", "will_not", "by_day", "who"


def to_answer(words: Words, asking: Asking, said: Sentence) -> Card:
    """A round has closed, or its promised day has passed, and this person answers back."""
    subject = spoken(asking.subject, words.language)
    text = words(said, subject=subject, day=words.day(asking.answer_by))
    return Card(summary=text[:150], blocks=(Text(text), Buttons((_answer_button(words, asking),))))


def notice(words: Words, subject: str, said: Sentence, **values: object) -> Card:
    text = words(said, subject=subject, **values)
    return Card(summary=text[:150], blocks=(Text(text),))


def answer_back(words: Words, asking: Asking, cell: Cell | None, comments: Sequence[str]) -> Form:
    """The result first, then three fields; who sees the answer is said before it is sent."""
    heading = w.COMMENTS if asking.voice == "unlinked" else w.SAID
    quotes: tuple[Block, ...] = (Note(words(heading)), *(Quote(text) for text in comments[:40])) if comments else ()
    return Form(
        title=words(w.ANSWER_TITLE),
        close=words(w.CLOSE),
        blocks=(
            Heading(spoken(asking.subject, words.language)),
            *((Text(finding(words, cell)),) if asking.voice == "unlinked" else ()),
            *quotes,
            Text(words(w.WHO_SEES)),
        ),
        fields=(
            Write(WILL_DO, words(w.WILL_DO), longest=LONGEST, hint=words(w.WILL_DO_HINT)),
            Write(WILL_NOT, words(w.WILL_NOT), longest=LONGEST, hint=words(w.WILL_NOT_HINT), required=False),
            Day(BY_DAY, words(w.BY_DAY)),
        ),
        action="steward.answer",
        ref=asking.round_ref,
        submit=words(w.SEND),
    )


def start(words: Words, template: Template, stewards: Sequence[tuple[str, Person]], foreseen: Foresight) -> Form:
    """Starting a programme: nothing is asked without a named person who answers back (P1)."""
    everybody = foreseen.at_once + sum(foreseen.in_note.values()) + foreseen.on_home
    reach = words(w.FORESEEN, now=words.number(foreseen.at_once), everybody=words.number(everybody))
    return Form(
        title=words(w.START_TITLE),
        close=words(w.CLOSE),
        blocks=(
            Text(words(w.START, subject=spoken(template.ask.subject, words.language))),
            Text(words(w.START_TEXT)),
            Text(reach),
        ),
        fields=(
            Choice(
                WHO,
                words(w.WHO),
                tuple(Option(ref, each.name) for ref, each in stewards[:100]),
                hint=words(w.WHO_HINT),
            ),
        ),
        action="steward.start",
        ref=template.name,
        submit=words(w.START_BUTTON),
    )


def again(form: Form, values: Mapping[str, str], errors: Mapping[str, str]) -> Form:
    """The same form with the person's words still in it, and what is to be mended."""
    return replace(form, values=values, errors=errors)


def only_text(words: Words, title: Sentence, text: str) -> Form:
    return Form(title=words(title), close=words(w.CLOSE), blocks=(Text(text),))


def home_to_answer(words: Words, asking: Asking, *, late: bool) -> tuple[Block, ...]:
    subject = spoken(asking.subject, words.language)
    text = words(w.OVERDUE if late else w.CLOSED, subject=subject, day=words.day(asking.answer_by))
    return (Text(text), Buttons((_answer_button(words, asking),)))


def home_start(words: Words, template: Template) -> tuple[Block, ...]:
    text = words(w.NOT_RUNNING, subject=spoken(template.ask.subject, words.language))
    return (Text(text), Buttons((Open(words(w.START_BUTTON), "steward.start", template.name),)))


def _answer_button(words: Words, asking: Asking) -> Open:
    return Open(words(w.ANSWER_BACK), "steward.answer", asking.round_ref, look="primary")
