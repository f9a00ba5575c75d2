"""What the pages behind a round are made of: the page itself, the way back, and what can be chosen below it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.falls import cut
from bot.limits import OPTION, OPTIONS
from bot.question import Question, spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Field, Form, Heading, Open, Option, Several
from bot.words import Words
from conversations.results import words as w
from storage.rounds import Asking

QUESTION = "question"
LONGEST_PLACE = 6


def page(words: Words, asking: Asking, blocks: Sequence[Block], ways: tuple[Open, ...]) -> Form:
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Heading(spoken(asking.subject, words.language)), *blocks, Buttons(ways)),
    )


def choosing(
    words: Words, form: Form, ref: str, action: str, *, fields: tuple[Field, ...], chosen: Mapping[str, str]
) -> Form:
    """The same page with something to choose below it, where there is more than one thing."""
    if not fields:
        return form
    values = {each.name: _standing(each, chosen.get(each.name, "")) for each in fields}
    return replace(form, fields=fields, action=action, ref=ref, submit=words(w.SHOW), values=values)


def which(words: Words, asked: Sequence[Question]) -> Choice:
    prompts = [cut(spoken(each.prompt, words.language), OPTION) for each in asked]
    return Choice(QUESTION, words(w.QUESTION), numbered(prompts))


def numbered(labels: Sequence[str], places: Sequence[int] | None = None) -> tuple[Option, ...]:
    """Their places travel, so that no name does; with `places`, those instead of their own."""
    standing = range(len(labels)) if places is None else places
    return tuple(Option(str(at), label) for at, label in zip(standing[:OPTIONS], labels[:OPTIONS], strict=True))


def place(sent: str, many: int) -> int:
    """A place that was sent; the first where it is none."""
    return int(sent) if sent.isdecimal() and len(sent) <= LONGEST_PLACE and int(sent) < many else 0


def _standing(field: Field, sent: str) -> str:
    match field:
        case Choice(options=options):
            return str(place(sent, len(options)))
        case Several(options=options):
            known = {each.value for each in options}
            return ",".join(each for each in sent.split(",") if each in known)
        case _:
            return sent
