"""What somebody sees who comes back with their words: what was said, room to write again, and the way to erase it all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Form, Note, Open, Option, Quote, Text, Write
from bot.words import Words
from conversations.speak_up import words as w
from conversations.speak_up import words_back as b
from storage.cases.filing import LONGEST
from storage.threads.receipts import DoesNotAddUp, NotAWord, Slip, WrongCount
from storage.threads.transcript import Message

WORDS, MORE, AGAIN, WHY = "words", "more", "again", "why"
LONGEST_WORDS = 400
NEWEST, ROOM = 20, 20_000
"""At most so many messages are shown after the first, and so many bytes of all of them: Teams takes 28 KB a dialog."""


def ask(words: Words) -> Form:
    """Asks for the words; the same for everybody."""
    return Form(
        title=words(b.LOOK_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(b.LOOK)), Text(words(b.LIMITS)), Buttons((Open(words(b.ERASE), "speak_up.erase"),))),
        fields=(_words_field(words),),
        action="speak_up.read",
        submit=words(b.READ),
    )


def shown(words: Words, messages: Sequence[Message], typed: str, today: date) -> Form:
    """All that was said, and room to write again. The words stay in the form: nothing else knows them."""
    newest = _newest(messages)
    left_out = len(messages) - len(newest) - 1
    blocks: list[Block] = [block for message in messages[:1] for block in _message(words, message, today)]
    blocks += [Text(words(b.LEFT_OUT, n=left_out))] if left_out > 0 else []
    blocks += [block for message in newest for block in _message(words, message, today)]
    waiting = () if any(each.by for each in messages) else (Text(words(b.NO_REPLY)),)
    form = go_on(words)
    closed = any(each.kind == "state" and each.text == "closed" and each.by for each in messages)
    button = (Buttons((Open(words(b.AGAIN_BUTTON), "speak_up.again"),)),) if closed else ()
    return replace(form, blocks=(*blocks, *waiting, *button, *form.blocks), values={WORDS: typed})


def go_on(words: Words) -> Form:
    """Room to write again."""
    write = Write(MORE, words(b.WRITE), longest=LONGEST, hint=words(b.WRITE_HINT))
    return Form(
        title=words(b.LOOK_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(b.LIMITS)),),
        fields=(write, _words_field(words)),
        action="speak_up.go_on",
        submit=words(w.SEND),
    )


def again(words: Words) -> Form:
    """Whether they would speak up again, once their report is closed."""
    answers = {"yes": b.AGAIN_YES, "maybe": b.AGAIN_MAYBE, "no": w.NO}
    options = tuple(Option(each, words(sentence)) for each, sentence in answers.items())
    why = Write(WHY, words(b.WHY), longest=LONGEST, hint=words(b.WRITE_HINT), required=False)
    return Form(
        title=words(b.AGAIN_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(b.AGAIN_TEXT)),),
        fields=(Choice(AGAIN, words(b.AGAIN), options), why, _words_field(words)),
        action="speak_up.again",
        submit=words(w.SEND),
    )


def erase(words: Words) -> Form:
    """Asks for the words once more, and says what erasing does and does not do."""
    return Form(
        title=words(b.ERASE_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(b.ERASE_TEXT)),),
        fields=(_words_field(words),),
        action="speak_up.erase",
        submit=words(b.ERASE),
    )


def slip(words: Words, found: Slip) -> str:
    """What is wrong with the words, said so that it can be put right."""
    match found:
        case WrongCount(number, wanted):
            return words(b.WRONG_COUNT, found=number, wanted=wanted)
        case NotAWord(place, typed, like):
            cut = typed[:30]
            if like:
                return words(b.DID_YOU_MEAN, place=place, typed=cut, like=words.listed(list(like)))
            return words(b.NOT_A_WORD, place=place, typed=cut)
        case DoesNotAddUp():
            return words(b.NOT_TOGETHER)


def _newest(messages: Sequence[Message]) -> Sequence[Message]:
    """Those after the first for which there is room, and the last one in any case."""
    later, room = messages[1:][-NEWEST:], ROOM - sum(len(each.text.encode()) for each in messages[:1])
    sizes = [len(each.text.encode()) for each in reversed(later)]
    many = sum(sum(sizes[: at + 1]) <= room for at in range(len(later)))
    return later[len(later) - max(many, min(1, len(later))) :]


def _message(words: Words, message: Message, today: date) -> Iterator[Block]:
    """Only what somebody signed whom the list names, or the one who wrote the report."""
    if not message.verified:
        yield Text(words(b.LOST))
        return
    who = message.by
    match message.kind:
        case "said" if who:
            yield Note(words(b.REPLIED, name=who.name, role=who.title))
            yield Quote(message.text)
        case "said":
            later = message.opens > today
            yield Note(words(b.YOU_WROTE_LATER, day=words.day(message.opens)) if later else words(b.YOU_WROTE))
            yield Quote(message.text)
        case "picture" | "file":
            yield Note(words(b.YOU_ADDED if message.kind == "picture" else b.YOU_ADDED_FILE))
        case "state" if who and message.text in ("read", "closed"):
            yield Note(words(b.WAS_CLOSED if message.text == "closed" else b.WAS_READ, name=who.name))
        case "readers" if who:
            yield Text(words(b.READERS, name=who.name, names=message.text))
        case "feedback" if message.mine:
            yield Note(words(b.YOU_ANSWERED))
        case _:
            pass


def _words_field(words: Words) -> Write:
    return Write(WORDS, words(b.YOUR_WORDS), longest=LONGEST_WORDS, tall=False)
