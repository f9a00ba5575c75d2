"""A year in the life of the organisation of tests.published: promises, networks, events, practices, and what is hidden."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.charts.studio import Studio
from bot.exports import File, YearFormat
from bot.languages import speaking
from bot.main import outlet
from bot.settings import House, Settings
from bot.words import Words
from bot.yearly import Year, Yearly
from storage.commitments import CommitmentRow, UpdateRow
from storage.db import Database
from storage.events.rows import EventRow, GuestsRow
from storage.exports.outlet import Outlet
from storage.given import HappeningRow, ThanksRow
from storage.loop import AskedRow, CellRow, MomentRow, NewsRow, ProgrammeRow, ReleaseRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow
from storage.yearly.compose import yearly
from storage.yearly.ledger import Wish
from tests.harness import HandClock
from tests.published import K, organisation

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
OBJECTIVES = ("Fair rotas", "Rest and food")
HIDDEN, TEAM, PRIVATE = "Zzyzx circle", "Qwghlm ward", "Xyloth"
"""Words that stand in nothing but what the report may not hold: a hidden network's, a team's, two people's."""
THIS = Year(2026)
ASKED = 7919
"""How many a hidden network asked: a number that stands nowhere else."""


@dataclass(frozen=True, slots=True)
class Past:
    """A promise: when it was made and heard of, its days, how it stands, and the question it should move."""

    text: str
    made: date
    due: date
    next_on: date
    state: str = "doing"
    heard: date | None = None
    objective: str = ""
    moves: tuple[str, ...] = ()
    role: str = ""
    round: int = 2


PROMISES = (
    Past(
        "Rotas four weeks ahead, for every ward.",
        date(2026, 5, 11),
        date(2026, 6, 30),
        date(2026, 6, 30),
        "done",
        date(2026, 6, 29),
        OBJECTIVES[0],
        ("overall", "rest"),
        "head of nursing",
        1,
    ),
    Past("Hot food at night.", date(2026, 9, 7), date(2026, 12, 1), date(2026, 9, 21), objective=OBJECTIVES[1]),
    Past(
        "A quiet room on each floor, by spring.",
        date(2026, 9, 8),
        date(2027, 3, 1),
        date(2026, 11, 2),
        objective=OBJECTIVES[1],
        moves=("rest",),
        role="director of estates",
    ),
    Past(
        "Free parking for night shifts.",
        date(2026, 5, 12),
        date(2026, 9, 1),
        date(2026, 9, 1),
        "dropped",
        date(2026, 8, 28),
        round=1,
    ),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The database, and what hands its reports out."""

    database: Database
    exports: Outlet

    async def file(self, form: YearFormat, code: str = "2026") -> bytes:
        found = await self.exports.file(code, form, shared=True)
        assert isinstance(found, File), found
        return found.body

    async def report(self, year: Year = THIS, now: datetime = NOW) -> Yearly:
        wish = Wish(year, "Northfield Hospitals", OBJECTIVES, K, "Europe/London", now)
        async with self.database.begin() as connection:
            return await yearly(connection, Words(), wish)


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    url = await organisation(tmp_path)
    database = Database(url)
    async with database.begin() as connection:
        await lived(connection)
    yield opened(database, url, tmp_path)
    await database.close()


def opened(database: Database, url: str, folder: Path) -> Kept:
    house = House(organisation="Northfield Hospitals", objectives=OBJECTIVES, threshold=K)
    settings = Settings(url, folder / "secrets", house=house)
    return Kept(database, outlet(settings, database, HandClock(NOW), speaking({}), charts=Studio()))


async def lived(connection: AsyncConnection) -> None:
    """Everything that happened beside the rounds that tests.published has."""
    await connection.execute(update(NewsRow).values(will_do="A rota four weeks ahead.", will_not="Free parking."))
    for each in PROMISES:
        await promise(connection, each)
    circles = [
        {"id": 20, "key": "open", "name": "Race equality network", "kind": "network", "parent_id": None},
        {"id": 21, "key": "hidden", "name": HIDDEN, "kind": "network", "parent_id": None},
        {"id": 22, "key": "team", "name": TEAM, "kind": "team", "parent_id": 1},
    ]
    await connection.execute(insert(CircleRow), circles)
    network = {"opened": True, "hand_over": PRIVATE, "others": 0}
    for id_, hidden, purpose in ((20, False, "For everybody who works for fairness."), (21, True, HIDDEN)):
        await connection.execute(insert(NetworkRow).values(circle_id=id_, hidden=hidden, purpose=purpose, **network))
    people = [{"circle_id": 2, "person_id": who, "role": "member"} for who in range(1, 46)]
    people += [{"circle_id": 22, "person_id": who, "role": "member"} for who in range(46, 49)]
    await connection.execute(insert(MembershipRow), people)
    for number, (circle, name) in enumerate(
        ((1, "Open house"), (20, "Black History Month"), (21, HIDDEN), (22, TEAM)), start=1
    ):
        await connection.execute(insert(EventRow).values(id=number, **_event(circle, name, number)))
    for number, circle in ((50, 21), (51, 22), (52, 1)):
        await _of_some(connection, number, circle)
    await connection.execute(insert(GuestsRow).values(programme_id=52, event_id=1))
    await _practices(connection)


async def promise(connection: AsyncConnection, past: Past, number: int = 0) -> None:
    at = datetime(past.made.year, past.made.month, past.made.day, 10, tzinfo=UTC)
    heard = at if past.heard is None else datetime(past.heard.year, past.heard.month, past.heard.day, 9, tzinfo=UTC)
    values: dict[str, Any] = {
        "ref": f"{abs(hash((past.text, number))):032x}",
        "round_id": past.round,
        "subject": {"en": "How it is to work here"},
        "text": past.text,
        "owner_id": 1,
        "role": past.role,
        "offered_role": "",
        "objective": past.objective,
        "moves": [{"id": each, "subject": {"en": each.title()}} for each in past.moves],
        "made_at": at,
        "due_on": past.due,
        "next_on": past.next_on,
        "state": past.state,
        "heard_at": heard,
        "asked": 0,
    }
    id_ = (await connection.execute(insert(CommitmentRow).values(**values).returning(CommitmentRow.id))).scalar_one()
    if past.heard:
        told = {"kind": "news", "text": "It was agreed with every ward.", "author_id": 1, "moved": False}
        row = {"commitment_id": id_, "at": heard, "state": past.state, "due_on": past.due, **told}
        await connection.execute(insert(UpdateRow).values(**row))


def _event(circle: int, name: str, number: int) -> dict[str, Any]:
    starts = datetime(2026, 3, 1 + number, 12, tzinfo=UTC)
    when = {"wall": "2026-03-01T12:00", "zone": "Europe/London", "minutes": 60, "starts_at": starts}
    when |= {"ends_at": starts + timedelta(hours=1), "changed_at": starts, "announced_at": starts, "caught_up_at": None}
    said = {
        "room": "Hall",
        "link": "",
        "about": PRIVATE,
        "access": [],
        "summary": PRIVATE,
        "carries": {},
        "change": "",
        "question": "",
        "reply": "",
    }
    asked = {"evaluate": False, "evaluated": ""}
    named = {"ref": f"{number:032x}", "series": f"{number:032x}", "reference": None, "name": name, "lead_id": 1}
    return {**when, **said, **asked, **named, "circle_id": circle, "places": None, "state": "announced", "revision": 0}


async def _of_some(connection: AsyncConnection, number: int, circle: int) -> None:
    """A round of a hidden network, a team, or the guests of an event, closed, published, answered back, with a promise."""
    word = HIDDEN if circle == 21 else TEAM
    programme = {"template": f"own-{number}", "circle_id": circle, "zone": "Europe/London", "answerer_id": 1}
    programme |= {"id": number, "ref": f"{number:032x}", "next_wall": "2026-10-05T10:00", "next_at": None}
    await connection.execute(insert(ProgrammeRow).values(**programme))
    at = datetime(2026, 5, 1, 9, tzinfo=UTC)
    row = {"id": number, "ref": f"{number:032x}", "programme_id": number, "wall": "2026-05-01T10:00", "stage": "shared"}
    row |= {"opened_at": at, "answer_by": at + timedelta(9), "answerer_id": 1, "threshold": 10, "preset": "default"}
    await connection.execute(insert(RoundRow).values(**row, teams=[], shared_at=at + timedelta(8)))
    question = {"id": "secret", "kind": "yes_no", "prompt": {"en": word}, "subject": {"en": word}}
    moment = {"id": number, "ref": f"{number:030x}bb", "round_id": number, "name": "ask", "kind": "ASK"}
    moment |= {"voice": "unlinked", "opens_at": at, "closes_at": at + timedelta(7), "closed": True, "sealed_size": 1}
    spec = {"subject": {"en": word}, "questions": [question], "comment": False}
    await connection.execute(insert(MomentRow).values(**moment, spec=spec, seal=b"s", keys_gone_at=None))
    await connection.execute(insert(ReleaseRow).values(moment_id=number, level="all"))
    cell = {"moment_id": number, "question": "secret", "node": "", "attribute": "", "group": "", "answers": ASKED}
    await connection.execute(insert(CellRow).values(**cell, good=ASKED, middle=0, poor=0, mean=None, capped=False))
    await connection.execute(insert(AskedRow).values(round_id=number, person_id=1, team_id=None, note=None))
    news = {"author_id": 1, "will_do": word, "will_not": word, "by_day": date(2026, 6, 1)}
    await connection.execute(insert(NewsRow).values(round_id=number, **news))
    await promise(connection, Past(word, date(2026, 5, 9), date(2026, 6, 1), date(2026, 6, 1), round=number), number)


async def _practices(connection: AsyncConnection) -> None:
    """Of all staff one that was answered back and thank-yous; of the hidden network one as well."""
    for number, (circle, title, came) in enumerate(
        (
            (1, "Big Conversation", "Two tables became a working group on rotas."),
            (1, "Thank-yous", ""),
            (21, HIDDEN, HIDDEN),
        ),
        start=60,
    ):
        at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        programme = {"template": f"practice-{number}", "circle_id": circle, "zone": "Europe/London", "answerer_id": 1}
        programme |= {"id": number, "ref": f"{number:032x}", "next_wall": "2026-10-05T10:00", "next_at": None}
        await connection.execute(insert(ProgrammeRow).values(**programme))
        row = {"id": number, "ref": f"{number:032x}", "programme_id": number, "wall": "2026-06-01T10:00"}
        row |= {"opened_at": at, "answer_by": at + timedelta(9), "answerer_id": 1, "threshold": 10, "preset": "default"}
        shared = at + timedelta(8) if came else None
        stage = "shared" if came else "closed"
        await connection.execute(insert(RoundRow).values(**row, stage=stage, teams=[], shared_at=shared))
        spec = {"title": {"en": title}, "intent": "decide", "came": came}
        happening = {"id": number, "ref": f"{number:030x}cc", "round_id": number, "name": "show", "spec": spec}
        happening |= {"kind": "SHOW" if came else "ASK", "voice": "named", "opens_at": at, "closes_at": None}
        await connection.execute(insert(HappeningRow).values(**happening, opened=True, closed=True, keyed=False))
    given = {"by_id": 1, "why": PRIVATE, "at": datetime(2026, 6, 2, 9, tzinfo=UTC)}
    rows = [{"ref": f"{n:032x}", "to_id": 2 + n, "public": n < 25, "happening_id": 61, **given} for n in range(40)]
    rows += [{"ref": f"{99:032x}", "to_id": 47, "public": True, "happening_id": 62, **given}]
    await connection.execute(insert(ThanksRow), rows)
