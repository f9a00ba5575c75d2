"""What came of a round, in the words of the one who answered back, with what became of each promise in it."""

from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.promises import Promise
from bot.values import dataclass
from storage import promises
from storage.loop import NewsRow, RoundRow
from storage.people import PersonRow
from storage.prepared import prepared


@dataclass(frozen=True, slots=True)
class News:
    """What came of a round, in the words of the one who answered back; `given` is when. `promises` are what was promised in
    it, the first one first: it stands in `will_do` and `by_day` too."""

    will_do: str
    will_not: str
    by_day: date
    author: str
    given: datetime
    promises: tuple[Promise, ...] = ()

    def passed(self, today: date) -> bool:
        """Whether the day has gone by on which there was to be news, and there is none."""
        return any(each.silent(today) for each in self.promises) if self.promises else today > self.by_day

    @property
    def heard_at(self) -> datetime:
        """When there last was news of what nobody has told of for longest."""
        return min((each.heard_at for each in self.promises if each.state == "doing"), default=self.given)


_NEWS_OF = prepared(
    select(NewsRow.will_do, NewsRow.will_not, NewsRow.by_day, PersonRow.name.label("author"), RoundRow.shared_at)
    .join(RoundRow, RoundRow.id == NewsRow.round_id)
    .join(PersonRow, PersonRow.id == NewsRow.author_id)
    .where(NewsRow.round_id == bindparam("round"))
)


async def news_of(connection: AsyncConnection, number: int) -> News | None:
    """What came of a round; None until somebody has answered back."""
    row = await _NEWS_OF.first(connection, round=number)
    if row is None:
        return None
    told = await promises.of_round(connection, number)
    return News(row.will_do, row.will_not, row.by_day, row.author, row.shared_at, told)
