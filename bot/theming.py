"""What people said, by theme, as everybody may see it: how many said what, what only few said, and what is under no theme."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from bot.endings import How
from bot.finding import named
from bot.ui import Block, Heading, Note, Text
from bot.values import dataclass
from bot.words import Sentence, Words

DOING = Sentence("theming.doing", "We will: {words}")
BY_DAY = Sentence("theming.by_day", "By {day}.")
ALREADY = Sentence("theming.already", "It is there already: {words}")
NOT_NOW = Sentence("theming.not_now", "Not now, because: {words}")
PASSED_ON = Sentence("theming.passed_on", "Passed on: {words}")
LISTENING = Sentence("theming.listening", "Still listening. {words}")
BY_THEME = Sentence("theming.by_theme", "What was said, by theme")
COUNTED = Sentence("theming.counted", "{title}: {n} comments", one="{title}: {n} comment")
MOST = Sentence("theming.most", "Said most: {listed}.")
FEW = Sentence(
    "theming.few", "Said by few, or without a number because another one could be worked out from it: {titles}"
)
UNPLACED = Sentence("theming.unplaced", "{share} of the comments are under no theme.")
UNPLACED_FEW = Sentence("theming.unplaced_few", "Fewer than {k} of the comments are under no theme.")
ALL_PLACED = Sentence("theming.all_placed", "Every comment is under a theme.")
SORTED_BY = Sentence(
    "theming.sorted_by", "{name} sorted the comments and named the themes. A theme has a number from {k} comments on."
)
SORTED_BY_NAMED = Sentence("theming.sorted_by_named", "{name} sorted what was said and named the themes.")
BY_MACHINE = Sentence(
    "theming.by_machine",
    "Some comments were put under a theme by a machine that compares words. Nobody has checked each of those.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))

ENDED: dict[How, Sentence] = {
    "doing": DOING,
    "already": ALREADY,
    "not_now": NOT_NOW,
    "passed_on": PASSED_ON,
    "listening": LISTENING,
}
IN_SHORT = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One theme with how it ends, and how many comments are under it; what is being done is done by `due_on`."""

    title: str
    how: How
    words: str
    comments: int
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of a round's themes. `counted` are told with their number, the largest first; `few` without, by
    title. `unplaced` is the share of all comments that are under no theme, in whole per cent; None: fewer than `k`, or none."""

    counted: tuple[Said, ...]
    few: tuple[Said, ...]
    unplaced: int | None
    k: int
    sorted_by: tuple[str, ...]
    by_machine: bool


def told(themes: Sequence[Said], unplaced: int, k: int, *, sorted_by: tuple[str, ...], by_machine: bool) -> Told:
    """Numbers from `k` on only, and none from which a smaller one could be worked out: how many comments there are in all
    can be counted, so what has no number comes to nothing or to at least `k` together. Else the smallest number is left out
    too. A comment is shown where it always was, or not; which team it came from plays no part here."""
    shown = sorted((each for each in themes if each.comments >= k), key=lambda each: (-each.comments, each.title))
    few = [each for each in themes if each.comments < k]
    left = sum(each.comments for each in few) + (unplaced if unplaced < k else 0)
    while shown and 0 < left < k:
        few.append(shown.pop())
        left += few[-1].comments
    everything = sum(each.comments for each in themes) + unplaced
    share = ceil(100 * unplaced / everything) if unplaced >= k else None
    return Told(
        tuple(shown), tuple(sorted(few, key=lambda each: each.title)), share, k, sorted_by, by_machine=by_machine
    )


def in_short(words: Words, found: Told) -> tuple[Block, ...]:
    """One line for a message: what was said most, and what is under no theme."""
    most = [words(COUNTED, title=each.title, n=each.comments) for each in found.counted[:IN_SHORT]]
    said = [words(MOST, listed=words.listed(most))] if most else []
    return (Text(" ".join([*said, _unplaced(words, found)])),)


def by_theme(words: Words, found: Told) -> tuple[Block, ...]:
    """All of it: each theme with its number and how it ends, then those without a number, then what is under none."""
    counted = [
        Text(f"{words(COUNTED, title=each.title, n=each.comments)}\n{ending(words, each)}") for each in found.counted
    ]
    titles = "\n".join(f"{each.title}. {ending(words, each)}" for each in found.few)
    few = [Text(words(FEW, titles=f"\n{titles}"))] if found.few else []
    people = words.listed([named(words, each) for each in found.sorted_by])
    who = words(SORTED_BY_NAMED if found.k <= 1 else SORTED_BY, name=people, k=found.k)
    machine = f" {words(BY_MACHINE)}" if found.by_machine else ""
    return (Heading(words(BY_THEME)), *counted, *few, Text(_unplaced(words, found)), Note(f"{who}{machine}"))


def ending(words: Words, theme: Said) -> str:
    """How a theme ends, in one sentence, and by when."""
    said = words(ENDED[theme.how], words=theme.words).strip()
    return f"{said} {words(BY_DAY, day=words.day(theme.due_on))}" if theme.due_on else said


def _unplaced(words: Words, found: Told) -> str:
    if found.unplaced is not None:
        return words(UNPLACED, share=words.percent(found.unplaced))
    return words(ALL_PLACED) if found.k <= 1 else words(UNPLACED_FEW, k=found.k)
