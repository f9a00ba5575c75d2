"""How the speak-up page looks."""

from bot.sentences import CLOSE
from bot.ui import Form, Text
from bot.words import Words
from conversations.speak_up import words as w


def signposts(words: Words, guardian: str) -> Form:
    """What we cannot do stands in the same size of type as what we can."""
    turn_to = words(w.GUARDIAN, guardian=guardian) if guardian else words(w.NO_GUARDIAN)
    texts = (words(w.DANGER), words(w.NOT_HERE), turn_to, words(w.OUTSIDE), words(w.TRACE))
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=tuple(Text(text) for text in texts))
