"""How the weekly note is put together, and the forms in which people say when it may come."""

from collections.abc import Mapping, Sequence
from typing import get_args

from bot.conversation import Issue, NotePart, NotePlace
from bot.falls import cut
from bot.finding import about
from bot.limits import FIELD_LABEL, MESSAGE_BLOCKS
from bot.prominence import one_primary
from bot.question import spoken
from bot.sentences import CLOSE, MORE_ON_HOME, NUDGE
from bot.settings import House
from bot.ui import (
    Block,
    Buttons,
    Card,
    Choice,
    Day,
    Divider,
    Field,
    Form,
    Heading,
    Note,
    Open,
    Option,
    Text,
)
from bot.words import Words
from conversations.note import rules
from conversations.note import words as w
from storage.rounds import Asking

LATER, IN_A_DAY, IN_A_WEEK, NEVER = "later", "day", "week", "never"
AROUND, BETWEEN = 9, 2
"""Blocks of a note that are no part, and blocks between two parts, at most."""
TIMES = tuple(Option(f"{hour:02}:00", f"{hour:02}:00") for hour in range(24))
SHIFTS = {"mornings": w.MORNINGS, "daytime": w.DAYTIME, "evenings": w.EVENINGS, "nights": w.NIGHTS}
DAYS = {rules.WEEKDAYS: w.WEEKDAYS, rules.EVERY_DAY: w.EVERY_DAY, rules.ON_OFF: w.ROTA}
SPELLS = {IN_A_DAY: w.IN_A_DAY, IN_A_WEEK: w.IN_A_WEEK, NEVER: w.NOT_THIS_TIME}


def weekly(words: Words, house: House, issue: Issue, parts: Sequence[NotePart]) -> Card | None:
    """The parts in their order; None if none of them is worth a message. The first one says hello."""
    told, left = _fitting([part for place in get_args(NotePlace) for part in parts if part.place == place])
    worth = [part for part in told if part.enough]
    if not worth:
        return None
    asks = [part for part in worth if part.place == "question"]
    last = max((number for number, part in enumerate(told) if part.place == "question"), default=0)
    blocks: list[Block] = []
    if issue.first:
        blocks += [Text(words(w.HELLO, sponsor=house.sponsor, operator=house.operator)), Divider()]
    for number, part in enumerate(told):
        begins = number and part.place != told[number - 1].place
        heading = (Heading(words(w.COMING)),) if begins and part.place == "coming" else ()
        blocks += [*((Divider(),) if begins else ()), *heading, *part.blocks]
        blocks += _some_later(words, issue) if len(asks) > 1 and number == last else ()
    if issue.first or not asks:
        until = (Divider(), Text(words(w.UNTIL_CHOSEN))) if issue.first else ()
        action = "note.when" if issue.first else "note.wishes"
        blocks += [*until, Buttons((Open(words(w.WHEN), action),))]
    blocks += [Note(words(MORE_ON_HOME))] if left else []
    line = words(w.SPEAK_UP_LINE)
    return Card(
        (asks or worth)[0].summary, (*one_primary(blocks), Note(f"{line} {words(NUDGE)}" if house.nudge() else line))
    )


def _fitting(parts: Sequence[NotePart]) -> tuple[Sequence[NotePart], bool]:
    """As many as a message holds, beside what stands in every note; and whether any were left out."""
    room = MESSAGE_BLOCKS - AROUND
    for many, part in enumerate(parts):
        room -= len(part.blocks) + BETWEEN
        if room < 0:
            return parts[:many], True
    return parts, False


def briefly(words: Words, house: House, values: Mapping[str, str]) -> Form:
    """First contact: when, and in which language."""
    return Form(
        title=words(w.WHEN),
        close=words(CLOSE),
        blocks=(Text(words(w.WHEN_TEXT)),),
        fields=(_hours(words, own=values.get(rules.HOURS) == rules.OWN), *_language(words, house)),
        action="note.when",
        submit=words(w.KEEP),
        values={name: values[name] for name in (rules.HOURS, rules.LANGUAGE) if name in values},
    )


def wholly(words: Words, house: House, values: Mapping[str, str]) -> Form:
    """Everything that somebody can choose, filled in with what is kept now."""
    weekdays = tuple(Option(str(day), words.weekday(day)) for day in range(7))
    off = (Option(rules.NONE, words(w.NO_DAY_OFF)), *weekdays)
    any_day = (Option(rules.NONE, words(w.ANY_DAY)), *weekdays)
    return Form(
        title=words(w.WHEN),
        close=words(CLOSE),
        blocks=(Text(words(w.WISHES_TEXT)),),
        fields=(
            Day(rules.BACK, words(w.BACK), hint=words(w.BACK_HINT), required=False),
            _hours(words, own=True),
            Choice(rules.STARTS, words(w.STARTS), TIMES, hint=words(w.OWN_HINT), required=False),
            Choice(rules.ENDS, words(w.ENDS), TIMES, required=False),
            Choice(rules.DAYS, words(w.DAYS), tuple(Option(each, words(said)) for each, said in DAYS.items())),
            Day(rules.ROTA, words(w.ROTA_FROM), hint=words(w.ROTA_HINT), required=False),
            Choice(rules.OFF, words(w.DAY_OFF), off, required=False),
            Choice(rules.SECOND_OFF, words(w.SECOND_DAY_OFF), off, required=False),
            Choice(rules.NOTE_DAY, words(w.NOTE_DAY), any_day, hint=words(w.NOTE_DAY_HINT), required=False),
            Choice(rules.NOTE_AT, words(w.NOTE_AT), TIMES, required=False),
            *_language(words, house),
        ),
        action="note.wishes",
        submit=words(w.KEEP),
        values=values,
    )


def later(words: Words, asking: Asking) -> Form:
    """Put off by a day, by a week, or for good."""
    text = words(w.LATER_TEXT, subject=_subject(words, asking), closes=words.when(asking.closes_at))
    return Form(
        title=words(w.LATER_TITLE),
        close=words(CLOSE),
        blocks=(Text(text),),
        fields=(Choice(LATER, words(w.LATER), _spells(words)),),
        action="note.later",
        ref=asking.urn.ref,
        submit=words(w.KEEP),
    )


def some_later(words: Words, ref: str, asked: Sequence[Asking]) -> Form:
    """The same for each question of the note with this ref: one is chosen and sent in three taps, the others stay."""
    fields = (
        Choice(
            each.urn.ref,
            cut(_subject(words, each), FIELD_LABEL),
            _spells(words),
            hint=_until(words, each),
            required=False,
        )
        for each in asked
    )
    return Form(
        title=words(w.LATER_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.SOME_TEXT)),),
        fields=tuple(fields),
        action="note.some_later",
        ref=ref,
        submit=words(w.KEEP),
    )


def some_put_off(words: Words, told: Sequence[tuple[Asking, str]]) -> Form:
    """What is so from now on for each question that was put off."""
    blocks = tuple(about(words, asking.subject, text) for asking, text in told)
    return Form(title=words(w.LATER_TITLE), close=words(CLOSE), blocks=blocks)


def not_now(words: Words, asking: Asking) -> Form:
    """Says what "Not this time" means before it is so; a form, because the chat service would keep a message."""
    text = words(w.NOT_NOW_TEXT, subject=_subject(words, asking), closes=words.when(asking.closes_at))
    return Form(
        title=words(w.NOT_NOW_TITLE),
        close=words(CLOSE),
        blocks=(Text(text),),
        action="note.not_now",
        ref=asking.urn.ref,
        submit=words(w.NOT_THIS_TIME),
    )


def _some_later(words: Words, issue: Issue) -> tuple[Block, ...]:
    """Below the questions, because it is for all of them."""
    return (Divider(), Buttons((Open(words(w.LATER_WHICH), "note.some_later", issue.ref),)))


def _spells(words: Words) -> tuple[Option, ...]:
    return tuple(Option(value, words(said)) for value, said in SPELLS.items())


def _until(words: Words, asking: Asking) -> str:
    return words(w.SOME_UNTIL, closes=words.when(asking.closes_at))


def _subject(words: Words, asking: Asking) -> str:
    return spoken(asking.subject, words.language)


def _hours(words: Words, *, own: bool) -> Choice:
    shifts = [Option(value, words(said)) for value, said in SHIFTS.items()]
    other = [Option(rules.OWN, words(w.OWN))] if own else []
    options = (*shifts, *other, Option(rules.ONLY_HOME, words(w.ONLY_HOME)))
    return Choice(rules.HOURS, words(w.HOURS), options, hint=words(w.ONLY_HOME_HINT))


def _language(words: Words, house: House) -> tuple[Field, ...]:
    """The chat service's, or each language in its own name; nothing to choose where there is only one."""
    if len(house.languages) < 2:
        return ()
    tags = (Option(tag, words.language_named(tag)) for tag in house.languages)
    options = (Option(rules.PLATFORM, words(w.LANGUAGE_TOLD)), *tags)
    return (Choice(rules.LANGUAGE, words(w.LANGUAGE), options, required=False),)
