"""What stewards, and those who answer back, see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.attention import Foresight
from bot.conversation import Person
from bot.finding import Cell, result_blocks
from bot.programme import Rhythm, Template
from bot.question import spoken
from bot.ui import Block, Buttons, Card, Choice, Day, Facts, Form, Heading, Note, Open, Option, Quote, Text, Write
from bot.words import Sentence, Words
from conversations.steward import words as w
from storage.disclosure.presets import FEWEST
from storage.rotation import works_with
from storage.rounds import Asking
from storage.scores.detectable import visible

LONGEST = 600
WILL_DO, WILL_NOT, BY_DAY, WHO, WHICH = "will_do", "will_not", "by_day", "who", "which"
MOST_LISTED = 10
USUALLY = 0.5
"""Which part of those asked is taken to answer, before anybody knows."""


def to_answer(words: Words, asking: Asking, said: Sentence) -> Card:
    """A round has closed, or its promised day has passed, and this person answers back."""
    subject = spoken(asking.subject, words.language)
    text = words(said, subject=subject, day=words.day(asking.answer_by))
    return Card(summary=text[:150], blocks=(Text(text), Buttons((_answer_button(words, asking),))))


def notice(words: Words, subject: str, said: Sentence, **values: object) -> Card:
    text = words(said, subject=subject, **values)
    return Card(summary=text[:150], blocks=(Text(text),))


def answer_back(words: Words, asking: Asking, cells: Mapping[str, Cell], comments: Sequence[str]) -> Form:
    """The result first, then three fields; who sees the answer is said before it is sent."""
    heading = w.COMMENTS if asking.voice == "unlinked" else w.SAID
    quotes: tuple[Block, ...] = (Note(words(heading)), *(Quote(text) for text in comments[:40])) if comments else ()
    return Form(
        title=words(w.ANSWER_TITLE),
        close=words(w.CLOSE),
        blocks=(
            Heading(spoken(asking.subject, words.language)),
            *(result_blocks(words, asking.questions, cells) if asking.voice == "unlinked" else ()),
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


def start(
    words: Words, templates: Sequence[Template], stewards: Sequence[tuple[str, Person]], foreseen: Foresight
) -> Form:
    """Starting a programme: nothing is asked without a named person who answers back (P1). `foreseen` is of the first."""
    subjects = [(each, spoken(each.ask.subject, words.language)) for each in templates]
    everybody = foreseen.at_once + sum(foreseen.in_note.values()) + foreseen.on_home
    reach = words(w.FORESEEN, now=words.number(foreseen.at_once), everybody=words.number(everybody))
    shows = (Text(_can_show(words, everybody)),) if everybody >= FEWEST else ()
    return Form(
        title=words(w.START_TITLE),
        close=words(w.CLOSE),
        blocks=(
            Text(words(w.START_TEXT)),
            Facts(tuple((subject, _what(words, each)) for each, subject in subjects[:MOST_LISTED])),
            Text(reach),
            *shows,
        ),
        fields=(
            Choice(WHICH, words(w.WHICH), tuple(Option(each.name, subject) for each, subject in subjects[:100])),
            Choice(
                WHO,
                words(w.WHO),
                tuple(Option(ref, each.name) for ref, each in stewards[:100]),
                hint=words(w.WHO_HINT),
            ),
        ),
        action="steward.start",
        submit=words(w.START_BUTTON),
        values={WHICH: templates[0].name} if templates else {},
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


def home_start(words: Words, templates: Sequence[Template]) -> tuple[Block, ...]:
    """What could be started, and the way to a question of one's own."""
    own = Open(words(w.OWN_BUTTON), "steward.ask_new")
    if not templates:
        return (Buttons((own,)),)
    text = words(w.NOT_RUNNING, subjects=words.listed([spoken(each.ask.subject, words.language) for each in templates]))
    return (Text(text), Buttons((Open(words(w.START_BUTTON), "steward.start"), own)))


def _what(words: Words, template: Template) -> str:
    """How much is asked, how often, and for how long it can be answered."""
    days = template.ask.until.days - template.ask.at.days
    questions = words(w.QUESTIONS, n=len(template.ask.form(0)))
    what = words(w.START_WHAT, questions=questions, often=_often(words, template.rhythm), days=days)
    return f"{what} {words(w.IN_TURN, n=template.ask.sample)}" if template.ask.sample > 1 else what


def instead(words: Words, people: int) -> str:
    """What works where a part of a circle of this size is too small."""
    works = works_with(people)
    return words(w.ASK_ONE_IN, works=works) if works > 1 else words(w.ASK_EVERYBODY)


def _can_show(words: Words, asked: int) -> str:
    """What change two rounds can show, if so many of those asked answer as often do."""
    answers = round(asked * USUALLY)
    points = round(visible(answers).share_points)
    return words(w.CAN_SHOW, answers=words.number(answers), points=words.number(points))


def _often(words: Words, rhythm: Rhythm) -> str:
    if rhythm.once:
        return words(w.OFTEN_ONCE)
    if rhythm.months:
        return words(w.OFTEN_MONTHS, n=len(rhythm.months))
    return words(w.OFTEN_WEEKLY) if rhythm.weeks == 1 else words(w.OFTEN_WEEKS, n=rhythm.weeks)


def _answer_button(words: Words, asking: Asking) -> Open:
    return Open(words(w.ANSWER_BACK), "steward.answer", asking.round_ref, look="primary")
