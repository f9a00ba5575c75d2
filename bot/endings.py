"""How a theme, or a round without themes, may end (P2): one of five ways, each with what has to be said with it."""

from typing import Literal

from bot.programme import Intent
from bot.values import dataclass

How = Literal["doing", "already", "not_now", "passed_on", "listening"]
Fault = Literal["unsaid", "no promise", "not a listening programme", "too early to promise"]
"""Why something is no ending: the words are missing, nothing was promised, or the programme's intent does not allow it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """`doing`: `promises` are the refs of what was promised. `already`: `words` say where it is there. `not_now`: why.
    `passed_on`: to whom. `listening`: what has been heard so far, or nothing."""

    how: How
    words: str = ""
    promises: tuple[str, ...] = ()


def ways(intent: Intent, *, first: bool) -> tuple[How, ...]:
    """The endings to choose from. Some go slow to go fast: a programme that listens promises nothing in its first round,
    and it alone may go on listening."""
    said: tuple[How, ...] = ("already", "not_now", "passed_on")
    if intent != "listen":
        return ("doing", *said)
    return (*said, "listening") if first else ("doing", *said, "listening")


def fault(ending: Ending, intent: Intent, *, first: bool) -> Fault | None:
    """What is missing before a round with this ending can be shared; None where it is whole."""
    if ending.how not in ways(intent, first=first):
        return "too early to promise" if ending.how == "doing" else "not a listening programme"
    if ending.how == "doing":
        return None if ending.promises else "no promise"
    return None if ending.how == "listening" or ending.words.strip() else "unsaid"
