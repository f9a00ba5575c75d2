"""A practice in which somebody sorts what people said: most of those who speak are quiet, so that it is quick."""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import select

from bot.practice import Practice
from bot.practice_template import read_practice
from storage import given, happenings
from storage.given import HappeningRow
from storage.happenings import Happening
from storage.people import PersonRow
from tests.harness import Colleague, Office
from tests.together import runs

OPENS, ASKED_UNTIL, SORTED_FROM = "2026-11-11T12:30", "2026-11-18T12:30", "2026-11-19T10:00"
EARLY, ASKING = "I start ten minutes early and ask then.", "I ask whoever is new."
PROMPT = "What would make the biggest difference?"


PRACTICE = {
    "programme": "what-helps",
    "title": "What helps",
    "about": "One question, sorted and answered.",
    "circle": "all-staff",
    "rhythm": {"weeks": 4, "day": "wednesday", "at": "12:30"},
    "needs": {"answerer": "named"},
}


def practice(voice: str = "confidential", intent: str = "advise") -> Practice:
    """People say something for a week; then it is sorted, and answered back after nineteen days more."""
    ask = {"kind": "ASK", "at": "0d", "until": "+7d", "voice": voice}
    sort = {"id": "themes", "kind": "SORT", "at": "+8d 10:00", "until": "+13d", "of": "say"}
    asked = [ask | {"id": "say", "prompt": PROMPT}, ask | {"id": "more", "prompt": "Anything else?"}]
    return read_practice(
        PRACTICE | {"intent": intent, "moments": [*asked, sort, {"id": "back", "kind": "SHOW", "at": "+26d"}]}
    )


async def begun(
    office: Office, voice: str = "confidential", intent: str = "advise", *, until: str = OPENS
) -> Colleague:
    """Its first round is open; somebody answers back."""
    dario = await office.hire("Dario Moretti")
    cast("dict[str, Practice]", office.works.house.practices)["what-helps"] = practice(voice, intent)
    await runs(office, "what-helps", dario)
    await office.until(until)
    return dario


async def named(office: Office, name: str) -> Happening:
    """A moment of the round by its id in the practice."""
    async with office.works.database.begin() as connection:
        found = select(HappeningRow.ref).where(HappeningRow.name == name).order_by(HappeningRow.id.desc()).limit(1)
        one = await happenings.behind(connection, (await connection.execute(found)).scalar_one())
    assert one
    return one


async def said(office: Office, texts: Sequence[str], name: str = "say") -> list[int]:
    """Quiet people have each said one of these; returns their numbers."""
    ask, there = await named(office, name), (await quiet(office))[: len(texts)]
    async with office.works.ledger.begin() as work:
        for person, text in zip(there, texts, strict=True):
            await given.put(work, ask.on, person, {"said": text})
    return there


async def quiet(office: Office) -> list[int]:
    """Those who work here and are never heard of otherwise, by their numbers."""
    found = select(PersonRow.id).where(PersonRow.name == "Somebody quiet").order_by(PersonRow.id)
    async with office.works.database.begin() as connection:
        return list((await connection.execute(found)).scalars())


async def themed(office: Office, dario: Colleague, *titles: str) -> None:
    """Those who spoke are under these themes: the first comment makes the first one, and so on. All themes are in front."""
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Next comment")
    for title in titles:
        await dario.presses("New theme")
        await dario.fills({"What is it about?": title})
        await dario.sends()
    if "All themes" in dario.dialog.buttons:
        await dario.presses("All themes")


async def ends(dario: Colleague, title: str, how: str, what: str, *, by: str = "") -> None:
    """A theme gets its ending; all themes are in front before and after."""
    await dario.presses(f"Look: {title}")
    await dario.presses("How it ends")
    filled = {"What comes of it?": how, "What, where, why or to whom?": what}
    await dario.fills(filled | ({"If you do something: by when?": by} if by else {}))
    await dario.sends()


async def answers_back(dario: Colleague, came: str) -> None:
    await dario.dismisses()
    await dario.visits_home()
    await dario.presses("Say what came of it")
    if dario.dialog.fields:
        await dario.fills({"What came of it?": came})
        await dario.sends()
