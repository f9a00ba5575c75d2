"""What somebody sees before and after they write to a guardian; what they write in is in form.py, with what we promise."""

from collections.abc import Sequence

from bot.receipt import Receipt
from bot.sentences import CHANGED, CLOSE
from bot.settings import House
from bot.ui import Buttons, Divider, Form, Heading, Open, Text, Write
from bot.words import Words
from conversations.speak_up import words as w

FIRST, SECOND = "first", "second"
PAGE = "page"
"""What the public page chooses when it opens the signposts, and what they are sent with from there."""


def signposts(words: Words, house: House, *, takes: bool, told: bool = False, chat: bool = True) -> Form:
    """Danger first, then whom to talk to, then the two ways on: short enough that a telephone shows all of it at once.
    `takes`: a report can be written; `told`: something was published of what was raised. Outside the `chat` nothing is said
    of it, nor where else to go: the public page is that place."""
    posts = house.signposts
    who = posts.talk_first or posts.guardian
    first = words(w.DANGER, emergency=posts.emergency, police=posts.police, hate_crime=posts.hate_crime)
    health = (Text(words(w.HEALTH, health=posts.health)),) if posts.health else ()
    talk = words(w.TALK_FIRST, who=who) if who else words(w.NO_GUARDIAN)
    other = posts.guardian and posts.guardian != who
    guardian = (Text(words(w.GUARDIAN, guardian=posts.guardian)),) if other else ()
    outside = (Text(words(w.OUTSIDE, outside=posts.outside)),) if posts.outside else ()
    reply = Buttons((Open(words(w.READ_REPLY), "speak_up.look"), Open(words(w.PROTECTS), "speak_up.protects")))
    changed = (Buttons((Open(words(CHANGED), "speak_up.changed"),)),) if told else ()  # Teams cuts labels in a full row
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Text(first),
            *health,
            Text(talk),
            *guardian,
            *outside,
            Divider(),
            *([Heading(words(w.WRITE_HERE)), Text(words(w.SHORT))] if takes else [Text(words(w.CLOSED))]),
            *([Text(words(w.TRACE))] if chat else []),
            *([Text(words(w.DOOR, door=posts.door))] if posts.door and chat else []),
            reply,
            *changed,
        ),
        action="speak_up.begin" if takes else "",
        ref="" if chat else PAGE,
        submit=words(w.GO_ON) if takes else "",
    )


def keep(words: Words, receipt: Receipt, said: Sequence[str], token: str, *, door: str) -> Form:
    """The words to keep, once. `said` is who can read the report, and from when on."""
    names, day = said
    where = (Text(words(w.WHERE, door=door)),) if door else ()
    return Form(
        title=words(w.KEEP_TITLE),
        close=words(CLOSE),
        blocks=(
            Text(words(w.SENT, names=names, day=day)),
            Text(words(w.KEEP)),
            receipt,
            Text(words(w.FINAL)),
            *where,
        ),
        action="speak_up.kept",
        ref=token,
        submit=words(w.HAVE_THEM),
    )


def check(words: Words, places: tuple[int, int], token: str) -> Form:
    """Asks for two of the words. Only what checks them travels, never the words."""
    first, second = (words(w.WORD, place=place) for place in places)
    return Form(
        title=words(w.CHECK_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.CHECK)),),
        fields=(Write(FIRST, first, longest=40, tall=False), Write(SECOND, second, longest=40, tall=False)),
        action="speak_up.check",
        ref=token,
        submit=words(w.CHECK_SEND),
    )
