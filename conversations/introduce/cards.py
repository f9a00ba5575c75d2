"""What people read where they are introduced, or drawn by lot."""

from collections.abc import Sequence

from bot.finding import about, named
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL
from bot.ui import Block, Buttons, Card, Form, Open, Text
from bot.words import Words
from conversations.introduce import words as w
from storage.happenings import Happening
from storage.seats import Seat


def told(words: Words, one: Happening, seats: Sequence[Seat], person: int) -> Card:
    """News of what somebody said yes to. In a hidden network it names nobody: the chat service keeps it (P6)."""
    if one.hidden:
        return Card(words(NEUTRAL), (Text(words(w.LOOK)),))
    return Card(spoken(one.spec["title"], words.language), mine(words, one, seats, person))


def mine(words: Words, one: Happening, seats: Sequence[Seat], person: int) -> tuple[Block, ...]:
    """Somebody's own place, with a way to give it back; nothing for whoever has none."""
    own = next((each for each in seats if each.person == person), None)
    if own is None:
        return ()
    others = [each.name for each in seats if each.place == own.place and each.person != person]
    back = Buttons((Open(words(w.CANNOT), "introduce.ask", one.on.ref),))
    return (about(words, one.spec["title"], _place(words, one, own, others)), back)


def to_answerer(words: Words, one: Happening, seats: Sequence[Seat]) -> tuple[Block, ...]:
    """What whoever answers back reads: how many groups, or on whom the lot fell, since they write to those."""
    placed = [each for each in seats if each.place]
    if one.spec["size"]:
        text = words(w.GROUPS, n=len({each.place for each in placed}))
    elif placed:
        people = words.listed([named(words, each.name) for each in placed])
        text = words(w.DRAWN_ALL, people=people, n=len(seats))
    else:
        text = words(w.NOBODY_DRAWN)
    return (about(words, one.spec["title"], text),)


def ask_back(words: Words, one: Happening) -> Form:
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.GIVE_BACK)),),
        action="introduce.give_back",
        ref=one.on.ref,
        submit=words(w.TITLE),
    )


def _place(words: Words, one: Happening, own: Seat, others: Sequence[str]) -> str:
    if one.spec["draw"]:
        return words(w.DRAWN, answerer=named(words, one.answerer_name)) if own.place else words(w.NOT_DRAWN)
    if not own.place:
        return words(w.NOBODY)
    people = words.listed([named(words, each) for each in others])
    return words(w.WITH, people=people) if others else words(w.ALL_LEFT)
