"""Puts a year's report together: a pure view of what was published, told to all staff and promised to them."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.words import Words
from bot.yearly import Year, Yearly
from storage.exports import words as ew
from storage.exports.findings import findings
from storage.exports.said import shortened
from storage.yearly import around, asked, came, ended, picture, promised, scores
from storage.yearly import words as w
from storage.yearly.ledger import Ledger, Wish, read

LONGEST_NAME = 80


async def yearly(connection: AsyncConnection, words: Words, wish: Wish) -> Yearly:
    """The whole report as a value."""
    ledger = await read(connection, wish)
    return Yearly(
        title=words(w.TITLE, period=period(words, wish.year)),
        period=shortened(wish.organisation, LONGEST_NAME),
        made=words(w.MADE, day=words.dated(wish.now)),
        language=words.language,
        made_at=wish.now,
        pictured=words(w.PICTURE),
        picture=picture.lines(words, ledger),
        sections=(
            came.section(words, ledger),
            ended.section(words, ledger),
            promised.section(words, ledger, wish.objectives),
            scores.section(words, ledger),
            asked.section(words, ledger),
            came.practices(words, ledger),
            around.events(words, ledger),
            around.networks(words, ledger),
            around.thanks(words, ledger),
        ),
        read=words(w.READ),
        numbers=words(w.NUMBERS),
        rules=_rules(words, ledger),
    )


def period(words: Words, year: Year) -> str:
    """`2026`, or `April 2026 to March 2027`."""
    if year.month == 1:
        return str(year.number)
    return words(w.SPAN, first=words.month(year.first), last=words.month(year.after - timedelta(days=1)))


def _rules(words: Words, ledger: Ledger) -> tuple[str, ...]:
    used = {each.threshold for each in ledger.asked} or {ledger.k}
    shown = words(w.RULE_K, k=min(used))
    if len(used) > 1:
        shown = words(w.RULE_K_RANGE, low=min(used), high=max(used))
    looked = sum(len(findings(each, ledger.cells, ledger.begins)) for each in scores.by_programme(ledger))
    sure = (words(ew.RULE_GOOD), words(ew.RULE_SURE, n=looked), words(ew.RULE_NOT)) if looked else ()
    return words(w.RULE_ALL), shown, *sure, words(w.RULE_NAMES)
