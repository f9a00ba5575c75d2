"""What somebody sees who looks for a reply to their own comment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Form, Heading, Note, Open, Quote, Text, Write
from bot.words import Words
from conversations.receipt import words as w
from storage.threads.comments import Thread
from storage.threads.receipts import DoesNotAddUp, NotAWord, Slip, WrongCount
from storage.threads.transcript import Message

WORDS, MORE = "words", "more"
LONGEST_WORDS, LONGEST = 400, 1000
NEWEST = 20
"""So many messages are shown; a form holds no more."""


def ask(words: Words) -> Form:
    """Asks for the words; the same for everybody."""
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Text(words(w.ASK)),
            Text(words(w.LIMITS)),
            Buttons((Open(words(w.SPOKE_UP), "speak_up.look"),)),
        ),
        fields=(_words_field(words),),
        action="receipt.read",
        submit=words(w.OPEN),
    )


def shown(words: Words, thread: Thread, typed: str, today: date) -> Form:
    """The comment, what was said since, and room to write again. The words stay in the form: nothing else knows them."""
    said = [message for message in thread.messages if message.kind == "said"]
    blocks: list[Block] = []
    for message in (said[0], *said[1:][-NEWEST:]):
        blocks += _message(words, thread, message, today)
    waiting = () if any(message.by for message in said) else (Text(words(w.NO_REPLY)),)
    heading = (Heading(spoken(thread.subject, words.language)),) if thread.subject else ()
    return replace(
        go_on(words, words(w.WRITE, answerer=thread.answerer)),
        blocks=(*heading, *blocks, *waiting, Text(words(w.LIMITS))),
        values={WORDS: typed},
    )


def go_on(words: Words, label: str) -> Form:
    """Room to write again."""
    write = Write(MORE, label, longest=LONGEST, hint=words(w.WRITE_HINT))
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.LIMITS)),),
        fields=(write, _words_field(words)),
        action="receipt.go_on",
        submit=words(w.SEND),
    )


def slip(words: Words, found: Slip) -> str:
    """What is wrong with the words, said so that it can be put right."""
    match found:
        case WrongCount(number, wanted):
            return words(w.WRONG_COUNT, found=number, wanted=wanted)
        case NotAWord(place, typed, like):
            cut = typed[:30]
            if like:
                return words(w.DID_YOU_MEAN, place=place, typed=cut, like=words.listed(list(like)))
            return words(w.NOT_A_WORD, place=place, typed=cut)
        case DoesNotAddUp():
            return words(w.NOT_TOGETHER)


def _message(words: Words, thread: Thread, message: Message, today: date) -> Iterator[Block]:
    if not message.verified:
        yield Text(words(w.LOST, answerer=thread.answerer))
        return
    if message.by:
        yield Note(words(w.REPLIED, answerer=thread.answerer))
    elif message.opens > today:
        yield Note(words(w.YOU_WROTE_LATER, answerer=thread.answerer, day=words.day(message.opens)))
    else:
        yield Note(words(w.YOU_WROTE))
    yield Quote(message.text)


def _words_field(words: Words) -> Write:
    return Write(WORDS, words(w.YOUR_WORDS), longest=LONGEST_WORDS, tall=False)
