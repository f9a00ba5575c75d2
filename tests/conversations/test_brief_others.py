"""A brief with more themes than it has room for says how many more, and those who answer or draft it read the others."""

from bot.events import Opened
from bot.ui import plain
from conversations.sort import store
from storage import pools, themes
from tests.conversations.briefing import CHOOSE, COMES, NAME, OPENS, SORTED, known, moment_of, says
from tests.harness import Colleague, Office
from tests.together import runs

TITLES = ("Bays", "Boots", "Canteen", "Doors", "Exits", "Fans", "Gates")


async def eight_themes(office: Office) -> tuple[Colleague, Colleague]:
    maya, amara = await office.hire("Maya Osei"), await office.hire("Amara Okafor")
    known(office, SORTED, "themes", voice="named")
    await runs(office, NAME, maya)
    await office.until(OPENS)
    await says(amara, "Hot food at night.")
    await office.until(CHOOSE)
    ask = await moment_of(office, "name")
    async with office.works.ledger.begin() as work:
        pool = await pools.behind(work.connection, ask.on.ref)
        assert pool
        for title in TITLES:
            await store.add(work, pool, title)
        ended = await store.add(work, pool, "Already there")
        await themes.end(work.connection, ended, "already", "In the hall.")
    await office.until(COMES)
    return maya, amara


async def names_to_draft(maya: Colleague, name: str) -> None:
    await maya.visits_home()
    await maya.presses("Let a colleague draft")
    await maya.fills({"Who drafts for you?": name})
    await maya.sends()
    await maya.dismisses()


async def test_whoever_answers_a_brief_or_drafts_it_reads_the_themes_that_it_has_no_room_for(office: Office) -> None:
    maya, amara = await eight_themes(office)
    assert "5 of the 8 themes. Under The others: 3 more." in maya.newest.text
    await maya.presses("Answer it")
    assert len(maya.newest.text.split()) < 150
    assert len(maya.dialog.text.split()) < 150
    await maya.presses("The others")
    await reads_the_others(maya)
    await maya.presses("Brief")
    assert "The others" in maya.dialog.buttons
    await maya.dismisses()
    one = await moment_of(office, "answer")
    reply = await office.works.bot.answer(Opened("others", amara.account, "brief.others", one.on.ref))
    assert "Only Maya Osei answers this." in plain(reply.card)
    await names_to_draft(maya, "Amara Okafor")
    await office.wait(minutes=1)
    await amara.visits_home()
    await amara.presses("Draft answers")
    await amara.presses("The others")
    await reads_the_others(amara)


async def reads_the_others(who: Colleague) -> None:
    text = who.dialog.text
    assert all(title in text for title in ("– Fans", "– Gates", "– Already there")), text
    assert "– Bays" not in text
    assert text.index("Without an ending yet") < text.index("– Gates") < text.index("They have an ending")
