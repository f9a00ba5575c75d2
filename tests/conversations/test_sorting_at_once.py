"""Two who sort at the same moment, on both databases: no comment is under two themes, and nobody's choice is lost unsaid."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.events import Pressed, Reply, Show, Submitted
from bot.ui import plain
from conversations.sort import store
from conversations.sort.terms import Guess
from storage import checking, pools, themes
from storage.loop import CommentRow
from storage.rounds import Asking
from tests.conversations.sorting_together import EARLY, SORTED_FROM, begun, named, said, themed
from tests.conversations.test_sorting import ROTA, closed_with, links
from tests.conversations.test_sorting_with_others import in_confidence
from tests.databases import on_both
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office

SAID = [(f"{n:032x}", f"{ROTA} {n}") for n in range(6)]


pytestmark = on_both("database_url")


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), database_url, tmp_path)
    yield opened
    await opened.close()


async def two_themes(office: Office) -> tuple[Colleague, Asking, str, str]:
    dario, asking = await closed_with(office, SAID)
    async with office.works.ledger.begin() as work:
        rota, parking = [await store.add(work, pools.of_asking(asking), title) for title in ("Rota", "Parking")]
    return dario, asking, rota, parking


async def at_once(office: Office, *events: Pressed | Submitted) -> list[str]:
    """What each is shown; all press before any is answered."""
    replies: list[Reply] = await asyncio.gather(*(office.works.bot.answer(event) for event in events))
    assert all(isinstance(reply, Show) for reply in replies), replies
    return [plain(reply.form) for reply in replies if isinstance(reply, Show)]


async def test_of_two_who_place_one_comment_the_second_is_told_where_it_is(office: Office) -> None:
    dario, _, rota, parking = await two_themes(office)
    who, first = dario.account, SAID[0][0]
    shown = await at_once(
        office,
        Pressed("one", who, "sort.place", first, rota),
        Pressed("two", who, "sort.place", first, parking),
    )
    [link] = (await links(office)).values()
    title = {rota: "Rota", parking: "Parking"}[link.theme or ""]
    assert sorted("Somebody had placed it already" in text for text in shown) == [False, True]
    assert all(f"Placed: {title}." in text or f"placed it already: {title}." in text for text in shown)


async def test_two_who_place_different_comments_both_keep_theirs(office: Office) -> None:
    dario, _, rota, parking = await two_themes(office)
    events = [
        Pressed(f"press {n}", dario.account, "sort.place", id_, (rota, parking)[n % 2])
        for n, (id_, _) in enumerate(SAID)
    ]
    assert len(await at_once(office, *events)) == len(SAID)
    assert {id_: link.theme for id_, link in (await links(office)).items()} == {e.ref: e.choice for e in events}


async def test_what_is_placed_under_a_theme_that_is_being_dropped_is_not_lost(office: Office) -> None:
    dario, asking, rota, _ = await two_themes(office)
    await at_once(
        office,
        Pressed("place", dario.account, "sort.place", SAID[0][0], rota),
        Submitted("drop", dario.account, "sort.drop", rota),
    )
    assert await links(office) == {}
    async with office.works.database.begin() as connection:
        assert rota not in await themes.themes_of(connection, asking.urn.ref)


async def test_two_themes_that_are_put_into_each_other_do_not_both_go(office: Office) -> None:
    dario, asking, rota, parking = await two_themes(office)
    await at_once(
        office,
        Submitted("one", dario.account, "sort.into", rota, {"to": parking}),
        Submitted("two", dario.account, "sort.into", parking, {"to": rota}),
    )
    async with office.works.database.begin() as connection:
        found = await themes.themes_of(connection, asking.urn.ref)
    assert sorted(each.parent is None for each in found.values()) == [False, True]


async def test_a_machine_never_moves_what_a_person_placed_and_a_person_what_a_machine_did(office: Office) -> None:
    _, asking, rota, parking = await two_themes(office)
    first, second = SAID[0][0], SAID[1][0]
    async with office.works.ledger.begin() as work:
        moment = pools.of_asking(asking)
        await store.place(work, moment, [first], rota)
        await store.guess(work, moment, [Guess(first, parking, 90), Guess(second, parking, 90)])
        assert await store.place(work, moment, [first, second], rota) == 1
    assert {link.theme for link in (await links(office)).values()} == {rota}
    assert {link.by for link in (await links(office)).values()} == {"human"}


async def test_from_which_team_a_comment_came_changes_nothing_of_what_is_told(office: Office) -> None:
    _, asking, rota, parking = await two_themes(office)
    async with office.works.ledger.begin() as work:
        await store.place(work, pools.of_asking(asking), [id_ for id_, _ in SAID], rota)
        for ref in (rota, parking):
            await themes.end(work.connection, ref, "not_now", "no money")
        before = await pools.told_of(work.connection, pools.of_asking(asking))
        await work.connection.execute(update(CommentRow).where(CommentRow.id < SAID[3][0]).values(node="ward-7"))
        assert await pools.told_of(work.connection, pools.of_asking(asking)) == before
        assert before is not None
        assert [(each.title, each.comments) for each in before.counted] == [("Rota", 6)]


async def test_two_who_let_them_look_at_the_same_moment_let_them_once(office: Office) -> None:
    dario = await begun(office)
    await said(office, [EARLY] * 5)
    await office.until(SORTED_FROM)
    await themed(office, dario, "Starting")
    ask = await named(office, "say")
    shown = await at_once(office, *(Pressed(each, dario.account, "sort.check", ask.on.ref) for each in ("one", "two")))
    assert sorted("They can look now" in text for text in shown) == [False, True]
    async with office.works.database.begin() as connection:
        assert len(await checking.open_for(connection, 1, office.clock.now())) == 1


async def test_one_places_while_the_other_merges_and_drops_and_nothing_is_lost(office: Office) -> None:
    dario, maya = await in_confidence(office)
    await office.until(SORTED_FROM)
    ask = await named(office, "say")
    async with office.works.ledger.begin() as work:
        pool = await pools.behind(work.connection, ask.on.ref)
        assert pool
        starting, speaking = [await store.add(work, pool, title) for title in ("Starting", "Speaking")]
        texts = {text: id_ for id_, text in (await pools.said_in(work.connection, pool)).items()}
    first, second = texts[EARLY], texts["Nothing."]
    placed, _ = await at_once(
        office,
        Pressed("place", maya.account, "sort.place", first, starting),
        Submitted("into", dario.account, "sort.into", starting, {"to": speaking}),
    )
    shown = await at_once(
        office,
        Pressed("hers", maya.account, "sort.place", second, speaking),
        Pressed("his", dario.account, "sort.place", second, "none"),
    )
    assert sorted("Somebody had" in text for text in shown) == [False, True]
    async with office.works.database.begin() as connection:
        links, found = await themes.links_of(connection, ask.on.ref), await themes.themes_of(connection, ask.on.ref)
    assert second in links
    assert (first in links) is not ("That theme is not there any more." in placed)
    assert first not in links or themes.root(found, links[first].theme or "") == speaking
    assert found[starting].parent == speaking
