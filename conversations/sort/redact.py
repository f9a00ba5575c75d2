"""Takes names, e-mail addresses and telephone numbers out of a comment before anything else reads it.

What people said stays as it is where it is kept; this is a view of it. It knows the names of those who work here, and no
others: a patient's name, a nickname, or a name in another case (`Kowalskiego`) stays.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bot.values import dataclass
from conversations.sort.tokens import WORD, folded

NAME, MAIL, NUMBER = "[name]", "[e-mail]", "[number]"

_MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_MENTION = re.compile(r"<[@!][^<>\s]{1,80}>|(?<!\w)@\w[\w.-]{0,60}")
_NUMBER = re.compile(r"(?<![\w.])\+?\(?\d(?:[ ().\u00a0-]{0,3}\d){8,14}(?!\w)")
_SHORT = re.compile(r"\b(ext|extension|bleep|pager|tel|est|wew)\b[.: ]{0,3}\d{3,8}\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…:;\n]\W*$")
_SEVERAL = re.compile(r"\[name\](?: \[name\])+")
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Names:
    """The names of those who work here: each whole one, how these begin, and their parts. `ordinary` are words too."""

    whole: frozenset[tuple[str, ...]]
    begin: frozenset[str]
    parts: frozenset[str]
    ordinary: frozenset[str] = frozenset()


def names_of(people: Iterable[str], texts: Iterable[str] = ()) -> Names:
    """What to look for. `will` and `may` are names too: written small anywhere in the texts, one is an ordinary word, and
    at the beginning of a sentence, where every word is written large, it stays."""
    whole = {tuple(map(folded, WORD.findall(_composed(name)))) for name in people}
    parts = {part for name in whole for part in name if len(part) >= SHORTEST}
    small = {word for text in texts for word in WORD.findall(_composed(text)) if word[:1].islower()}
    whole = {name for name in whole if len(name) > 1}
    return Names(frozenset(whole), frozenset(name[0] for name in whole), frozenset(parts), frozenset(parts & small))


def redacted(text: str, names: Names) -> str:
    """The comment without what says who somebody is or how to reach them."""
    text = _composed(text)
    for pattern, instead in ((_MAIL, MAIL), (_MENTION, NAME), (_NUMBER, NUMBER), (_SHORT, NUMBER)):
        text = pattern.sub(instead, text)
    found = list(WORD.finditer(text))
    for at in sorted(_hidden(text, found, names), reverse=True):
        text = text[: found[at].start()] + NAME + _owned(found[at].group()) + text[found[at].end() :]
    return _SEVERAL.sub(NAME, text)


def _hidden(text: str, found: Sequence[re.Match[str]], names: Names) -> set[int]:
    """Which words are names: two that stand beside each other as in a whole one, however they are written; or one alone
    that is written large. Most comments hold no name, so the rest is looked at only where one may be."""
    hidden = set[int]()
    spoken = [_without_owner(folded(match.group())) for match in found]
    for at, word in enumerate(spoken):
        if word in names.begin:
            runs = (tuple(spoken[at : at + size]) for size in (2, 3, 4))
            hidden |= {at + step for run in runs if run in names.whole for step in range(len(run))}
        if word in names.parts or ("-" in word and any(part in names.parts for part in word.split("-"))):
            said = found[at].group()
            doubtful = word in names.ordinary and (said.isupper() or _begins(text, found[at].start()))
            if said[:1].isupper() and not doubtful:
                hidden.add(at)
    return hidden


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    before = text[max(0, at - 8) : at]
    return not text[:at].strip() or bool(_ENDS.search(before))


def _without_owner(word: str) -> str:
    return word.removesuffix("'s")


def _owned(word: str) -> str:
    """What is left of `Amara's` behind the name."""
    return word[-2:] if folded(word).endswith("'s") else ""


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
