"""What tests of practices begin with: one of those that ship runs for all staff."""

from bot.programme import NOTICE
from storage import directory, practices
from tests.harness import Colleague, Office


async def runs(office: Office, name: str, answerer: Colleague) -> None:
    """It opens as soon as its rhythm says, and after the five working days for which it is listed."""
    async with office.works.ledger.begin() as work:
        who = await directory.meet(work.connection, answerer.account)
        assert who
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        practice, soon = office.works.house.practices[name], office.clock.now() + NOTICE
        await practices.start(work, practices.Start(practice, everyone, who.id, "Europe/London", soon))
