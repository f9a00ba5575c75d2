"""Half a year through the real works: nobody is written to too often, outside their hours, on a day off or in a pause (P4)."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.attention import Wishes
from bot.hours import Hours
from bot.ports import Letter, Sent
from storage import directory, wishes
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.half_a_year import day_of
from tests.harness import Office
from tests.test_attention import awake

pytestmark = pytest.mark.attack

BEGIN, WEEKS = datetime(2026, 10, 5, 9, tzinfo=UTC), 26
"""Clocks change on 25 October and 28 March in London, on 1 November and 14 March in New York, on 4 April on Lord Howe."""
WISHES = {
    "Bryn Pritchard": Wishes(Hours("America/New_York", time(20), time(6), frozenset((5, 6)))),
    "Meera Patel": Wishes(Hours("Asia/Kolkata", time(10), time(16), rota=date(2026, 10, 7)), note_at=time(11)),
    "Carys Lim": Wishes(Hours("Australia/Lord_Howe", time(1), time(4)), note_day=2),
    "Erin Walsh": Wishes(Hours("Europe/London", back=date(2026, 10, 19))),
}


class Remembering(BareDriver):
    """Remembers when each message truly went out."""

    def __init__(self) -> None:
        super().__init__()
        self.office: Office | None = None
        self.sent: dict[str, list[datetime]] = {}

    async def send_letter(self, letter: Letter) -> Sent:
        assert self.office
        self.sent.setdefault(letter.account.id, []).append(self.office.clock.now())
        return await super().send_letter(letter)


async def test_p4_in_half_a_year_everybody_s_budget_and_hours_are_kept_by_what_was_really_sent(tmp_path: Path) -> None:
    driver = Remembering()
    office = driver.office = await Office.open(driver, await fresh_sqlite(tmp_path), tmp_path)
    office.clock.at = BEGIN
    steward = await office.hire("Dario Moretti")
    people = [await office.hire(name, zone=wish.hours.zone) for name, wish in WISHES.items()]
    async with office.works.ledger.begin() as work:
        for who in people:
            known = await directory.meet(work.connection, who.account)
            assert known
            await wishes.keep(work.connection, known.id, WISHES[who.name], "en")
    await office.start_pulse(steward)
    await office.pass_to(BEGIN + timedelta(weeks=WEEKS))
    for who in people:
        wish, got = WISHES[who.name], driver.sent.get(who.account.id, [])
        assert [at for at in got if not awake(at, wish.hours)] == [], who.name
        days = [day_of(at, wish.hours.zone) for at in sorted(got)]
        # A note and one other message: of any three, the last comes a week after the first.
        assert [first for first, third in zip(days, days[2:], strict=False) if third - first < timedelta(days=7)] == []
    heard = {who.name: len(driver.sent.get(who.account.id, [])) for who in people}
    assert min(heard.values()) >= 10
    assert {at.astimezone(ZoneInfo("Europe/London")).utcoffset() for at in driver.sent[people[-1].account.id]} == {
        timedelta(0),
        timedelta(hours=1),
    }
    await office.close()
