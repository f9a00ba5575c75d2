"""What the made-up organisation does together: it says thank you, and its culture club looks for a book."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.practice import Practice
from storage import circles, directory, practices
from storage.demo.organisation import PLATFORM, Organisation
from storage.practices import Start
from storage.work import Work

THANKS, CLUB = "thank-you", "culture-club"
THANKED_SINCE, NAMED_SINCE = timedelta(days=8), timedelta(days=4)
"""So long before the demo begins: a week of thanks is open then, and the club's next round opens within days."""


async def begin(
    work: Work, organisation: Organisation, of: Mapping[str, Practice], *, zone: str, until: datetime
) -> None:
    """Everybody must have been hired, and the networks founded. What has no file here does not begin."""
    number = await directory.by_account(work.connection, PLATFORM, organisation.answerer.account)
    if number is None:
        raise RuntimeError("hire people first")
    everyone = await directory.circle_id(work.connection, directory.EVERYONE)
    if thanks := of.get(THANKS):
        await practices.start(work, Start(thanks, everyone, number, zone, until - THANKED_SINCE))
    club = of.get(CLUB)
    for network in await circles.networks(work.connection):
        if club and network.name == club.title["en"]:
            await practices.start(work, Start(club, network.id, number, zone, until - NAMED_SINCE))
