"""Others sort with whoever promised the answer: in confidence only who was named before anybody spoke, with equal rights."""

import pytest

from bot.events import Opened, Pressed, Submitted
from bot.ui import plain
from storage import pools
from tests.conversations.sorting_together import ASKING, EARLY, OPENS, SORTED_FROM, begun, ends, named, said, themed
from tests.harness import Colleague, Office

WHO, MAYA = "Who sorts what people say, together with them?", "Maya Osei"
ALSO = "Only Dario Moretti, who answers back for this round, and whoever was named to sort with them"
CAME = {"came": "Estates look at it."}


async def stewards(office: Office, *names: str) -> list[Colleague]:
    people = [await office.hire(each) for each in names]
    for each in people:
        await office.grant(each, "steward")
    return people


async def chosen(dario: Colleague, who: str) -> None:
    await dario.visits_home()
    await dario.presses("Practices that run")
    await dario.presses("Change")
    await dario.fills({WHO: who})
    await dario.sends()
    assert "Changed." in dario.dialog.text, dario.dialog.errors
    await dario.dismisses()


async def opened(office: Office, who: Colleague, ref: str, action: str = "sort.open") -> str:
    """What somebody is shown who presses the way there, whether they were shown it or not."""
    reply = await office.works.bot.answer(Opened(f"{action} {who.name} {ref}", who.account, action, ref))
    return plain(getattr(reply, "form", None) or reply.card)


async def in_confidence(office: Office) -> tuple[Colleague, Colleague]:
    """Six people have said something, and Maya was named before they did."""
    dario = await begun(office, until="2026-11-09T09:00")
    [maya] = await stewards(office, MAYA)
    await office.grant(dario, "steward")
    await chosen(dario, MAYA)
    await office.until(OPENS)
    await said(office, [EARLY, EARLY, EARLY, ASKING, ASKING, "Nothing."])
    return dario, maya


@pytest.mark.long
async def test_whoever_is_named_before_people_speak_sorts_with_the_one_who_promised(office: Office) -> None:
    dario, maya = await in_confidence(office)
    amara = await office.hire("Amara Okafor")
    readers = "then it is read by Dario Moretti and Maya Osei, in random order"
    assert readers in await opened(office, amara, (await named(office, "say")).on.ref, "say.open")
    assert readers not in await opened(office, amara, (await named(office, "more")).on.ref, "say.open")
    assert "Sort comments" not in await maya.visits_home()
    await office.until(SORTED_FROM)
    assert "together with Dario Moretti, who answers back" in await maya.visits_home()
    await themed(office, maya, "Starting", "Speaking", "The rest")
    assert "Sorted together by Dario Moretti and Maya Osei. Dario Moretti answers back." in maya.dialog.text
    assert "Only Dario Moretti can show everybody the themes." in maya.dialog.text
    assert "Show them the themes" not in maya.dialog.buttons
    await ends(maya, "Starting", "Passed on to somebody", "Estates.")
    await maya.dismisses()
    ask = await named(office, "say")
    back = (await named(office, "back")).on.ref
    await office.works.bot.answer(Pressed("check", maya.account, "sort.check", ask.on.ref))
    await office.works.bot.answer(Submitted("back", maya.account, "share.answer", back, CAME))
    assert (await named(office, "back")).stage != "shared"
    assert ALSO in await opened(office, amara, ask.on.ref)
    await dario.visits_home()
    await dario.presses("Sort comments")
    assert "You sort this together with Maya Osei." in dario.dialog.text
    await dario.presses("Show them the themes")
    await dario.dismisses()
    await amara.visits_home()
    await amara.presses("Look at the themes")
    assert "Dario Moretti and Maya Osei put what people said under these themes" in amara.dialog.text
    assert readers in amara.dialog.text
    await office.leaves(maya)
    async with office.works.database.begin() as connection:
        [pool] = [each for each in [await pools.behind(connection, ask.on.ref)] if each]
    assert pool.sorters == ("Dario Moretti",)


async def test_p5_nobody_reads_words_in_confidence_who_was_not_named_before_they_were_said(bare: Office) -> None:
    dario, maya = await in_confidence(bare)
    [lowri] = await stewards(bare, "Lowri Bevan")
    await chosen(dario, "Lowri Bevan")
    await bare.until(SORTED_FROM)
    ask = await named(bare, "say")
    assert ALSO in await opened(bare, lowri, ask.on.ref)
    assert "Sort comments" not in (await lowri.sees_home()).buttons
    assert "Sort comments" in (await maya.sees_home()).buttons
    await bare.forges(dario, "sort.together", ask.on.ref, {"with": ""})
    assert "Sort comments" in (await maya.sees_home()).buttons


async def test_what_was_said_with_names_can_be_sorted_with_whoever_is_asked_later(bare: Office) -> None:
    dario = await begun(bare, "named")
    people = await stewards(bare, MAYA, "Lowri Bevan", "Efe Ali", "Fay Brown")
    amara, maya = await bare.hire("Amara Okafor"), people[0]
    await said(bare, [EARLY, ASKING])
    await bare.until(SORTED_FROM)
    ask = await named(bare, "say")
    await bare.forges(maya, "sort.together", ask.on.ref, {"with": ""})
    assert ALSO in await opened(bare, maya, ask.on.ref)
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Sort together with")
    await dario.fills({"Who sorts with you?": "Maya Osei; Lowri Bevan; Efe Ali; Fay Brown"})
    await dario.sends()
    assert dario.dialog.errors == ("That is 4. Choose 3 at most.",)
    await dario.fills({"Who sorts with you?": MAYA})
    await dario.sends()
    assert "You sort this together with Maya Osei." in dario.dialog.text
    await dario.dismisses()
    await bare.forges(dario, "sort.together", ask.on.ref, {"with": "somebody"})
    assert "Somebody here cannot be asked any more." in dario.dialog.errors[0]
    await dario.dismisses()
    await themed(bare, maya, "Starting")
    await maya.dismisses()
    assert "Sort comments" not in (await amara.sees_home()).buttons
    await bare.forges(dario, "sort.check", ask.on.ref, {})
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Show them the themes")
    assert "Sort together with" not in dario.dialog.buttons
