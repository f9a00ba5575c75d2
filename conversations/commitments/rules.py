"""What somebody may write about a promise, and what is said where it cannot be used."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.promises import FURTHEST, LONGEST, Promise, State, first_news
from bot.words import Words
from conversations.commitments import form
from conversations.commitments import words as w
from storage.commitments import Told

TOMORROW = timedelta(days=1)
ENDED: Mapping[str, State] = {"done": "done", "dropped": "dropped"}


def told(words: Words, promise: Promise, values: Mapping[str, str], today: date) -> Told | dict[str, str]:
    """News as it was written, or one sentence for each mistake. What is done or dropped needs no further day."""
    text, state = values.get(form.WHAT, "").strip(), values.get(form.STATE, "")
    errors = _text(words, text)
    if state in ENDED:
        return errors or Told(text, ENDED[state], promise.due_on, promise.next_on)
    if state != "doing":
        return errors | {form.STATE: words(w.NO_STATE)}
    due_on, next_on = day(values, form.DUE), day(values, form.NEXT)
    errors |= _within(due_on, today, {form.DUE: words(w.WRONG_DUE)})
    errors |= _within(next_on, today + TOMORROW, {form.NEXT: words(w.WRONG_NEXT)})
    return Told(text, "doing", due_on, next_on) if due_on and next_on and not errors else errors


def added(words: Words, values: Mapping[str, str], today: date) -> tuple[str, date, date] | dict[str, str]:
    """One more promise: its text, by when it is done, when there is news first."""
    text, due_on = values.get(form.WHAT, "").strip(), day(values, form.DUE)
    errors = _text(words, text) | _within(due_on, today, {form.DUE: words(w.WRONG_DUE)})
    return (text, due_on, first_news(due_on, today)) if due_on and not errors else errors


def answered(words: Words, values: Mapping[str, str], today: date) -> date | dict[str, str] | None:
    """Somebody was asked to take it on: the day of the next news for a yes, None for a no."""
    said, next_on = values.get(form.ANSWER, ""), day(values, form.NEXT)
    if said == form.NO:
        return None
    errors = {} if said == form.YES else {form.ANSWER: words(w.NO_ANSWER)}
    errors |= _within(next_on, today + TOMORROW, {form.NEXT: words(w.WRONG_NEXT)})
    return errors or next_on


def too_long(words: Words, values: Mapping[str, str], most: Mapping[str, int]) -> dict[str, str]:
    """One sentence for each field with more characters than it takes."""
    sizes = {name: len(values.get(name, "").strip()) for name in most}
    return {name: words(w.TOO_LONG, size=size, n=most[name]) for name, size in sizes.items() if size > most[name]}


def day(values: Mapping[str, str], name: str) -> date | None:
    """A day as a form gives it; None where it is none."""
    try:
        return date.fromisoformat(values.get(name, "").strip())
    except ValueError:
        return None


def _text(words: Words, text: str) -> dict[str, str]:
    if not text:
        return {form.WHAT: words(w.EMPTY)}
    return too_long(words, {form.WHAT: text}, {form.WHAT: LONGEST})


def _within(given: date | None, first: date, error: dict[str, str]) -> dict[str, str]:
    """Nothing for a day within a year from the first one on, else this error."""
    return {} if given is not None and first <= given <= first + FURTHEST else error
