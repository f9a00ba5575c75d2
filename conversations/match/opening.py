"""Opens the mentoring that a practice asks for: the same cohort as one that somebody begins by hand."""

from dataclasses import replace
from datetime import date, timedelta

from bot.conversation import Turn
from bot.events import Due
from bot.question import spoken
from conversations.match import leading, rules
from conversations.match import words as w
from conversations.match.rules import Wanted
from storage import appointments, happenings
from storage.happenings import UNTIL_SHARED, Happening
from storage.matching import kin
from storage.work import work_of

OPENS, BEGUN = "match.opens", "cohort"


async def open_cohort(turn: Turn, event: Due) -> None:
    """Once, however often it is called: whoever answers back leads it, and everybody whom the practice is for may join."""
    connection = work_of(turn).connection
    await appointments.cancel(connection, OPENS, event.ref)
    one = await happenings.behind(connection, event.ref)
    if one is None or BEGUN in one.spec or one.stage not in UNTIL_SHARED:
        return
    circle = await kin.circle_key(connection, one.circle)
    ref = await leading.begin_cohort(turn, _wanted(turn, one, circle), one.answerer)
    await happenings.write(connection, one, {BEGUN: ref})


def _wanted(turn: Turn, one: Happening, circle: str) -> Wanted:
    """Where the server stood still, people still have a week to join."""
    name = spoken(one.spec["title"], turn.house.language)[: rules.LONGEST_NAME]
    soonest = turn.words.today(turn.now) + rules.SOONEST
    until = max(date.fromisoformat(one.spec["joins_until"]), soonest)
    ends = until + rules.SETTLES + timedelta(days=30 * one.spec["months"])
    told = Wanted(name, circle, one.spec["direction"], one.spec["months"], one.spec["minutes"], until, ends, "")
    return replace(told, consent=turn.words(w.CONSENT_USUAL))
