"""What came of each round: what people said, what is done about it, what is not and why; and what came of each practice."""

from collections.abc import Sequence

from bot.finding import NOT_ENOUGH, finding
from bot.question import spoken
from bot.words import Words
from bot.yearly import Entry, Group, Section
from storage.exports.published import Form
from storage.exports.said import asked
from storage.yearly import words as w
from storage.yearly.ledger import Ledger
from storage.yearly.rows import Turn

OF_EACH = 3


def section(words: Words, ledger: Ledger) -> Section:
    """Rounds that were answered back in this year, the newest first, below those whose answer is overdue."""
    late = [_late(words, each) for each in late_ones(ledger)]
    told = [each for each in ledger.turns if each.counted and each.stage == "shared" and _in(ledger, each)]
    entries = (*late, *(_told(words, ledger, each) for each in reversed(told)))
    if not entries:
        return Section(words(w.CAME), (words(w.NO_CAME),))
    return Section(words(w.CAME), (words(w.CAME_TEXT),), groups=(Group("", entries),))


def practices(words: Words, ledger: Ledger) -> Section:
    """Each practice once, with the newest that came of it."""
    those = practised(ledger)
    heading = words(w.PRACTICES)
    if not those:
        return Section(heading, (words(w.NO_PRACTICES),))
    programmes = dict.fromkeys(each.programme for each in those)
    entries = [_practice(words, [each for each in those if each.programme == id_]) for id_ in programmes]
    return Section(heading, groups=(Group("", tuple(entries)),))


def practised(ledger: Ledger) -> list[Turn]:
    """Rounds of practices that have ended."""
    return [each for each in ledger.turns if not each.counted and each.stage in ("closed", "shared")]


def late_ones(ledger: Ledger) -> list[Turn]:
    """Closed, and still without the answer that was promised by a day that has passed."""
    return [each for each in ledger.turns if each.answers and each.stage == "closed" and each.answer_on < ledger.today]


def _in(ledger: Ledger, turn: Turn) -> bool:
    return turn.shared_at is not None and ledger.begins <= turn.shared_at < ledger.ends


def _late(words: Words, turn: Turn) -> Entry:
    waits = words(w.WAITS, day=words.dated(turn.answer_by))
    return Entry(spoken(turn.subject, words.language), (waits,), "overdue", words(w.NO_ANSWER))


def _told(words: Words, ledger: Ledger, turn: Turn) -> Entry:
    form = next((each for each in ledger.forms if each.ref == turn.ref), None)
    said = [words(w.YOU_SAID, told=_heard(words, ledger, form))] if form else []
    said += [words(w.WE_DO, told=turn.will_do)] if turn.will_do else []
    said += [words(w.WE_DO_NOT, told=turn.will_not)] if turn.will_not else []
    day = words.dated(turn.shared_at or turn.answer_by)
    return Entry(words(w.TOLD_ON, subject=spoken(turn.subject, words.language), day=day), tuple(said))


def _heard(words: Words, ledger: Ledger, form: Form) -> str:
    """What was asked first of all that is shown, and its result."""
    shown = ledger.shown[form.moment]
    first = next((each for each in form.questions if each.id in shown), None)
    if first is None:
        return words(NOT_ENOUGH)
    return f"{asked(words, first)} {finding(words, first, shown[first.id])}"


def _practice(words: Words, turns: Sequence[Turn]) -> Entry:
    told = [each for each in reversed(turns) if each.will_do and each.shared_at]
    came = [words(w.CAME_OF_IT, day=words.dated(each.ended_at), told=each.will_do) for each in told[:OF_EACH]]
    more = [words(w.MORE, n=words.number(len(told) - OF_EACH))] if len(told) > OF_EACH else []
    return Entry(spoken(turns[-1].subject, words.language), (words(w.ROUNDS, n=len(turns)), *came, *more))
