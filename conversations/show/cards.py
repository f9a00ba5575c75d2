"""How an outcome looks: in the weekly note, on Home, and whole."""

from collections.abc import Mapping, Sequence

from bot.finding import Cell, first_finding, named, result_blocks
from bot.question import spoken
from bot.ui import Block, Buttons, Card, Facts, Form, Heading, Note, Open, Quote, Text
from bot.words import Words
from conversations.show import words as w
from storage.rounds import Asking, News


def outcome(words: Words, asking: Asking, cells: Mapping[str, Cell], news: News) -> Card:
    """The finding in one sentence with n, what will be done, what will not and why, who, by when."""
    subject = spoken(asking.subject, words.language)
    return Card(
        summary=words(w.SUMMARY, subject=subject),
        blocks=(
            Heading(words(w.SUMMARY, subject=subject)),
            *_result(words, asking, cells),
            *_done(words, asking, news),
        ),
    )


def home_shared(words: Words, asking: Asking, cells: Mapping[str, Cell], news: News) -> tuple[Block, ...]:
    if asking.voice == "named":
        return (Text(spoken(asking.subject, words.language)), *_done(words, asking, news))
    return (_about(words, asking, first_finding(words, asking.questions, cells)), *_done(words, asking, news))


def home_waiting(words: Words, asking: Asking, *, late: bool) -> tuple[Block, ...]:
    """A closed round that nobody has answered back yet; late is shown as late."""
    text = words(
        w.LATE if late else w.WAITING,
        answerer=named(words, asking.answerer_name),
        day=words.day(asking.answer_by),
    )
    return (_about(words, asking, text),)


def home_void(words: Words, asking: Asking) -> tuple[Block, ...]:
    return (_about(words, asking, words(w.VOID)),)


def whole(words: Words, asking: Asking, cells: Mapping[str, Cell], news: News, *, said: Sequence[str]) -> Form:
    """Everything that was released, to be read: the result, the answer, the comments."""
    only = asking.questions[0] if len(asking.questions) == 1 else None
    shares = (Note(_shares(words, cells[only.id])),) if only and only.kind == "scale" and only.id in cells else ()
    heading = w.SAID if asking.voice == "named" else w.COMMENTS
    comments: tuple[Block, ...] = tuple(Quote(text) for text in said[:60]) or (Text(words(w.NO_COMMENTS)),)
    return Form(
        title=words(w.TITLE),
        close=words(w.CLOSE),
        blocks=(
            Heading(spoken(asking.subject, words.language)),
            *_result(words, asking, cells),
            *shares,
            _answer(words, news),
            Heading(words(heading)),
            *comments,
        ),
    )


def _result(words: Words, asking: Asking, cells: Mapping[str, Cell]) -> tuple[Block, ...]:
    """What was said with names is shown as said, not counted."""
    return () if asking.voice == "named" else result_blocks(words, asking.questions, cells)


def _about(words: Words, asking: Asking, text: str) -> Facts:
    """What is said about one question, under its subject."""
    return Facts(((spoken(asking.subject, words.language), text),))


def _done(words: Words, asking: Asking, news: News) -> tuple[Block, ...]:
    return (_answer(words, news), Buttons((Open(words(w.SEE_ALL), "show.all", asking.round_ref),)))


def _answer(words: Words, news: News) -> Facts:
    not_done = ((words(w.WILL_NOT), news.will_not),) if news.will_not else ()
    return Facts(
        (
            (words(w.WILL_DO), news.will_do),
            *not_done,
            (words(w.WHO), named(words, news.author)),
            (words(w.BY), words.day(news.by_day)),
        )
    )


def _shares(words: Words, cell: Cell) -> str:
    return words(
        w.SHARES, good=words.percent(cell.good), middle=words.percent(cell.middle), poor=words.percent(cell.poor)
    )
