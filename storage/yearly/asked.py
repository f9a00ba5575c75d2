"""What was asked in a year and how many answered, in the figures that the results screens show."""

from collections.abc import Sequence

from bot.chart_text import Table
from bot.finding import NOT_ENOUGH
from bot.question import spoken
from bot.words import Words
from bot.yearly import Group, Section
from storage.exports.published import Form
from storage.yearly import words as w
from storage.yearly.ledger import Ledger


def section(words: Words, ledger: Ledger) -> Section:
    """One line for each round that was put to all staff and answered back."""
    heading = words(w.ASKED_HEADING)
    if not ledger.asked:
        return Section(heading, (words(w.NOTHING_ASKED),))
    heads = tuple(map(words, (w.CLOSED, w.ABOUT, w.PEOPLE, w.ANSWERS, w.HELD_BACK)))
    lines = tuple(_line(words, ledger, each) for each in ledger.asked)
    return Section(heading, (words(w.ASKED_TEXT),), groups=(Group("", table=Table(heads, lines)),))


def answers(ledger: Ledger, form: Form) -> int:
    """How many answered the question that most people answered; 0 where nothing is shown."""
    return max((cell.answers for cell in ledger.shown[form.moment].values()), default=0)


def rate(form: Form, many: int) -> int:
    """In whole per cent; only where something is shown."""
    return round(100 * many / form.asked) if form.asked else 0


def withheld(ledger: Ledger, forms: Sequence[Form]) -> tuple[int, int]:
    """Of how many questions that are counted no result is shown, and how many there are."""
    counted = [(form.moment, each.id) for form in forms for each in form.questions if each.kind != "text"]
    return sum(question not in ledger.shown[moment] for moment, question in counted), len(counted)


def _line(words: Words, ledger: Ledger, form: Form) -> tuple[str, ...]:
    many = answers(ledger, form)
    share = words.percent(rate(form, many))
    told = words(w.ANSWERED, answers=words.number(many), share=share) if many else words(NOT_ENOUGH)
    hidden, every = withheld(ledger, [form])
    left = words(w.HELD_BACK_OF, n=words.number(hidden), all=words.number(every))
    return (
        words.dated(form.closed_at),
        spoken(form.subject, words.language),
        words.number(form.asked),
        told,
        left if hidden else words(w.NONE_HELD_BACK),
    )
