"""The terms on which a machine takes part in sorting, and what one of its guesses is; nothing here needs numpy or scipy."""

from bot.values import dataclass

LEAST = 20
"""Below so many comments nothing is guessed."""
ABOVE = 80
"""Only above so many comments are there heaps to start from."""
OFFERED = 3
EXAMPLES = 40
"""So many of its comments are enough to know a theme by; the first ones, by their random ids."""
ENOUGH, SURE, TRIED = 20, 0.85, 8
"""Nothing is placed unasked before a person placed so many; nor where, going by these, fewer than that share would have been
right; nor where fewer than so many of these were as clear."""


@dataclass(frozen=True, slots=True)
class Guess:
    """`theme` is where a machine would put a comment. `confidence`, in whole per cent, is how clear that is: for a theme, how
    often such a guess was right where a person had placed the comment."""

    comment: str
    theme: str
    confidence: int
