"""Puts a board paper together: one page on a programme and a quarter, from published results and from what was promised."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.finding import NOT_ENOUGH
from bot.paper import Item, Paper, Part
from bot.programme import instant
from bot.question import Spoken, spoken
from bot.values import dataclass
from bot.words import Words
from storage import releases
from storage.counting import ENGAGEMENT
from storage.exports import engaged, gaps, pictured, promised, said
from storage.exports import words as w
from storage.exports.findings import MOST, Finding, findings
from storage.exports.published import ANY, Form, forms_of
from storage.releases import Stored
from storage.snapshot import WHOLE, teams_of

LONGEST_SUBJECT, LONGEST_NAME = 60, 80
MONTHS = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """Which paper: of the programme and the quarter in which this form closed. `subject` is what the programme is about."""

    form: Form
    subject: Spoken
    organisation: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Quarter:
    """From the first instant of a quarter to the first one after it, in the programme's zone."""

    begins: datetime
    ends: datetime


async def paper(connection: AsyncConnection, words: Words, wish: Wish) -> Paper:
    """The whole page as a value. Reads published cells, the dates of rounds and what was answered back; nothing else."""
    of = quarter(wish.form.closed_at, wish.form.zone)
    every = await forms_of(connection, wish.form.programme_ref, ANY)
    closed = [each for each in every if _tellable(wish, each, of)]
    forms = [each for each in closed if not each.sums] or [wish.form]
    cells = await releases.stored(connection, [each.moment for each in forms], node=WHOLE)
    figures = await releases.figures_of(connection, [each.moment for each in forms], ENGAGEMENT)
    found = findings(forms, cells, of.begins)
    score = engaged.items(words, forms, figures, cells=cells, begins=of.begins)
    told = [_told(words, each) for each in found[:MOST]]
    made = await promised.promises(connection, wish.form.programme, of.begins, of.ends)
    heard = await _heard(connection, words, [each for each in forms if each.closed_at >= of.begins], cells)
    heard += await _summed(connection, words, [each for each in closed if each.sums and each.closed_at >= of.begins])
    return Paper(
        title=words(w.TITLE, subject=said.shortened(spoken(wish.subject, words.language), LONGEST_SUBJECT)),
        period=_period(words, wish, of),
        language=words.language,
        made_at=wish.now,
        parts=(
            Part(words(w.HEARD), heard),
            Part(words(w.FINDINGS), (*score, *told) or (Item("", words(NOT_ENOUGH)),)),
            Part(words(w.PROMISES), promised.items(words, made, wish.now)),
            Part(words(w.GAPS), gaps.items(words, forms, cells, of.begins)),
        ),
        chart=pictured.chart(words, found[0]) if found else None,
        rules=_rules(words, forms[-1].threshold, len(found)),
    )


def quarter(at: datetime, zone: str) -> Quarter:
    """The quarter of the year in which this instant lies."""
    local = at.astimezone(ZoneInfo(zone))
    first = local.replace(
        month=local.month - (local.month - 1) % MONTHS, day=1, hour=0, minute=0, second=0, microsecond=0
    )
    first = first.replace(tzinfo=None)
    after = (first + timedelta(days=31 * MONTHS)).replace(day=1)
    return Quarter(instant(first, zone), instant(after, zone))


def _tellable(wish: Wish, form: Form, of: Quarter) -> bool:
    """Up to the end of the quarter: what was shared, and the very round that the paper was asked for, whose answerer may
    read it before it is. A round that waits for another person's answer is nobody's to show yet."""
    return form.closed_at < of.ends and (form.shared_at is not None or form.moment == wish.form.moment)


def _period(words: Words, wish: Wish, of: Quarter) -> str:
    zone = ZoneInfo(wish.form.zone)
    first, last = of.begins.astimezone(zone).date(), (of.ends - timedelta(days=1)).astimezone(zone).date()
    name = said.shortened(wish.organisation, LONGEST_NAME)
    return words(w.PERIOD, organisation=name, first=words.month(first), last=words.month(last))


def _told(words: Words, found: Finding) -> Item:
    return Item(said.asked(words, found.question), f"{said.good(words, found)} {said.change(words, found)}")


async def _heard(
    connection: AsyncConnection, words: Words, forms: Sequence[Form], cells: Sequence[Stored]
) -> tuple[Item, ...]:
    """How many were asked and answered, and how many teams stand for themselves."""
    last = forms[-1]
    answers = {each.moment: _answers(each, cells) for each in forms}
    told = [
        words(w.ROUNDS, n=len(forms)),
        words(w.ASKED, day=words.dated(last.closed_at), asked=words.number(last.asked)),
    ]
    if (many := answers[last.moment]) and last.asked:
        rate = words.percent(round(100 * many / last.asked))
        told.append(words(w.ANSWERED, answers=words.number(many), share=rate))
    else:
        told.append(words(NOT_ENOUGH))
    rates = [round(100 * answers[each.moment] / each.asked) for each in forms if each.asked and answers[each.moment]]
    if len(set(rates)) > 1:
        told.append(words(w.RATES, low=words.percent(min(rates)), high=words.percent(max(rates))))
    teams = await teams_of(connection, last.round)
    if teams.names and not last.sums:  # of a cycle's end that is said by itself
        shown = await releases.nodes_of(connection, last.moment) - {WHOLE}
        told.append(words(w.TEAMS, shown=len(shown), n=len(teams.names)))
    return (Item("", " ".join(told)),)


async def _summed(connection: AsyncConnection, words: Words, ends: Sequence[Form]) -> tuple[Item, ...]:
    """How many teams stand for themselves where people are asked in turn: after the newest cycle."""
    if not ends:
        return ()
    teams, last = await teams_of(connection, ends[-1].round), ends[-1]
    shown = await releases.nodes_of(connection, last.moment) - {WHOLE}
    return (Item("", words(w.TEAMS_IN_TURN, turns=last.sums, shown=len(shown), n=len(teams.names))),)


def _answers(form: Form, cells: Sequence[Stored]) -> int:
    """How many answered the question that most people answered: how many sent an answer at all is not published."""
    whole = [
        each.cell.answers for each in cells if (each.moment, each.node, each.attribute) == (form.moment, WHOLE, "")
    ]
    return max(whole, default=0)


def _rules(words: Words, k: int, looked_at: int) -> tuple[str, ...]:
    return (
        words(w.RULE_K, k=k, comments=2 * k),
        words(w.RULE_GOOD),
        words(w.RULE_SURE, n=looked_at),
        words(w.RULE_NOT),
    )
