"""P2: no round is answered back with a theme that has no ending; what is done is a promise with an owner and next news."""

from datetime import date

from storage import commitments, given, pools, promises, sorting, themes
from storage.commitments import Made
from tests.conversations.sorting_together import (
    ASKING,
    EARLY,
    SORTED_FROM,
    answers_back,
    begun,
    ends,
    named,
    quiet,
    said,
    themed,
)
from tests.harness import Colleague, Office

OVER, CAME = "2026-12-07T12:30", "Two things change from January on."


async def sorted_by(office: Office) -> Colleague:
    """Two themes of three, one comment under none; the round is over."""
    dario = await begun(office)
    await said(office, [*[EARLY] * 10, *[ASKING] * 4, "Nothing."])
    await office.until(SORTED_FROM)
    await themed(office, dario, "Starting", "Speaking")
    await dario.presses("Show them the themes")
    await office.until(OVER)
    return dario


async def test_p2_every_theme_ends_and_what_is_done_is_a_promise_with_next_news(office: Office) -> None:
    dario, amara = await sorted_by(office), await office.hire("Amara Okafor")
    assert "See it by theme" not in (await amara.sees_home()).buttons
    await refused(dario, "Starting")
    await ends(dario, "Starting", "We do something about it", "Rotas are out on Fridays.")
    assert "What is done needs a day" in dario.dialog.errors[0]
    await dario.fills({"If you do something: by when?": "2026-12-20"})
    await dario.sends()
    await refused(dario, "Speaking")
    await ends(dario, "Speaking", "Not now, because", "there is no room for it this winter.")
    await answers_back(dario, CAME)
    assert "Sent." in dario.dialog.text
    await amara.visits_home()
    await amara.presses("See it by theme")
    assert "We will: Rotas are out on Fridays. By Sunday 20 December." in amara.dialog.text
    assert "Not now, because: there is no room for it this winter." in amara.dialog.text
    await amara.dismisses()
    await amara.visits_home()
    await amara.presses("What is going on?")
    assert "Starting: Rotas are out on Fridays." in amara.dialog.text
    await is_promised(office)
    await nothing_changes(office, amara)


async def refused(dario: Colleague, title: str) -> None:
    """Nothing is answered back while this theme has no ending; all themes are in front then."""
    await answers_back(dario, CAME)
    assert "Nothing is said yet of what comes of:" in dario.dialog.text
    assert title in dario.dialog.text
    await dario.dismisses()
    await dario.visits_home()
    await dario.presses("Sort comments")


async def is_promised(office: Office) -> None:
    """By the one who answers back, with a day for news; the theme knows its promise."""
    ask = await named(office, "say")
    async with office.works.database.begin() as connection:
        [promise] = await promises.of_round(connection, ask.round)
        found = {each.title: each for each in await themes.of_round(connection, ask.round)}
    assert found["Starting"].promise == promise.ref
    assert (promise.owner, promise.text) == ("Dario Moretti", "Starting: Rotas are out on Fridays.")
    assert promise.due_on.isoformat() == promise.next_on.isoformat() == "2026-12-20"


async def nothing_changes(office: Office, amara: Colleague) -> None:
    """P5, P8: words that are taken back are gone, and no number that everybody has read tells under which theme they were."""
    before, ask, people = await by_theme(amara), await named(office, "say"), await quiet(office)
    pool = pools.of_ask(ask)
    assert pool
    async with office.works.ledger.begin() as work:
        for person in people:
            await given.take_back(work, ask.on, person)
        assert await pools.said_in(work.connection, pool) == {}
    assert await by_theme(amara) == before


async def by_theme(amara: Colleague) -> str:
    if amara.has_dialog:
        await amara.dismisses()
    await amara.visits_home()
    await amara.presses("See it by theme")
    return amara.dialog.text


async def test_what_is_neither_placed_nor_looked_at_is_counted_as_under_no_theme(bare: Office) -> None:
    await sorted_by(bare)
    pool = pools.of_ask(await named(bare, "say"))
    assert pool
    async with bare.works.ledger.begin() as work:
        for each in await themes.of_round(work.connection, pool.round):
            await themes.end(work.connection, each.ref, "passed_on", "Estates.")
        told = await pools.told_of(work.connection, pool)
        texts = await pools.said_in(work.connection, pool)
        placed = sum(link.theme is not None for link in (await themes.links_of(work.connection, pool.asked)).values())
    assert told
    assert (told.k, len(texts)) == (10, 15)
    left = len(texts) - placed
    assert told.unplaced == (None if left < told.k else -(-100 * left // 15))
    assert {each.title for each in (*told.counted, *told.few)} == {"Starting", "Speaking"}


async def test_what_became_a_promise_already_is_not_ended_in_another_way(bare: Office) -> None:
    dario = await sorted_by(bare)
    ask = await named(bare, "say")
    async with bare.works.ledger.begin() as work:
        [one, _] = await themes.of_round(work.connection, ask.round)
        made = Made({"en": "What helps"}, "Rotas.", date(2026, 12, 20), date(2026, 12, 20))
        ref = await commitments.make(work.connection, ask.round, ask.answerer, made, now=bare.clock.now(), zone="UTC")
        await themes.end(work.connection, one.ref, "doing", "Rotas.", due_on=made.due_on, promise=ref)
    await bare.forges(dario, "sort.end", one.ref, {"how": "not_now", "what": "No."})
    assert "This has been promised already." in dario.dialog.text + " ".join(dario.dialog.errors)
    async with bare.works.ledger.begin() as work:
        await sorting.promise_all(
            work.connection, ask.round, ask.answerer, made.subject, now=bare.clock.now(), zone="UTC"
        )
        assert [each.ref for each in await promises.of_round(work.connection, ask.round)] == [ref]
