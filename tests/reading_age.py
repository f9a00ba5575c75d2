"""How hard a text is to read: the Flesch-Kincaid grade, the school year of somebody who can follow it.

Kincaid et al., "Derivation of new readability formulas", Naval Technical Training Command, 1975.
"""

import re

AGE_OF_GRADE = 5.5
"""Somebody in the sixth grade is eleven to twelve."""


def age(text: str) -> float:
    """How old somebody has to be, in years."""
    sentences = [each for each in re.split(r"[.:?]\s+|\n+", text) if re.search(r"[a-z]", each)]
    words = re.findall(r"[a-z']+", text.casefold())
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + AGE_OF_GRADE


def _syllables(word: str) -> int:
    """Groups of vowels, without an e that is not spoken."""
    spoken = re.sub(r"(?:[^laeiouy]es|[^laeiouydt]ed|[^l]e)$", "", word) if len(word) > 3 else word
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))
