"""What is shown of replies to comments: the list, the form to reply in, and one line for everybody who was asked."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.falls import cut
from bot.question import Spoken, spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Divider, Form, Heading, Note, Open, Quote, Text, Write
from bot.values import dataclass
from bot.words import Sentence, Words
from conversations.replies import words as w
from storage.replies import KEPT, Commented
from storage.threads.comments import Heard
from storage.threads.transcript import Message

TEXT = "reply"
LONGEST = 1000
BEGINNING = 16
"""Characters of a comment on its button."""
NEWEST = 20
"""So many messages are shown; a form holds no more."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A comment as it stands in the list: what was said last, if its author wrote again; whether it was replied to."""

    comment: Commented
    waits: str = ""
    replied: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form whose comments can be replied to: what was asked, until when, how many comments, the form's ref."""

    subject: Spoken
    day: date
    number: int
    ref: str


def home(words: Words, waiting: Sequence[Waiting]) -> tuple[Block, ...]:
    """For the one who answers back: the way to the comments, by form where there are several."""
    if len(waiting) > 1:
        return Text(words(w.HOME_MANY, n=len(waiting))), Buttons((Open(words(w.SHOW), "replies.forms"),))
    return tuple(block for each in waiting for block in _form(words, each, words(w.SHOW), w.HOME))


def forms(words: Words, waiting: Sequence[Waiting]) -> Form:
    """Each form by itself, with the day it closed: a weekly question has one name. Each button has its own label too."""
    labels = [words(w.SHOW_OF, day=words.short_day(each.day)) for each in waiting]
    blocks = [
        block for each, label in zip(waiting, labels, strict=True) for block in _form(words, each, label, w.HOME_CLOSED)
    ]
    none = Text(words(w.NONE, n=KEPT.days))
    return Form(title=words(w.LIST_TITLE), close=words(CLOSE), blocks=tuple(blocks) or (none,))


def _form(words: Words, of: Waiting, label: str, said: Sentence) -> tuple[Block, ...]:
    text = words(said, subject=spoken(of.subject, words.language), n=of.number, day=words.day(of.day))
    return (Text(text), Buttons((Open(label, "replies.list", of.ref),)))


def some(words: Words, subject: Spoken, answerer: str) -> Text:
    """The same for everybody who was asked: it is nobody's own message."""
    return Text(words(w.SOME, subject=spoken(subject, words.language), answerer=answerer))


def reply_button(words: Words, comment: Commented) -> Buttons:
    """Each button has its own label, for whoever hears them read out."""
    begins = cut(" ".join(comment.text.split()), BEGINNING)
    return Buttons((Open(words(w.REPLY, begins=begins), "replies.write", comment.ref),))


def comments(words: Words, subject: Spoken, listed: Sequence[Listed], after: str) -> Form:
    """A page of comments, each with its button. `after` is the last one's ref where there are more, else empty."""
    blocks: list[Block] = [Heading(spoken(subject, words.language)), Text(words(w.LIST))]
    for each in listed:
        blocks += _listed(words, each)
    if after:
        blocks += [Divider(), Buttons((Open(words(w.MORE), "replies.list", after),))]
    return Form(title=words(w.LIST_TITLE), close=words(CLOSE), blocks=tuple(blocks))


def write(words: Words, comment: Commented, heard: Heard) -> Form:
    """Everything that was said, and room for a reply."""
    said = [message for message in heard.messages if message.kind == "said"]
    blocks = [block for message in (*said[:1], *said[1:][-NEWEST:]) for block in _message(words, message)]
    return Form(
        title=words(w.WRITE_TITLE),
        close=words(CLOSE),
        blocks=(*blocks, Text(words(w.LIST))),
        fields=(Write(TEXT, words(w.FIELD), longest=LONGEST, hint=words(w.FIELD_HINT)),),
        action="replies.write",
        ref=comment.ref,
        submit=words(w.SEND),
    )


def _listed(words: Words, each: Listed) -> Iterator[Block]:
    yield Divider()
    yield Quote(each.comment.text)
    if each.waits:
        yield Note(words(w.WAITS))
        yield Quote(each.waits)
    elif each.replied:
        yield Note(words(w.ANSWERED))
    yield reply_button(words, each.comment)


def _message(words: Words, message: Message) -> Iterator[Block]:
    if not message.verified:
        yield Text(words(w.LOST))
        return
    yield Note(words(w.YOU_REPLIED if message.by else w.THEY_WROTE))
    yield Quote(message.text)
