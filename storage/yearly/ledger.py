"""Reads everything that a year's report is made of, once; whatever is said of it follows from these values alone."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.endings import How
from bot.finding import Cell
from bot.promises import Promise
from bot.values import dataclass
from bot.yearly import Year
from storage import circles, promises, releases, thanked, themes
from storage.circles import Network
from storage.counting import ENGAGEMENT
from storage.exports.published import Form, forms_of_all_staff
from storage.public import nameless
from storage.releases import Stored, StoredFigure
from storage.snapshot import WHOLE
from storage.yearly import rows
from storage.yearly.rows import Held, Turn

BEFORE = timedelta(days=366)
"""So far back a score is compared with."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report, for which organisation. `threshold` is k as it is set now."""

    year: Year
    organisation: str
    objectives: tuple[str, ...]
    threshold: int
    zone: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Ledger:
    """`forms` are of this year and the one before it, the oldest first; `shown` are their results of all staff, by form and
    question; `promises` bear no names. `ended` is how themes ended, by the number of the round that was answered back.
    `thanks` are counted in whole steps of k, `reach` as (teams reached, teams)."""

    begins: datetime
    ends: datetime
    today: date
    k: int
    turns: Sequence[Turn]
    ended: Mapping[int, Sequence[How]]
    forms: Sequence[Form]
    cells: Sequence[Stored]
    shown: Mapping[int, Mapping[str, Cell]]
    figures: Mapping[int, StoredFigure]
    promises: Sequence[Promise]
    moved: Mapping[str, tuple[int, frozenset[str]]]
    networks: Sequence[Network]
    events: Sequence[Held]
    thanks: int
    reach: tuple[int, int]

    @property
    def asked(self) -> Sequence[Form]:
        """What closed in this year."""
        return [each for each in self.forms if each.closed_at >= self.begins]


async def read(connection: AsyncConnection, wish: Wish) -> Ledger:
    begins, ends = wish.year.span(wish.zone)
    until = min(ends, wish.now)
    forms = [each for each in await forms_of_all_staff(connection, ends) if each.closed_at >= begins - BEFORE]
    moments = [each.moment for each in forms]
    every = await promises.of_everybody(connection)
    turns = await rows.turns(connection, begins, ends)
    teams = await thanked.reached(connection, begins, wish.threshold, until=ends)
    return Ledger(
        begins=begins,
        ends=ends,
        today=wish.now.astimezone(ZoneInfo(wish.zone)).date(),
        k=wish.threshold,
        turns=turns,
        ended=await themes.endings(connection, [each.number for each in turns if each.stage == "shared"]),
        forms=forms,
        cells=await releases.stored(connection, moments, node=WHOLE),
        shown={each.moment: await releases.cells_of(connection, each.moment, each.questions) for each in forms},
        figures=await releases.figures_of(connection, moments, ENGAGEMENT),
        promises=[nameless(each) for each in every if _lived(each, begins, ends)],
        moved=await rows.moved(connection),
        networks=[each for each in await circles.networks(connection) if not each.hidden],
        events=await rows.held(connection, begins, until),
        thanks=await rows.thanks(connection, begins, ends) // wish.threshold * wish.threshold,
        reach=(sum(teams.values()), len(teams)),
    )


def _lived(promise: Promise, begins: datetime, ends: datetime) -> bool:
    """Whether it was open for any of the time, as far as is known today."""
    return promise.made_at < ends and (promise.state == "doing" or promise.heard_at >= begins)
