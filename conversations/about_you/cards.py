"""What people see where they may say something about themselves: the form, what comes after it, and what is announced."""

from collections.abc import Sequence
from datetime import datetime

from bot.detail import Detail
from bot.question import SKIPPED, spoken
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Block, Choice, Form, Option, Text
from bot.words import Words
from conversations.about_you import words as w
from storage.disclosure.presets import usual


def about_you(words: Words, house: House) -> Form:
    """One field for each thing, with its purpose. It is empty whatever was said before: nothing is read to be shown."""
    twice = usual(house.preset, house.threshold).values_from
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Text(words(w.FREE)),
            Text(words(w.USE, twice=twice)),
            Text(words(w.KEEPING, operator=house.operator)),
            Text(words(w.REPLACES)),
        ),
        fields=tuple(_field(words, each) for each in house.details),
        action="about_you.keep",
        submit=words(w.SEND),
    )


def announced(words: Words, house: House, new: Sequence[Detail], usable: datetime) -> tuple[Block, ...]:
    """What can newly be said, why, from when on it is used, and whom to tell if one objects (P12)."""
    named = words.listed([spoken(each.name, words.language) for each in new])
    return (Text(words(w.ANNOUNCED, details=named, day=words.day(usable), sponsor=house.sponsor)),)


def _field(words: Words, detail: Detail) -> Choice:
    answers = tuple(Option(each.id, spoken(each.label, words.language)) for each in detail.answers)
    skip = Option(SKIPPED, words(w.SKIP))
    purpose = spoken(detail.purpose, words.language)
    return Choice(detail.id, spoken(detail.prompt, words.language), (*answers, skip), hint=purpose, required=False)
