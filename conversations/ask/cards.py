"""What people see when they are asked: the prompt, its reminder, the form, and what stands on Home."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.detail import Detail
from bot.finding import about, named
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Card, Divider, Facts, Form, Heading, Look, Note, Open, Quote, Text
from bot.words import Sentence, Words
from conversations.ask import words as w
from conversations.ask.form import by_team, fields
from storage.disclosure.comments import FEWEST
from storage.news import News
from storage.rounds import Asking
from storage.voices import line

SECONDS_A_QUESTION = 15


def prompt(words: Words, asking: Asking, *, alone: bool, first: bool) -> tuple[Block, ...]:
    """A question in the weekly note: what it is about, how the answer is kept, who answers back.

    A note has few buttons. Where it asks several questions, each has only *Answer*, and one *Later* below is for all of
    them; in somebody's `first` note one place is for choosing when Hearback may write.
    """
    later = (Open(words(w.LATER), "note.later", asking.urn.ref),) if alone else ()
    never = (Open(words(w.NOT_NOW), "note.not_now", asking.urn.ref),) if alone and not first else ()
    return (
        Heading(spoken(asking.subject, words.language)),
        Text(f"{_length(words, asking)} {_first_sentence(words, asking)}"),
        _when_and_who(words, asking),
        Buttons((_answer_button(words, asking, alone=alone), *later, *never)),
        *((Note(words(w.ONE_REMINDER)),) if alone else ()),
    )


def summary(words: Words, asking: Asking) -> str:
    """What a lock screen shows of a question."""
    subject, n = spoken(asking.subject, words.language), len(asking.questions)
    if n == 1:
        return words(w.SUMMARY, subject=subject)
    return words(w.SUMMARY_MANY, subject=subject, n=n, minutes=_minutes(n))


def reminder(words: Words, asking: Asking, said: Sentence) -> Card:
    """The one reminder, or the one that somebody asked for; each says whether another one comes."""
    subject = spoken(asking.subject, words.language)
    text = words(said, closes=words.when(asking.closes_at), subject=subject)
    return Card(summary(words, asking), (Text(text), Buttons((_answer_button(words, asking, alone=True),))))


def last_time(words: Words, finding: str, news: News, *, closed: datetime | None = None) -> str:
    """One line of what came of a question, from the ledger (P13); with the day on which it `closed` if it was not the last."""
    said = (
        words(w.THAT_TIME, day=words.dated(closed), finding=finding) if closed else words(w.LAST_TIME, finding=finding)
    )
    return f"{said}\n{answered(words, news.author, news.will_do)}"


def answered(words: Words, author: str, will_do: str) -> str:
    """What was answered to the last question."""
    return words(w.LAST_DONE, author=named(words, author), will_do=will_do)


def not_yet(words: Words, before: Asking) -> str:
    """The same line while nobody has answered back yet."""
    return words(w.NOT_YET, answerer=named(words, before.answerer_name), day=words.day(before.answer_by))


def late(words: Words, before: Asking) -> str:
    """The same line when the promised day has passed."""
    day, closed = words.day(before.answer_by), words.day(before.closes_at)
    return words(w.LATE, answerer=named(words, before.answerer_name), day=day, closed=closed)


def question(words: Words, asking: Asking, *, again: bool, operator: str) -> Form:
    """The form: the questions and perhaps a comment; above them, what happens to what is said."""
    before: tuple[Block, ...] = (Text(words(w.REPLACES)),) if again else ()
    return Form(
        title=_title(words, asking),
        close=words(CLOSE),
        blocks=(*before, *_promises(words, asking, operator)),
        fields=fields(words, asking),
        action="ask.answer",
        ref=asking.urn.ref,
        submit=words(w.SEND),
    )


def recorded(words: Words, asking: Asking, receipt: Sequence[str] = (), *, lost: bool = False) -> Form:
    """Stands in the form and never in a message: a message would be kept by the chat platform. `receipt` are the words
    with which the author of a comment can read a reply to it; `lost` says that they have been shown before."""
    closes, answerer = words.when(asking.closes_at), named(words, asking.answerer_name)
    text = words(w.RECORDED, closes=closes, answerer=answerer, day=words.day(asking.answer_by))
    keep = Text(words(w.RECEIPT_ONCE, closes=closes))
    shown = (Divider(), Text(words(w.RECEIPT)), Quote(" ".join(receipt)), keep) if receipt else ()
    shown = (*shown, *((Text(words(w.RECEIPT_LOST)),) if lost else ()))
    return Form(title=words(w.RECORDED_TITLE), close=words(CLOSE), blocks=(Text(text), *shown))


def take_back(words: Words, asking: Asking) -> Form:
    """Asks before removing; it says the same whether there is an answer or not."""
    named = asking.voice == "named"
    said = words(w.TAKE_BACK_NAMED) if named else words(w.TAKE_BACK_ASK, closes=words.when(asking.closes_at))
    return Form(
        title=words(w.TAKE_BACK_TITLE),
        close=words(CLOSE),
        blocks=(Text(said),),
        action="ask.take_back",
        ref=asking.urn.ref,
        submit=words(w.TAKE_BACK),
    )


def over(words: Words, asking: Asking) -> Form:
    """Whoever opens an old question reads that it has closed, and where what came of it stands."""
    said = {"shared": w.OVER_SHARED, "void": w.OVER_VOID}.get(asking.stage, w.OVER_CLOSED)
    text = words(
        said,
        closes=words.when(asking.closes_at),
        answerer=named(words, asking.answerer_name),
        day=words.day(asking.answer_by),
    )
    see = (Buttons((Open(words(w.OVER_SEE), "show.all", asking.round_ref),)),) if asking.stage == "shared" else ()
    return Form(title=words(w.FORM_TITLE), close=words(CLOSE), blocks=(Text(text), *see))


def too_late(words: Words, asking: Asking) -> str:
    """Whoever sends an answer after the close."""
    return words(
        w.TOO_LATE,
        closes=words.when(asking.closes_at),
        answerer=named(words, asking.answerer_name),
        day=words.day(asking.answer_by),
    )


def home_open(words: Words, asking: Asking, *, first: bool) -> tuple[Block, ...]:
    """Looks the same whether one has answered or not: the platform keeps Home pages too."""
    text = words(
        w.HOME_OPEN,
        closes=words.when(asking.closes_at),
        answerer=named(words, asking.answerer_name),
        day=words.day(asking.answer_by),
    )
    look: Look = "primary" if first else "plain"
    return (
        about(words, asking.subject, text),
        Buttons((Open(words(w.ANSWER), "ask.answer", asking.urn.ref, look=look),)),
    )


def home_said(words: Words, asking: Asking, operator: str) -> tuple[Block, ...]:
    """That nothing of it is listed; and, where two have keys, who they are."""
    closes = words.when(asking.closes_at)
    text = words(w.HOME_SAID, closes=closes)
    if asking.keeper:
        text += " " + words(w.HOME_TWO_KEYS, operator=operator, keeper=asking.keeper, closes=closes)
    return (about(words, asking.subject, text), Buttons((Open(words(w.TAKE_BACK), "ask.take_back", asking.urn.ref),)))


def home_said_named(words: Words, asking: Asking, value: Mapping[str, str]) -> tuple[Block, ...]:
    text = words(w.HOME_SAID_NAMED, value=line(asking, value, words))
    return (about(words, asking.subject, text), Buttons((Open(words(w.TAKE_BACK), "ask.take_back", asking.urn.ref),)))


def _answer_button(words: Words, asking: Asking, *, alone: bool) -> Open:
    return Open(words(w.ANSWER), "ask.answer", asking.urn.ref, look="primary" if alone else "plain")


def _length(words: Words, asking: Asking) -> str:
    n = len(asking.questions)
    if n == 1:
        return words(w.LENGTH)
    free = not any(question.required for question in asking.questions)
    return words(w.LENGTH_MANY if free else w.LENGTH_SOME, n=n, minutes=_minutes(n))


def _title(words: Words, asking: Asking) -> str:
    n = len(asking.questions)
    return words(w.FORM_TITLE) if n == 1 else words(w.FORM_TITLE_MANY, n=n)


def _minutes(questions: int) -> int:
    return max(1, round(questions * SECONDS_A_QUESTION / 60))


def _first_sentence(words: Words, asking: Asking) -> str:
    """What happens to the answer, and from how many on a result is shown."""
    if asking.voice == "named":
        return words(w.NAMED_SHORT)
    if asking.turns:
        teams = " " + words(w.SHOWN_TURNS, n=asking.turns)
    else:
        teams = f" {words(w.SHOWN_TEAMS)}" if by_team(asking) else ""
    return f"{words(w.UNLINKED_SHORT)} {words(w.SHOWN_FROM, k=asking.threshold)}{teams}"


def _when_and_who(words: Words, asking: Asking) -> Facts:
    by = words(w.WHO_ANSWERS, answerer=named(words, asking.answerer_name), day=words.day(asking.answer_by))
    return Facts(((words(w.OPEN_UNTIL), words.when(asking.closes_at)), (words(w.ANSWERS_BACK), by)))


def _promises(words: Words, asking: Asking, operator: str) -> tuple[Block, ...]:
    """The promise, and below it in the same size of type what we cannot promise and who reads a comment."""
    first = Text(_first_sentence(words, asking))
    if asking.voice == "named":
        return (first,)
    limits = words(
        w.UNLINKED_TWO if asking.keeper else w.UNLINKED_LONG,
        closes=words.when(asking.closes_at),
        operator=operator,
        keeper=asking.keeper,
    )
    rule = w.COMMENT_RULE if by_team(asking) else w.COMMENT_RULE_WHOLE
    comments = words(rule, twice=2 * asking.threshold, three=FEWEST)
    written = asking.comment or any(question.kind == "text" for question in asking.questions)
    by = (Text(_also_by(words, asking, asking.by)),) if asking.by else ()
    turns = (Text(_turns_kept(words, asking, operator)),) if asking.turns else ()
    return (first, *by, Text(limits), *turns, *((Text(comments),) if written else ()))


def _turns_kept(words: Words, asking: Asking, operator: str) -> str:
    """What stays after the close where results by team come later: it is said where the answer is given."""
    kept = w.TURNS_KEPT_TWO if asking.keeper else w.TURNS_KEPT
    return words(kept, n=asking.turns, operator=operator, keeper=asking.keeper)


def _also_by(words: Words, asking: Asking, detail: Detail) -> str:
    return words(w.ALSO_BY, detail=spoken(detail.name, words.language), twice=2 * asking.threshold)
