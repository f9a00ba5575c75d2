"""A round by age, as whoever may read it finds it: in the chat, and in the files and the API."""

from pathlib import Path

from adapters.charts.studio import Studio
from bot.exports import NotHere
from bot.languages import speaking
from bot.main import outlet
from bot.settings import Settings
from tests.harness import Colleague, Office

AGES = ("Under 30", "30 to 44", "45 to 59", "60 and over")


async def answers_back(dario: Colleague) -> None:
    await dario.presses("Answer back")
    await dario.fills({"What will be done?": "A new kettle.", "By when?": "2026-12-20"})
    await dario.sends()


async def reads_the_groups_as_they_were_written_down(nurse: Colleague) -> None:
    await nurse.visits_home()
    await nurse.presses("See it all")
    await nurse.presses("By age")
    read = nurse.dialog.text
    in_order = [read.index(name) for name in AGES]
    assert in_order == sorted(in_order)


async def exported(office: Office, folder: Path, ref: str) -> list[object]:
    """The groups as they stand in the files and the API, once the round has been answered back."""
    works = office.works
    settings = Settings("", folder, house=works.house)
    rows = await outlet(settings, works.database, works.clock, speaking({}), charts=Studio()).results(ref)
    assert not isinstance(rows, NotHere)
    return list(dict.fromkeys(row["group_name"] for row in rows if row["attribute"] == "age-band"))
