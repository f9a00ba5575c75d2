"""What somebody sees who comes back with their words: what was said, room to write again, and the way to erase it all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Form, Note, Open, Quote, Text, Write
from bot.words import Words
from conversations.speak_up import words as w
from storage.cases.filing import LONGEST
from storage.threads.receipts import DoesNotAddUp, NotAWord, Slip, WrongCount
from storage.threads.transcript import Message

WORDS, MORE = "words", "more"
LONGEST_WORDS = 400
NEWEST = 20
"""So many messages are shown after the first; a form holds no more."""


def ask(words: Words) -> Form:
    """Asks for the words; the same for everybody."""
    return Form(
        title=words(w.LOOK_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.LOOK)), Text(words(w.LIMITS)), Buttons((Open(words(w.ERASE), "speak_up.erase"),))),
        fields=(_words_field(words),),
        action="speak_up.read",
        submit=words(w.READ),
    )


def shown(words: Words, messages: Sequence[Message], typed: str, today: date) -> Form:
    """All that was said, and room to write again. The words stay in the form: nothing else knows them."""
    blocks: list[Block] = []
    for message in (*messages[:1], *messages[1:][-NEWEST:]):
        blocks += _message(words, message, today)
    waiting = () if any(each.by for each in messages) else (Text(words(w.NO_REPLY)),)
    form = go_on(words)
    return replace(form, blocks=(*blocks, *waiting, *form.blocks), values={WORDS: typed})


def go_on(words: Words) -> Form:
    """Room to write again."""
    write = Write(MORE, words(w.WRITE), longest=LONGEST, hint=words(w.WRITE_HINT))
    return Form(
        title=words(w.LOOK_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.LIMITS)),),
        fields=(write, _words_field(words)),
        action="speak_up.go_on",
        submit=words(w.SEND),
    )


def erase(words: Words) -> Form:
    """Asks for the words once more, and says what erasing does and does not do."""
    return Form(
        title=words(w.ERASE_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.ERASE_TEXT)),),
        fields=(_words_field(words),),
        action="speak_up.erase",
        submit=words(w.ERASE),
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


def _message(words: Words, message: Message, today: date) -> Iterator[Block]:
    """Only what somebody signed whom the list names, or the one who wrote the report."""
    if not message.verified:
        yield Text(words(w.LOST))
        return
    who = message.by
    match message.kind:
        case "said" if who:
            yield Note(words(w.REPLIED, name=who.name, role=who.role))
            yield Quote(message.text)
        case "said":
            later = message.opens > today
            yield Note(words(w.YOU_WROTE_LATER, day=words.day(message.opens)) if later else words(w.YOU_WROTE))
            yield Quote(message.text)
        case "picture" | "file":
            yield Note(words(w.YOU_ADDED if message.kind == "picture" else w.YOU_ADDED_FILE))
        case "state" if who and message.text in ("read", "closed"):
            yield Note(words(w.WAS_CLOSED if message.text == "closed" else w.WAS_READ, name=who.name))
        case "readers" if who:
            yield Text(words(w.READERS, name=who.name, names=message.text))
        case _:
            pass


def _words_field(words: Words) -> Write:
    return Write(WORDS, words(w.YOUR_WORDS), longest=LONGEST_WORDS, tall=False)
