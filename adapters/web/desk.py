"""What every page of the workspace works with: the bot, the mailbox, the clock, and who is looking."""

from collections.abc import Mapping
from datetime import datetime

from starlette.requests import Request

from adapters.web import words as w
from adapters.web.demo import Travel
from adapters.web.kept import to_json
from adapters.web.live import Live
from adapters.web.render import Drawing
from adapters.web.rooms import Room, rooms_of
from adapters.web.session import Session
from bot.charts import Chart, HeatTable
from bot.demo_guardian import BothSides
from bot.ports import Answers, Clock, Demo, Drawings, Draws, Kept, Mailbox, Seat
from bot.settings import House
from bot.ui import Card, Form, Home, Picture
from bot.values import dataclass, field
from bot.words import Sentence, Speaking, Words


class Problem(Exception):
    """The request cannot be answered: a status, and a sentence that says what to do instead."""

    def __init__(self, status: int, sentence: Sentence) -> None:
        super().__init__(str(status))
        self.status, self.sentence = status, sentence


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the workspace was given, and who has read what so far (forgotten when the server stops)."""

    bot: Answers
    mailbox: Mailbox
    demo: Demo
    clock: Clock
    house: House
    speaking: Speaking
    secret: bytes
    hosts: tuple[str, ...]
    live: Live
    travel: Travel
    drawing: Drawing
    marks: Mapping[str, str]
    charts: Draws
    sides: BothSides | None = None
    read: dict[tuple[str, str], str] = field(default_factory=dict)
    newest: dict[str, object] = field(default_factory=dict)

    def words(self, seat: Seat | None) -> Words:
        """The words of this person; the house's own where nobody is chosen."""
        language = (seat.language if seat else "") or self.house.language
        return self.speaking(language, (seat.zone if seat else "") or self.house.zone)

    async def drawings(self, shown: Card | Form | Home) -> dict[Chart, Drawings]:
        """The charts on it, drawn."""
        charts = [block.chart for block in shown.blocks if isinstance(block, Picture)]
        return {chart: await self.charts.on_page(chart) for chart in charts if not isinstance(chart, HeatTable)}

    async def keep(self, address: str, card: Card) -> str:
        """A message to one place, now."""
        kept = await self.mailbox.keep(address, self.clock.now(), to_json(card))
        self.live.changed(address)
        return kept

    async def replace(self, address: str, message: str, card: Card) -> None:
        await self.mailbox.replace(message, to_json(card))
        self.live.changed(address)

    def looks(self, seat: Seat) -> object:
        """Somebody looks at a page now, and no longer at the one before: what this gives back stands for the new one."""
        page = self.newest[seat.account] = object()
        return page

    async def messages(self, seat: Seat, room: Room, page: object = None) -> list[Kept]:
        """The messages of a room. From now on they count as read, but not through the open line of a page that was left: the
        server hears of that only later."""
        kept = await self.mailbox.read(room.address)
        if kept and (page is None or self.newest.get(seat.account) is page):
            self.read[seat.account, room.address] = kept[-1].id
        return kept

    async def unread(self, seat: Seat) -> dict[str, int]:
        """How many messages this person has not read yet, by the path of each room."""
        counts = {}
        for room in rooms_of(seat):
            ids = [kept.id for kept in await self.mailbox.read(room.address)]
            last = self.read.get((seat.account, room.address), "")
            counts[room.path] = len(ids) - (ids.index(last) + 1 if last in ids else 0)
        return counts


@dataclass(frozen=True, slots=True)
class Caller:
    """One request: whose browser it is, which chair they sit in, and the fields they posted."""

    request: Request
    session: Session
    seats: tuple[Seat, ...]
    seat: Seat | None
    words: Words
    fields: Mapping[str, str]
    now: datetime

    @property
    def sitting(self) -> Seat:
        """The chosen seat, on pages that need one."""
        if self.seat is None:
            raise Problem(403, w.PROBLEM_FORGED)
        return self.seat

    @property
    def scripted(self) -> bool:
        """Whether our own script asks, and so wants a part of a page instead of a whole one."""
        return self.request.headers.get("hearback-live") == "1"
