"""The themes that a brief has no room for, on a page of their own: those without an ending first."""

from collections.abc import Mapping

from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Form, Note, Open, Text
from bot.words import Words
from conversations.brief import words as w
from storage.happenings import Happening


def others(words: Words, one: Happening, found: Mapping[str, bool]) -> Form:
    """`found` says of each title whether it has an ending."""
    parts = ((w.OTHERS_OPEN, False), (w.OTHERS_ENDED, True))
    listed = [
        (sentence, "".join(f"\n– {each}" for each in sorted(found) if found[each] is ended))
        for sentence, ended in parts
    ]
    told: tuple[Block, ...] = tuple(Text(words(sentence, titles=titles)) for sentence, titles in listed if titles)
    back = Buttons((Open(words(w.TITLE), "brief.open", one.on.ref),))
    return Form(
        words(w.OTHERS), words(CLOSE), (*(told or (Text(words(w.OTHERS_NONE)),)), Note(words(w.OTHERS_SAY)), back)
    )
