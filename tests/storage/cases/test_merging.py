"""Two cases of one matter have one card and two threads; nobody reads more than before, and their time ends together."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from storage.cases import ending, merging, policy, reporter, retention, sharing, working
from storage.cases.cards import Card
from storage.cases.ending import OnHold
from storage.cases.merging import NotTheSameReaders, NotTwo
from storage.cases.opening import Case
from storage.cases.policy import Policy
from storage.cases.sessions import Guardian
from storage.cases.sharing import LeftOut
from storage.threads import frames
from storage.threads.receipts import Receipt
from storage.threads.recipients import Directory
from tests.storage.cases.chamber import Chamber, shown

OVER = "Its time is over."
ONE, OTHER, MATTER = "The rota was changed.", "Somebody wrote over the rota.", "Both are about the rota."


def named(cases: list[Case], said: str) -> Case:
    return next(each for each in cases if each.messages[0].text == said)


async def both(chamber: Chamber, to: tuple[str, ...] = ("Ines", "Tom")) -> tuple[Guardian, Case, Case, list[Receipt]]:
    receipts = [await chamber.files(ONE, ["Ines", "Tom"]), await chamber.files(OTHER, to)]
    cases = await chamber.cases("Ines")
    return await chamber.guardian("Ines"), named(cases, ONE), named(cases, OTHER), receipts


@pytest.mark.long
async def test_one_card_holds_for_both_and_each_is_answered_by_itself(chamber: Chamber) -> None:
    ines, one, other, receipts = await both(chamber)
    await merging.merge(chamber.work, ines, other, one, why=MATTER)
    cases = await chamber.cases("Tom")
    one, other = named(cases, ONE), named(cases, OTHER)
    await working.tag(chamber.work, ines, one, ["rota"])
    cases = await chamber.cases("Tom")
    assert {merging.card_of(each, cases).tags for each in cases} == {("rota",)}
    group = merging.together(named(cases, OTHER), cases)
    assert [each.messages[0].text for each in group] == [ONE, OTHER]
    assert [note.about["merged"] for each in group for note in each.notes] == [other.name, one.name]
    await working.reply(chamber.work, ines, other, "Only you.")
    assert await reporter.answer(chamber.work, receipts[1], "Thank you.", "at once")
    assert await chamber.sees(receipts[0]) == [(ONE, "me")]
    assert await chamber.sees(receipts[1]) == [(OTHER, "me"), ("Only you.", "Ines"), ("Thank you.", "me")]
    for again in ((other, one), (one, other), (one, one)):
        with pytest.raises(NotTwo):
            await merging.merge(chamber.work, ines, *again, why=MATTER)
    with pytest.raises(frames.NothingSaid):
        await merging.close(chamber.work, ines, group, {merging.mark(group[0]): "A new rota."})
    assert "closed" not in str([await chamber.sees(each) for each in receipts])
    await merging.close(chamber.work, ines, group, {merging.mark(each): f"A new rota, {each.name}." for each in group})
    cases = await chamber.cases("Ines")
    assert {merging.card_of(each, cases).status for each in cases} == {"closed"}
    for receipt, each in zip(receipts, group, strict=True):
        assert (await chamber.sees(receipt) or [])[-2:] == [(f"A new rota, {each.name}.", "Ines"), ("closed", "Ines")]


async def test_cases_that_others_read_are_not_put_together(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines, one, other, _ = await both(chamber, ("Ines",))
    for pair in ((one, other), (other, one)):
        with pytest.raises(NotTheSameReaders):
            await merging.merge(chamber.work, ines, *pair, why=MATTER)
    assert not any(each.notes or each.card.leads for each in await chamber.cases("Ines"))


async def handed_to_ruth(chamber: Chamber) -> bool:
    """Whether Ruth comes to read a case that was put together with one whose reporter left her out."""
    whole = chamber.directory
    early = replace(whole, recipients=tuple(each for each in whole.recipients if each.name != "Ruth"))
    await chamber.lists(early)
    await chamber.files(ONE, ["Ines", "Tom"])  # Ruth could not be chosen yet, so she may join
    await chamber.lists(Directory(0, whole.recipients))
    await chamber.files(OTHER, ["Ines", "Tom"])
    ines, cases = await chamber.guardian("Ines"), await chamber.cases("Ines")
    await merging.merge(chamber.work, ines, named(cases, OTHER), named(cases, ONE), why=MATTER)
    ruth = (await chamber.guardian("Ruth")).named
    one = named(await chamber.cases("Ines"), ONE)
    try:
        await sharing.hand_over(chamber.work, ines, one, [ruth], why="She knows the ward.")
    except LeftOut:
        return False
    seen = await chamber.case("Ruth")
    return OTHER in str(shown(seen.messages)) or seen.notes[0].text == MATTER


async def test_nobody_comes_to_read_a_merged_case_whom_the_other_was_shut_to(chamber: Chamber) -> None:
    assert not await handed_to_ruth(chamber)


async def test_a_build_that_forgot_who_was_left_out_would_let_her_in(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgets(card: Card, **told: Any) -> Card:
        return replace(card, **{key: value for key, value in told.items() if key != "shut_to"})

    monkeypatch.setattr("storage.cases.merging.replace", forgets)
    assert await handed_to_ruth(file_chamber)


@pytest.mark.long
async def test_a_case_ends_when_its_time_is_over_and_everybody_was_told_before(chamber: Chamber) -> None:
    receipt = await chamber.files(ONE)
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    await working.close(chamber.work, ines, await chamber.case("Ines"), "A new rota.")
    assert retention.notices(chamber.work, await chamber.cases("Ines")) == []  # nobody was asked how long
    policy.keep(chamber.work.cabinet.secrets, Policy(2, 1, inquiry=False))
    seen = []
    for passed in range(70):
        told = retention.notices(chamber.work, await chamber.cases("Tom")) if passed >= 40 else []
        seen += [(passed, each.stage) for each in told]
        if told and told[0].stage != "due":
            with pytest.raises(OnHold):
                await retention.delete(chamber.work, tom, told[0].case, OVER)
        chamber.day.passes()
    first = {stage: min(day for day, each in seen if each == stage) for stage in ("soon", "very soon", "due")}
    assert (first["due"] - first["soon"], first["due"] - first["very soon"]) == (14, 3)
    assert first["due"] == 62  # two months and a day after 2 November
    case = await chamber.case("Tom")
    for waits in (
        reporter.answer(chamber.work, receipt, "It happens again.", "within three days"),
        working.hold(chamber.work, ines, case, "Tribunal"),
    ):
        await waits
        with pytest.raises(OnHold):
            await retention.delete(chamber.work, tom, case, OVER)


@pytest.mark.long
async def test_what_is_unread_held_or_told_to_be_kept_is_never_due(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines, one, other, receipts = await both(chamber)
    policy.keep(chamber.work.cabinet.secrets, Policy(1, 1, inquiry=False))
    await merging.merge(chamber.work, ines, other, one, why=MATTER)

    async def due() -> list[str]:
        told = retention.notices(chamber.work, await chamber.cases("Ines"))
        return [each.case.messages[0].text for each in told if each.stage == "due"]

    chamber.day.passes(90)
    assert await due() == []  # never closed
    group = merging.together(one, await chamber.cases("Ines"))
    await merging.close(chamber.work, ines, group, {merging.mark(each): "A new rota." for each in group})
    chamber.day.passes(90)
    assert await due() == [OTHER]  # those that are led go first
    await working.hold(chamber.work, ines, one, "Tribunal")
    assert await due() == []
    await working.hold(chamber.work, ines, one, "")
    await working.keep(chamber.work, ines, one, chamber.day.today + timedelta(days=400))
    assert await due() == []
    await working.keep(chamber.work, ines, one, None)
    policy.keep(chamber.work.cabinet.secrets, Policy(1, 1, inquiry=True))
    assert await due() == []
    policy.keep(chamber.work.cabinet.secrets, Policy(1, 1, inquiry=False))
    await ending.propose(chamber.work, ines, one, "Both are over.")
    with pytest.raises(OnHold):
        await ending.delete(chamber.work, await chamber.guardian("Tom"), named(await chamber.cases("Tom"), ONE))
    backup = await chamber.stored()
    await retention.delete(chamber.work, ines, named(await chamber.cases("Ines"), OTHER), OVER)
    tom = await chamber.guardian("Tom")
    assert await retention.delete(chamber.work, tom, named(await chamber.cases("Tom"), OTHER), OVER)
    await chamber.desk.restore(backup)
    assert await chamber.sees(receipts[1]) is None  # no copy of the database brings it back
    assert await reporter.answer(chamber.work, receipts[0], "Again.")
    chamber.day.passes(90)
    assert await due() == []  # unread


@pytest.mark.long
async def test_two_who_read_a_case_must_both_say_that_its_time_is_over(chamber: Chamber) -> None:
    receipt = await chamber.files(ONE)
    ines, tom, alone = (
        await chamber.guardian("Ines"),
        await chamber.guardian("Tom"),
        await chamber.files(OTHER, ["Tom"]),
    )
    for case in await chamber.cases("Tom"):
        await working.close(chamber.work, tom, case, "A new rota.")
    policy.keep(chamber.work.cabinet.secrets, Policy(1, 1, inquiry=False))

    async def says(guardian: Guardian, said: str = ONE) -> bool:
        name = guardian.named.name
        return await retention.delete(chamber.work, guardian, named(await chamber.cases(name), said), OVER)

    chamber.day.passes(40)
    assert [await says(ines), await says(ines)] == [False, False]  # one person, however often
    told = next(each for each in retention.notices(chamber.work, await chamber.cases("Tom")) if each.case.name)
    assert [each.name for each in retention.agreed_by(named(await chamber.cases("Tom"), ONE), told.on)] == ["Ines"]
    assert told.stage == "due"  # saying so does not make its time begin anew
    assert await reporter.answer(chamber.work, receipt, "It happens again.", "at once")
    with pytest.raises(OnHold):
        await says(tom)
    await working.close(chamber.work, tom, named(await chamber.cases("Tom"), ONE), "Locked now.")
    chamber.day.passes(40)
    assert not await says(tom)  # what was said of an earlier end counts no more
    assert await says(ines)
    assert await chamber.sees(receipt) is None
    assert await says(tom, OTHER)  # nobody else reads it: the policy stands for the second
    assert await chamber.sees(alone) is None
