"""Whoever answers back sorts what was said: on every platform, with many comments, with two at once, and undoes it again."""

from datetime import date

import pytest
from sqlalchemy import select

from benchmarks.sorting import SUBJECTS, comments
from bot.events import Pressed
from conversations.sort import store
from storage import pools, promises, releases, rounds, themes
from storage.loop import CommentRow, MomentRow, RoundRow
from storage.rounds import Asking
from storage.themes import ThemeLinkRow
from tests.conversations.commenting import CLOSES, OPENS
from tests.harness import Colleague, Office

ROTA, PARKING = "The rota comes too late to plan anything.", "Parking takes half an hour every morning."


async def closed_with(office: Office, said: list[tuple[str, str]]) -> tuple[Colleague, Asking]:
    """Somebody who answers back, and a question that has closed with these comments: a random id and the words of each."""
    dario = await office.hire("Dario Moretti")
    await office.start_pulse(dario)
    await office.until(OPENS)
    await office.until(CLOSES)
    async with office.works.database.begin() as connection:
        asked = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.closes_at).limit(1)
        ref = (await connection.execute(asked)).scalar_one()
        asking = await rounds.question(connection, ref)
        assert asking
        rows = [{"id": id_, "moment_id": asking.urn.id, "question": "", "node": "", "text": text} for id_, text in said]
        await connection.execute(CommentRow.__table__.insert(), rows)  # type: ignore[attr-defined]
    return dario, asking


async def links(office: Office) -> dict[str, themes.Link]:
    async with office.works.database.begin() as connection:
        found = (await connection.execute(select(ThemeLinkRow.asked).distinct())).scalars().all()
        return {id_: link for moment in found for id_, link in (await themes.links_of(connection, moment)).items()}


@pytest.mark.long
async def test_many_comments_are_laid_in_heaps_and_placed_by_pressing_on_every_platform(office: Office) -> None:
    dario, _ = await closed_with(office, [(id_, text) for id_, (_, text) in comments(160).items()])
    heap = await heaped(office, dario, 160)
    await dario.presses("More themes")
    assert dario.dialog.buttons.count("All themes") == 1
    await dario.presses("All themes")
    await dario.presses(heap)
    await dario.presses("More of them")
    await dario.presses("All here are right")
    confirmed = [id_ for id_, link in (await links(office)).items() if link.by == "human"]
    assert len(confirmed) == 8
    await dario.presses("Name it")
    assert "Words that stand out:" in dario.dialog.text
    await dario.fills({"What is it about?": "Named by a person"})
    await dario.sends()
    await dario.presses("All themes")
    await dario.presses("Next comment")
    await dario.presses("None of these")
    assert "Left under no theme." in dario.dialog.text


@pytest.mark.long
async def test_two_thousand_comments_are_laid_in_heaps_and_counted_once_each(bare: Office) -> None:
    dario, asking = await closed_with(bare, [(id_, text) for id_, (_, text) in comments(2000).items()])
    await heaped(bare, dario, 2000)
    async with bare.works.ledger.begin() as work:
        for each in await themes.of_round(work.connection, asking.round):
            await store.rename(work, each.ref, each.label)
            await themes.end(work.connection, each.ref, "not_now", "no money")
        told = await pools.told_of(work.connection, pools.of_asking(asking))
    assert told
    placed = sum(each.comments for each in (*told.counted, *told.few))
    assert placed == len(await links(bare))
    assert told.unplaced == -(-100 * (2000 - placed) // 2000)


async def heaped(office: Office, dario: Colleague, many: int) -> str:
    """Heaps are laid, and all in them is marked as the machine's; returns the button of the largest."""
    await dario.visits_home()
    await dario.presses("Sort comments")
    assert f"{many} comments: 0 under a theme, 0 under none, {many} not looked at yet." in dario.dialog.text
    await dario.presses("Start with heaps")
    assert "of these were placed by a machine, and not checked." in dario.dialog.text
    laid = await links(office)
    assert len(laid) > many / 2
    assert {link.by for link in laid.values()} == {"machine"}
    return next(label for label in dario.dialog.buttons if label.startswith("Look: Heap:"))


@pytest.mark.long
async def test_a_machine_places_what_is_clear_after_a_person_has_and_is_undone_in_one_press(bare: Office) -> None:
    made = comments(300)
    dario, asking = await closed_with(bare, [(id_, text) for id_, (_, text) in made.items()])
    async with bare.works.ledger.begin() as work:
        known = {title: await store.add(work, pools.of_asking(asking), title) for title in list(SUBJECTS)[:4]}
        for id_, (of, _) in list(made.items())[:80]:
            await store.place(work, pools.of_asking(asking), [id_], known.get(of))
    by_hand = await links(bare)
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Next comment")
    shown = [label for label in dario.dialog.buttons if label in SUBJECTS]
    assert len(shown) == 3
    await dario.presses("All themes")
    await dario.presses("Place the clear ones")
    assert "comments were placed by a machine." in dario.dialog.text
    machine = {id_: link for id_, link in (await links(bare)).items() if link.by == "machine"}
    refs = {ref: title for title, ref in known.items()}
    right = [made[id_][0] == refs[link.theme] for id_, link in machine.items() if link.theme]
    assert sum(right) / len(right) > 0.85
    assert len(right) > 30
    assert not set(by_hand) & set(machine)
    assert all(85 <= (link.confidence or 0) < 100 for link in machine.values())
    await dario.presses("Undo the machine's")
    assert await links(bare) == by_hand


async def test_themes_are_named_merged_taken_apart_split_moved_and_dropped(bare: Office) -> None:
    said = [(f"{n:032x}", ROTA if n < 6 else f"{PARKING} {n}") for n in range(9)]
    dario, _ = await closed_with(bare, said)
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Next comment")
    await dario.presses("New theme")
    await dario.fills({"What is it about?": "Rota"})
    await dario.sends()
    await dario.presses("New theme")
    await dario.fills({"What is it about?": " rota "})
    await dario.sends()
    assert "There is a theme of that name already." in dario.dialog.errors[0]
    await dario.fills({"What is it about?": "Parking"})
    await dario.sends()
    await dario.presses("Parking")
    await dario.presses("Parking")
    await dario.presses("Look: Parking")
    await dario.presses("Put into another")
    await dario.fills({"Into which theme?": "Rota"})
    await dario.sends()
    assert "9 comments" in dario.dialog.text
    assert "Put into it: Parking" in dario.dialog.text
    await dario.presses("Out: Parking")
    assert "3 comments" in dario.dialog.text
    await dario.presses("Split it")
    await dario.fills({"Which comments go to the new theme?": f"{PARKING} 6; {PARKING} 7", "What is it about?": "Bays"})
    await dario.sends()
    assert "2 comments" in dario.dialog.text
    await dario.presses("Move: Parking takes…")
    await dario.fills({"Where does it belong?": "Under no theme"})
    await dario.sends()
    assert "1 comment" in dario.dialog.text
    await dario.presses("Drop it")
    await dario.sends()
    assert "9 comments: 7 under a theme, 1 under none, 1 not looked at yet." in dario.dialog.text
    await dario.presses("Look: under no theme")
    assert f"{PARKING} 6" in dario.dialog.text


async def test_nobody_else_sorts_and_nothing_changes_once_it_is_answered_back(bare: Office) -> None:
    dario, asking = await closed_with(bare, [(f"{n:032x}", ROTA) for n in range(6)])
    other = await bare.hire("Lowri Bevan")
    await bare.grant(other, "steward")
    assert "Sort comments" not in (await other.sees_home()).buttons
    first = Pressed("forged", other.account, "sort.place", f"{0:032x}", "none")
    assert "Only Dario Moretti" in str(await bare.works.bot.answer(first))
    assert await links(bare) == {}
    async with bare.works.database.begin() as connection:
        await rounds.set_stage(connection, asking.round, "shared")
    late = Pressed("late", dario.account, "sort.place", f"{0:032x}", "none")
    assert "has been answered back" in str(await bare.works.bot.answer(late))
    assert await links(bare) == {}


async def test_a_comment_in_which_somebody_is_named_is_sorted_without_the_name_and_stays_as_it_was(
    bare: Office,
) -> None:
    said = [(f"{n:032x}", "Amara Okafor listens, ring 0161 496 0000.") for n in range(6)]
    dario, asking = await closed_with(bare, said)
    await bare.hire("Amara Okafor")
    await dario.visits_home()
    await dario.presses("Sort comments")
    assert "[name] listens, ring [number]." in dario.dialog.text
    async with bare.works.database.begin() as connection:
        assert set(await releases.comments_of(connection, asking.urn.id)) == {said[0][1]}


async def test_where_nobody_sorts_it_is_as_before(bare: Office) -> None:
    dario, asking = await closed_with(bare, [(f"{n:032x}", ROTA) for n in range(6)])
    await dario.visits_home()
    await dario.presses("Answer back")
    await dario.fills({"What will be done?": "A new rota.", "By when?": "2026-12-01"})
    await dario.sends()
    assert "Thank you." in dario.dialog.text
    await dario.visits_home()
    async with bare.works.database.begin() as connection:
        assert await pools.told_of(connection, pools.of_asking(asking)) is None
        stage = select(RoundRow.stage).where(RoundRow.id == asking.round)
        assert (await connection.execute(stage)).scalar_one() == "shared"


async def test_p2_what_is_done_about_a_theme_of_a_counted_question_is_a_promise_beside_the_answer(bare: Office) -> None:
    dario, asking = await closed_with(bare, [(f"{n:032x}", ROTA) for n in range(6)])
    async with bare.works.ledger.begin() as work:
        rota = await store.add(work, pools.of_asking(asking), "Rota")
        await themes.end(work.connection, rota, "doing", "Out on Fridays.", due_on=date(2026, 12, 20))
    await dario.visits_home()
    await dario.presses("Answer back")
    await dario.fills({"What will be done?": "A new rota.", "By when?": "2026-12-01"})
    await dario.sends()
    async with bare.works.database.begin() as connection:
        made = await promises.of_round(connection, asking.round)
    assert [each.text for each in made] == ["A new rota.", "Rota: Out on Fridays."]
    assert {each.owner for each in made} == {"Dario Moretti"}
    assert made[1].next_on.isoformat() == "2026-12-14"  # four weeks later
