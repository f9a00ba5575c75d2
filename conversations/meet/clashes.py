"""What else there is on the day of an event, for whoever plans it: they are warned, and decide."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.values import dataclass
from conversations.meet import awareness
from conversations.meet.awareness import Day, Marked

EVENING = time(15, 30)
"""From here on the evening before has begun, in a British winter."""
FRIDAY, PRAYERS = 4, (time(12, 30), time(14, 30))
DAY = timedelta(days=1)
Why = Literal["day", "fast", "eve", "perhaps", "bank", "bank in", "friday"]


@dataclass(frozen=True, slots=True)
class Clash:
    """One reason to think again: `name` of the day, and of the nations where a bank holiday is not everywhere."""

    why: Why
    name: str = ""
    nations: tuple[str, ...] = ()


def clashes(wall: datetime, minutes: int, days: Sequence[Day]) -> list[Clash]:
    """What the event meets, by its wall clock; the most certain first."""
    ends = wall + timedelta(minutes=minutes)
    today = wall.date()
    found = [Clash("bank" if each.everywhere else "bank in", each.name, each.nations) for each in _bank(today)]
    named = {clash.name for clash in found}
    around = awareness.marked(days, today - DAY, today + DAY)
    met = [(each, why) for each in around if each.day.avoid and (why := _meets(each, wall, ends))]
    found += [Clash(why, each.day.name) for each, why in met if each.day.name not in named]
    if today.weekday() == FRIDAY and wall.time() < PRAYERS[1] and ends > datetime.combine(today, PRAYERS[0]):
        found.append(Clash("friday"))
    return found


def _bank(today: date) -> list[awareness.BankHoliday]:
    return awareness.bank_holidays(today, today)


def _meets(each: Marked, wall: datetime, ends: datetime) -> Why | None:
    today = wall.date()
    if each.first <= today <= each.last:
        return "fast" if each.day.fast else "day"
    if today == each.first - DAY and each.eve and (ends.time() > EVENING or ends.date() > today):
        return "eve"
    return "perhaps" if not each.sure else None
