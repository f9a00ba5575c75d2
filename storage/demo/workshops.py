"""A workshop of the made-up organisation that is being held this morning: three tables have written, two have named themes."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.settings import House
from bot.workshop import Table, Workshop
from storage import directory
from storage.demo.organisation import PLATFORM, Organisation
from storage.disclosure.presets import usual
from storage.work import Work
from storage.workshops import holding, reading, writing
from storage.workshops.holding import Begun

TITLE, QUESTION = "Coming to outpatients", "What would make coming to us easier?"
TABLES = (("Table 1", "staff"), ("Table 2", "patients"), ("Table 3", "carers"))
SET_UP = timedelta(days=12)
"""So long ago it was set up, and listed."""
NOTES = (
    (
        "My shift starts before the first bus.",
        "We hear of cancelled clinics from patients.",
        "Three systems, and none of them knows who is waiting.",
        "Nobody on the desk from one to two.",
    ),
    (
        "I walked half a mile from the car park, with a stick.",
        "No chairs between the car park and the ward.",
        "The letter had no number to call.",
        "Three forms with the same questions, on the same day.",
        "A smile at the desk changes everything.",
    ),
    (
        "Nobody says how long it will take.",
        "I am asked to wait outside, and then asked what was said.",
        "The interpreter came an hour after we had left.",
    ),
)
THEMES = (
    (("Knowing who is waiting", (1, 2)), ("Getting here", (0,))),
    (("The long way in", (0, 1)), ("Letters and forms", (2, 3))),
)


async def hold(work: Work, organisation: Organisation, house: House, *, now: datetime) -> None:
    """Everybody must have been hired."""
    connection = work.connection
    number = await directory.by_account(connection, PLATFORM, organisation.answerer.account)
    if number is None:
        raise RuntimeError("hire people first")
    everyone = await directory.circle_id(connection, directory.EVERYONE)
    begun = Begun(TITLE, QUESTION, now.date(), TABLES, everyone, number, house.zone)
    rules = usual(house.preset, house.threshold)
    ref = await holding.begin(connection, begun, now=now - SET_UP, usual=rules)
    await holding.move(connection, await _whole(connection, ref), "notes")
    of = await _whole(connection, ref)
    for place, (table, notes) in enumerate(zip(of.tables, NOTES, strict=True)):
        await writing.write(connection, (of, table), notes, ref, paper=place == len(NOTES) - 1)
    await holding.move(connection, of, "themes")
    for place, themes in enumerate(THEMES):
        for name, which in themes:
            at = await _table(connection, ref, place)
            texts = {NOTES[place][each] for each in which}
            chosen = [each.ref for each in at[1].notes if each.text in texts]
            await writing.gather(connection, at, "", name, notes=chosen)


async def _whole(connection: AsyncConnection, ref: str) -> Workshop:
    found = await reading.one(connection, ref)
    if found is None:
        raise RuntimeError("it was begun")
    return found


async def _table(connection: AsyncConnection, ref: str, place: int) -> tuple[Workshop, Table]:
    of = await _whole(connection, ref)
    return of, of.tables[place]
