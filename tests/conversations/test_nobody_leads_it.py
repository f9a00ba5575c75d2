"""A hidden network without lead, co-lead and sponsor: whoever led it reads nothing of its rounds, and nobody is asked."""

import secrets

from bot.events import Opened, Show
from bot.ui import plain
from storage import happenings
from storage.work import Work
from tests.conversations.networks import leaves
from tests.conversations.test_other_people import NETWORK, SAID, club
from tests.harness import Colleague, Office

ASKED = "Name one book"


async def reads(who: Colleague, action: str, ref: str) -> str:
    shown = await who.office.works.bot.answer(Opened(secrets.token_hex(8), who.account, action, ref))
    return plain(shown.form) if isinstance(shown, Show) else repr(shown)


async def refs(office: Office) -> dict[str, str]:
    async with office.works.ledger.begin() as work:
        assert isinstance(work, Work)
        return {each.name: each.on.ref for each in await happenings.in_round(work.connection, 1)}


async def test_p6_whoever_led_it_alone_and_left_reads_nothing_and_the_next_lead_does(bare: Office) -> None:
    dario, amara, bryn = await club(bare)
    await bare.until("2026-11-03T12:05")
    await bryn.visits_home()
    await bryn.presses("Say it")
    await bryn.fills({"Your words": SAID})
    await bryn.sends()
    await bryn.dismisses()
    await leaves(amara, NETWORK)
    await bare.until("2026-12-14T09:00")
    refs_of = await refs(bare)
    assert "Say what came of it" not in await amara.visits_home()
    for action in ("share.answer", "share.read", "say.read"):
        for ref in refs_of.values():
            assert SAID not in await reads(amara, action, ref)
    assert dario.name not in await bryn.visits_home()
    assert amara.name not in await bryn.visits_home()
    await bare.wait(minutes=1)


async def test_p1_nothing_more_is_asked_there_until_somebody_leads_it(bare: Office) -> None:
    dario, amara, bryn = await club(bare)
    await leaves(amara, NETWORK)
    await bare.until("2026-11-04T12:05")
    assert ASKED not in await bryn.visits_home()
    assert "Dario" not in await bryn.visits_home()
    assert dario.name
