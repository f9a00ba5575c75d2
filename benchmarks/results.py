"""Reading results with years behind them: what everybody may see, and what the one who answers back sees first."""

import secrets
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import insert, select, update

from benchmarks.figure import Figure
from benchmarks.timing import Spent, in_turns, percentile
from benchmarks.workplace import MONDAY, Workplace, workplace
from bot.events import Opened, Show, Visited, Welcome
from storage.loop import AskedRow, CellRow, CommentRow, MomentRow, NewsRow, ProgrammeRow, ReleaseRow, RoundRow

BOUND = 5.0
PEOPLE, QUESTIONS = 10_000, 10
ASKED = 100
"""So many of those asked are written down in each round: the rest would only make the file larger, not the way longer."""


async def measure(*, rounds: int = 1_000, nodes: int = 60, turns: int = 15, each: int = 20) -> list[Figure]:
    """`rounds` rounds of 10,000 answers with ten questions for each of `nodes` teams; the newest is to be answered back."""
    async with workplace(ASKED, platform="slack", tenant="T") as place:
        newest, waiting = await _history(place, rounds, nodes)
        acts = {
            "See it all": partial(_opened, place, "show.all", newest),
            "The form to answer back": partial(_opened, place, "steward.answer", waiting),
            "Home": partial(_visited, place),
        }
        looked = {name: await _statements(place, act) for name, act in acts.items()}
        spent = await in_turns(acts, turns=turns, each=each)
    answers = rounds * PEOPLE
    note = f"{answers:,} answers behind it in {rounds:,} rounds, {rounds * nodes * QUESTIONS:,} cells"
    ballots = sum("ballot" in statement for name in list(acts)[:2] for statement in looked[name])
    return [
        *(_figure(name, spent[name], f"{len(looked[name])} statements; {note}") for name in acts),
        Figure("Reads of ballots on a results page", ballots, "", 0.0),
    ]


def _figure(name: str, spent: Spent, note: str) -> Figure:
    wall = percentile([seconds * 1000 for seconds in spent.wall], 50)
    bound = None if name == "Home" else BOUND
    return Figure(f"{name}, CPU", spent.cpu_ms, "ms", bound, note=f"{note}; half within {wall:.1f} ms")


async def _opened(place: Workplace, action: str, ref: str) -> None:
    shown = await place.works.bot.answer(Opened("", place.people[0], action, ref))
    if not isinstance(shown, Show):
        raise TypeError("nothing was shown")


async def _visited(place: Workplace) -> None:
    if not isinstance(await place.works.bot.answer(Visited("", place.people[0])), Welcome):
        raise TypeError("there is no Home")


async def _statements(place: Workplace, act: Callable[[], Awaitable[None]]) -> list[str]:
    """Everything that this asks of SQLite."""
    said: list[str] = []
    async with place.works.database.begin() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.set_trace_callback(said.append)
    await act()
    await driver.set_trace_callback(None)
    return [each for each in said if not each.startswith(("BEGIN", "COMMIT", "ROLLBACK"))]


async def _history(place: Workplace, rounds: int, nodes: int) -> tuple[str, str]:
    """Writes the rounds; returns the refs of the newest that was answered back, and of the one that waits."""
    first = await place.open_round()
    async with place.works.database.begin() as connection:
        spec = (await connection.execute(select(MomentRow.spec).where(MomentRow.ref == first))).scalar_one()
        programme = (await connection.execute(select(ProgrammeRow.id))).scalar_one()
        written = (await connection.execute(select(RoundRow))).mappings().one()
        asked = {**spec, "questions": [{**spec["questions"][0], "id": f"q{number}"} for number in range(QUESTIONS)]}
        refs = []
        for number in range(rounds):
            refs.append(secrets.token_hex(16))
            row = {**written, "ref": refs[-1], "wall": f"past {number}", "programme_id": programme}
            row |= {"id": number + 10, "stage": "shared", "opened_at": MONDAY - timedelta(weeks=rounds - number)}
            await connection.execute(insert(RoundRow), {**row, "shared_at": row["opened_at"] + timedelta(days=12)})
            await _round(connection, number + 10, asked, nodes=nodes, closed=row["opened_at"] + timedelta(days=11))
        await connection.execute(
            update(RoundRow).where(RoundRow.ref == refs[-1]).values(stage="closed", shared_at=None)
        )
    return refs[-2], refs[-1]


async def _round(connection: Any, number: int, asked: Any, *, nodes: int, closed: Any) -> None:
    about = {"voice": "unlinked", "opens_at": closed - timedelta(days=11), "closes_at": closed, "closed": True}
    about |= {"round_id": number, "id": number, "ref": secrets.token_hex(16), "name": "ask", "kind": "ASK"}
    await connection.execute(insert(MomentRow), {**about, "spec": asked, "sealed_size": 0, "keys_gone_at": closed})
    await connection.execute(insert(ReleaseRow), {"moment_id": number, "level": "all"})
    await connection.execute(insert(CellRow), list(_cells(number, nodes)))
    comments = [
        {"id": secrets.token_hex(16), "moment_id": number, "question": "", "node": "", "text": f"Comment {each}"}
        for each in range(60)
    ]
    await connection.execute(insert(CommentRow), comments)
    news = {"author_id": 1, "will_do": "Hot food at night.", "will_not": "", "by_day": date(2026, 12, 1)}
    await connection.execute(insert(NewsRow), {"round_id": number, **news})
    people = [{"round_id": number, "person_id": each} for each in range(1, ASKED + 1)]
    await connection.execute(insert(AskedRow), people)


def _cells(moment: int, nodes: int) -> Iterator[dict[str, Any]]:
    for node in ["", *(f"team-{number}" for number in range(nodes - 1))]:
        for question in range(QUESTIONS):
            yield {
                "moment_id": moment,
                "question": f"q{question}",
                "node": node,
                "attribute": "",
                "group": "",
                "answers": 40,
                "good": 20,
                "middle": 12,
                "poor": 8,
                "mean": 6.8,
                "spread": [1, 1, 1, 1, 1, 1, 2, 6, 6, 10, 10],
                "capped": False,
            }
