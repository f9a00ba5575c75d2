"""What stewards and leads see of rounds under way, and where they take one over from somebody who has left."""

from collections.abc import Iterable

from bot.finding import named
from bot.practice import whom
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Card, Form, Open, Text
from bot.words import Sentence, Words
from conversations.practices import words as w
from conversations.practices.change_cards import NONE, Behind, lateness
from storage.practice_handing import UnderWay


def under_way(
    words: Words, found: Iterable[tuple[UnderWay, bool]], *, late: Behind = NONE
) -> tuple[tuple[Block, ...], ...]:
    """Each with whether whoever looks may take it over, and with what is `late` in it."""
    return tuple(_row(words, one, late, may=may) for one, may in found)


def _row(words: Words, one: UnderWay, late: Behind, *, may: bool) -> tuple[Block, ...]:
    said = _says(words, w.NOBODY_ANSWERS if one.left else w.UNDER_WAY, one)
    if not one.left:
        return (Text(" ".join((said, *lateness(words, late.get(one.ref, ()))))),)
    take = Buttons((Open(words(w.TAKE_OVER), "practices.take_over", one.ref),))
    return (Text(said), take if may else Text(words(w.LEADS_ONLY)))


def take_over(words: Words, one: UnderWay) -> Form:
    return Form(
        title=words(w.TAKE_OVER),
        close=words(CLOSE),
        blocks=(Text(_says(words, w.TAKE_OVER_ASK, one)),),
        action="practices.take_over",
        ref=one.ref,
        submit=words(w.TAKE_OVER),
    )


def taken_over(words: Words, one: UnderWay) -> str:
    return _says(words, w.TAKEN_OVER, one)


def answerer_left(words: Words, one: UnderWay) -> Card:
    text = _says(words, w.ANSWERER_LEFT, one)
    return Card(text[:150], (Text(text),))


def _says(words: Words, sentence: Sentence, one: UnderWay) -> str:
    told = {
        "title": spoken(one.practice.title, words.language),
        "whom": whom(words, one.circle_name),
        "answerer": named(words, one.answerer_name),
        "day": words.day(one.answer_by),
    }
    return words(sentence, **told)
