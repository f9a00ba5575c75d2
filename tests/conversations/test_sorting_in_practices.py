"""Whoever answers back sorts what was said in a practice: in confidence without names and from five people on (P5)."""

from storage import given, sorting
from tests.conversations.sorting_together import (
    ASKED_UNTIL,
    ASKING,
    EARLY,
    PROMPT,
    SORTED_FROM,
    begun,
    named,
    said,
)
from tests.harness import Colleague, Office


async def test_what_was_said_in_confidence_is_sorted_without_names_on_every_platform(office: Office) -> None:
    dario = await begun(office)
    people = await said(office, [EARLY, EARLY, EARLY, ASKING, ASKING, "Nothing."])
    await office.until(ASKED_UNTIL)
    assert "Sort comments" not in (await dario.sees_home()).buttons
    await office.until(SORTED_FROM)
    assert "It is time to sort what people said, by Tuesday 24 November." in dario.newest.text
    amara = await office.hire("Amara Okafor")
    assert "Dario Moretti puts what people said under themes by Tuesday 24 November." in await amara.visits_home()
    await dario.presses("Sort comments", on="It is time to sort")
    assert "6 comments: 0 under a theme, 0 under none, 6 not looked at yet." in dario.dialog.text
    assert PROMPT in dario.dialog.text
    assert "Somebody quiet" not in dario.dialog.text
    await dario.presses("Next comment")
    for title in ("Starting earlier", "Asking", "The rest"):
        await dario.presses("New theme")
        await dario.fills({"What is it about?": title})
        await dario.sends()
    assert "6 comments: 6 under a theme, 0 under none, 0 not looked at yet." in dario.dialog.text
    await are_titles(office, "Asking", "Starting earlier", "The rest")
    await is_taken_back(office, dario, people[0])


async def are_titles(office: Office, *titles: str) -> None:
    """What later moments choose among, by the SORT and by what was sorted."""
    ask, sort = await named(office, "say"), await named(office, "themes")
    async with office.works.ledger.begin() as work:
        found = await sorting.titles(work.connection, sort)
        assert sorted(found.values()) == list(titles)
        assert await sorting.titles(work.connection, ask) == found


async def is_taken_back(office: Office, dario: Colleague, person: int) -> None:
    """Gone from under its theme too (P8)."""
    ask = await named(office, "say")
    async with office.works.ledger.begin() as work:
        await given.take_back(work, ask.on, person)
    await dario.dismisses()
    await dario.visits_home()
    await dario.presses("Sort comments")
    assert "5 comments: 5 under a theme, 0 under none, 0 not looked at yet." in dario.dialog.text


async def test_p5_below_five_people_nobody_reads_a_word_and_whoever_would_sort_hears_why(bare: Office) -> None:
    dario = await begun(bare)
    people = await said(bare, [f"{EARLY} {number}" for number in range(5)])
    await bare.until(ASKED_UNTIL)
    ask = await named(bare, "say")
    async with bare.works.ledger.begin() as work:
        await given.take_back(work, ask.on, people[0])
    await bare.until(SORTED_FROM)
    assert not any("It is time to sort" in each.text for each in dario.messages())
    assert "fewer than 5 people said something in confidence, so nobody reads it" in await dario.visits_home()
    await bare.forges(dario, "sort.name", ask.on.ref, {"name": "Mine"})
    assert EARLY not in dario.dialog.text


async def test_nobody_sorts_before_everybody_has_had_their_time_nor_anything_that_was_not_to_be_sorted(
    bare: Office,
) -> None:
    dario = await begun(bare)
    await said(bare, [EARLY] * 5)
    ask = await named(bare, "say")
    async with bare.works.ledger.begin() as work:
        await sorting.begin(work.connection, ask, by=ask.answer_by)
    ask = await named(bare, "say")
    async with bare.works.ledger.begin() as work:
        await sorting.begin(work.connection, ask, by=bare.clock.now())
    assert (await named(bare, "say")).spec["sort_by"] == ask.answer_by.isoformat()  # begun twice is begun once
    other = await named(bare, "more")
    for ref in (ask.on.ref, other.on.ref):
        await bare.forges(dario, "sort.name", ref, {"name": "Too early"})
        assert "There is nothing here any more." in dario.dialog.text + " ".join(dario.dialog.errors)
        await dario.dismisses()
    await bare.until(ASKED_UNTIL)
    assert "Sort comments" in (await dario.sees_home()).buttons
    amara = await bare.hire("Amara Okafor")
    await bare.forges(amara, "sort.name", ask.on.ref, {"name": "Mine"})
    assert "Only Dario Moretti" in amara.dialog.text + " ".join(amara.dialog.errors)


async def test_what_was_said_with_names_is_sorted_with_the_names_beside_it(bare: Office) -> None:
    dario = await begun(bare, "named")
    await said(bare, ["Pride, 2 hours.", "Small Island, 9 hours."])
    await bare.until(SORTED_FROM)
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Next comment")
    assert "Somebody quiet" in dario.dialog.text
    assert "hours." in dario.dialog.text
