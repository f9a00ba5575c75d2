"""An organisation whose census was published several times, for tests of what leaves: hostile names, hidden teams, groups.

Made once per process by the rules of disclosure themselves, and copied for each test.
"""

import asyncio
import atexit
import random
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import detail
from bot.detail import Detail, Group
from bot.question import Question, written
from storage.ballots import Ballot, Urn
from storage.counting import published
from storage.db import Database
from storage.disclosure.cells import Cell
from storage.disclosure.released import Released
from storage.loop import AskedRow, MomentRow, NewsRow, ProgrammeRow, RoundRow
from storage.people import CircleRow, PersonRow
from storage.releases import publish
from storage.rounds import Asking
from storage.snapshot import teams_of
from tests.databases import fresh_sqlite
from tests.harness import templates

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
K = 10
PROGRAMME = "ab" * 16
SPRING, SUMMER, WAITING, OPEN, VOID = (f"{number:032x}" for number in range(1, 6))
FORMULA = '=HYPERLINK("https://evil.example","Łódź, Ŵyl")'
COMMENT = "@SUM(1+1)*cmd|' /C calc'!A0 <script>alert(1)</script> & _bold_"
WILL_DO = "A rota four weeks ahead, for every ward, by spring; " * 8
TEAMS = {
    2: ("ward-7", "Ward 7", 45),
    3: ("estates", "Estates", 30),
    4: ("formula", FORMULA, 25),
    5: ("tiny", "Tiny", 4),
}
EMPTY = (6, "gone", "Nobody answered here", 6)
OPTIONS = ({"en": "Tea"}, {"en": "=1+1"}, {"en": "Water"})
MORE = (
    Question("overall", "scale", {"en": "+How has work been?"}, {"en": "Work"}),
    Question("drink", "one_of", {"en": "Which one?"}, {"en": "Drink"}, options=OPTIONS),
    Question("days", "several_of", {"en": "Which of these?"}, {"en": "Days"}, options=OPTIONS),
    Question("rest", "yes_no", {"en": "Did you get your break?"}, {"en": "Break"}),
    Question("load", "frequency", {"en": "How often is it too much?"}, {"en": "Load"}, reversed=True),
    Question("words", "text", {"en": "In your own words?"}, {"en": "Words"}),
)
GROUPS = (("5", "Band 5", 40, 30), ("6", "=Band 6", 35, 8), ("none", "Not said", 12, 12))
BANDS = Detail(
    "band",
    {"en": "=Pay band"},
    {"en": "Your band?"},
    {"en": "To see gaps."},
    tuple(Group(id_, {"en": label}) for id_, label, _, _ in GROUPS),
    unsaid="none",
)


def questions() -> tuple[Question, ...]:
    return (*templates()["census"].ask.form(0), *MORE)


@dataclass(frozen=True, slots=True)
class Past:
    """One round: when it opened and closed, at which stage it stands, how glad people were (0 to 1), when it was shared."""

    ref: str
    opened: datetime
    stage: str
    mood: float
    shared_after: int = 0

    @property
    def closed(self) -> datetime:
        return self.opened + timedelta(days=21)


ROUNDS = (
    Past(SPRING, datetime(2026, 4, 6, 9, tzinfo=UTC), "shared", 0.2, shared_after=14),
    Past(SUMMER, datetime(2026, 7, 6, 9, tzinfo=UTC), "shared", 0.7, shared_after=40),
    Past(WAITING, datetime(2026, 8, 3, 9, tzinfo=UTC), "closed", 0.5),
    Past(OPEN, datetime(2026, 9, 7, 9, tzinfo=UTC), "open", 0.5),
    Past(VOID, datetime(2026, 7, 20, 9, tzinfo=UTC), "void", 0.5),
)


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="hearback-published-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return asyncio.run(_make(folder))


async def organisation(folder: Path) -> str:
    """The address of a database of its own that holds all of this."""
    file = folder / f"{uuid4().hex[:8]}.db"
    shutil.copyfile(await asyncio.to_thread(_made), file)
    return f"sqlite:///{file}"


async def _make(folder: Path) -> Path:
    url = await fresh_sqlite(folder)
    database = Database(url)
    async with database.begin() as connection:
        await _people(connection)
        for number, past in enumerate(ROUNDS, start=1):
            await _round(connection, number, past)
    await database.close()
    return Path(url.removeprefix("sqlite:///"))


async def _people(connection: AsyncConnection) -> None:
    circle = [{"id": 1, "key": "all-staff", "name": "Everybody", "kind": "everyone", "parent_id": None}]
    circle += [{"id": n, "key": key, "name": name, "kind": "team", "parent_id": 1} for n, key, name, _ in _teams()]
    await connection.execute(insert(CircleRow), circle)
    person = {"name": "Somebody", "language": "en", "zone": "Europe/London", "active": True}
    await connection.execute(insert(PersonRow), [{**person, "id": n} for n in range(1, 111)])
    programme = {"template": "census", "circle_id": 1, "zone": "Europe/London", "answerer_id": 1, "spec": None}
    waiting = {"id": 1, "ref": PROGRAMME, "next_wall": "2026-10-05T10:00", "next_at": None}
    await connection.execute(insert(ProgrammeRow).values(**programme, **waiting))


def _teams() -> list[tuple[int, str, str, int]]:
    return [*((n, *team) for n, team in TEAMS.items()), EMPTY]


async def _round(connection: AsyncConnection, number: int, past: Past) -> None:
    tree = [[n, key, name, None] for n, key, name, _ in _teams()]
    fixed = {"programme_id": 1, "answerer_id": 1, "threshold": K, "preset": "default", "teams": tree}
    answer_by = past.closed + timedelta(days=21)
    shared = past.closed + timedelta(days=past.shared_after) if past.shared_after else None
    when = {"wall": f"2026-0{number}-01T10:00", "opened_at": past.opened, "answer_by": answer_by, "shared_at": shared}
    await connection.execute(insert(RoundRow).values(id=number, ref=past.ref, stage=past.stage, **fixed, **when))
    places = [n for n, _, _, many in _teams() for _ in range(many)]
    asked = [{"round_id": number, "person_id": who, "team_id": team} for who, team in enumerate(places, start=1)]
    await connection.execute(insert(AskedRow), asked)
    await connection.execute(insert(MomentRow).values(**_moment(number, past)))
    if past.stage in ("shared", "closed"):
        await _publish(connection, number, past)
    if past.stage == "shared":
        news = {"will_do": WILL_DO, "will_not": "Free parking, because " * 9, "by_day": date(2026, 12, number)}
        await connection.execute(insert(NewsRow).values(round_id=number, author_id=1, **news))


def _moment(number: int, past: Past) -> dict[str, Any]:
    asked = [written(question) for question in questions()]
    spec = {
        "subject": {"en": "=How it is to work here"},
        "questions": asked,
        "comment": True,
        "by": detail.written(BANDS),
    }
    keys = {"seal": b"s", "sealed_size": 10, "keys_gone_at": None}
    when = {"opens_at": past.opened, "closes_at": past.closed, "closed": past.stage != "open"}
    named = {"id": number, "ref": f"{number:030x}aa", "name": "ask", "kind": "ASK", "voice": "unlinked"}
    return {**named, **when, **keys, "round_id": number, "spec": spec}


async def _publish(connection: AsyncConnection, number: int, past: Past) -> None:
    asking = Asking(
        urn=Urn(number, past.ref, b""),
        round=number,
        round_ref=past.ref,
        programme=1,
        stage="open",
        voice="unlinked",
        closed=True,
        opens_at=past.opened,
        closes_at=past.closed,
        answer_by=past.closed,
        answerer=1,
        answerer_name="Dario Moretti",
        threshold=K,
        preset="default",
        subject={"en": "Work"},
        questions=questions(),
    )
    released, said = published(asking, await teams_of(connection, number), list(_ballots(number, past.mood)))
    await publish(connection, number, _with_groups(released, past.mood), said)


def _ballots(number: int, mood: float) -> list[Ballot]:
    chance = random.Random(number)
    return [
        Ballot(team, {each.id: _answer(chance, each, mood) for each in questions() if chance.random() < 0.95}, COMMENT)
        for team, (_, _, many) in TEAMS.items()
        for _ in range(many)
    ]


def _answer(chance: random.Random, question: Question, mood: float) -> str:
    match question.kind:
        case "scale":
            return str(min(10, max(0, round(chance.gauss(5 + 4 * mood, 2)))))
        case "agreement" | "frequency":
            return str(min(5, max(1, round(chance.gauss(2 + 2 * mood, 1)))))
        case "yes_no":
            return "yes" if chance.random() < mood else "no"
        case "one_of":
            return chance.choice("123")
        case "several_of":
            return chance.choice(("1", "1,3", "2,3"))
        case "text":
            return "=1+1;own words"


def _with_groups(released: Released, mood: float) -> Released:
    """Two groups of one attribute, as a round that declares one has them."""
    first, *rest = released.questions
    groups = tuple(_group(id_, n, int(good * (0.5 + mood / 2))) for id_, _, n, good in GROUPS)
    return replace(released, questions=(replace(first, cells=(*first.cells, *groups)), *rest))


def _group(name: str, n: int, good: int) -> Cell:
    return Cell("", BANDS.id, name, n, good, 2, n - good - 2, 3.4, None, capped=False)
