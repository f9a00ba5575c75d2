"""Every text on a card, a form or Home that a person can read, one by one."""

from collections.abc import Iterator

from bot.question import Question
from bot.receipt import Receipt
from bot.ui import (
    Block,
    Buttons,
    Card,
    Choice,
    Divider,
    Facts,
    Field,
    Form,
    Heading,
    Note,
    Picture,
    Quote,
    Scale,
    Several,
    Text,
)
from tests.witness import Shown


def readable(shown: Shown) -> list[str]:
    """Everything, also the labels of buttons and fields; what stands in fields is not ours."""
    labels = [button.label for block in shown.blocks if isinstance(block, Buttons) for button in block.buttons]
    return [text for text in (*read_aloud(shown), *labels, *_form(shown)) if text]


def read_aloud(shown: Shown) -> list[str]:
    """What the plain-text twin has to say: everything but buttons and fields."""
    top = shown.summary if isinstance(shown, Card) else shown.title
    return [text for text in (top, *(text for block in shown.blocks for text in _block(block))) if text]


def said_in(question: Question) -> list[str]:
    """Everything that the author of a question wrote, in English."""
    texts = (question.prompt, question.subject, question.lowest, question.highest, *question.options)
    return [text["en"] for text in texts if text]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Text(text) | Note(text) | Quote(text):
            yield text
        case Facts(pairs):
            yield from (text for pair in pairs for text in pair)
        case Picture(chart):
            yield from (chart.finding, chart.title)
        case Receipt():
            yield block.text()
        case Buttons() | Divider():
            pass


def _form(shown: Shown) -> Iterator[str]:
    if isinstance(shown, Form):
        yield from (shown.submit, *([] if shown.submit else [shown.close]), *shown.errors.values())
        yield from (text for field in shown.fields for text in _field(field))


def _field(field: Field) -> Iterator[str]:
    yield from (field.label, field.hint)
    match field:
        case Choice(options=options) | Several(options=options):
            yield from (text for option in options for text in (option.label, option.hint))
        case Scale(options=labels, instead=instead):
            yield from (*labels, *([instead.label] if instead else []))
        case _:
            pass
