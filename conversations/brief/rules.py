"""Who answers one thing of a brief, and what they may write: decided from what is true, without the database."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from bot.briefs import Thing
from bot.endings import How
from bot.falls import cut
from bot.promises import FURTHEST, LONGEST
from bot.values import dataclass
from bot.words import Words
from conversations.brief import words as w
from storage.happenings import Happening

USUAL = timedelta(weeks=13)
"""By when a promise is kept if nobody says otherwise: three months."""
LINE = 300


@dataclass(frozen=True, slots=True)
class Acting:
    """One thing of a brief, and in which part somebody answers it: who promised to, their `delegate`, or the `receiver` to
    whom it was passed on. `ways` are those that the practice allows them."""

    one: Happening
    thing: Thing
    ways: Collection[How]
    delegate: bool = False
    receiver: bool = False

    @property
    def ref(self) -> str:
        return f"{self.one.on.ref}.{self.thing.number}"

    @property
    def said(self) -> str:
        """What is asked of whoever acts: as it was passed on to them, else the thing itself."""
        answer = self.thing.answer
        return answer.what if self.receiver and answer and answer.what else self.thing.text

    @property
    def sealed(self) -> bool:
        """Whether its words are for whoever answers alone: then nothing is filled in from them."""
        return self.thing.sealed and not self.receiver

    @property
    def in_own_words(self) -> bool:
        """Whether whoever passes it on writes it anew: its words are not for everybody."""
        return not self.one.hidden and (self.thing.sealed or bool(self.one.circle_name))


@dataclass(frozen=True, slots=True)
class Promised:
    """A yes as it was written."""

    what: str
    due_on: date
    seen: str


def usual_day(today: date) -> date:
    return today + USUAL


def whole(words: Words, thing: str) -> str:
    """What is promised where nothing else is written: a promise about the thing, as it was said, and not the thing itself."""
    return words(w.WE_WILL, thing=cut(thing, LONGEST - len(words(w.WE_WILL, thing=""))))


def promised(words: Words, values: Mapping[str, str], today: date) -> Promised | dict[str, str]:
    """A yes, or one sentence for each field that cannot be used."""
    errors = line(words, values, "what", most=LONGEST) | line(words, values, "seen", needed=False)
    due_on = day(values.get("due_on", ""))
    if due_on is None or not today <= due_on <= today + FURTHEST:
        return errors | {"due_on": words(w.WRONG_DAY)}
    return errors or Promised(values["what"].strip(), due_on, values.get("seen", "").strip())


def line(
    words: Words, values: Mapping[str, str], name: str, *, most: int = LINE, needed: bool = True
) -> dict[str, str]:
    """Nothing for words that can be kept, else what to do about them."""
    said = values.get(name, "").strip()
    if not said:
        return {name: words(w.EMPTY)} if needed else {}
    return {name: words(w.TOO_LONG, size=len(said), n=most)} if len(said) > most else {}


def day(said: str) -> date | None:
    """A day as a form gives it; None where it is none."""
    try:
        return date.fromisoformat(said.strip())
    except ValueError:
        return None
