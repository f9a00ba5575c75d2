"""What tests of practices begin with: one of those that ship runs for all staff."""

from bot.programme import NOTICE
from storage import directory, practices
from tests.harness import Colleague, Office


async def runs(office: Office, name: str, answerer: Colleague, circle: int = 0) -> None:
    """For all staff, where no circle is named: as soon as its rhythm says, after the five working days it is listed for."""
    async with office.works.ledger.begin() as work:
        who = await directory.meet(work.connection, answerer.account)
        assert who
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        practice, soon = office.works.house.practices[name], office.clock.now() + NOTICE
        await practices.start(work, practices.Start(practice, circle or everyone, who.id, "Europe/London", soon))
