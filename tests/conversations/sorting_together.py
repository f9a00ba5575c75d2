"""A practice in which somebody sorts what people said: most of those who speak are quiet, so that it is quick."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import insert, select

from storage import given, happenings
from storage.given import HappeningRow
from storage.happenings import Happening
from storage.people import PersonRow
from tests.harness import Colleague, Office
from tests.together import runs

OPENS, ASKED_UNTIL, SORTED_FROM = "2026-11-11T12:30", "2026-11-18T12:30", "2026-11-19T10:00"
OVER = "2026-12-07T12:30"
EARLY, ASKING = "I start ten minutes early and ask then.", "I ask whoever is new."


async def begun(office: Office, *, practice: str = "skill-booster", among: str = "will-try") -> Colleague:
    """Its first round is open, and on the nineteenth whoever answers back is asked to sort what was said to `among`."""
    dario = await office.hire("Dario Moretti")
    await runs(office, practice, dario)
    await office.until(OPENS)
    row = _sort(await named(office, among), datetime.fromisoformat(f"{SORTED_FROM}+00:00"))
    async with office.works.database.begin() as connection:
        await connection.execute(insert(HappeningRow).values(row))
    return dario


def _sort(ask: Happening, at: datetime) -> dict[str, object]:
    """A SORT of this ASK, as the engine writes it down when a round opens."""
    told = {"title": ask.spec["title"], "intent": ask.spec["intent"], "among": ask.name}
    come = {"opens_at": at, "closes_at": None, "opened": False, "closed": True}
    fixed = {"ref": secrets.token_hex(16), "round_id": ask.round, "name": "themes", "kind": "SORT"}
    spec = told | {"by": (at + timedelta(days=5)).isoformat()}
    return {**fixed, **come, "voice": "named", "keyed": False, "spec": spec}


async def named(office: Office, name: str) -> Happening:
    """A moment of the round by its id in the practice."""
    async with office.works.database.begin() as connection:
        found = select(HappeningRow.ref).where(HappeningRow.name == name).order_by(HappeningRow.id.desc()).limit(1)
        one = await happenings.behind(connection, (await connection.execute(found)).scalar_one())
    assert one
    return one


async def said(office: Office, texts: Sequence[str], name: str = "will-try") -> list[int]:
    """Quiet people have each said one of these; returns their numbers."""
    ask, quiet = await named(office, name), select(PersonRow.id).where(PersonRow.name == "Somebody quiet")
    async with office.works.ledger.begin() as work:
        there = (await work.connection.execute(quiet.order_by(PersonRow.id))).scalars().all()
        free = [each for each in there if await given.mine(work, ask.on, each) is None][: len(texts)]
        assert len(free) == len(texts), "too few are quiet here"
        for person, text in zip(free, texts, strict=True):
            await given.put(work, ask.on, person, {"said": text})
    return free
