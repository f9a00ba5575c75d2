"""What the made-up organisation does together: it says thank you, its culture club looks for a book, and a brief waits."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.practice import Practice
from storage import circles, directory, given, happenings, practices
from storage.demo.organisation import PLATFORM, Organisation
from storage.practices import Start
from storage.work import Work

THANKS, CLUB, HUDDLE = "thank-you", "culture-club", "equity-lens"
THANKED_SINCE, NAMED_SINCE, HUDDLED_SINCE = timedelta(days=8), timedelta(days=4), timedelta(days=9)
"""So long before the demo begins: a week of thanks is open then, the club's next round opens within days, and what was said at
the huddle has just come to the one who answers back."""
SAID_BEFORE = timedelta(days=3)
SAID = (
    "The night staff are never here. Hold the huddle at half past seven once a week.",
    "Agency nurses cannot open the rota. Give them a log-in on their first day.",
    "Nobody reads to us who waits longest for leave. Read it out once a month.",
)


async def begin(
    work: Work, organisation: Organisation, of: Mapping[str, Practice], *, zone: str, until: datetime
) -> None:
    """Everybody must have been hired, and the networks founded. What has no file here does not begin."""
    number = await directory.by_account(work.connection, PLATFORM, organisation.answerer.account)
    if number is None:
        raise RuntimeError("hire people first")
    everyone = await directory.circle_id(work.connection, directory.EVERYONE)
    for name, since in ((THANKS, THANKED_SINCE), (HUDDLE, HUDDLED_SINCE)):
        if name in of:
            await practices.start(work, Start(of[name], everyone, number, zone, until - since))
    club = of.get(CLUB)
    for network in await circles.networks(work.connection):
        if club and network.name == club.title["en"]:
            await practices.start(work, Start(club, network.id, number, zone, until - NAMED_SINCE))


async def say(work: Work, organisation: Organisation, now: datetime) -> None:
    """Some colleagues say at the huddle what they think, so that its brief holds something."""
    others = [each for each in organisation.people if not (each.featured or each.role)]
    for who, said in zip(others, SAID, strict=False):
        number = await directory.by_account(work.connection, PLATFORM, who.account)
        for one in await happenings.open_for(work.connection, number or 0, now):
            if one.practice == HUDDLE and one.kind == "ASK":
                await given.put(work, one.on, number or 0, {"said": said})
