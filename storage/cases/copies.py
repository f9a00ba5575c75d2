"""A copy of a case for whoever looks into it: without what a guardian marked, and in plain letters.

What is to be taken out stands in [[double brackets]]; dates, times, numbers, addresses and names after a title are marked
beforehand. Quotation marks, dashes, exclamation marks, emoji, blank lines and capitals for shouting become plain, because
they tell one person's writing from another's. The words themselves stay: only a guardian can say them in other words.
"""

import re
import unicodedata
from collections.abc import Sequence

from bot.values import dataclass
from bot.words import Words
from storage.cases import words as w
from storage.cases.opening import Case
from storage.threads.receipts import wordlist

OPENS, CLOSES = "[[", "]]"
RUN = 5
"""So many words of receipts in a row may be one."""
_MONTH = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
_MONTH += "|Nov(?:ember)?|Dec(?:ember)?"
_TELLING = re.compile(
    r"(?i:\b[\w.+-]+@[\w-]+\.[\w.]+"  # addresses
    r"|\b\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?\b"  # days in digits
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?: \d{{4}})?"
    rf"|\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?"
    r"|\b\d{1,2}[:.]\d{2}(?: ?[ap]m)?\b|\b\d{1,2} ?[ap]m\b"
    r"|\b(?:\d[ -]?){5,}\b"  # telephones, staff numbers, receipts
    r")|\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Pp]rof(?:essor)?|[Ss]ister|[Nn]urse)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = 5
"""From so many capitals on it is shouting; shorter words may be an abbreviation, such as ICU."""


@dataclass(frozen=True, slots=True, repr=False)
class Passage:
    """A part of the copy, with what is to be taken out in double brackets; `said` is empty for what is left out whole."""

    afterwards: bool
    said: str


def passages(case: Case) -> list[Passage]:
    """What whoever raised the case said, plain and marked, for a guardian to go over. Not what guardians answered, nor the
    receipt, which nobody here has."""
    told = [each for each in case.messages if each.verified and each.kind == "said" and (each.mine or case.how)]
    own = [each for each in told if each.mine or each is case.messages[0]]
    return [Passage(number > 0, _unnamed(marked(plain(each.text)), case.name)) for number, each in enumerate(own)]


def _unnamed(text: str, name: str) -> str:
    """With double brackets around the two words by which guardians speak of the case: they would lead back to it."""
    return (
        re.sub(rf"\b{re.escape(name)}\b", lambda found: f"{OPENS}{found.group()}{CLOSES}", text, flags=re.IGNORECASE)
        if name
        else text
    )


def copied(words: Words, given: Sequence[Passage], *, to: str) -> str:
    """The copy's text. Nothing of what was marked is in it, nor how long it was."""
    lines = [words(w.COPY_TITLE), words(w.COPY_FOR, to=" ".join(to.split())), words(w.COPY_ABOUT), ""]
    for each in given:
        if kept := taken_out(words, each.said):
            lines += [words(w.COPY_AFTERWARDS if each.afterwards else w.COPY_RAISED), kept, ""]
    return "\n".join([*lines, words(w.COPY_ENDS)]) + "\n"


def plain(text: str) -> str:
    """The same words in plain letters."""
    known = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    letters = "".join(
        " " if unicodedata.category(each) in ("So", "Sk", "Cs", "Cf", "Cn", "Co") else each for each in known
    )
    calm = re.sub(r"\.{2,}|!+", ".", re.sub(r"[?!]*\?[?!]*", "?", letters))
    quiet = _WORD.sub(lambda found: _not_shouted(found.group()), " ".join(calm.split()))
    return re.sub(r"(^|[.?] )(\w)", lambda found: found[1] + found[2].upper(), re.sub(r"\bi\b", "I", quiet))


def marked(text: str) -> str:
    """With double brackets around what often says who somebody is, and around what could be a receipt."""
    told = _TELLING.sub(lambda found: f"{OPENS}{found.group()}{CLOSES}", text.replace(OPENS, "").replace(CLOSES, ""))
    return _without_receipts(told)


def taken_out(words: Words, said: str) -> str:
    """Without what stands in double brackets. A bracket that is never closed takes out everything to the end."""
    kept, depth = [], 0
    for piece in re.split(r"(\[\[|\]\])", said):
        if piece == OPENS:
            kept += [] if depth else [words(w.TAKEN_OUT)]
            depth += 1
        elif piece == CLOSES:
            depth = max(depth - 1, 0)
        elif not depth:
            kept.append(piece)
    return " ".join("".join(kept).split())


def _not_shouted(word: str) -> str:
    return word.lower() if len(word) >= _SHOUTED and word.isupper() else word


def _without_receipts(text: str) -> str:
    known, found = {each[:4] for each in wordlist()}, [*_WORD.finditer(text)]
    run: list[re.Match[str]] = []
    for each in (*reversed(found), None):  # from the end, so that places hold
        if each and each.group().lower()[:4] in known and each.group().lower() in wordlist():
            run.append(each)
            continue
        if len(run) >= RUN:
            begins, ends = run[-1].start(), run[0].end()
            inside = text[begins:ends].replace(OPENS, "").replace(CLOSES, "")
            text = text[:begins] + OPENS + inside + CLOSES + text[ends:]
        run = []
    return text
