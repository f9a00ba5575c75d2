"""What stewards, and those who answer back, see."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.by_what import Offer
from bot.conversation import Person
from bot.finding import Cell, result_blocks
from bot.limits import OPTIONS
from bot.programme import Rhythm, Template
from bot.question import spoken
from bot.quotes import BESIDE, quoted
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Card, Choice, Day, Facts, Form, Heading, Note, Open, Option, Text, Write
from bot.words import Sentence, Words
from conversations.steward import words as w
from conversations.steward.draft import draft
from conversations.steward.foresight import what_shows
from storage.rotation import works_with
from storage.rounds import Asking
from storage.themes import Theme

LONGEST = 600
WILL_DO, WILL_NOT, BY_DAY, WHO, WHICH = "will_do", "will_not", "by_day", "who", "which"
MOST_LISTED = 10


def to_answer(words: Words, asking: Asking, said: Sentence, found: str = "") -> Card:
    """A round has closed, or its promised day has passed, and this person answers back. `found` is what came out."""
    subject = spoken(asking.subject, words.language)
    text = words(said, subject=subject, day=words.day(asking.answer_by))
    result = (Text(found),) if found else ()
    return Card(summary=text[:150], blocks=(Text(text), *result, Buttons((_answer_button(words, asking),))))


def notice(words: Words, subject: str, said: Sentence, **values: object) -> Card:
    text = words(said, subject=subject, **values)
    return Card(summary=text[:150], blocks=(Text(text),))


def answer_back(words: Words, asking: Asking, cells: Mapping[str, Cell], comments: Sequence[str]) -> Form:
    """The result first, then three fields; who sees the answer is said before it is sent."""
    drafted = draft(words, asking, cells)
    return Form(
        title=words(w.ANSWER_TITLE),
        close=words(CLOSE),
        blocks=(
            Heading(spoken(asking.subject, words.language)),
            *result_blocks(words, asking.counted, cells),
            *_by_groups(words, asking),
            *_comments(words, asking, comments),
            Text(words(w.WHO_SEES)),
            *((Note(words(w.DRAFT_SAYS)),) if drafted else ()),
        ),
        fields=(
            Write(WILL_DO, words(w.WILL_DO), longest=LONGEST, hint=words(w.WILL_DO_HINT)),
            Write(WILL_NOT, words(w.WILL_NOT), longest=LONGEST, hint=words(w.WILL_NOT_HINT), required=False),
            Day(BY_DAY, words(w.BY_DAY)),
        ),
        action="steward.answer",
        ref=asking.round_ref,
        submit=words(w.SEND),
        values={WILL_DO: drafted} if drafted else {},
    )


def themes_first(words: Words, asking: Asking, left: Sequence[Theme]) -> Form:
    """Themes that have no ending yet: nothing is sent before each has one (P2), and nothing that is written is lost."""
    return Form(
        title=words(w.ANSWER_TITLE),
        close=words(CLOSE),
        blocks=(Heading(spoken(asking.subject, words.language)), Text(what_is_left(words, left))),
    )


def what_is_left(words: Words, left: Sequence[Theme]) -> str:
    """Which themes need an ending, and how many heaps a name."""
    titles = [each.title for each in left if each.title]
    heaps = len(left) - len(titles)
    said = [words(w.NO_ENDING, themes=words.listed(titles))] if titles else []
    return " ".join([*said, *([words(w.NO_NAME, n=heaps)] if heaps else []), words(w.THEMES_FIRST)])


def sent(words: Words, asking: Asking, ref: str, next_on: date) -> Form:
    """The answer is out. It stands as a promise from now on, and there may be more to say of it."""
    more = Open(words(w.SAY_MORE), "commitments.more", ref)
    add = Open(words(w.ONE_MORE), "commitments.add", asking.round_ref)
    return Form(
        title=words(w.DONE_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.DONE)), Text(words(w.STANDS, day=words.day(next_on))), Buttons((more, add))),
    )


def _by_groups(words: Words, asking: Asking) -> tuple[Block, ...]:
    """Where the result stands by groups, if people were told that it may; a button would lose what was written."""
    if asking.by is None or not asking.counted:
        return ()
    return (Note(words(w.BY_GROUPS, detail=spoken(asking.by.name, words.language))),)


def _comments(words: Words, asking: Asking, comments: Sequence[str]) -> tuple[Block, ...]:
    """What was said, as much as there is room for beside the fields, and where all of it stands.

    That is no button: a form that another takes the place of would lose what was written in it.
    """
    shown, after = quoted([("", each) for each in comments], 0, BESIDE)
    heading = Note(words(w.COMMENTS if asking.voice == "unlinked" else w.SAID))
    return (*((heading,) if shown else ()), *shown, *((Note(words(w.ALL_SAID)),) if after else ()))


def start(
    words: Words,
    templates: Sequence[Template],
    stewards: Sequence[tuple[str, Person]],
    *,
    heads: int,
    expected: Mapping[str, int],
    shown: str,
    by: Offer | None,
) -> Form:
    """Starting a programme: nothing is asked without a named person who answers back (P1). `heads` are in the circle,
    `expected` says how many answers each is likely to bring, `shown` whom the first reaches and from how many answers on
    there is a result, `by` what else it can be shown by."""
    subjects = [(each, spoken(each.ask.subject, words.language)) for each in templates]
    return Form(
        title=words(w.START_TITLE),
        close=words(CLOSE),
        blocks=(
            Text(words(w.START_TEXT)),
            Facts(
                tuple(
                    (subject, _what(words, each, expected.get(each.name, 0), each.ask.one_in(heads)))
                    for each, subject in subjects[:MOST_LISTED]
                )
            ),
            Text(shown),
            *((Text(by.text),) if by else ()),
        ),
        fields=(
            Choice(WHICH, words(w.WHICH), tuple(Option(each.name, subject) for each, subject in subjects[:OPTIONS])),
            who_answers(words, stewards),
            *(by.fields if by else ()),
        ),
        action="steward.start",
        submit=words(w.LOOK_BUTTON),
        values=({WHICH: templates[0].name} if templates else {}) | (by.values if by else {}),
    )


def who_answers(words: Words, stewards: Sequence[tuple[str, Person]]) -> Choice:
    """Who can be named as the one who answers back, each under an opaque ref."""
    options = tuple(Option(ref, each.name) for ref, each in stewards[:OPTIONS])
    return Choice(WHO, words(w.WHO), options, hint=words(w.WHO_HINT))


def home_to_answer(words: Words, asking: Asking, *, late: bool) -> tuple[Block, ...]:
    subject = spoken(asking.subject, words.language)
    text = words(w.OVERDUE if late else w.CLOSED, subject=subject, day=words.day(asking.answer_by))
    return (Text(text), Buttons((_answer_button(words, asking),)))


def home_start(words: Words, *, startable: bool) -> tuple[Block, ...]:
    """The way to what could be started, and to a question of one's own."""
    own = Open(words(w.OWN_BUTTON), "steward.ask_new")
    return (Buttons((Open(words(w.START_BUTTON), "steward.start"), own) if startable else (own,)),)


def _what(words: Words, template: Template, answers: int, one_in: int) -> str:
    """How much is asked, how often, for how long it can be answered, and how large a change will show."""
    days = template.ask.until.days - template.ask.at.days
    questions = words(w.QUESTIONS, n=len(template.ask.form(0)))
    often, changes = _often(words, template.rhythm), what_shows(words, answers)
    what = words(w.START_WHAT, questions=questions, often=often, days=days, visible=changes)
    return f"{what} {words(w.IN_TURN, n=one_in)}" if one_in > 1 else what


def instead(words: Words, people: int) -> str:
    """What works where a part of a circle of this size is too small."""
    works = works_with(people)
    return words(w.ASK_ONE_IN, works=works) if works > 1 else words(w.ASK_EVERYBODY)


def _often(words: Words, rhythm: Rhythm) -> str:
    if rhythm.once:
        return words(w.OFTEN_ONCE)
    if rhythm.months:
        return words(w.OFTEN_MONTHS, n=len(rhythm.months))
    return words(w.OFTEN_WEEKLY) if rhythm.weeks == 1 else words(w.OFTEN_WEEKS, n=rhythm.weeks)


def _answer_button(words: Words, asking: Asking) -> Open:
    return Open(words(w.ANSWER_BACK), "steward.answer", asking.round_ref, look="primary")
